/* Owns the comparison of two states of a text: whether no block can come or go between them.
 *
 * What blocks.py and the files beside it look at in a line are its signs, what stands beside some of these, how deep it
 * stands, and whether letters of Arabic script stand between them; not how words are spelt, nor what parts them. Lines that
 * differ are gone through sign by sign. Where more may count (names, keys, tabs), nothing is said.
 */
#include "core.h"

enum { LONGEST_CODE = 2000 };

/* a line: where what is no space begins and ends; where the first colon stands; and whether some signs stand in it */
typedef struct {
    const Unit *s;
    Py_ssize_t n, first, end, colon;
    int named, tab, strings, coded;
} Row;

/* what stands between two signs: its letters with whatever parts them, and what stands before and behind these */
typedef struct {
    Py_ssize_t start, letters, letters_end, end;
} Between;

static int is_latin(Unit c) { return (c | 32) - 'a' < 26 || c == '_'; }
static int is_of_word(Unit c) { return c > 127 || is_latin(c) || c - '0' < 10; }
/* Whether letters that are written on to it may be part of the name of a tag or an entity with it. */
static int is_of_name(Unit c) { return is_latin(c) || c - '0' < 10 || c == ':' || c == '-' || c == '&' || c == '#'; }

static int is_one_of_signs(Unit c, const char *signs) {
    while (*signs && (Unit)*signs != c) signs++;
    return *signs != 0;
}

static int is_letter(const Core *core, Unit c) { return c >> 8 == 6 && class_of(core, c) & LETTER; }
static int is_between(const Core *core, Unit c) {
    return c == ' ' || class_of(core, c) & (LETTER | MARK | DROPPED | HALF_SPACE) || is_invisible(class_of(core, c));
}

static Row row_of(const Unit *s, Py_ssize_t n) {
    Row row = {.s = s, .n = n, .end = n, .colon = n};
    while (row.first < n && s[row.first] == ' ') row.first++;
    while (row.end > row.first && s[row.end - 1] == ' ') row.end--;
    for (Py_ssize_t i = n; i-- > 0;) {
        Unit c = s[i];
        if (c > 127) continue;
        if (c == ':') row.colon = i;
        row.named |= c == '<' || c == '&';
        row.tab |= c == '\t';
        row.strings |= c == '\'';
        row.coded |= c == '`';
    }
    return row;
}

/* Whether a line may be an entry with a key: before its first colon stands one word or a string, behind spaces and a dash. */
static int may_be_entry(const Row *row) {
    Py_ssize_t i = row->first, end = row->colon;
    if (end == row->n) return 0;
    if (i + 1 < end && row->s[i] == '-' && row->s[i + 1] == ' ') i += 2;
    if (row->s[i] == '"') return 1;
    if (end > i && row->s[end - 1] == ' ') end--;
    if (i == end) return 0;
    for (; i < end; i++)
        if (!is_of_word(row->s[i]) && row->s[i] != '.' && row->s[i] != '-') return 0;
    return 1;
}

/* Whether a line may be a setting: behind a name stands a bracket or an equals sign. */
static int may_be_setting(const Row *row) {
    Py_ssize_t i = row->first;
    if (!is_latin(row->s[i])) return 0;
    while (i < row->end && (is_of_word(row->s[i]) || row->s[i] == '.' || row->s[i] == '-')) i++;
    while (i < row->end && row->s[i] == ' ') i++;
    return i < row->end && (row->s[i] == '=' || row->s[i] == '[');
}

/* Whether a line may be something in which letters are counted or names told: only the same line is the same then. */
static int is_counted(const Row *row) {
    if (row->tab || row->first == row->end || may_be_entry(row) || may_be_setting(row)) return 1;
    if (row->n > LONGEST_CODE && row->coded) return 1;
    Unit first = row->s[row->first], last = row->s[row->end - 1];
    if (last == ':' && is_one_of_signs(first, "cdefitw")) return 1; /* the head of a block of Python */
    return first == '[' && last == ']';                             /* a section */
}

static Between between_at(const Core *core, const Row *row, Py_ssize_t i) {
    Between found = {i, -1, -1, i};
    for (; found.end < row->n && is_between(core, row->s[found.end]); found.end++) {
        if (!is_letter(core, row->s[found.end])) continue;
        if (found.letters < 0) found.letters = found.end;
        found.letters_end = found.end + 1;
    }
    return found;
}

static int is_same_part(const Row *a, Py_ssize_t start, Py_ssize_t end, const Row *b, Py_ssize_t from, Py_ssize_t to) {
    return end - start == to - from && same(a->s + start, b->s + from, (int)(end - start));
}

/* Whether nothing is said by which spaces and marks stand between letters and the sign at *i* beside them. */
static int may_differ(const Row *row, Py_ssize_t i) {
    Unit c = row->s[i];
    if (is_of_name(c)) return !row->named && !(row->strings && c == 'N') && !(c == '-' && i == row->first);
    return c > 127 || is_one_of_signs(c, "().!?*/`[]{}|>+%@$^~\"");
}

/* Whether two parts without letters, between the same signs, say the same: what cannot be seen may go beside code and behind a bracket. */
static int is_bare_alike(const Core *core, const Row *a, const Between *p, const Row *b, const Between *q) {
    Unit before = p->start ? a->s[p->start - 1] : 0, behind = p->end < a->n ? a->s[p->end] : 0;
    if (p->letters >= 0 || q->letters >= 0 || !before || !behind) return 0;
    Py_ssize_t j = q->start;
    for (Py_ssize_t i = p->start; i < p->end; i++) {
        if (j < q->end && a->s[i] == b->s[j]) j++;
        else if (a->s[i] == ' ' || !is_invisible(class_of(core, a->s[i]))) return 0;
    }
    if (j < q->end) return 0;
    if (q->start == q->end) return (before == '`') != (behind == '`') || before == ')';
    return (a->s[p->start] == ' ' || before == '`' || before == ')') && (a->s[p->end - 1] == ' ' || behind == '`');
}

/* Whether a straight quotation mark has a space beside it in one of two lines alone: fields are read without their strings. */
static int is_set_apart(Unit sign, Unit before, Unit after) { return sign == '"' && (before == ' ') != (after == ' '); }

/* Whether two parts with letters say the same: KEPT, 0, or LESS_DEEP where the second line stands less deep. */
static int is_alike(const Row *a, const Between *p, const Row *b, const Between *q) {
    int alike = KEPT;
    if (!is_same_part(a, p->start, p->letters, b, q->start, q->letters)) {
        if (p->start && (!may_differ(a, p->start - 1) || is_set_apart(a->s[p->start - 1], a->s[p->start], b->s[q->start]))) return 0;
        if (!p->start && (p->letters != a->first || q->letters != b->first || b->first > a->first)) return 0;
        if (!p->start) alike = LESS_DEEP;
    }
    if (p->end < a->n && !is_same_part(a, p->letters_end, p->end, b, q->letters_end, q->end))
        if (!may_differ(a, p->end) || is_set_apart(a->s[p->end], a->s[p->end - 1], b->s[q->end - 1])) return 0;
    int glued = p->start && p->letters == p->start && a->named && is_of_name(a->s[p->start - 1]);
    return glued && !is_same_part(a, p->letters, p->letters_end, b, q->letters, q->letters_end) ? 0 : alike;
}

/* The same for two lines that differ. */
static int are_rows_alike(const Core *core, const Row *a, const Row *b) {
    int alike = KEPT;
    if (is_counted(a) || is_counted(b)) return 0;
    for (Py_ssize_t i = 0, j = 0; i < a->n || j < b->n;) {
        Between p = between_at(core, a, i), q = between_at(core, b, j);
        if (!is_same_part(a, p.start, p.end, b, q.start, q.end)) {
            int part = p.letters >= 0 && q.letters >= 0 ? is_alike(a, &p, b, &q) : is_bare_alike(core, a, &p, b, &q);
            if (!part) return 0;
            if (part == LESS_DEEP) alike = LESS_DEEP;
        }
        i = p.end;
        j = q.end;
        if (i < a->n || j < b->n) {
            if (i == a->n || j == b->n || a->s[i++] != b->s[j++]) return 0;
        }
    }
    return alike;
}

static Py_ssize_t line_end(const Unit *s, Py_ssize_t n, Py_ssize_t at) {
    while (at < n && s[at] != '\n') at++;
    return at;
}

/* Whether no block can come or go: KEPT, 0 where that is not known, or LESS_DEEP where it holds if nothing but deeper lines makes one. */
int keeps_blocks(const Core *core, const Unit *a, Py_ssize_t an, const Unit *b, Py_ssize_t bn) {
    int alike = KEPT;
    Py_ssize_t i = 0, j = 0;
    for (int line = 0; ; line += line < 2) {
        Py_ssize_t ae = line_end(a, an, i), be = line_end(b, bn, j);
        if ((ae == an) != (be == bn)) return 0;
        if (ae - i != be - j || memcmp(a + i, b + j, sizeof(Unit) * (size_t)(ae - i))) {
            Row before = row_of(a + i, ae - i), after = row_of(b + j, be - j);
            int rows = are_rows_alike(core, &before, &after);
            if (!rows || (rows == LESS_DEEP && line == 1)) return 0; /* the second line may make front matter of the first */
            if (rows == LESS_DEEP) alike = LESS_DEEP;
        }
        if (ae == an) return alike;
        i = ae + 1;
        j = be + 1;
    }
}
