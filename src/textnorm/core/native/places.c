/* Owns the one look at an extracted text that tells where its patterns may begin (textnorm.extracted.hinted_patterns). */
#include "extracted.h"

enum { MOST_HINTS = 64, SIDES = 3, KINDS = 256 };

/* The hints, a bit each: for each kind of character those that allow it before, at, and behind the place where a pattern begins. */
typedef struct {
    const uint8_t *kind;      /* of the characters below BMP; the first kind is that of both edges of the text */
    const uint64_t *allowed[SIDES];
    const uint8_t *pattern;   /* of each hint */
} Hints;

/* Put a place into the lists of the patterns whose hints are in *found*, once into each. */
static int put(const Hints *hints, uint64_t found, PyObject *lists, Py_ssize_t place) {
    uint64_t done = 0;
    for (; found; found &= found - 1) {
        int number = hints->pattern[__builtin_ctzll(found)];
        if (done >> number & 1) continue;
        done |= (uint64_t)1 << number;
        if (keep(PyTuple_GetItem(lists, number), PyLong_FromSsize_t(place))) return FAILED;
    }
    return 0;
}

static int look_for(const Hints *hints, const Unit *s, Py_ssize_t n, PyObject *lists) {
    const uint8_t *kind = hints->kind;
    uint64_t before = hints->allowed[0][0], last = n ? kind[s[0] < BMP ? s[0] : BMP - 1] : 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        uint64_t next = i + 1 < n ? kind[s[i + 1] < BMP ? s[i + 1] : BMP - 1] : 0;
        uint64_t found = before & hints->allowed[1][last] & hints->allowed[2][next];
        if (found && put(hints, found, lists, i)) return FAILED;
        before = hints->allowed[0][last], last = next;
    }
    return 0;
}

static PyObject *lists_of(Py_ssize_t n) {
    PyObject *lists = PyTuple_New(n);
    for (Py_ssize_t i = 0; lists && i < n; i++) {
        PyObject *list = PyList_New(0);
        if (!list || PyTuple_SetItem(lists, i, list)) Py_CLEAR(lists);
    }
    return lists;
}

/* places(text, kinds, allowed, patterns) -> for each pattern the places where a hint says that it may begin; allowed: the hints, as
   a bit each, for each kind of character before the place, then at it, then behind it; patterns: the number of that of each hint */
static PyObject *places_of(PyObject *Py_UNUSED(self), PyObject *arguments) {
    PyObject *text, *lists = NULL;
    Py_buffer kinds, allowed, patterns;
    Py_ssize_t n;
    if (!PyArg_ParseTuple(arguments, "Uy*y*y*", &text, &kinds, &allowed, &patterns)) return NULL;
    Py_ssize_t most = -1;
    for (Py_ssize_t i = 0; i < patterns.len; i++) most = Py_MAX(most, ((const uint8_t *)patterns.buf)[i]);
    int whole = kinds.len == BMP && allowed.len == SIDES * KINDS * (Py_ssize_t)sizeof(uint64_t);
    if (!whole || patterns.len > MOST_HINTS || most >= MOST_HINTS)
        PyErr_SetString(PyExc_ValueError, "hints of another shape");
    else {
        const uint64_t *sides = allowed.buf;
        Hints hints = {kinds.buf, {sides, sides + KINDS, sides + 2 * KINDS}, patterns.buf};
        Unit *s = units_of(text, &n);
        lists = s ? lists_of(most + 1) : NULL;
        if (lists && look_for(&hints, s, n - 1, lists)) Py_CLEAR(lists); /* without the line feed behind it */
        PyMem_Free(s);
    }
    PyBuffer_Release(&kinds);
    PyBuffer_Release(&allowed);
    PyBuffer_Release(&patterns);
    return lists;
}

static PyMethodDef functions[] = {
    {"places", places_of, METH_VARARGS, "Where patterns may begin, as hints for each of them say."},
    {NULL, NULL, 0, NULL},
};

int add_places(PyObject *module) { return PyModule_AddFunctions(module, functions); }
