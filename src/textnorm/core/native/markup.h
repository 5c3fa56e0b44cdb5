/* What the files for trees of HTML share. */
#ifndef TEXTNORM_MARKUP_H
#define TEXTNORM_MARKUP_H

#include "core.h"

typedef struct Place Place;
struct Place {
    PyObject_HEAD
    PyObject *element, *names;
    Place *parent;
    Place *block;             /* not counted: itself, or a place round it */
    int64_t words, near, own, landmarks;
    int tag, depth, link;
};

/* place.c */
Place *place_new(PyTypeObject *type, PyObject *element, PyObject *names, Place *parent);
int add_place(PyObject *module);

/* walk.c */
int add_walker(PyObject *module);

#endif
