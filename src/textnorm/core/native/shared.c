/* Owns the words that lines of a page share: `shared` of textnorm.pages.content.features, on the hashes of words. */
#include "pages.h"

enum { EIGHTHS = 8 };

typedef struct {
    uint64_t hash;
    uint32_t line;          /* where it was last met, from 1 on */
    uint8_t met;            /* in how many lines, 2 at the most */
} Met;

typedef struct {
    Met *slots;
    size_t room;
} Pool;

/* The words of a line, which stand behind its row, as many as are put into *n*; NULL with a Python error set. */
static const uint64_t *words_at(PyObject *lines, Py_ssize_t line, Py_ssize_t *n) {
    char *bytes;
    PyObject *found = PyList_GetItem(lines, line);
    if (!found || PyBytes_AsStringAndSize(found, &bytes, n)) return NULL;
    *n = *n / (Py_ssize_t)sizeof(uint64_t) - ROW;
    if (*n >= 0) return (const uint64_t *)(const void *)bytes + ROW;
    PyErr_SetString(PyExc_ValueError, "a line has a row");
    return NULL;
}

static Met *slot_of(const Pool *pool, uint64_t hash) {
    size_t at = (size_t)(hash >> 8) & (pool->room - 1);
    while (pool->slots[at].hash && pool->slots[at].hash != hash) at = (at + 1) & (pool->room - 1);
    return &pool->slots[at];
}

static int flag_at(PyObject *flags, Py_ssize_t line) { return ((Column *)flags)->at[line] > 0; }

/* In how many of the sentences each word stands; equal lines are one. */
static int fill(Pool *pool, PyObject *words, PyObject *sentences, PyObject *first) {
    size_t total = 0;
    Py_ssize_t n, lines = PyList_Size(words);
    for (Py_ssize_t i = 0; i < lines; i++) {
        if (!words_at(words, i, &n)) return FAILED;
        total += flag_at(sentences, i) ? (size_t)n : 0;
    }
    pool->room = 16;
    while (pool->room < 2 * total) pool->room *= 2;
    if (!(pool->slots = PyMem_Calloc(pool->room, sizeof(Met)))) {
        PyErr_NoMemory();
        return FAILED;
    }
    for (Py_ssize_t i = 0; i < lines; i++) {
        if (!flag_at(sentences, i) || !flag_at(first, i)) continue;
        const uint64_t *found = words_at(words, i, &n);
        for (Py_ssize_t w = 0; w < n; w++) {
            Met *met = slot_of(pool, found[w]);
            if (met->line == (uint32_t)i + 1) continue;
            *met = (Met){found[w], (uint32_t)i + 1, met->met < 2 ? met->met + 1 : 2};
        }
    }
    return 0;
}

/* Of a line: how many of its words other sentences have too. */
static int count_shared(const Pool *pool, const uint64_t *found, Py_ssize_t n, int wanted, uint32_t line) {
    int shared = 0;
    for (Py_ssize_t w = 0; w < n; w++) {
        Met *met = slot_of(pool, found[w]);
        if (met->met < wanted || met->line == line) continue;
        met->line = line;
        shared++;
    }
    return shared;
}

/* lines as `Reader.look` gives them, how many words each line has, whether it is a sentence, whether it stands there for the first time */
PyObject *shared(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *words, *counts, *sentences, *first;
    if (!PyArg_ParseTuple(args, "O!OOO", &PyList_Type, &words, &counts, &sentences, &first)) return NULL;
    Py_ssize_t lines = PyList_Size(words), n;
    PyObject *columns[] = {counts, sentences, first};
    for (int c = 0; c < 3; c++)
        if (!is_column(columns[c]) || lines_in(columns[c]) != lines || lines > INT32_MAX)
            return PyErr_Format(PyExc_ValueError, "columns must be of one length");
    Pool pool = {0};
    Column *result = fill(&pool, words, sentences, first) ? NULL : column_like(counts);
    for (Py_ssize_t i = 0; result && i < lines; i++) {
        const uint64_t *found = words_at(words, i, &n);
        int wanted = flag_at(sentences, i) ? 2 : 1;
        int64_t count = ((Column *)counts)->at[i];
        if (!found) Py_CLEAR(result);
        else if (count > 0) result->at[i] = count_shared(&pool, found, n, wanted, (uint32_t)(lines + i) + 1) * EIGHTHS / count;
    }
    PyMem_Free(pool.slots);
    return (PyObject *)result;
}

/* Where a line stood first, from 0 on: *line*, if it is met for the first time; FAILED with a Python error set. */
static Py_ssize_t first_place(PyObject *places, PyObject *text, Py_ssize_t line) {
    PyObject *place = text ? PyDict_GetItemWithError(places, text) : NULL;
    if (place) return PyLong_AsSsize_t(place);
    place = text && !PyErr_Occurred() ? PyLong_FromSsize_t(line) : NULL;
    int failed = !place || PyDict_SetItem(places, text, place);
    Py_XDECREF(place);
    return failed ? FAILED : line;
}

/* repeats(lines, column): for each line whether it stands there for the first time, and how often it stands there; two columns. */
PyObject *repeats(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *lines, *like;
    if (!PyArg_ParseTuple(args, "O!O", &PyList_Type, &lines, &like)) return NULL;
    Py_ssize_t n = PyList_Size(lines);
    if (!is_column(like) || lines_in(like) != n) return PyErr_Format(PyExc_ValueError, "a column of one length is wanted");
    PyObject *places = PyDict_New();
    Column *first = places ? column_like(like) : NULL, *often = first ? column_like(like) : NULL;
    Column *at = often ? column_like(like) : NULL;
    int failed = !at;
    for (Py_ssize_t i = 0; i < n && !failed; i++) {
        Py_ssize_t place = first_place(places, PyList_GetItem(lines, i), i);
        failed = place < 0;
        if (failed) break;
        first->at[i] = place == i;
        often->at[place]++;
        at->at[i] = place;
    }
    for (Py_ssize_t i = 0; i < n && !failed; i++) often->at[i] = often->at[at->at[i]];
    PyObject *both = failed ? NULL : PyTuple_Pack(2, first, often);
    PyObject *made[] = {places, (PyObject *)first, (PyObject *)often, (PyObject *)at};
    for (int i = 0; i < 4; i++) Py_XDECREF(made[i]);
    return both;
}
