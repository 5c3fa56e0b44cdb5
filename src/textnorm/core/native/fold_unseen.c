/* Owns what the folds take away that cannot be seen, outside code and addresses: marks of direction, and half-spaces and
 * joiners that part and join nothing. Also where code and addresses stand in a line.
 */
#include "fold.h"

enum { NEAR = 400 }; /* so near to a mark of direction must a letter stand, that it is one of Persian text */
enum { ZWNJ = 0x200C, ZWJ = 0x200D };

static int is_ink(const Folder *f, Unit c) { return c > ' ' && !(class_of(f->core, c) & BLANK) && !(fold_of(f, c) & CODE); }

/* Where an address may begin in the ink from *i* on to *end*; *end* where there is none. */
static Py_ssize_t start_of_address(const Folder *f, const Unit *s, Py_ssize_t i, Py_ssize_t end) {
    for (Py_ssize_t at = i; at < end; at++) {
        if (s[at] == '.' && at > i + 2 && (s[at - 1] | 32) == 'w' && (s[at - 2] | 32) == 'w' && (s[at - 3] | 32) == 'w')
            return at - 3;
        if (!(fold_of(f, s[at]) & COLON) || at == i || !(fold_of(f, s[at - 1]) & BEFORE_COLON)) continue;
        while (at > i && fold_of(f, s[at - 1]) & BEFORE_COLON) at--;
        return at;
    }
    return end;
}

/* Where *i* is, of which the places before are known; ASK_FIRST where that is not known. */
int step(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i, Inside *in) {
    if (i < in->code) return INSIDE_CODE;
    if (fold_of(f, s[i]) & CODE) {
        Py_ssize_t close = i + 1;
        while (close < n && !(fold_of(f, s[close]) & CODE)) close++;
        if (close == i + 1 || close - i > LONGEST_CODE) return ASK_FIRST;
        if (close < n) in->code = close + 1;
        return INSIDE_CODE;
    }
    if (i >= in->run && is_ink(f, s[i])) {
        for (in->run = i; in->run < n && is_ink(f, s[in->run]);) in->run++;
        in->address = start_of_address(f, s, i, in->run);
    }
    return i < in->run && i >= in->address ? INSIDE_ADDRESS : OUTSIDE;
}

/* Whether a letter stands at *i* for a rule that looks for one of Arabic script; ASK_FIRST where the classes do not tell. */
int is_letter(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i) {
    if (i < 0 || i >= n) return 0;
    uint32_t classes = class_of(f->core, s[i]);
    return classes & LETTER ? A_LETTER : classes & SIGN && !(classes & (GAP | MARK | DROPPED)) ? ASK_FIRST : 0;
}

/* Whether a letter stands near *i*. */
static int is_near_letter(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i) {
    Py_ssize_t first = i > NEAR ? i - NEAR : 0, last = i + NEAR < n ? i + NEAR : n;
    for (Py_ssize_t at = first; at < last; at++)
        if (class_of(f->core, s[at]) & LETTER) return 1;
    return 0;
}

/* Put a line without the marks of direction outside its code into *to*. */
int drop_directions(const Folder *f, const Unit *s, Py_ssize_t n, Text *to) {
    Inside in = {0};
    if (text_room(to, n)) return FAILED;
    for (Py_ssize_t i = 0, end; i < n; i = end) {
        int place = step(f, s, n, i, &in);
        end = i + 1;
        if (place == ASK_FIRST) return ASK_FIRST;
        if (place == INSIDE_CODE || !is_direction(f, s[i])) {
            to->at[to->n++] = s[i];
            continue;
        }
        while (end < n && is_direction(f, s[end])) end++;
        int before = is_letter(f, s, n, i - 1), behind = is_letter(f, s, n, end);
        if (place != OUTSIDE || before == ASK_FIRST || behind == ASK_FIRST || (before && behind)) return ASK_FIRST;
        if (!is_near_letter(f, s, n, i)) return ASK_FIRST;
    }
    return READY;
}

/* a run of half-spaces and joiners in a line */
typedef struct {
    Py_ssize_t start, end;
    int joins; /* it holds no half-space */
} Joiners;

static int is_joiner(Unit c) { return c == ZWNJ || c == ZWJ; }

static Joiners joiners_at(const Unit *s, Py_ssize_t n, Py_ssize_t i) {
    Joiners run = {i, i, 1};
    for (; run.end < n && is_joiner(s[run.end]); run.end++) run.joins &= s[run.end] == ZWJ;
    return run;
}

/* Whether a sign or a space stands at *i*, or an end of the line. */
static int is_open(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i) {
    return i < 0 || i >= n || s[i] == '\n' || is_one_of(&f->open_signs, s + i, 1);
}

/* Whether a run of half-spaces and joiners parts and joins nothing; ASK_FIRST where the classes do not tell. */
static int is_stray(const Folder *f, const Unit *s, Py_ssize_t n, Joiners run) {
    Py_ssize_t left = run.start - 1, right = run.end;
    if (left >= 0 && right < n && class_of(f->core, s[left]) & class_of(f->core, s[right]) & LETTER) return 0;
    int opens = is_open(f, s, n, left), closes = is_open(f, s, n, right);
    if (opens == closes) return opens ? A_LETTER : 0;
    Py_ssize_t other = opens ? right : left;
    if (is_foreign(f, s[other])) return A_LETTER;
    return run.joins ? is_letter(f, s, n, other) : 0;
}

/* How many runs of a line are stray, also in code. */
Py_ssize_t count_strays(const Folder *f, const Unit *s, Py_ssize_t n) {
    Py_ssize_t found = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        if (!is_joiner(s[i])) continue;
        Joiners run = joiners_at(s, n, i);
        found += is_stray(f, s, n, run) != 0;
        i = run.end;
    }
    return found;
}

/* Whether what stands on both sides of a run cannot be read as one thing without it: a space, an end or a bracket is there. */
static int stays_apart(const Unit *s, Py_ssize_t n, Joiners run) {
    Unit left = run.start ? s[run.start - 1] : ' ', right = run.end < n && s[run.end] != '\n' ? s[run.end] : ' ';
    return left == ' ' || right == ' ' || left == '(' || left == '[' || right == ')' || right == ']';
}

/* Put a line without its stray half-spaces and joiners outside code into *to*; in *kept* how many stay, in code. */
int drop_strays(const Folder *f, const Unit *s, Py_ssize_t n, Text *to, Py_ssize_t *kept) {
    Inside in = {0};
    if (text_room(to, n)) return FAILED;
    for (Py_ssize_t i = 0; i < n;) {
        int place = step(f, s, n, i, &in);
        Joiners run = joiners_at(s, n, i);
        int stray = run.end > i ? is_stray(f, s, n, run) : 0, stays = !stray || place == INSIDE_CODE;
        if (place == ASK_FIRST || is_fence(s, n, i)) return ASK_FIRST;
        if (!stays && (stray == ASK_FIRST || place != OUTSIDE || !stays_apart(s, n, run))) return ASK_FIRST;
        if (stays) *kept += stray != 0;
        if (run.end == i) run.end++;
        for (; i < run.end; i++)
            if (stays) to->at[to->n++] = s[i];
    }
    return READY;
}
