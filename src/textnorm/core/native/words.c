/* Owns words: what becomes of a word by itself, from tables where they suffice, else asked of Python once.
 *
 * The tables suffice for a word whose letters are mapped one by one, whose marks only go or only stay, and of which the
 * lexicon knows every piece between half-spaces: no rule about words has anything to do with it.
 */
#include "core.h"

enum { LONGEST = 120, ASK = -3 };

typedef struct {
    Unit at[LONGEST + 40];
    int n, marks, half_spaces, kept, shaped, mapped, tatweels;
} Spelt;

static int holds_any_of(const Unit *w, int n, const Rows *rows) {
    for (uint32_t i = 0; i < rows->n; i++) {
        const Unit *row = rows->at + 8 * (size_t)i;
        for (int at = 0; at + (int)row[0] <= n; at++)
            if (same(w + at, row + 1, (int)row[0])) return 1;
    }
    return 0;
}

/* What the letter and mark rules make of a word, or ASK. */
static int spell(const Core *core, const Unit *w, int n, Spelt *o) {
    int run = 1;
    o->n = o->marks = o->half_spaces = o->kept = o->shaped = o->mapped = o->tatweels = 0;
    for (int i = 0; i < n; i++) {
        uint32_t classes = class_of(core, w[i]);
        const Unit *shown = &w[i];
        Unit letter = mapped(core, w[i]);
        int count = 1;
        if (!core->all_words && !(classes & (LETTER | HALF_SPACE | DROPPED | FORM))) return ASK;
        if (classes & LETTER) {
            shown = &letter;
            if (w[i] == core->tables.doubtful && i + 1 < n) return ASK; /* a letter of Kurdish inside the word */
            o->mapped |= letter != w[i];
        } else if (!core->all_words) {
            o->marks += (classes & VOWEL) != 0;
        } else if (classes & DROPPED) {
            o->marks += (classes & VOWEL) != 0;
            o->tatweels |= !(classes & VOWEL);
            if (!i) return ASK;
            continue;
        } else if (classes & FORM) {
            shown = core->tables.forms + (letter >> 5);
            count = (int)(letter & 31);
            o->shaped = 1;
        } else if (classes & MARK) { /* stays; where it might meet another mark or be written as one letter, Python knows */
            if (!i || (class_of(core, w[i - 1]) & (LETTER | COMPOSES)) != LETTER || o->at[o->n - 1] != w[i - 1]) return ASK;
            o->marks++;
            o->kept++;
        } else if (classes & HALF_SPACE) {
            o->half_spaces++;
        } else {
            return ASK;
        }
        for (int j = 0; j < count; j++) {
            run = o->n && o->at[o->n - 1] == shown[j] ? run + 1 : 1;
            if ((run > 2 && core->all_words) || o->n >= LONGEST) return ASK;
            o->at[o->n++] = shown[j];
        }
    }
    if (begins_with(&core->tables.asked_starts, o->at, o->n)) return ASK;
    if (o->kept && !(class_of(core, o->at[o->n - 1]) & MARK)) return ASK;
    if (o->kept && class_of(core, o->at[o->n - 1]) & VOWEL && !ends_with(&core->tables.carriers, o->at, o->n)) return ASK;
    /* it may be vocalised, torn from its neighbour, or of another language */
    if (o->marks > 1 || !o->n || (o->kept && o->n < 4) || (o->shaped && o->mapped)) return ASK;
    if (holds_any_of(o->at, o->n, &core->tables.asked_if) || (o->half_spaces && o->tatweels)) return ASK;
    return class_of(core, o->at[o->n - 1]) & LOOKING_ON ? ASK : 0;
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
        if (lexicon_word(&core->lexicon, host, m) >> 20) return 1;
    }
    return 0;
}

/* Whether a joiner rule may cut a word that is none of the lexicon's: 0 only where none of them can. */
static int may_be_cut(const Core *core, const Unit *w, int n, uint32_t value) {
    const Tables *t = &core->tables;
    if (n <= 3 || n > 40) return 0;
    if (value >> 20 || begins_with(&t->cut_starts, w, n) || ends_with(&t->cut_ends, w, n)) return 1;
    for (int at = 2; at + 2 <= n; at++) {
        if (class_of(core, w[at - 1]) & NON_JOINING) continue;
        if (lexicon_word(&core->lexicon, w + at, n - at) & t->cuts_productive) return 1;
    }
    return may_be_inflected(core, w, n);
}

/* The role of an atom by the flags of its value, or of that of its stem; -1 where the tables do not know. */
static int role_of(const Core *core, const Unit *w, int n, uint32_t value) {
    Unit stem[LONGEST + 40];
    const uint32_t *row = flags_of(core, value);
    if (!row) return -1;
    if (row[FLAG_SURE]) return (int)row[FLAG_ROLE];
    const uint32_t *of_stem = flags_of(core, lexicon_word(&core->lexicon, stem, stem_of(core, w, n, stem)));
    return of_stem ? (int)((row[FLAG_ROLE] & 3) | of_stem[FLAG_STEM_ROLE]) : -1;
}

/* An atom that no joiner rule cuts and no rule about half-spaces calls in question: its value and its role. */
static int stands(const Core *core, const Unit *w, int n, uint32_t *role, uint32_t *context, uint32_t *unknown) {
    const Unit *row = listed(core, w, n);
    *context = row ? row[LISTED_CONTEXT] : 0;
    if (row && row[LISTED_STANDS] & 1) {
        *role = row[LISTED_ROLE];
        return 1;
    }
    uint32_t value = lexicon_word(&core->lexicon, w, n);
    *unknown |= !value;
    if (row || (!(value & 1) && (holds_any_of(w, n, &core->tables.unknown_if) || may_be_cut(core, w, n, value)))) return 0;
    int found = role_of(core, w, n, value);
    *role = (uint32_t)found;
    return found >= 0;
}

/* Whether a word with half-spaces is a common one without them: then a rule may find them wrong. */
static int is_common_whole(const Core *core, const Spelt *o) {
    Unit letters[LONGEST + 40];
    int m = 0;
    for (int i = 0; i < o->n; i++)
        if (!(class_of(core, o->at[i]) & HALF_SPACE)) letters[m++] = o->at[i];
    return (lexicon_word(&core->lexicon, letters, m) & core->tables.common) != 0;
}

/* Fill in the atoms of a word that needs no question; 0 where it needs one. */
static int known_atoms(const Core *core, const Spelt *o, Word *word) {
    int start = 0, pieces = 0, starts[2] = {0, 0};
    uint32_t role = 0, context = 0, contexts[2] = {0xFF, 0xFF}, first_role = 0, unknown = 0;
    if (o->half_spaces && (o->kept || o->n > 40)) return 0;
    word->second = word->before = 0xFF;
    for (int i = 0; i <= o->n; i++) {
        if (i < o->n && !(class_of(core, o->at[i]) & HALF_SPACE)) continue;
        if (i == start || (i < o->n && class_of(core, o->at[i - 1]) & NON_JOINING)) return 0; /* a stray half-space */
        if (!stands(core, o->at + start, i - start, &role, &context, &unknown)) return 0;
        if (!pieces) {
            first_role = role;
            word->first_n = (uint8_t)i;
            word->first = (uint8_t)context;
        } else if (pieces == 1) {
            word->second = (uint8_t)context;
        }
        contexts[0] = contexts[1];
        contexts[1] = context;
        starts[1] = start;
        start = i + 1;
        pieces++;
    }
    if (o->half_spaces && unknown && is_common_whole(core, o)) return 0;
    word->role = (uint8_t)((first_role & 12) | (role & 3));
    word->last_at = (uint8_t)starts[1];
    word->before = (uint8_t)contexts[0];
    word->last = (uint8_t)contexts[1];
    return 1;
}

/* How many letters a gap's rules see at the end and at the start of a word, and which endings they tell apart. */
static void set_sides(const Core *core, const Unit *w, int n, Word *word) {
    int end = 0, start = 0, special;
    while (end < 3 && end < n && !(class_of(core, w[n - 1 - end]) & HALF_SPACE)) end++;
    special = ends_with(&core->tables.ends, w, n);
    word->left = (uint8_t)(special ? 3 + special : end);
    while (start < 3 && start < n && class_of(core, w[start]) & (LETTER | FORM)) start++;
    special = start == 3 ? begins_with(&core->tables.starts, w, n) : 0;
    word->right = (uint8_t)(special ? 3 + special : start);
    if (!word->left || !word->right) word->known = 0; /* 0 is for the edges of a line */
}

/* What a word that was not asked about says of its language. */
static uint8_t facts_of(const Core *core, const Unit *w, int n, const Spelt *o) {
    Unit letters[LONGEST + 40], bare[LONGEST];
    int m = 0, b = 0;
    for (int i = 0; i < o->n; i++)
        if (class_of(core, o->at[i]) & LETTER) letters[m++] = o->at[i];
    for (int i = 0; i < n; i++)
        if (!(class_of(core, w[i]) & DROPPED)) bare[b++] = w[i];
    const Unit *row = listed(core, letters, m), *written = listed(core, bare, b);
    uint32_t facts = row ? row[LISTED_FACTS] & (SPEAKS_PERSIAN | SPEAKS_ARABIC) : 0;
    if (written) facts |= written[LISTED_FACTS] & OF_OTHERS;
    if (m >= (int)core->tables.article_least && begins_with(&core->tables.articles, letters, m)) facts |= HAS_ARTICLE;
    if (o->shaped) facts &= ~(uint32_t)SPEAKS_PERSIAN; /* not before its shapes are letters */
    return (uint8_t)facts;
}

/* A word that Python judges: (its text, with joins, and as the rules for spaces see it; its numbers), or None. */
static int ask(Core *core, const Unit *w, int n, Word *word) {
    Unit answer[3 * LONGEST + 200];
    PyObject *text = to_str(w, n);
    core->asked_words++;
    PyObject *got = text ? PyObject_CallFunctionObjArgs(core->ask_word, text, NULL) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    char *numbers;
    Py_ssize_t count, m = NOT_MINE, parts[4] = {0}, part = 0;
    if (got != Py_None && PyTuple_Check(got) && PyTuple_Size(got) == 2) {
        m = from_str(PyTuple_GetItem(got, 0), answer, 3 * LONGEST + 200);
        if (m > 0 && (PyBytes_AsStringAndSize(PyTuple_GetItem(got, 1), &numbers, &count) || count < 9)) m = FAILED;
    }
    for (Py_ssize_t i = 0; m > 0 && i < m && part < 3; i++)
        if (answer[i] == '\n') parts[part++] = i;
    if (m > 0 && part == 2 && parts[0] && parts[0] <= LONGEST && parts[1] - parts[0] - 1 <= 250) {
        uint8_t *fields[] = {&word->first_n, &word->last_at, &word->role, &word->first,
                             &word->second,  &word->before,  &word->last, &word->facts,
                             &word->guarded};
        for (int i = 0; i < 9; i++) *fields[i] = (uint8_t)numbers[i];
        word->known = 1;
        set_sides(core, answer, (int)parts[0], word);
        word->out_n = (uint8_t)parts[0];
        word->joined_n = (uint8_t)(parts[1] - parts[0] - 1);
        int64_t out = text_keep(&core->arena, answer, m);
        word->out = (uint32_t)out;
        word->joined = (uint32_t)(out + parts[0] + 1);
        if (out < 0) m = FAILED;
    }
    Py_DECREF(got);
    return m == FAILED ? FAILED : 0;
}

static int judge(Core *core, const Unit *w, int n, Word *word) {
    Spelt o;
    for (int i = 0; i < n; i++)
        if (class_of(core, w[i]) & HINT) word->hint = 1;
    if (spell(core, w, n, &o) == ASK || (core->joins ? !known_atoms(core, &o, word) : o.half_spaces != 0)) {
        return ask(core, w, n, word);
    }
    if (!core->joins) word->first_n = (uint8_t)o.n;
    word->known = 1;
    set_sides(core, o.at, o.n, word);
    word->facts = facts_of(core, w, n, &o);
    word->out_n = word->joined_n = (uint8_t)o.n;
    if (o.n == n && same(o.at, w, n)) {
        word->out = word->joined = word->key;
        return 0;
    }
    int64_t out = text_keep(&core->arena, o.at, o.n);
    word->out = word->joined = (uint32_t)out;
    return out < 0 ? FAILED : 0;
}

/* The number of the word's record; NOT_MINE for words that no record holds. */
int64_t word_of(Core *core, const Unit *w, int n) {
    Memo *memo = &core->words;
    if (n > LONGEST) return NOT_MINE;
    Word word = {.hash = hash_of(w, n)};
    uint32_t number, at = (uint32_t)(word.hash >> 8) & (memo->room - 1);
    for (; (number = memo->slots[at]); at = (at + 1) & (memo->room - 1)) {
        const Word *known = RECORD(memo, Word, number);
        if (known->hash == word.hash && known->key_n == n && same(core->arena.at + known->key, w, n)) return number;
    }
    Unit copy[LONGEST];
    memcpy(copy, w, sizeof(Unit) * (size_t)n); /* *w* may lie in a buffer that moves */
    int64_t key = text_keep(&core->arena, copy, n);
    if (key < 0) return FAILED;
    word.key = (uint32_t)key;
    word.key_n = (uint8_t)n;
    if (judge(core, copy, n, &word) == FAILED) return FAILED;
    return memo_add(memo, &word);
}
