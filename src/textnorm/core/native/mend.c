/* Owns the rules for the whole text as far as tables tell them: entities, controls of direction in pairs, marks of direction
 * beside Persian words, shaped forms that stand in their order. Where a line holds anything else that such a rule may look
 * at, or Latin letters or code, which are no matter for this, Python mends it.
 */
#include "core.h"

enum { MOST_UNITS = 400, FIRST_SAFE = 33, LAST_SAFE = 126, FIRST_WIDE = 160, MOST_DIGITS = 7 };

static int is_digit(Unit c) { return c - '0' < 10; }
static int is_ascii_letter(Unit c) { return (c | 32) - 'a' < 26; }

/* Whether an ampersand begins what may be an entity, encoded once or more often. */
int may_hold_entity(const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < n; i++) {
        if (s[i] != '&') continue;
        Py_ssize_t start = i + 1 < n && s[i + 1] == '#' ? i + 2 : i + 1, at = start;
        while (at < n && (is_digit(s[at]) || is_ascii_letter(s[at]))) at++;
        if (at > start && at < n && s[at] == ';') return 1;
    }
    return 0;
}

/* What an entity that begins at *i* shows: its length; 0 where Python must tell. */
static int entity_at(const Core *core, const Unit *s, int n, int i, Unit *shown) {
    int at = i + 1, base = 10, first;
    if (at + 1 >= n) return 0;
    if (s[at] != '#') {
        for (uint32_t k = 0; k < core->tables.entities.n; k++) {
            const Unit *row = core->tables.entities.at + 8 * (size_t)k;
            int end = at + (int)row[0];
            if (end >= n || s[end] != ';' || !same(s + at, row + 1, (int)row[0])) continue;
            *shown = row[7];
            return end + 1 - i;
        }
        return 0;
    }
    if ((s[++at] | 32) == 'x') base = 16, at++;
    *shown = 0;
    for (first = at; at < n && at - first < MOST_DIGITS; at++) {
        Unit digit = is_digit(s[at]) ? s[at] - '0' : base == 16 && (s[at] | 32) - 'a' < 6 ? (s[at] | 32) - 'a' + 10 : 99;
        if (digit == 99) break;
        *shown = *shown * (Unit)base + digit;
    }
    return at > first && at < n && s[at] == ';' && (base == 10 || at - first < MOST_DIGITS) ? at + 1 - i : 0;
}

/* Whether an entity may become this character, and no rule for the whole text has to do with it then. */
static int is_safe(const Core *core, Unit c) {
    if (c >= OPAQUE || class_of(core, c) & (REPAIRED | ODD | EMOJI | LATIN | ENTITY)) return 0;
    if (c < FIRST_WIDE) return c >= FIRST_SAFE && c <= LAST_SAFE && c != '<' && c != '>' && c != '`';
    return (class_of(core, c) & (LETTER | MARK | DROPPED | HALF_SPACE | GAP)) != 0;
}

/* Whether the entity from *start* to *end* may stand alone in quotation marks or as a word: Python tells then whether it is spoken of. */
static int may_be_named(const Unit *s, int n, int start, int end) {
    if (start == 0 || end >= n) return 0;
    Unit before = s[start - 1], after = s[end];
    return (before == ' ' && after == ' ') || before == '"' || before == '\'' || after == 0xBB || after == 0x201D || after == 0x2019;
}

/* Put the line with the signs that its entities show into `mended`: 0, or NOT_MINE. */
static int put_entities(Core *core, const Unit *s, int n) {
    core->mended.n = 0;
    if (text_room(&core->mended, n + 1)) return FAILED;
    for (int i = 0, read; i < n; i += read) {
        Unit shown = s[i];
        read = 1;
        if (s[i] == '&' && (!(read = entity_at(core, s, n, i, &shown)) || !is_safe(core, shown))) return NOT_MINE;
        if (read > 1 && may_be_named(s, n, i, i + read)) return NOT_MINE;
        core->mended.at[core->mended.n++] = shown;
    }
    return 0;
}

static int is_opening(Unit c) { return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E; }
static int is_mark(Unit c) { return c == 0x200E || c == 0x200F || c == 0x061C; }
static int is_isolate(Unit c) { return c - 0x2066 < 4; }

/* Take the controls of direction out of `mended` where they come in pairs, none inside another: 0, or NOT_MINE. */
static int drop_pairs(Core *core) {
    Unit *s = core->mended.at;
    int depth = 0, m = 0, n = (int)core->mended.n;
    for (int i = 0; i < n; i++) {
        if (is_opening(s[i])) {
            if (depth++) return NOT_MINE;
        } else if (s[i] == 0x202C) {
            if (!depth--) return NOT_MINE;
        } else {
            s[m++] = s[i];
        }
    }
    core->mended.n = m;
    return depth ? NOT_MINE : 0;
}

/* Whether the character at *i* is a letter for the rule about marks of direction; NOT_MINE where the classes do not tell. */
static int is_letter(const Core *core, int i) {
    if (i < 0 || i >= core->mended.n) return 0;
    Unit c = core->mended.at[i];
    uint32_t classes = class_of(core, c);
    if (classes & LETTER) return 1;
    return classes & (FORM | ODD) && !is_mark(c) && !is_isolate(c) ? NOT_MINE : 0;
}

/* Take marks of direction out of `mended`, but for those between two letters: 0, or NOT_MINE. */
static int drop_marks(Core *core) {
    Unit *s = core->mended.at;
    int n = (int)core->mended.n, m = 0, end;
    for (int i = 0; i < n; i = end) {
        for (end = i; end < n && is_mark(s[end]);) end++;
        if (end == i) {
            s[m++] = s[end++];
            continue;
        }
        int before = m ? is_letter(core, m - 1) : 0, after = is_letter(core, end);
        if (before == NOT_MINE || after == NOT_MINE) return NOT_MINE;
        for (; before && after && i < end; i++) s[m++] = s[i];
    }
    core->mended.n = m;
    return 0;
}

/* Whether what stands at *i* belongs to a word of shaped forms; NOT_MINE where the classes do not tell. */
static int is_in_word(const Core *core, int i) {
    if (i < 0 || i >= core->mended.n) return 0;
    Unit c = core->mended.at[i];
    uint32_t classes = class_of(core, c);
    if (c == '1' || classes & (LETTER | MARK | DROPPED)) return 1;
    return classes & (FORM | ODD) && !is_isolate(c) ? NOT_MINE : 0;
}

/* Whether no shaped form of `mended` stands against its order: 0, or NOT_MINE. */
static int are_in_order(const Core *core) {
    for (int i = 0; i < core->mended.n; i++) {
        Unit c = core->mended.at[i];
        if (!(class_of(core, c) & FORM)) continue;
        uint32_t joins = mapped(core, c) >> FORM_JOINS;
        int beside = (joins & NO_LETTER) != 0;
        if (joins & JOINS_BEFORE) beside |= !(i && class_of(core, core->mended.at[i - 1]) & FORM) && is_in_word(core, i - 1) != 1;
        if (joins & JOINS_BEHIND) {
            int next = i + 1 < core->mended.n && class_of(core, core->mended.at[i + 1]) & FORM;
            beside |= !next && is_in_word(core, i + 1) != 1;
        }
        if (beside) return NOT_MINE;
    }
    return 0;
}

/* Whether a line holds ends of lines of old systems: for the rule about marks of direction it is several. */
static int is_several(const Unit *s, int n) {
    for (int i = 0; i + 1 < n; i++)
        if (s[i] == '\r' && s[i + 1] != '\n') return 1;
    return 0;
}

/* Put what the rules for the whole text make of the line into `mended`: 0, or NOT_MINE where Python must tell. */
int mend(Core *core, const Unit *s, int n, uint32_t all) {
    if (n > MOST_UNITS || !(all & (LETTER | FORM)) || is_several(s, n)) return NOT_MINE;
    int result = put_entities(core, s, n), repaired = 0;
    if (!result) result = drop_pairs(core);
    if (!result) result = drop_marks(core);
    for (int i = 0; !result && i < core->mended.n; i++) {
        Unit c = core->mended.at[i];
        uint32_t classes = class_of(core, c);
        if (classes & (LATIN | EMOJI | ENTITY) || c == '`' || c == '<' || c == '~') return NOT_MINE;
        repaired = classes & REPAIRED && !(classes & (FORM | BLANK)) && !is_mark(c) && !is_isolate(c);
        if (repaired) return NOT_MINE;
    }
    return result ? result : are_in_order(core);
}
