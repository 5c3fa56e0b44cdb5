/* Owns the lines that are turned round, as textnorm.ruleset.extracted.order defines it, and the letters that shaped forms show.
 *
 * A line is cut into left-to-right spans, which keep their order, and units of the rest; all of them are written from the end
 * of the line to its start. So a line keeps its length.
 */
#include "extracted.h"

enum { LETTER_UNIT, WORD_UNIT, JOINED_UNIT, SPAN_UNIT, BLOCK_UNIT }; /* in the order of UNITS in word_evidence.py */
enum { OPENS_QUOTE = 0xAB, CLOSES_QUOTE = 0xBB, BRACKETS = 5, FIRST_FORM = 0xFB50, FORMS = 0xFF00 - FIRST_FORM };

static const Unit pairs[BRACKETS][2] = {{'(', ')'}, {'[', ']'}, {'{', '}'}, {OPENS_QUOTE, CLOSES_QUOTE}, {0x2039, 0x203A}};

static Py_ssize_t digits_end(const Line *line, Py_ssize_t at) {
    while (kind_at(line, at) & OF_NUMBERS) at++;
    return at;
}

/* Whether a date of ISO 8601 stands there. */
static int is_date(const Line *line, Py_ssize_t at) {
    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? at + i >= line->n || line->s[at + i] != '-' : !(kind_at(line, at + i) & OF_NUMBERS)) return 0;
    return !(kind_at(line, at + 10) & OF_NUMBERS);
}

static Py_ssize_t number_end(const Line *line, Py_ssize_t at) {
    if (is_date(line, at)) return at + 10;
    at = digits_end(line, at);
    while (kind_at(line, at) & PARTS_NUMBERS && kind_at(line, at + 1) & OF_NUMBERS) at = digits_end(line, at + 1);
    return at;
}

/* Behind the bracket that closes what was opened between Latin words of the span; or where the span ends. */
static Py_ssize_t closed_end(const Line *line, Py_ssize_t start, Py_ssize_t end) {
    for (int each = 0; end < line->n && each < BRACKETS; each++) {
        if (line->s[end] != pairs[each][1]) continue;
        int latin = 0;
        for (Py_ssize_t at = end - 1; at > start; at--) {
            latin |= (kind_at(line, at) & OF_LATIN) != 0;
            if (line->s[at] == pairs[each][0]) return end + latin;
        }
    }
    return end;
}

Py_ssize_t open_span_end(const Line *line, Py_ssize_t at) {
    uint32_t kind = kind_at(line, at);
    Py_ssize_t end = kind & OF_NUMBERS ? number_end(line, at) : at;
    if (!(kind_at(line, end) & OF_LATIN)) return end;
    end++;
    for (Py_ssize_t next = end; next < line->n && !((kind = kind_at(line, next)) & (LETTERS | MARKS)); next++)
        if (kind & (OF_LATIN | OF_NUMBERS)) end = next + 1;
    return end;
}

/* Where the left-to-right span ends that begins at *at*; *at* itself where none does. */
static Py_ssize_t span_end(const Line *line, Py_ssize_t at) {
    Py_ssize_t end = open_span_end(line, at);
    return end > at ? closed_end(line, at, end) : at;
}

static int is_sign_of(Unit c, const char *signs) { return c < 0x80 && c && strchr(signs, (int)c) != NULL; }

/* Where a right-to-left span ends that may begin at *at* between *first* and *last*; *at* where none does. */
static Py_ssize_t unit_of_spans(const Line *line, Py_ssize_t first, Py_ssize_t at, Py_ssize_t last) {
    Py_ssize_t start = at, end = at;
    int closes = at + 1 < last && is_sign_of(line->s[at], ")]}") && kind_at(line, at + 1) & NARROW;
    if (closes || at == first || !(kind_at(line, at - 1) & NARROW || is_sign_of(line->s[at - 1], "([{")))
        for (start += closes; start < last && kind_at(line, start) & NARROW;) start++;
    if (start < last && line->s[start] == OPENS_QUOTE) {
        Py_ssize_t close = start + 1;
        while (close < last && line->s[close] != OPENS_QUOTE && line->s[close] != CLOSES_QUOTE) close++;
        start += close < last && line->s[close] == CLOSES_QUOTE;
    }
    if (start >= last || !(kind_at(line, start) & STRONG)) return at;
    for (Py_ssize_t next = start; next < last; next++)
        if (kind_at(line, next) & STRONG) end = next + 1;
    return end + (end < last && kind_at(line, end) & ENDS_SPANS ? 1 : 0);
}

/* Where the unit ends that begins at *at* between *first* and *last*; behind the character where none does. */
static Py_ssize_t unit_end(const Line *line, Py_ssize_t first, Py_ssize_t at, Py_ssize_t last) {
    Py_ssize_t end = at;
    uint32_t within = line->unit == JOINED_UNIT ? STRONG | HALF : STRONG;
    if (line->unit == SPAN_UNIT)
        end = unit_of_spans(line, first, at, last);
    else if (line->unit != LETTER_UNIT)
        while (end < last && kind_at(line, end) & within) end++;
    return end > at ? end : at + 1;
}

static Unit *put(Unit *to, const Line *line, Py_ssize_t start, Py_ssize_t end) {
    to -= end - start;
    memcpy(to, line->s + start, sizeof(Unit) * (size_t)(end - start));
    return to;
}

/* Where the signs end that part blocks and begin at *at*, or a mark at the start *first* of what lies between two spans; *at*
   itself where neither stands. */
static Py_ssize_t parting_end(const Line *line, Py_ssize_t first, Py_ssize_t at, Py_ssize_t last) {
    Py_ssize_t end = at;
    if (kind_at(line, at) & PARTS_BLOCKS) {
        while (end < last && kind_at(line, end) & (PARTS_BLOCKS | NEUTRAL)) end++;
        return end;
    }
    if (at > first) return at;
    while (end < last && (line->s[end] == ' ' || line->s[end] == 0xA0)) end++;
    int is_mark = end < last && (line->s[end] == '.' || line->s[end] == ':' || line->s[end] == '!');
    return is_mark ? end + 1 : at;
}

/* Writes a block, or the signs between two of them one by one; *at* is put behind what was written. */
static Unit *put_block(Unit *to, const Line *line, Py_ssize_t first, Py_ssize_t *at, Py_ssize_t last) {
    Py_ssize_t start = *at, end = parting_end(line, first, start, last);
    if (end > start) {
        for (Py_ssize_t each = start; each < end; each++) to = put(to, line, each, each + 1);
    } else {
        while (end < last && !(kind_at(line, end) & PARTS_BLOCKS)) end++;
        to = put(to, line, start, end);
    }
    *at = end;
    return to;
}

/* Writes the line, turned round, where it ends at *to*. */
static void turn(const Line *line, Unit *to) {
    for (Py_ssize_t first = 0, last = 0; first < line->n; first = last) {
        Py_ssize_t end = span_end(line, first);
        if (end > first) {
            to = put(to, line, first, last = end);
            continue;
        }
        for (last = first; last < line->n && !(kind_at(line, last) & (OF_LATIN | OF_NUMBERS));) last++;
        if (line->unit == BLOCK_UNIT)
            for (Py_ssize_t at = first; at < last;) to = put_block(to, line, first, &at, last);
        else
            for (Py_ssize_t at = first; at < last; at = end) to = put(to, line, at, end = unit_end(line, first, at, last));
    }
}

/* 1 for a bracket that is mirrored, as the spaces and the edges of the line beside it say, -1 for one that is not, or 0. */
static int faces_out(const Evidence *evidence, const Unit *s, Py_ssize_t n, Py_ssize_t place, int opens) {
    int before = !place || kind_of(evidence, s[place - 1]) & WHITE ? 1 : 0;
    int after = place + 1 == n || kind_of(evidence, s[place + 1]) & WHITE ? 1 : 0;
    return before == after ? 0 : opens == after ? 1 : -1;
}

/* Whether a character is a bracket, or one of few others. */
static inline uint32_t may_be_bracket(Unit c) {
    enum { ROUND = '(', OTHERS = '[' };
    return (c - ROUND < 2) | (c - OTHERS < 3) | ((c | 32) - '{' < 3) | ((c | 16) == CLOSES_QUOTE) | ((c | 1) - 0x2039 < 3);
}

/* Mirrors the brackets of each kind where most of what the spaces beside them and their order say is that. */
static void mirror(const Evidence *evidence, Unit *s, Py_ssize_t n) {
    uint32_t held = 0;
    for (Py_ssize_t i = 0; i < n; i++) held |= may_be_bracket(s[i]);
    for (int each = 0; held && each < BRACKETS; each++) {
        Py_ssize_t place = -1, votes = 0, turned = 0;
        for (Py_ssize_t i = 0; i < n; i++) {
            int closes = s[i] == pairs[each][1];
            if (!closes && s[i] != pairs[each][0]) continue;
            if (place >= 0 && s[i] != s[place]) turned += closes ? -1 : 1;
            votes += faces_out(evidence, s, n, i, !closes);
            place = i;
        }
        if (votes + (turned > 0) - (turned < 0) <= 0) continue;
        for (Py_ssize_t i = 0; i < n; i++) s[i] = s[i] == pairs[each][0] ? pairs[each][1] : s[i] == pairs[each][1] ? pairs[each][0] : s[i];
    }
}

/* turned(text, unit) -> the text with each of its lines turned round; None where it holds characters of which no class is known */
PyObject *turned(PyObject *self, PyObject *arguments) {
    PyObject *text, *found = NULL;
    int unit;
    Py_ssize_t n;
    if (!PyArg_ParseTuple(arguments, "Ui", &text, &unit)) return NULL;
    Unit *s = units_of(text, &n), *to = s ? PyMem_Malloc(sizeof(Unit) * (size_t)n) : NULL;
    Py_ssize_t known = 0;
    while (s && known < n && s[known] < BMP) known++;
    for (Py_ssize_t at = 0, end; to && known == n && at < n; at = end + 1) {
        for (end = at; s[end] != '\n';) end++;
        Line line = {(const Evidence *)self, s + at, end - at, unit};
        turn(&line, to + end);
        mirror(line.evidence, to + at, line.n);
        to[end] = '\n';
    }
    if (to) found = known == n ? to_str(to, n - 1) : Py_NewRef(Py_None);
    if (s && !to) PyErr_NoMemory();
    PyMem_Free(s);
    PyMem_Free(to);
    return found;
}

/* plain(text, forms) -> the text with the letters that shaped forms show; *forms*: where those of each form begin, then they */
PyObject *plain(PyObject *Py_UNUSED(self), PyObject *arguments) {
    PyObject *text;
    Py_buffer forms;
    Py_ssize_t n;
    if (!PyArg_ParseTuple(arguments, "Uy*", &text, &forms)) return NULL;
    Unit *s = units_of(text, &n);
    const uint32_t *starts = forms.buf, *letters = starts + FORMS + 1;
    Text to = {0};
    int failed = !s;
    Py_ssize_t at = 0; /* what stands before it is written */
    for (Py_ssize_t i = 0; !failed && i < n; i++) {
        uint32_t form = s[i] - FIRST_FORM, length = form < FORMS ? starts[form + 1] - starts[form] : 0;
        if (!length && i < n - 1) continue;
        failed = text_add(&to, s + at, i - at) || text_add(&to, letters + starts[length ? form : 0], length);
        at = i + 1;
    }
    PyObject *found = failed ? NULL : to_str(to.at, to.n);
    PyMem_Free(to.at);
    PyMem_Free(s);
    PyBuffer_Release(&forms);
    return found;
}
