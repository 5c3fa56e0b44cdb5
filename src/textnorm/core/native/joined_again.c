/* Owns the lines of pieces in reverse order: cuts each into tokens and signs for kashidas, as textnorm.extracted.pieces defines
 * it, and puts the pieces in order again. */
#include "cutting.h"

enum { TANVIN_MARK = 0x64B, SMALL_HAMZA = 0x654 };
enum { ALEF = 0x627, HEH = 0x647, OPENS = 0xAB, CLOSES_AGAIN = 0xBB, ZWNJ = 0x200C, NO_SIGN = 0x7FFFFFFF, INSIDE = LETTERS | MARKS };

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

static int is_quote(Unit c) { return c == OPENS || c == CLOSES_AGAIN; }

static int is_mark_of_quotes(const Line *line, Py_ssize_t at) {
    return at < line->n && (line->s[at] == '.' || line->s[at] == ':' || line->s[at] == '!');
}

static Py_ssize_t behind_space(const Line *line, Py_ssize_t at) { return at + (at < line->n && line->s[at] == ' '); }

/* Whether a quotation mark opens behind a word or closes before one. */
static int has_turned_quotes(const Line *line) {
    for (Py_ssize_t at = 0, end; at < line->n; at++) {
        if (line->s[at] == OPENS && at && line->s[at - 1] != ' ' && at + 1 < line->n && line->s[at + 1] == ' ') return 1;
        if (line->s[at] != CLOSES_AGAIN) continue;
        for (end = at + 1; is_mark_of_quotes(line, end);) end++;
        if (kind_at(line, end) & INSIDE) return 1;
    }
    return 0;
}

/* What a line is read with: the sign that stands doubled on it, and whether quotation marks are signs. */
typedef struct {
    Unit sign;
    int quotes;
} Reading;

/* Behind a mark that was torn from its letter, and a space; *at* where there is none. */
static Py_ssize_t torn_mark_end(const Line *line, Py_ssize_t at) {
    if (!at || !(kind_at(line, at - 1) & INSIDE)) return at;
    Unit mark = line->s[at], before = line->s[at - 1];
    int torn = mark == SMALL_HAMZA ? before != HEH : mark == TANVIN_MARK && before != ALEF;
    return torn ? behind_space(line, at + 1) : at;
}

/* Behind what is a sign wherever it stands, with the spaces round it; *at* where there is none. */
static Py_ssize_t sure_end(const Line *line, Py_ssize_t at, Reading reading) {
    if (reading.quotes && is_quote(line->s[at])) {
        Py_ssize_t mark = behind_space(line, at + 1);
        return behind_space(line, is_mark_of_quotes(line, mark) ? mark + 1 : at + 1);
    }
    Py_ssize_t first = behind_space(line, at), end = first;
    while (kind_at(line, end) & CONTROLS) end++;
    if (end == first)
        while (end < line->n && line->s[end] == reading.sign) end++;
    if (end > first + 1 || (end > first && kind_at(line, first) & CONTROLS)) return behind_space(line, end);
    if ((end = torn_mark_end(line, at)) > at) return end;
    return !at || !(kind_at(line, at - 1) & INSIDE) ? marks_end(line, at) : at;
}

/* Whether the character may be a part of a sign or a mark. */
static int may_be_sign(uint32_t kind, Unit c, Reading reading) {
    if (kind & (CONTROLS | STRETCHES | MARKS) || c == reading.sign) return 1;
    return c == '1' || c == '=' || c == '<' || c == '>' || c == '_' || (reading.quotes && is_quote(c));
}

static Py_ssize_t token_end(const Line *span, Py_ssize_t at, Reading reading) {
    uint32_t kind;
    Py_ssize_t end = sure_end(span, at, reading);
    if (end == at) end = kashida_end(span, at, reading.sign);
    if (end == at)
        while (end < span->n && !((kind = kind_at(span, end)) & WHITE) &&
               (!may_be_sign(kind, span->s[end], reading) ||
                (sure_end(span, end, reading) == end && kashida_end(span, end, reading.sign) == end)))
            end++;
    return end;
}

static int is_sign(const Line *token, Reading reading) {
    return sure_end(token, 0, reading) == token->n || run_end(token, 0, reading.sign) == token->n || marks_end(token, 0) == token->n;
}

/* Cuts a span into tokens and the signs before them; more than MOST tokens are not counted. */
static void take_tokens(Cutting *c, const Line *span, Reading reading) {
    c->s = span->s, c->size = c->signs = 0;
    memset(c->sign, 0, sizeof c->sign);
    memset(c->wide, 0, sizeof c->wide);
    for (Py_ssize_t at = 0, end; at < span->n && c->size <= MOST; at = end > at ? end : at + 1) {
        end = token_end(span, at, reading);
        if (end == at) continue;
        Line token = {span->evidence, span->s + at, end - at, 0};
        if (c->size && is_sign(&token, reading)) {
            if (c->size == MOST) continue;
            int goes_on = c->sign[c->size] && c->sign_end[c->size] == at && is_quote(span->s[c->sign_start[c->size]]);
            if (!goes_on || is_quote(span->s[at])) c->sign_start[c->size] = at; /* a mark behind a quotation mark stands with it */
            c->sign[c->size] = 1, c->sign_end[c->size] = end;
        } else if (c->size++ < MOST)
            c->start[c->size - 1] = at, c->end[c->size - 1] = end;
    }
    for (int i = 1; i < c->size && i < MOST; i++) c->signs += c->sign[i];
    if (c->size < MOST) c->sign[c->size] = 0;
}

/* Cuts a span without signs and marks into its words. */
static void take_words(Cutting *c, const Line *span) {
    c->s = span->s, c->size = c->signs = 0;
    memset(c->sign, 0, sizeof c->sign);
    memset(c->wide, 0, sizeof c->wide);
    for (Py_ssize_t at = 0, end; at < span->n && c->size <= MOST; at = end + 1) {
        for (end = at; end < span->n && !(kind_at(span, end) & WHITE);) end++;
        if (end > at && c->size++ < MOST) c->start[c->size - 1] = at, c->end[c->size - 1] = end;
    }
}

/* Marks the tokens before which two spaces stand; where there are no signs, the words. */
static void mark_wide_gaps(Cutting *c, const Line *span) {
    int number = 0;
    for (Py_ssize_t at = 0; at < span->n && number < c->size; at++) {
        int begins = c->signs ? at == c->start[number] : !(kind_at(span, at) & WHITE) && (!at || kind_at(span, at - 1) & WHITE);
        if (!begins) continue;
        if (number && at > 2 - (c->signs > 0) && span->s[at - 1] == ' ' && span->s[at - 2] == ' ')
            c->wide[number] = c->signs || !(kind_at(span, at - 3) & WHITE);
        number++;
    }
}

/* Whether a sign is a quotation mark, or marks alone. */
static int is_mark(const Cutting *c, const Line *span, int at) {
    Py_ssize_t i = c->sign_start[at];
    if (is_quote(span->s[i])) return 1;
    while (i < c->sign_end[at] && (span->s[i] == ' ' || kind_at(span, i) & MARKS)) i++;
    return i == c->sign_end[at];
}

/* Whether a space parts a piece from the kashida at *at*, before or behind it. */
static int is_spaced(const Cutting *c, const Line *span, int at, int before) {
    if (at >= c->size || !c->sign[at] || is_mark(c, span, at)) return 0;
    return span->s[before ? c->sign_end[at] - 1 : c->sign_start[at]] == ' ';
}

static int put_piece(Text *to, const Cutting *c, const Line *span, int first, int last) {
    int after_sign = last < c->size && c->sign[last] && first && c->wide[first];
    if ((is_spaced(c, span, first, 1) || after_sign) && text_add(to, &(Unit){' '}, 1)) return FAILED;
    for (int i = first; i < last; i++)
        if ((i > first && text_add(to, &(Unit){' '}, 1)) || text_add(to, c->s + c->start[i], c->end[i] - c->start[i])) return FAILED;
    return is_spaced(c, span, last, 0) ? text_add(to, &(Unit){' '}, 1) : 0;
}

/* Writes a quotation mark and the marks beside it as they are written. */
static int put_quote(Text *to, const Line *span, Py_ssize_t start, Py_ssize_t end) {
    Py_ssize_t mark = start + 1;
    while (mark < end && span->s[mark] == ' ') mark++;
    int opens = span->s[start] == OPENS;
    if (mark < end && text_add(to, span->s + mark, end - mark)) return FAILED;
    if (opens && text_add(to, &(Unit){' '}, 1)) return FAILED;
    return text_add(to, span->s + start, 1) || (!opens && text_add(to, &(Unit){' '}, 1)) ? FAILED : 0;
}

/* Writes what stood between two pieces: a sign, with a space where it is a mark and has one or is torn; or else a half-space. */
static int put_between(Text *to, const Cutting *c, const Line *span, int at) {
    if (!c->sign[at]) return text_add(to, &(Unit){ZWNJ}, 1);
    Py_ssize_t start = c->sign_start[at], end = c->sign_end[at], length = end - start;
    while (start < end && span->s[start] == ' ') start++;
    while (start < end && span->s[end - 1] == ' ') end--;
    if (is_quote(span->s[start])) return put_quote(to, span, start, end);
    int torn = end - start == 1 && (span->s[start] == TANVIN_MARK || span->s[start] == SMALL_HAMZA);
    int spaced = is_mark(c, span, at) && (end - start != length || torn);
    return text_add(to, span->s + start, end - start) || (spaced && text_add(to, &(Unit){' '}, 1)) ? FAILED : 0;
}

/* Writes a right-to-left span with its pieces in order. */
static int put_span(Text *to, Cutting *c, const Line *span, Reading reading) {
    int cuts[MOST + 1] = {0}, n = 0;
    uint32_t all = 0, signs = 0;
    for (Py_ssize_t at = 0; at < span->n; at++) {
        uint32_t kind = kind_at(span, at);
        all |= kind, signs |= (uint32_t)may_be_sign(kind, span->s[at], reading);
    }
    if (all & INSIDE && !(all & HALF)) {
        if (signs) take_tokens(c, span, reading);
        else take_words(c, span);
        if (c->size >= 2 && c->size <= MOST) {
            mark_wide_gaps(c, span);
            n = find_cuts(c, cuts + 1);
        }
    }
    if (n <= 0) return n ? FAILED : text_add(to, span->s, span->n);
    Py_ssize_t first = 0, last = span->n;
    while (first < last && (kind_at(span, first) & (WHITE | CONTROLS)) == WHITE) first++;
    while (first < last && (kind_at(span, last - 1) & (WHITE | CONTROLS)) == WHITE) last--;
    if (text_add(to, span->s, first)) return FAILED;
    Py_ssize_t begin = to->n;
    if (put_piece(to, c, span, cuts[n], c->size)) return FAILED;
    if (to->n > begin && to->at[begin] == ' ') memmove(to->at + begin, to->at + begin + 1, (size_t)(--to->n - begin) * sizeof(Unit));
    for (int i = n; i > 0; i--)
        if (put_between(to, c, span, cuts[i]) || put_piece(to, c, span, cuts[i - 1], cuts[i])) return FAILED;
    while (to->n > begin && to->at[to->n - 1] == ' ') to->n--;
    return text_add(to, span->s + last, span->n - last);
}

/* Where the left-to-right span ends that begins at *at*: no kashida is a number. */
static Py_ssize_t kept_end(const Line *line, Py_ssize_t at, Unit sign) {
    uint32_t kind = kind_at(line, at);
    if (!(kind & (OF_NUMBERS | OF_LATIN))) return at;
    int in_number = at && line->s[at - 1] >= '0' && line->s[at - 1] <= '9';
    return kind & OF_NUMBERS && (in_number || kashida_end(line, at, sign) > at) ? at : open_span_end(line, at);
}

static int put_line(Text *to, Cutting *c, const Line *line) {
    Reading reading = {doubled_sign(line), has_turned_quotes(line)};
    Py_ssize_t first = 0;
    for (Py_ssize_t at = 0, end; at <= line->n; at = end > at ? end : at + 1) {
        end = at < line->n ? kept_end(line, at, reading.sign) : at;
        if (end == at && at < line->n) continue;
        Line span = {line->evidence, line->s + first, at - first, 0};
        if (put_span(to, c, &span, reading) || text_add(to, line->s + at, end - at)) return FAILED;
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
