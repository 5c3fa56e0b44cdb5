/* Owns the second look at a line that was folded: whether the core and the folds leave it as it is now.
 *
 * What no rule may touch and what stands between words is known from the first look, so only words, joins and the
 * gaps whose neighbours are other words now are looked at. Where more may count, nothing is said: the line goes round.
 */
#include "fold.h"

static const Word *word_at(const Core *core, int at) { return RECORD(&core->words, Word, core->tokens[at].word); }

/* Whether the gap behind a word becomes what it is, now that it stands between other words: 0 where that is not known. */
static int gap_stays(Folder *f, const Token *token, int left, int right, const Word *host) {
    Core *core = f->core;
    const Unit *g = core->gap_text.at + token->gap;
    int n = token->gap_n;
    if (host && host->guarded & GUARDED && n && begins_with(&core->tables.guards, g, n)) return 0;
    if (!n || (n == 1 && *g == ' ' && left && right)) return n || !left || !right;
    uint32_t classes = 0;
    for (int i = 0; i < n; i++) {
        classes |= class_of(core, g[i]);
        if (g[i] >= OPAQUE && is_blank(core->origin[core->spans[g[i] - OPAQUE].start])) return 0; /* between halves of a verse */
    }
    if (right && class_of(core, g[n - 1]) & EARLY && (n == 1 || g[n - 2] >= OPAQUE || class_of(core, g[n - 2]) & BLANK))
        return 0;
    Text *again = &f->again;
    again->n = 0;
    return gap_of(core, left, g, n, right, classes, again) == n && same(again->at, g, n);
}

/* One more token, of a word that a fold left, and the gap behind it. */
static int add_word(Core *core, const Unit *w, int n, const Unit *gap, int gap_n) {
    Text *gaps = &core->gap_text;
    int64_t number = word_of(core, w, n);
    if (number == FAILED) return FAILED;
    const Word *word = RECORD(&core->words, Word, number < 0 ? 0 : number);
    if (number < 0 || !word->known || word->hint || word->facts & (OF_OTHERS | VOCALISED)) return NOT_MINE;
    if (is_one_of(&core->tables.leaning, core->arena.at + word->out, word->out_n)) return NOT_MINE;
    int before = core->tokens_n ? core->tokens[core->tokens_n - 1].gap_n : (int)gaps->n;
    int glued = before && gaps->at[gaps->n - 1] >= OPAQUE, blank = before ? is_blank(gaps->at[gaps->n - 1]) : !core->tokens_n;
    if (glued && (word->joined_n != n || !same(core->arena.at + word->joined, w, n))) return NOT_MINE;
    int place = (int)gaps->n;
    if (text_add(gaps, gap, gap_n)) return FAILED;
    return token_add(core, (Token){(uint32_t)number, 0, 0, place, gap_n, blank});
}

/* The words that the fold of a unit left, between spaces, and the gap behind the last of them. */
static int add_unit(Folder *f, const FoldedUnit *unit) {
    const Unit *w = f->next.at + unit->start, space = ' ';
    const Token *last = &f->tokens[unit->last];
    for (Py_ssize_t at = 0, end; at < unit->n; at = end + 1) {
        for (end = at; end < unit->n && w[end] != ' '; end++) continue;
        if (end == at || end + 1 == unit->n) return NOT_MINE;
        const Unit *gap = end == unit->n ? f->gaps.at + last->gap : &space;
        int result = add_word(f->core, w + at, (int)(end - at), gap, end == unit->n ? last->gap_n : 1);
        if (result) return result;
    }
    return unit->n ? 0 : NOT_MINE;
}

/* The words of the folded line in place of those that were folded. */
static int take_units(Folder *f) {
    Core *core = f->core;
    int start_n = core->tokens_n ? core->tokens[0].gap : 0;
    if (!core->tokens_n || !f->units_n) return NOT_MINE;
    f->gaps.n = 0;
    if (text_add(&f->gaps, core->gap_text.at, core->gap_text.n)) return FAILED;
    Token *tokens = PyMem_Realloc(f->tokens, sizeof(Token) * (size_t)core->tokens_n);
    if (!tokens) {
        PyErr_NoMemory();
        return FAILED;
    }
    f->tokens = tokens;
    memcpy(tokens, core->tokens, sizeof(Token) * (size_t)core->tokens_n);
    core->gap_text.n = start_n;
    core->tokens_n = 0;
    for (int i = 0; i < f->units_n; i++) {
        int result = add_unit(f, f->units + i);
        if (result) return result;
    }
    return 0;
}

static int gaps_stay(Folder *f) {
    const Core *core = f->core;
    Token start = {.gap = 0, .gap_n = core->tokens[0].gap};
    if (start.gap_n && !gap_stays(f, &start, 0, word_at(core, 0)->right, NULL)) return 0;
    for (int at = 0; at < core->tokens_n; at++) {
        const Word *word = word_at(core, at);
        int last = at + 1 == core->tokens_n, right = last ? 0 : word_at(core, at + 1)->right;
        if (last && !core->tokens[at].gap_n) continue;
        if (!gap_stays(f, &core->tokens[at], word->left, right, word)) return 0;
    }
    return 1;
}

/* Whether a character or one beside it cannot be seen, and may go. */
static int is_by_unseen(const Core *core, const Text *line, Py_ssize_t i) {
    return is_unseen(core, line->at[i]) || (i && is_unseen(core, line->at[i - 1])) ||
           (i + 1 < line->n && is_unseen(core, line->at[i + 1]));
}

/* How many places of a line call for a rule of the first folds: in what no rule may touch there are always as many.
   Those that call because of what cannot be seen are left out of the line *before* the folds of words: they may go. */
static Py_ssize_t calls_of(const Folder *f, const Text *line, int before) {
    Py_ssize_t count = 0;
    for (Py_ssize_t i = 0; i < line->n; i++)
        if (may_call(f, line->at[i]) && (!before || !is_by_unseen(f->core, line, i)))
            count += calls_for_rule(f, line->at, line->n, i, fold_of(f, line->at[i]));
    return count;
}

/* Whether a word that every Persian sentence needs stands between whatever is no letter, read without marks and half-spaces. */
static int holds_sentence_word(const Core *core, const Text *line) {
    enum { LONGEST = 16 };
    Unit word[LONGEST];
    int n = 0;
    for (Py_ssize_t i = 0; i <= line->n; i++) {
        uint32_t classes = i < line->n ? class_of(core, line->at[i]) : 0;
        if (classes & LETTER) {
            if (n < LONGEST) word[n] = line->at[i];
            n++;
        } else if (!(classes & (MARK | DROPPED | HALF_SPACE))) {
            if (n && n <= LONGEST && is_one_of(&core->tables.sentence_words, word, n)) return 1;
            n = 0;
        }
    }
    return 0;
}

/* 1 where the folded line in `next` stays as it is; 0 where that is not known; FAILED with an error set. */
int is_settled(Folder *f) {
    Core *core = f->core;
    /* by such a word a line with words of another script is Persian */
    if (core->spans_n && holds_sentence_word(core, &f->line) != holds_sentence_word(core, &f->next)) return 0;
    int result = take_units(f);
    if (result) return result == FAILED ? FAILED : 0;
    if (!gaps_stay(f) || calls_of(f, &f->line, 1) != calls_of(f, &f->next, 0)) return 0;
    core->melted = 0;
    core->out.n = core->trace.n = 0;
    core->settled = core->folding = 1;
    core->tracing = EVERY_PIECE;
    trace_start(core, core->origin, 0);
    result = put_together(core);
    core->settled = core->folding = core->tracing = 0;
    if (result || core->melted) return result == FAILED ? FAILED : 0;
    f->again.n = 0;
    result = fold_words(f, &f->again);
    if (result) return result == FAILED ? FAILED : 0;
    return is_same_text(&f->again, &f->next);
}
