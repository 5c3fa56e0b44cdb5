/* Owns the type Column: whole numbers, one a line of a page, and its arithmetic; program.c does many of its operations in one go.
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

static Side side_of(const PyObject *column) { return (Side){((const Column *)column)->at, 1}; }

/* A side that is a column or a number, which is to be kept in *number*; 0 where it is neither, maybe with a Python error set. */
static int read_side(PyObject *object, Side *side, int64_t *number, Py_ssize_t *lines) {
    if (PyLong_Check(object)) {
        *number = PyLong_AsLongLong(object);
        *side = (Side){number, 0};
        return !PyErr_Occurred();
    }
    if (!is_column(object)) return 0;
    *side = side_of(object);
    if (*lines >= 0 && *lines != lines_in(object)) return PyErr_SetString(PyExc_ValueError, "columns must be of one length"), 0;
    *lines = lines_in(object);
    return 1;
}

/* Whether a side may divide; 0 with a Python error set. */
int may_divide(const Side *by, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < (by->step ? n : 1); i++)
        if (!by->at[i]) return PyErr_SetString(PyExc_ZeroDivisionError, "a column divided by zero"), 0;
    return 1;
}

/* What is computed of two sides, of which one is a column. */
static PyObject *computed(PyObject *left, PyObject *right, int what) {
    Operands r = {.n = -1};
    int64_t one, other;
    if (!read_side(left, &r.a, &one, &r.n) || !read_side(right, &r.b, &other, &r.n))
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_NotImplemented);
    if (what == DIVIDED && !may_divide(&r.b, r.n)) return NULL;
    Column *made = column_like(r.a.step ? left : right);
    if (made) r.to = made->at, OPERATION[what](&r);
    return (PyObject *)made;
}

static PyObject *added_to(PyObject *left, PyObject *right) { return computed(left, right, ADDED); }
static PyObject *subtracted_from(PyObject *left, PyObject *right) { return computed(left, right, SUBTRACTED); }
static PyObject *multiplied_by(PyObject *left, PyObject *right) { return computed(left, right, MULTIPLIED); }
static PyObject *divided_by(PyObject *left, PyObject *right) { return computed(left, right, DIVIDED); }
static PyObject *both(PyObject *left, PyObject *right) { return computed(left, right, COMMON_BITS); }
static PyObject *either(PyObject *left, PyObject *right) { return computed(left, right, ALL_BITS); }

/* The same for a method, which has no other side to ask. */
static PyObject *found_with(PyObject *self, PyObject *other, int what) {
    PyObject *found = computed(self, other, what);
    if (found != Py_NotImplemented) return found;
    Py_DECREF(found);
    return PyErr_Format(PyExc_TypeError, "a column or a number is wanted");
}

static PyObject *equals(PyObject *self, PyObject *other) { return found_with(self, other, IS_EQUAL); }
static PyObject *has(PyObject *self, PyObject *bits) { return found_with(self, bits, HAS_BITS); }
static PyObject *at_most(PyObject *self, PyObject *other) { return found_with(self, other, LESS_OF); }
static PyObject *at_least(PyObject *self, PyObject *other) { return found_with(self, other, MORE_OF); }

static PyObject *compared(PyObject *left, PyObject *right, int how) {
    if (how == Py_LT || how == Py_GT) return computed(left, right, how == Py_LT ? IS_LESS : IS_MORE);
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
    {Py_nb_add, added_to},
    {Py_nb_subtract, subtracted_from},
    {Py_nb_multiply, multiplied_by},
    {Py_nb_floor_divide, divided_by},
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
