/* Owns what the parts of a line say together: where most of it stands, and how much of it is in links. */
#include "markup.h"
#include "pages.h"

enum { EIGHTHS = 8, MOST_LINKS = 9 };

/* A part of a line: its size and its place, which is NULL for text without one; 0 with a Python error set. */
static int part_of(PyObject *parts, Py_ssize_t i, Py_ssize_t *size, PyObject **place) {
    PyObject *pair = PyList_GetItem(parts, i);
    *size = pair ? PyLong_AsSsize_t(PyTuple_GetItem(pair, 0)) : -1;
    *place = pair ? PyTuple_GetItem(pair, 1) : NULL;
    return *place != NULL && !PyErr_Occurred();
}

/* The place of most of a line, the first of several. */
static PyObject *main_place(PyObject *parts) {
    PyObject *found = Py_None, *place;
    Py_ssize_t most = -1, size;
    for (Py_ssize_t i = 0; i < PyList_Size(parts); i++) {
        if (!part_of(parts, i, &size, &place)) return NULL;
        if (size > most) found = place, most = size;
    }
    return found;
}

PyObject *main_places(PyObject *self, PyObject *lines) {
    (void)self;
    if (!PyList_Check(lines)) return PyErr_Format(PyExc_TypeError, "a list of lines is wanted");
    Py_ssize_t n = PyList_Size(lines);
    PyObject *found = PyList_New(n);
    for (Py_ssize_t i = 0; found && i < n; i++) {
        PyObject *place = main_place(PyList_GetItem(lines, i));
        if (!place || PyList_SetItem(found, i, Py_NewRef(place))) Py_CLEAR(found);
    }
    return found;
}

enum { LINKED, LINKS, BUTTON, ALL };

/* 1, or 0 where a place is none of the core's. */
static int put_links(PyObject *parts, Py_ssize_t line, PyObject *place_type, Column **to) {
    int64_t linked = 0, whole = 0, links = 0, button = 0;
    Py_ssize_t size, n = PyList_Size(parts);
    PyObject *object;
    for (Py_ssize_t i = 0; i < n; i++) {
        if (!part_of(parts, i, &size, &object)) return FAILED;
        if (object != Py_None && (PyObject *)Py_TYPE(object) != place_type) return 0;
        if (n == 1) size = 1; /* all of it, whatever that is */
        int link = object == Py_None ? 0 : ((Place *)object)->link;
        whole += size;
        linked += link == 1 ? size : 0;
        links += link == 1;
        button |= link > 1;
    }
    to[LINKED]->at[line] = linked * EIGHTHS / (whole ? whole : 1);
    to[LINKS]->at[line] = links < MOST_LINKS ? links : MOST_LINKS;
    to[BUTTON]->at[line] = button;
    return 1;
}

/* line_links(Place, Column, parts of lines): three columns; None where a place is no Place. */
PyObject *line_links(PyObject *self, PyObject *args) {
    PyObject *place_type, *type, *lines, *made = NULL;
    (void)self;
    if (!PyArg_ParseTuple(args, "OOO!", &place_type, &type, &PyList_Type, &lines)) return NULL;
    Column *to[ALL] = {NULL};
    int done = 1;
    for (int i = 0; i < ALL; i++)
        if (!(to[i] = column_new((PyTypeObject *)type, PyList_Size(lines)))) done = FAILED;
    for (Py_ssize_t i = 0; done == 1 && i < PyList_Size(lines); i++) done = put_links(PyList_GetItem(lines, i), i, place_type, to);
    if (!done) made = Py_NewRef(Py_None);
    else if (done == 1) made = Py_BuildValue("(OOO)", to[LINKED], to[LINKS], to[BUTTON]);
    for (int i = 0; i < ALL; i++) Py_XDECREF((PyObject *)to[i]);
    return made;
}

/* Put a place and those round it that are not there yet into a dict, each with how many are round it; FAILED with a Python error. */
static int put_round(PyObject *depths, Place *place) {
    int64_t depth = 0;
    int n = 0;
    for (Place *one = place; one; one = one->parent, n++) {
        PyObject *known = PyDict_GetItemWithError(depths, (PyObject *)one);
        if (known) depth = PyLong_AsLongLong(known) + 1;
        if (known || PyErr_Occurred()) break;
    }
    depth += n;
    for (Place *one = place; n-- && !PyErr_Occurred(); one = one->parent) {
        PyObject *number = PyLong_FromLongLong(--depth);
        if (number) PyDict_SetItem(depths, (PyObject *)one, number);
        Py_XDECREF(number);
    }
    return PyErr_Occurred() ? FAILED : 0;
}

/* places_round(Place, places of lines): them and those round them, each with how many are round it; None where one is no Place. */
PyObject *places_round(PyObject *self, PyObject *args) {
    PyObject *place_type, *main, *depths = PyDict_New();
    (void)self;
    if (!depths || !PyArg_ParseTuple(args, "OO!", &place_type, &PyList_Type, &main)) return Py_XDECREF(depths), NULL;
    for (Py_ssize_t i = 0; i < PyList_Size(main); i++) {
        PyObject *place = PyList_GetItem(main, i);
        if (place == Py_None) continue;
        int is_own = (PyObject *)Py_TYPE(place) == place_type;
        if (is_own && !put_round(depths, (Place *)place)) continue;
        Py_DECREF(depths);
        return is_own ? NULL : Py_NewRef(Py_None);
    }
    return depths;
}
