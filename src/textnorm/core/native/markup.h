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
    uint32_t stamp;           /* of which tree of blocks it has a number */
    int number;
};

/* names.c */
typedef struct Names Names;
Names *names_new(PyObject *words);
void names_free(Names *names);
int64_t names_bits(const Names *names, PyObject *text);

/* line_ends.c */
int end_line(PyObject *lines, PyObject *places, PyObject *parts, PyObject *origins, Text *buffer);

/* block_tree.c */
PyObject *block_tree(PyObject *self, PyObject *args);

/* line_parts.c */
PyObject *main_places(PyObject *self, PyObject *parts);
PyObject *line_links(PyObject *self, PyObject *args);
PyObject *places_round(PyObject *self, PyObject *args);

/* place.c */
Place *place_new(PyTypeObject *type, PyObject *element, PyObject *names, Place *parent);
int add_place(PyObject *module);

/* walk.c */
int add_walker(PyObject *module);

#endif
