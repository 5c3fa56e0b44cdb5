/* Owns hints: automata that automata.py makes of patterns. Where one says no, the pattern does not match. */
#include "core.h"

enum { ASCII = 128, FOUND = 1, FIRST_LETTER = 0x627, LAST_LETTER = 0x64A };

int hint_open(Hint *hint, const Unit *table, Py_ssize_t n) {
    if (n < 2 || n < (Py_ssize_t)(2 + ASCII + 3 * table[1] + 2 + 2 * table[0])) {
        PyErr_SetString(PyExc_ValueError, "a hint of another shape");
        return FAILED;
    }
    hint->columns = table[0];
    hint->bounds_n = table[1];
    hint->column = table + 2;
    hint->bounds = hint->column + ASCII + hint->bounds_n + 2; /* behind the columns of all others and of the end */
    hint->next = hint->bounds + 2 * hint->bounds_n;
    hint->letters = 0;
    for (uint32_t i = 0; i < hint->bounds_n; i++)
        if (hint->bounds[2 * i] <= FIRST_LETTER && hint->bounds[2 * i + 1] >= LAST_LETTER) hint->letters = 1 + hint->column[ASCII + i];
    return 0;
}

static Unit column_of(const Hint *hint, Unit c) {
    if (c < ASCII) return hint->column[c];
    if (hint->letters && c >= FIRST_LETTER && c <= LAST_LETTER) return hint->letters - 1; /* most of a line */
    if (c >= OPAQUE) return hint->column[0]; /* a span is as good as a NUL */
    for (uint32_t i = 0; i < hint->bounds_n; i++)
        if (c >= hint->bounds[2 * i] && c <= hint->bounds[2 * i + 1]) return hint->column[ASCII + i];
    return hint->column[ASCII + hint->bounds_n];
}

/* Whether the pattern may match somewhere in the units. */
int may_match(const Hint *hint, const Unit *s, Py_ssize_t n) {
    size_t state = 0;
    for (Py_ssize_t i = 0; i < n && state != FOUND; i++) state = hint->next[state * hint->columns + column_of(hint, s[i])];
    return state == FOUND || hint->next[state * hint->columns + hint->column[ASCII + hint->bounds_n + 1]] == FOUND;
}
