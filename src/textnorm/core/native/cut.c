/* Owns looks at a whole page: its lines, as textnorm.pages.document wants them, and words of two capitalised halves. */
#include "pages.h"

enum { MOST_BLANK = 32 };

typedef struct {
    PyObject *raw, *lines, *starts, *filled;
    Unit blank[MOST_BLANK];
    Py_ssize_t blank_n;
} Cut;

static int is_of(const Cut *cut, Unit c) {
    for (Py_ssize_t i = 0; i < cut->blank_n; i++)
        if (cut->blank[i] == c) return 1;
    return 0;
}

/* Append an object to a list and let it go. */
static int add(PyObject *list, PyObject *object) {
    int failed = !object || PyList_Append(list, object);
    Py_XDECREF(object);
    return failed ? FAILED : 0;
}

static int add_line(Cut *cut, PyObject *text, const Unit *s, Py_ssize_t start, Py_ssize_t end) {
    PyObject *raw = PyUnicode_Substring(text, start, end);
    if (!raw) return FAILED;
    Py_ssize_t first = start, last = end;
    while (first < last && is_of(cut, s[first])) first++;
    while (first < last && is_of(cut, s[last - 1])) last--;
    PyObject *line = first == start && last == end ? Py_NewRef(raw) : PyUnicode_Substring(text, first, last);
    int failed = 0;
    if (first < last) failed = add(cut->filled, PyLong_FromSsize_t(PyList_Size(cut->raw)));
    failed = add(cut->raw, raw) || failed;
    failed = add(cut->lines, line) || failed;
    return failed || add(cut->starts, PyLong_FromSsize_t(end + 1)) ? FAILED : 0;
}

/* The lines of a text, the same without spaces at their ends, where each begins, and the numbers of those that are not blank. */
PyObject *cut_lines(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *text, *blank;
    Cut cut = {0};
    if (!PyArg_ParseTuple(args, "UU", &text, &blank)) return NULL;
    if ((cut.blank_n = from_str(blank, cut.blank, MOST_BLANK)) < 0) {
        if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "too many blank characters");
        return NULL;
    }
    Py_ssize_t n = PyUnicode_GetLength(text);
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1));
    if (!s) return PyErr_NoMemory();
    PyObject **lists[] = {&cut.raw, &cut.lines, &cut.starts, &cut.filled};
    int failed = n && !PyUnicode_AsUCS4(text, s, n + 1, 0);
    for (int i = 0; i < 4; i++) failed = !(*lists[i] = PyList_New(0)) || failed;
    if (!failed) failed = add(cut.starts, PyLong_FromLong(0));
    for (Py_ssize_t start = 0, end; !failed && start <= n; start = end + 1) {
        for (end = start; end < n && s[end] != '\n'; end++) {}
        failed = add_line(&cut, text, s, start, end);
    }
    PyMem_Free(s);
    PyObject *result = failed ? NULL : PyTuple_Pack(4, cut.raw, cut.lines, cut.starts, cut.filled);
    for (int i = 0; i < 4; i++) Py_XDECREF(*lists[i]);
    return result;
}

static int is_small(Unit c) { return c - 'a' < 26; }
static int is_capital(Unit c) { return c - 'A' < 26; }
static int is_of_word(Unit c) { return is_small(c) || is_capital(c) || c - '0' < 10 || c == '_'; }
static int is_sign(Unit c, const char *signs) { return c && c < 128 && strchr(signs, (int)c) != NULL; }

enum { LEAST_HALF = 2, MOST_HALF = 19 };

/* The places of capitals inside words such as NovakPetra, which stand alone as far as ASCII tells. */
PyObject *glued(PyObject *self, PyObject *text) {
    (void)self;
    Py_ssize_t n = PyUnicode_Check(text) ? PyUnicode_GetLength(text) : -1;
    if (n < 0) return PyErr_Format(PyExc_TypeError, "a str is wanted");
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1));
    if (!s) return PyErr_NoMemory();
    int failed = n && !PyUnicode_AsUCS4(text, s, n + 1, 0);
    PyObject *found = failed ? NULL : PyList_New(0);
    for (Py_ssize_t i = 1; found && i < n; i++) {
        if (!is_capital(s[i]) || !is_small(s[i - 1])) continue;
        Py_ssize_t start = i - 1, end = i + 1;
        while (start > 0 && i - start <= MOST_HALF + 1 && is_small(s[start])) start--;
        while (end < n && end - i <= MOST_HALF + 1 && is_small(s[end])) end++;
        Py_ssize_t first = i - start - 1, second = end - i - 1;
        if (!is_capital(s[start]) || first < LEAST_HALF || first > MOST_HALF || second < LEAST_HALF || second > MOST_HALF) continue;
        if (start && (is_of_word(s[start - 1]) || is_sign(s[start - 1], "./#@-"))) continue;
        if (end < n && (is_of_word(s[end]) || is_sign(s[end], "./(:=-"))) continue;
        if (add(found, PyLong_FromSsize_t(i))) Py_CLEAR(found);
    }
    PyMem_Free(s);
    return found;
}
