/* Owns the type Column: whole numbers, one a line of a page, and what is reckoned with them line by line.
   textnorm.pages.content.columns says what each method gives, in Python. */
#include "pages.h"

static void column_free(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

int is_column(PyObject *object) { return PyType_GetSlot(Py_TYPE(object), Py_tp_dealloc) == (void *)column_free; }

Column *column_new(PyTypeObject *type, Py_ssize_t n) { return (Column *)PyType_GenericAlloc(type, n); }

/* A column of the same type and length. */
Column *column_like(PyObject *self) { return column_new(Py_TYPE(self), lines_in(self)); }

static PyObject *column_make(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)names;
    PyObject *from;
    if (!PyArg_ParseTuple(args, "O", &from)) return NULL;
    PyObject *list = PySequence_List(from);
    Column *column = list ? column_new(type, PyList_Size(list)) : NULL;
    for (Py_ssize_t i = 0; column && i < lines_in(column); i++) column->at[i] = PyLong_AsLongLong(PyList_GetItem(list, i));
    Py_XDECREF(list);
    if (column && PyErr_Occurred()) Py_CLEAR(column);
    return (PyObject *)column;
}

static Py_ssize_t column_length(PyObject *self) { return lines_in(self); }

static PyObject *column_item(PyObject *self, Py_ssize_t place) {
    if (place >= 0 && place < lines_in(self)) return PyLong_FromLongLong(((Column *)self)->at[place]);
    return PyErr_Format(PyExc_IndexError, "no such line");
}

static PyObject *to_list(PyObject *self, PyObject *none) {
    (void)none;
    PyObject *list = PyList_New(lines_in(self));
    for (Py_ssize_t i = 0; list && i < lines_in(self); i++) {
        PyObject *value = PyLong_FromLongLong(((Column *)self)->at[i]);
        if (!value || PyList_SetItem(list, i, value)) Py_CLEAR(list);
    }
    return list;
}

static PyObject *column_iterator(PyObject *self) {
    PyObject *list = to_list(self, NULL), *iterator = list ? PyObject_GetIter(list) : NULL;
    Py_XDECREF(list);
    return iterator;
}

/* One side of a reckoning: a column, or a number that stands for one. */
typedef struct {
    const int64_t *at;
    int64_t number;
    Py_ssize_t n;           /* below zero: a number */
} Side;

static int side_of(PyObject *object, Side *side) {
    if (PyLong_Check(object)) {
        *side = (Side){NULL, PyLong_AsLongLong(object), -1};
        return !PyErr_Occurred();
    }
    if (!is_column(object)) return 0;
    *side = (Side){((Column *)object)->at, 0, lines_in(object)};
    return 1;
}

static inline int64_t side_at(const Side *side, Py_ssize_t place) { return side->n < 0 ? side->number : side->at[place]; }

typedef int64_t (*Reckoning)(int64_t, int64_t);

static PyObject *reckoned(PyObject *left, PyObject *right, Reckoning reckon) {
    Side a, b;
    if (!side_of(left, &a) || !side_of(right, &b)) return PyErr_Occurred() ? NULL : Py_NewRef(Py_NotImplemented);
    if (a.n >= 0 && b.n >= 0 && a.n != b.n) return PyErr_Format(PyExc_ValueError, "columns must be of one length");
    Column *made = column_like(a.n < 0 ? right : left);
    for (Py_ssize_t i = 0; made && i < lines_in(made); i++) made->at[i] = reckon(side_at(&a, i), side_at(&b, i));
    return (PyObject *)made;
}

/* without the undefined overflow of signed numbers */
static int64_t sum_of(int64_t a, int64_t b) { return (int64_t)((uint64_t)a + (uint64_t)b); }
static int64_t difference_of(int64_t a, int64_t b) { return (int64_t)((uint64_t)a - (uint64_t)b); }
static int64_t product_of(int64_t a, int64_t b) { return (int64_t)((uint64_t)a * (uint64_t)b); }
static int64_t common_bits(int64_t a, int64_t b) { return a & b; }
static int64_t all_bits(int64_t a, int64_t b) { return a | b; }
static int64_t is_less(int64_t a, int64_t b) { return a < b; }
static int64_t is_more(int64_t a, int64_t b) { return a > b; }
static int64_t is_equal(int64_t a, int64_t b) { return a == b; }
static int64_t has_bits(int64_t a, int64_t b) { return (a & b) != 0; }
static int64_t less_of(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t more_of(int64_t a, int64_t b) { return a > b ? a : b; }
/* rounded down, as Python does; the numbers of pages are far from the ends of what fits */
static int64_t quotient_of(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }

static PyObject *added(PyObject *left, PyObject *right) { return reckoned(left, right, sum_of); }
static PyObject *subtracted(PyObject *left, PyObject *right) { return reckoned(left, right, difference_of); }
static PyObject *multiplied(PyObject *left, PyObject *right) { return reckoned(left, right, product_of); }
static PyObject *both(PyObject *left, PyObject *right) { return reckoned(left, right, common_bits); }
static PyObject *either(PyObject *left, PyObject *right) { return reckoned(left, right, all_bits); }

/* The same for a method, which has no other side to ask. */
static PyObject *found_with(PyObject *self, PyObject *other, Reckoning reckon) {
    PyObject *found = reckoned(self, other, reckon);
    if (found != Py_NotImplemented) return found;
    Py_DECREF(found);
    return PyErr_Format(PyExc_TypeError, "a column or a number is wanted");
}

static PyObject *equals(PyObject *self, PyObject *other) { return found_with(self, other, is_equal); }
static PyObject *has(PyObject *self, PyObject *bits) { return found_with(self, bits, has_bits); }
static PyObject *at_most(PyObject *self, PyObject *other) { return found_with(self, other, less_of); }
static PyObject *at_least(PyObject *self, PyObject *other) { return found_with(self, other, more_of); }

static PyObject *divided(PyObject *left, PyObject *right) {
    Side by;
    if (!side_of(right, &by)) return PyErr_Occurred() ? NULL : Py_NewRef(Py_NotImplemented);
    for (Py_ssize_t i = 0; i < (by.n < 0 ? 1 : by.n); i++)
        if (!side_at(&by, i)) return PyErr_Format(PyExc_ZeroDivisionError, "a column divided by zero");
    return reckoned(left, right, quotient_of);
}

static PyObject *compared(PyObject *left, PyObject *right, int how) {
    if (how == Py_LT || how == Py_GT) return reckoned(left, right, how == Py_LT ? is_less : is_more);
    if (!is_column(right) || (how != Py_EQ && how != Py_NE)) return Py_NewRef(Py_NotImplemented);
    size_t size = (size_t)lines_in(left) * sizeof(int64_t);
    int same = lines_in(left) == lines_in(right) && !memcmp(((Column *)left)->at, ((Column *)right)->at, size);
    return PyBool_FromLong(same == (how == Py_EQ));
}

static PyMethodDef methods[] = {
    {"tolist", to_list, METH_NOARGS, "The numbers as a list."},
    {"equals", equals, METH_O, "1 where the number is another one."},
    {"has", has, METH_O, "1 where the number has one of some bits."},
    {"at_most", at_most, METH_O, "The numbers, none above another one."},
    {"at_least", at_least, METH_O, "The numbers, none below another one."},
    COLUMN_SCANS,
    COLUMN_GROUPS,
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "Whole numbers, one a line of a page."},
    {Py_tp_new, column_make},
    {Py_tp_dealloc, column_free},
    {Py_tp_methods, methods},
    {Py_tp_iter, column_iterator},
    {Py_tp_richcompare, compared},
    {Py_sq_length, column_length},
    {Py_sq_item, column_item},
    {Py_nb_add, added},
    {Py_nb_subtract, subtracted},
    {Py_nb_multiply, multiplied},
    {Py_nb_floor_divide, divided},
    {Py_nb_and, both},
    {Py_nb_or, either},
    {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Column", sizeof(Column), sizeof(int64_t), Py_TPFLAGS_DEFAULT, slots};

int add_column(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Column", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
