/* Owns the signs in a line that detectors of textnorm.pages look at: capitals inside words, brackets, straight quotes, addresses. */
#include "pages.h"

static int is_small(Unit c) { return c - 'a' < 26; }
static int is_capital(Unit c) { return c - 'A' < 26; }
static int is_of_word(Unit c) { return is_small(c) || is_capital(c) || c - '0' < 10 || c == '_'; }
static int is_sign(Unit c, const char *signs) { return c && c < 128 && strchr(signs, (int)c) != NULL; }

enum { LEAST_HALF = 2, MOST_HALF = 19, ELLIPSIS = 0x2026, BLOCK = AHEAD };

/* Whether a capital behind a small letter begins the second half of a word such as NovakPetra, which stands alone as far as ASCII tells;
   *first_half* gets where the word begins. */
static int is_glued(const Unit *s, Py_ssize_t i, Py_ssize_t n, Py_ssize_t *first_half) {
    Py_ssize_t start = i - 1, end = i + 1;
    while (start > 0 && i - start <= MOST_HALF + 1 && is_small(s[start])) start--;
    while (end < n && end - i <= MOST_HALF + 1 && is_small(s[end])) end++;
    *first_half = start;
    Py_ssize_t first = i - start - 1, second = end - i - 1;
    if (!is_capital(s[start]) || first < LEAST_HALF || first > MOST_HALF || second < LEAST_HALF || second > MOST_HALF) return 0;
    if (start && (is_of_word(s[start - 1]) || is_sign(s[start - 1], "./#@-"))) return 0;
    return !(end < n && (is_of_word(s[end]) || is_sign(s[end], "./(:=-")));
}

/* Whether a straight quote behind a space may close. */
static int may_close(const Unit *s, Py_ssize_t i, Py_ssize_t n) {
    if (i < 2 || s[i - 1] != ' ') return 0;
    if (i + 1 < n && s[i + 1] == '(') return 1;
    return (is_sign(s[i - 2], ".!?,") || s[i - 2] == ELLIPSIS) && (i + 1 == n || is_sign(s[i + 1], " .,"));
}

/* Whether a bracket opens right behind a small letter, and before a capital. */
static int opens_acronym(const Unit *s, Py_ssize_t i, Py_ssize_t n) {
    return i > 0 && i + 1 < n && is_small(s[i - 1]) && is_capital(s[i + 1]);
}

int begins_with_address(const Unit *s, Py_ssize_t n) {
    Py_ssize_t at = n > 1 && s[0] == '/' ? 0 : n > 6 && s[4] == ':' ? 5 : n > 7 && s[5] == ':' ? 6 : n;
    return at + 1 < n && s[at] == '/' && s[at + 1] == '/';
}

/* Whether what may be a name stands before a word, with one space between them; at the end of the line above, too. */
static int follows_name(const Unit *s, Py_ssize_t word) {
    if (word && s[word - 1] == '\n') word--;
    return word > 1 && s[word - 1] == ' ' && is_small(s[word - 2]);
}

/* Whether one of some units may be a sign, or a capital behind a small letter; the unit before them is read, too. No branch: compilers
   make a few instructions of it for many units. */
static int may_hold_signs(const Unit *s) {
    unsigned found = 0;
    for (int i = 0; i < BLOCK; i++) found |= (unsigned)(is_capital(s[i]) & is_small(s[i - 1])) | (s[i] == '"') | (s[i] == '(');
    return found != 0;
}

/* Take one unit of a line into account. */
static int add_sign(const Unit *s, Py_ssize_t start, Py_ssize_t i, Py_ssize_t end, int *found, PyObject *glued) {
    if (is_capital(s[i])) {
        Py_ssize_t word;
        if (i == start || !is_small(s[i - 1]) || !is_glued(s + start, i - start, end - start, &word)) return 0;
        if (follows_name(s, start + word)) *found |= NAMED;
        return add(glued, PyLong_FromSsize_t(i));
    }
    if (s[i] == '"' && may_close(s + start, i - start, end - start)) *found |= QUOTED;
    if (s[i] == '(' && opens_acronym(s + start, i - start, end - start)) *found |= BRACKETED;
    return 0;
}

/* The signs of the line from *start* to *end*; the places of capitals inside words are appended to *glued*. AHEAD units behind the
   line are looked at, too: what stands there does not matter. */
int signs_in(const Unit *s, Py_ssize_t start, Py_ssize_t end, PyObject *glued) {
    int found = 0;
    for (Py_ssize_t i = start, block = start + 1; i < end; i++) {
        while (i == block && i < end && !may_hold_signs(s + i)) i = block += BLOCK;
        if (i == block) block += BLOCK;
        if (i < end && add_sign(s, start, i, end, &found, glued)) return FAILED;
    }
    return found;
}
