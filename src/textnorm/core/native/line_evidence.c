/* Owns what the words, the shapes and the edges of the lines of an extracted text say: see textnorm.extracted.word_evidence. */
#include "extracted.h"

enum { SHORTEST_ODD = 4, LONGEST_PIECE = 20 };
enum { TURNED = -2 * EIGHTHS }; /* what a word says at the most that is known backwards only */

typedef struct {
    long logical, visual; /* in eighths */
    int turned;
} Direction;

/* What the words of one line say for logical and for visual order. */
static int direction(Evidence *evidence, const Unit *s, Py_ssize_t n, Direction *found) {
    for (Py_ssize_t at = 0, end; at < n; at = end + 1) {
        for (end = at; end < n && end - at < LONGEST && kind_of(evidence, s[end]) & (LETTERS | MARKS | STRETCHES);) end++;
        if (end - at < SHORTEST) continue;
        int answer = answer_of(evidence, DIRECTION, s + at, end - at), weight = answer - ZERO;
        if (answer < 0) return FAILED;
        *(weight < 0 ? &found->visual : &found->logical) += weight < 0 ? -weight : weight;
        found->turned += weight <= TURNED;
        if (end - at == LONGEST) end--; /* the word goes on */
    }
    return 0;
}

/* What the shapes of one line say, in the place of its words: each that cannot stand where it does, in either order. */
static void by_shapes(const Evidence *evidence, const Unit *s, Py_ssize_t n, Direction *found) {
    found->logical = found->visual = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        uint32_t kind = kind_of(evidence, s[i]);
        if (!(kind & (TO_NEXT | TO_LAST))) continue;
        int begins = !i || !(kind_of(evidence, s[i - 1]) & IN_SHAPES), ends = i + 1 == n || !(kind_of(evidence, s[i + 1]) & IN_SHAPES);
        found->visual += 2 * EIGHTHS * ((begins && kind & TO_LAST) || (ends && kind & TO_NEXT));
        found->logical += 2 * EIGHTHS * ((begins && kind & TO_NEXT) || (ends && kind & TO_LAST));
    }
}

/* Where the line ends that begins at *at*; the classes of all its characters. */
static Py_ssize_t line_end(const Evidence *evidence, const Unit *s, Py_ssize_t n, Py_ssize_t at, uint32_t *all) {
    uint32_t kind;
    for (*all = 0; at < n && !((kind = kind_of(evidence, s[at])) & LINE_END); at++) *all |= kind;
    return at;
}

/* spans(text) -> where each line with letters begins and ends */
PyObject *spans_of(PyObject *self, PyObject *text) {
    Py_ssize_t n;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL;
    for (Py_ssize_t at = 0, end; found && at < n; at = end + 1) {
        uint32_t all;
        end = line_end((const Evidence *)self, s, n, at, &all);
        if (all & LETTERS && keep(found, Py_BuildValue("nn", at, end))) Py_CLEAR(found);
    }
    PyMem_Free(s);
    return found;
}

/* lines(text) -> of each line with letters: where it begins and ends, what it says for logical and for visual order, and how
   many of its words are known backwards only */
PyObject *lines_of(PyObject *self, PyObject *text) {
    Evidence *evidence = (Evidence *)self;
    Py_ssize_t n;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL;
    for (Py_ssize_t at = 0, end; found && at < n; at = end + 1) {
        uint32_t all;
        end = line_end(evidence, s, n, at, &all);
        if (!(all & LETTERS)) continue;
        Direction of = {0, 0, 0};
        int failed = direction(evidence, s + at, end - at, &of);
        if (all & SHAPE) by_shapes(evidence, s + at, end - at, &of);
        if (failed || keep(found, Py_BuildValue("nnddi", at, end, (double)of.logical / EIGHTHS, (double)of.visual / EIGHTHS, of.turned)))
            Py_CLEAR(found);
    }
    PyMem_Free(s);
    return found;
}

/* Where the next word of a line ends that stands in some class; *at is put where it begins. n where there is none. */
static Py_ssize_t next_word(const Evidence *evidence, const Unit *s, Py_ssize_t n, Py_ssize_t *at) {
    Py_ssize_t start = *at;
    while (start < n && !(kind_of(evidence, s[start]) & (LETTERS | OTHER))) start++;
    *at = start;
    uint32_t within = start < n && kind_of(evidence, s[start]) & LETTERS ? LETTERS | MARKS | STRETCHES : OTHER;
    while (start < n && kind_of(evidence, s[start]) & within) start++;
    return start;
}

/* what the edges of a line say, and what stands in it: bits, as word_evidence.py gives them */
enum { IS_LATE = 1, IS_EARLY = 2, IS_GLUED = 4, IS_MIXED = 8 };

static int begins_early(const Evidence *evidence, const Unit *s, Py_ssize_t n) {
    Py_ssize_t i = 0;
    while (i < n && kind_of(evidence, s[i]) & WHITE) i++;
    return i + 1 < n && kind_of(evidence, s[i]) & BEGINS_EARLY && kind_of(evidence, s[i + 1]) & (WHITE | ANY_LETTER);
}

static int ends_late(const Evidence *evidence, const Unit *s, Py_ssize_t n) {
    while (n && kind_of(evidence, s[n - 1]) & WHITE) n--;
    if (n < 2 || !(kind_of(evidence, s[n - 1]) & ENDS_LATE)) return 0;
    uint32_t before = kind_of(evidence, s[n - 2]);
    return (before & ALNUM) != 0 || (before & CLOSES && n > 2 && kind_of(evidence, s[n - 3]) & ALNUM);
}

/* The same of the line that begins at *s*, and where it ends. */
static int edges_of(const Evidence *evidence, const Unit *s, Py_ssize_t *end) {
    uint32_t last = 0, all = 0, glued = 0; /* glued: its first bit, that of letters */
    Py_ssize_t n = 0;
    for (; s[n] != '\n'; n++) {
        uint32_t kind = kind_of(evidence, s[n]);
        all |= kind;
        glued |= (last & kind / OTHER) | (last / ASCII_LETTER & kind);
        last = kind;
    }
    *end = n;
    int found = ends_late(evidence, s, n) * IS_LATE | begins_early(evidence, s, n) * IS_EARLY;
    return found | (all & (OF_LATIN | OF_NUMBERS) ? IS_MIXED : 0) | (glued & LETTERS ? IS_GLUED : 0);
}

/* orders(text, weights, classes) -> for each line the sum of the weights of its neighbours and what its edges say, and of all
   lines: their sum, and how many end as sentences, begin early, are loose, are mixed. The edge is class 0. */
PyObject *orders_of(PyObject *self, PyObject *arguments) {
    Evidence *evidence = (Evidence *)self;
    PyObject *text;
    const char *weights;
    Py_ssize_t n, size, classes;
    if (!PyArg_ParseTuple(arguments, "Uy#n", &text, &weights, &size, &classes)) return NULL;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL;
    long all = 0;
    int late = 0, early = 0, loose = 0, mixed = 0;
    for (Py_ssize_t at = 0, end, line; found && at < n; at = line + 1) {
        long sum = 0;
        int last = 0;
        int edges = edges_of(evidence, s + at, &line);
        line += at;
        for (; (end = next_word(evidence, s, line, &at)) > at; at = end) {
            int next = answer_of(evidence, CLASS, s + at, end - at);
            if (next < 0 || next >= classes || size < classes * classes) break;
            sum += (signed char)weights[last * classes + next];
            last = next;
        }
        all += sum += (signed char)weights[last * classes];
        late += (edges & IS_LATE) != 0, early += (edges & IS_EARLY) != 0, mixed += (edges & IS_MIXED) != 0;
        loose += (edges & (IS_EARLY | IS_GLUED)) != 0;
        if (end > at || keep(found, Py_BuildValue("di", (double)sum / 2, edges))) Py_CLEAR(found);
    }
    PyMem_Free(s);
    return found ? Py_BuildValue("Ndiiii", found, (double)all / 2, late, early, loose, mixed) : NULL;
}

/* pieces(text) -> (start, end, end of the next) of words that a space parts, of which one at least is no word; and (start, end) of
   words of letters alone that are none, or too long for a piece of one */
PyObject *pieces_of(PyObject *self, PyObject *text) {
    Evidence *evidence = (Evidence *)self;
    Py_ssize_t n, last = -1, last_end = -1;
    Unit *s = units_of(text, &n);
    PyObject *found = s ? PyList_New(0) : NULL, *odd = found ? PyList_New(0) : NULL;
    int last_is = 0, failed = !odd;
    for (Py_ssize_t at = 0, end; !failed && at < n; at = end + 1) {
        uint32_t all = 0, kind;
        for (end = at; (kind = kind_of(evidence, s[end])) & OF_PIECES; end++) all |= kind;
        if (end == at) continue;
        int is_piece = answer_of(evidence, PIECE, s + at, end - at);
        int beside = last >= 0 && at == last_end + 1 && s[last_end] == ' ';
        failed = is_piece < 0 || (beside && (is_piece || last_is) && keep(found, Py_BuildValue("nnn", last, last_end, end)));
        if (!failed && !(all & (MARKS | HALF)) && end - at >= SHORTEST_ODD && (is_piece || end - at > LONGEST_PIECE))
            failed = keep(odd, Py_BuildValue("nn", at, end));
        last = at, last_end = end, last_is = is_piece;
    }
    PyMem_Free(s);
    if (!failed) return Py_BuildValue("NN", found, odd);
    Py_XDECREF(found);
    Py_XDECREF(odd);
    return NULL;
}
