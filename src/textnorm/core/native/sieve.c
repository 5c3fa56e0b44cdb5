/* Owns the type Sieve: the search for a pattern that stands in few texts, behind an automaton that tells where it cannot match. */
#include "core.h"

enum { PIECE = 2048 }; /* units that are looked at in one go, without memory of their own */

typedef struct {
    PyObject_HEAD
    Py_buffer buffer;
    Hint hint;
    PyObject *search; /* of the pattern */
} Sieve;

/* Whether the arguments are one string, in which the pattern does not match: 1, 0, or FAILED. */
static int stands_in_none(const Sieve *sieve, PyObject *arguments) {
    PyObject *text = PyTuple_Size(arguments) == 1 ? PyTuple_GetItem(arguments, 0) : NULL;
    if (!text || !PyUnicode_CheckExact(text)) return 0;
    Unit units[PIECE];
    size_t state = 0;
    for (Py_ssize_t at = 0, n = PyUnicode_GetLength(text); at < n && state != HINT_FOUND; at += PIECE) {
        Py_ssize_t end = n - at < PIECE ? n : at + PIECE;
        PyObject *piece = PyUnicode_Substring(text, at, end);
        int failed = !piece || !PyUnicode_AsUCS4(piece, units, PIECE, 0);
        Py_XDECREF(piece);
        if (failed) return FAILED;
        state = hint_state(&sieve->hint, units, end - at, state);
    }
    return !is_found(&sieve->hint, state);
}

static PyObject *sieve_call(PyObject *self, PyObject *arguments, PyObject *named) {
    const Sieve *sieve = (const Sieve *)self;
    int none = named ? 0 : stands_in_none(sieve, arguments);
    if (none == FAILED) return NULL;
    if (none) Py_RETURN_NONE;
    return PyObject_Call(sieve->search, arguments, named);
}

/* Sieve(table, search) */
static PyObject *sieve_new(PyTypeObject *type, PyObject *arguments, PyObject *Py_UNUSED(named)) {
    PyObject *table, *search;
    if (!PyArg_ParseTuple(arguments, "OO", &table, &search)) return NULL;
    allocfunc alloc = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Sieve *sieve = (Sieve *)alloc(type, 0);
    if (!sieve) return NULL;
    sieve->search = Py_NewRef(search);
    if (PyObject_GetBuffer(table, &sieve->buffer, PyBUF_SIMPLE) || hint_open(&sieve->hint, sieve->buffer.buf, sieve->buffer.len / 4))
        Py_CLEAR(sieve);
    return (PyObject *)sieve;
}

static int sieve_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Sieve *)self)->search);
    return 0;
}

static int sieve_clear(PyObject *self) {
    Py_CLEAR(((Sieve *)self)->search);
    return 0;
}

static void sieve_free(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    sieve_clear(self);
    PyBuffer_Release(&((Sieve *)self)->buffer);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyType_Slot slots[] = {
    {Py_tp_doc, "The search of a pattern, which is not run where an automaton says that it finds nothing."},
    {Py_tp_new, sieve_new},
    {Py_tp_call, sieve_call},
    {Py_tp_dealloc, sieve_free},
    {Py_tp_traverse, sieve_traverse},
    {Py_tp_clear, sieve_clear},
    {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Sieve", sizeof(Sieve), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};

int add_sieve(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Sieve", type);
    Py_XDECREF(type);
    return failed;
}
