/* Owns pairs: whether a half-space belongs between two words that one blank keeps apart.
 *
 * The roles of the words say whether a pair is worth a question at all; Python answers for the pair of morphemes once, or
 * says on which side the context decides, and then once for each class of context.
 */
#include "core.h"

enum { ASK_FURTHER = 251, PAIR_BITS = 8 }; /* no bit of the pair decides; where these bits begin, see of_flags.py */
enum { NO_CONTEXT = 0xFF, BY_BEFORE = 254, BY_AFTER = 253, NOT_BY_ITSELF = 252, LONGEST_KEY = 250, ASK = -3 };
/* the bits of a context, and the class that stands for a word before a pair that takes its left half */
enum { CLASS = 15, PREPOSED = 16, BINDS = 64, SPELLS = 128, BOUND = 14 };

typedef struct {
    const Unit *left, *right;
    int left_n, right_n;
} MorphemePair;

static int ask(Core *core, const MorphemePair *pair, int context) {
    PyObject *left = to_str(pair->left, pair->left_n), *right = to_str(pair->right, pair->right_n), *got = NULL;
    core->asked_pairs++;
    if (left && right) got = PyObject_CallFunction(core->ask_pair, "OOi", left, right, context);
    Py_XDECREF(left);
    Py_XDECREF(right);
    if (!got) return FAILED;
    long rule = PyLong_AsLong(got);
    Py_DECREF(got);
    return PyErr_Occurred() ? FAILED : (int)(rule & 0xFF);
}

/* The stem of a word, as the lexicon's keys of pairs have it: its length, in *stem*. */
int stem_of(const Core *core, const Unit *w, int n, Unit *stem) {
    const Tables *t = &core->tables;
    for (uint32_t i = 0; i < t->outer.n; i++) {
        const Unit *row = t->outer.at + 8 * (size_t)i;
        int m = n - (int)row[0];
        if (m < (int)row[7] || !same(w + m, row + 1, (int)row[0])) continue;
        n = m;
        break;
    }
    if (n && w[n - 1] == t->dropped_by_stem) n--;
    memcpy(stem, w, sizeof(Unit) * (size_t)n);
    for (uint32_t i = 0; i < t->inner.n; i++) {
        const Unit *row = t->inner.at + 8 * (size_t)i;
        int m = n - (int)row[0];
        if (m < (int)row[7] || !same(w + m, row + 1, (int)row[0])) continue;
        if (row[6]) stem[m++] = row[6];
        return m;
    }
    return n;
}

/* What the lexicon says of the pair, or of the pair with the stem of its right half where the right half lets that speak. */
static uint32_t value_of(const Core *core, const MorphemePair *pair, const uint32_t *of_right, const Unit *stem, int stem_n) {
    const Unit joiner = 0x200C;
    uint8_t bytes[4 * (LONGEST_KEY + 40)];
    int m = utf8_of(pair->left, pair->left_n, bytes);
    m += utf8_of(&joiner, 1, bytes + m);
    uint32_t value = lexicon_find(&core->lexicon, bytes, m + utf8_of(pair->right, pair->right_n, bytes + m));
    int kind = ends_with(&core->tables.told_lasts, pair->right, pair->right_n) == 1 ? 2 : 1; /* the first of them */
    if (value || !(of_right[FLAG_RIGHT] >> kind & 1)) return value;
    m += utf8_of(&joiner, 1, bytes + m);
    return lexicon_find(&core->lexicon, bytes, m + utf8_of(stem, stem_n, bytes + m));
}

/* Whether the two halves, written as one, would be cut at another place. */
static int is_cut_as_one(const Core *core, const MorphemePair *pair) {
    Unit whole[LONGEST_KEY];
    int places[2], n = pair->left_n + pair->right_n;
    memcpy(whole, pair->left, sizeof(Unit) * (size_t)pair->left_n);
    memcpy(whole + pair->left_n, pair->right, sizeof(Unit) * (size_t)pair->right_n);
    return cuts_of(core, whole, n, lexicon_word(&core->lexicon, whole, n), places) != 0;
}

/* The rule between a word and a suffix, by the flags of the word and its last letter. */
static int suffix_told(const Core *core, const MorphemePair *pair, const uint32_t *flags, uint32_t group) {
    const Tables *t = &core->tables;
    if (pair->left_n < 2 || ends_with(&t->told_ends, pair->left, pair->left_n)) return ASK;
    int melts = (class_of(core, pair->left[pair->left_n - 1]) & NON_JOINING) != 0;
    if (melts && is_cut_as_one(core, pair)) return ASK;
    int kind = ends_with(&t->kinds, pair->left, pair->left_n);
    size_t row = (size_t)(flags - t->roles) / 8;
    int rule = t->suffixes[((group - 1) * (size_t)t->roles_room + row) * (t->kinds.n + 1) + (size_t)kind];
    return rule || melts ? rule : ASK;
}

/* Whether a short vowel was left in a word, without which it is looked up. */
static int has_vowel(const Core *core, const Unit *w, int n) {
    for (int i = 0; i < n; i++)
        if ((class_of(core, w[i]) & (DROPPED | VOWEL)) == (DROPPED | VOWEL)) return 1;
    return 0;
}

/* What the tables tell of a pair: a rule, 0 for none, or ASK. */
static int told(const Core *core, const MorphemePair *pair) {
    const Tables *t = &core->tables;
    Unit stem[LONGEST_KEY];
    if (has_vowel(core, pair->left, pair->left_n) || has_vowel(core, pair->right, pair->right_n)) return ASK;
    const Unit *left = listed(core, pair->left, pair->left_n), *right = listed(core, pair->right, pair->right_n);
    uint32_t left_value = lexicon_word(&core->lexicon, pair->left, pair->left_n);
    uint32_t right_value = lexicon_word(&core->lexicon, pair->right, pair->right_n);
    const uint32_t *of_left = flags_of(core, left_value), *of_right = flags_of(core, right_value);
    if (!of_left || !of_right) return ASK;
    if (right && !(right[LISTED_STANDS] & STANDS)) return ASK;
    if (left && right && left[LISTED_CONTEXT] & right[LISTED_CONTEXT] & SPELLS) return ASK;
    if (right && right[LISTED_STANDS] >> SUFFIX_BITS)
        return left ? ASK : suffix_told(core, pair, of_left, right[LISTED_STANDS] >> SUFFIX_BITS);
    if (left && (left[LISTED_ROLE] & 3) == 3) {
        if (begins_with(&t->cut_starts, pair->right, pair->right_n)) return ASK;
        if (!(right_value & t->verb_or_word)) { /* a form that the lexicon does not know is known by its end */
            if (pair->right_n < 3 || !ends_with(&t->verb_ends, pair->right, pair->right_n) ||
                ends_with(&t->told_ends, pair->right, pair->right_n) || !(of_right = flags_of(core, t->verb)))
                return ASK;
        }
        return (int)(of_right[FLAG_AFTER_MI] >> (pair->left_n == 2 ? 0 : 8) & 0xFF);
    }
    if (class_of(core, pair->left[pair->left_n - 1]) & NON_JOINING) return 0;
    int stem_n = stem_of(core, pair->right, pair->right_n, stem);
    int rule = t->pair_rules[value_of(core, pair, of_right, stem, stem_n) >> PAIR_BITS & 63];
    if (rule != ASK_FURTHER) return rule;
    const uint32_t *of_stem = flags_of(core, lexicon_word(&core->lexicon, stem, stem_n));
    if (!of_stem) return ASK;
    if (!(of_left[FLAG_LEFT] & 1) || !(of_right[FLAG_RIGHT] & 1) || !of_stem[FLAG_STEM]) return 0;
    return right_value & t->participle || ends_with(&t->told_ends, pair->left, pair->left_n) ||
                   ends_with(&t->told_lasts, pair->right, pair->right_n)
               ? ASK
               : (int)t->productive;
}

/* The same where the context decides: it decides on «می» before any verb alike, and on pairs by the value of the pair. */
static int told_in_context(const Core *core, const MorphemePair *pair, int context) {
    const Tables *t = &core->tables;
    Unit stem[LONGEST_KEY];
    if (has_vowel(core, pair->left, pair->left_n) || has_vowel(core, pair->right, pair->right_n)) return ASK;
    const Unit *left = listed(core, pair->left, pair->left_n), last = pair->right[pair->right_n - 1];
    if (left && (left[LISTED_ROLE] & 3) == 3)
        return begins_with(&t->cut_starts, pair->right, pair->right_n) ? ASK : t->after_mi[context & 0xFF];
    uint32_t right_value = lexicon_word(&core->lexicon, pair->right, pair->right_n);
    const uint32_t *of_right = flags_of(core, right_value);
    if (!of_right || class_of(core, last) & MARK || context & SPELLS >> 1) return ASK;
    uint32_t value = value_of(core, pair, of_right, stem, stem_of(core, pair->right, pair->right_n, stem));
    uint32_t contexts = value >> t->first_context, participle = (right_value & t->participle) != 0;
    if (participle && !contexts) return ASK; /* a new compound, or a verb */
    uint32_t joined = contexts >> (context & CLASS) & 1 & (context & BINDS >> 1 ? contexts >> BOUND : 1);
    return t->in_context[joined << 7 | participle << 6 | (context & 63)];
}

/* Whether a word has marks, without which it may be another word of the lexicon. */
static int is_marked(const Core *core, const Unit *w, int n) {
    for (int i = 0; i < n; i++)
        if (class_of(core, w[i]) & (MARK | VOWEL)) return 1;
    return 0;
}

/* Whether both halves are one common word, and one of them is none: then a rule takes their half-space out again. */
static int may_be_closed_up(const Core *core, const MorphemePair *pair) {
    Unit whole[LONGEST_KEY];
    if (is_marked(core, pair->left, pair->left_n) || is_marked(core, pair->right, pair->right_n)) return 1;
    const Lexicon *lexicon = &core->lexicon;
    memcpy(whole, pair->left, sizeof(Unit) * (size_t)pair->left_n);
    memcpy(whole + pair->left_n, pair->right, sizeof(Unit) * (size_t)pair->right_n);
    return lexicon_word(lexicon, whole, pair->left_n + pair->right_n) & core->tables.common &&
           (!is_known(core, pair->left, pair->left_n) || !is_known(core, pair->right, pair->right_n));
}

/* The rule for the pair in this class of context: 0 for none, from 1 the number of a rule. */
static int rule_of(Core *core, const MorphemePair *pair, int context) {
    Cache *cache = &core->pairs;
    Unit key[LONGEST_KEY];
    int n = 0;
    if (pair->left_n + pair->right_n + 2 > LONGEST_KEY) return NOT_MINE;
    memcpy(key, pair->left, sizeof(Unit) * (size_t)pair->left_n);
    n = pair->left_n;
    key[n++] = '\n';
    memcpy(key + n, pair->right, sizeof(Unit) * (size_t)pair->right_n);
    n += pair->right_n;
    Pair found = {.hash = hash_of(key, n) + 2 * (uint64_t)context, .key_n = (uint8_t)n, .context = (uint8_t)context};
    uint32_t number, at = (uint32_t)(found.hash >> 8) & (cache->room - 1);
    for (; (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        const Pair *known = RECORD(cache, Pair, number);
        if (known->hash == found.hash && known->key_n == n && known->context == context &&
            same(core->arena.at + known->key, key, n))
            return known->rule;
    }
    int rule = context == NO_CONTEXT ? told(core, pair) : told_in_context(core, pair, context);
    if (rule > 0 && rule < NOT_BY_ITSELF && may_be_closed_up(core, pair)) rule = ASK;
    rule = rule == ASK ? ask(core, pair, context) : core->tables.wanted[rule];
    int64_t place = rule < 0 ? FAILED : text_keep(&core->arena, key, n);
    if (place < 0) return FAILED;
    found.key = (uint32_t)place;
    found.rule = (uint8_t)rule;
    return cache_add(cache, &found) < 0 ? FAILED : rule;
}

static const Word *word_at(const Core *core, int at) { return RECORD(&core->words, Word, core->tokens[at].word); }

static int is_single_blank(const Core *core, const Token *token) {
    return token->gap_n == 1 && core->gap_text.at[token->gap] == ' ';
}

/* Whether a blank, a span, or the end of the line stands right behind the word. */
static int ends_at_blank(const Core *core, int at) {
    const Token *token = &core->tokens[at];
    return !token->gap_n || parts_words(core->gap_text.at[token->gap]) || core->gap_text.at[token->gap] >= OPAQUE;
}

/* Whether a full stop alone parts the word from another: then a space belongs between two that are long enough. */
static int is_dotted(const Core *core, int at) {
    const Token *token = &core->tokens[at];
    return at + 1 < core->tokens_n && token->gap_n == 1 && core->gap_text.at[token->gap] == '.';
}

/* The class of what stands before the token: the last morpheme of the blank-delimited word there. */
static int context_before(const Core *core, int at) {
    const Token *token = &core->tokens[at];
    const Unit *gap = core->gap_text.at;
    int end = token->gap, start;
    if (word_at(core, at)->before != NO_CONTEXT) return word_at(core, at)->before;
    if (!token->blank_before) return 0;
    if (at && is_single_blank(core, token - 1)) return word_at(core, at - 1)->last;
    int floor = at ? token[-1].gap : 0;
    end = at ? token[-1].gap + token[-1].gap_n - 1 : token->gap - 1; /* before the blank */
    for (start = end; start > floor && !parts_words(gap[start - 1]) && !(class_of(core, gap[start - 1]) & HALF_SPACE); start--)
        if (!(class_of(core, gap[start - 1]) & DIGIT)) return gap[start - 1] >= OPAQUE && start < end ? NOT_MINE : 0;
    int bound = start; /* what a half-space holds to a word is of the word, and no number by itself */
    while (bound > floor && class_of(core, gap[bound - 1]) & HALF_SPACE) bound--;
    if (start == end || (at && bound == floor)) return 0;
    for (int i = floor; i < start; i++)
        if (gap[i] >= OPAQUE) return NOT_MINE; /* the digits may be those of another script */
    if (may_be_span(core, gap + floor, start - floor)) return NOT_MINE; /* behind a time digits of ASCII are */
    return (int)core->tables.digits_context;
}

/* The class of what stands behind the token: the first morpheme of the next blank-delimited word. */
static int context_after(const Core *core, int at) {
    const Word *word = word_at(core, at);
    if (word->second != NO_CONTEXT) return word->second;
    if (at + 1 < core->tokens_n && is_single_blank(core, &core->tokens[at])) return word_at(core, at + 1)->first;
    return (int)core->tables.end_context;
}

/* The class of the context of a pair: of what stands behind it, whether a preposition or a time stands before it, and beside the
 * names of two letters, whether there is another. */
static int context_around(const Core *core, int at) {
    int before = context_before(core, at), after = (int)core->tables.end_context;
    if (ends_at_blank(core, at + 1) || word_at(core, at + 1)->second != NO_CONTEXT) after = context_after(core, at + 1);
    before = before > 0 ? before : 0;
    int letters = word_at(core, at)->last & word_at(core, at + 1)->first & (before | after) & SPELLS;
    return (after & CLASS) | (before & PREPOSED) | (before & BINDS) >> 1 | letters >> 1;
}

/* The rule that joins the token to the next one: 0 for none, NOT_MINE where the line must decide. */
int join_of(Core *core, int at) {
    const Word *left = word_at(core, at), *right = word_at(core, at + 1);
    if (!(core->tables.asked[left->role & 31] & core->tables.offered[right->role & 31])) return 0;
    const Unit *arena = core->arena.at;
    MorphemePair pair = {arena + left->out + left->last_at, arena + right->out, left->out_n - left->last_at, right->first_n};
    if (pair.left_n < 1 || pair.right_n < 1) return 0;
    if (class_of(core, pair.left[pair.left_n - 1]) & NON_JOINING && is_dotted(core, at + 1)) return 0;
    int rule = rule_of(core, &pair, NO_CONTEXT);
    if (rule == NOT_BY_ITSELF) return NOT_MINE;
    if (rule != BY_BEFORE && rule != BY_AFTER) return rule;
    int context = rule == BY_BEFORE ? context_before(core, at) : context_around(core, at);
    pair.left = core->arena.at + left->out + left->last_at; /* the arena may have moved */
    pair.right = core->arena.at + right->out;
    if (context < 0) return context;
    rule = rule_of(core, &pair, context);
    return rule == NOT_BY_ITSELF ? NOT_MINE : rule;
}
