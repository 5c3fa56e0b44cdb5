/* What joined_again.c and cuts_again.c share: a right-to-left span as tokens, and the ways of cutting it. */
#ifndef TEXTNORM_CUTTING_H
#define TEXTNORM_CUTTING_H

#include "extracted.h"

enum { MOST = 80 }; /* tokens */

typedef struct {
    int value, before; /* what it is worth; where the piece before the last one begins, NO_WAY where there is no way */
} Way;

typedef struct {
    Evidence *evidence;
    const char *weights; /* of two neighbours, by their classes */
    Py_ssize_t classes;
    const Unit *s;       /* the span */
    Py_ssize_t start[MOST + 1], end[MOST + 1];           /* of each token */
    Py_ssize_t sign_start[MOST + 1], sign_end[MOST + 1]; /* of the sign for a kashida that stands before a token */
    int size, signs;
    uint8_t sign[MOST + 1], wide[MOST + 1];
    Text pair;
    int left[MOST], right[MOST], sums[MOST + 1];
    int16_t joint[MOST][MOST + 1]; /* what is said for a piece that ends there and joins the piece that begins there */
    Way ways[MOST + 1][MOST];      /* by the end of the last piece, and by where it begins */
} Cutting;

/* cuts_again.c: writes where the span is to be cut, and returns in how many places */
int find_cuts(Cutting *c, int *cuts);

#endif
