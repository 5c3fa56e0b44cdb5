/* Owns what the words of an extracted text say for the order in which they stand, and which of them are no words.
 *
 * What a word says is asked of Python once and remembered; here words are found and their answers added up, line by line.
 * Which characters make a word comes from Python too (textnorm.extracted.word_evidence).
 */
#include "extracted.h"

enum { UNASKED = -1, LONGEST_KEPT = 64 };

typedef struct {
    uint64_t hash;
    uint32_t key;
    uint16_t key_n;
    int16_t answers[QUESTIONS];
} Known;

/* Whether words of one length are the same; they are too short for a call. */
static inline int alike(const Unit *a, const Unit *b, int n) {
    uint64_t one, other;
    int i = 0;
    for (; i + 2 <= n; i += 2) {
        memcpy(&one, a + i, sizeof one);
        memcpy(&other, b + i, sizeof other);
        if (one != other) return 0;
    }
    return i == n || a[i] == b[i];
}

/* The record of a word, NULL where nothing is remembered of it. */
static inline Known *known(Evidence *evidence, const Unit *w, int n, uint64_t hash) {
    const Cache *cache = &evidence->words;
    uint32_t number;
    for (uint32_t at = (uint32_t)(hash >> 8) & (cache->room - 1); (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        Known *found = RECORD(cache, Known, number);
        if (found->hash != hash || found->key_n != n) continue;
        if (alike(evidence->keys.at + found->key, w, n)) return found;
    }
    return NULL;
}

static int asked(Evidence *evidence, int question, const Unit *w, Py_ssize_t n) {
    PyObject *word = to_str(w, n);
    PyObject *answer = word ? PyObject_CallFunction(evidence->ask, "iO", question, word) : NULL;
    Py_XDECREF(word);
    if (!answer) return FAILED;
    long value = PyLong_AsLong(answer);
    Py_DECREF(answer);
    return value == -1 && PyErr_Occurred() ? FAILED : (int)value;
}

/* The answer to a question that was not asked yet, which is remembered. */
__attribute__((noinline)) static int learned(Evidence *evidence, int question, const Unit *w, int n, uint64_t hash) {
    int answer = asked(evidence, question, w, n);
    if (answer < 0) return FAILED;
    Known *found = known(evidence, w, n, hash);
    if (!found) {
        if (evidence->words.used >= evidence->words.most) {
            cache_clear(&evidence->words);
            evidence->keys.n = 0;
        }
        int64_t key = text_keep(&evidence->keys, w, n);
        Known record = {.hash = hash, .key = (uint32_t)key, .key_n = (uint16_t)n};
        for (int each = 0; each < QUESTIONS; each++) record.answers[each] = UNASKED;
        int64_t number = key < 0 ? FAILED : cache_add(&evidence->words, &record);
        if (number < 0) return FAILED;
        found = RECORD(&evidence->words, Known, number);
    }
    found->answers[question] = (int16_t)answer;
    return answer;
}

/* What Python says of a word. Whoever answers may use this cache too: nothing in it is held on to over a question. */
int answer_of(Evidence *evidence, int question, const Unit *w, Py_ssize_t length) {
    if (length > LONGEST_KEPT) return asked(evidence, question, w, length);
    uint64_t hash = hash_of(w, (int)length);
    const Known *found = known(evidence, w, (int)length, hash);
    if (found && found->answers[question] != UNASKED) return found->answers[question];
    return learned(evidence, question, w, (int)length, hash);
}

/* The text as units, with a line feed behind it; *n: how many with it. To be freed. */
Unit *units_of(PyObject *text, Py_ssize_t *n) {
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

int keep(PyObject *list, PyObject *item) {
    int failed = !item || PyList_Append(list, item);
    Py_XDECREF(item);
    return failed ? FAILED : 0;
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
    if (PyBytes_Size(classes) != BMP * (Py_ssize_t)sizeof(uint32_t)) {
        PyErr_SetString(PyExc_ValueError, "classes are wanted for each of 65,536 characters");
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
    {"spans", spans_of, METH_O, "Where lines with letters of Arabic script begin and end."},
    {"lines", lines_of, METH_O, "What the words and shapes of each line say for logical and for visual order."},
    {"orders", orders_of, METH_VARARGS, "What the words and the edges of each line say for the order in which they stand."},
    {"joined", joined_again, METH_VARARGS, "Lines of pieces in reverse order, put together again."},
    {"turned", turned, METH_VARARGS, "Lines in the other order."},
    {"plain", plain, METH_VARARGS, "The letters that shaped forms show."},
    {"pieces", pieces_of, METH_O, "Where a space stands beside what is no word."},
    {"runs", runs_of, METH_VARARGS, "The runs of characters of some classes that hold some letters, and where they begin."},
    {"words", words_of, METH_O, "The words that a reader may have turned, and where they begin."},
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

int add_evidence(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Evidence", type);
    Py_XDECREF(type);
    return failed || add_clues(module) || add_places(module) ? -1 : 0;
}
