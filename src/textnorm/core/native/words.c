/* Owns words: what becomes of a word by itself, from tables where they suffice, else asked of Python once.
 *
 * The tables suffice for a word whose letters are mapped one by one, whose marks only go or only stay, and of which the
 * lexicon knows every piece between half-spaces: no rule about words has anything to do with it.
 */
#include "spelt.h"

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
    if (row && row[LISTED_STANDS] & STANDS) {
        *role = row[LISTED_ROLE];
        return 1;
    }
    uint32_t value = lexicon_word(&core->lexicon, w, n);
    if (core->tables.cuts_wanted[1] && is_cut_if_stripped(value)) return ASK;
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
    int m = 0, start = 0, unseen = 0, nothing = 0, another = 0, apart = 0, on = 0;
    int n = o->n - (o->kept > 0); /* without the mark at the end */
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
        nothing |= !is_known(core, o->at + start, i - start);
        apart = is_one_of(&core->tables.apart, o->at + start, i - start); /* of the last piece, as the next */
        on = is_one_of(&core->tables.written_on, o->at + start, i - start) || begins_with(&core->tables.plurals, o->at + start, i - start);
        start = i + 1;
    }
    if (!unseen && !nothing) return 0;
    uint32_t value = lexicon_word(&core->lexicon, whole, m), frequent = core->tables.frequent;
    int wrong = nothing && value & core->tables.common;
    if (!wrong && !unseen) return 0;
    if (o->kept || another) return ASK;
    if (!wrong && (o->half_spaces > 1 || (!on && (apart || (value & frequent) != frequent)))) return ASK;
    o->n = o->half_spaces = 0;
    for (int i = 0; i < m; i++)
        if (add_letter(core, o, whole[i])) return ASK;
    return 0;
}

/* Whether the rules about words leave a word with half-spaces as it is: they do where none may make another word of a piece, and
   either each is known or the whole is no common word without them. */
int stays(const Core *core, const Unit *w, int n) {
    Unit whole[LONGEST];
    int m = 0, start = 0, same = 0, nothing = 0;
    if (n > LONGEST) return 0;
    if (n > 2 && w[n - 1] == core->tables.dropped_by_stem && w[n - 2] == core->tables.kinds.at[1]) n--; /* the small hamza of an ezafe */
    for (int i = 0; i <= n; i++) {
        if (i < n && class_of(core, w[i]) & LETTER && mapped(core, w[i]) == w[i]) {
            same = i > start && w[i] == w[i - 1] ? same + 1 : 0;
            if (same > 1) return 0;
            whole[m++] = w[i];
            continue;
        }
        if (i == start || (i < n && (!(class_of(core, w[i]) & HALF_SPACE) || class_of(core, w[i - 1]) & NON_JOINING))) return 0;
        if (class_of(core, w[i - 1]) & LOOKING_ON) return 0;
        const Unit *row = listed(core, w + start, i - start);
        int known = row ? (int)row[LISTED_STANDS] & STANDS : (int)lexicon_word(&core->lexicon, w + start, i - start) & 1;
        if (!known && (row || may_be_another(core, w + start, i - start))) return 0;
        nothing |= !is_known(core, w + start, i - start);
        start = i + 1;
    }
    return !nothing || !(lexicon_word(&core->lexicon, whole, m) & core->tables.common);
}

/* Fill in the morphemes of a word: 0, ASK where it needs a question, CUT where that question is where it is cut. */
static int known_morphemes(const Core *core, const Spelt *o, Word *word) {
    int start = 0, pieces = 0, starts[2] = {0, 0}, found = 0, suffixes = 0;
    uint32_t role = 0, context = 0, contexts[2] = {0xFF, 0xFF}, first_role = 0;
    word->second = word->before = 0xFF;
    for (int i = 0; i <= o->n; i++) {
        if (i < o->n && !(class_of(core, o->at[i]) & HALF_SPACE)) continue;
        int known = stands(core, o->at + start, i - start, &role, &context);
        if (known == ASK) return ASK;
        if (known == CUT) found = CUT;
        const Unit *row = suffixes == pieces ? listed(core, o->at + start, i - start) : NULL;
        if (row && row[LISTED_STANDS] >> SUFFIX_BITS) suffixes++;
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
    if (suffixes && suffixes < pieces) return ASK; /* «ای‌میل»: the first piece may be no suffix */
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

/* How many letters a gap's rules see at the end and at the start of a word, half-spaces included, and which they tell apart. */
static void set_sides(const Core *core, const Unit *w, int n, Word *word) {
    int end = n < LONG ? n : LONG, start = 0, special;
    special = ends_with(&core->tables.ends, w, n);
    word->left = (uint8_t)(special ? LONG + special : end);
    while (start < LONG && start < n && class_of(core, w[start]) & (LETTER | FORM | HALF_SPACE)) start++;
    special = start == LONG ? begins_with(&core->tables.starts, w, n) : 0;
    word->right = (uint8_t)(special ? LONG + special : start);
    if (!word->left || !word->right) word->known = 0; /* 0 is for the edges of a line */
}

/* What a word says of other languages: by its letters in Persian, and as it was written, each a row of `listed` or none. */
static uint32_t others_of(const Unit *row, const Unit *written, int doubtful) {
    uint32_t spelt = row ? row[LISTED_FACTS] : 0, said = written ? written[LISTED_FACTS] : 0;
    if ((said & (OF_OTHERS | IN_COMPANY)) == OF_OTHERS || (doubtful && spelt & OF_OTHERS)) return OF_OTHERS;
    return (said & OF_OTHERS) | ((said | spelt) & IN_COMPANY);
}

/* What a word that was not asked about says of its language. */
static uint8_t facts_of(const Core *core, const Unit *w, int n, const Spelt *o) {
    Unit letters[LONGEST + 40], bare[LONGEST];
    int m = 0, b = 0;
    for (int i = 0; i < o->n; i++)
        if (class_of(core, o->at[i]) & LETTER) letters[m++] = o->at[i];
    for (int i = 0; i < n; i++)
        if (!(class_of(core, w[i]) & (DROPPED | HALF_SPACE)) && w[i] != core->tables.soft_hyphen) bare[b++] = w[i];
    const Unit *row = listed(core, letters, m), *written = listed(core, bare, b);
    uint32_t facts = row ? row[LISTED_FACTS] & (SPEAKS_PERSIAN | SPEAKS_ARABIC | NAMES_LANGUAGE) : 0;
    facts |= others_of(row, written, o->doubtful);
    if (m >= (int)core->tables.article_least && begins_with(&core->tables.articles, letters, m)) facts |= HAS_ARTICLE;
    if (o->odd) facts &= ~(uint32_t)SPEAKS_PERSIAN; /* not before what cannot be seen is gone */
    if (o->shaped) facts |= SHAPED;
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

/* Whether a piece of the word is cut where other words have lost their half-spaces. */
static int may_be_stripped(const Core *core, const Spelt *o) {
    for (int i = 0, start = 0; i <= o->n; i++) {
        if (i < o->n && !(class_of(core, o->at[i]) & HALF_SPACE)) continue;
        if (is_cut_if_stripped(lexicon_word(&core->lexicon, o->at + start, i - start))) return 1;
        start = i + 1;
    }
    return 0;
}

static int judge(Core *core, const Unit *w, int n, Word *word) {
    Spelt o, joined = {.n = 0};
    for (int i = 0; i < n; i++)
        if (class_of(core, w[i]) & HINT) word->hint = 1;
    word->foreignness = UNWEIGHED;
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
    if (core->joins && may_be_stripped(core, joined.n ? &joined : &o)) word->guarded |= MAY_BE_STRIPPED;
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
    if (n < 1 || n > LONGEST) return NOT_MINE;
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
