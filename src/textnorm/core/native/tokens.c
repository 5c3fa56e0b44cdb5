/* Owns the distinct words of an extracted text and where each of them stands: see textnorm.extracted.distinct. */
#include "extracted.h"

enum { LONGEST_WORD = 40, SHORTEST_WORD = 2, MOST_MARKS = 2 };

typedef struct {
    uint64_t hash;
    Py_ssize_t at, n; /* where it stands first */
    PyObject *places; /* borrowed from the dict */
} Seen;

typedef struct {
    const Unit *s;
    Cache tokens;
    PyObject *dict; /* from each token to the list of its places */
} Index;

static const Seen *token_like(const Index *index, const Unit *w, Py_ssize_t n, uint64_t hash) {
    const Cache *cache = &index->tokens;
    uint32_t number;
    for (uint32_t at = (uint32_t)(hash >> 8) & (cache->room - 1); (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        const Seen *found = RECORD(cache, Seen, number);
        if (found->hash == hash && found->n == n && same(index->s + found->at, w, (int)n)) return found;
    }
    return NULL;
}

/* Put the token s[at, end) into the index. */
static int add(Index *index, Py_ssize_t at, Py_ssize_t end) {
    const Unit *w = index->s + at;
    Py_ssize_t n = end - at;
    uint64_t hash = hash_of(w, (int)n);
    const Seen *known = token_like(index, w, n, hash);
    if (known) return keep(known->places, PyLong_FromSsize_t(at));
    PyObject *word = to_str(w, n), *places = word ? PyList_New(0) : NULL;
    int failed = !places || keep(places, PyLong_FromSsize_t(at)) || PyDict_SetItem(index->dict, word, places);
    Seen token = {.hash = hash, .at = at, .n = n, .places = places};
    failed = failed || cache_add(&index->tokens, &token) < 0;
    Py_XDECREF(word);
    Py_XDECREF(places);
    return failed ? FAILED : 0;
}

static int begin(Index *index, const Unit *s) {
    *index = (Index){.s = s};
    return !s || cache_start(&index->tokens, sizeof(Seen), UINT32_MAX) || !(index->dict = PyDict_New()) ? FAILED : 0;
}

static PyObject *end(Index *index, int failed) {
    cache_end(&index->tokens);
    if (failed) Py_CLEAR(index->dict);
    return index->dict;
}

static int is_in(const Unit *set, int n, Unit c) {
    for (int i = 0; i < n; i++)
        if (set[i] == c) return 1;
    return 0;
}

enum { MOST_LETTERS = 8 };

/* Whether one of the letters *first* stands before one of *second* at s[to], or there where there are none of these. */
static int holds(const Unit *s, Py_ssize_t at, Py_ssize_t to, const Unit *first, int n1, const Unit *second, int n2) {
    return n2 ? to > at && is_in(second, n2, s[to]) && is_in(first, n1, s[to - 1]) : is_in(first, n1, s[to]);
}

/* runs(text, inside, first, second) -> the runs of characters of the classes *inside* in which one of *first* stands before one of
   *second*, or anywhere where there are none of these, and where each of them begins */
PyObject *runs_of(PyObject *self, PyObject *arguments) {
    const Evidence *evidence = (const Evidence *)self;
    PyObject *text, *firsts, *seconds;
    unsigned int inside;
    Py_ssize_t n;
    Unit first[MOST_LETTERS], second[MOST_LETTERS];
    if (!PyArg_ParseTuple(arguments, "UIUU", &text, &inside, &firsts, &seconds)) return NULL;
    Py_ssize_t n1 = from_str(firsts, first, MOST_LETTERS), n2 = from_str(seconds, second, MOST_LETTERS);
    if (n1 < 0 || n2 < 0) return NULL;
    Unit *s = units_of(text, &n);
    Index index;
    int failed = begin(&index, s);
    for (Py_ssize_t at = 0, to; !failed && at < n - 1; at = to + 1) {
        int wanted = 0;
        for (to = at; to < n - 1 && kind_of(evidence, s[to]) & inside; to++)
            wanted = wanted || holds(s, at, to, first, (int)n1, second, (int)n2);
        if (wanted) failed = add(&index, at, to);
    }
    PyObject *found = end(&index, failed);
    PyMem_Free(s);
    return found;
}

/* Where the letters of the word end that may begin at *at*: *ends* its mark too; -1 for none before the end of these letters. */
static Py_ssize_t word_end(const Evidence *evidence, const Unit *s, Py_ssize_t n, Py_ssize_t at, Py_ssize_t *ends) {
    Py_ssize_t to = at;
    while (to < n && to - at < LONGEST_WORD && kind_of(evidence, s[to]) & LETTERS_OF_WORDS) to++;
    *ends = to;
    uint32_t behind = to < n ? kind_of(evidence, s[to]) : 0;
    if (to - at < SHORTEST_WORD || behind & SIGNS) return -1;
    if (to + 2 < n && s[to] == ' ' && s[to + 1] == s[to + 2] && is_in((const Unit[]){'-', '=', '_', '1'}, 4, s[to + 1])) return -1;
    if (behind & MARKS_OF_WORDS) *ends = to + 1;
    if (behind & MARKS) {
        Py_ssize_t mark = to;
        while (mark < n && mark - to < MOST_MARKS && kind_of(evidence, s[mark]) & MARKS) mark++;
        if (mark == n || !(kind_of(evidence, s[mark]) & (MARKS | LETTERS_OF_WORDS))) *ends = mark;
    }
    return to;
}

/* words(text) -> the words that a reader may have turned, each with the mark behind it, and where each of them begins */
PyObject *words_of(PyObject *self, PyObject *text) {
    const Evidence *evidence = (const Evidence *)self;
    Py_ssize_t n;
    Unit *s = units_of(text, &n);
    Index index;
    int failed = begin(&index, s);
    for (Py_ssize_t at = 0, to; !failed && at < n - 1; at = to) {
        to = at + 1;
        if (!(kind_of(evidence, s[at]) & LETTERS_OF_WORDS) || (at && kind_of(evidence, s[at - 1]) & SIGNS)) continue;
        if (word_end(evidence, s, n - 1, at, &to) >= 0) failed = add(&index, at, to);
    }
    PyObject *found = end(&index, failed);
    PyMem_Free(s);
    return found;
}
