/* Owns the cut of a window of textnorm.dates into pieces, and its tokens. What a piece is says a table that Python fills; where
   PIECE of textnorm.dates.tokenizer is not plainly decided by classes of characters, Python cuts. */
#include "pages.h"

/* what textnorm.dates.window_pieces says of the characters that it knows; others are pieces of their own */
enum { A_LETTER = 1, A_DIGIT = 2, A_MARK = 4, A_BLANK = 8, IS_WHITE = 16, BEGINS_ERA = 32, GOES_ON_ERA = 64, IN_NUMBER = 128 };
enum { CLASSED = 0x2100, TOKEN_PARTS = 5 };
#define KASHIDA 0x0640

typedef struct {
    const Unit *s;              /* the window, with a character on either side where there is one */
    Py_ssize_t start, end, n;
    const uint8_t *classes;
} Pieces;

static int of(const Pieces *w, Py_ssize_t at) {
    return at >= 0 && at < w->n && w->s[at] < CLASSED ? w->classes[w->s[at]] : 0;
}

static int has(const Pieces *w, Py_ssize_t at, int class) { return at < w->end && of(w, at) & class; }

static int is_sign(const Pieces *w, Py_ssize_t at, Unit sign) { return at < w->end && w->s[at] == sign; }

/* Whether the letter may begin an era with signs or spaces inside. */
static int may_be_era(const Pieces *w, Py_ssize_t at) {
    if (w->s[at] < 128) return is_sign(w, at + 1, '.');
    if (!has(w, at + 1, A_LETTER)) return 1;
    return has(w, at + 1, GOES_ON_ERA) && (w->s[at + 1] == KASHIDA || !has(w, at + 2, A_LETTER));
}

/* The end of a word; 0 where it may be an era. */
static Py_ssize_t end_of_word(const Pieces *w, Py_ssize_t at) {
    if (of(w, at) & BEGINS_ERA && may_be_era(w, at)) return 0;
    while (has(w, at, A_LETTER | A_MARK)) at++;
    return at;
}

/* The end of two digits behind a colon; 0 if these are not two. */
static Py_ssize_t two_digits(const Pieces *w, Py_ssize_t at) {
    return has(w, at + 1, A_DIGIT) && has(w, at + 2, A_DIGIT) && !has(w, at + 3, A_DIGIT) ? at + 3 : 0;
}

/* The end of a number or a time; 0 where a longer number with signs, or a date that touches a time, may be. */
static Py_ssize_t end_of_number(const Pieces *w, Py_ssize_t at) {
    Py_ssize_t first = at;
    if (of(w, at - 1) & A_DIGIT) return 0;
    while (has(w, at, A_DIGIT)) at++;
    int marked = has(w, at, A_MARK);
    while (has(w, at, A_DIGIT | A_MARK)) at++;
    if (!has(w, at, IN_NUMBER) || !has(w, at + 1, A_DIGIT)) return at;
    if (w->s[at] != ':' || marked || at - first > 2) return 0;
    if (!(at = two_digits(w, at))) return 0;
    if (is_sign(w, at, ':') && has(w, at + 1, A_DIGIT) && !(at = two_digits(w, at))) return 0;
    return is_sign(w, at, ':') && has(w, at + 1, A_DIGIT) ? 0 : at;
}

/* The end of the piece that begins here, perhaps with the spaces before it; 0 where Python is to cut. */
static Py_ssize_t end_of_piece(const Pieces *w, Py_ssize_t first, Py_ssize_t at) {
    if (has(w, at, A_LETTER)) return end_of_word(w, at);
    if (has(w, at, A_DIGIT)) return end_of_number(w, at);
    if (w->s[at] >= CLASSED) return 0;
    if (w->s[at] != '.' || at > first || of(w, at - 1) & IS_WHITE) return at + 1;
    if (at + 1 == w->end && at + 1 < w->n) return 0;
    return at + 1 + !!has(w, at + 1, A_BLANK);
}

/* Adds what is remembered of a piece, and the kinds of its tokens. */
static int add_piece(PyObject *const *lists, PyObject *known, PyObject *source) {
    PyObject *piece = source ? PyObject_GetItem(known, source) : NULL;
    PyObject *kinds = piece ? PyTuple_GetItem(piece, 0) : NULL;
    int failed = !kinds || PyList_Append(lists[1], piece) || PyList_Append(lists[2], kinds);
    Py_XDECREF(source);
    Py_XDECREF(piece);
    return failed ? FAILED : 0;
}

/* Fills the lists: where pieces begin, the pieces, and their kinds; NOT_MINE where Python is to cut. */
static int cut_window(const Pieces *w, PyObject *near, Py_ssize_t shift, PyObject *known, PyObject *const *lists) {
    for (Py_ssize_t at = w->start, first = at; at < w->end; first = at) {
        while (has(w, at, A_BLANK)) at++;
        if (at == w->end) break;
        if (!(at = end_of_piece(w, first, at))) return NOT_MINE;
        if (add(lists[0], PyLong_FromSsize_t(first + shift))) return FAILED;
        if (add_piece(lists, known, PyUnicode_Substring(near, first, at))) return FAILED;
    }
    return 0;
}

static PyObject *window_pieces(PyObject *text, Py_ssize_t start, Py_ssize_t end, const char *classes, PyObject *known) {
    Py_ssize_t from = start > 0 ? start - 1 : 0;
    PyObject *near = PyUnicode_Substring(text, from, end + 1), *empty = PyUnicode_FromString("");
    PyObject *lists[3] = {PyList_New(0), PyList_New(0), PyList_New(0)}, *shape = NULL, *found = NULL;
    Py_ssize_t n = near ? PyUnicode_GetLength(near) : 0;
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1));
    int failed = !near || !empty || !lists[0] || !lists[1] || !lists[2] || !s || !PyUnicode_AsUCS4(near, s, n + 1, 1) ? FAILED : 0;
    if (!failed) failed = cut_window(&(Pieces){s, start - from, end - from, n, (const uint8_t *)classes}, near, from, known, lists);
    if (!failed && (shape = PyUnicode_Join(empty, lists[2]))) found = PyTuple_Pack(3, lists[0], lists[1], shape);
    if (failed == NOT_MINE) found = Py_NewRef(Py_None);
    PyMem_Free(s);
    Py_XDECREF(near);
    Py_XDECREF(empty);
    Py_XDECREF(shape);
    for (int i = 0; i < 3; i++) Py_XDECREF(lists[i]);
    return found || PyErr_Occurred() ? found : PyErr_NoMemory();
}

/* The pieces of a window: where they begin, what is known of them, and the kinds of their tokens; None where Python is to cut. */
PyObject *date_pieces(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *text, *known;
    const char *classes;
    Py_ssize_t start, end, classes_n;
    if (!PyArg_ParseTuple(args, "Unny#O", &text, &start, &end, &classes, &classes_n, &known)) return NULL;
    if (classes_n != CLASSED || start < 0 || start > end || end > PyUnicode_GetLength(text))
        return PyErr_Format(PyExc_ValueError, "8,448 classes and a window of the text are wanted");
    return window_pieces(text, start, end, classes, known);
}

/* A token at its place: one of a piece, moved. */
static PyObject *moved(PyTypeObject *type, allocfunc make, PyObject *token, Py_ssize_t by) {
    PyObject *made = make(type, TOKEN_PARTS);
    for (Py_ssize_t i = 0; made && i < TOKEN_PARTS; i++) {
        PyObject *part = PyTuple_GetItem(token, i);
        part = !part ? NULL : i == 1 || i == 2 ? PyLong_FromSsize_t(PyLong_AsSsize_t(part) + by) : Py_NewRef(part);
        if (!part || PyTuple_SetItem(made, i, part)) Py_CLEAR(made);
    }
    return made;
}

static int add_tokens(PyObject *found, PyTypeObject *type, allocfunc make, PyObject *tokens, Py_ssize_t by) {
    Py_ssize_t n = tokens ? PyTuple_Size(tokens) : -1;
    for (Py_ssize_t i = 0; i < n; i++)
        if (add(found, moved(type, make, PyTuple_GetItem(tokens, i), by))) return FAILED;
    return n < 0 ? FAILED : 0;
}

/* The tokens of pieces, as a list of the type that is given. */
PyObject *date_tokens(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *type, *starts, *pieces;
    if (!PyArg_ParseTuple(args, "O!O!O!", &PyType_Type, &type, &PyList_Type, &starts, &PyList_Type, &pieces)) return NULL;
    if (!PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type) || PyList_Size(starts) != PyList_Size(pieces))
        return PyErr_Format(PyExc_ValueError, "a type of tuples is wanted, and a start for each piece");
    allocfunc make = (allocfunc)PyType_GetSlot((PyTypeObject *)type, Py_tp_alloc);
    PyObject *found = PyList_New(0);
    for (Py_ssize_t i = 0; found && i < PyList_Size(pieces); i++) {
        Py_ssize_t at = PyLong_AsSsize_t(PyList_GetItem(starts, i));
        if (add_tokens(found, (PyTypeObject *)type, make, PyTuple_GetItem(PyList_GetItem(pieces, i), 1), at)) Py_CLEAR(found);
    }
    return found && PyErr_Occurred() ? (Py_DECREF(found), NULL) : found;
}
