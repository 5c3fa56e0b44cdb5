/* Owns the lines of pieces in reverse order: cuts each into tokens and signs for kashidas, as textnorm.extracted.pieces defines
 * it, and puts the pieces in order again. */
#include "cutting.h"

enum { TANVIN_MARK = 0x64B, SMALL_HAMZA = 0x654, ZWNJ = 0x200C, NO_SIGN = 0x7FFFFFFF, INSIDE = LETTERS | MARKS };

/* Behind a run of one sign that may stand for a kashida; *at* where there is none. */
static Py_ssize_t run_end(const Line *line, Py_ssize_t at, Unit sign) {
    uint32_t kind = kind_at(line, at);
    if (kind & CONTROLS) {
        while (kind_at(line, at) & CONTROLS) at++;
        return at;
    }
    Unit c = at < line->n ? line->s[at] : '\n';
    if (c != sign && !(kind & STRETCHES) && c != '1' && c != '=' && c != '<' && c != '>' && c != '_') return at;
    while (at < line->n && line->s[at] == c) at++;
    return at;
}

/* The same between two letters. */
static Py_ssize_t kashida_end(const Line *line, Py_ssize_t at, Unit sign) {
    if (!at || !(kind_at(line, at - 1) & INSIDE)) return at;
    Py_ssize_t end = run_end(line, at, sign);
    return kind_at(line, end) & INSIDE ? end : at;
}

/* Behind marks and one space on either side of them; *at* where there are none. */
static Py_ssize_t marks_end(const Line *line, Py_ssize_t at) {
    Py_ssize_t first = at + (at < line->n && line->s[at] == ' '), end = first;
    while (kind_at(line, end) & MARKS) end++;
    return end == first ? at : end + (end < line->n && line->s[end] == ' ');
}

/* The sign that stands doubled between letters of the line, first of all. */
static Unit doubled_sign(const Line *line) {
    for (Py_ssize_t at = 1, end; at < line->n; at++) {
        Unit c = line->s[at];
        if (c < '!' || c > '~' || !(kind_at(line, at - 1) & INSIDE)) continue;
        for (end = at + 1; end < line->n && line->s[end] == c;) end++;
        if (end > at + 1 && kind_at(line, end) & INSIDE) return c;
    }
    return NO_SIGN;
}

static Py_ssize_t token_end(const Line *span, Py_ssize_t at, Unit sign) {
    Py_ssize_t end = !at || !(kind_at(span, at - 1) & INSIDE) ? marks_end(span, at) : at;
    if (end == at) end = kashida_end(span, at, sign);
    if (end == at)
        while (end < span->n && !(kind_at(span, end) & WHITE) && kashida_end(span, end, sign) == end) end++;
    return end;
}

/* Cuts a span into tokens and the signs before them; more than MOST tokens are not counted. */
static void take_tokens(Cutting *c, const Line *span, Unit sign) {
    c->s = span->s, c->size = c->signs = 0;
    memset(c->sign, 0, sizeof c->sign);
    memset(c->wide, 0, sizeof c->wide);
    for (Py_ssize_t at = 0, end; at < span->n && c->size <= MOST; at = end > at ? end : at + 1) {
        end = token_end(span, at, sign);
        if (end == at) continue;
        Line token = {span->evidence, span->s, end, 0};
        if (c->size && (marks_end(&token, at) == end || run_end(&token, at, sign) == end)) {
            if (c->size == MOST) continue;
            c->sign[c->size] = 1, c->sign_start[c->size] = at, c->sign_end[c->size] = end;
        } else if (c->size++ < MOST)
            c->start[c->size - 1] = at, c->end[c->size - 1] = end;
    }
    for (int i = 1; i < c->size && i < MOST; i++) c->signs += c->sign[i];
    if (c->size < MOST) c->sign[c->size] = 0;
}

/* A sign without the spaces round it. */
static void strip(const Line *span, Py_ssize_t *start, Py_ssize_t *end) {
    while (*start < *end && kind_at(span, *start) & WHITE) ++*start;
    while (*start < *end && kind_at(span, *end - 1) & WHITE) --*end;
}

static int is_torn_mark(Unit c) { return c == TANVIN_MARK || c == SMALL_HAMZA; }

/* Whether the signs of a span are marks, which readers tear from their letters. */
static int are_torn_marks(const Cutting *c, const Line *span) {
    for (int i = 1; i < c->size; i++) {
        Py_ssize_t start = c->sign_start[i], end = c->sign_end[i];
        if (!c->sign[i]) continue;
        strip(span, &start, &end);
        if (end - start != 1 || !is_torn_mark(span->s[start])) return 0;
    }
    return 1;
}

/* Marks the tokens before which two spaces stand; where there are no signs, the words. */
static void mark_wide_gaps(Cutting *c, const Line *span) {
    if (c->signs && !are_torn_marks(c, span)) return;
    int number = 0;
    for (Py_ssize_t at = 0; at < span->n && number < c->size; at++) {
        int begins = c->signs ? at == c->start[number] : !(kind_at(span, at) & WHITE) && (!at || kind_at(span, at - 1) & WHITE);
        if (!begins) continue;
        if (at > 2 - (c->signs > 0) && span->s[at - 1] == ' ' && span->s[at - 2] == ' ')
            c->wide[number] = c->signs || !(kind_at(span, at - 3) & WHITE);
        number++;
    }
}

static int put_piece(Text *to, const Cutting *c, int first, int last) {
    for (int i = first; i < last; i++)
        if ((i > first && text_add(to, &(Unit){' '}, 1)) || text_add(to, c->s + c->start[i], c->end[i] - c->start[i])) return FAILED;
    return 0;
}

/* Writes what stood between two pieces: a sign, with a space where it has one or is a mark, or else a half-space. */
static int put_between(Text *to, const Cutting *c, const Line *span, int at) {
    if (!c->sign[at]) return text_add(to, &(Unit){ZWNJ}, 1);
    Py_ssize_t start = c->sign_start[at], end = c->sign_end[at], length = end - start;
    int spaced = is_torn_mark(span->s[start]);
    strip(span, &start, &end);
    spaced |= end - start != length;
    return text_add(to, span->s + start, end - start) || (spaced && text_add(to, &(Unit){' '}, 1)) ? FAILED : 0;
}

/* Writes a right-to-left span with its pieces in order. */
static int put_span(Text *to, Cutting *c, const Line *span, Unit sign) {
    int cuts[MOST + 1] = {0}, n = 0;
    uint32_t all = 0;
    for (Py_ssize_t at = 0; at < span->n; at++) all |= kind_at(span, at);
    if (all & INSIDE && !(all & HALF)) {
        take_tokens(c, span, sign);
        if (c->size >= 2 && c->size <= MOST) {
            mark_wide_gaps(c, span);
            n = find_cuts(c, cuts + 1);
        }
    }
    if (n <= 0) return n ? FAILED : text_add(to, span->s, span->n);
    Py_ssize_t first = 0, last = span->n;
    strip(span, &first, &last);
    if (text_add(to, span->s, first) || put_piece(to, c, cuts[n], c->size)) return FAILED;
    for (int i = n; i > 0; i--)
        if (put_between(to, c, span, cuts[i]) || put_piece(to, c, cuts[i - 1], cuts[i])) return FAILED;
    return text_add(to, span->s + last, span->n - last);
}

/* Where the left-to-right span ends that begins at *at*: no kashida is a number. */
static Py_ssize_t kept_end(const Line *line, Py_ssize_t at, Unit sign) {
    uint32_t kind = kind_at(line, at);
    int in_number = at && line->s[at - 1] >= '0' && line->s[at - 1] <= '9';
    return kind & OF_NUMBERS && (in_number || kashida_end(line, at, sign) > at) ? at : open_span_end(line, at);
}

static int put_line(Text *to, Cutting *c, const Line *line) {
    Unit sign = doubled_sign(line);
    Py_ssize_t first = 0;
    for (Py_ssize_t at = 0, end; at <= line->n; at = end > at ? end : at + 1) {
        end = at < line->n ? kept_end(line, at, sign) : at;
        if (end == at && at < line->n) continue;
        Line span = {line->evidence, line->s + first, at - first, 0};
        if (put_span(to, c, &span, sign) || text_add(to, line->s + at, end - at)) return FAILED;
        first = end;
    }
    return text_add(to, &(Unit){'\n'}, 1);
}

/* joined(text, weights, classes) -> the text with the pieces of each of its lines in order; None where it holds characters of
   which no class is known */
PyObject *joined_again(PyObject *self, PyObject *arguments) {
    PyObject *text, *found = NULL;
    const char *weights;
    Py_ssize_t n, size, classes, known = 0;
    if (!PyArg_ParseTuple(arguments, "Uy#n", &text, &weights, &size, &classes)) return NULL;
    Unit *s = units_of(text, &n);
    Cutting *c = s ? PyMem_Malloc(sizeof *c) : NULL;
    Text to = {0};
    int failed = !c || size != classes * classes;
    if (!failed) {
        c->evidence = (Evidence *)self, c->weights = weights, c->classes = classes;
        c->pair = (Text){0};
        while (known < n && s[known] < BMP) known++;
    }
    for (Py_ssize_t at = 0, end; !failed && known == n && at < n; at = end + 1) {
        for (end = at; s[end] != '\n';) end++;
        Line line = {c->evidence, s + at, end - at, 0};
        failed = put_line(&to, c, &line);
    }
    if (!failed) found = known == n ? to_str(to.at, to.n - 1) : Py_NewRef(Py_None);
    else if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "a square of weights is wanted");
    if (c) PyMem_Free(c->pair.at);
    PyMem_Free(c);
    PyMem_Free(s);
    PyMem_Free(to.at);
    return found;
}
