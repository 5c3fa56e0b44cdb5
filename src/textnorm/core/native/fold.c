/* Owns what SEARCH makes of a line, with a core that does all but the folds.
 *
 * A line goes round until it stays: the rules for the whole text (fold_first.c), the core, and the folds of words. For a word
 * in which a fold may look at more than single letters, Python is asked.
 */
#include "fold.h"

/* Whether letters that stand together may be two words by a fold. */
static int may_be_parted(const Folder *f, const Unit *w, int n) {
    if (begins_with(&f->starts, w, n)) return 1;
    return begins_with(&f->be, w, n) && lexicon_word(&f->core->lexicon, w + 1, n - 1) & f->core->tables.after_be;
}

/* Whether a half-space between two parts of a word surely goes. */
static int surely_goes(const Folder *f, const Unit *left, int left_n, const Unit *right, int right_n) {
    if (is_one_of(&f->apart_starts, left, left_n)) return 0;
    if (is_one_of(&f->glued_ends, right, right_n)) return 1;
    return is_one_of(&f->glued_starts, left, left_n) && !begins_with(&f->apart_ends, right, right_n);
}

/* Whether a fold of words may look at more of this word than single letters, and half-spaces that surely go. */
static int is_asked(const Folder *f, const Unit *w, int n) {
    if (holds_any_of(w, n, &f->pieces)) return 1;
    for (int i = 0, start = 0, left = -1, only = LETTER; i <= n; i++) {
        uint32_t classes = i < n ? class_of(f->core, w[i]) : HALF_SPACE;
        if (!(classes & HALF_SPACE)) {
            only &= (int)classes;
            if (w[i] - LETTERS > 255 || (classes & MARK && i + 1 < n)) return 1;
            continue;
        }
        if (may_be_parted(f, w + start, i - start)) return 1;
        if ((i < n || left >= 0) && (i == start || !only)) return 1;
        if (left >= 0 && !surely_goes(f, w + left, start - 1 - left, w + start, i - start)) return 1;
        left = start;
        start = i + 1;
    }
    return 0;
}

/* Append the fold of a word that Python knows, and remember it. */
static int put_remembered(Folder *f, const Unit *w, int n, Text *to) {
    Cache *cache = &f->words;
    Gap word = {.hash = hash_of(w, n), .key_n = (uint16_t)n, .known = 1};
    uint32_t number, at = (uint32_t)(word.hash >> 8) & (cache->room - 1);
    for (; (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        const Gap *known = RECORD(cache, Gap, number);
        if (known->hash == word.hash && known->key_n == n && same(f->arena.at + known->key, w, n))
            return text_add(to, f->arena.at + known->out, known->out_n);
    }
    if (cache->used >= MOST_KNOWN) {
        cache_clear(cache);
        f->arena.n = 0;
    }
    Py_ssize_t before = to->n;
    int result = put_answer(f->ask_word, w, n, to);
    if (result) return result;
    if (to->n - before > UINT16_MAX) return 0;
    int64_t key = text_keep(&f->arena, w, n), out = key < 0 ? FAILED : text_keep(&f->arena, to->at + before, to->n - before);
    if (out < 0) return FAILED;
    word.key = (uint32_t)key;
    word.out = (uint32_t)out;
    word.out_n = (uint16_t)(to->n - before);
    return cache_add(cache, &word) < 0 ? FAILED : 0;
}

/* Note where a word stands after its folds, and which token of the line was its last. */
static int note_unit(Folder *f, const Last *last, const Text *to, int token) {
    if (f->units_n == f->units_room) {
        int room = f->units_room * 2 + 64;
        FoldedUnit *units = PyMem_Realloc(f->units, sizeof(FoldedUnit) * (size_t)room);
        if (!units) {
            PyErr_NoMemory();
            return FAILED;
        }
        f->units = units;
        f->units_room = room;
    }
    f->units_n -= last->paired;
    f->units[f->units_n++] = (FoldedUnit){last->start, to->n - last->start, token};
    return 0;
}

/* Append the fold of a word of the core's `out`; *last* is the word before it, and this one then. */
static int put_word(Folder *f, Last *last, Py_ssize_t start, Py_ssize_t n, Text *to) {
    const Unit *w = f->core->out.at + start;
    int row = last->single ? begins_with(&f->endings, w, (int)n) : 0, paired = 0;
    if (row) {
        Py_ssize_t end = (Py_ssize_t)f->endings.at[8 * (row - 1)];
        paired = end == n || !(class_of(f->core, w[end]) & LETTER);
    }
    if (paired) { /* an ending that may belong to the word before it */
        if (last->paired || (f->claimed && f->tags[f->claimed - 1].to > last->start)) return NOT_MINE;
        w = f->core->out.at + last->raw;
        n += start - last->raw;
        to->n = last->start;
    } else {
        *last = (Last){.start = to->n, .raw = start, .known = 1};
    }
    if (n > LONGEST) return NOT_MINE;
    last->paired = paired;
    if (paired || is_asked(f, w, (int)n)) return put_remembered(f, w, (int)n, to);
    if (text_room(to, n)) return FAILED;
    for (Py_ssize_t i = 0; i < n; i++) {
        if (w[i] - LETTERS > 255) continue; /* a half-space */
        Unit letter = f->letters[w[i] - LETTERS];
        if (letter != DROP) to->at[to->n++] = letter ? letter : w[i];
    }
    return 0;
}

/* Append what the folds make of the words that the core put into its `out`; NOT_MINE where Python must tell. */
int fold_words(Folder *f, Text *to) {
    const Core *core = f->core;
    Last last = {0};
    int words = 0;
    f->units_n = 0;
    for (Py_ssize_t i = 0; i < core->gap_text.n; i++)
        if (class_of(core, core->gap_text.at[i]) & IN_WORD) return NOT_MINE; /* marks and half-spaces go there too */
    for (Py_ssize_t at = 0, start = -1, source = 0; at < core->trace.n; at += 7) {
        const Unit *row = core->trace.at + at;
        Py_ssize_t place = row[3], end = row[4];
        if (row[0] == TRACED_WORD && start < 0) start = place, source = row[1];
        words += row[0] == TRACED_WORD;
        if (row[0] != TRACED_GAP) continue;
        if (start >= 0) {
            int result = put_word(f, &last, start, place - start, to);
            if (result || (result = note_unit(f, &last, to, words - 1))) return result;
            if (f->tags_n && !keeps_edges(f, (int)source, (int)row[1], to->at + last.start, to->n - last.start)) return NOT_MINE;
        }
        start = -1;
        if (f->tags_n && claim_tags(f, row, to)) return NOT_MINE;
        last.single = last.known && end - place == 1 && core->out.at[place] == ' ';
        if (text_add(to, core->out.at + place, end - place)) return FAILED;
    }
    return 0;
}

/* Whether what cannot be seen stands beside a letter of another script, or much of it behind a closing sign: then the
   order of all rules counts. *coded*: marks of direction stand in code alone. */
int is_between_scripts(const Folder *f, const Unit *s, Py_ssize_t n, int coded) {
    for (Py_ssize_t i = 0; i + 1 < n; i++) {
        int closing = is_foreign(f, s[i]) || fold_of(f, s[i]) & CLOSING;
        if (coded && (is_direction(f, s[i]) || is_direction(f, s[i + 1]))) continue;
        if (closing && i + 2 < n && is_odd(f->core, s[i + 1]) && is_odd(f->core, s[i + 2])) return 1;
        if (is_foreign(f, s[i]) && (is_unseen(f->core, s[i + 1]) || (i > 1 && is_odd(f->core, s[i - 1]) && is_odd(f->core, s[i - 2]))))
            return 1;
        if (is_unseen(f->core, s[i]) && is_foreign(f, s[i + 1])) return 1;
    }
    return 0;
}

/* `next` becomes what the core and the folds of words make of `line`. */
int fold_once(Folder *f, LineClasses classes) {
    Core *core = f->core;
    core->out.n = core->trace.n = f->next.n = 0;
    core->settled = core->folding = 1;
    core->tracing = EVERY_PIECE;
    int result = line_of(core, f->line.at, (int)f->line.n, classes);
    core->settled = core->folding = core->tracing = 0;
    return result ? result : fold_words(f, &f->next);
}

/* `line` becomes `next` after the rules for the whole text. */
static int refold(Folder *f) {
    f->line.n = 0;
    int asked = first_fold(f, f->next.at, f->next.n, 0, &f->line);
    if (asked == READY || asked == FAILED) return asked;
    f->line.n = 0;
    return put_answer(f->ask_first, f->next.at, f->next.n, &f->line);
}

/* Append what becomes of a line whose first folds are done; NOT_MINE where Python must tell. */
int fold_line(Folder *f, const Unit *s, Py_ssize_t n) {
    f->line.n = 0;
    f->core->tagged = f->claimed = 0;
    if (text_add(&f->line, s, n)) return FAILED;
    int result = n > INT32_MAX ? NOT_MINE : 0;
    for (int pass = 0; !result && pass < MOST_PASSES; pass++) {
        LineClasses classes = classes_of(f->core, f->line.at, f->line.n);
        if (!(classes.all & SIGN)) return text_add(&f->out, f->line.at, f->line.n);
        int coded = classes.all & REPAIRED && are_all_in_code(f, f->line.at, f->line.n);
        if (is_between_scripts(f, f->line.at, f->line.n, coded)) break;
        result = fold_once(f, classes);
        if (result == NOT_MINE && !pass && f->core->tagged) return fold_tagged(f, s);
        if (result) break;
        if (is_same_text(&f->line, &f->next)) return text_add(&f->out, f->line.at, f->line.n);
        int settled = is_settled(f);
        if (settled) return settled < 0 ? FAILED : text_add(&f->out, f->next.at, f->next.n);
        f->again.n = 0;
        if (text_add(&f->again, f->line.at, f->line.n)) return FAILED;
        if (refold(f)) return FAILED;
        if (is_same_text(&f->again, &f->line))
            return text_add(&f->out, f->line.at, f->line.n);
    }
    return result == FAILED ? FAILED : NOT_MINE;
}
