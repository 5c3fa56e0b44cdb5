/* Owns the type Place: an element as its text sees it. textnorm.pages.markup.places says what its fields are, in Python. */
#include "markup.h"
#include <stddef.h>
#include <structmember.h>

static void place_free(PyObject *self) {
    Place *place = (Place *)self;
    PyTypeObject *type = Py_TYPE(self);
    Py_XDECREF(place->element);
    Py_XDECREF((PyObject *)place->parent);
    Py_XDECREF(place->names);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

/* The place round one that makes no lines is kept by its parent, so it is not counted here: no place holds itself. */
static PyObject *block_of(PyObject *self, void *unused) {
    (void)unused;
    return Py_NewRef((PyObject *)((Place *)self)->block);
}

static PyObject *parent_of(PyObject *self, void *unused) {
    (void)unused;
    Place *parent = ((Place *)self)->parent;
    return Py_NewRef(parent ? (PyObject *)parent : Py_None);
}

Place *place_new(PyTypeObject *type, PyObject *element, PyObject *names, Place *parent) {
    Place *place = (Place *)PyType_GenericAlloc(type, 0);
    if (!place) return NULL;
    place->element = Py_NewRef(element);
    place->names = Py_NewRef(names);
    place->parent = parent ? (Place *)Py_NewRef((PyObject *)parent) : NULL;
    return place;
}

static PyMemberDef members[] = {
    {"element", T_OBJECT_EX, offsetof(Place, element), READONLY, NULL},
    {"names", T_OBJECT_EX, offsetof(Place, names), READONLY, NULL},
    {"words", T_LONGLONG, offsetof(Place, words), READONLY, NULL},
    {"near", T_LONGLONG, offsetof(Place, near), READONLY, NULL},
    {"own", T_LONGLONG, offsetof(Place, own), READONLY, NULL},
    {"landmarks", T_LONGLONG, offsetof(Place, landmarks), READONLY, NULL},
    {"tag", T_INT, offsetof(Place, tag), READONLY, NULL},
    {"depth", T_INT, offsetof(Place, depth), READONLY, NULL},
    {"link", T_INT, offsetof(Place, link), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};
static PyGetSetDef getters[] = {
    {"block", block_of, NULL, "The nearest element round it, or itself, that makes lines.", NULL},
    {"parent", parent_of, NULL, "The place right round it.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "An element as its text sees it."},
    {Py_tp_dealloc, place_free},
    {Py_tp_members, members},
    {Py_tp_getset, getters},
    {0, NULL},
};
static PyType_Spec spec = {
    "textnorm.core._core.Place", sizeof(Place), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots,
};

int add_place(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Place", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
