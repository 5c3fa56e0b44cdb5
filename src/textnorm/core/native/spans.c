/* Owns what no rule may touch inside a Persian line: emoji, words of other scripts, addresses, code.
 *
 * A blank-delimited word without a sign of Arabic script is Latin as soon as it holds a Latin letter, whatever kind of
 * address it may be; between two such words without a sign between them all is Latin too. So a bounded look suffices
 * there. Where spans may hold blanks or Persian letters (code, tags, hashtags, paths), Python is asked for them.
 * In `line` each span is one unit, OPAQUE and its number.
 */
#include "core.h"

enum { LONGEST_DELIMITED = 100 }; /* of longer ones Python is asked */

static int span_add(Core *core, int start, int end, int emoji) {
    if (core->spans_n == core->spans_room) {
        int room = core->spans_room * 2 + 32;
        Span *spans = PyMem_Realloc(core->spans, sizeof(Span) * (size_t)room);
        if (!spans) {
            PyErr_NoMemory();
            return FAILED;
        }
        core->spans = spans;
        core->spans_room = room;
    }
    core->spans[core->spans_n++] = (Span){start, end, emoji};
    return 0;
}

/* The end of an emoji with all that belongs to it. */
static int emoji_end(const Core *core, const Unit *s, int n, int i) {
    if (!(class_of(core, s[i]) & EMOJI)) return i;
    for (i++; i < n; i++) {
        uint32_t classes = class_of(core, s[i]);
        if (s[i] == 0x200D && i + 1 < n && class_of(core, s[i + 1]) & EMOJI) i++;
        else if (!(classes & EMOJI_TAIL)) break;
    }
    return i;
}

/* One blank-delimited word, from *i* to *end*: its spans; NOT_MINE where only Python can tell. */
static int cut_word(Core *core, const Unit *s, int n, int i, int end) {
    int special = 0, sign = 0, latin = 0, odd = 0;
    for (int j = i; j < end; j++) {
        uint32_t classes = class_of(core, s[j]);
        special |= (classes & SPECIAL) != 0;
        sign |= (classes & SIGN) != 0;
        latin |= (classes & LATIN) != 0;
        odd |= (classes & IN_WORD) && !(classes & SIGN);
    }
    if (special && latin && (sign || odd)) return NOT_MINE;
    int first = -1, last = -1;
    for (int j = i; j < end; j++) {
        uint32_t classes = class_of(core, s[j]);
        if (classes & EMOJI) {
            int stop = emoji_end(core, s, n, j);
            if (first >= 0 && span_add(core, first, last + 1, 0)) return FAILED;
            if (span_add(core, j, stop, 1)) return FAILED;
            first = -1;
            j = stop - 1;
        } else if (classes & LATIN) {
            if (first < 0) first = j;
            last = j;
        } else if (classes & SIGN && first >= 0) {
            if (span_add(core, first, last + 1, 0)) return FAILED;
            first = -1;
        } else if (first >= 0 && !odd && classes & (DIGIT | SPECIAL) && !(classes & SENTENCE_END)) {
            last = j;
        }
    }
    return first >= 0 ? span_add(core, first, last + 1, 0) : 0;
}

/* The spans of all blank-delimited words from *i* to *stop*. */
static int cut_words(Core *core, const Unit *s, int n, int i, int stop) {
    int result = 0;
    while (i < stop && !result) {
        while (i < stop && class_of(core, s[i]) & BLANK) i++;
        int end = i;
        while (end < stop && !(class_of(core, s[end]) & BLANK)) end++;
        result = cut_word(core, s, n, i, end);
        i = end;
    }
    return result;
}

/* The spans that Python finds: an array of starts and ends as bytes, or None for "not mine". */
static int ask(Core *core, const Unit *s, int n) {
    PyObject *text = to_str(s, n);
    core->asked_spans++;
    PyObject *got = text ? PyObject_CallFunctionObjArgs(core->ask_spans, text, NULL) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    int result = got == Py_None ? NOT_MINE : 0;
    char *bytes = NULL;
    Py_ssize_t size = 0;
    if (!result && PyBytes_AsStringAndSize(got, &bytes, &size)) result = FAILED;
    for (Py_ssize_t at = 0; !result && at + 8 <= size; at += 8) {
        int32_t bounds[2];
        memcpy(bounds, bytes + at, 8);
        if (bounds[0] < 0 || bounds[1] > n || bounds[0] >= bounds[1]) result = NOT_MINE;
        else result = span_add(core, bounds[0], bounds[1], emoji_end(core, s, n, bounds[0]) == bounds[1]);
    }
    Py_DECREF(got);
    return result;
}

/* Spans with no sign of Arabic script between them are one. */
static void unite(Core *core, const Unit *s) {
    int kept = 0;
    for (int i = 1; i < core->spans_n; i++) {
        Span *before = &core->spans[kept], *span = &core->spans[i];
        int sign = 0;
        for (int j = before->end; j < span->start && !sign; j++) sign = (class_of(core, s[j]) & SIGN) != 0;
        if (sign) core->spans[++kept] = *span;
        else *before = (Span){before->start, span->end, before->emoji && span->emoji && before->end == span->start};
    }
    core->spans_n = core->spans_n ? kept + 1 : 0;
}

/* In a date or a fraction: the gap itself tells. */
static int is_between_digits(const Core *core, const Unit *s, int n, int i) {
    return i && i + 1 < n && class_of(core, s[i - 1]) & DIGIT && class_of(core, s[i + 1]) & DIGIT;
}

/* A full stop or a comma before a closing mark begins nothing. */
static int ends_sentence(const Core *core, const Unit *s, int n, int i) {
    if ((s[i] != '.' && s[i] != ',') || i + 1 == n) return 0;
    uint32_t next = class_of(core, s[i + 1]);
    return (next & GAP && next & (CLAUSE_END | SIGN) && !(next & DIGIT));
}

/* Whether a sign may belong to a span: most do where no blank follows; a bracket behind a name, a comma before one. */
static int is_of_span(const Core *core, const Unit *s, int n, int i) {
    if (s[i] == '(') return i && class_of(core, s[i - 1]) & (LETTER | LATIN) && i + 1 < n;
    if (is_between_digits(core, s, n, i) || ends_sentence(core, s, n, i)) return 0;
    if (s[i] == '`' || s[i] == '=' || s[i] == '$' || (i + 1 < n && !(class_of(core, s[i + 1]) & BLANK))) return 1;
    if (s[i] != ',' && s[i] != ';') return 0;
    for (i++; i < n && class_of(core, s[i]) & BLANK;) i++;
    return i < n && class_of(core, s[i]) & LATIN;
}

/* Whether a span may begin that a word's own characters do not tell. */
static int begins_span(const Core *core, const Unit *s, int n) {
    for (int i = 0; i < n; i++)
        if (class_of(core, s[i]) & SPANNING && is_of_span(core, s, n, i)) return 1;
    return 0;
}

/* Whether the only blanks of a line that are not one space stand inside it and may part the halves of a verse. */
int may_be_verse(const Core *core, const Unit *s, int n) {
    const Tables *t = &core->tables;
    uint32_t lengths[2] = {0, 0}, blanks[2] = {0, 0};
    int wide = 0;
    for (int i = 0; i < n;) {
        int spaces = 0, tabs = 0, start = i;
        for (; i < n && class_of(core, s[i]) & BLANK; i++) s[i] == '\t' ? tabs++ : spaces++;
        if (i == start) {
            lengths[wide]++;
            i++;
        } else if (start && i < n) {
            if (spaces == 1 && !tabs) {
                lengths[wide]++;
                blanks[wide]++;
            } else if ((tabs ? spaces || tabs > 8 : spaces < 4) || wide++) {
                return 0;
            }
        }
    }
    uint32_t less = lengths[0] < lengths[1] ? lengths[0] : lengths[1], more = lengths[0] + lengths[1] - less;
    return wide && more * t->half <= (less + 2) * t->other_half && blanks[0] >= t->least_spaces && blanks[1] >= t->least_spaces;
}

/* The end of the delimited span whose opening stands at *i*: in *start* where the span begins. 0 where none opens there,
   NOT_MINE where Python must tell. */
static int delimited_end(const Core *core, const Unit *s, int n, int i, int *start) {
    const Rows *rows = &core->tables.delimited;
    for (uint32_t k = 0; k + 2 < rows->n; k += 3) {
        const Unit *opening = rows->at + 8 * (size_t)k, *closing = opening + 8, *excluded = closing + 8;
        int at = i + (int)opening[0];
        if (at > n || !same(s + i, opening + 1, (int)opening[0])) continue;
        *start = core->tables.skipped[k / 3] + i;
        for (int first = at; at < n && at - first < LONGEST_DELIMITED; at++) {
            if (s[at] == closing[1]) return at > first ? at + 1 : NOT_MINE;
            for (uint32_t x = 1; x <= excluded[0]; x++)
                if (s[at] == excluded[x]) return NOT_MINE;
        }
        return NOT_MINE;
    }
    return 0;
}

/* Whether a sign that may begin a span begins none here: a mark of a heading, a bracket round a name or a word. */
static int begins_nothing(const Core *core, const Unit *s, int n, int i) {
    Unit next = i + 1 < n ? s[i + 1] : ' ';
    if (!is_of_span(core, s, n, i)) return 1;
    if (s[i] == '#') return next == '#';
    if (s[i] == ']') return next != ':';
    return s[i] == '[' && (next == '`' || class_of(core, next) & (LETTER | LATIN));
}

/* The spans of a line whose only signs are those of code and links: what stands between them is cut by words. */
static int cut_delimited(Core *core, const Unit *s, int n) {
    int at = 0, result = 0, start = 0, end = 0;
    for (int i = 0; i < n; i++)
        if (s[i] == '"' || s[i] == '\'' || s[i] == '=') return NOT_MINE; /* it may be data */
    for (int i = 0; i <= n && !result; i++) {
        if (i < n && !(class_of(core, s[i]) & SPANNING)) continue;
        end = i < n ? delimited_end(core, s, n, i, &start) : n;
        if (end == NOT_MINE || (!end && !begins_nothing(core, s, n, i))) return NOT_MINE;
        if (!end) continue;
        if (i == n) start = n;
        result = cut_words(core, s, n, at, start);
        if (!result && i < n) result = span_add(core, start, end, 0);
        at = end;
        if (i < n) i = end - 1;
    }
    return result;
}

/* Find the spans of a line; NOT_MINE where it is for Python to judge. */
int cut_spans(Core *core, const Unit *s, int n, uint32_t classes) {
    core->spans_n = 0;
    int spanning = classes & SPANNING && begins_span(core, s, n), verse = may_be_verse(core, s, n);
    if (!spanning && !verse && !(classes & (LATIN | EMOJI))) return 0;
    int result = verse ? NOT_MINE : spanning ? cut_delimited(core, s, n) : cut_words(core, s, n, 0, n);
    if (result == NOT_MINE) {
        core->spans_n = 0;
        result = ask(core, s, n);
    }
    if (!result) unite(core, s);
    return result;
}
