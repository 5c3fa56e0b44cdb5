/* Owns words: what becomes of a word by itself, from tables where they suffice, else asked of Python once.
 *
 * The tables suffice for a word whose letters are mapped one by one, whose marks only go or only stay, and of which the
 * lexicon knows every piece between half-spaces: no rule about words has anything to do with it.
 */
#include "core.h"

enum { LONGEST = 120, ASK = -3, CUT = -4 }; /* CUT: settled, but Python must say where it is cut */

typedef struct {
    Unit at[LONGEST + 40];
    int n, letters, marks, half_spaces, kept, shaped, mapped, tatweels, odd, soft, stretched, beside;
} Spelt;

/* Half-spaces, and what stands for one, between two letters at *i*: how many units they are, ASK where Python must
   judge them; *becomes* is 1 where one half-space is left of them. */
static int half_spaces_at(const Core *core, const Unit *w, int n, int i, int *becomes) {
    uint32_t all = 0;
    int end = i, real = 0;
    for (; end < n && class_of(core, w[end]) & (HALF_SPACE | TYPED | FAKE); end++) {
        all |= class_of(core, w[end]);
        real += (class_of(core, w[end]) & HALF_SPACE) != 0;
    }
    *becomes = 1;
    if (!(all & (TYPED | FAKE))) return end - i;
    if (!i || end == n || (all & TYPED && all & FAKE) || !(class_of(core, w[i - 1]) & class_of(core, w[end]) & LETTER)) return ASK;
    if (all & TYPED && class_of(core, w[i - 1]) & NON_JOINING) *becomes = 0;
    return !*becomes && real ? ASK : end - i;
}

/* One more letter; ASK where it is one too many. */
static int add(const Core *core, Spelt *o, Unit letter) {
    int n = o->n;
    if (n >= LONGEST) return ASK;
    o->stretched |= core->all_words && n > 1 && o->at[n - 1] == letter && o->at[n - 2] == letter;
    o->at[o->n++] = letter;
    return 0;
}

/* A mark that stays; ASK where it might meet another mark or be written as one letter with what stands before it. */
static int keep_mark(const Core *core, const Unit *w, int i, Spelt *o) {
    uint32_t before = i ? class_of(core, w[i - 1]) : 0, vowel = class_of(core, w[i]) & VOWEL;
    if (!(before & (LETTER | FORM)) || !o->n || !(class_of(core, o->at[o->n - 1]) & LETTER)) return ASK;
    if (!vowel && (before | class_of(core, o->at[o->n - 1])) & COMPOSES) return ASK;
    o->marks++;
    o->kept++;
    return add(core, o, w[i]) ? ASK : 1;
}

/* The same for what cannot be seen, or goes: soft hyphens, half-spaces and what stands for them. */
static int spell_unseen(const Core *core, const Unit *w, int n, int i, Spelt *o) {
    int becomes = 1, read;
    if (w[i] == core->tables.soft_hyphen) { /* between two letters; what it stands for is told by the whole word */
        if (!i || i + 1 == n || !(class_of(core, w[i - 1]) & class_of(core, w[i + 1]) & LETTER)) return ASK;
        o->soft = 1;
        return 1;
    }
    if (!(class_of(core, w[i]) & (HALF_SPACE | TYPED | FAKE)) || (read = half_spaces_at(core, w, n, i, &becomes)) == ASK) return ASK;
    o->odd |= read > 1 || !(class_of(core, w[i]) & HALF_SPACE);
    if (!becomes) return read;
    o->half_spaces++;
    return add(core, o, 0x200C) ? ASK : read;
}

/* What the letter and mark rules make of the units from *i* on: how many of them were read, or ASK. */
static int spell_at(const Core *core, const Unit *w, int n, int i, Spelt *o) {
    uint32_t classes = class_of(core, w[i]);
    if (!core->all_words && !(classes & (LETTER | HALF_SPACE | DROPPED | FORM))) return ASK;
    o->letters += (classes & (LETTER | FORM)) != 0;
    if (!core->all_words && w[i] == core->tables.hamza && i + 1 < n && !(class_of(core, w[i + 1]) & LETTER)) return ASK;
    if (classes & LETTER) {
        if (w[i] == core->tables.doubtful && (i + 1 < n || i > 1)) return ASK; /* a letter of Kurdish */
        o->mapped |= mapped(core, w[i]) != w[i];
        return add(core, o, mapped(core, w[i])) ? ASK : 1;
    }
    if (!core->all_words) {
        o->marks += (classes & VOWEL) != 0;
        return add(core, o, w[i]) ? ASK : 1;
    }
    if (classes & FORM) {
        const Unit *shown = core->tables.forms + (mapped(core, w[i]) >> 5 & FORM_PLACE);
        for (int j = 0, count = (int)(mapped(core, w[i]) & 31); j < count; j++)
            if (add(core, o, shown[j])) return ASK;
        o->shaped = 1;
        return 1;
    }
    if (classes & DROPPED) {
        o->marks += (classes & VOWEL) != 0;
        o->tatweels |= !(classes & VOWEL);
        o->beside |= i && i + 1 < n && !(classes & VOWEL) && (class_of(core, w[i - 1]) | class_of(core, w[i + 1])) & HALF_SPACE;
        return i ? 1 : ASK;
    }
    return classes & MARK ? keep_mark(core, w, i, o) : spell_unseen(core, w, n, i, o);
}

/* Whether the soft hyphens of a word stand for nothing: without them each piece that has one is a word, as the rule about
   them writes it. */
static int hides_soft_hyphens(const Core *core, const Unit *w, int n, const Spelt *o) {
    Unit piece[LONGEST];
    int m = 0, soft = 0;
    if (o->marks || o->kept || o->odd || o->tatweels || o->shaped || o->stretched || n > LONGEST) return 0;
    for (int i = 0; i <= n; i++) {
        uint32_t classes = i < n ? class_of(core, w[i]) : HALF_SPACE;
        if (classes & LETTER) {
            piece[m++] = mapped(core, w[i]);
            if (piece[m - 1] != w[i] && !is_one_of(&core->tables.variants, w + i, 1)) return 0;
        } else if (!(classes & HALF_SPACE)) {
            soft = 1;
        } else {
            if (soft && !(lexicon_word(&core->lexicon, piece, m) & 1)) return 0;
            m = soft = 0;
        }
    }
    return 1;
}

/* Whether a word of letters alone ends in a hamza of its own, whatever stands behind it. */
static int ends_in_hamza(const Core *core, const Spelt *o) {
    const Tables *t = &core->tables;
    if (!core->all_words || t->asked_if.n || o->n < 3 || o->at[o->n - 1] != t->hamza) return 0;
    return !o->marks && !o->kept && !o->shaped && !o->odd && !o->tatweels && !o->stretched && !o->half_spaces;
}

/* Behind a heh it is the small hamza. */
static int make_hamza_small(const Core *core, Spelt *o) {
    if (!ends_in_hamza(core, o) || o->at[o->n - 2] != core->tables.kinds.at[1]) return 0;
    if (o->n < 4) return ASK;
    o->at[o->n - 1] = core->tables.dropped_by_stem;
    o->kept = 1;
    return 0;
}

/* What the letter and mark rules make of a word, or ASK. */
static int spell(const Core *core, const Unit *w, int n, Spelt *o) {
    memset((char *)o + sizeof o->at, 0, sizeof *o - sizeof o->at);
    for (int i = 0, read; i < n; i += read)
        if ((read = spell_at(core, w, n, i, o)) == ASK) return ASK;
    if (o->soft && !hides_soft_hyphens(core, w, n, o)) return ASK;
    o->odd |= o->soft;
    if (begins_with(&core->tables.asked_starts, o->at, o->n)) return ASK;
    if (o->kept && !(class_of(core, o->at[o->n - 1]) & MARK)) return ASK;
    if (o->kept && class_of(core, o->at[o->n - 1]) & VOWEL && !ends_with(&core->tables.carriers, o->at, o->n)) return ASK;
    /* it may be torn from its neighbour, or of another language */
    if ((o->kept && o->marks > 1) || !o->n || (o->kept && o->n < 4) || (o->shaped && o->mapped)) return ASK;
    if (holds_any_of(o->at, o->n, &core->tables.asked_if) || (o->half_spaces && o->tatweels && (o->beside || o->odd))) return ASK;
    return class_of(core, o->at[o->n - 1]) & LOOKING_ON && !ends_in_hamza(core, o) ? ASK : 0;
}

/* The role of a morpheme by the flags of its value, or of that of its stem; -1 where the tables do not know. */
static int role_of(const Core *core, const Unit *w, int n, uint32_t value) {
    Unit stem[LONGEST + 40];
    const uint32_t *row = flags_of(core, value);
    if (!row) return -1;
    if (row[FLAG_SURE] & 1) return (int)row[FLAG_ROLE];
    const uint32_t *of_stem = flags_of(core, lexicon_word(&core->lexicon, stem, stem_of(core, w, n, stem)));
    return of_stem ? (int)((row[FLAG_ROLE] & 3) | of_stem[FLAG_STEM_ROLE]) : -1;
}

/* What is known of a morpheme: 1 where no joiner rule cuts it and no rule about half-spaces calls it in question. */
static int stands(const Core *core, const Unit *w, int n, uint32_t *role, uint32_t *context) {
    const Unit *row = listed(core, w, n);
    *context = row ? row[LISTED_CONTEXT] : 0;
    if (row && row[LISTED_STANDS] & 1) {
        *role = row[LISTED_ROLE];
        return 1;
    }
    uint32_t value = lexicon_word(&core->lexicon, w, n);
    if (row || (!(value & 1) && may_be_another(core, w, n))) return ASK;
    int places[2];
    if (!(value & 1) && cuts_of(core, w, n, value, places)) return CUT;
    int found = role_of(core, w, n, value);
    *role = (uint32_t)found;
    return found >= 0 ? 1 : CUT;
}

/* Take out the half-spaces of a word that the lexicon knows so well without them that no piece matters: 0, or ASK where
   the pieces decide. */
static int close_up(const Core *core, Spelt *o) {
    Unit whole[LONGEST + 40];
    int m = 0, start = 0, unseen = 0, nothing = 0, another = 0, n = o->n - (o->kept > 0); /* without the mark at the end */
    if (!o->half_spaces) return 0;
    if (o->kept > 1 || o->n > 40) return ASK;
    for (int i = 0; i <= n; i++) {
        if (i < n && !(class_of(core, o->at[i]) & HALF_SPACE)) {
            whole[m++] = o->at[i];
            continue;
        }
        if (i == start) return ASK; /* at an edge, or doubled */
        another |= !(lexicon_word(&core->lexicon, o->at + start, i - start) & 1) && may_be_another(core, o->at + start, i - start);
        unseen |= i < n && class_of(core, o->at[i - 1]) & NON_JOINING;
        nothing |= !listed(core, o->at + start, i - start) && !lexicon_word(&core->lexicon, o->at + start, i - start);
        start = i + 1;
    }
    if (!unseen && !nothing) return 0;
    uint32_t value = lexicon_word(&core->lexicon, whole, m), frequent = core->tables.frequent;
    int wrong = nothing && value & core->tables.common;
    if (!wrong && !unseen) return 0;
    if (o->kept || another) return ASK;
    if (!wrong && (o->half_spaces > 1 || (value & frequent) != frequent)) return ASK;
    o->n = o->half_spaces = 0;
    for (int i = 0; i < m; i++)
        if (add(core, o, whole[i])) return ASK;
    return 0;
}

/* Fill in the morphemes of a word: 0, ASK where it needs a question, CUT where that question is where it is cut. */
static int known_morphemes(const Core *core, const Spelt *o, Word *word) {
    int start = 0, pieces = 0, starts[2] = {0, 0}, found = 0;
    uint32_t role = 0, context = 0, contexts[2] = {0xFF, 0xFF}, first_role = 0;
    word->second = word->before = 0xFF;
    for (int i = 0; i <= o->n; i++) {
        if (i < o->n && !(class_of(core, o->at[i]) & HALF_SPACE)) continue;
        int known = stands(core, o->at + start, i - start, &role, &context);
        if (known == ASK) return ASK;
        if (known == CUT) found = CUT;
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
    if (pieces > 1 && (role & 3) == 3) role = 0; /* a joiner holds «می» to the word before it */
    word->role = (uint8_t)((first_role & 12) | (role & 3));
    word->last_at = (uint8_t)starts[1];
    word->before = (uint8_t)contexts[0];
    word->last = (uint8_t)contexts[1];
    return found;
}

/* The same for a word without half-spaces that a joiner rule cuts, which is put into *joined* as it is then. */
static int cut_morphemes(const Core *core, const Spelt *o, Spelt *joined, Word *word) {
    int places[2];
    uint32_t value = lexicon_word(&core->lexicon, o->at, o->n);
    int count = o->half_spaces || !core->tables.cuts_wanted[0] ? 0 : cuts_of(core, o->at, o->n, value, places);
    if (count <= 0 || value & core->tables.common || may_be_another(core, o->at, o->n)) return CUT;
    joined->n = 0;
    for (int i = 0, next = 0; i < o->n; i++) {
        if (next < count && i == places[next]) joined->at[joined->n++] = 0x200C, next++;
        joined->at[joined->n++] = o->at[i];
    }
    if (known_morphemes(core, joined, word)) return CUT;
    word->last_at = (uint8_t)(word->last_at - count);
    return 0;
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
        if (!(class_of(core, w[i]) & DROPPED) && w[i] != core->tables.soft_hyphen) bare[b++] = w[i];
    const Unit *row = listed(core, letters, m), *written = listed(core, bare, b);
    uint32_t facts = row ? row[LISTED_FACTS] & (SPEAKS_PERSIAN | SPEAKS_ARABIC | NAMES_LANGUAGE) : 0;
    if (written) facts |= written[LISTED_FACTS] & OF_OTHERS;
    if (m >= (int)core->tables.article_least && begins_with(&core->tables.articles, letters, m)) facts |= HAS_ARTICLE;
    if (o->shaped || o->odd) facts &= ~(uint32_t)SPEAKS_PERSIAN; /* not before its shapes are letters */
    if ((uint32_t)o->marks >= core->tables.least_marks &&
        (uint32_t)o->marks * 100 > core->tables.least_share * (uint32_t)o->letters)
        facts |= VOCALISED;
    return (uint8_t)facts;
}

/* What Python says of a word, or of its morphemes: its text, with joins; and its numbers: 0 with the count of units that were
   kept in the arena in *n*, which is 0 where it says nothing. */
static int said(Core *core, PyObject *question, const Unit *w, int *n, Py_ssize_t parts[2], uint8_t numbers[9]) {
    Unit answer[3 * LONGEST + 200];
    PyObject *text = to_str(w, *n);
    core->asked_words++;
    PyObject *got = text ? PyObject_CallFunctionObjArgs(question, text, NULL) : NULL;
    Py_XDECREF(text);
    *n = 0;
    if (!got) return FAILED;
    char *bytes = NULL;
    Py_ssize_t count, m = 0, part = 0;
    int result = 0;
    if (got != Py_None && PyTuple_Check(got) && PyTuple_Size(got) == 2) {
        m = from_str(PyTuple_GetItem(got, 0), answer, 3 * LONGEST + 200);
        if (m == FAILED || PyBytes_AsStringAndSize(PyTuple_GetItem(got, 1), &bytes, &count)) result = FAILED;
    }
    for (Py_ssize_t i = 0; i < m && part < 2; i++)
        if (answer[i] == '\n') parts[part++] = i;
    if (!result && bytes && count >= 9 && part == 2 && parts[0] && parts[0] <= LONGEST && parts[1] - parts[0] - 1 <= 250) {
        memcpy(numbers, bytes, 9);
        *n = (int)m;
        if (text_keep(&core->arena, answer, m) < 0) result = FAILED;
    }
    Py_DECREF(got);
    return result;
}

/* A word that Python judges: the whole of it, or where the settled word is cut. */
static int ask(Core *core, PyObject *question, const Unit *w, int n, Word *word) {
    Py_ssize_t parts[2];
    uint8_t numbers[9], facts = word->facts;
    int settled = question == core->ask_morphemes;
    uint32_t place = (uint32_t)core->arena.n;
    if (said(core, question, w, &n, parts, numbers) == FAILED) return FAILED;
    if (!n) return 0;
    uint8_t *fields[] = {&word->first_n, &word->last_at, &word->role, &word->first,
                         &word->second,  &word->before,  &word->last, &word->facts,
                         &word->guarded};
    for (int i = 0; i < 9; i++) *fields[i] = numbers[i];
    if (settled) word->facts = facts;
    word->known = 1;
    word->out_n = (uint8_t)parts[0];
    word->joined_n = (uint8_t)(parts[1] - parts[0] - 1);
    word->out = place;
    word->joined = (uint32_t)(place + parts[0] + 1);
    set_sides(core, core->arena.at + word->out, word->out_n, word);
    return 0;
}

/* The same where nothing is joined: no piece matters, but a rule may make another word of it. */
static int unjoined(const Core *core, const Spelt *o) {
    if (o->half_spaces) return ASK;
    return !(lexicon_word(&core->lexicon, o->at, o->n) & 1) && may_be_another(core, o->at, o->n) ? ASK : 0;
}

static int judge(Core *core, const Unit *w, int n, Word *word) {
    Spelt o, joined = {.n = 0};
    for (int i = 0; i < n; i++)
        if (class_of(core, w[i]) & HINT) word->hint = 1;
    word->foreignness = foreignness_of(core, w, n);
    int found = spell(core, w, n, &o);
    if (!found) word->facts = facts_of(core, w, n, &o);
    if (!found) found = make_hamza_small(core, &o);
    if (!found && o.stretched) found = o.half_spaces || o.kept || o.shaped || !shorten(core, o.at, &o.n) ? ASK : 0;
    if (!found && core->joins) found = close_up(core, &o);
    if (!found) found = core->joins ? known_morphemes(core, &o, word) : unjoined(core, &o);
    if (found == CUT) found = cut_morphemes(core, &o, &joined, word);
    if (found == ASK) return ask(core, core->ask_word, w, n, word);
    if (found == CUT) return ask(core, core->ask_morphemes, o.at, o.n, word);
    if (!core->joins) word->first_n = (uint8_t)o.n;
    word->known = 1;
    set_sides(core, o.at, o.n, word);
    int is_same = o.n == n && same(o.at, w, n);
    int64_t out = is_same ? word->key : text_keep(&core->arena, o.at, o.n);
    int64_t cut = joined.n && out >= 0 ? text_keep(&core->arena, joined.at, joined.n) : out;
    if (out < 0 || cut < 0) return FAILED;
    word->out = (uint32_t)out;
    word->joined = (uint32_t)cut;
    word->out_n = (uint8_t)o.n;
    word->joined_n = (uint8_t)(joined.n ? joined.n : o.n);
    return 0;
}

/* The number of the word's record; NOT_MINE for words that no record holds. */
int64_t word_of(Core *core, const Unit *w, int n) {
    Cache *cache = &core->words;
    if (n > LONGEST) return NOT_MINE;
    Word word = {.hash = hash_of(w, n)};
    uint32_t number, at = (uint32_t)(word.hash >> 8) & (cache->room - 1);
    for (; (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        const Word *known = RECORD(cache, Word, number);
        if (known->hash == word.hash && known->key_n == n && same(core->arena.at + known->key, w, n)) return number;
    }
    Unit copy[LONGEST];
    memcpy(copy, w, sizeof(Unit) * (size_t)n); /* *w* may lie in a buffer that moves */
    int64_t key = text_keep(&core->arena, copy, n);
    if (key < 0) return FAILED;
    word.key = (uint32_t)key;
    word.key_n = (uint8_t)n;
    if (judge(core, copy, n, &word) == FAILED) return FAILED;
    return cache_add(cache, &word);
}
