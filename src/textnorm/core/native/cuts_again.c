/* Owns the search for the cuts of a line whose pieces stand in reverse order: textnorm.extracted.cuts says what is searched,
 * and counts the same. What is said of tokens and of pairs of them is asked of Python. */
#include "cutting.h"

enum { COST = 32, HALVED = 44, DANGLING = 40, WIDE_GAP = 30, OF_HALVES = 5, NO_WAY = -1, SHORT_PAIR = 48 };
/* what is told of a token as the left one and as the right one of two: what it is, then what cuts.py says */
enum { KINDS = 7, IS_PREFIX = 1 << 3, LEFT_CLASS = 4, MAY_BEGIN = 1 << 3, IS_SUFFIX = 1 << 4, RIGHT_CLASS = 5 };

static int add_token(Cutting *c, int token) {
    return text_add(&c->pair, c->s + c->start[token], c->end[token] - c->start[token]);
}

static Unit *copied(Unit *to, const Cutting *c, int token) {
    for (Py_ssize_t i = c->start[token]; i < c->end[token]; i++) *to++ = c->s[i];
    return to;
}

/* What Python says of two tokens, which are asked for as one text, with the end of a line between them; the right one may go
   on with another. */
static int ask_pair(Cutting *c, int question, int left, int right, int more) {
    Unit both[SHORT_PAIR + 1], *end = both;
    if (more < 0 && c->end[left] - c->start[left] + c->end[right] - c->start[right] <= SHORT_PAIR) {
        end = copied(end, c, left), *end++ = '\n', end = copied(end, c, right);
        return answer_of(c->evidence, question, both, end - both);
    }
    c->pair.n = 0;
    if (add_token(c, left) || text_add(&c->pair, &(Unit){'\n'}, 1) || add_token(c, right)) return FAILED;
    if (more >= 0 && add_token(c, more)) return FAILED;
    return answer_of(c->evidence, question, c->pair.at, c->pair.n);
}

/* The cuts of a way, from the first one on; how many. */
static int cuts_of_way(const Cutting *c, int end, int start, int *cuts) {
    int n = 0;
    for (int at = start, of = end; at > 0; n++) {
        int before = c->ways[of][at].before;
        of = at, at = before;
    }
    for (int at = start, of = end, i = n; at > 0;) {
        int before = c->ways[of][at].before;
        cuts[--i] = at;
        of = at, at = before;
    }
    return n;
}

/* Whether a way to *end* cuts earlier than another that is worth the same. */
static int is_earlier(const Cutting *c, int end, int start, int other) {
    int a[MOST], b[MOST], a_n = cuts_of_way(c, end, start, a), b_n = cuts_of_way(c, end, other, b);
    for (int i = 0; i < a_n && i < b_n; i++)
        if (a[i] != b[i]) return a[i] < b[i];
    return a_n > b_n;
}

/* What tokens say of themselves and beside their neighbours. */
static int weigh_tokens(Cutting *c) {
    for (int i = 0; i < c->size; i++) {
        const Unit *w = c->s + c->start[i];
        c->left[i] = answer_of(c->evidence, AS_LEFT, w, c->end[i] - c->start[i]);
        c->right[i] = answer_of(c->evidence, AS_RIGHT, w, c->end[i] - c->start[i]);
        if (c->left[i] < 0 || c->right[i] < 0) return FAILED;
    }
    c->sums[0] = 0;
    for (int i = 1; i < c->size; i++) {
        int dangling = c->left[i - 1] & IS_PREFIX || c->right[i] & IS_SUFFIX;
        int pair = (signed char)c->weights[(c->left[i - 1] >> LEFT_CLASS) * c->classes + (c->right[i] >> RIGHT_CLASS)] * OF_HALVES;
        c->sums[i] = c->sums[i - 1] + (c->sign[i] ? 0 : dangling ? -DANGLING : pair);
    }
    return 0;
}

static int begins(const Cutting *c, int at) { return !at || c->sign[at] || c->wide[at] || c->right[at] & MAY_BEGIN; }

/* How many joints there are, which are asked for. */
static int ask_joints(Cutting *c) {
    int found = 0;
    for (int start = 0; start < c->size; start++) {
        memset(c->joint[start], 0, sizeof(c->joint[start][0]) * (size_t)(c->size + 1));
        for (int end = start + 2; begins(c, start) && end <= c->size; end++) {
            if (!(c->left[end - 1] & c->right[start] & KINDS)) continue;
            int weight = ask_pair(c, JOINT, end - 1, start, -1);
            if (weight < 0) return FAILED;
            c->joint[start][end] = (int16_t)weight;
            found += weight > 0;
        }
    }
    return found;
}

/* What is said for a piece that begins at *middle*, ends at *end* and joins the one before it, though one of both words goes on
   beyond a sign: the first word of that piece, or the last one of this. */
static int half_joint(Cutting *c, int start, int middle, int end) {
    int sure = 0;
    if (c->sign[start] && middle == start + 1) sure = ask_pair(c, JOINT, end - 1, start, c->ways[middle][start].before);
    if (sure >= HALVED || sure < 0 || !c->sign[end] || end != middle + 1 || !(c->right[start] & IS_SUFFIX)) return sure;
    int piece = answer_of(c->evidence, PIECE, c->s + c->start[middle], c->end[middle] - c->start[middle]);
    return piece > 0 ? HALVED : piece < 0 ? FAILED : sure;
}

/* Goes on from the ways that end at *middle*, up to the sign behind it. */
static int go_on(Cutting *c, int middle) {
    int last = middle + 1;
    while (last < c->size && !c->sign[last]) last++;
    for (int start = 0; start < middle; start++) {
        if (c->ways[middle][start].before == NO_WAY) continue;
        for (int end = begins(c, middle) ? middle + 1 : last; end <= last; end++) {
            int sure = c->sign[middle] ? ask_pair(c, KASHIDA, end - 1, start, -1) : c->joint[start][end];
            int half = c->sign[middle] ? 0 : half_joint(c, start, middle, end);
            if (sure < 0 || half < 0) return FAILED;
            if (half > sure) sure = half;
            if (!sure) continue;
            int value = c->ways[middle][start].value + sure - COST + c->sums[end - 1] - c->sums[middle] + (c->wide[middle] ? WIDE_GAP : 0);
            Way *known = &c->ways[end][middle];
            if (known->before == NO_WAY || value > known->value || (value == known->value && is_earlier(c, middle, start, known->before)))
                *known = (Way){value, start};
        }
    }
    return 0;
}

/* The start of the last piece of the best way, NO_WAY where there is none. */
static int best_start(const Cutting *c) {
    int best = NO_WAY, most = 0;
    for (int start = 0; start < c->size; start++) {
        const Way *way = &c->ways[c->size][start];
        int value = way->value - (c->right[start] & IS_SUFFIX ? DANGLING : 0);
        if (way->before == NO_WAY) continue;
        if (best == NO_WAY || value > most || (value == most && is_earlier(c, c->size, start, best))) best = start, most = value;
    }
    return best;
}

int find_cuts(Cutting *c, int *cuts) {
    int joints = weigh_tokens(c) ? FAILED : ask_joints(c), best;
    if (joints == FAILED || (!joints && !c->signs)) return joints;
    for (int end = 0; end <= c->size; end++)
        for (int start = 0; start < c->size; start++) c->ways[end][start] = (Way){0, NO_WAY};
    for (int end = 1; end <= c->size; end++) {
        c->ways[end][0] = (Way){c->sums[end - 1], 0};
        if (c->sign[end]) break;
    }
    for (int middle = 1; middle < c->size; middle++)
        if (go_on(c, middle)) return FAILED;
    return (best = best_start(c)) >= 0 ? cuts_of_way(c, c->size, best, cuts) : 0;
}
