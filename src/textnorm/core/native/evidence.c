/* Owns what the words of an extracted text say for the order in which they stand, and which of them are no words.
 *
 * What a word says is asked of Python once and remembered; here words are found and their answers added up, line by line.
 * Which characters make a word comes from Python too (textnorm.extracted.evidence).
 */
#include "core.h"

enum { LETTERS = 1, MARKS = 2, OF_PIECES = 4, OTHER = 8 }; /* classes of characters, as evidence.py gives them */
enum { DIRECTION, CLASS, PIECE, QUESTIONS };               /* what is asked of a word */
enum { UNASKED = -1, SHORTEST = 2, LONGEST = 40, LONGEST_KEPT = 64, BMP = 1 << 16, ZERO = 128, EIGHTHS = 8 };

typedef struct {
    uint64_t hash;
    uint32_t key;
    uint16_t key_n;
    int16_t answers[QUESTIONS];
} Known;

typedef struct {
    PyObject_HEAD
    PyObject *ask;          /* (question, word) -> number */
    Py_buffer classes;      /* of the characters below BMP, a byte each */
    Cache words;
    Text keys;
} Evidence;

static uint32_t kind_of(const Evidence *evidence, Unit c) {
    return c < BMP ? ((const uint8_t *)evidence->classes.buf)[c] : 0;
}

/* The record of a word, NULL where nothing is remembered of it. */
static Known *known(Evidence *evidence, const Unit *w, int n, uint64_t hash) {
    const Cache *cache = &evidence->words;
    uint32_t number;
    for (uint32_t at = (uint32_t)(hash >> 8) & (cache->room - 1); (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        Known *found = RECORD(cache, Known, number);
        if (found->hash == hash && found->key_n == n && same(evidence->keys.at + found->key, w, n)) return found;
    }
    return NULL;
}

static int asked(Evidence *evidence, int question, const Unit *w, int n) {
    PyObject *word = to_str(w, n);
    PyObject *answer = word ? PyObject_CallFunction(evidence->ask, "iO", question, word) : NULL;
    Py_XDECREF(word);
    if (!answer) return FAILED;
    long value = PyLong_AsLong(answer);
    Py_DECREF(answer);
    return value == -1 && PyErr_Occurred() ? FAILED : (int)value;
}

/* What Python says of a word. Whoever answers may use this cache too: nothing in it is held on to over a question. */
static int answer_of(Evidence *evidence, int question, const Unit *w, Py_ssize_t length) {
    if (length > LONGEST_KEPT) return asked(evidence, question, w, (int)length);
    int n = (int)length;
    uint64_t hash = hash_of(w, n);
    Known *found = known(evidence, w, n, hash);
    if (found && found->answers[question] != UNASKED) return found->answers[question];
    int answer = asked(evidence, question, w, n);
    if (answer < 0) return FAILED;
    if (!(found = known(evidence, w, n, hash))) {
        if (evidence->words.used >= evidence->words.most) {
            cache_clear(&evidence->words);
            evidence->keys.n = 0;
        }
        int64_t key = text_keep(&evidence->keys, w, n);
        Known record = {.hash = hash, .key = (uint32_t)key, .key_n = (uint16_t)n, .answers = {UNASKED, UNASKED, UNASKED}};
        int64_t number = key < 0 ? FAILED : cache_add(&evidence->words, &record);
        if (number < 0) return FAILED;
        found = RECORD(&evidence->words, Known, number);
    }
    found->answers[question] = (int16_t)answer;
    return answer;
}

/* The text as units, with a line feed behind it; *n: how many with it. To be freed. */
static Unit *units_of(PyObject *text, Py_ssize_t *n) {
    Py_ssize_t length = PyUnicode_GetLength(text);
    Unit *s = length < 0 ? NULL : PyMem_Malloc(sizeof(Unit) * ((size_t)length + 1));
    if (length >= 0 && !s) PyErr_NoMemory();
    if (!s || from_str(text, s, length) < 0) {
        PyMem_Free(s);
        return NULL;
    }
    s[length] = '\n';
    *n = length + 1;
    return s;
}

static int keep(PyObject *list, PyObject *item) {
    int failed = !item || PyList_Append(list, item);
    Py_XDECREF(item);
    return failed ? FAILED : 0;
}

/* What the words of one line say for logical and for visual order, in eighths. */
static int direction(Evidence *evidence, const Unit *s, Py_ssize_t n, long sums[2]) {
    for (Py_ssize_t at = 0, end; at < n; at = end + 1) {
        for (end = at; end < n && end - at < LONGEST && kind_of(evidence, s[end]) & (LETTERS | MARKS);) end++;
        if (end - at < SHORTEST) continue;
        int weight = answer_of(evidence, DIRECTION, s + at, end - at);
        if (weight < 0) return FAILED;
        sums[weight < ZERO] += weight < ZERO ? ZERO - weight : weight - ZERO;
        if (end - at == LONGEST) end--; /* the word goes on */
    }
    return 0;
}

/* directions(text) -> for each line what its words say for logical and for visual order */
static PyObject *directions(PyObject *self, PyObject *text) {
    Py_ssize_t n;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL;
    for (Py_ssize_t at = 0, end; found && at < n; at = end + 1) {
        long sums[2] = {0, 0};
        for (end = at; s[end] != '\n';) end++;
        if (direction((Evidence *)self, s + at, end - at, sums) ||
            keep(found, Py_BuildValue("dd", (double)sums[0] / EIGHTHS, (double)sums[1] / EIGHTHS)))
            Py_CLEAR(found);
    }
    PyMem_Free(s);
    return found;
}

/* Where the next word of a line ends that stands in some class; *at is put where it begins. n where there is none. */
static Py_ssize_t next_word(const Evidence *evidence, const Unit *s, Py_ssize_t n, Py_ssize_t *at) {
    Py_ssize_t start = *at;
    while (start < n && !(kind_of(evidence, s[start]) & (LETTERS | OTHER))) start++;
    *at = start;
    uint32_t within = start < n && kind_of(evidence, s[start]) & LETTERS ? LETTERS | MARKS : OTHER;
    while (start < n && kind_of(evidence, s[start]) & within) start++;
    return start;
}

/* orders(text, weights, classes) -> for each line the sum of the weights of its neighbours; the edge is class 0 */
static PyObject *orders(PyObject *self, PyObject *arguments) {
    PyObject *text;
    const char *weights;
    Py_ssize_t n, size, classes;
    if (!PyArg_ParseTuple(arguments, "Uy#n", &text, &weights, &size, &classes)) return NULL;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL;
    for (Py_ssize_t at = 0, end, line; found && at < n; at = line + 1) {
        long sum = 0;
        int last = 0;
        for (line = at; s[line] != '\n';) line++;
        for (; (end = next_word((Evidence *)self, s, line, &at)) > at; at = end) {
            int next = answer_of((Evidence *)self, CLASS, s + at, end - at);
            if (next < 0 || next >= classes || size < classes * classes) break;
            sum += (signed char)weights[last * classes + next];
            last = next;
        }
        if (end > at || keep(found, PyLong_FromLong(sum + (signed char)weights[last * classes]))) Py_CLEAR(found);
    }
    PyMem_Free(s);
    return found;
}

/* pieces(text) -> (start, end, end of the next) of words that a space parts, of which one at least is no word */
static PyObject *pieces(PyObject *self, PyObject *text) {
    Evidence *evidence = (Evidence *)self;
    Py_ssize_t n, last = -1, last_end = -1;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL;
    int last_is = 0;
    for (Py_ssize_t at = 0, end; found && at < n; at = end + 1) {
        for (end = at; kind_of(evidence, s[end]) & OF_PIECES;) end++;
        if (end == at) continue;
        int is_piece = answer_of(evidence, PIECE, s + at, end - at);
        int beside = last >= 0 && at == last_end + 1 && s[last_end] == ' ';
        if (is_piece < 0 || (beside && (is_piece || last_is) && keep(found, Py_BuildValue("nnn", last, last_end, end))))
            Py_CLEAR(found);
        last = at, last_end = end, last_is = is_piece;
    }
    PyMem_Free(s);
    return found;
}

static int evidence_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Evidence *)self)->ask);
    return 0;
}

static int evidence_clear(PyObject *self) {
    Py_CLEAR(((Evidence *)self)->ask);
    return 0;
}

static void evidence_free(PyObject *self) {
    Evidence *evidence = (Evidence *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    evidence_clear(self);
    if (evidence->classes.obj) PyBuffer_Release(&evidence->classes);
    cache_end(&evidence->words);
    PyMem_Free(evidence->keys.at);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

/* Evidence(classes, ask, most) */
static PyObject *evidence_new(PyTypeObject *type, PyObject *arguments, PyObject *Py_UNUSED(keywords)) {
    PyObject *classes, *ask;
    unsigned int most;
    if (!PyArg_ParseTuple(arguments, "O!OI", &PyBytes_Type, &classes, &ask, &most)) return NULL;
    if (PyBytes_Size(classes) != BMP) {
        PyErr_SetString(PyExc_ValueError, "a class is wanted for each of 65,536 characters");
        return NULL;
    }
    Evidence *evidence = (Evidence *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!evidence) return NULL;
    evidence->ask = Py_NewRef(ask);
    if (PyObject_GetBuffer(classes, &evidence->classes, PyBUF_SIMPLE) || cache_start(&evidence->words, sizeof(Known), most))
        Py_CLEAR(evidence);
    return (PyObject *)evidence;
}

static PyMethodDef methods[] = {
    {"directions", directions, METH_O, "What the words of each line say for logical and for visual order."},
    {"orders", orders, METH_VARARGS, "What the words of each line say for the order in which they stand."},
    {"pieces", pieces, METH_O, "Where a blank stands beside what is no word."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "What the words of extracted texts say, as Python answers for each of them once."},
    {Py_tp_new, evidence_new},
    {Py_tp_dealloc, evidence_free},
    {Py_tp_traverse, evidence_traverse},
    {Py_tp_clear, evidence_clear},
    {Py_tp_methods, methods},
    {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Evidence", sizeof(Evidence), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};

/* glance(text, columns, width, rows) -> the clues that the automaton of extracted/glance.py finds in the text */
static PyObject *glance(PyObject *Py_UNUSED(self), PyObject *arguments) {
    PyObject *text;
    Py_buffer columns, rows;
    Py_ssize_t n, width;
    if (!PyArg_ParseTuple(arguments, "Uy*ny*", &text, &columns, &width, &rows)) return NULL;
    const uint8_t *column = columns.buf;
    const uint16_t *row = rows.buf;
    Unit *s = columns.len == BMP ? units_of(text, &n) : NULL;
    unsigned clues = 0;
    size_t state = 0;
    for (Py_ssize_t i = 0; s && i < n; i++) { /* with the line feed behind it */
        state = row[state + column[s[i] < BMP ? s[i] : BMP - 1]];
        clues |= row[state + (size_t)width];
    }
    PyMem_Free(s);
    PyBuffer_Release(&columns);
    PyBuffer_Release(&rows);
    if (!s && !PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "a column is wanted for each of 65,536 characters");
    return s ? PyLong_FromUnsignedLong(clues) : NULL;
}

static PyMethodDef functions[] = {
    {"glance", glance, METH_VARARGS, "What in a text may call for a rule, as an automaton finds it."},
    {NULL, NULL, 0, NULL},
};

int add_evidence(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Evidence", type) || PyModule_AddFunctions(module, functions);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
