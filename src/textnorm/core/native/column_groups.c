/* Owns what is made of a column by groups of lines: a group begins at each flagged line, and at the first. */
#include "pages.h"

static const int64_t *numbers_of(PyObject *self) { return ((Column *)self)->at; }

static int is_alike(PyObject *self, PyObject *other) {
    int alike = is_column(other) && lines_in(other) == lines_in(self);
    if (!alike) PyErr_SetString(PyExc_ValueError, "columns must be of one length");
    return alike;
}

/* What stands in the place of the lines of a group, made of them. */
typedef int64_t (*OfGroup)(const int64_t *first, Py_ssize_t n);

static PyObject *grouped(PyObject *self, PyObject *starts, OfGroup of) {
    Column *made = is_alike(self, starts) ? column_like(self) : NULL;
    for (Py_ssize_t start = 0, end; made && start < lines_in(self); start = end) {
        for (end = start + 1; end < lines_in(self) && !numbers_of(starts)[end]; end++) {}
        int64_t value = of(numbers_of(self) + start, end - start);
        for (Py_ssize_t i = start; i < end; i++) made->at[i] = value;
    }
    return (PyObject *)made;
}

static int64_t sum_of(const int64_t *first, Py_ssize_t n) {
    int64_t sum = 0;
    for (Py_ssize_t i = 0; i < n; i++) sum += first[i];
    return sum;
}

static int64_t most_of(const int64_t *first, Py_ssize_t n) {
    int64_t most = first[0];
    for (Py_ssize_t i = 1; i < n; i++) most = first[i] > most ? first[i] : most;
    return most;
}

PyObject *column_sums(PyObject *self, PyObject *starts) { return grouped(self, starts, sum_of); }
PyObject *column_peaks(PyObject *self, PyObject *starts) { return grouped(self, starts, most_of); }

PyObject *column_max(PyObject *self, PyObject *none) {
    (void)none;
    if (!lines_in(self)) return PyErr_Format(PyExc_ValueError, "no line has a number");
    return PyLong_FromLongLong(most_of(numbers_of(self), lines_in(self)));
}

/* Each line's number at the last flagged line at or above it, or at or below it: *step* is 1 or -1. */
static PyObject *held(PyObject *self, PyObject *const *args, Py_ssize_t given, int step) {
    if (given != 2 || !is_alike(self, args[0])) return given == 2 ? NULL : PyErr_Format(PyExc_TypeError, "flags and a number are wanted");
    int64_t last = PyLong_AsLongLong(args[1]);
    Column *made = PyErr_Occurred() ? NULL : column_like(self);
    Py_ssize_t n = made ? lines_in(self) : 0;
    for (Py_ssize_t i = step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step) {
        if (numbers_of(args[0])[i]) last = numbers_of(self)[i];
        made->at[i] = last;
    }
    return (PyObject *)made;
}

PyObject *column_held(PyObject *self, PyObject *const *args, Py_ssize_t given) { return held(self, args, given, 1); }
PyObject *column_held_below(PyObject *self, PyObject *const *args, Py_ssize_t given) { return held(self, args, given, -1); }

static int is_place(int64_t place, Py_ssize_t size) {
    int inside = place >= 0 && place < size;
    if (!inside) PyErr_SetString(PyExc_IndexError, "no such place");
    return inside;
}

/* For each of some places the sum of the numbers of the lines that say it. */
PyObject *column_gathered(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 2 || !is_alike(self, args[0])) return given == 2 ? NULL : PyErr_Format(PyExc_TypeError, "places and a size are wanted");
    Py_ssize_t size = PyLong_AsSsize_t(args[1]);
    Column *made = PyErr_Occurred() ? NULL : column_new(Py_TYPE(self), size > 0 ? size : 0);
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) {
        if (is_place(numbers_of(args[0])[i], size)) made->at[numbers_of(args[0])[i]] += numbers_of(self)[i];
        else Py_CLEAR(made);
    }
    return (PyObject *)made;
}

/* Each number with those of the places that stand in its own, which each say where they stand: further up, or by themselves. */
PyObject *column_raised(PyObject *self, PyObject *above) {
    Column *made = is_alike(self, above) ? column_like(self) : NULL;
    if (made) memcpy(made->at, numbers_of(self), (size_t)lines_in(self) * sizeof(int64_t));
    for (Py_ssize_t i = made ? lines_in(self) - 1 : -1; made && i >= 0; i--) {
        int64_t upper = numbers_of(above)[i];
        if (!is_place(upper, i + 1)) Py_CLEAR(made);
        else if (upper != i) made->at[upper] += made->at[i];
    }
    return (PyObject *)made;
}

/* How many places from a certain one inward each place stands in, of places that say what they stand in: further up, or by themselves. */
PyObject *column_inward(PyObject *self, PyObject *const *args, Py_ssize_t given) {
    if (given != 2) return PyErr_Format(PyExc_TypeError, "a place and a number are wanted");
    int64_t from = PyLong_AsLongLong(args[0]), most = PyLong_AsLongLong(args[1]);
    Column *made = PyErr_Occurred() ? NULL : column_like(self);
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) {
        int64_t upper = numbers_of(self)[i];
        if (!is_place(upper, i + 1)) {
            Py_CLEAR(made);
            break;
        }
        int64_t inside = upper != i ? made->at[upper] : 0;
        if (inside || i == from) made->at[i] = inside < most ? inside + 1 : most;
    }
    return (PyObject *)made;
}

/* For each place the uppermost one over it of which all between the two are flagged, and it too; else itself. */
PyObject *column_branches(PyObject *self, PyObject *flags) {
    Column *made = is_alike(self, flags) ? column_like(self) : NULL;
    for (Py_ssize_t i = 0; made && i < lines_in(self); i++) {
        int64_t upper = numbers_of(self)[i];
        if (!is_place(upper, i + 1)) {
            Py_CLEAR(made);
            break;
        }
        made->at[i] = upper != i && numbers_of(flags)[upper] ? made->at[upper] : i;
    }
    return (PyObject *)made;
}
