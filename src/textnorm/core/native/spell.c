/* Owns how a word is spelt: what the rules for letters, marks, half-spaces and what stands for them make of it, as far as tables
 * tell; else Python is asked for the word.
 */
#include "spelt.h"

/* Half-spaces, and what stands for one, between two letters at *i*: how many units they are, ASK where Python must
   judge them, and joiners always, by the whole word; *becomes* is 1 where one half-space is left of them. */
static int half_spaces_at(const Core *core, const Unit *w, int n, int i, int *becomes) {
    uint32_t all = 0;
    int end = i, real = 0;
    for (; end < n && class_of(core, w[end]) & (HALF_SPACE | TYPED | FAKE); end++) {
        all |= class_of(core, w[end]);
        real += (class_of(core, w[end]) & HALF_SPACE) != 0;
        if (w[end] == 0x200D) return ASK;
    }
    *becomes = 1;
    if (!(all & (TYPED | FAKE))) return end - i;
    if (!i || end == n || (all & TYPED && all & FAKE) || !(class_of(core, w[i - 1]) & class_of(core, w[end]) & LETTER)) return ASK;
    if (all & TYPED && class_of(core, w[i - 1]) & NON_JOINING) *becomes = 0;
    return !*becomes && real ? ASK : end - i;
}

/* One more letter; ASK where it is one too many. */
int add_letter(const Core *core, Spelt *o, Unit letter) {
    int n = o->n;
    if (n >= LONGEST) return ASK;
    o->stretched |= core->all_words && n > 1 && o->at[n - 1] == letter && o->at[n - 2] == letter;
    o->at[o->n++] = letter;
    return 0;
}

/* A mark that stays; ASK where it might meet another mark or be written as one letter with what stands before it. */
static int keep_mark(const Core *core, const Unit *w, int i, Spelt *o) {
    uint32_t before = i ? class_of(core, w[i - 1]) : 0, vowel = class_of(core, w[i]) & VOWEL;
    if (i && w[i - 1] == w[i] && o->kept && is_one_of(&core->tables.doubled, w + i - 1, 2)) return 1; /* one of the two goes */
    if (!(before & (LETTER | FORM)) || !o->n || !(class_of(core, o->at[o->n - 1]) & LETTER)) return ASK;
    if (!vowel && (before | class_of(core, o->at[o->n - 1])) & COMPOSES) return ASK;
    o->marks++;
    o->kept++;
    return add_letter(core, o, w[i]) ? ASK : 1;
}

/* The same for what cannot be seen, or goes: soft hyphens, half-spaces and what stands for them. */
static int spell_unseen(const Core *core, const Unit *w, int n, int i, Spelt *o) {
    int becomes = 1, read;
    if (w[i] == core->tables.soft_hyphen) { /* between two letters; what it stands for is told by the whole word */
        if (!i || i + 1 == n || !(class_of(core, w[i - 1]) & class_of(core, w[i + 1]) & LETTER)) return ASK;
        o->soft = 1;
        return add_letter(core, o, w[i]) ? ASK : 1;
    }
    if (!(class_of(core, w[i]) & (HALF_SPACE | TYPED | FAKE)) || (read = half_spaces_at(core, w, n, i, &becomes)) == ASK) return ASK;
    o->odd |= read > 1 || !(class_of(core, w[i]) & HALF_SPACE);
    if (!becomes) return read;
    o->half_spaces++;
    return add_letter(core, o, 0x200C) ? ASK : read;
}

/* What the letter and mark rules make of the units from *i* on: how many of them were read, or ASK. */
static int spell_at(const Core *core, const Unit *w, int n, int i, Spelt *o) {
    uint32_t classes = class_of(core, w[i]);
    if (!core->all_words && !(classes & (LETTER | HALF_SPACE | DROPPED | FORM))) return ASK;
    o->letters += (classes & (LETTER | FORM)) != 0;
    if (!core->all_words && w[i] == core->tables.hamza && i + 1 < n && !(class_of(core, w[i + 1]) & LETTER)) return ASK;
    if (classes & LETTER) {
        if (w[i] == core->tables.doubtful && i + 1 < n) return ASK; /* a letter of Kurdish */
        o->doubtful |= w[i] == core->tables.doubtful && i > 1;
        o->mapped |= mapped(core, w[i]) != w[i];
        return add_letter(core, o, mapped(core, w[i])) ? ASK : 1;
    }
    if (!core->all_words) {
        o->marks += (classes & VOWEL) != 0;
        if (core->joins && !(classes & HALF_SPACE)) return ASK; /* the joiner rules look between marks */
        return add_letter(core, o, w[i]) ? ASK : 1;
    }
    if (classes & FORM) {
        const Unit *shown = core->tables.forms + (mapped(core, w[i]) >> 5 & FORM_PLACE);
        for (int j = 0, count = (int)(mapped(core, w[i]) & 31); j < count; j++)
            if (add_letter(core, o, shown[j])) return ASK;
        o->shaped = 1;
        return 1;
    }
    if (classes & DROPPED) {
        if (i && class_of(core, w[i - 1]) & MARK) return ASK;
        o->marks += (classes & VOWEL) != 0;
        o->tatweels |= !(classes & VOWEL);
        o->beside |= i && i + 1 < n && !(classes & VOWEL) && (class_of(core, w[i - 1]) | class_of(core, w[i + 1])) & HALF_SPACE;
        return i ? 1 : ASK;
    }
    return classes & MARK ? keep_mark(core, w, i, o) : spell_unseen(core, w, n, i, o);
}

/* Whether a soft hyphen between these two stands for a half-space, as the rule about them has it. */
static int is_seam(const Core *core, const Unit *left, int n, const Unit *right, int m) {
    const Tables *t = &core->tables;
    if (!n || !m || class_of(core, left[n - 1]) & NON_JOINING) return 0;
    if (is_one_of(&t->seam_prefixes, left, n)) return m > 1;
    if (n < 2 || !(lexicon_word(&core->lexicon, left, n) & 1)) return 0;
    if (is_one_of(&t->seam_suffixes, right, m)) return 1;
    return (m > 2 || begins_with(&t->seam_starts, right, m)) && lexicon_word(&core->lexicon, right, m) & 1;
}

/* The soft hyphens of one piece, from *start* to *end*: half-spaces, or nothing. Where the pieces decide, and letters were
   mapped, Python is asked. */
static int settle_piece(const Core *core, Spelt *o, const Unit *w, int start, int end) {
    Unit whole[LONGEST + 40];
    int m = 0, soft = 0;
    for (int i = start; i < end; i++) w[i] == core->tables.soft_hyphen ? soft++ : (whole[m++] = w[i], 0);
    int is_word = soft && lexicon_word(&core->lexicon, whole, m) & 1;
    if (soft && !is_word && o->mapped) return ASK;
    for (int i = start, left = start, right; i < end; i++) {
        if (w[i] != core->tables.soft_hyphen) {
            o->at[o->n++] = w[i];
            continue;
        }
        for (right = i + 1; right < end && w[right] != core->tables.soft_hyphen;) right++;
        if (!is_word && is_seam(core, w + left, i - left, w + i + 1, right - i - 1)) o->at[o->n++] = 0x200C, o->half_spaces++;
        left = i + 1;
    }
    return 0;
}

/* Take the soft hyphens out of a word, or put half-spaces in their place: 0, or ASK. */
static int settle_soft_hyphens(const Core *core, const Unit *w, int n, Spelt *o) {
    Unit copy[LONGEST + 40];
    int m = o->n;
    if (o->marks || o->kept || o->odd || o->tatweels || o->shaped || o->stretched || n > LONGEST) return ASK;
    for (int i = 0; i < n; i++) {
        int changes = class_of(core, w[i]) & LETTER && mapped(core, w[i]) != w[i];
        if (changes && !is_one_of(&core->tables.variants, w + i, 1)) return ASK;
    }
    memcpy(copy, o->at, sizeof(Unit) * (size_t)m);
    o->n = 0;
    for (int i = 0, start = 0; i <= m; i++) {
        if (i < m && !(class_of(core, copy[i]) & HALF_SPACE)) continue;
        if (settle_piece(core, o, copy, start, i)) return ASK;
        if (i < m) o->at[o->n++] = copy[i];
        start = i + 1;
    }
    for (int i = 2; i < o->n; i++) /* what stood apart is one row of a letter now */
        if (o->at[i] == o->at[i - 1] && o->at[i] == o->at[i - 2]) return ASK;
    return 0;
}

/* Whether a word of letters alone ends in a hamza of its own, whatever stands behind it. */
static int ends_in_hamza(const Core *core, const Spelt *o) {
    const Tables *t = &core->tables;
    if (!core->all_words || t->asked_if.n || o->n < 3 || o->at[o->n - 1] != t->hamza) return 0;
    return !o->marks && !o->kept && !o->shaped && !o->odd && !o->tatweels && !o->stretched && !o->half_spaces;
}

/* Behind a heh it is the small hamza. */
int make_hamza_small(const Core *core, Spelt *o) {
    if (!ends_in_hamza(core, o) || o->at[o->n - 2] != core->tables.kinds.at[1]) return 0;
    if (o->n < 4) return ASK;
    o->at[o->n - 1] = core->tables.dropped_by_stem;
    o->kept = 1;
    return 0;
}

/* Whether one of *words* stands in a part of a word from *start* on, and behind it nothing or an ending. */
static int holds_word(const Tables *t, const Rows *words, const Unit *w, int n, int start) {
    for (int end = start + 1; end <= n; end++)
        if (is_one_of(words, w + start, end - start) && (end == n || is_one_of(&t->vowelled_ends, w + end, n - end))) return 1;
    return 0;
}

/* Whether short vowels may tell a part between half-spaces from another word, as the rule about them has it. */
static int may_be_told_part(const Tables *t, const Unit *w, int n) {
    for (uint32_t k = 0; k < t->vowelled_starts.n; k++) {
        const Unit *start = t->vowelled_starts.at + 8 * (size_t)k;
        int length = (int)start[0];
        if (n > length && same(w, start + 1, length) && holds_word(t, &t->vowelled_verbs, w, n, length)) return 1;
    }
    return holds_word(t, &t->vowelled, w, n, 0);
}

/* The same for each part of a word, half-spaces that cannot be seen left out. */
static int may_be_told(const Core *core, const Spelt *o) {
    Unit part[LONGEST + 40];
    int n = 0;
    for (int i = 0; i <= o->n; i++) {
        int is_end = i == o->n, parts = is_end || class_of(core, o->at[i]) & HALF_SPACE;
        if (!parts) part[n++] = o->at[i];
        if (!parts || (!is_end && n && class_of(core, part[n - 1]) & NON_JOINING)) continue;
        if (n && may_be_told_part(&core->tables, part, n)) return 1;
        n = 0;
    }
    return 0;
}

/* What the letter and mark rules make of a word, or ASK. */
int spell(const Core *core, const Unit *w, int n, Spelt *o) {
    memset((char *)o + sizeof o->at, 0, sizeof *o - sizeof o->at);
    for (int i = 0, read; i < n; i += read)
        if ((read = spell_at(core, w, n, i, o)) == ASK) return ASK;
    if (o->soft && settle_soft_hyphens(core, w, n, o)) return ASK;
    o->odd |= o->soft;
    if (begins_with(&core->tables.asked_starts, o->at, o->n) || (o->marks > o->kept && core->all_words && may_be_told(core, o))) return ASK;
    if (o->kept && !(class_of(core, o->at[o->n - 1]) & MARK)) return ASK;
    if (o->kept && class_of(core, o->at[o->n - 1]) & VOWEL && !ends_with(&core->tables.carriers, o->at, o->n)) return ASK;
    /* it may be torn from its neighbour, or of another language */
    if (o->doubtful && (o->half_spaces || o->marks || o->odd || o->shaped || !(lexicon_word(&core->lexicon, o->at, o->n) & 1))) return ASK;
    if (o->kept > 1 || !o->n || (o->kept && o->n < 4) || (o->shaped && o->mapped)) return ASK;
    if (holds_any_of(o->at, o->n, &core->tables.asked_if) || (o->half_spaces && o->tatweels && (o->beside || o->odd))) return ASK;
    return class_of(core, o->at[o->n - 1]) & LOOKING_ON && !ends_in_hamza(core, o) ? ASK : 0;
}
