/* Owns the look-up in the lexicon: the same file, fingerprints and answers as textnorm.lexicon.table. */
#include "core.h"

enum { FIRST_BITS = 12, STARTS = (1 << FIRST_BITS) + 1, HEAD = 8 };

static uint32_t u32_at(const uint8_t *p, uint32_t i) {
    uint32_t value;
    memcpy(&value, p + 4 * (size_t)i, 4);
    return value;
}
static uint64_t u64_at(const uint8_t *p, uint32_t i) {
    uint64_t value;
    memcpy(&value, p + 8 * (size_t)i, 8);
    return value;
}

int lexicon_open(Lexicon *lexicon, const Py_buffer *file) {
    const uint8_t *bytes = file->buf;
    Py_ssize_t body = file->len - HEAD - 4 * STARTS;
    if (body < 0 || body % 12) {
        PyErr_SetString(PyExc_ValueError, "not a lexicon");
        return FAILED;
    }
    lexicon->starts = bytes + HEAD;
    lexicon->entries = (uint32_t)(body / 12);
    lexicon->keys = lexicon->starts + 4 * STARTS;
    lexicon->values = lexicon->keys + 8 * (size_t)lexicon->entries;
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        lexicon->crc[i] = c;
    }
    for (uint32_t i = 0; i < 256; i++) lexicon->crc2[i] = lexicon->crc[lexicon->crc[i] & 255] ^ (lexicon->crc[i] >> 8);
    return 0;
}

/* The fingerprint: two checksums, forwards and backwards, two bytes a step. */
static uint64_t fingerprint(const Lexicon *lexicon, const uint8_t *b, int n) {
    const uint32_t *one = lexicon->crc, *two = lexicon->crc2;
    uint32_t f = ~0u, r = ~0u;
    int i = 0;
    for (; i + 2 <= n; i += 2) {
        uint32_t x = f ^ (b[i] | (uint32_t)b[i + 1] << 8), y = r ^ (b[n - 1 - i] | (uint32_t)b[n - 2 - i] << 8);
        f = two[x & 255] ^ one[x >> 8 & 255] ^ (f >> 16);
        r = two[y & 255] ^ one[y >> 8 & 255] ^ (r >> 16);
    }
    if (i < n) {
        f = one[(f ^ b[i]) & 255] ^ (f >> 8);
        r = one[(r ^ b[0]) & 255] ^ (r >> 8);
    }
    return (uint64_t)~r << 32 | (uint32_t)~f;
}

/* The keys are spread evenly, so that a guess by proportion is near. */
uint32_t lexicon_find(const Lexicon *lexicon, const uint8_t *bytes, int n) {
    uint64_t key = fingerprint(lexicon, bytes, n);
    uint32_t first = (uint32_t)(key >> (64 - FIRST_BITS));
    uint32_t low = u32_at(lexicon->starts, first), high = u32_at(lexicon->starts, first + 1);
    if (low >= high || high > lexicon->entries) return 0;
    uint32_t at = low + (uint32_t)(((uint64_t)(uint32_t)(key >> (32 - FIRST_BITS)) * (high - low)) >> 32);
    while (at > low && u64_at(lexicon->keys, at) > key) at--;
    while (at + 1 < high && u64_at(lexicon->keys, at) < key) at++;
    return u64_at(lexicon->keys, at) == key ? u32_at(lexicon->values, at) : 0;
}

int utf8_of(const Unit *w, int n, uint8_t *bytes) {
    int m = 0;
    for (int i = 0; i < n; i++) {
        Unit c = w[i];
        if (c < 0x80) {
            bytes[m++] = (uint8_t)c;
        } else if (c < 0x800) {
            bytes[m++] = (uint8_t)(0xC0 | c >> 6);
            bytes[m++] = (uint8_t)(0x80 | (c & 63));
        } else if (c < 0x10000) {
            bytes[m++] = (uint8_t)(0xE0 | c >> 12);
            bytes[m++] = (uint8_t)(0x80 | (c >> 6 & 63));
            bytes[m++] = (uint8_t)(0x80 | (c & 63));
        } else {
            bytes[m++] = (uint8_t)(0xF0 | c >> 18);
            bytes[m++] = (uint8_t)(0x80 | (c >> 12 & 63));
            bytes[m++] = (uint8_t)(0x80 | (c >> 6 & 63));
            bytes[m++] = (uint8_t)(0x80 | (c & 63));
        }
    }
    return m;
}

uint32_t lexicon_word(const Lexicon *lexicon, const Unit *w, int n) {
    uint8_t bytes[4 * 128];
    return n > 128 ? 0 : lexicon_find(lexicon, bytes, utf8_of(w, n, bytes));
}
