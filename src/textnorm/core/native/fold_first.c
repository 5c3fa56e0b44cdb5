/* Owns what the rules for the whole text make of a line before all others when all of them are folds, or take marks of
 * direction away. Whether a character may be folded by itself is in the map; where more than what stands beside it may count,
 * Python is asked for the line. (What goes and cannot be seen: fold_unseen.c.)
 */
#include "fold.h"

/* Whether a character is a letter of Arabic script, or hides one. */
static int is_beside(const Folder *f, Unit c) {
    uint32_t classes = class_of(f->core, c);
    return (classes & SIGN && !(classes & (GAP | MARK | DROPPED))) || (is_unseen(f->core, c) && !is_direction(f, c));
}

/* Whether only spaces stand between a number and what is at *i*. */
static int is_behind_number(const Folder *f, const Unit *s, Py_ssize_t i) {
    Py_ssize_t before = i;
    while (before && s[before - 1] == ' ') before--;
    return before && before < i && fold_of(f, s[before - 1]) & NUMERAL;
}

/* Whether what stands beside a character, once all are folded one by one, calls for a rule. Marks of direction are left out:
   where one stands outside code, Python is asked for the line. */
int calls_for_rule(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i, Unit found) {
    Unit before = i ? s[i - 1] : ' ', behind = i + 1 < n ? s[i + 1] : ' ';
    uint32_t classes = class_of(f->core, s[i]);
    if (found & THOUSANDS) return (fold_of(f, before) & NUMERAL) && (fold_of(f, behind) & NUMERAL);
    if (found & PERCENT) return is_behind_number(f, s, i); /* other spaces are odd ones, which Python sees to, or become one in a gap */
    if (found & FOREIGN) return is_beside(f, before) || is_beside(f, behind);
    if (is_direction(f, s[i])) return 0;
    if (is_unseen(f->core, s[i])) return (fold_of(f, before) & CLOSING) != 0;
    if (classes & (MARK | VOWEL)) { /* where marks meet or are one with their letter, the order is another */
        uint32_t letter = class_of(f->core, before);
        return !(letter & LETTER) || (letter & COMPOSES && !(classes & VOWEL)) || class_of(f->core, behind) & (MARK | VOWEL);
    }
    return 0;
}

/* Whether all that a rule for the whole text may look at in a line are marks of direction in code between two backticks,
   where they stay. */
int are_all_in_code(const Folder *f, const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0, open = -1; i < n; i++) {
        Unit found = fold_of(f, s[i]);
        if (found & CODE) {
            if (i + 1 < n && fold_of(f, s[i + 1]) & CODE) return 0;
            open = open < 0 ? i : -1;
        } else if (class_of(f->core, s[i]) & REPAIRED) {
            if (!is_direction(f, s[i]) || open < 0) return 0;
            Py_ssize_t close = i;
            while (close < n && !(fold_of(f, s[close]) & CODE)) close++;
            if (close == n || close - open > LONGEST_CODE) return 0;
        }
    }
    return 1;
}

/* Whether only the map has anything to do with a line, of all rules for the whole text but the folds. */
static int needs_only_folds(const Folder *f, const Unit *s, Py_ssize_t n) {
    const Core *core = f->core;
    LineClasses classes = classes_of(core, s, n);
    if (n > INT32_MAX || holds_any_of(s, (int)n, &core->tables.repaired_if)) return 0;
    if (classes.all & REPAIRED && !are_all_in_code(f, s, n)) return 0;
    if (!(classes.all & SIGN)) return needs_nothing(core, s, n, classes.all);
    for (Py_ssize_t i = 0; classes.all & ENTITY && i < n; i++)
        if (s[i] == ';') return 0;
    return !classes.missing;
}

/* Whether something in a line may be code or an address, as a fold outside these sees it. */
static int may_hold_code(const Folder *f, const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < n; i++)
        if (is_fence(s, n, i) || fold_of(f, s[i]) & CODE ||
            (i && fold_of(f, s[i]) & COLON && fold_of(f, s[i - 1]) & BEFORE_COLON))
            return 1;
    return holds_any_of(s, (int)n, &f->addresses);
}

/* Whether a line holds what else ends a line for the rule about marks of direction, or may be a fence. */
static int is_several(const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < n; i++) {
        if (is_fence(s, n, i) || s[i] == '\v' || s[i] == '\f' || s[i] == 0x2028 || s[i] == 0x2029) return 1;
        if (s[i] == '\r' && i + 1 < n && s[i + 1] != '\n') return 1;
    }
    return 0;
}

/* Whether something that cannot be seen, and is no half-space, stands at *i*: what the rules make of it is not known here. */
static int is_other_unseen(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i) {
    return i < n && is_unseen(f->core, s[i]) && !(class_of(f->core, s[i]) & HALF_SPACE);
}

/* Whether a space belongs between *i* and *end*, where half-spaces may stand between them; ASK_FIRST where Python must tell. */
static int is_border(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i, Py_ssize_t end, int place) {
    int behind = is_letter(f, s, n, end), before = is_letter(f, s, n, i);
    int foreign = is_foreign(f, s[i]) || (end > i + 1 && fold_of(f, s[i]) & CLOSING), next = end < n && is_foreign(f, s[end]);
    if (place == INSIDE_CODE) return 0;
    if ((foreign || before) && is_other_unseen(f, s, n, end)) return ASK_FIRST;
    if (next && is_other_unseen(f, s, n, i)) return ASK_FIRST;
    if (!(foreign && behind) && !(before && next)) return 0;
    return place != OUTSIDE || before == ASK_FIRST || behind == ASK_FIRST ? ASK_FIRST : A_LETTER;
}

/* Append a line with a space between letters of two scripts, in place of the half-spaces there. */
static int part_scripts(const Folder *f, const Unit *s, Py_ssize_t n, Text *to) {
    Inside in = {0};
    const Unit space = ' ';
    for (Py_ssize_t i = 0, end; i < n; i = end) {
        int place = step(f, s, n, i, &in), border;
        if (is_fence(s, n, i)) return ASK_FIRST;
        for (end = i + 1; end < n && class_of(f->core, s[end]) & HALF_SPACE;) end++;
        if (place == ASK_FIRST || (border = is_border(f, s, n, i, end, place)) == ASK_FIRST) return ASK_FIRST;
        if (text_add(to, s + i, border ? 1 : end - i) || (border && text_add(to, &space, 1))) return FAILED;
    }
    return READY;
}

/* Whether something beside a character calls for a rule other than the one that parts scripts. */
static int calls_for_other(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i, int *parted) {
    Unit found = fold_of(f, s[i]);
    if (!may_call(f, s[i]) || !calls_for_rule(f, s, n, i, found)) return 0;
    if (found & (THOUSANDS | PERCENT) || !(found & FOREIGN || class_of(f->core, s[i]) & HALF_SPACE)) return 1;
    *parted = 1;
    return 0;
}

/* Put the folds of characters into *w*, but for those with one of the bits *kept*; return all that is known of them. */
static Unit fold_each(const Folder *f, const Unit *s, Py_ssize_t n, Unit kept, Unit *w) {
    Unit all = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        Unit found = fold_of(f, s[i]);
        all |= found;
        w[i] = found & BECOMES && !(found & kept) ? found & BECOMES : s[i];
    }
    return all;
}

/* Append a line without marks of direction outside code, and without stray half-spaces, after the folds of its characters. */
static int fold_bare(Folder *f, const Unit *s, Py_ssize_t n, Text *to) {
    int parted = 0, asked;
    Py_ssize_t strays = 0;
    if (count_strays(f, s, n)) {
        f->plain.n = 0;
        if ((asked = drop_strays(f, s, n, &f->plain, &strays))) return asked;
        s = f->plain.at, n = f->plain.n;
    }
    if (text_room(to, n)) return FAILED;
    Unit *w = to->at + to->n, all = fold_each(f, s, n, 0, w);
    if (all & ASKED || !needs_only_folds(f, s, n) || count_strays(f, w, n) != strays) return ASK_FIRST;
    if (all & OUTSIDE_CODE && may_hold_code(f, w, n)) return ASK_FIRST;
    for (Py_ssize_t i = 0; i < n; i++)
        if (calls_for_other(f, w, n, i, &parted)) return ASK_FIRST;
    if (!parted) {
        to->n += n;
        return READY;
    }
    f->parted.n = 0;
    if (text_add(&f->parted, w, n)) return FAILED;
    Py_ssize_t before = to->n;
    if ((asked = part_scripts(f, f->parted.at, n, to))) to->n = before;
    return asked;
}

/* Append a line of fenced code after the folds of its characters: what else is folded outside code stays. */
static int fold_code(const Folder *f, const Unit *s, Py_ssize_t n, Text *to) {
    if (text_room(to, n)) return FAILED;
    Unit *w = to->at + to->n, all = fold_each(f, s, n, OUTSIDE_CODE, w);
    if (all & ASKED || !needs_only_folds(f, s, n)) return ASK_FIRST;
    for (Py_ssize_t i = 0; i < n; i++)
        if (class_of(f->core, w[i]) & (MARK | VOWEL)) return ASK_FIRST;
    to->n += n;
    return READY;
}

/* Append a line without letters of Arabic script, where marks of direction stay, after the folds of its characters. */
static int fold_others(Folder *f, const Unit *s, Py_ssize_t n, Text *to) {
    f->bare.n = 0;
    if (text_room(to, n) || text_room(&f->bare, n)) return FAILED;
    Unit *w = to->at + to->n, all = fold_each(f, s, n, 0, w);
    for (Py_ssize_t i = 0; i < n; i++)
        if (!is_direction(f, s[i])) f->bare.at[f->bare.n++] = s[i];
    if (all & ASKED || !needs_only_folds(f, f->bare.at, f->bare.n) || count_strays(f, w, n)) return ASK_FIRST;
    if (all & OUTSIDE_CODE && may_hold_code(f, w, n)) return ASK_FIRST;
    for (Py_ssize_t i = 0; i < n; i++)
        if (may_call(f, w[i]) && calls_for_rule(f, w, n, i, fold_of(f, w[i]))) return ASK_FIRST;
    to->n += n;
    return READY;
}

/* Append a line after the folds of its characters; of fenced *code* as such. */
int first_fold(Folder *f, const Unit *s, Py_ssize_t n, int code, Text *to) {
    Unit all = 0;
    for (Py_ssize_t i = 0; i < n; i++) all |= fold_of(f, s[i]);
    if (code) return fold_code(f, s, n, to);
    if (all & DIRECTION && is_several(s, n)) return ASK_FIRST;
    if (!(all & DIRECTION) || are_all_in_code(f, s, n)) return fold_bare(f, s, n, to);
    if (n > INT32_MAX || holds_any_of(s, (int)n, &f->core->tables.repaired_if)) return ASK_FIRST;
    if (!(classes_of(f->core, s, n).all & SIGN)) return fold_others(f, s, n, to);
    f->bare.n = 0;
    int asked = drop_directions(f, s, n, &f->bare);
    return asked ? asked : fold_bare(f, f->bare.at, f->bare.n, to);
}
