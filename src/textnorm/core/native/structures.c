/* Owns which kinds of structures a line may hold: automata that structure_tables.py makes of their patterns. Each is run only
 * on a line that holds every character it needs; where all of a kind say no, no structure of that kind stands in the line.
 */
#include "core.h"

enum { KIND = 1, BY_SIGNS, NEEDED, HEAD = 7, ASCII = 128 };

int structures_open(Tables *t, const Unit *table, Py_ssize_t n) {
    t->structures_n = 0;
    for (Py_ssize_t at = 0; at < n; at += HEAD + (Py_ssize_t)table[at]) {
        if (t->structures_n == MOST_STRUCTURES || at + HEAD + (Py_ssize_t)table[at] > n || table[at + KIND] >= 64) {
            PyErr_SetString(PyExc_ValueError, "structures of another shape");
            return FAILED;
        }
        Structure *structure = &t->structures[t->structures_n++];
        structure->kind = (int)table[at + KIND];
        structure->by_signs = (int)table[at + BY_SIGNS];
        structure->needed = table + at + NEEDED;
        if (hint_open(&structure->hint, table + at + HEAD, (Py_ssize_t)table[at])) return FAILED;
    }
    return 0;
}

/* Whether a line holds all that an automaton needs. */
static int holds_needed(const uint32_t held[4], const Unit *needed) {
    return !(needed[0] & ~held[0]) && !(needed[1] & ~held[1]) && !(needed[2] & ~held[2]) && !(needed[3] & ~held[3]);
}

/* The kinds of structures that may stand in a line, a bit for each in the order of STRUCTURES; all of them for several lines.
   Without *by_signs*: but those that are cut by their signs. */
uint64_t structures_of(const Core *core, const Unit *s, Py_ssize_t n, int by_signs) {
    uint32_t held[4] = {0, 0, 0, 0};
    uint64_t found = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        if (s[i] < ASCII) held[s[i] >> 5] |= 1u << (s[i] & 31);
        if (s[i] == '\n' && i + 1 < n) return ~0ull;
    }
    for (int i = 0; i < core->tables.structures_n; i++) {
        const Structure *structure = &core->tables.structures[i];
        if (found >> structure->kind & 1 || (structure->by_signs && !by_signs) || !holds_needed(held, structure->needed)) continue;
        if (may_match(&structure->hint, s, n)) found |= 1ull << structure->kind;
    }
    return found;
}

/* Whether a line may hold a structure other than those that are cut by their signs, or brackets of data. */
int may_hold_structure(const Core *core, const Unit *s, int n) {
    return structures_of(core, s, n, 0) || may_be_data(core, s, s, n);
}
