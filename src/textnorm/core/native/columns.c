/* Owns columns of whole numbers, one a line of a page: the functions of textnorm.pages.content.columns, on lists. */
#include "pages.h"

/* A column as numbers: *to is to be freed. Returns its length, or -1 with a Python error set. */
static Py_ssize_t read_column(PyObject *list, int64_t **to) {
    *to = NULL;
    if (!PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "a column is a list");
        return -1;
    }
    Py_ssize_t n = PyList_Size(list);
    int64_t *values = *to = PyMem_Malloc(sizeof(int64_t) * (size_t)(n + 1));
    if (!values) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) values[i] = PyLong_AsLongLong(PyList_GetItem(list, i));
    return PyErr_Occurred() ? -1 : n;
}

static PyObject *column_of(const int64_t *values, Py_ssize_t n) {
    PyObject *list = PyList_New(n);
    for (Py_ssize_t i = 0; list && i < n; i++) {
        PyObject *value = PyLong_FromLongLong(values[i]);
        if (!value || PyList_SetItem(list, i, value)) Py_CLEAR(list);
    }
    return list;
}

/* What one function makes of a column: from *n* numbers to as many, in their place. */
typedef int (*Change)(int64_t *values, Py_ssize_t n, const int64_t *numbers);

static PyObject *changed(PyObject *list, const int64_t *numbers, Change change) {
    int64_t *values;
    Py_ssize_t n = read_column(list, &values);
    PyObject *result = n < 0 || change(values, n, numbers) ? NULL : column_of(values, n);
    PyMem_Free(values);
    return result;
}

static int64_t clamped(int64_t at, Py_ssize_t n) { return at < 0 ? 0 : at > n ? n : at; }

/* numbers: how far up, how far down */
static int sum_windows(int64_t *values, Py_ssize_t n, const int64_t *numbers) {
    int64_t *totals = PyMem_Malloc(sizeof(int64_t) * (size_t)(n + 1));
    if (!totals) {
        PyErr_NoMemory();
        return FAILED;
    }
    totals[0] = 0;
    for (Py_ssize_t i = 0; i < n; i++) totals[i + 1] = totals[i] + values[i];
    for (Py_ssize_t i = 0; i < n; i++)
        values[i] = totals[clamped(i + numbers[1] + 1, n)] - totals[clamped(i - numbers[0], n)];
    PyMem_Free(totals);
    return 0;
}

static PyObject *window(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *list;
    long long before, after;
    if (!PyArg_ParseTuple(args, "OLL", &list, &before, &after)) return NULL;
    return changed(list, (int64_t[]){before, after}, sum_windows);
}

static const int64_t GAPS[] = {0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100, 200};
enum { FURTHEST = sizeof GAPS / sizeof *GAPS - 1 };

/* The step of a distance. */
static int64_t gap(int64_t distance) {
    int64_t step = FURTHEST;
    while (GAPS[step] > distance) step--;
    return step;
}

static int up(int64_t *values, Py_ssize_t n, const int64_t *numbers) {
    (void)numbers;
    Py_ssize_t last = -1;
    for (Py_ssize_t i = 0; i < n; i++) {
        if (values[i]) last = i;
        values[i] = last < 0 ? FURTHEST : gap(i - last);
    }
    return 0;
}

static int down(int64_t *values, Py_ssize_t n, const int64_t *numbers) {
    (void)numbers;
    Py_ssize_t last = -1;
    for (Py_ssize_t i = n; i-- > 0;) {
        if (values[i]) last = i;
        values[i] = last < 0 ? FURTHEST : gap(last - i);
    }
    return 0;
}

static int run_lengths(int64_t *values, Py_ssize_t n, const int64_t *numbers) {
    (void)numbers;
    for (Py_ssize_t start = 0, end; start < n; start = end) {
        int64_t flag = values[start];
        for (end = start; end < n && values[end] == flag; end++) {}
        int64_t step = flag ? gap(end - start) : 0;
        for (Py_ssize_t i = start; i < end; i++) values[i] = step;
    }
    return 0;
}

static PyObject *since(PyObject *self, PyObject *list) {
    (void)self;
    return changed(list, NULL, up);
}

static PyObject *until(PyObject *self, PyObject *list) {
    (void)self;
    return changed(list, NULL, down);
}

static PyObject *runs(PyObject *self, PyObject *list) {
    (void)self;
    return changed(list, NULL, run_lengths);
}

PyMethodDef column_methods[] = {
    {"glued", glued, METH_O, "The places of capitals inside words of two capitalised halves."},
    {"cut_lines", cut_lines, METH_VARARGS, "The lines of a text, stripped of some spaces, where they begin, and which are not blank."},
    {"shared", shared, METH_VARARGS, "How many of each line's words other sentences have too, in eighths."},
    {"window", window, METH_VARARGS, "The sum over the lines round each."},
    {"since", since, METH_O, "How far above each line the last flagged one stands, in steps."},
    {"until", until, METH_O, "The same, looking down."},
    {"runs", runs, METH_O, "The length of the run of flagged lines that each line stands in, in steps."},
    {NULL, NULL, 0, NULL},
};
