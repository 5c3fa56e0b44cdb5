/* Owns what each line of a page is alone, as textnorm.pages.content.line_features says it. */
#include "pages.h"

enum { LOOKED = 14, EIGHTHS = 8, LEAST_TELLING = 4 };
enum { WORDS, ENDS, STARTS, COMMAS, DIGITS, CAPITALS, STOPWORDS, CONCEPTS, HITS, ROLE, SURE, INNER, DATED, COLON, BITS };

static const uint32_t *ask_page(Reader *reader, Unit c) {
    uint32_t *page = NULL;
    PyObject *got = PyObject_CallFunction(reader->ask_page, "I", (unsigned)(c >> 8));
    char *bytes;
    Py_ssize_t n;
    if (!got) return NULL;
    if (!PyBytes_AsStringAndSize(got, &bytes, &n)) {
        if (n != 2 * PAGE * 4) PyErr_SetString(PyExc_ValueError, "a page of characters has 512 numbers");
        else if (!(page = PyMem_Malloc((size_t)n))) PyErr_NoMemory();
        else reader->pages[c >> 8] = memcpy(page, bytes, (size_t)n);
    }
    Py_DECREF(got);
    return page;
}

const uint32_t *page_of(Reader *reader, Unit c) {
    const uint32_t *page = reader->pages[c >> 8];
    return page ? page : ask_page(reader, c);
}

/* Words as they are cut: where the key ends, and bits: that one of its characters has, that all of the latest word have, that one lacks. */
typedef struct {
    Unit *key;
    int at;
    uint32_t met, every, missing;
} Cutting;

static void end_word(Cutting *cut, PageWord *word) {
    word->n = cut->at - word->at;
    word->all_digits = (cut->every & NUMERAL) != 0;
    cut->missing |= ~cut->every;
}

static void begin_word(Cutting *cut, PageWord *word, uint32_t kind) {
    word->at = cut->at;
    word->digit_first = (kind & NUMERAL) != 0;
    cut->every = kind;
}

/* Add the characters of a word up to one that is none, that needs a closer look or that stands on another page; the place of that. */
static Py_ssize_t add_characters(Cutting *cut, const uint32_t *page, const Unit *s, Py_ssize_t i, Py_ssize_t n) {
    enum { LOOKED_AT = WORD_PART | LEFT_OUT | UNFOLDABLE };
    const Unit page_at = s[i] >> 8;
    uint32_t met = 0, every = cut->every;
    Unit *to = cut->key + cut->at;
    for (; i < n && s[i] >> 8 == page_at; i++) {
        uint32_t kind = page[PAGE + (s[i] & 255)];
        if ((kind & LOOKED_AT) != WORD_PART) break;
        met |= kind;
        every &= kind;
        *to++ = page[s[i] & 255];
    }
    cut->at = (int)(to - cut->key);
    cut->met |= met;
    cut->every = every;
    return i;
}

/* Cut the first *n* units into words, *most* at the most and one more. */
int cut_words(Reader *reader, const Unit *s, Py_ssize_t n, int most) {
    Line *line = &reader->line;
    line->n = 0;
    line->key.n = 0;
    if (text_room(&line->key, n)) return FAILED;
    Cutting cut = {.key = line->key.at};
    PageWord *word = NULL;  /* in which the character before stands */
    int words = 0;
    for (Py_ssize_t i = 0; i < n;) {
        const uint32_t *page = page_of(reader, s[i]);
        if (!page) return FAILED;
        uint32_t kind = page[PAGE + (s[i] & 255)];
        if (kind & UNFOLDABLE) return UNKNOWN_FOLDING;
        if (kind & LEFT_OUT || !(kind & WORD_PART)) {
            cut.met |= kind & ODD_CASE;
            if (word && !(kind & LEFT_OUT)) end_word(&cut, word), word = NULL;
            i++;
            continue;
        }
        if (!word && words > most) {
            cut.met |= kind & ODD_CASE;
            break;
        }
        if (!word) begin_word(&cut, word = &line->words[words++], kind);
        i = add_characters(&cut, page, s, i, n);
    }
    if (word) end_word(&cut, word);
    line->n = words;
    line->key.n = cut.at;
    line->odd_case = (cut.met & ODD_CASE) != 0;
    line->has_digit = (cut.met & NUMERAL) != 0;
    line->all_alpha = !(cut.missing & ALPHABETIC);
    return 0;
}

/* Whether the key of the line is that of a phrase of a template, or cannot be told; its words must be as they were cut, and hashed. */
int may_be_listed(Reader *reader, uint64_t hash) {
    const Line *line = &reader->line;
    if (line->odd_case) return 1;
    if (line->all_alpha) return strings_find_hashed(&reader->listed, &reader->arena, line->key.at, (int)line->key.n, hash) != NULL;
    Text *key = &reader->line.other;
    key->n = 0;
    if (text_room(key, line->key.n)) return FAILED;
    for (Py_ssize_t i = 0; i < line->key.n; i++) {
        const uint32_t *page = page_of(reader, line->key.at[i]);
        if (!page) return FAILED;
        int number = (page[PAGE + (line->key.at[i] & 255)] & NUMERAL) != 0;
        if (!number) key->at[key->n++] = line->key.at[i];
        else if (!key->n || key->at[key->n - 1] != '0') key->at[key->n++] = '0';
    }
    return strings_find(&reader->listed, &reader->arena, key->at, (int)key->n) != NULL;
}

/* Capitals among the first words, 0 for a line without any; UNKNOWN_FOLDING never: its characters were seen. */
static int capitals(Reader *reader, const Unit *s, Py_ssize_t n) {
    int words = 0, found = 0, inside = 0, upper = 0, lower = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        const uint32_t *page = page_of(reader, s[i]);
        if (!page) return FAILED;
        uint32_t kind = page[PAGE + (s[i] & 255)];
        upper |= kind & (UPPER | TITLE);
        lower |= kind & LOWER;
        if (!(kind & SPACE) && !inside && words < LOOKED) {
            words++;
            found += (kind & UPPER) != 0;
        }
        inside = !(kind & SPACE);
        if (words == LOOKED && upper) break;
    }
    return upper || !lower ? found : 0;
}

/* Commas, ends of sentences inside, and whether a colon stands beside a blank. */
static void signs(const Unit *s, Py_ssize_t n, int64_t *row) {
    int commas = 0, inner = 0, colon = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        Unit c = s[i], next = i + 1 < n ? s[i + 1] : 0;
        if (c > 0x3A && c != 0x060C && c != 0x061F) continue;
        commas += c == ',' || c == 0x060C;
        inner += next == ' ' && (c == '.' || c == 0x061F || c == '!');
        colon |= (c == ':' && next == ' ') || (c == ' ' && next == ':');
    }
    row[COMMAS] = commas < 8 ? commas : 8;
    row[INNER] = inner < 4 ? inner : 4;
    row[COLON] = colon;
}

/* Stop words, and words that say what a line is about: the hashes of the latter are counted in *telling_n*. */
static void words_of_line(Reader *reader, int64_t *row, int *telling_n) {
    Line *line = &reader->line;
    int size = line->n ? line->n : 1, looked = size < LOOKED ? size : LOOKED;
    int stops = 0, hits = 0, digits = 0;
    uint64_t concepts = 0;
    *telling_n = 0;
    reader->stamp++;
    for (int i = 0; i < line->n; i++) {
        const PageWord *word = &line->words[i];
        const Unit *w = line->key.at + word->at;
        digits += word->digit_first;
        uint64_t hash = hash_of(w, word->n);
        const Entry *counted = strings_find_hashed(&reader->counted, &reader->arena, w, word->n, hash);
        uint64_t stop = counted ? counted->value >> STOP : 0, concept = counted ? counted->value & (((uint64_t)1 << STOP) - 1) : 0;
        if (stop && reader->seen[stop] != reader->stamp) {
            reader->seen[stop] = reader->stamp;
            stops++;
        }
        if (!stop && word->n >= LEAST_TELLING) reader->telling[(*telling_n)++] = hash;
        if (concept && i < LOOKED) {
            hits++;
            concepts |= concept;
        }
    }
    row[WORDS] = line->n;
    row[STOPWORDS] = stops * 16 / size;
    row[CONCEPTS] = (int64_t)concepts;
    row[HITS] = hits * EIGHTHS / looked;
    row[DATED] = digits; /* as yet only their number */
    row[DIGITS] = digits * EIGHTHS / size;
}

static int role_of(const Reader *reader, uint64_t bits) {
    const uint8_t *codes = reader->codes.buf;
    int least = 0;
    for (int place = 0; place < reader->codes.len; place++)
        if (bits >> place & 1 && (!least || codes[place] < least)) least = codes[place];
    return least;
}

/* The row of a line that is not empty. 0, FAILED or UNKNOWN_FOLDING. */
int row_of(Reader *reader, const Unit *s, Py_ssize_t n, int64_t *row, int *telling_n, int *words_n) {
    Py_ssize_t head = n < reader->head ? n : reader->head;
    int result = cut_words(reader, s, head, reader->head);
    const uint32_t *first = result ? NULL : page_of(reader, s[0]), *last = first ? page_of(reader, s[n - 1]) : NULL;
    if (!last) return result ? result : FAILED;
    signs(s, n, row);
    words_of_line(reader, row, telling_n);
    int count = *words_n = (int)row[WORDS], digits = (int)row[DATED];
    int looked = count < 1 ? 1 : count < LOOKED ? count : LOOKED;
    uint64_t bits = roles_of(&reader->phrases, &reader->line, NULL);
    if (bits == UINT64_MAX) return FAILED;
    int64_t words = n > reader->head ? (int64_t)count * n / reader->head : count;
    int upper = s[0] < (Unit)reader->no_case ? capitals(reader, s, n) : 0;
    if (upper < 0) return FAILED;
    row[WORDS] = words < reader->most_words ? words : reader->most_words;
    row[STARTS] = first[PAGE + (s[0] & 255)] >> START & 15;
    row[ENDS] = last[PAGE + (s[n - 1] & 255)] >> END & 15;
    row[CAPITALS] = upper * EIGHTHS / looked;
    row[ROLE] = role_of(reader, bits);
    const Phrases *phrases = &reader->phrases;
    row[SURE] = !bits ? 0 : bits & phrases->alone ? 4 : bits & phrases->row ? 3 : bits & phrases->slot ? 1 : 2;
    row[DATED] = !digits || words > LOOKED ? 0 : (uint64_t)row[CONCEPTS] & reader->date ? 2 : digits > 2;
    row[BITS] = (int64_t)bits;
    return 0;
}
