/* Owns gaps: all that stands between two words. No rule for spaces or punctuation is here: the Python pipeline says once
 * what becomes of a gap of this shape between such neighbours, and that is remembered.
 *
 * The shape: each digit as 1 of its script (a whole number as one digit, where no span such as a time or a version may
 * be meant), and the first run of many spaces as one of five. What stands there in truth is put back into the answer. A gap
 * that holds spans is one gap before each of them and one behind the last: no rule looks over them.
 */
#include "core.h"

/* classes of what stands beside a gap behind those of words, as in gaps.py: spans; with a tag at both ends, at the start or
   at the end, its sides count apart; with an address at the end */
enum { LONGEST = 160, WIDE = 5, MOST_LETTERS = 3, LATIN_SIDE = 6, EMOJI_SIDE, BROKEN_SIDE, TAG_SIDE, FROM_TAG_SIDE, TO_TAG_SIDE,
       ADDRESS_SIDE, BROKEN_ADDRESS_SIDE, SIDES };

typedef struct {
    int at, n; /* a number, and how many units stand for it */
} Piece;

typedef struct {
    Unit key[LONGEST + 2];
    int n, pieces;
    int wider;         /* by how many spaces the first wide run of them is wider than that of the shape */
    Piece piece[LONGEST];
} Shape;

static int digit_at(const Core *core, const Unit *g, int n, int i) {
    return i >= 0 && i < n && (class_of(core, g[i]) & DIGIT) != 0;
}

/* The place beside *i*, before it (-1) or behind it (1), with what cannot be seen left out: it goes, and parts nothing then. */
static int seen_beside(const Core *core, const Unit *g, int n, int i, int step) {
    do i += step;
    while (i >= 0 && i < n && is_invisible(class_of(core, g[i])));
    return i;
}

/* Whether digits may belong to a time, a date, a version, a path or a placeholder: then each of them counts. */
int may_be_span(const Core *core, const Unit *g, int n) {
    for (int i = 0; i + 1 < n; i++) {
        if (class_of(core, g[i]) & (DIGIT | BLANK) || is_invisible(class_of(core, g[i]))) continue;
        int next = seen_beside(core, g, n, i, 1), number = digit_at(core, g, n, next);
        if (number && (g[i] == '$' || g[i] == '\\' || g[i] == '%' || g[i] == '[' || g[i] == '{')) return 1;
        if (g[i] == '/' && next < n && (number || g[next] == '_' || g[next] == '.')) return 1;
        if (number && (g[i] == '-' || g[i] == ':' || g[i] == '.') && digit_at(core, g, n, seen_beside(core, g, n, i, -1))) return 1;
    }
    return 0;
}

/* Whether a span ends in an address, as `is_address` of script/protected.py has it. */
static int ends_in_address(const Core *core, Span span) {
    const Unit *s = core->origin;
    int start = span.end, found = 0, latin = 0;
    if (s[span.end - 1] == '`' || s[span.end - 1] == '>' || s[span.end - 1] == ')') return 0;
    while (start > span.last && !(class_of(core, s[start - 1]) & BLANK)) start--;
    for (int i = start; i + 3 < span.end && !found; i++) {
        latin |= (class_of(core, s[i]) & LATIN) != 0;
        if (!latin || s[i] != ':' || s[i + 1] != '/' || s[i + 2] != '/') continue;
        found = i - start > 1; /* behind one letter it is no address by itself, but of a stretch that ends in a letter */
        for (int j = i + 3; j < span.end && !found; j++) found = (class_of(core, s[j]) & LATIN) != 0;
    }
    return found || (span.end - start > 3 && s[start] == 'w' && s[start + 1] == 'w' && s[start + 2] == 'w' && s[start + 3] == '.');
}

/* The class of a span: with spaces inside it may be another kind of span than without. */
static int side_of(const Core *core, Span span) {
    int from = core->origin[span.start] == '<', to = core->origin[span.end - 1] == '>';
    if (from && to) return TAG_SIDE;
    if (from || to) return from ? FROM_TAG_SIDE : TO_TAG_SIDE;
    int address = ends_in_address(core, span);
    for (int i = span.start; i < span.end; i++)
        if (class_of(core, core->origin[i]) & BLANK) return address ? BROKEN_ADDRESS_SIDE : BROKEN_SIDE;
    if (address) return ADDRESS_SIDE;
    return span.emoji ? EMOJI_SIDE : LATIN_SIDE;
}

/* The class of a span for what stands behind it: that it begins with a tag says nothing of an address at its end. */
static int side_behind(const Core *core, Span span, int side) {
    return side == FROM_TAG_SIDE && ends_in_address(core, span) ? BROKEN_ADDRESS_SIDE : side;
}

/* 0 where the gap is too long. */
static int shape_of(const Core *core, int left, const Unit *g, int n, int right, uint32_t classes, Shape *shape) {
    int whole = left && (classes & DIGIT) && !may_be_span(core, g, n); /* at the start of a line: the marker of a list */
    shape->key[0] = (Unit)left;
    shape->key[1] = (Unit)right;
    shape->n = 2;
    shape->pieces = shape->wider = 0;
    int is_known = !left; /* whether the wide run was met */
    for (int i = 0; i < n; i++) {
        Unit c = g[i];
        int start = i, end = i;
        while (c == ' ' && !is_known && end < n && g[end] == ' ') end++;
        if (end - i >= WIDE) {
            shape->wider = end - i - WIDE;
            i += shape->wider;
            is_known = 1;
        }
        if (class_of(core, c) & DIGIT) {
            while (whole && digit_at(core, g, n, i + 1) && (g[i + 1] & ~15u) == (c & ~15u)) i++;
            c = (c & ~15u) | 1;
            shape->piece[shape->pieces++] = (Piece){start, i + 1 - start};
        }
        if (shape->n >= LONGEST + 2) return 0;
        shape->key[shape->n++] = c;
    }
    return 1;
}

/* The answer with what stands in the gap in truth; NOT_MINE where the two do not fit together. */
static int fill(Core *core, const Unit *answer, int n, const Unit *g, const Shape *shape, Text *out) {
    int next = 0, wider = shape->wider;
    Py_ssize_t before = out->n;
    for (int i = 0, spaces = 0; i < n; i++) {
        Unit c = answer[i];
        spaces = c == ' ' ? spaces + 1 : 0;
        for (; spaces == WIDE && wider; wider--)
            if (text_add(out, &c, 1)) return FAILED;
        if (!(class_of(core, c) & DIGIT)) {
            if (text_add(out, &c, 1)) return FAILED;
            continue;
        }
        if (next == shape->pieces) return NOT_MINE;
        Piece piece = shape->piece[next++];
        for (int j = 0; j < piece.n; j++) {
            Unit value = (c & ~15u) | (g[piece.at + j] & 15);
            if (text_add(out, &value, 1)) return FAILED;
        }
    }
    return next == shape->pieces ? (int)(out->n - before) : NOT_MINE;
}

/* What the pipeline makes of a gap of this shape; whether that fits the gap is tried before it is remembered. */
static int ask(Core *core, const Unit *g, const Shape *shape, Gap *gap) {
    Unit answer[LONGEST + 100];
    PyObject *text = to_str(shape->key + 2, shape->n - 2);
    core->asked_gaps++;
    PyObject *got = text ? PyObject_CallFunction(core->ask_gap, "iOi", (int)shape->key[0], text, (int)shape->key[1]) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    Py_ssize_t n = got == Py_None ? NOT_MINE : from_str(got, answer, LONGEST + 100);
    Py_DECREF(got);
    if (n == FAILED) return FAILED;
    Text tried = {0};
    int fits = n < 0 ? NOT_MINE : fill(core, answer, (int)n, g, shape, &tried);
    PyMem_Free(tried.at);
    if (fits == FAILED) return FAILED;
    gap->known = fits >= 0;
    int64_t place = text_keep(&core->gap_arena, answer, gap->known ? n : 0);
    gap->out = (uint32_t)place;
    gap->out_n = (uint16_t)(gap->known ? n : 0);
    return place < 0 ? FAILED : 0;
}

/* The answer that was made in advance for this shape, and its length before it; NULL where there is none. A row: the length
   of the shape, the shape, the place of its row in `gap_sides` (the number of the answer for each class on the left and each on
   the right), and the answers from 1, each behind its length. */
static const Unit *made_in_advance(const Core *core, const Shape *shape) {
    const Tables *t = &core->tables;
    const Unit *key = shape->key + 2;
    int n = shape->n - 2;
    if (!t->gap_slots_n) return NULL;
    for (uint32_t at = spread(key, n), place;; at++) {
        if (!(place = t->gap_slots[at & (t->gap_slots_n - 1)])) return NULL;
        const Unit *row = t->gaps + place - 1;
        if ((int)row[0] != n || !same(row + 1, key, n)) continue;
        uint32_t side = shape->key[0] * SIDES + shape->key[1];
        uint32_t number = t->gap_sides[row[1 + n] * SIDES * SIDES + side];
        if (!number) return NULL;
        const Unit *answer = row + 2 + n;
        while (--number) answer += 1 + answer[0];
        return answer;
    }
}

/* What stands beside a gap, as the pattern of still_gaps.py has it: up to three letters of a word, or a span. */
static int put_beside(Unit *to, Unit side) {
    int letters = side >= LATIN_SIDE ? 0 : side < MOST_LETTERS ? (int)side : MOST_LETTERS;
    if (side >= LATIN_SIDE) *to = 0;
    for (int i = 0; i < letters; i++) to[i] = 'b';
    return side >= LATIN_SIDE ? 1 : letters;
}

/* Whether some rule may change a gap of this shape; without the tables of gaps nothing is known of the rules. */
static int may_change(const Core *core, const Shape *shape) {
    Unit all[LONGEST + 2 * MOST_LETTERS + 2];
    int n = put_beside(all, shape->key[0]);
    memcpy(all + n, shape->key + 2, sizeof(Unit) * (size_t)(shape->n - 2));
    n += shape->n - 2;
    if (!shape->key[1] && (!n || all[n - 1] != '\n')) all[n++] = '\n';
    n += put_beside(all + n, shape->key[1]);
    return !core->tables.gap_slots_n || may_match(&core->tables.gap_hint, all, n);
}

static int64_t number_of(Core *core, const Unit *g, const Shape *shape) {
    Cache *cache = &core->gaps;
    Gap gap = {.hash = hash_of(shape->key, shape->n), .key_n = (uint16_t)shape->n};
    uint32_t number, at = (uint32_t)(gap.hash >> 8) & (cache->room - 1);
    for (; (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        const Gap *known = RECORD(cache, Gap, number);
        if (known->hash == gap.hash && known->key_n == gap.key_n &&
            same(core->gap_arena.at + known->key, shape->key, shape->n))
            return number;
    }
    if (cache->used >= cache->most) { /* forgotten as a whole: no number of a gap outlives this call */
        cache_clear(cache);
        core->gap_arena.n = 0;
    }
    int64_t key = text_keep(&core->gap_arena, shape->key, shape->n);
    if (key < 0) return FAILED;
    gap.key = (uint32_t)key;
    const Unit *answer = made_in_advance(core, shape);
    if (answer) {
        int64_t out = text_keep(&core->gap_arena, answer + 1, answer[0]);
        if (out < 0) return FAILED;
        gap.out = (uint32_t)out;
        gap.out_n = (uint16_t)answer[0];
        gap.known = 1;
    } else if (!may_change(core, shape)) {
        gap.out = gap.key + 2; /* as it stands, behind the classes of its sides */
        gap.out_n = (uint16_t)(gap.key_n - 2);
        gap.known = 1;
    } else if (ask(core, g, shape, &gap) == FAILED) {
        return FAILED;
    }
    return cache_add(cache, &gap);
}

/* A digit repeated inside a word may stand for a kashida: the words beside it decide. */
static int are_repeated_digits(const Core *core, const Unit *g, int n) {
    for (int i = 0; i < n; i++)
        if (g[i] != g[0] || !digit_at(core, g, n, i)) return 0;
    return n > 1;
}

/* Append what becomes of a gap without spans to *out*: the count of units, or NOT_MINE. */
static int part_of(Core *core, int left, const Unit *g, int n, int right, uint32_t classes, Text *out) {
    Shape shape;
    if (n > 4 * LONGEST) return NOT_MINE;
    if (!shape_of(core, left, g, n, right, classes, &shape)) return NOT_MINE;
    int64_t number = number_of(core, g, &shape);
    if (number < 0) return FAILED;
    const Gap *gap = RECORD(&core->gaps, Gap, number);
    if (!gap->known) return NOT_MINE;
    if (shape.pieces || shape.wider) return fill(core, core->gap_arena.at + gap->out, gap->out_n, g, &shape, out);
    return text_add(out, core->gap_arena.at + gap->out, gap->out_n) ? FAILED : gap->out_n;
}

/* Append what becomes of the gap to *out*: the count of units, or NOT_MINE. */
int gap_of(Core *core, int left, const Unit *g, int n, int right, uint32_t classes, Text *out) {
    Py_ssize_t before = out->n;
    int at = 0, result = 0;
    if (left && right && are_repeated_digits(core, g, n)) return NOT_MINE;
    for (int i = 0; i < n; i++) {
        if (g[i] < OPAQUE) continue;
        int side = side_of(core, core->spans[g[i] - OPAQUE]);
        if (left || i > at) result = part_of(core, left, g + at, i - at, side, classes, out);
        if (result < 0) return result;
        if (text_add(out, g + i, 1)) return FAILED;
        left = side_behind(core, core->spans[g[i] - OPAQUE], side);
        at = i + 1;
    }
    if (right || n > at) result = part_of(core, left, g + at, n - at, right, classes, out);
    return result < 0 ? result : (int)(out->n - before);
}
