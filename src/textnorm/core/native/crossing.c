/* Owns whether a structure of a line may begin outside its delimited spans (code, link targets, tags) and reach into one:
 * strings inside brackets, commands with a string, entries of settings. In *masked* the units of these spans are OPAQUE.
 */
#include "core.h"

enum { MOST_DEPTH = 32, HOLDS_STRING = 1, OUTSIDE = 2 };

static int is_quote(Unit c) { return c == '"' || c == '\''; }
static int is_opening(Unit c) { return c == '(' || c == '[' || c == '{'; }
static int is_closing(Unit c) { return c == ')' || c == ']' || c == '}'; }
static int is_ascii_letter(Unit c) { return (c | 32) - 'a' < 26; }

/* Whether a character is one of words, as patterns see them; NOT_MINE where its classes do not tell. */
static int is_of_word(const Core *core, Unit c) {
    uint32_t classes = class_of(core, c);
    if (c < 128) return is_ascii_letter(c) || c - '0' < 10 || c == '_';
    if (classes & (LETTER | LATIN | DIGIT)) return 1;
    return classes & (HALF_SPACE | BLANK | CLAUSE_END | SENTENCE_END) ? 0 : NOT_MINE;
}

/* The end of the string of a program that begins at *i*; 0 where none does, NOT_MINE where Python must tell. */
static int string_end(const Core *core, const Unit *s, int n, int i) {
    Unit quote = s[i];
    int beside = quote == '\'' && i ? is_of_word(core, s[i - 1]) : 0;
    if (beside) return beside == NOT_MINE ? NOT_MINE : 0;
    for (int at = i + 1; at < n && s[at] != '\n'; at++) {
        if (s[at] == '\\' && at + 1 < n && s[at + 1] != '\n') {
            at++;
        } else if (s[at] == quote) {
            beside = quote == '\'' && at + 1 < n ? is_of_word(core, s[at + 1]) : 0;
            return beside == NOT_MINE ? NOT_MINE : beside ? 0 : at + 1;
        } else if (s[at] == '\\') {
            return 0;
        }
    }
    return 0;
}

/* Whether a name of ASCII stands before the quote at *i*: of a command, a setting, or the sign of a kind of string. */
static int is_named(const Unit *s, const Unit *masked, int i) {
    int at = i - 1;
    while (at >= 0 && (s[at] == ' ' || s[at] == '\t')) at--;
    if (at == i - 1) return at >= 0 && is_ascii_letter(s[at]);
    for (; at >= 0 && masked[at] < OPAQUE && !is_blank(s[at]); at--)
        if (is_ascii_letter(s[at]) || s[at] == '_' || s[at] == '$') return 1;
    return 0;
}

/* Whether signs say that something else than brackets may reach over spans. */
static int may_be_entries(const Unit *s, const Unit *masked, int n) {
    int key = 0, entry = 0, slash = 0, flag = 0;
    for (int i = 0; i < n; i++) {
        int inside = masked[i] >= OPAQUE;
        if (inside ? s[i] == '\\' : s[i] == '^' || (is_quote(s[i]) && is_named(s, masked, i))) return 1;
        int colon = s[i] == ':' && i && i + 1 < n && (is_blank(s[i + 1]) || (!inside && masked[i + 1] >= OPAQUE));
        key |= colon && !inside;
        entry |= (colon || s[i] == ';') && inside;
        slash |= s[i] == '/' && !inside;
        flag |= s[i] == '/' && inside && i + 1 < n && is_ascii_letter(s[i + 1]) && !is_ascii_letter(i + 2 < n ? s[i + 2] : ' ');
    }
    return (key && entry) || (slash && flag);
}

/* Whether brackets that open outside the spans may hold strings and no Persian but in strings, or all Persian of the line
   may stand in strings. */
int may_be_data(const Core *core, const Unit *s, const Unit *masked, int n) {
    int open[MOST_DEPTH], depth = 0, strings = 0, letters = 0, quotes = 0;
    for (int i = 0; i < n; i++) quotes += is_quote(s[i]);
    if (quotes < 2) return 0;
    for (int i = 0; i < n; i++) {
        int inside = masked[i] >= OPAQUE, end = is_quote(s[i]) ? string_end(core, s, n, i) : 0;
        if (end == NOT_MINE || (end && inside != (masked[end - 1] >= OPAQUE))) return 1;
        if (end) {
            strings = 1;
            if (depth) open[depth - 1] |= HOLDS_STRING;
            i = end - 1;
        } else if (class_of(core, s[i]) & LETTER && class_of(core, s[i]) & SIGN) {
            letters = 1;
            depth = 0;
        } else if (is_opening(s[i])) {
            if (depth == MOST_DEPTH) return 1;
            open[depth++] = !inside || !i || masked[i] != masked[i - 1] ? OUTSIDE : 0;
        } else if (is_closing(s[i]) && depth) {
            int last = open[--depth];
            if (last == (OUTSIDE | HOLDS_STRING)) return 1;
            if (depth) open[depth - 1] |= last & HOLDS_STRING;
        }
    }
    return strings && (!letters || holds_any_of(s, n, &core->tables.over_spans));
}

/* Whether a structure may reach over the edge of a delimited span. */
int may_cross(const Core *core, const Unit *s, const Unit *masked, int n) {
    return may_be_entries(s, masked, n) || may_be_data(core, s, masked, n);
}
