/* Owns a line: cut into words and gaps, its language, its joins, and its text put together again. */
#include "core.h"

enum { MOST_UNITS = 1 << 20, LEAST_GLUED = 3 };
#define MARKS (1ull << ',' | 1ull << ';' | 1ull << '?') /* of ASCII, that Persian has others for */

typedef struct {
    Core *core;
    const Unit *s;
    int n, i;
    uint32_t gap_classes;      /* of the gap that was read last */
    int gap, gap_n;
    int words, articles, persian, hint, foreignness, all; /* of the clause that is being read */
    int shaped_words, shaped_articles, shaped_persian;    /* of these, words that say nothing before their shapes are letters */
    int others, company;       /* whether the last word of the clause speaks for another language, and in company alone */
    int may_be_others, own;    /* whether any of its words does, and whether one is Persian and nothing else */
    int vocalised, foreign, early, of_named; /* of the line */
    int clause;                /* the first of its tokens */
    int saying;                /* whether a clause of Persian letters may be Arabic: one with an article, that is built so */
    int strange, marked;       /* whether a clause is built as of another language; whether a mark of ASCII stands in the line */
    int named;                 /* how many words further on the name of a language before them still counts */
    int weighs;                /* whether anything of the line depends on how foreign its words are */
} Reader;

enum { OK = 0, END = 1, NAMED_WITHIN = 4 };
#define LEAVE(reason) do { core->reasons[core->why = reason]++; return NOT_MINE; } while (0)
enum { NO_CLASS, NO_PERSIAN, HALF_SPACE_AT_EDGE, WORD_BY_ITSELF, SPANS,
       GAPS, LANGUAGE, PAIR, LOOKS_ON, TOO_LONG, ORDER }; /* NEEDS_REPAIR: core.h */

/* Whether the counts of a clause leave in doubt that it is Persian. */
static int is_doubtful(const Tables *t, int words, int articles, int persian) {
    return !persian && t->doubt[4 * (words < 3 ? words : 3) + (articles < 3 ? articles : 3)];
}

static int foreignness_of_word(Core *core, Word *word) {
    if (word->foreignness == UNWEIGHED) word->foreignness = foreignness_of(core, core->arena.at + word->key, word->key_n);
    return word->foreignness;
}

/* Whether a clause with an article is built as Arabic is. */
static int may_be_saying(const Reader *r) {
    Core *core = r->core;
    int found = r->weighs ? r->foreignness : 0;
    for (int at = r->clause; !r->weighs && at < core->tokens_n; at++)
        found += foreignness_of_word(core, RECORD(&core->words, Word, core->tokens[at].word));
    return found > (int)core->tables.foreign_limit_with_article;
}

/* The clause ends here: whether it may be of another language is told by its words. */
static void end_clause(Reader *r) {
    const Tables *t = &r->core->tables;
    if (r->articles && may_be_saying(r)) r->saying = 1;
    r->clause = r->core->tokens_n;
    if (r->hint && is_doubtful(t, r->words, r->articles, r->persian)) r->foreign = 1;
    if (r->hint && is_doubtful(t, r->words - r->shaped_words, r->articles - r->shaped_articles, r->persian - r->shaped_persian))
        r->foreign = 1;
    if (r->foreignness > (int)(r->all > 1 ? t->foreign_limit : t->foreign_limit_of_one)) {
        r->strange = 1;
        r->foreign |= r->hint;
    }
    if (r->may_be_others && !r->own) r->foreign = 1;
    r->others = r->company = r->may_be_others = r->own = 0;
    r->words = r->articles = r->persian = r->hint = r->foreignness = r->all = 0;
    r->shaped_words = r->shaped_articles = r->shaped_persian = 0;
}

/* A word that speaks for another language: alone, beside another one that may be of it, or in a clause without Persian words. */
static void take_others(Reader *r, int facts) {
    int company = facts & (IN_COMPANY | HAS_ARTICLE), others = facts & OF_OTHERS;
    if (others && (!(facts & IN_COMPANY) || r->company)) r->foreign = 1;
    if (company && r->others) r->foreign = 1;
    r->others = others;
    r->company = company;
    r->may_be_others |= others;
    r->own |= facts & SPEAKS_PERSIAN && !company && !(facts & SHAPED);
}

static void take_facts(Reader *r, Word *word) {
    int arabic = (word->facts & SPEAKS_ARABIC) != 0, article = (word->facts & HAS_ARTICLE) != 0;
    int persian = (word->facts & SPEAKS_PERSIAN) != 0, shaped = (word->facts & SHAPED) != 0;
    r->words += arabic;
    r->articles += article;
    r->persian += persian;
    r->shaped_words += arabic & shaped;
    r->shaped_articles += article & shaped;
    r->shaped_persian += persian & shaped;
    r->hint |= word->hint;
    r->foreignness += r->weighs ? foreignness_of_word(r->core, word) : 0;
    r->all++;
    r->named = word->facts & NAMES_LANGUAGE ? NAMED_WITHIN : r->named - (r->named > 0);
    r->vocalised += (word->facts & VOCALISED) != 0;
    take_others(r, word->facts);
}

/* The place of the last unit up to *i* that can be seen; -1 where there is none. */
static int last_seen(const Reader *r, int i) {
    while (i >= 0 && is_invisible(class_of(r->core, r->s[i]))) i--;
    return i;
}

/* Read the gap at the place of the reader: what stands between words, and what cannot be seen at their edges. */
static void read_gap(Reader *r) {
    uint32_t all = 0, classes = 0;
    r->gap = r->i;
    for (; r->i < r->n; r->i++) {
        classes = class_of(r->core, r->s[r->i]);
        if (!(classes & GAP) && !(r->core->all_words && is_invisible(classes))) break;
        all |= classes;
        if (classes & CLAUSE_END || r->s[r->i] >= OPAQUE) end_clause(r);
        if (r->s[r->i] == ':' && r->named) r->of_named = 1;
        r->marked |= r->s[r->i] == ',' || r->s[r->i] == ';' || r->s[r->i] == '?';
    }
    int last = last_seen(r, r->i - 1);
    if (r->i < r->n && last >= r->gap && class_of(r->core, r->s[last]) & EARLY) {
        last = last_seen(r, last - 1);
        if (last < 0 || r->s[last] >= OPAQUE || class_of(r->core, r->s[last]) & BLANK) r->early = 1;
    }
    r->gap_classes = all;
    r->gap_n = r->i - r->gap;
}

/* Leave out the half-spaces at an end of the gap that was read: they go where only spaces stand beside them. */
static void trim_gap(Reader *r) {
    const Core *core = r->core;
    const Unit *g = r->s + r->gap;
    int n = r->gap_n, lead = 0, tail = 0, inked = 0;
    for (int i = 0; i < n; i++) {
        if (g[i] >= OPAQUE) return; /* what stands beside a span may belong to it */
        inked |= !is_blank(g[i]) && !(class_of(core, g[i]) & HALF_SPACE);
    }
    while (lead < n && class_of(core, g[lead]) & HALF_SPACE) lead++;
    while (!inked && tail + lead < n && class_of(core, g[n - 1 - tail]) & HALF_SPACE) tail++;
    int is_persian = core->tokens_n || !inked; /* before the first word it may be of a time or a path */
    if (lead && is_persian && (lead == n || is_blank(g[lead]))) r->gap += lead, r->gap_n -= lead;
    if (tail && is_blank(g[n - 1 - tail])) r->gap_n -= tail;
}

/* Read the word behind the gap: its bounds. What cannot be seen at its edges belongs to the gaps. */
static int read_word(Reader *r, int *start, int *end) {
    Core *core = r->core;
    const Unit *s = r->s;
    int b = r->i, e;
    while (r->i < r->n && class_of(core, s[r->i]) & IN_WORD) r->i++;
    e = r->i;
    if (core->all_words) {
        while (e > b && is_invisible(class_of(core, s[e - 1]))) e--;
        r->i = e;
        int led = r->gap_n && !is_blank(s[b - 1]), followed = e < r->n && !is_blank(s[e]);
        if (b == e || (led && class_of(core, s[b]) & DROPPED)) LEAVE(HALF_SPACE_AT_EDGE);
        if (followed && class_of(core, s[e - 1]) & DROPPED && (core->spans_n || class_of(core, s[e]) & (DIGIT | IN_WORD)))
            LEAVE(HALF_SPACE_AT_EDGE);
        for (int i = e - 1; followed && i > b && class_of(core, s[i]) & (DROPPED | ODD | HALF_SPACE); i--)
            if (is_invisible(class_of(core, s[i]))) LEAVE(HALF_SPACE_AT_EDGE);
        if (e < r->n && class_of(core, s[e]) & IN_WORD && s[e - 1] == core->tables.doubtful) LEAVE(HALF_SPACE_AT_EDGE);
        trim_gap(r);
    }
    if (class_of(core, s[b]) & (MARK | VOWEL)) LEAVE(HALF_SPACE_AT_EDGE); /* it may belong to the word before */
    if (!core->all_words && !(class_of(core, s[b]) & class_of(core, s[e - 1]) & (LETTER | FORM))) LEAVE(HALF_SPACE_AT_EDGE);
    *start = b;
    *end = e;
    return OK;
}

int token_add(Core *core, Token token) {
    if (core->tokens_n == core->tokens_room) {
        int room = core->tokens_room * 2 + 64;
        Token *tokens = PyMem_Realloc(core->tokens, sizeof(Token) * (size_t)room);
        if (!tokens) {
            PyErr_NoMemory();
            return FAILED;
        }
        core->tokens = tokens;
        core->tokens_room = room;
    }
    core->tokens[core->tokens_n++] = token;
    return OK;
}

static Word *word_at(const Core *core, int at) { return RECORD(&core->words, Word, core->tokens[at].word); }

/* Whether a word ends in a mark only once it is settled: spans behind it were cut before. */
static int ends_otherwise(const Core *core, const Word *word) {
    Unit out = core->arena.at[word->out + word->out_n - 1], key = core->arena.at[word->key + word->key_n - 1];
    return class_of(core, out) & MARK && !(class_of(core, key) & MARK);
}

/* Put what becomes of the gap behind the last word (or before the first one): *right* is the class of the next word. */
static int settle_gap(Reader *r, int right) {
    Core *core = r->core;
    int left = core->tokens_n ? word_at(core, core->tokens_n - 1)->left : 0, n = r->gap_n;
    const Unit *g = r->s + r->gap;
    int place = (int)core->gap_text.n;
    if (n && core->tokens_n && word_at(core, core->tokens_n - 1)->guarded & GUARDED && begins_with(&core->tables.guards, g, n))
        LEAVE(GAPS);
    if (n && !is_blank(*g) && core->tokens_n && ends_otherwise(core, word_at(core, core->tokens_n - 1))) LEAVE(GAPS);
    if (n == 1 && *g == ' ' && left && right) {
        if (text_add(&core->gap_text, g, 1)) return FAILED;
    } else if (n) {
        n = gap_of(core, left, g, n, right, r->gap_classes, &core->gap_text);
        if (n == NOT_MINE) LEAVE(GAPS);
        if (n == FAILED) return FAILED;
    }
    if (core->tokens_n) {
        core->tokens[core->tokens_n - 1].gap = place;
        core->tokens[core->tokens_n - 1].gap_n = n;
    }
    return OK;
}

/* What stands behind a word whose last letter has a rule that looks at the next word. */
static int looks_on(Reader *r, int end) {
    int i = end;
    if (!(class_of(r->core, r->s[end - 1]) & LOOKING_ON)) return 0;
    while (i < r->n && (is_blank(r->s[i]) || is_invisible(class_of(r->core, r->s[i])))) i++;
    return i > end && i < r->n && begins_with(&r->core->tables.articles, r->s + i, r->n - i) == 1;
}

/* The record of the token *at* and a word as one, as they were written, with *between* between them. */
static int64_t joint_of(Core *core, int at, int64_t number, Unit between) {
    Unit both[101];
    const Word *host = word_at(core, at), *word = RECORD(&core->words, Word, number);
    memcpy(both, core->arena.at + host->key, sizeof(Unit) * host->key_n);
    both[host->key_n] = between;
    memcpy(both + host->key_n + 1, core->arena.at + word->key, sizeof(Unit) * word->key_n);
    return word_of(core, both, host->key_n + 1 + word->key_n);
}

/* A word that may lean on the one before it («خانه ی»): both as one, where the rules make one word of them. */
static int lean(Reader *r, int64_t number, int end) {
    Core *core = r->core;
    const Word *word = RECORD(&core->words, Word, number);
    int at = core->tokens_n - 1;
    if (at < 0 || !is_one_of(&core->tables.leaning, core->arena.at + word->out, word->out_n)) return 0;
    Token *token = &core->tokens[at];
    const Word *host = word_at(core, at);
    if (token->gap_n != 1 || core->gap_text.at[token->gap] != ' ' || host->key_n + word->key_n > 100 ||
        !ends_with(&core->tables.hosts, core->arena.at + host->out, host->out_n))
        return 0;
    const Unit *out = core->arena.at + host->out;
    int at_end = host->out_n - 1;
    int asked = core->tables.asked_if.n > 0; /* these options have rules of their own about such pairs */
    if (!asked && (at_end < 2 || !(class_of(core, out[at_end - 1]) & CONSONANT) || !(class_of(core, out[at_end - 2]) & LETTER)))
        return 0;
    int next = end;
    while (next < r->n && is_invisible(class_of(core, r->s[next]))) next++;
    if (next > end && next < r->n && !is_blank(r->s[next])) LEAVE(HALF_SPACE_AT_EDGE); /* it may be no word by itself */
    int n = host->out_n + 1 + word->out_n;
    int64_t joint = joint_of(core, at, number, asked ? ' ' : 0x200C);
    if (joint == FAILED) return FAILED;
    if (joint < 0 || !RECORD(&core->words, Word, joint)->known) {
        if (asked) LEAVE(LOOKS_ON);
        return 0;
    }
    if (!asked && RECORD(&core->words, Word, joint)->out_n != n) LEAVE(LOOKS_ON); /* together they are another word */
    token->word = (uint32_t)joint;
    token->end = end;
    core->gap_text.n = token->gap;
    token->gap_n = 0;
    return END;
}

/* Whether a word is an ending, or too short for the rule about words that are written on to Latin ones. */
static int is_ending(const Core *core, uint32_t place, int n) {
    const Unit *w = core->arena.at + place;
    int letters = 0;
    while (letters < n && class_of(core, w[letters]) & LETTER) letters++;
    return letters == n ? n < LEAST_GLUED || is_one_of(&core->tables.latin_endings, w, n) : class_of(core, w[letters]) & HALF_SPACE;
}

/* Whether a rule for the whole text may look at a word that is written on to a span. */
static int is_glued(const Core *core, const Word *word) {
    if (is_ending(core, word->key, word->key_n) && is_ending(core, word->joined, word->joined_n)) return 0;
    return !core->settled || word->joined_n != word->key_n ||
           !same(core->arena.at + word->joined, core->arena.at + word->key, word->key_n);
}

/* Whether a word that ends in a mark may have lost its last letter to this word. */
static int may_be_torn(const Reader *r, const Word *word) {
    const Core *core = r->core;
    if (!core->tokens_n || !ends_with(&core->tables.hosts, core->arena.at + word->out, 1)) return 0;
    if (word->out_n > 1 && !(class_of(core, core->arena.at[word->out + 1]) & HALF_SPACE)) return 0;
    const Word *before = word_at(core, core->tokens_n - 1);
    return (class_of(core, core->arena.at[before->out + before->out_n - 1]) & MARK) != 0;
}

/* Whether something that cannot be seen stays right before the word, or right behind it. */
static int is_beside_unseen(const Reader *r, int start, int end) {
    if (r->gap_n && r->gap + r->gap_n == start && is_invisible(class_of(r->core, r->s[start - 1]))) return 1;
    int next = end;
    while (next < r->n && is_invisible(class_of(r->core, r->s[next]))) next++;
    return next > end && next < r->n && !is_blank(r->s[next]);
}

/* Whether a word is what its letters become one by one: no rule that looks at what stands beside it had to do with it. */
static int is_plain_word(const Core *core, const Word *word) {
    const Unit *key = core->arena.at + word->key, *out = core->arena.at + word->out;
    if (word->key_n != word->out_n || word->joined_n != word->out_n) return 0;
    for (int i = 0; i < word->key_n; i++)
        if (!(class_of(core, key[i]) & LETTER) || mapped(core, key[i]) != out[i]) return 0;
    return 1;
}

/* Read one gap and one word; END behind the last word. */
static int read_token(Reader *r) {
    Core *core = r->core;
    int start, end, result;
    read_gap(r);
    if (r->i == r->n) {
        end_clause(r);
        if (core->all_words) trim_gap(r);
        result = settle_gap(r, 0);
        return result ? result : END;
    }
    if (class_of(core, r->s[r->i]) & (EMOJI | EMOJI_TAIL) || !(class_of(core, r->s[r->i]) & IN_WORD)) LEAVE(NO_CLASS);
    if ((result = read_word(r, &start, &end))) return result;
    if (!r->gap_n && core->tokens_n) LEAVE(NO_CLASS);
    int64_t number = word_of(core, r->s + start, end - start);
    if (number == FAILED) return FAILED;
    if (number < 0 || !RECORD(&core->words, Word, number)->known) LEAVE(WORD_BY_ITSELF);
    if (core->all_words && is_beside_unseen(r, start, end) && !is_plain_word(core, RECORD(&core->words, Word, number)))
        LEAVE(HALF_SPACE_AT_EDGE);
    if (looks_on(r, end) || may_be_torn(r, RECORD(&core->words, Word, number))) LEAVE(LOOKS_ON);
    int glued = start && r->s[start - 1] >= OPAQUE;
    if (glued && is_glued(core, RECORD(&core->words, Word, number))) LEAVE(NEEDS_REPAIR);
    if (glued && end < r->n && is_invisible(class_of(core, r->s[end]))) LEAVE(HALF_SPACE_AT_EDGE);
    if ((result = settle_gap(r, RECORD(&core->words, Word, number)->right))) return result;
    take_facts(r, RECORD(&core->words, Word, number));
    if ((result = lean(r, number, end))) return result == END ? OK : result;
    int at = core->tokens_n, gap_end = (int)core->gap_text.n;
    int blank_before = at ? core->tokens[at - 1].gap_n && parts_words(core->gap_text.at[gap_end - 1])
                          : !gap_end || parts_words(core->gap_text.at[gap_end - 1]);
    return token_add(core, (Token){(uint32_t)number, start, end, gap_end, 0, blank_before});
}

/* Append units; spans come from the line as it was given, with spaces for non-ASCII spaces. */
static int put(Core *core, const Unit *w, int n) {
    if (!core->spans_n) return text_add(&core->out, w, n);
    for (int i = 0; i < n; i++) {
        if (w[i] < OPAQUE) {
            if (text_add(&core->out, w + i, 1)) return FAILED;
            continue;
        }
        Span span = core->spans[w[i] - OPAQUE];
        for (int j = span.start; j < span.end; j++) {
            Unit c = core->origin[j];
            if (class_of(core, c) & BLANK) c = mapped(core, c);
            if (text_add(&core->out, &c, 1)) return FAILED;
        }
    }
    return OK;
}

/* Whether the joined word of several morphemes that ends `out` is a common word without its half-spaces: then a rule about
   wrong ones may look at it. */
static int is_common_whole(const Core *core) {
    Unit letters[41];
    int n = 0, pieces = 1;
    for (Py_ssize_t i = core->out.n - 1; i >= 0 && n < 41 && class_of(core, core->out.at[i]) & IN_WORD; i--) {
        if (class_of(core, core->out.at[i]) & HALF_SPACE) pieces++;
        else letters[40 - n++] = core->out.at[i];
    }
    return pieces > 2 && n && n < 41 && lexicon_word(&core->lexicon, letters + 41 - n, n) & core->tables.common;
}

/* Put the gap behind a word, or a half-space in its place by the rule of that number: 0, FAILED or NOT_MINE. */
static int put_gap(Core *core, int at, int rule) {
    const Unit zwnj = 0x200C;
    const Token *token = &core->tokens[at];
    Py_ssize_t place = core->out.n;
    if (!rule) {
        if (put(core, core->gap_text.at + token->gap, token->gap_n)) return FAILED;
    } else if (class_of(core, core->out.at[place - 1]) & NON_JOINING) {
        Py_ssize_t before = place - word_at(core, at)->joined_n - 1;
        if (before >= 0 && class_of(core, core->out.at[before]) & LATIN) LEAVE(PAIR); /* a word behind one of another script */
        core->melted = 1; /* both melt into one word, which may be joined again or be settled otherwise */
    } else if (text_add(&core->out, &zwnj, 1)) {
        return FAILED;
    }
    if (!core->tracing) return OK;
    int last = at + 1 == core->tokens_n, left = word_at(core, at)->left | rule << 8;
    return trace_piece(core, rule ? TRACED_JOIN : TRACED_GAP, last ? core->traced.n : core->tokens[at + 1].start, place, left,
                       last ? 0 : word_at(core, at + 1)->right);
}

/* What stands before the first word, or all of a line without words. */
static int put_start(Core *core) {
    Py_ssize_t place = core->out.n;
    if (put(core, core->gap_text.at, core->tokens_n ? core->tokens[0].gap : (int)core->gap_text.n)) return FAILED;
    if (!core->tracing) return OK;
    return trace_piece(core, TRACED_GAP, core->tokens_n ? core->tokens[0].start : core->traced.n, place, 0,
                       core->tokens_n ? word_at(core, 0)->right : 0);
}

/* Whether a word that may be a plural is one with an article here: its neighbours may leave no place for an ezafe. */
static int may_be_article(const Core *core, int at) {
    const Token *token = &core->tokens[at];
    int last = at + 1 == core->tokens_n;
    if (!core->all_words || !(word_at(core, at)->guarded & MAY_BE_ARTICLE)) return 0;
    if (token->gap_n != !last || (!last && core->gap_text.at[token->gap] != ' ')) return 1;
    const Word *beside[] = {at ? word_at(core, at - 1) : NULL, last ? NULL : word_at(core, at + 1)};
    const Rows *words[] = {&core->tables.one, &core->tables.no_ezafe};
    for (int i = 0; i < 2; i++)
        if (beside[i] && is_one_of(words[i], core->arena.at + beside[i]->out, beside[i]->out_n)) return 1;
    return 0;
}

/* Whether a word may have lost its half-spaces with others of the line, which surely have. */
static int may_be_stripped(const Core *core) {
    int may_be = 0, lacks = !core->tables.cuts_wanted[0];
    for (int at = 0; at < core->tokens_n; at++) {
        const Word *word = word_at(core, at);
        if (word->guarded & MAY_BE_STRIPPED)
            may_be = 1;
        else
            lacks |= word->joined_n != word->out_n;
    }
    return may_be && lacks;
}

/* Whether the gap behind a token (before the first at -1) is another one between words of these classes. */
static int is_other_between(Core *core, int at, int left, int right) {
    int place = at < 0 ? 0 : core->tokens[at].gap, n = at < 0 ? core->tokens[0].gap : core->tokens[at].gap_n;
    Text gap = {0}, again = {0};
    if (!n || (n == 1 && core->gap_text.at[place] == ' ')) return 0;
    uint32_t classes = 0;
    for (int i = place; i < place + n; i++) classes |= class_of(core, core->gap_text.at[i]);
    int result = text_add(&gap, core->gap_text.at + place, n); /* that text may move */
    if (!result) result = gap_of(core, left, gap.at, n, right, classes, &again);
    int other = result == FAILED ? FAILED : result != n || !same(again.at, gap.at, n);
    PyMem_Free(gap.at);
    PyMem_Free(again.at);
    return other;
}

/* Whether a gap beside two words hangs on how short one of them is, which are one now. */
static int hangs_on_parts(Core *core, int at) {
    int last = at + 2 == core->tokens_n, result = 0, left = at ? word_at(core, at - 1)->left : 0;
    if (word_at(core, at)->right < LONG) result = is_other_between(core, at - 1, left, LONG);
    if (!result && word_at(core, at + 1)->left < LONG)
        result = is_other_between(core, at + 1, LONG, last ? 0 : word_at(core, at + 2)->right);
    return result;
}

/* The words with their joins, and the gaps between them. */
int put_together(Core *core) {
    if (put_start(core)) return FAILED;
    if (core->joins && may_be_stripped(core)) LEAVE(LOOKS_ON);
    for (int at = 0, joined = 0; at < core->tokens_n; at++) {
        const Token *token = &core->tokens[at];
        const Word *word = word_at(core, at);
        Py_ssize_t place = core->out.n;
        if (!core->folding && may_be_article(core, at)) LEAVE(LOOKS_ON);
        if (text_add(&core->out, core->arena.at + word->joined, word->joined_n)) return FAILED;
        if (core->tracing && trace_piece(core, TRACED_WORD, token->end, place, 0, 0)) return FAILED;
        int single = core->joins && at + 1 < core->tokens_n && token->gap_n == 1 && core->gap_text.at[token->gap] == ' ';
        int rule = single ? join_of(core, at) : 0;
        if (rule == FAILED) return FAILED;
        if (rule == NOT_MINE) LEAVE(PAIR);
        if (joined && core->all_words && is_common_whole(core)) LEAVE(PAIR);
        joined = rule;
        int result = rule ? hangs_on_parts(core, at) : 0;
        if (result > 0) LEAVE(GAPS);
        result = result ? result : put_gap(core, at, rule);
        if (result) return result;
    }
    return OK;
}

/* Words and pairs are forgotten when there are too many of them: what comes again is asked anew. */
static void forget_if_full(Core *core) {
    if (core->words.used < core->words.most && core->pairs.used < core->pairs.most && core->arena.n < 1 << 20) return;
    cache_clear(&core->words);
    cache_clear(&core->pairs);
    core->arena.n = 0;
}

/* Whether the whole of a line without Arabic script is in order as it stands. */
int needs_nothing(const Core *core, const Unit *s, Py_ssize_t n, uint32_t all) {
    uint32_t last = 0;
    if (!core->settled && holds_any_of(s, n, &core->tables.repaired_if)) return 0;
    if (all & (SIGN | ENTITY)) {
        if (all & SIGN) return 0;
        if (may_hold_entity(s, n)) return 0;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        uint32_t classes = class_of(core, s[i]);
        if (!(classes & (SETTLED | LEADING | ENTITY)) || (classes & (CONTINUING | LEADING) && last & LEADING)) return 0;
        last = classes;
    }
    return 1;
}

/* Whether rules for the whole text may look at a character inside a span, also once they have been run. */
static int touches(const Core *core, uint32_t classes) {
    if (core->marked_code && !(classes & SIGN)) return 0;
    return (classes & (MARK | VOWEL)) || (classes & REPAIRED && (!core->settled || classes & SIGN));
}

/* Copy the line with spaces for non-ASCII spaces and one unit for each span. */
static int prepare(Core *core, const Unit *s, int n, uint32_t all, int verse) {
    int result = core->others ? OK : cut_spans(core, s, n, all, verse);
    if (result == FAILED || result == TAGGED) return result;
    if (result) LEAVE(SPANS);
    core->line.n = 0;
    if (text_room(&core->line, n)) return FAILED;
    Unit *to = core->line.at;
    for (int i = 0, span = 0; i < n; i++) {
        if (span < core->spans_n && core->spans[span].start == i) {
            *to++ = (Unit)(OPAQUE + span);
            for (; i < core->spans[span].end; i++)
                if (touches(core, class_of(core, s[i]))) LEAVE(SPANS); /* rules for the whole text look there too */
            i = core->spans[span++].end - 1;
        } else {
            *to++ = class_of(core, s[i]) & BLANK ? mapped(core, s[i]) : s[i];
        }
    }
    core->line.n = to - core->line.at;
    return OK;
}

/* Whether a line begins with the prompt of an interpreter, which holds no sign of other structures. */
static int is_prompt(const Core *core, const Unit *s, int n) {
    int i = 0;
    while (i < n && class_of(core, s[i]) & (BLANK | DROPPED | FORM | ODD | TYPED | FAKE | HALF_SPACE)) i++;
    return i + 3 < n && s[i] == '>' && s[i + 1] == '>' && s[i + 2] == '>';
}

/* Whether Python says yes to a question about a line: OK, or NOT_MINE. */
static int says_yes(PyObject *question, const Unit *s, int n) {
    PyObject *text = to_str(s, n);
    PyObject *got = text ? PyObject_CallFunctionObjArgs(question, text, NULL) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    int truth = PyObject_IsTrue(got);
    Py_DECREF(got);
    return truth < 0 ? FAILED : truth ? OK : NOT_MINE;
}

enum { MAY_SPEAK = -1, SILENT, SPEAKS };

/* What a piece of a word says of the order of its line: SPEAKS for it, at least with 3/4, MAY_SPEAK against it, at most with 4. */
static int speaks(const Core *core, const Unit *w, int n) {
    Unit back[40];
    uint32_t seen = core->tables.common | 1;
    if (n < 2) return SILENT;
    if ((lexicon_word(&core->lexicon, w, n) & seen) != seen) return MAY_SPEAK;
    for (int i = 0; i < n && n <= 40; i++) {
        if (!(class_of(core, w[i]) & LETTER)) return SILENT;
        back[n - 1 - i] = w[i];
    }
    return n <= 40 && !(lexicon_word(&core->lexicon, back, n) & 1) ? SPEAKS : SILENT;
}

/* Whether a character parts the pieces of a word: a half-space, and a tatweel where it stays. */
static int parts(uint32_t classes) {
    return classes & HALF_SPACE || (classes & (DROPPED | VOWEL)) == DROPPED;
}

/* Whether a line may be turned round: two pieces of words or more may be known backwards only, and those that are
   known as they stand do not outweigh these. */
static int may_be_turned(const Core *core) {
    int against = 0, in_order = 0;
    for (int at = 0; at < core->tokens_n; at++) {
        const Word *word = word_at(core, at);
        const Unit *w = core->arena.at + word->out;
        int changed = word->key_n != word->out_n;
        if (changed) against += 1 + word->key_n - word->out_n; /* it may have been several pieces */
        for (int i = 0, start = 0; i <= word->out_n; i++) {
            if (i < word->out_n && !parts(class_of(core, w[i]))) continue;
            int says = speaks(core, w + start, i - start);
            against += says == MAY_SPEAK;
            in_order += says == SPEAKS && !changed;
            start = i + 1;
        }
    }
    return against > 1 && (core->spans_n || 4 * against > 3 * in_order);
}

/* All that one pass over a line tells. */
LineClasses classes_of(const Core *core, const Unit *s, Py_ssize_t n) {
    LineClasses found = {0};
    for (Py_ssize_t i = 0; i < n; i++) {
        uint32_t classes = class_of(core, s[i]);
        found.all |= classes;
        found.missing |= !(classes & (IN_WORD | GAP | EMOJI | EMOJI_TAIL));
        found.odd_blank |= (classes & BLANK) && s[i] > 127;
        found.wide |= (classes & BLANK) && (s[i] == '\t' || (i && class_of(core, s[i - 1]) & BLANK));
        found.marked |= s[i] < 64 && MARKS >> s[i] & 1;
    }
    return found;
}

/* Do the line that ends `out` once more: words that melted into one are another word. What was traced of the first time stands
   only where nothing more becomes of it. */
static int again(Core *core, Py_ssize_t start) {
    Py_ssize_t n = core->out.n - start;
    int tracing = core->tracing;
    if (core->depth > 3 || (tracing == CHANGES && core->depth)) LEAVE(PAIR);
    core->again.n = 0;
    if (text_add(&core->again, core->out.at + start, n)) return FAILED;
    core->out.n = start;
    core->depth++;
    if (tracing == CHANGES) core->tracing = 0;
    int result = line_of(core, core->again.at, (int)n, classes_of(core, core->again.at, n));
    core->tracing = tracing;
    core->depth--;
    if (result || tracing != CHANGES) return result;
    if (core->out.n - start != n || !same(core->out.at + start, core->again.at, (int)n)) LEAVE(PAIR);
    return OK;
}

/* A line with inline tags, over which the rules read: done without them, which are put back then. */
static int without_tags(Core *core, const Unit *s, int n, LineClasses classes) {
    Span tags[MOST_TAGS];
    Py_ssize_t before = core->out.n;
    int count = core->spans_n;
    core->tagged = core->tracing == EVERY_PIECE && !core->depth && !classes.odd_blank;
    if (core->tracing || core->depth || classes.odd_blank || count > MOST_TAGS || text_room(&core->again, n)) LEAVE(SPANS);
    memcpy(tags, core->spans, sizeof(Span) * (size_t)count);
    core->again.n = core->trace.n = 0;
    for (int i = 0, tag = 0; i < n; i++) {
        if (tag < count && tags[tag].start == i) i = tags[tag++].end - 1;
        else core->again.at[core->again.n++] = s[i];
    }
    core->depth++;
    core->tracing = CHANGES;
    int bare = (int)core->again.n, result = line_of(core, core->again.at, bare, classes_of(core, core->again.at, bare));
    core->tracing = 0;
    core->depth--;
    if (result) return result;
    result = put_over_tags(core, s, tags, count, core->again.at, bare, before);
    if (result == NOT_MINE) LEAVE(SPANS);
    return result;
}

/* Whether something that cannot be seen, and goes, hides that a tag or a comment begins. */
static int hides_tag(const Core *core, const Unit *s, int n) {
    for (int i = 0; i + 1 < n; i++)
        if (s[i] == '<' && (is_invisible(class_of(core, s[i + 1])) || class_of(core, s[i + 1]) & DROPPED)) return 1;
    return 0;
}

/* Whether what became of a verse has its wide gap, between halves that are none any more. */
static int is_no_verse_now(const Core *core, Py_ssize_t start) {
    const Unit *s = core->out.at + start;
    int n = (int)(core->out.n - start);
    return classes_of(core, s, n).wide && !may_be_verse(core, s, n, 0);
}

/* A line with words of other languages, which are its spans where Python has *told* them: done if it stays as it is, for what
   else becomes of it might be another language. */
static int beside_others(Core *core, const Unit *s, int n, LineClasses classes, int told) {
    Py_ssize_t before = core->out.n;
    if (told == FAILED) return FAILED;
    if (told != OTHERS || core->tracing || core->depth) LEAVE(LANGUAGE);
    core->others = 1;
    int result = line_of(core, s, n, classes);
    core->others = 0;
    if (result != OK || (core->out.n - before == n && same(core->out.at + before, s, n))) return result;
    core->out.n = before;
    LEAVE(LANGUAGE);
}

/* Append what becomes of the line to `out`; NOT_MINE where the pipeline must decide. The line lies in `source`. */
int line_of(Core *core, const Unit *s, int n, LineClasses classes) {
    uint32_t all = classes.all;
    core->lines++;
    core->origin = s;
    if (n > MOST_UNITS) LEAVE(TOO_LONG);
    if (classes.missing || (classes.odd_blank && !core->spaces)) LEAVE(NO_CLASS);
    if (!(all & SIGN)) {
        if (core->settled) return text_add(&core->out, s, n);
        LEAVE(NEEDS_REPAIR);
    }
    core->marked_code = !core->settled && all & REPAIRED && has_marks_in_code_alone(core, s, n);
    if (!core->settled && ((all & REPAIRED && !core->marked_code) || holds_any_of(s, n, &core->tables.repaired_if)))
        LEAVE(NEEDS_REPAIR);
    if (all & ENTITY && is_invisible(all & ~LETTER)) /* what cannot be seen may part an entity */
        for (int i = 0; i < n; i++)
            if (s[i] == ';') LEAVE(NEEDS_REPAIR);
    if (all & ENTITY && !core->settled && may_hold_entity(s, n)) LEAVE(NEEDS_REPAIR);
    forget_if_full(core);
    int result = OK;
    const Unit *line = s;
    const int source_n = n;
    if (!core->others) core->spans_n = 0;
    core->marked = core->others;
    core->odd_blank = classes.odd_blank;
    int verse = classes.wide && may_be_verse(core, s, n, 2);
    if (verse && (classes.odd_blank || all & (DROPPED | FORM | ODD | TYPED | FAKE))) LEAVE(SPANS); /* without them it may be one */
    if (all & SPANNING && is_invisible(all & ~LETTER) && hides_tag(core, s, n)) LEAVE(SPANS);
    if (is_prompt(core, s, n)) LEAVE(SPANS);
    if (core->others || verse || classes.odd_blank || all & (LATIN | EMOJI | SPANNING)) {
        if ((result = prepare(core, s, n, all, verse))) return result == TAGGED ? without_tags(core, s, n, classes) : result;
        line = core->line.at;
        n = (int)core->line.n;
    }
    core->tokens_n = 0;
    core->gap_text.n = 0;
    Reader r = {.core = core, .s = line, .n = n, .marked = core->marked};
    r.weighs = core->marked || classes.marked || all & HINT;
    while (!(result = read_token(&r))) continue;
    if (result != END) return result;
    int doubtful = r.of_named || r.saying || (r.marked && r.strange) || (all & HINT && (r.foreign || r.vocalised > 1));
    if (doubtful && !core->others && (result = ask_language(core, s, source_n)) != OK)
        return beside_others(core, s, source_n, classes, result);
    if (r.early && may_be_turned(core) && (core->spans_n || (result = says_yes(core->ask_order, line, n)) != OK)) {
        if (result == FAILED) return FAILED;
        LEAVE(ORDER);
    }
    core->melted = 0;
    Py_ssize_t before = core->out.n;
    if (core->tracing) trace_start(core, line, n);
    if ((result = put_together(core)) == OK && verse && is_no_verse_now(core, before)) LEAVE(SPANS);
    return result != OK || !core->melted ? result : again(core, before);
}
