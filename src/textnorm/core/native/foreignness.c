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

int8_t foreignness_of(const Core *core, const Unit *w, int n) {
    Unit piece[LONGEST + 2] = {'^'};
    int found = 0, m = 1;
    for (int i = 0; i <= n && n <= LONGEST; i++) {
        uint32_t classes = i < n ? class_of(core, w[i]) : HALF_SPACE;
        if (classes & LETTER) {
            piece[m++] = mapped(core, w[i]);
        } else if (classes & HALF_SPACE) {
            piece[m] = '$';
            if (m > 2) found += of_piece(core, piece, m + 1);
            m = 1;
        } else if (!(classes & (MARK | DROPPED))) {
            return MOST; /* Python knows whether it is a word */
        }
    }
    return (int8_t)(found > MOST ? MOST : found < -MOST ? -MOST : found);
}
