/* Owns the end of a line of a page: pieces of text become one line, with how many characters of it stand where.
   LineBuilder in textnorm.pages.markup.builder does the same in Python. */
#include "markup.h"

/* what HTML shows as one space, however many there are */
static int is_html_blank(Unit c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* what Python takes for a space */
static int is_python_space(Unit c) {
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F
        || c == 0x205F || c == 0x3000;
}

/* what says nothing at the ends of a line */
static int is_edge(Unit c) { return c == ' ' || c == 0x200B || c == 0xFEFF; }

static Py_ssize_t stripped_size(const Unit *s, Py_ssize_t n) {
    while (n && is_python_space(s[n - 1])) n--;
    Py_ssize_t first = 0;
    while (first < n && is_python_space(s[first])) first++;
    return n - first;
}

/* The line that units make, every run of spaces one; NULL with *empty* set where nothing is left. */
static PyObject *spaced(Unit *s, Py_ssize_t n, PyObject *whole, int *empty) {
    Py_ssize_t to = 0;
    int other = 0; /* a space of another kind has become one */
    for (Py_ssize_t i = 0; i < n; i++) {
        int blank = is_html_blank(s[i]);
        other |= blank && s[i] != ' ';
        if (!blank) s[to++] = s[i];
        else if (to && s[to - 1] != ' ') s[to++] = ' ';
    }
    while (to && is_edge(s[to - 1])) to--;
    Py_ssize_t first = 0;
    while (first < to && is_edge(s[first])) first++;
    *empty = first == to;
    if (*empty) return NULL;
    return whole && !other && to - first == n ? Py_NewRef(whole) : to_str(s + first, to - first);
}

/* One part of a line: its size and its place; none of spaces alone. */
static int add_part(PyObject *row, Py_ssize_t size, PyObject *place) {
    PyObject *pair = size ? Py_BuildValue("(nO)", size, place) : NULL;
    int failed = size && (!pair || PyList_Append(row, pair));
    Py_XDECREF(pair);
    return failed ? FAILED : 0;
}

/* All pieces in one buffer, and a row with the size and the place of each. */
static PyObject *gathered(PyObject *parts, PyObject *origins, Text *to) {
    PyObject *row = PyList_New(0);
    to->n = 0;
    for (Py_ssize_t i = 0; row && i < PyList_Size(parts); i++) {
        PyObject *part = PyList_GetItem(parts, i);
        Py_ssize_t n = PyUnicode_GetLength(part);
        if (n < 0 || text_room(to, n + 1) || (n && !PyUnicode_AsUCS4(part, to->at + to->n, n + 1, 0)) ||
            add_part(row, stripped_size(to->at + to->n, n), PyList_GetItem(origins, i)))
            Py_CLEAR(row);
        else
            to->n += n;
    }
    return row;
}

/* End the line that has begun, if one has. */
int end_line(PyObject *lines, PyObject *places, PyObject *parts, PyObject *origins, Text *buffer) {
    Py_ssize_t n = PyList_Size(parts);
    if (!n) return 0;
    PyObject *row = gathered(parts, origins, buffer);
    if (!row) return FAILED;
    int empty = 0;
    PyObject *line = spaced(buffer->at, buffer->n, n == 1 ? PyList_GetItem(parts, 0) : NULL, &empty);
    int failed = !line && !empty;
    if (line) failed = PyList_Append(lines, line) || PyList_Append(places, row);
    Py_DECREF(row);
    Py_XDECREF(line);
    return failed || PyList_SetSlice(parts, 0, n, NULL) || PyList_SetSlice(origins, 0, n, NULL) ? FAILED : 0;
}
