/* Owns words that are none of the lexicon's as they stand: what no rule can do to them, and what stretched letters were.
 *
 * Each answer is only that nothing can be done, or which of several spellings the lexicon knows best, by the ranks that
 * the rule gives to its flags; where more decides, Python is asked.
 */
#include "core.h"

enum { LONGEST = 120, MOST_PLACES = 3, MOST_STRETCHES = 4 };

/* Whether the lexicon knows a word well that may be this one, or this one with an ending, without a mark at its end. */
static int may_be_known(const Core *core, const Unit *w, int n) {
    const Tables *t = &core->tables;
    while (n && class_of(core, w[n - 1]) & MARK) n--;
    if (lexicon_word(&core->lexicon, w, n) & t->well_known) return 1;
    for (uint32_t i = 0; i < t->turned_ends.n; i++) {
        const Unit *row = t->turned_ends.at + 8 * (size_t)i;
        int m = n - (int)row[0];
        if (m > 3 && same(w + m, row + 1, (int)row[0]) && lexicon_word(&core->lexicon, w, m) & t->well_known) return 1;
    }
    return 0;
}

/* Whether the word may have one of its pairs of letters turned round. */
static int may_be_turned(const Core *core, const Unit *w, int n) {
    const Unit *pair = core->tables.turned.at + 1;
    int places[MOST_PLACES + 1], count = 0;
    Unit other[LONGEST + 40];
    for (int i = 0; i + 1 < n && count <= MOST_PLACES; i++)
        if (w[i] == pair[0] && w[i + 1] == pair[1]) places[count++] = i;
    if (count > MOST_PLACES) return 0;
    for (int chosen = 1; chosen < 1 << count; chosen++) {
        memcpy(other, w, sizeof(Unit) * (size_t)n);
        for (int k = 0; k < count; k++) {
            if (!(chosen >> k & 1)) continue;
            other[places[k]] = pair[1];
            other[places[k] + 1] = pair[0];
        }
        if (may_be_known(core, other, n)) return 1;
    }
    return 0;
}

/* Whether a rule about words may make another one of a word that the lexicon does not know. */
int may_be_another(const Core *core, const Unit *w, int n) {
    const Tables *t = &core->tables;
    if (holds_any_of(w, n, &t->unknown_if)) return 1;
    if (ends_with(&t->ezafes, w, n) && lexicon_word(&core->lexicon, w, n - 1) & t->ezafe_host) return 1;
    return n <= LONGEST && may_be_turned(core, w, n);
}

/* The bounds of the stretches of three letters and more of a word: how many there are, at most one more than may be. */
static int stretches_of(const Unit *w, int n, int starts[], int ends[]) {
    int count = 0;
    for (int i = 0, end; i < n && count <= MOST_STRETCHES; i = end) {
        for (end = i; end < n && w[end] == w[i];) end++;
        if (end - i < 3) continue;
        starts[count] = i;
        ends[count++] = end;
    }
    return count;
}

/* Write a word with the letters of its stretches once or twice; the last stretch is the lowest bit of *twice*. */
static int spelt_with(const Unit *w, int n, int count, const int starts[], const int ends[], int twice, Unit *to) {
    int m = 0;
    for (int i = 0, k = 0; i < n; i++) {
        if (k < count && i == starts[k]) {
            to[m++] = w[i];
            if (twice >> (count - 1 - k) & 1) to[m++] = w[i];
            i = ends[k++] - 1;
        } else {
            to[m++] = w[i];
        }
    }
    return m;
}

/* Shorten the stretched letters of a word as the lexicon knows it best: 0 where more than its flags decides. */
int shorten(const Core *core, Unit *w, int *n) {
    int starts[MOST_STRETCHES + 1], ends[MOST_STRETCHES + 1], best = -1, fewest = 0;
    uint32_t highest = 0;
    Unit other[LONGEST + 40];
    int count = stretches_of(w, *n, starts, ends);
    if (!count || count > MOST_STRETCHES || (starts[0] == 0 && ends[0] == *n) || *n > LONGEST) return 0;
    if (holds_any_of(w, *n, &core->tables.unknown_if) || may_be_turned(core, w, *n)) return 0;
    for (int twice = 0; twice < 1 << count; twice++) {
        int m = spelt_with(w, *n, count, starts, ends, twice, other);
        uint32_t value = lexicon_word(&core->lexicon, other, m);
        const uint32_t *row = flags_of(core, value);
        if (!row || value >> 20) return 0;
        uint32_t rank = row[FLAG_SURE] >> 8;
        if (best >= 0 && (rank < highest || (rank == highest && m >= fewest))) continue;
        highest = rank;
        fewest = m;
        best = twice;
    }
    if (highest < core->tables.least_rank) return 0;
    *n = spelt_with(w, *n, count, starts, ends, best, other);
    memcpy(w, other, sizeof(Unit) * (size_t)*n);
    return 1;
}
