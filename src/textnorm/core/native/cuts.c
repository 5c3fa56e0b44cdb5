/* Owns where a joiner rule cuts a word that was written without its half-spaces: at the places that the lexicon names, behind a
 * prefix of verbs, before an ending. What the rule says of an ending is a table by the flags of the word before it; where more
 * decides, Python is asked.
 */
#include "core.h"

enum { LONGEST = 40, ASK = -3, FIRST_CUT = 20, SECOND_CUT = 26, PLACE = 63, LENGTHS = 4, KINDS = 3 };
/* what the table says, beside that Python must be asked; the last two: see `holds_another` */
enum { LEAVES = 0, CUTS = 1, CUTS_ALONE = 3, CUTS_ALONE_WITH_HEH = 4 };

/* Whether the word may be a participle: the lexicon knows it as one, with or without what may stand before it. */
static int may_be_participle(const Core *core, const Unit *w, int n) {
    for (int at = 0; at < 4 && n - at > 1; at++)
        if (lexicon_word(&core->lexicon, w + at, n - at) & core->tables.participle) return 1;
    return 0;
}

/* Whether the word may be a participle with the verb behind it. */
static int may_be_perfect(const Core *core, const Unit *w, int n) {
    const Rows *copulas = &core->tables.copulas;
    for (uint32_t i = 0; i < copulas->n; i++) {
        const Unit *row = copulas->at + 8 * (size_t)i;
        int m = n - (int)row[0];
        if (m > 1 && same(w + m, row + 1, (int)row[0]) && may_be_participle(core, w, m)) return 1;
    }
    return 0;
}

/* Where a prefix of verbs ends: 0 for none, ASK. */
static int behind_prefix(const Core *core, const Unit *w, int n) {
    const Tables *t = &core->tables;
    for (uint32_t i = 0; i < t->prefixes.n; i++) {
        const Unit *row = t->prefixes.at + 8 * (size_t)i;
        int m = (int)row[0];
        if (n - m < 2 || !same(w, row + 1, m)) continue;
        if (may_be_perfect(core, w + m, n - m)) return ASK;
        uint32_t value = lexicon_word(&core->lexicon, w + m, n - m);
        if (value & t->verb) return m;
        if (!value && n - m > 5 && ends_with(&t->past_plurals, w + m, n - m)) return ASK;
    }
    return 0;
}

/* Whether an unknown word with a plural ending holds a word with this ending, the plural of one, or one with heh in place of it,
   behind letters that are a word or at least three. */
static int holds_another(const Core *core, const Unit *host, int m, uint32_t ending, int with_heh) {
    const Unit *row = core->tables.cut_ends.at + 8 * (size_t)ending, *plural = core->tables.plural.at;
    const Unit heh[] = {1, core->tables.kinds.at[1]}, *ends[] = {row, plural, heh};
    Unit tail[LONGEST + 8];
    memcpy(tail, host, sizeof(Unit) * (size_t)m);
    tail[m] = heh[1]; /* «متشابها» is of «متشابه» */
    if (row[0] == plural[0] && same(row + 1, plural + 1, (int)row[0]) && lexicon_word(&core->lexicon, tail, m + 1) & 1) return 1;
    for (int i = 0; i < 2 + with_heh; i++) {
        int size = (int)ends[i][0];
        memcpy(tail + m, ends[i] + 1, sizeof(Unit) * (size_t)size);
        for (int at = 1; at < m; at++)
            if (lexicon_word(&core->lexicon, tail + at, m - at + size) & 1 && (m > at + 2 || lexicon_word(&core->lexicon, host, at) & 1))
                return 1;
    }
    return 0;
}

/* What the table says of a word before an ending. */
static int told(const Core *core, const Unit *host, int m, uint32_t value, uint32_t ending) {
    const Tables *t = &core->tables;
    Unit with_heh[LONGEST + 1];
    const uint32_t *row = flags_of(core, value);
    if (!row) return ASK;
    int length = m < LENGTHS + 1 ? m - 2 : LENGTHS - 1, kind = ends_with(&t->kinds, host, m);
    int says = t->endings[(((row[FLAG_LEFT] >> 8) * t->cut_ends.n + ending) * KINDS + (uint32_t)kind) * LENGTHS + (uint32_t)length];
    if (ends_with(&t->told_hosts, host, m)) return ASK;
    if (says >= CUTS_ALONE) {
        if (holds_another(core, host, m, ending, says == CUTS_ALONE_WITH_HEH)) return LEAVES;
        says = CUTS;
    }
    if (says != CUTS) return says == LEAVES ? LEAVES : ASK;
    memcpy(with_heh, host, sizeof(Unit) * (size_t)m);
    with_heh[m] = t->kinds.at[1]; /* the first kind: heh */
    return lexicon_word(&core->lexicon, with_heh, m + 1) & t->heh_wins ? ASK : CUTS;
}

/* Where an ending begins: 0 for none, ASK. */
static int before_ending(const Core *core, const Unit *w, int n, uint32_t value) {
    const Rows *endings = &core->tables.cut_ends;
    const Unit *article = core->tables.behind_be.at + 8;
    int before = n - (int)article[0];
    if (before > 1 && same(w + before, article + 1, (int)article[0]) && lexicon_word(&core->lexicon, w, before) & core->tables.heh_wins)
        return ASK; /* the words beside it may tell */
    int doubt = value != 0; /* or: it may be the plural of a word whose last letter joins nothing */
    for (uint32_t i = 0; i < endings->n; i++) {
        const Unit *row = endings->at + 8 * (size_t)i;
        int m = n - (int)row[0], places[2];
        if (m < 2 || !same(w + m, row + 1, (int)row[0])) continue;
        if (class_of(core, w[m - 1]) & NON_JOINING) {
            doubt = 1;
            continue;
        }
        uint32_t of_host = lexicon_word(&core->lexicon, w, m);
        if (!(of_host & 1) && (may_be_participle(core, w, m) || cuts_of(core, w, m, of_host, places))) return ASK;
        int says = told(core, w, m, of_host, i);
        int is_longer = says && ((m + 2 < n && lexicon_word(&core->lexicon, w, m + 2) & 1) ||
                                 (m + 1 < n && lexicon_word(&core->lexicon, w, m + 1) & 1)); /* «تنهاست», «تنهام» */
        if (says == ASK || (says && (doubt || is_longer))) return ASK;
        if (says) return m;
    }
    return 0;
}

/* Whether the lexicon may cut the word without one of its endings. */
static int may_be_inflected(const Core *core, const Unit *w, int n) {
    Unit host[LONGEST + 1];
    for (uint32_t i = 0; i < core->tables.inflections.n; i++) {
        const Unit *row = core->tables.inflections.at + 8 * (size_t)i;
        int m = n - (int)row[0];
        if (m < 2 || !same(w + m, row + 1, (int)row[0])) continue;
        memcpy(host, w, sizeof(Unit) * (size_t)m);
        if (row[6]) host[m++] = row[6];
        if (lexicon_word(&core->lexicon, host, m) >> FIRST_CUT) return 1;
    }
    return 0;
}

/* Whether the two parts of the word may be halves of a compound. */
static int may_be_halves(const Core *core, const Unit *w, int n, int at) {
    if (class_of(core, w[at - 1]) & NON_JOINING) return 0;
    uint32_t of_right = lexicon_word(&core->lexicon, w + at, n - at);
    int is_behind_heh = w[at - 1] == core->tables.kinds.at[1] && of_right & core->tables.common;
    return (of_right & core->tables.cuts_productive || is_behind_heh) && lexicon_word(&core->lexicon, w, at) & 1;
}

/* Whether an unknown word may be one that is said twice, or a known one before an Arabic article. */
static int may_be_living(const Core *core, const Unit *w, int n) {
    const Unit *of_arabic = core->tables.behind_be.at + 24;
    int m = (int)of_arabic[0];
    if (n % 2 == 0 && same(w, w + n / 2, n / 2)) return 1;
    for (int at = 2; at + m + 2 < n; at++)
        if (same(w + at, of_arabic + 1, m)) return lexicon_word(&core->lexicon, w, at) & 1;
    return 0;
}

/* Whether a rule about compounds may cut the word. */
static int may_be_compound(const Core *core, const Unit *w, int n, uint32_t value) {
    const Tables *t = &core->tables;
    const Unit *be = t->behind_be.at, *article = be + 8, *old = be + 16;
    int before = n - (int)old[0];
    if (before > 1 && w[before - 1] == t->kinds.at[1] && same(w + before, old + 1, (int)old[0]) && lexicon_word(&core->lexicon, w, before))
        return 1;
    if (!value && may_be_living(core, w, n)) return 1;
    if (n > (int)be[0] && same(w, be + 1, (int)be[0])) {
        if (lexicon_word(&core->lexicon, w + be[0], n - (int)be[0]) & t->after_be) return 1;
        if (same(w + n - article[0], article + 1, (int)article[0])) return 1;
    }
    for (uint32_t i = 0; i < t->living.n; i++) {
        const Unit *row = t->living.at + 8 * (size_t)i;
        int m = (int)row[0];
        if (n - m > 2 && same(w, row + 1, m) && lexicon_word(&core->lexicon, w + m, n - m) & t->common) return 1;
    }
    for (int at = 3; at + 2 < n; at++)
        if (may_be_halves(core, w, n, at)) return 1;
    return may_be_inflected(core, w, n);
}

/* Whether a word of the lexicon is cut where others have lost their half-spaces. */
int is_cut_if_stripped(uint32_t value) { return value & 1 && value >> FIRST_CUT; }

/* Where the joiner rules cut a word that is none of the lexicon's: how many places, or ASK. */
int cuts_of(const Core *core, const Unit *w, int n, uint32_t value, int places[2]) {
    const Tables *t = &core->tables;
    if (n <= 3 || n > LONGEST || value & 1) return 0;
    if (value >> FIRST_CUT) {
        int first = (int)(value >> FIRST_CUT & PLACE), second = (int)(value >> SECOND_CUT & PLACE);
        places[0] = first ? first : second;
        places[1] = second;
        return places[0] >= n || second >= n || (first && second && second <= first) ? ASK : 1 + (first && second);
    }
    if (begins_with(&t->particles, w, n) && lexicon_word(&core->lexicon, w + 1, n - 1) & t->verb) return 0;
    int found = behind_prefix(core, w, n);
    if (!found) found = before_ending(core, w, n, value);
    if (!found) return may_be_compound(core, w, n, value) ? ASK : 0;
    places[0] = found;
    return found < 0 ? ASK : 1;
}
