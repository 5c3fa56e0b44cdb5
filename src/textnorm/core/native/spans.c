/* Owns what no rule may touch inside a Persian line: emoji, words of other scripts, addresses, code.
 *
 * A blank-delimited word without a sign of Arabic script is Latin as soon as it holds a Latin letter, whatever kind of
 * address it may be; between two such words without a sign between them all is Latin too. So a bounded look suffices
 * there. Code in backticks, the targets of links and tags are cut by their signs, where no hint says that the line may hold
 * another structure. Where spans may hold spaces or Persian letters (hashtags, paths, data), Python is asked for them.
 * In `line` each span is one unit, OPAQUE and its number.
 */
#include "core.h"

enum {
    LONGEST_DELIMITED = 900, /* of longer ones Python is asked */
    LEAST_SMALL = 3,         /* words in small letters of a sentence, see script/sentences.py */
};

int span_add(Core *core, int start, int end, int emoji) {
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
    core->spans[core->spans_n++] = (Span){start, end, emoji, 0, start};
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

/* Whether a character is surely one of a name for the patterns of addresses. */
static int is_of_name(const Core *core, Unit c) { return c == '_' || class_of(core, c) & (LETTER | LATIN | DIGIT); }

/* Whether a hashtag, a handle or a path may begin at *i*, which may be of Persian letters. */
static int begins_address(const Core *core, const Unit *s, int i, int start, int end) {
    if (i + 1 == end) return 0;
    Unit before = i > start ? s[i - 1] : ' ';
    if (s[i] == '#') return s[i + 1] != '#';
    if (s[i] == '@') return !is_of_name(core, before);
    if (s[i] == '/') return before != '/' && !is_of_name(core, before);
    return s[i] == '\\';
}

/* Whether only Python can tell the spans of a blank-delimited word: Persian and Latin may be one address there. */
static int is_mixed_address(const Core *core, const Unit *s, int i, int end) {
    int special = 0, sign = 0, latin = 0, odd = 0, parted = 0, begins = 0, early = 0, latin_here = 0, start = i;
    for (int j = i; j < end; j++) {
        uint32_t classes = class_of(core, s[j]);
        /* no address goes on behind a separator, but a path of Windows */
        if (s[j] > 127 && !(classes & LETTER) && is_one_of(&core->tables.separators, s + j, 1)) {
            parted = 1;
            latin_here = 0;
            start = j + 1;
            continue;
        }
        begins |= begins_address(core, s, j, i, end);
        special |= (classes & SPECIAL) != 0;
        sign |= (classes & SIGN) != 0;
        odd |= (classes & IN_WORD) && !(classes & SIGN);
        latin |= (classes & LATIN) != 0;
        latin_here |= (classes & LATIN) != 0;
        early |= !latin_here && (classes & SPECIAL || (j == start && start > i && classes & DIGIT));
    }
    if (begins && (sign || odd || parted || !latin)) return 1;
    return latin && ((special && (sign || odd)) || (parted && early));
}

/* One blank-delimited word, from *i* to *end*: its spans; NOT_MINE where only Python can tell. */
static int cut_word(Core *core, const Unit *s, int n, int i, int end) {
    int odd = 0;
    if (is_mixed_address(core, s, i, end)) return NOT_MINE;
    for (int j = i; j < end; j++) odd |= (class_of(core, s[j]) & IN_WORD) && !(class_of(core, s[j]) & SIGN);
    int first = -1, last = -1, opening = -1; /* *opening*: where a handle, a hashtag or a path begins */
    for (int j = i; j < end; j++) {
        uint32_t classes = class_of(core, s[j]);
        if (first < 0 && opening < 0 && begins_address(core, s, j, i, end)) opening = j;
        if (classes & EMOJI) {
            int stop = emoji_end(core, s, n, j);
            if (first >= 0 && span_add(core, first, last + 1, 0)) return FAILED;
            if (span_add(core, j, stop, 1)) return FAILED;
            first = -1;
            j = stop - 1;
        } else if (classes & LATIN) {
            if (first < 0) first = opening >= 0 ? opening : j;
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

/* The spans of all blank-delimited words from *i* to *stop*; most are of Persian letters and marks alone, and hold none. */
static int cut_words(Core *core, const Unit *s, int n, int i, int stop) {
    int result = 0;
    while (i < stop && !result) {
        uint32_t classes = 0, all = 0;
        int end = i;
        for (; end < stop && !((classes = class_of(core, s[end])) & BLANK); end++) all |= classes;
        if (all & (LATIN | EMOJI | SPECIAL)) result = cut_word(core, s, n, i, end);
        i = end + 1;
    }
    return result;
}

/* The line with spaces for non-ASCII spaces, as the rules see it; NULL with an error set. */
static const Unit *with_spaces(Core *core, const Unit *s, int n) {
    if (!core->odd_blank) return s;
    core->line.n = 0;
    if (text_add(&core->line, s, n)) return NULL;
    for (int i = 0; i < n; i++)
        if (class_of(core, s[i]) & BLANK) core->line.at[i] = mapped(core, s[i]);
    return core->line.at;
}

/* Add the spans whose bounds Python gave; NOT_MINE, TAGGED: see `ask`. */
static int take_bounds(Core *core, PyObject *given, const Unit *s, int n) {
    char *bytes = NULL;
    Py_ssize_t size = 0;
    int result = PyBytes_AsStringAndSize(given, &bytes, &size) ? FAILED : 0;
    for (Py_ssize_t at = 0; result != NOT_MINE && result != FAILED && at + 8 <= size; at += 8) {
        int32_t bounds[2];
        memcpy(bounds, bytes + at, 8);
        if (!at && bounds[0] < 0) {
            result = TAGGED;
            continue;
        }
        if (bounds[0] < 0 || bounds[1] > n || bounds[0] >= bounds[1]) result = NOT_MINE;
        else if (span_add(core, bounds[0], bounds[1], emoji_end(core, s, n, bounds[0]) == bounds[1])) result = FAILED;
    }
    return result;
}

/* The spans that Python finds: an array of starts and ends as bytes, or None for "not mine"; TAGGED where these are those of
   inline tags, which a pair below 0 at their head says. */
static int ask(Core *core, const Unit *s, int n) {
    const Unit *spaced = with_spaces(core, s, n);
    PyObject *text = spaced ? to_str(spaced, n) : NULL;
    core->asked_spans++;
    PyObject *got = text ? PyObject_CallFunctionObjArgs(core->ask_spans, text, NULL) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    int result = got == Py_None ? NOT_MINE : take_bounds(core, got, s, n);
    Py_DECREF(got);
    return result;
}

static int is_letter(const Core *core, const Unit *s, int n, int i) { return i >= 0 && i < n && class_of(core, s[i]) & LETTER; }

/* Whether nothing but one space, and perhaps a mark in its place, stands between a span and the words beside it: a gap beside
   words of other languages is asked about as one beside Latin ones, to which other marks and digits might belong. */
static int stands_apart(const Core *core, const Unit *s, int n, Span span) {
    static const Unit marks[] = {0x60C, 0x61B, 0x61F, ':', '.', '!'};
    int first = span.start - 1, last = span.end;
    if (first >= 0) {
        if (s[first--] != ' ') return 0;
        for (int k = 0; k < 6; k++)
            if (first >= 0 && s[first] == marks[k] && is_letter(core, s, n, first - 1)) first--;
        if (!is_letter(core, s, n, first)) return 0;
    }
    if (last < n && (s[last] == ')' || s[last] == 0xBB)) last++;
    return last == n || (s[last] == ' ' && is_letter(core, s, n, last + 1)) || (s[last] == '\n' && last == span.end);
}

/* Ask whether a line is of one language: 0; OTHERS where words of others are all that is foreign to it: they are its spans
   then; NOT_MINE. */
int ask_language(Core *core, const Unit *s, int n) {
    PyObject *text = to_str(s, n);
    PyObject *got = text ? PyObject_CallFunctionObjArgs(core->ask_language, text, NULL) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    int result = got == Py_True ? 0 : NOT_MINE;
    if (PyBytes_Check(got)) {
        core->spans_n = 0;
        result = take_bounds(core, got, s, n);
        for (int i = 0; !result && i < core->spans_n; i++)
            if (!stands_apart(core, s, n, core->spans[i])) result = NOT_MINE;
        if (!result) result = OTHERS;
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
        else *before = (Span){before->start, span->end, before->emoji && span->emoji && before->end == span->start, 0, span->last};
    }
    core->spans_n = core->spans_n ? kept + 1 : 0;
}

/* Whether the only spaces of a line that are not one space stand inside it and may part the halves of a verse, the longer of
   which may be longer by so much as *slack* allows. */
int may_be_verse(const Core *core, const Unit *s, int n, uint32_t slack) {
    const Tables *t = &core->tables;
    uint32_t lengths[2] = {0, 0}, single[2] = {0, 0};
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
                single[wide]++;
            } else if ((tabs ? spaces || tabs > 8 : spaces < 4) || wide++) {
                return 0;
            }
        }
    }
    uint32_t less = lengths[0] < lengths[1] ? lengths[0] : lengths[1], more = lengths[0] + lengths[1] - less;
    return wide && more * t->half <= (less + slack) * t->other_half && single[0] >= t->least_spaces && single[1] >= t->least_spaces;
}

/* The end of the delimited span whose opening stands at *i*: in *start* where the span begins. 0 where none opens there,
   NOT_MINE where Python must tell. */
int delimited_end(const Core *core, const Unit *s, int n, int i, int *start) {
    const Rows *rows = &core->tables.delimited;
    for (uint32_t k = 0; k + 2 < rows->n; k += 3) {
        const Unit *opening = rows->at + 8 * (size_t)k, *closing = opening + 8, *excluded = closing + 8;
        int at = i + (int)opening[0];
        if (at > n || !same(s + i, opening + 1, (int)opening[0])) continue;
        *start = core->tables.skipped[k / 3] + i;
        for (int first = at; at < n && at - first < LONGEST_DELIMITED; at++) {
            if (s[at] == closing[1]) return at > first ? at + 1 : NOT_MINE;
            if (s[at] > 127 && class_of(core, s[at]) & BLANK) return NOT_MINE; /* it becomes a space, which may end the span */
            for (uint32_t x = 1; x <= excluded[0]; x++)
                if (s[at] == excluded[x]) return NOT_MINE;
        }
        return NOT_MINE;
    }
    return 0;
}

/* Whether every character of a line that a rule for the whole text may look at is a mark of direction in code between
   backticks: that rule leaves code alone. */
int has_marks_in_code_alone(const Core *core, const Unit *s, int n) {
    int start = 0, end = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] == '`') {
            end = i + 1 < n && s[i + 1] == '`' ? 0 : delimited_end(core, s, n, i, &start);
            if (end <= i) return 0;
            for (; i < end - 1; i++)
                if (s[i] == '\r' || (class_of(core, s[i]) & REPAIRED && !(class_of(core, s[i]) & TYPED))) return 0;
        } else if (class_of(core, s[i]) & REPAIRED) {
            return 0;
        }
    }
    return 1;
}

/* Put the delimited spans of a line into `masked`, each unit of one as the number of the span; NOT_MINE where Python must
   tell them. */
static int mask(Core *core, const Unit *s, int n) {
    int start = 0, count = 0;
    core->masked.n = 0;
    if (text_add(&core->masked, s, n)) return FAILED;
    for (int i = 0; i < n; i++) {
        int end = may_be_tag(s, n, i) ? tag_end(core, s, n, start = i, NULL) : 0;
        if (end > i && is_behind_marker(core, s, i)) return NOT_MINE;
        if (!end && class_of(core, s[i]) & SPANNING) end = delimited_end(core, s, n, i, &start);
        if (end == NOT_MINE) return NOT_MINE;
        if (!end) continue;
        for (int j = start; j < end; j++) core->masked.at[j] = (Unit)(OPAQUE + count);
        count++;
        i = end - 1;
    }
    return count;
}

/* Whether something that cannot be seen stands between two characters that are no letters: without it they may be one span. */
static int hides_between_signs(const Core *core, const Unit *s, int n) {
    for (int i = 1; i + 1 < n; i++)
        if (is_invisible(class_of(core, s[i])) && !((class_of(core, s[i - 1]) | class_of(core, s[i + 1])) & LETTER)) return 1;
    return 0;
}

/* Find the spans of a line that holds a sign of a structure: where there may be another than those that are delimited, or
   one that holds those, Python must tell. *spaced*: the line with spaces for others. */
static int cut_marked(Core *core, const Unit *s, const Unit *spaced, int n) {
    if (holds_any_of(s, n, &core->tables.block_signs)) return NOT_MINE;
    int result = cut_tags(core, s, n), at = 0;
    if (result) return result;
    int count = mask(core, s, n);
    if (count < 0) return count;
    Unit *masked = core->masked.at;
    for (int i = 0; core->odd_blank && i < n; i++)
        if (masked[i] < OPAQUE) masked[i] = spaced[i];
    int doubtful = may_match(&core->tables.in_line_hint, masked, n) || (count && may_cross(core, s, masked, n));
    if (doubtful && (hides_between_signs(core, s, n) || may_hold_structure(core, spaced, n))) return NOT_MINE;
    for (int i = 0; i < n && !result; i++) {
        if (masked[i] < OPAQUE) continue;
        int end = i;
        while (end < n && masked[end] == masked[i]) end++;
        if ((result = cut_words(core, s, n, at, i)) || (result = span_add(core, i, end, 0))) break;
        core->spans[core->spans_n - 1].delimited = 1;
        at = end;
        i = end - 1;
    }
    return result ? result : cut_words(core, s, n, at, n);
}

/* Whether something that cannot be seen stands right before a span, or between no letters in a line in which a space becomes
   another: what else changes in the line may let it go, or make it a part of a span. */
static int may_be_of_spans(const Core *core, const Unit *s, int n) {
    for (int i = 0; i < core->spans_n; i++) {
        const Span *span = &core->spans[i];
        if (span->start && !span->emoji && is_invisible(class_of(core, s[span->start - 1]))) return 1;
    }
    int unseen = 0;
    for (int i = 0; core->odd_blank && i < n; i++) {
        int in_word = i && i + 1 < n && class_of(core, s[i - 1]) & class_of(core, s[i + 1]) & LETTER;
        unseen |= is_invisible(class_of(core, s[i])) && !in_word;
    }
    return unseen;
}

/* Whether a word that every Persian sentence needs stands between spaces, and in no brackets, which may hold a gloss. */
static int has_sentence_word(const Core *core, const Unit *s, int n) {
    for (int i = 0, open = 0; i < n;) {
        int start = i;
        while (i < n && class_of(core, s[i]) & LETTER) i++;
        int apart = !open && (i == n || class_of(core, s[i]) & BLANK);
        if (i > start && apart && is_one_of(&core->tables.sentence_words, s + start, i - start)) return 1;
        for (; i < n && !(class_of(core, s[i]) & BLANK); i++) open = s[i] == '(' || (open && s[i] != ')');
        while (i < n && class_of(core, s[i]) & BLANK) i++;
    }
    return 0;
}

/* Whether a line may be a sentence of another script that names a few Persian words, whose marks are of that script: it has
   one that Persian has another for, and begins with a letter of another script and has more letters of it than of Arabic script
   outside brackets, or has words in small letters and hardly less letters of others than of Arabic script. Or there are
   guillemets alone. */
static int may_be_of_others(const Core *core, const Unit *s, int n) {
    int latin = 0, arabic = 0, bare = 0, open = 0, mark = 0, own = 0, others = 0, small = 0, first = 0, at = 0;
    uint32_t last = 0;
    for (int i = 0; i < n; i++) {
        mark |= s[i] == ',' || s[i] == ';' || s[i] == '?' || s[i] == '"';
        own |= !own && class_of(core, s[i]) & SIGN && s[i] != 0xAB && s[i] != 0xBB;
    }
    for (int i = 0; !own && i < n; i++) others |= class_of(core, s[i]) & LATIN;
    if (!own || !mark) return !own && others;
    for (int i = 0; i < n; i++) {
        uint32_t classes = class_of(core, s[i]);
        while (at < core->spans_n && core->spans[at].end <= i) at++;
        int counts = at == core->spans_n || !core->spans[at].delimited || core->spans[at].start > i;
        small += counts && s[i] >= 'a' && s[i] <= 'z' && !(last & LATIN);
        first |= classes & LATIN && !arabic;
        latin += counts && classes & LATIN;
        arabic += (classes & LETTER) != 0;
        open = s[i] == '(' || (open && s[i] != ')');
        bare += !open && (classes & LETTER) != 0;
        last = classes;
    }
    return ((first && latin > bare) || (small >= LEAST_SMALL && 4 * latin >= 3 * arabic)) && !has_sentence_word(core, s, n);
}

/* Whether a comma stands behind words of another script that have commas of their own: a gap by itself does not tell
   whose it is. These go on to the left up to a sign of Persian, over the mark of a list; behind a tag all before them count. */
static int has_list_of_others(const Core *core, const Unit *s, int n) {
    int tags = 0, all = 0, commas = 0;
    for (int i = 0; i < n; i++) {
        tags |= s[i] == '<';
        all += s[i] == ',';
    }
    if (all < 2) return 0;
    for (int i = 0, at = 0; i < core->spans_n; i++) {
        for (; at < core->spans[i].start; at++) commas = !tags && class_of(core, s[at]) & SIGN ? 0 : commas + (s[at] == ',');
        for (; at < core->spans[i].end; at++) commas += s[at] == ',';
        int end = at;
        while (end < n && s[end] != ',' && !(class_of(core, s[end]) & SIGN)) end++;
        if (end < n && s[end] == ',' && commas) return 1;
    }
    return 0;
}

/* Find the spans of a line; NOT_MINE where it is for Python to judge. Where marks may be of another script, Python tells the
   spans with those that are. */
int cut_spans(Core *core, const Unit *s, int n, uint32_t classes, int verse) {
    core->spans_n = core->marked = 0;
    if (!verse && !(classes & (LATIN | EMOJI | SPANNING))) return 0;
    const Unit *spaced = with_spaces(core, s, n);
    if (!spaced) return FAILED;
    int told = !verse && (classes & SPANNING || !may_match(&core->tables.in_line_hint, spaced, n) || /* keywords are no signs */
                          !(hides_between_signs(core, s, n) || may_hold_structure(core, spaced, n)));
    int result = !told ? NOT_MINE : classes & SPANNING ? cut_marked(core, s, spaced, n) : cut_words(core, s, n, 0, n);
    if (!result && may_be_of_others(core, s, n)) result = NOT_MINE;
    if (!result) unite(core, s);
    if (!result && has_list_of_others(core, s, n)) result = NOT_MINE;
    if (result == NOT_MINE) {
        core->spans_n = 0;
        core->marked = 1;
        result = ask(core, s, n);
    }
    if (!result && core->spans_n && may_be_of_spans(core, s, n)) return NOT_MINE;
    if (!result) unite(core, s);
    return result;
}
