/* Owns the cheap look for dates: where in a text textnorm.dates.windows must try its patterns. What is not found here is no date. */
#include "pages.h"

/* what textnorm.dates.windows says of a character of the first 65,536 */
enum { A_DIGIT = 1, A_ONE = 2, INVISIBLE = 4, A_GAP = 8, BEGINS_MONTH = 16, ENDS_MONTH = 32, IN_NUMBER = 64, ENDS_DAY = 128 };
enum { MOST_GAP = 4, MOST_BEHIND = 3, MOST_SPACES = 2, CLASSED = 1 << 16, LETTERS = 64 };
#define HEH 0x0647
#define ZAIN 0x0632
#define KASHIDA 0x0640

typedef struct {
    const Unit *s;
    Py_ssize_t n;
    const uint8_t *classes;
    const Unit *pairs;          /* the first two letters of months */
    Py_ssize_t pairs_n;
    const uint8_t *letters;     /* by character, the number of its letter; 0 where that cannot be told */
    const uint8_t *endings;     /* by the numbers of two letters, whether a month ends with these */
} Scan;

static int is(const Scan *scan, Py_ssize_t at, int class) {
    return at >= 0 && at < scan->n && scan->s[at] < CLASSED && scan->classes[scan->s[at]] & class;
}

static int is_char(const Scan *scan, Py_ssize_t at, Unit c) { return at >= 0 && at < scan->n && scan->s[at] == c; }

/* Whether what stands behind a number of one or two digits may go on a date: a month, or another number. */
static int goes_on(const Scan *scan, Py_ssize_t end) {
    Py_ssize_t at = end;
    while (is(scan, at, INVISIBLE)) at++;
    if (is(scan, at, A_DIGIT)) return 0;
    if (is(scan, at, IN_NUMBER) || (is_char(scan, end, '.') && is(scan, end + 1, A_DIGIT))) return 1;
    for (int gap = 0; gap <= MOST_GAP; gap++, end++) {
        if (is(scan, end + is_char(scan, end, KASHIDA), BEGINS_MONTH)) return 1;
        if (!is(scan, end, A_GAP)) return 0;
    }
    return 0;
}

static int letter_at(const Scan *scan, Py_ssize_t at) {
    return at < 0 || scan->s[at] >= CLASSED ? 0 : scan->letters[scan->s[at]] % LETTERS;
}

/* Whether a month may end with a character and the one before it. */
static int ends_month(const Scan *scan, Py_ssize_t at) {
    int last = letter_at(scan, at), before = letter_at(scan, at - 1);
    return !last || !before || is(scan, at, A_GAP) || scan->endings[before * LETTERS + last];
}

/* Whether a month may stand before a number of one or two digits. */
static int stands_behind(const Scan *scan, Py_ssize_t start, Py_ssize_t end) {
    while (is(scan, end, INVISIBLE)) end++;
    if (is(scan, end, A_DIGIT)) return 0;
    for (int gap = 0; gap <= MOST_BEHIND; gap++) {
        if (is(scan, --start, ENDS_MONTH)) return ends_month(scan, start);
        if (!is(scan, start, A_GAP)) return 0;
    }
    return 0;
}

/* Whether a date may be found by the number that begins here. */
static int is_number(const Scan *scan, Py_ssize_t at) {
    if (is(scan, at - 1, A_DIGIT)) return 0;
    if (is_char(scan, at - 1, ':')) return 1;
    int inside = 1;
    for (Py_ssize_t i = at + 1; i <= at + 3; i++) inside = inside && is(scan, i, A_DIGIT | INVISIBLE);
    if (inside && is(scan, at, A_ONE)) return 1;
    Py_ssize_t end = at + 1 + is(scan, at + 1, A_DIGIT);
    return goes_on(scan, end) || stands_behind(scan, at, end);
}

/* Whether a year in words may begin here, «هزار و سیصد», or a month behind the day in words that ends here. */
static int is_in_words(const Scan *scan, Py_ssize_t at) {
    Py_ssize_t next = at + 1;
    if (scan->s[at] == HEH) {
        while (is(scan, next, INVISIBLE) || is_char(scan, next, KASHIDA)) next++;
        return is_char(scan, next, ZAIN);
    }
    if (!is(scan, at - 1, ENDS_DAY) || !is(scan, at, A_GAP)) return 0;
    for (int spaces = 0; spaces < MOST_SPACES && is(scan, next, A_GAP); spaces++) next++;
    for (Py_ssize_t i = 0; i < scan->pairs_n; i += 2)
        if (is_char(scan, next, scan->pairs[i]) && is_char(scan, next + 1, scan->pairs[i + 1])) return 1;
    return 0;
}

static int scan_text(const Scan *scan, PyObject *numbers, PyObject *words) {
    for (Py_ssize_t at = 0; at < scan->n; at++) {
        if (scan->s[at] >= CLASSED) continue;
        int class = scan->classes[scan->s[at]];
        if (class & A_DIGIT && is_number(scan, at) && add(numbers, PyLong_FromSsize_t(at))) return FAILED;
        if ((class & A_GAP || scan->s[at] == HEH) && is_in_words(scan, at) && add(words, PyLong_FromSsize_t(at))) return FAILED;
    }
    return 0;
}

/* Where numbers and words stand that may say a date, from a text, the classes and letters of characters, and how months begin and end. */
PyObject *date_places(PyObject *self, PyObject *args) {
    (void)self;
    enum { MOST_PAIRS = 128 };
    PyObject *text, *pairs;
    const char *classes, *letters, *endings;
    Py_ssize_t classes_n, letters_n, endings_n;
    Unit begins[MOST_PAIRS];
    if (!PyArg_ParseTuple(args, "Uy#Uy#y#", &text, &classes, &classes_n, &pairs, &letters, &letters_n, &endings, &endings_n)) return NULL;
    Py_ssize_t n = PyUnicode_GetLength(text), pairs_n = from_str(pairs, begins, MOST_PAIRS);
    if (classes_n != CLASSED || letters_n != CLASSED || endings_n != LETTERS * LETTERS || pairs_n < 0 || pairs_n % 2)
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "65,536 classes and letters, and pairs of letters are wanted");
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1));
    if (!s) return PyErr_NoMemory();
    PyObject *numbers = PyList_New(0), *words = PyList_New(0);
    int failed = !numbers || !words || (n && !PyUnicode_AsUCS4(text, s, n + 1, 0));
    Scan scan = {s, n, (const uint8_t *)classes, begins, pairs_n, (const uint8_t *)letters, (const uint8_t *)endings};
    if (!failed) failed = scan_text(&scan, numbers, words);
    PyMem_Free(s);
    PyObject *found = failed ? NULL : PyTuple_Pack(2, numbers, words);
    Py_XDECREF(numbers);
    Py_XDECREF(words);
    return found;
}
