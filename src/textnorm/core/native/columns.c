/* Owns what is made of a column by going over it once: sums, distances, runs. */
#include "pages.h"

static const int64_t *numbers_of(PyObject *self) { return ((Column *)self)->at; }

/* The numbers that a method is called with; 0 with a Python error set. */
static int numbers_in(PyObject *const *args, Py_ssize_t given, int wanted, int64_t *to) {
    if (given != wanted) return PyErr_Format(PyExc_TypeError, "%d numbers are wanted", wanted), 0;
    for (int i = 0; i < wanted; i++) to[i] = PyLong_AsLongLong(args[i]);
    return !PyErr_Occurred();
}

PyObject *column_filled(PyObject *type, PyObject *const *args, Py_ssize_t given) {
    int64_t number[2];
    if (!numbers_in(args, given, 2, number)) return NULL;
    Column *made = column_new((PyTypeObject *)type, number[1] > 0 ? number[1] : 0);
    for (Py_ssize_t i = 0; made && i < lines_in(made); i++) made->at[i] = number[0];
    return (PyObject *)made;
}

PyObject *column_places(PyObject *type, PyObject *size) {
    Py_ssize_t n = PyLong_AsSsize_t(size);
    Column *made = PyErr_Occurred() ? NULL : column_new((PyTypeObject *)type, n > 0 ? n : 0);
    for (Py_ssize_t i = 0; made && i < n; i++) made->at[i] = i;
    return (PyObject *)made;
}

static int64_t clamped(int64_t at, Py_ssize_t n) { return at < 0 ? 0 : at > n ? n : at; }

PyObject *column_shifted(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    int64_t number[2];
    Column *made = numbers_in(args, given, 2, number) ? column_like(self) : NULL;
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) {
        int64_t from = i + number[0];
        made->at[i] = from < 0 || from >= lines_in(self) ? number[1] : numbers_of(self)[from];
    }
    return (PyObject *)made;
}

PyObject *column_totals(PyObject *self, PyObject *none) {
    (void)none;
    Column *made = column_like(self);
    int64_t total = 0;
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) made->at[i] = total += numbers_of(self)[i];
    return (PyObject *)made;
}

PyObject *column_window(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    int64_t number[2];
    Py_ssize_t n = lines_in(self);
    PyObject *totals = numbers_in(args, given, 2, number) ? column_totals(self, NULL) : NULL;
    Column *made = totals ? column_like(self) : NULL;
    for (Py_ssize_t i = 0; made && i < n; i++) {
        int64_t end = clamped(i + number[1] + 1, n), start = clamped(i - number[0], n);
        made->at[i] = (end ? numbers_of(totals)[end - 1] : 0) - (start ? numbers_of(totals)[start - 1] : 0);
    }
    Py_XDECREF(totals);
    return (PyObject *)made;
}

static const int64_t GAPS[] = {0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100, 200};
enum { FURTHEST = sizeof GAPS / sizeof *GAPS - 1 };

/* The step of a distance. */
static int64_t gap(int64_t distance) {
    int64_t step = 0;
    while (step < FURTHEST && GAPS[step + 1] <= distance) step++;
    return step;
}

PyObject *column_since(PyObject *self, PyObject *none) {
    (void)none;
    Column *made = column_like(self);
    Py_ssize_t last = -1;
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) {
        if (numbers_of(self)[i]) last = i;
        made->at[i] = last < 0 ? FURTHEST : gap(i - last);
    }
    return (PyObject *)made;
}

PyObject *column_until(PyObject *self, PyObject *none) {
    (void)none;
    Column *made = column_like(self);
    Py_ssize_t last = -1;
    for (Py_ssize_t i = made ? lines_in(self) : 0; i-- > 0;) {
        if (numbers_of(self)[i]) last = i;
        made->at[i] = last < 0 ? FURTHEST : gap(last - i);
    }
    return (PyObject *)made;
}

PyObject *column_runs(PyObject *self, PyObject *none) {
    (void)none;
    Column *made = column_like(self);
    const int64_t *at = numbers_of(self);
    for (Py_ssize_t start = 0, end; made && start < lines_in(self); start = end) {
        for (end = start; end < lines_in(self) && at[end] == at[start]; end++) {}
        int64_t step = at[start] ? gap(end - start) : 0;
        for (Py_ssize_t i = start; i < end; i++) made->at[i] = step;
    }
    return (PyObject *)made;
}

PyObject *column_bit_lengths(PyObject *self, PyObject *none) {
    (void)none;
    Column *made = column_like(self);
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) {
        int64_t length = 0;
        for (int64_t left = numbers_of(self)[i]; left > 0; left >>= 1) length++;
        made->at[i] = length;
    }
    return (PyObject *)made;
}

PyObject *column_steps(PyObject *self, PyObject *table) {
    if (!is_column(table) || !lines_in(table)) return PyErr_Format(PyExc_TypeError, "a column of steps is wanted");
    Column *made = column_like(self);
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++)
        made->at[i] = numbers_of(table)[clamped(numbers_of(self)[i], lines_in(table) - 1)];
    return (PyObject *)made;
}

PyObject *column_sum(PyObject *self, PyObject *none) {
    (void)none;
    int64_t total = 0;
    for (Py_ssize_t i = 0; i < lines_in(self); i++) total += numbers_of(self)[i];
    return PyLong_FromLongLong(total);
}
