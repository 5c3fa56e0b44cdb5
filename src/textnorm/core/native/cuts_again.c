/* Owns the search for the cuts of a line whose pieces stand in reverse order: textnorm.extracted.cuts says what is searched,
 * and counts the same. What is said of tokens and of pairs of them is asked of Python. */
#include "extracted.h"

enum { MOST = 80, COST = 32, DANGLING = 40, WIDE_GAP = 30, OF_HALVES = 5, NO_WAY = -1 };
/* what is told of a token as the left one and as the right one of two: what it is, then what cuts.py says */
enum { KINDS = 7, IS_PREFIX = 1 << 3, LEFT_CLASS = 4, MAY_BEGIN = 1 << 3, IS_SUFFIX = 1 << 4, RIGHT_CLASS = 5 };

typedef struct {
    int value, before; /* what it is worth; where the piece before the last one begins, NO_WAY where there is no way */
} Way;

typedef struct {
    Evidence *evidence;
    Text units, pair;
    Py_ssize_t token[MOST + 1];    /* where each token begins in `units` */
    int size, signs_n;
    int left[MOST], right[MOST], sums[MOST + 1];
    uint8_t sign[MOST + 1], wide[MOST + 1];
    int16_t joint[MOST][MOST + 1]; /* what is said for a piece that ends there and joins the piece that begins there */
    Way ways[MOST + 1][MOST];      /* by the end of the last piece, and by where it begins */
} Cutting;

/* What Python says of two tokens, which are asked for as one text, with the end of a line between them. */
static int ask_pair(Cutting *c, int question, int left, int right) {
    c->pair.n = 0;
    if (text_add(&c->pair, c->units.at + c->token[left], c->token[left + 1] - c->token[left]) || text_add(&c->pair, &(Unit){'\n'}, 1) ||
        text_add(&c->pair, c->units.at + c->token[right], c->token[right + 1] - c->token[right]))
        return FAILED;
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
static int weigh_tokens(Cutting *c, const char *weights, Py_ssize_t classes) {
    for (int i = 0; i < c->size; i++) {
        const Unit *w = c->units.at + c->token[i];
        c->left[i] = answer_of(c->evidence, AS_LEFT, w, c->token[i + 1] - c->token[i]);
        c->right[i] = answer_of(c->evidence, AS_RIGHT, w, c->token[i + 1] - c->token[i]);
        if (c->left[i] < 0 || c->right[i] < 0) return FAILED;
    }
    for (int i = 1; i < c->size; i++) {
        int dangling = c->left[i - 1] & IS_PREFIX || c->right[i] & IS_SUFFIX;
        int pair = (signed char)weights[(c->left[i - 1] >> LEFT_CLASS) * classes + (c->right[i] >> RIGHT_CLASS)] * OF_HALVES;
        c->sums[i] = c->sums[i - 1] + (c->sign[i] ? 0 : dangling ? -DANGLING : pair);
    }
    return 0;
}

static int begins(const Cutting *c, int at) { return !at || c->sign[at] || c->wide[at] || c->right[at] & MAY_BEGIN; }

/* How many joints there are, which are asked for. */
static int ask_joints(Cutting *c) {
    int found = 0;
    for (int start = 0; start < c->size; start++) {
        for (int end = start + 2; begins(c, start) && end <= c->size; end++) {
            if (!(c->left[end - 1] & c->right[start] & KINDS)) continue;
            int weight = ask_pair(c, JOINT, end - 1, start);
            if (weight < 0) return FAILED;
            c->joint[start][end] = (int16_t)weight;
            found += weight > 0;
        }
    }
    return found;
}

/* Goes on from the ways that end at *middle*, up to the sign behind it. */
static int go_on(Cutting *c, int middle) {
    int last = middle + 1;
    while (last < c->size && !c->sign[last]) last++;
    for (int start = 0; start < middle; start++) {
        if (c->ways[middle][start].before == NO_WAY) continue;
        for (int end = begins(c, middle) ? middle + 1 : c->size; end <= last; end++) {
            int sure = c->sign[middle] ? ask_pair(c, KASHIDA, end - 1, start) : c->joint[start][end];
            if (sure < 0) return FAILED;
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

static PyObject *cut(Cutting *c, const char *weights, Py_ssize_t classes) {
    int cuts[MOST], n = 0, joints = weigh_tokens(c, weights, classes) ? FAILED : ask_joints(c), best;
    if (joints == FAILED) return NULL;
    if (joints || c->signs_n) {
        for (int end = 0; end <= c->size; end++)
            for (int start = 0; start < c->size; start++) c->ways[end][start] = (Way){0, NO_WAY};
        for (int end = 1; end <= c->size; end++) {
            c->ways[end][0] = (Way){c->sums[end - 1], 0};
            if (c->sign[end]) break;
        }
        for (int middle = 1; middle < c->size; middle++)
            if (go_on(c, middle)) return NULL;
        if ((best = best_start(c)) >= 0) n = cuts_of_way(c, c->size, best, cuts);
    }
    PyObject *found = PyList_New(0);
    for (int i = 0; found && i < n; i++)
        if (keep(found, PyLong_FromLong(cuts[i]))) Py_CLEAR(found);
    return found;
}

/* Marks the places of a list, and counts them. */
static int mark(PyObject *places, uint8_t *marked, int size) {
    int n = 0;
    for (Py_ssize_t i = 0; i < PyList_Size(places); i++) {
        long at = PyLong_AsLong(PyList_GetItem(places, i));
        if (at > 0 && at < size) marked[at] = 1, n++;
    }
    return n;
}

static int take_tokens(Cutting *c, PyObject *tokens) {
    for (int i = 0; i < c->size; i++) {
        PyObject *token = PyList_GetItem(tokens, i);
        Py_ssize_t n = token ? PyUnicode_GetLength(token) : -1;
        if (n < 0 || text_room(&c->units, n) || from_str(token, c->units.at + c->units.n, n) < 0) return FAILED;
        c->units.n += n;
        c->token[i + 1] = c->units.n;
    }
    return 0;
}

/* cuts(tokens, signs, wide, weights, classes) -> where to cut */
PyObject *cuts_again(PyObject *self, PyObject *arguments) {
    PyObject *tokens, *signs, *wide;
    const char *weights;
    Py_ssize_t n, classes;
    if (!PyArg_ParseTuple(arguments, "O!O!O!y#n", &PyList_Type, &tokens, &PyList_Type, &signs, &PyList_Type, &wide, &weights, &n, &classes))
        return NULL;
    Py_ssize_t size = PyList_Size(tokens);
    Cutting *c = size > MOST || n != classes * classes ? NULL : PyMem_Calloc(1, sizeof *c);
    if (!c) {
        PyErr_SetString(PyExc_ValueError, "at most 80 tokens are cut, and a square of weights is wanted");
        return NULL;
    }
    c->evidence = (Evidence *)self;
    c->size = (int)size;
    c->signs_n = mark(signs, c->sign, c->size);
    mark(wide, c->wide, c->size);
    PyObject *found = take_tokens(c, tokens) ? NULL : cut(c, weights, classes);
    PyMem_Free(c->units.at);
    PyMem_Free(c->pair.at);
    PyMem_Free(c);
    return found;
}
