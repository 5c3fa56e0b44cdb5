/* Owns looks at a whole page: its lines, as textnorm.pages.document wants them, and words of two capitalised halves. */
#include "pages.h"

typedef struct {
    PyObject *raw, *lines, *starts, *filled, *gaps;
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

static int add_line(Cut *cut, PyObject *text, const Unit *s, Py_ssize_t start, Py_ssize_t end) {
    PyObject *raw = PyUnicode_Substring(text, start, end);
    if (!raw) return FAILED;
    Py_ssize_t first = start, last = end, number = PyList_Size(cut->raw);
    strip(&cut->whitespace, s, &first, &last);
    PyObject *line = first == start && last == end ? Py_NewRef(raw) : PyUnicode_Substring(text, first, last);
    int failed = 0;
    if (number == cut->edge + 1) cut->clean = start == end;
    if (first < last) failed = add(cut->filled, PyLong_FromSsize_t(number)) || add_gap(cut, number, 0);
    failed = add(cut->raw, raw) || failed;
    failed = add(cut->lines, line) || failed;
    return failed || add(cut->starts, PyLong_FromSsize_t(end + 1)) ? FAILED : 0;
}

/* The lines of a text, the same without whitespace at their ends, where each begins, the numbers of those that are not blank, and of
   those beside runs of blank lines. */
PyObject *cut_lines(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *text, *blank;
    Cut cut = {.edge = -1};
    if (!PyArg_ParseTuple(args, "UU", &text, &blank) || whitespace_open(&cut.whitespace, blank)) return NULL;
    Py_ssize_t n = PyUnicode_GetLength(text);
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1));
    if (!s) return PyErr_NoMemory();
    PyObject **lists[] = {&cut.raw, &cut.lines, &cut.starts, &cut.filled, &cut.gaps};
    int failed = n && !PyUnicode_AsUCS4(text, s, n + 1, 0);
    for (int i = 0; i < 5; i++) failed = !(*lists[i] = PyList_New(0)) || failed;
    if (!failed) failed = add(cut.starts, PyLong_FromLong(0));
    for (Py_ssize_t start = 0, end; !failed && start <= n; start = end + 1) {
        for (end = start; end < n && s[end] != '\n'; end++) {}
        failed = add_line(&cut, text, s, start, end);
    }
    PyMem_Free(s);
    if (!failed) failed = add_gap(&cut, PyList_Size(cut.raw), 1);
    PyObject *result = failed ? NULL : PyTuple_Pack(5, cut.raw, cut.lines, cut.starts, cut.filled, cut.gaps);
    for (int i = 0; i < 5; i++) Py_XDECREF(*lists[i]);
    return result;
}

static int is_small(Unit c) { return c - 'a' < 26; }
static int is_capital(Unit c) { return c - 'A' < 26; }
static int is_of_word(Unit c) { return is_small(c) || is_capital(c) || c - '0' < 10 || c == '_'; }
static int is_sign(Unit c, const char *signs) { return c && c < 128 && strchr(signs, (int)c) != NULL; }

enum { LEAST_HALF = 2, MOST_HALF = 19 };

/* Append the places of capitals inside words such as NovakPetra, which stand alone as far as ASCII tells. */
int add_glued(const Unit *s, Py_ssize_t n, PyObject *found) {
    for (Py_ssize_t i = 1; i < n; i++) {
        if (!is_capital(s[i]) || !is_small(s[i - 1])) continue;
        Py_ssize_t start = i - 1, end = i + 1;
        while (start > 0 && i - start <= MOST_HALF + 1 && is_small(s[start])) start--;
        while (end < n && end - i <= MOST_HALF + 1 && is_small(s[end])) end++;
        Py_ssize_t first = i - start - 1, second = end - i - 1;
        if (!is_capital(s[start]) || first < LEAST_HALF || first > MOST_HALF || second < LEAST_HALF || second > MOST_HALF) continue;
        if (start && (is_of_word(s[start - 1]) || is_sign(s[start - 1], "./#@-"))) continue;
        if (end < n && (is_of_word(s[end]) || is_sign(s[end], "./(:=-"))) continue;
        if (add(found, PyLong_FromSsize_t(i))) return FAILED;
    }
    return 0;
}
