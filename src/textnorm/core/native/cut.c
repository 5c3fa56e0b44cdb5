/* Owns the lines of a page, as textnorm.pages.document wants them. */
#include "pages.h"

typedef struct {
    PyObject *raw, *lines, *starts, *filled, *gaps, *fences;
    Whitespace whitespace;
    Py_ssize_t edge;            /* the last line that is not blank; below zero: none */
    int clean;                  /* of the line below it: it is empty, and so far the only one */
} Cut;

int whitespace_open(Whitespace *whitespace, PyObject *from) {
    if ((whitespace->n = from_str(from, whitespace->at, MOST_BLANK)) >= 0) return 0;
    if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "too many blank characters");
    return FAILED;
}

static int is_of(const Whitespace *whitespace, Unit c) {
    for (Py_ssize_t i = 0; i < whitespace->n; i++)
        if (whitespace->at[i] == c) return 1;
    return 0;
}

/* The bounds of a line without the whitespace at its ends. */
void strip(const Whitespace *whitespace, const Unit *s, Py_ssize_t *first, Py_ssize_t *last) {
    while (*first < *last && is_of(whitespace, s[*first])) ++*first;
    while (*first < *last && is_of(whitespace, s[*last - 1])) --*last;
}

int add(PyObject *list, PyObject *object) {
    int failed = !object || PyList_Append(list, object);
    Py_XDECREF(object);
    return failed ? FAILED : 0;
}

/* Note blank lines above a line, or above the end of the text, unless they are one empty line between two others. */
static int add_gap(Cut *cut, Py_ssize_t below, int at_end) {
    Py_ssize_t above = cut->edge, blank = below - above - 1;
    cut->edge = below;
    if (!blank || (blank == 1 && above >= 0 && cut->clean && !at_end)) return 0;
    return add(cut->gaps, Py_BuildValue("(nn)", above, below));
}

/* Whether a line begins with three marks that fence code. */
static int is_fence(const Unit *s, Py_ssize_t n) {
    return n > 2 && (s[0] == '`' || s[0] == '~') && s[1] == s[0] && s[2] == s[0];
}

static int add_line(Cut *cut, PyObject *text, const Unit *s, Py_ssize_t start, Py_ssize_t end) {
    PyObject *raw = PyUnicode_Substring(text, start, end);
    if (!raw) return FAILED;
    Py_ssize_t first = start, last = end, number = PyList_Size(cut->raw);
    strip(&cut->whitespace, s, &first, &last);
    PyObject *line = first == start && last == end ? Py_NewRef(raw) : PyUnicode_Substring(text, first, last);
    int failed = 0;
    if (number == cut->edge + 1) cut->clean = start == end;
    if (first < last) failed = add(cut->filled, PyLong_FromSsize_t(number)) || add_gap(cut, number, 0);
    if (is_fence(s + first, last - first)) failed = add(cut->fences, PyLong_FromSsize_t(number)) || failed;
    failed = add(cut->raw, raw) || failed;
    failed = add(cut->lines, line) || failed;
    return failed || add(cut->starts, PyLong_FromSsize_t(end + 1)) ? FAILED : 0;
}

/* The end of the line that begins at *at*: no branch in a block of units without one. */
static Py_ssize_t line_end(const Unit *s, Py_ssize_t at, Py_ssize_t n) {
    enum { BLOCK = 32 };
    for (unsigned breaks = 0; n - at >= BLOCK; at += BLOCK) {
        for (int i = 0; i < BLOCK; i++) breaks |= s[at + i] == '\n';
        if (breaks) break;
    }
    while (at < n && s[at] != '\n') at++;
    return at;
}

/* The lines of a text, the same without whitespace at their ends, where each begins, the numbers of those that are not blank, of
   those beside runs of blank lines, and of those that begin with a fence. */
PyObject *cut_lines(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *text, *blank;
    Cut cut = {.edge = -1};
    if (!PyArg_ParseTuple(args, "UU", &text, &blank) || whitespace_open(&cut.whitespace, blank)) return NULL;
    Py_ssize_t n = PyUnicode_GetLength(text);
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1));
    if (!s) return PyErr_NoMemory();
    PyObject **lists[] = {&cut.raw, &cut.lines, &cut.starts, &cut.filled, &cut.gaps, &cut.fences};
    int failed = n && !PyUnicode_AsUCS4(text, s, n + 1, 0);
    for (int i = 0; i < 6; i++) failed = !(*lists[i] = PyList_New(0)) || failed;
    if (!failed) failed = add(cut.starts, PyLong_FromLong(0));
    for (Py_ssize_t start = 0, end; !failed && start <= n; start = end + 1) {
        end = line_end(s, start, n);
        failed = add_line(&cut, text, s, start, end);
    }
    PyMem_Free(s);
    if (!failed) failed = add_gap(&cut, PyList_Size(cut.raw), 1);
    PyObject *result = failed ? NULL : PyTuple_Pack(6, cut.raw, cut.lines, cut.starts, cut.filled, cut.gaps, cut.fences);
    for (int i = 0; i < 6; i++) Py_XDECREF(*lists[i]);
    return result;
}
