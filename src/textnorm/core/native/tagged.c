/* Owns a line with inline tags, over which the rules read: what becomes of it without them, with the tags where they stood.
 *
 * A letter that becomes another one is written where it stood, and what goes by itself leaves the tags beside it alone. Where a tag
 * stands at or in what changes otherwise, it hangs on the single changes on which side it comes to stand: then Python must tell.
 */
#include "core.h"

enum { ROW = 7 };

typedef struct {
    Core *core;
    const Unit *s, *bare;   /* the line with its tags, and without them */
    int n;                  /* units of the latter */
    const Span *tags;
    int count, tag, cut;    /* how many tags; the next one, and how long those before it are */
    int at;                 /* how far the line without tags is read */
    Py_ssize_t from;        /* and its result, in `out` */
} Reader;

static int place_of(const Reader *r, int tag) { return r->tags[tag].start - r->cut; }

/* Whether a piece is a word that differs in letters alone that a rule maps one by one. */
static int is_mapped(const Core *core, const Unit *row, const Unit *bare) {
    const Unit *out = core->out.at + row[3];
    if (row[0] != TRACED_WORD || row[4] - row[3] != row[2] - row[1]) return 0;
    for (Unit i = row[1]; i < row[2]; i++, out++)
        if (bare[i] != *out && !(class_of(core, bare[i]) & LETTER && mapped(core, bare[i]) == *out)) return 0;
    return 1;
}

/* Put the tags that stand before the place *to* of the line without tags. */
static int put_tags(Reader *r, int to) {
    for (; r->tag < r->count && place_of(r, r->tag) < to; r->tag++) {
        Span tag = r->tags[r->tag];
        if (text_add(&r->core->masked, r->s + tag.start, tag.end - tag.start)) return FAILED;
        r->cut += tag.end - tag.start;
    }
    return 0;
}

/* Put what did not change up to the place *to*, with its tags. */
static int put_same(Reader *r, int to) {
    for (; r->at < to; r->at++)
        if (put_tags(r, r->at + 1) || text_add(&r->core->masked, r->core->out.at + r->from++, 1)) return FAILED;
    return 0;
}

/* Whether a letter right beside what goes becomes another one, so that both are one change. */
static int is_beside_change(const Reader *r, int start, int end) {
    const Unit *out = r->core->out.at + r->from;
    return (start && r->bare[start - 1] != out[-1]) || (end < r->n && r->from < r->core->out.n && r->bare[end] != out[0]);
}

/* Put a piece that changed; NOT_MINE where a tag stands at or in it, but for what goes alone. */
static int put_changed(Reader *r, const Unit *row) {
    int start = (int)row[1], end = (int)row[2], n = (int)(row[4] - row[3]);
    if (put_same(r, start)) return FAILED;
    int has_tag = r->tag < r->count && place_of(r, r->tag) <= end;
    if (has_tag && (n || is_beside_change(r, start, end))) return NOT_MINE;
    if (put_tags(r, end) || text_add(&r->core->masked, r->core->out.at + row[3], n)) return FAILED;
    r->at = end;
    r->from += n;
    return 0;
}

/* Put the tags of the line *s* into its result, which `out` holds from *before* on as that of the *n* units of *bare*; what
   changed in these is traced. NOT_MINE where Python must tell. */
int put_over_tags(Core *core, const Unit *s, const Span *tags, int count, const Unit *bare, int n, Py_ssize_t before) {
    Reader r = {.core = core, .s = s, .bare = bare, .n = n, .tags = tags, .count = count, .from = before};
    int result = 0;
    core->masked.n = 0;
    for (Py_ssize_t i = 0; !result && i < core->trace.n; i += ROW)
        if (!is_mapped(core, core->trace.at + i, bare)) result = put_changed(&r, core->trace.at + i);
    if (result || (result = put_same(&r, n)) || (result = put_tags(&r, n + 1))) return result;
    if (r.from != core->out.n) return NOT_MINE;
    core->out.n = before;
    return text_add(&core->out, core->masked.at, core->masked.n);
}
