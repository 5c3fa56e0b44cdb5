/* What the files for extracted text share: the classes of characters, and what is asked of words. */
#ifndef TEXTNORM_EXTRACTED_H
#define TEXTNORM_EXTRACTED_H

#include "core.h"

/* classes of characters: bits, in the order of _CLASSES in textnorm/extracted/word_evidence.py */
enum {
    LETTERS = 1 << 0,    /* of Arabic script */
    MARKS = 1 << 1,
    OF_PIECES = 1 << 2,  /* letters of Persian, marks and half-spaces */
    OTHER = 1 << 3,      /* ASCII letters and digits, Persian digits */
    ASCII_LETTER = 1 << 4,
    IN_SHAPES = 1 << 5,  /* what stands between the shapes of a word */
    TO_NEXT = 1 << 6,    /* a shape that joins what stands behind it */
    TO_LAST = 1 << 7,
    SHAPE = 1 << 8,
    LINE_END = 1 << 9,
    WHITE = 1 << 10,
    ANY_LETTER = 1 << 11,
    ALNUM = 1 << 12,     /* a letter, a digit or a low line */
    BEGINS_EARLY = 1 << 13, /* a mark that begins a line in another order */
    ENDS_LATE = 1 << 14, /* a mark that ends a sentence */
    CLOSES = 1 << 15,    /* what may stand behind the sentence and before its mark */
    OF_LATIN = 1 << 16,  /* a letter of a script that is written from left to right */
    OF_NUMBERS = 1 << 17,
    PARTS_NUMBERS = 1 << 18,
    STRONG = 1 << 19,    /* a letter, or what the bidi algorithm treats as one */
    HALF = 1 << 20,      /* the half-space */
    NARROW = 1 << 21,    /* a blank inside of a line */
    ENDS_SPANS = 1 << 22, /* a mark that belongs to the span before it */
    STRETCHES = 1 << 23, /* tatweel */
    CONTROLS = 1 << 24,  /* that stand in no text */
    PARTS_BLOCKS = 1 << 25, /* a sign between the blocks of a line */
    NEUTRAL = 1 << 26,   /* what belongs to such a sign before it */
    LETTERS_OF_WORDS = 1 << 27, /* of Persian */
    SIGNS = 1 << 28,     /* what may stand for a kashida beside a piece of a word */
    MARKS_OF_WORDS = 1 << 29, /* a mark that has a place in the fonts of Arabic script */
    OF_TOKENS = 1 << 30, /* what is no space and no line feed */
};
enum { DIRECTION, CLASS, PIECE, AS_LEFT, AS_RIGHT, JOINT, KASHIDA, QUESTIONS }; /* what is asked of a word; the last ones of two */
enum { SHORTEST = 2, LONGEST = 40, BMP = 1 << 16, ZERO = 128, EIGHTHS = 8 };

typedef struct {
    PyObject_HEAD
    PyObject *ask;          /* (question, word) -> number */
    Py_buffer classes;      /* of the characters below BMP, 4 bytes each */
    Cache words;
    Text keys;
} Evidence;

static inline uint32_t kind_of(const Evidence *evidence, Unit c) {
    return c < BMP ? ((const uint32_t *)evidence->classes.buf)[c] : 0;
}

typedef struct {
    const Evidence *evidence;
    const Unit *s; /* a line, or a part of one */
    Py_ssize_t n;
    int unit; /* what is turned round in it */
} Line;

static inline uint32_t kind_at(const Line *line, Py_ssize_t at) { return at < line->n ? kind_of(line->evidence, line->s[at]) : 0; }

/* evidence.c */
int answer_of(Evidence *evidence, int question, const Unit *w, Py_ssize_t length);
Unit *units_of(PyObject *text, Py_ssize_t *n);
int keep(PyObject *list, PyObject *item);

/* line_evidence.c */
PyObject *spans_of(PyObject *self, PyObject *text);
PyObject *lines_of(PyObject *self, PyObject *text);
PyObject *orders_of(PyObject *self, PyObject *arguments);
PyObject *pieces_of(PyObject *self, PyObject *text);

/* tokens.c */
PyObject *runs_of(PyObject *self, PyObject *arguments);
PyObject *words_of(PyObject *self, PyObject *text);

/* joined_again.c */
PyObject *joined_again(PyObject *self, PyObject *arguments);

/* turn.c; a span without the bracket behind it, *at* where none begins */
Py_ssize_t open_span_end(const Line *line, Py_ssize_t at);
PyObject *turned(PyObject *self, PyObject *arguments);
PyObject *plain(PyObject *self, PyObject *arguments);

/* clues.c */
int add_clues(PyObject *module);

/* places.c */
int add_places(PyObject *module);

#endif
