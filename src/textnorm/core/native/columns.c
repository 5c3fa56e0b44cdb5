/* Owns the methods of a column that go over its lines: sums, distances, groups. */
#include "pages.h"

static const int64_t *numbers_of(PyObject *self) { return ((Column *)self)->at; }

/* What is computed of a column, another one or none, and two numbers. */
static PyObject *computed(PyObject *self, int what, PyObject *other, int64_t x, int64_t y) {
    Column *made = column_like(self);
    if (!made) return NULL;
    Side beside = {other ? numbers_of(other) : NULL, 1};
    Operands r = {{numbers_of(self), 1}, beside, x, y, other ? lines_in(other) : 0, lines_in(self), made->at};
    OPERATION[what](&r);
    return (PyObject *)made;
}

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

static PyObject *with_numbers(PyObject *self, PyObject *const *args, Py_ssize_t given, int what) {
    int64_t number[2];
    return numbers_in(args, given, 2, number) ? computed(self, what, NULL, number[0], number[1]) : NULL;
}

PyObject *column_shifted(PyObject *self, PyObject *const *args, Py_ssize_t given) { return with_numbers(self, args, given, SHIFTED); }
PyObject *column_window(PyObject *self, PyObject *const *args, Py_ssize_t given) { return with_numbers(self, args, given, WINDOW); }

static PyObject *alone(PyObject *self, PyObject *none, int what) {
    (void)none;
    return computed(self, what, NULL, 0, 0);
}

PyObject *column_totals(PyObject *self, PyObject *none) { return alone(self, none, TOTALS); }
PyObject *column_lowest(PyObject *self, PyObject *none) { return alone(self, none, LOWEST); }
PyObject *column_since(PyObject *self, PyObject *none) { return alone(self, none, SINCE); }
PyObject *column_until(PyObject *self, PyObject *none) { return alone(self, none, UNTIL); }
PyObject *column_runs(PyObject *self, PyObject *none) { return alone(self, none, RUNS); }
PyObject *column_bit_lengths(PyObject *self, PyObject *none) { return alone(self, none, BIT_LENGTHS); }

PyObject *column_steps(PyObject *self, PyObject *table) {
    if (!is_column(table) || (lines_in(self) && !lines_in(table))) return PyErr_Format(PyExc_TypeError, "a column of steps is wanted");
    return computed(self, STEPS, table, 0, 0);
}

PyObject *column_sum(PyObject *self, PyObject *none) {
    (void)none;
    int64_t total = 0;
    for (Py_ssize_t i = 0; i < lines_in(self); i++) total += numbers_of(self)[i];
    return PyLong_FromLongLong(total);
}

PyObject *column_max(PyObject *self, PyObject *none) {
    (void)none;
    if (!lines_in(self)) return PyErr_Format(PyExc_ValueError, "no line has a number");
    int64_t most = numbers_of(self)[0];
    for (Py_ssize_t i = 1; i < lines_in(self); i++) most = numbers_of(self)[i] > most ? numbers_of(self)[i] : most;
    return PyLong_FromLongLong(most);
}

static int is_alike(PyObject *self, PyObject *other) {
    int alike = is_column(other) && lines_in(other) == lines_in(self);
    if (!alike) PyErr_SetString(PyExc_ValueError, "columns must be of one length");
    return alike;
}

PyObject *column_sums(PyObject *self, PyObject *starts) { return is_alike(self, starts) ? computed(self, SUMS, starts, 0, 0) : NULL; }
PyObject *column_peaks(PyObject *self, PyObject *starts) { return is_alike(self, starts) ? computed(self, PEAKS, starts, 0, 0) : NULL; }

static PyObject *held(PyObject *self, PyObject *const *args, Py_ssize_t given, int what) {
    if (given != 2) return PyErr_Format(PyExc_TypeError, "flags and a number are wanted");
    if (!is_alike(self, args[0])) return NULL;
    int64_t none = PyLong_AsLongLong(args[1]);
    return PyErr_Occurred() ? NULL : computed(self, what, args[0], none, 0);
}

PyObject *column_held(PyObject *self, PyObject *const *args, Py_ssize_t given) { return held(self, args, given, HELD); }
PyObject *column_held_below(PyObject *self, PyObject *const *args, Py_ssize_t given) { return held(self, args, given, HELD_BELOW); }

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
