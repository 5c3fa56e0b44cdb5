/* Owns hints: automata that automata.py makes of patterns. Where one says no, the pattern does not match. */
#include "core.h"

enum { ASCII = 128, FIRST_ARABIC = 0x600, ARABIC = 0x100, LETTER_OF_MOST = 0x27, SINGLES = ASCII + ARABIC };

int hint_open(Hint *hint, const Unit *table, Py_ssize_t n) {
    if (n < 2 || n < (Py_ssize_t)(2 + SINGLES + 3 * table[1] + 2 + 2 * table[0])) {
        PyErr_SetString(PyExc_ValueError, "a hint of another shape");
        return FAILED;
    }
    hint->columns = table[0];
    hint->bounds_n = table[1];
    hint->column = table + 2;
    hint->bounds = hint->column + SINGLES + hint->bounds_n + 2; /* behind the columns of all others and of the end */
    hint->next = hint->bounds + 2 * hint->bounds_n;
    hint->idle = hint->next[hint->column[ASCII + LETTER_OF_MOST]];
    return 0;
}

static Unit column_of(const Hint *hint, Unit c) {
    if (c < ASCII) return hint->column[c];
    if (c - FIRST_ARABIC < ARABIC) return hint->column[ASCII + c - FIRST_ARABIC];
    if (c >= OPAQUE) return hint->column[0]; /* a span is as good as a NUL */
    for (uint32_t i = 0; i < hint->bounds_n; i++)
        if (c >= hint->bounds[2 * i] && c <= hint->bounds[2 * i + 1]) return hint->column[SINGLES + i];
    return hint->column[SINGLES + hint->bounds_n];
}

/* The state behind these units, from *state* on. */
size_t hint_state(const Hint *hint, const Unit *s, Py_ssize_t n, size_t state) {
    const Unit *idle = hint->next + (size_t)hint->idle * hint->columns;
    for (Py_ssize_t i = 0; i < n && state != HINT_FOUND; i++) {
        if (state == hint->idle) {
            while (i < n && idle[column_of(hint, s[i])] == hint->idle) i++;
            if (i == n) break;
        }
        state = hint->next[state * hint->columns + column_of(hint, s[i])];
    }
    return state;
}

/* Whether a text may hold a match that ends in this state. */
int is_found(const Hint *hint, size_t state) {
    return state == HINT_FOUND || hint->next[state * hint->columns + hint->column[SINGLES + hint->bounds_n + 1]] == HINT_FOUND;
}

/* Whether the pattern may match somewhere in the units. */
int may_match(const Hint *hint, const Unit *s, Py_ssize_t n) { return is_found(hint, hint_state(hint, s, n, 0)); }
