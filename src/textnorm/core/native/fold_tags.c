/* Owns what SEARCH makes of a line with tags over which the rules read: what it makes of the line without them, and the tags
 * where they stood, if each stands beside a gap that stays and words that keep their edges there.
 */
#include "fold.h"

/* Whether a rule may look at a character when another one stands beside it. */
static int looks_beside(const Folder *f, Unit c) {
    return (fold_of(f, c) & (THOUSANDS | CLOSING | FOREIGN | NUMERAL | COLON)) || is_odd(f->core, c);
}

/* Whether a rule may look at what meets where a tag is left out; per cent signs look over spaces. */
static int may_meet(const Folder *f, int at) {
    Unit before = at ? f->line.at[at - 1] : ' ', behind = at < f->line.n ? f->line.at[at] : ' ';
    if ((fold_of(f, before) | fold_of(f, behind)) & PERCENT) return 1;
    return !is_blank(before) && !is_blank(behind) && (looks_beside(f, before) || looks_beside(f, behind));
}

/* Put the line without its tags, which are the spans of the core, into `line`; NOT_MINE where something meets then. */
static int leave_out(Folder *f, const Unit *s) {
    const Core *core = f->core;
    int n = (int)f->line.n, m = 0;
    f->tags_n = core->spans_n;
    if (f->tags_n > MOST_TAGS) return NOT_MINE;
    for (int i = 0, k = 0; i < n; i++) {
        if (k < f->tags_n && core->spans[k].start == i) {
            f->tags[k] = (FoldedTag){m, i, core->spans[k].end, 0};
            i = core->spans[k++].end - 1;
        } else {
            f->line.at[m++] = s[i];
        }
    }
    f->line.n = m;
    for (int k = 0; k < f->tags_n; k++)
        if (may_meet(f, f->tags[k].at)) return NOT_MINE;
    return 0;
}

/* Whether the rules for the whole text leave the folded line without its tags as it is: code may be other code then. */
static int stays_folded(Folder *f) {
    f->again.n = 0;
    int asked = first_fold(f, f->next.at, f->next.n, 0, &f->again);
    return asked == FAILED ? FAILED : asked == READY && is_same_text(&f->again, &f->next);
}

/* Note where the tags in a gap and at its edges belong, before it is put behind what *to* holds; NOT_MINE where it changes, or
   where a tag stands elsewhere. */
int claim_tags(Folder *f, const Unit *row, const Text *to) {
    const Core *core = f->core;
    int n = (int)(row[2] - row[1]), stays = row[4] - row[3] == row[2] - row[1] && same(core->out.at + row[3], core->origin + row[1], n);
    for (; f->claimed < f->tags_n && f->tags[f->claimed].at <= (int)row[2]; f->claimed++) {
        FoldedTag *tag = &f->tags[f->claimed];
        if (!stays || tag->at < (int)row[1] || core->origin != f->line.at) return NOT_MINE; /* words melted: it is another line */
        tag->to = to->n + tag->at - (int)row[1];
    }
    return 0;
}

/* Whether a word that stood in the line from *start* to *end* is still the same at its edges where tags stand: there nothing
   may come or go. */
int keeps_edges(const Folder *f, int start, int end, const Unit *w, Py_ssize_t n) {
    const Unit *line = f->line.at;
    int before = f->claimed && f->tags[f->claimed - 1].at == start, behind = f->claimed < f->tags_n && f->tags[f->claimed].at == end;
    if (n == end - start || !n) return n || !(before || behind);
    return (!before || w[0] == line[start]) && (!behind || w[n - 1] == line[end - 1]);
}

/* Append what becomes of a line *s* with the tags that the core found; NOT_MINE where Python must tell. */
int fold_tagged(Folder *f, const Unit *s) {
    int result = leave_out(f, s), count = f->tags_n;
    LineClasses classes = classes_of(f->core, f->line.at, f->line.n);
    int coded = classes.all & REPAIRED && are_all_in_code(f, f->line.at, f->line.n);
    if (!(classes.all & SIGN) || classes.all & (coded ? ENTITY : REPAIRED | ENTITY)) result = NOT_MINE;
    if (!result && is_between_scripts(f, f->line.at, f->line.n, coded)) result = NOT_MINE;
    if (!result) result = fold_once(f, classes);
    int claimed = f->claimed;
    f->tags_n = f->claimed = 0;
    if (result || claimed != count) return result == FAILED ? FAILED : NOT_MINE;
    int settled = is_same_text(&f->line, &f->next) ? 1 : is_settled(f);
    if (settled == 1 && !is_same_text(&f->line, &f->next)) settled = stays_folded(f);
    if (settled != 1) return settled < 0 ? FAILED : NOT_MINE;
    Py_ssize_t at = 0;
    for (int k = 0; k < count; k++) {
        const FoldedTag *tag = &f->tags[k];
        if (text_add(&f->out, f->next.at + at, tag->to - at) || text_add(&f->out, s + tag->start, tag->end - tag->start)) return FAILED;
        at = tag->to;
    }
    return text_add(&f->out, f->next.at + at, f->next.n - at);
}
