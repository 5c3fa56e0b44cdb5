/* Owns tags in a line: those that the rules read over, and all others, which are spans. */
#include "core.h"

enum { LONGEST_NAME = 41, LONGEST_TAG = 2000, MOST_DIGITS = 3, ROW = 7 };

static int is_digit(Unit c) { return c - '0' < 10; }
static int is_of_name(Unit c) { return (c | 32) - 'a' < 26 || is_digit(c) || c == ':' || c == '-'; }

/* Whether a tag or a comment may begin at *i*. */
int may_be_tag(const Unit *s, int n, int i) {
    if (s[i] != '<') return 0;
    int at = i + 1 < n && s[i + 1] == '/' ? i + 2 : i + 1, start = at;
    if (at >= n) return 0;
    if (s[at] == '!') return 1;
    while (at < n && is_of_name(s[at])) at++;
    return at > start && at < n && (s[at] == '>' || s[at] == '/' || s[at] <= ' ' || s[at] > 127);
}

/* Whether nothing but the marker of a list stands before *i*. */
int is_behind_marker(const Core *core, const Unit *s, int i) {
    int digits = 0, signs = 0;
    while (i && is_blank(s[i - 1])) i--;
    for (; i; i--) {
        digits += (class_of(core, s[i - 1]) & DIGIT) != 0;
        signs += s[i - 1] == '.' || s[i - 1] == ')';
        if (!is_blank(s[i - 1]) && !is_digit(s[i - 1]) && s[i - 1] != '.' && s[i - 1] != ')') return 0;
    }
    return digits && signs;
}

/* The end of the attributes from *at* on: where the tag closes; NOT_MINE where Python must tell. */
static int attributes_end(const Core *core, const Unit *s, int n, int at) {
    for (int end = at; end < n && end - at < LONGEST_TAG; end++) {
        if (s[end] == '>') return end;
        if (s[end] == '<' || s[end] == '\n' || s[end] == '`' || (s[end] > 127 && class_of(core, s[end]) & BLANK)) return NOT_MINE;
    }
    return NOT_MINE;
}

/* The end of the tag that begins at *i*, and in *read_over* whether the rules read over it; NOT_MINE where Python must tell:
   comments, elements that hold code. */
int tag_end(const Core *core, const Unit *s, int n, int i, int *read_over) {
    Unit name[ROW];
    int start = i + 1 + (s[i + 1] == '/'), at = start, digits = 0;
    for (; at < n && is_of_name(s[at]); at++) {
        digits += is_digit(s[at]);
        if (at - start < ROW) name[at - start] = is_digit(s[at]) || s[at] < 'A' ? s[at] : s[at] | 32;
    }
    int count = at - start, numbered = digits == count;
    if (!count || count > LONGEST_NAME || (numbered && count > MOST_DIGITS)) return NOT_MINE;
    if (!numbered && (s[start] | 32) - 'a' >= 26) return NOT_MINE;
    if (begins_with(&core->tables.block_tags, name, count < ROW ? count : ROW)) return NOT_MINE;
    if (read_over) *read_over = numbered || (count <= ROW && is_one_of(&core->tables.inline_tags, name, count));
    if (at < n && !numbered && (s[at] == ' ' || s[at] == '\t')) at = attributes_end(core, s, n, at);
    else if (at < n && s[at] == '/') at++;
    return at >= 0 && at < n && s[at] == '>' ? at + 1 : NOT_MINE;
}

/* Whether a tag may stand in a line. */
static int holds_tag(const Unit *s, int n) {
    for (int i = 0; i + 1 < n; i++)
        if (s[i] == '<' && (s[i + 1] == '?' || may_be_tag(s, n, i))) return 1;
    return 0;
}

/* The tags of a line that the rules read over as spans: TAGGED; 0 where there is none, NOT_MINE where Python must tell. */
int cut_tags(Core *core, const Unit *s, int n) {
    int found = 0, start = 0, tags = holds_tag(s, n);
    for (int i = 0, end; tags && i < n; i = end) {
        int read_over = 0;
        end = i + 1;
        if (s[i] == '<' && end < n && s[end] == '?') return NOT_MINE;
        if (s[i] == '`') end = delimited_end(core, s, n, i, &start);
        else if (may_be_tag(s, n, i)) end = tag_end(core, s, n, i, &read_over);
        if (end <= i) return NOT_MINE;
        if (read_over && span_add(core, i, end, 0)) return FAILED;
        found |= read_over;
    }
    return found ? TAGGED : 0;
}
