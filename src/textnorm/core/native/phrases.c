/* Owns the roles of a line: textnorm.pages.interface.match over tables that it hands over; see there for what each step is. */
#include "pages.h"

enum { OF_ROW = 6, EDGE = 8, LONGEST_ROW = 16 };

/* the head of an image, in numbers of 32 bits: its checksum, how much there is of each part, the room of each hash table */
enum { CHECK, LETTERS, TEMPLATES, PIECES, ROOMS, TABLES = 7, HEAD = ROOMS + TABLES + 1 };

/* Find the parts of an image, which textnorm.pages.interface.image lays out; 0, or FAILED with a Python error set. */
static int read_image(Phrases *phrases) {
    Strings *tables[TABLES] = {&phrases->exact, &phrases->starts, &phrases->ends,  &phrases->heads,
                               &phrases->tails, &phrases->firsts, &phrases->dates};
    const uint32_t *head = phrases->image.buf;
    uint64_t size = sizeof *head * HEAD, all = (uint64_t)phrases->image.len;
    char *at = phrases->image.buf;
    for (int i = 0; i < TABLES && size <= all; i++) {
        uint32_t room = head[ROOMS + i];
        tables[i]->slots = (Entry *)(void *)(at + size);
        tables[i]->room = room;
        size += sizeof(Entry) * (uint64_t)room;
        if (!room || room & (room - 1)) size = all + 1;
    }
    if (size <= all) {
        phrases->slotted = (const Slotted *)(const void *)(at + size);
        size += sizeof(Slotted) * (uint64_t)head[TEMPLATES];
        phrases->pieces = (const Piece *)(const void *)(at + size);
        size += sizeof(Piece) * (uint64_t)head[PIECES];
        phrases->arena = (Text){(Unit *)(void *)(at + size), head[LETTERS], head[LETTERS]};
        size += sizeof(Unit) * (uint64_t)head[LETTERS];
    }
    if (size != all) {
        PyErr_SetString(PyExc_ValueError, "no image of the tables of phrases");
        return FAILED;
    }
    sieve_fill(&phrases->known_heads, &phrases->heads);
    sieve_fill(&phrases->known_tails, &phrases->tails);
    sieve_fill(&phrases->known_firsts, &phrases->firsts);
    return 0;
}

/* Open (image, ALONE, SLOT, ROW, most words of a phrase); the image is used where it lies. */
int phrases_open(Phrases *phrases, PyObject *tables) {
    PyObject *image;
    unsigned long long alone, slot, row;
    if (!PyArg_ParseTuple(tables, "OKKKi", &image, &alone, &slot, &row, &phrases->most_words)) return FAILED;
    phrases->alone = alone;
    phrases->slot = slot;
    phrases->row = row;
    if (PyObject_GetBuffer(image, &phrases->image, PyBUF_SIMPLE)) return FAILED;
    if (phrases->image.len >= (Py_ssize_t)(sizeof(uint32_t) * HEAD) && (uintptr_t)phrases->image.buf % sizeof(uint64_t) == 0)
        return read_image(phrases);
    PyErr_SetString(PyExc_ValueError, "an image of the tables of phrases has a head, and lies at a multiple of eight bytes");
    return FAILED;
}

void phrases_close(Phrases *phrases) {
    if (phrases->image.obj) PyBuffer_Release(&phrases->image);
}

static const Entry *find(const Phrases *phrases, const Strings *strings, const Unit *w, int n) {
    return strings_find(strings, &phrases->arena, w, n);
}

/* Whether the first letters, four to two of them, are those of something known; from the end where *back* is set. */
static int looks_known(const Phrases *phrases, const Strings *known, const Sieve *sieve, const Line *line, int back) {
    const Unit *key = line->key.at;
    int n = (int)line->key.n;
    for (int size = 4; size > 1; size--) {
        int part = size < n ? size : n;
        const Unit *w = back ? key + n - part : key;
        uint64_t hash = hash_of(w, part);
        if (sieve_has(sieve, hash) && strings_find_hashed(known, &phrases->arena, w, part, hash)) return 1;
    }
    return 0;
}

static int is_date_word(const Phrases *phrases, const Line *line, const PageWord *word) {
    return find(phrases, &phrases->dates, line->key.at + word->at, word->n) != NULL;
}

/* A number, or a date's word with a number glued before it. */
static int is_number(const Phrases *phrases, const Line *line, const PageWord *word) {
    const Unit *w = line->key.at + word->at;
    if (!word->digit_first) return 0;
    Unit last = w[word->n - 1];
    if (word->all_digits || last == 'k' || last == 'm' || last == 'p') return 1;
    int skip = 0;
    while (skip < word->n && w[skip] >= '0' && w[skip] <= '9') skip++;
    return find(phrases, &phrases->dates, w + skip, word->n - skip) != NULL;
}

/* The words with numbers, and the words of dates beside them, as one 0: `keys_of`. */
static int fold_numbers(const Phrases *phrases, Line *line) {
    static const Unit zero = '0';
    int n = 0;
    for (int i = 0; i < line->n; i++) {
        const PageWord *word = &line->words[i];
        int after_zero = n && line->others[n - 1].n == 0;
        if (!is_number(phrases, line, word) && !(after_zero && is_date_word(phrases, line, word))) {
            line->others[n++] = *word;
            continue;
        }
        while (n && line->others[n - 1].n && is_date_word(phrases, line, &line->others[n - 1])) n--;
        if (!n || line->others[n - 1].n) line->others[n++] = (PageWord){0, 0, 0, 0}; /* no letters: a zero */
    }
    line->other.n = 0;
    for (int i = 0; i < n; i++) {
        PageWord *word = &line->others[i];
        int64_t at = word->n ? text_keep(&line->other, line->key.at + word->at, word->n) : text_keep(&line->other, &zero, 1);
        if (at < 0) return FAILED;
        line->words[i] = (PageWord){(int)at, word->n ? word->n : 1, 0, 0};
    }
    line->n = n;
    Text swapped = line->key;
    line->key = line->other;
    line->other = swapped;
    return 0;
}

static const Unit *found_in(const Unit *rest, int n, const Unit *piece, int size) {
    for (int i = 0; i + size <= n; i++)
        if (same(rest + i, piece, size)) return rest + i;
    return NULL;
}

static uint64_t fits(const Phrases *phrases, const Slotted *entry, const Line *line, int start, int left) {
    const Unit *rest = line->key.at + start, *letters = phrases->arena.at;
    int n = (int)line->key.n - start, last = (int)entry->last.n;
    if (left <= 0 || (uint32_t)left > entry->most + 2 * (entry->inner_n + (last > 0))) return 0;
    if (last && !(n > last && same(rest + n - last, letters + entry->last.at, last))) return 0;
    for (uint32_t i = 0; i < entry->inner_n; i++) {
        Piece piece = phrases->pieces[entry->inner + i];
        const Unit *at = found_in(rest, n, letters + piece.at, (int)piece.n);
        if (!at) return 0;
        n -= (int)(at - rest) + (int)piece.n;
        rest = at + piece.n;
    }
    return (entry->bits & ~phrases->alone) | phrases->slot;
}

/* The templates that the line begins like, or, from its end, ends like. */
static uint64_t with_slots(const Phrases *phrases, const Line *line, int back) {
    uint64_t bits = 0;
    int size = 0;
    for (int place = 1; place <= EDGE && place <= line->n; place++) {
        const PageWord *word = &line->words[back ? line->n - place : place - 1];
        size += word->n;
        if (back && place == line->n) break;
        const Entry *entry = find(phrases, back ? &phrases->ends : &phrases->starts, line->key.at + (back ? line->key.n - size : 0), size);
        if (!entry) continue;
        for (uint64_t i = entry->value >> 16; i < (entry->value >> 16) + (entry->value & 0xFFFF); i++)
            bits |= fits(phrases, &phrases->slotted[i], line, back ? 0 : size, line->n - place);
    }
    return bits;
}

static uint64_t row(const Phrases *phrases, const Line *line) {
    uint64_t bits = 0;
    for (int place = 0; place < line->n;) {
        int end = place + OF_ROW < line->n ? place + OF_ROW : line->n;
        const Entry *entry = NULL;
        for (; end > place; end--) {
            int at = line->words[place].at, n = line->words[end - 1].at + line->words[end - 1].n - at;
            if ((entry = find(phrases, &phrases->exact, line->key.at + at, n))) break;
        }
        if (!entry) return 0;
        bits |= entry->value;
        place = end;
    }
    return (bits & ~phrases->alone) | phrases->row;
}

/* The roles as bits; the words of the line are folded on the way. *hash* is that of its letters, NULL where it is not known.
   UINT64_MAX: a Python error is set. */
uint64_t roles_of(const Phrases *phrases, Line *line, const uint64_t *hash) {
    if (line->n <= 0 || line->n > phrases->most_words) return 0;
    if (!line->all_alpha && fold_numbers(phrases, line)) return UINT64_MAX;
    const Unit *key = line->key.at;
    int n = (int)line->key.n;
    const Entry *entry = hash && line->all_alpha ? strings_find_hashed(&phrases->exact, &phrases->arena, key, n, *hash)
                                                 : find(phrases, &phrases->exact, key, n);
    if (entry) return entry->value;
    if (line->n < 2) return 0;
    uint64_t bits = looks_known(phrases, &phrases->heads, &phrases->known_heads, line, 0) ? with_slots(phrases, line, 0) : 0;
    if (looks_known(phrases, &phrases->tails, &phrases->known_tails, line, 1)) bits |= with_slots(phrases, line, 1);
    if (bits || line->n > LONGEST_ROW) return bits;
    return looks_known(phrases, &phrases->firsts, &phrases->known_firsts, line, 0) ? row(phrases, line) : 0;
}
