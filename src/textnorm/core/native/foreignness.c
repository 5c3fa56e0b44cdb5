/* Owns how far a word is from Persian by its build: the sum that textnorm.script.foreignness makes of the same weights. */
#include "core.h"

enum { LONGEST = 120, SHORTEST_PART = 2, LONGEST_PART = 4, MOST = 127 };

/* The weight of the units from *w* on, each taken as two bytes, under their checksum. */
static int weight_of(const Core *core, const Unit *w, int n) {
    const uint32_t *crc = core->lexicon.crc;
    uint32_t c = ~0u;
    for (int i = 0; i < n; i++) {
        c = crc[(c ^ w[i]) & 255] ^ (c >> 8);
        c = crc[(c ^ w[i] >> 8) & 255] ^ (c >> 8);
    }
    return core->tables.foreignness[~c & (FOREIGN_BUCKETS - 1)];
}

/* The sum of a piece between its edges, which stand at both ends of it. */
static int of_piece(const Core *core, const Unit *w, int n) {
    int found = 0;
    for (int part = SHORTEST_PART; part <= LONGEST_PART; part++)
        for (int at = 0; at + part <= n; at++) found += weight_of(core, w + at, part);
    return n > LONGEST_PART ? found + weight_of(core, w, n) : found;
}

/* The letters of a piece, in Persian: those of the unit go to *to*; how many, or -1 where there is no room or no letter. */
static int letters_of(const Core *core, Unit c, Unit *to, int room) {
    uint32_t classes = class_of(core, c), form = mapped(core, c);
    if (classes & (MARK | DROPPED)) return 0;
    int n = classes & FORM ? (int)(form & 31) : 1;
    if (n > room || !(classes & (LETTER | FORM))) return -1;
    for (int k = 0; k < n; k++) to[k] = classes & FORM ? core->tables.forms[(form >> 5 & FORM_PLACE) + (uint32_t)k] : form;
    return n;
}

/* A word of shaped forms says nothing to Python before they are letters: it counts for no less than either. */
int8_t foreignness_of(const Core *core, const Unit *w, int n) {
    Unit piece[LONGEST + 2] = {'^'};
    int found = 0, unshaped = 0, shaped = 0, any = 0, m = 1, more;
    for (int i = 0; i <= n; i++) {
        uint32_t classes = i < n ? class_of(core, w[i]) : 0;
        shaped |= (classes & FORM) != 0;
        /* with the mark it may be written as another letter, or its marks stay */
        if ((classes & MARK && i && class_of(core, w[i - 1]) & COMPOSES) || (classes & DROPPED && !core->all_words)) return MOST;
        if (i == n || class_of(core, w[i]) & HALF_SPACE) {
            piece[m] = '$';
            int sum = m > SHORTEST_PART ? of_piece(core, piece, m + 1) : 0;
            found += sum;
            unshaped += shaped ? 0 : sum;
            any |= shaped;
            shaped = 0;
            m = 1;
        } else if ((more = letters_of(core, w[i], piece + m, LONGEST + 1 - m)) < 0) {
            return MOST; /* Python knows whether it is a word */
        } else {
            m += more;
        }
    }
    if (any && unshaped > found) found = unshaped;
    return (int8_t)(found > MOST ? MOST : found < -MOST ? -MOST : found);
}
