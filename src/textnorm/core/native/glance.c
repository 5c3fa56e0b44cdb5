/* Owns one look at a whole text: what each of its lines may be, so that most detectors of textnorm.pages need not look at all. */
#include "pages.h"

/* What is found: the roles of each line, and the numbers of lines that may be something. What is not named here is none for certain. */
enum { LISTED, NUMBERED, ALIKE, OPENED, UNENDED, GLUED, HOMES, ADDRESSED, CLOSING, AGAIN, LISTS };

typedef struct {
    PyObject *roles, *lists[LISTS];
    uint64_t keys[MOST_TITLE_LINES];  /* of the latest lines that are not blank, one behind the other: equal for lines of equal words */
    Py_ssize_t filled;          /* how many lines were not blank */
    uint64_t every;             /* the roles of all lines together */
    int signs;                  /* what stands in one of the lines */
    const Unit *above;          /* the line above, and its length */
    Py_ssize_t above_n;
} Seen;

static int seen_open(Seen *seen, Py_ssize_t lines) {
    int failed = !(seen->roles = PyList_New(lines));
    for (int i = 0; i < LISTS; i++) failed = !(seen->lists[i] = PyList_New(0)) || failed;
    return failed ? FAILED : 0;
}

static PyObject *seen_end(Seen *seen, int failed) {
    PyObject *every = failed ? NULL : PyLong_FromUnsignedLongLong(seen->every);
    PyObject *const *list = seen->lists;
    PyObject *all = every ? Py_BuildValue("(OOOOOOOOOOOOi)", seen->roles, list[LISTED], list[NUMBERED], list[ALIKE], list[OPENED],
                                          list[UNENDED], list[GLUED], list[HOMES], list[ADDRESSED], list[CLOSING], list[AGAIN], every,
                                          seen->signs)
                          : NULL;
    Py_XDECREF(every);
    Py_XDECREF(seen->roles);
    for (int i = 0; i < LISTS; i++) Py_XDECREF(seen->lists[i]);
    return all;
}

static int note(Seen *seen, int list, Py_ssize_t number) { return add(seen->lists[list], PyLong_FromSsize_t(number)); }

static int put_roles(Seen *seen, Py_ssize_t number, uint64_t bits) {
    PyObject *value = PyLong_FromUnsignedLongLong(bits);
    seen->every |= bits;
    return !value || PyList_SetItem(seen->roles, number, value) ? FAILED : 0;
}

/* no line has these keys: one that is no title, and one of which it cannot be told */
enum { NO_TITLE = 0, UNTOLD = 1 };

/* Whether a line that is not blank may be a title that a line not far above it says, too; keeps its key. */
static int says_again(const Reader *reader, Seen *seen, uint64_t key) {
    Py_ssize_t above = seen->filled < reader->title_lines - 1 ? seen->filled : reader->title_lines - 1;
    int again = key == UNTOLD;
    for (Py_ssize_t i = 1; i <= above && key != NO_TITLE; i++) {
        uint64_t other = seen->keys[(seen->filled - i) % MOST_TITLE_LINES];
        again |= other == key || other == UNTOLD;
    }
    seen->keys[seen->filled++ % MOST_TITLE_LINES] = key;
    return again;
}

/* Whether more than *most* words begin in the first units of a line for certain: more letters than that stand behind a space. No branch. */
static int has_more_words(const Unit *s, Py_ssize_t n, int most) {
    enum { FIRST = 384, ALEF = 0x0627, YEH = 0x064A, TATWEEL = 0x0640 };
    unsigned found = 0;
    Py_ssize_t end = n < FIRST ? n : FIRST;
    for (Py_ssize_t i = 1; i < end; i++) {
        unsigned is_latin = (s[i] | 32) - 'a' < 26, is_arabic = (s[i] - ALEF <= YEH - ALEF) & (s[i] != TATWEEL);
        found += (s[i - 1] == ' ') & (is_latin | is_arabic);
    }
    return found > (unsigned)most;
}

/* Whether the words of a line say nothing: it is too long for a title, a date and a phrase of a template, and has too many words for
   another phrase. */
static int says_nothing(const Reader *reader, const Unit *s, Py_ssize_t n) {
    if (n <= reader->longest_title || n < reader->longest_dated || n <= reader->longest_listed) return 0;
    return has_more_words(s, n, reader->phrases.most_words);
}

/* What the words of a line say: its roles, whether it may be a phrase or a date, or a title that was said before. */
static int words_seen(Reader *reader, Seen *seen, Py_ssize_t number, const Unit *s, Py_ssize_t n) {
    Line *line = &reader->line;
    if (says_nothing(reader, s, n)) {
        says_again(reader, seen, NO_TITLE);
        return put_roles(seen, number, 0);
    }
    int most = n <= reader->longest_title && n < reader->head ? (int)n : reader->phrases.most_words;
    int result = cut_words(reader, s, n, most);
    if (result) return result;
    uint64_t hash = line->n <= most ? hash_of(line->key.at, (int)line->key.n) : 0;
    uint64_t key = n > reader->longest_title ? NO_TITLE : line->n > most || line->odd_case || hash <= UNTOLD ? UNTOLD : hash;
    if (says_again(reader, seen, key) && note(seen, AGAIN, number)) return FAILED;
    if (n < reader->longest_dated && line->has_digit && note(seen, NUMBERED, number)) return FAILED;
    if (line->n && n <= reader->longest_listed) {
        int listed = may_be_listed(reader, hash);
        if (listed < 0 || (listed && note(seen, LISTED, number))) return FAILED;
    }
    uint64_t bits = roles_of(&reader->phrases, line, line->n <= most ? &hash : NULL);
    return bits == UINT64_MAX ? FAILED : put_roles(seen, number, bits);
}

/* Whether lines may begin with the same letters, as far as this tells; no shorter line is empty. */
static int begin_alike(Reader *reader, const Unit *one, const Unit *other, Py_ssize_t n) {
    enum { UNSURE = UNFOLDABLE | ODD_CASE | LEFT_OUT, OF_CASE = ALPHABETIC | UPPER | TITLE | LOWER, LETTERS = 3 };
    for (Py_ssize_t i = 0; i < n && i < LETTERS; i++) {
        if (one[i] == other[i]) continue;
        const uint32_t *page = page_of(reader, one[i]), *second = page ? page_of(reader, other[i]) : NULL;
        if (!second) return FAILED;
        int at = one[i] & 255, where = other[i] & 255;
        uint32_t either = page[PAGE + at] | second[PAGE + where];
        if (either & UNSURE) return 1;
        if (!(either & OF_CASE) || page[at] != second[where]) return 0;
    }
    return 1;
}

/* What the ends of a line say: it may begin like the line above, or like a phrase, or be an address; it may be long and without an end. */
static int ends_seen(Reader *reader, Seen *seen, Py_ssize_t number, const Unit *s, Py_ssize_t n) {
    const uint32_t *last = page_of(reader, s[n - 1]);
    if (!last) return FAILED;
    Py_ssize_t more = n - seen->above_n, less = more < 0 ? n : seen->above_n;
    int near = seen->above && more <= reader->most_added && -more <= reader->most_added;
    int alike = near ? begin_alike(reader, seen->above, s, less) : 0;
    if (alike < 0 || (alike && note(seen, ALIKE, number - 1))) return FAILED;
    const Entry *opening = n > 1 ? strings_find(&reader->openings, &reader->arena, s, 2) : NULL;
    if (opening && opening->value & OPENS_LINK && note(seen, OPENED, number)) return FAILED;
    if (opening && opening->value & OPENS_PATH && note(seen, HOMES, number)) return FAILED;
    if (begins_with_address(s, n) && note(seen, ADDRESSED, number)) return FAILED;
    if (n > 1 && s[0] - 'a' < 26) seen->signs |= SMALL_LEAD;
    uint32_t may_end = WORD_PART | UNFOLDABLE | ODD_CASE | LEFT_OUT;
    return n >= reader->long_line && last[PAGE + (s[n - 1] & 255)] & may_end && note(seen, UNENDED, number) ? FAILED : 0;
}

/* What single characters say, those at the ends of the line included. */
static int signs_seen(Seen *seen, Py_ssize_t number, const Unit *s, Py_ssize_t first, Py_ssize_t last) {
    int signs = signs_in(s, first, last, seen->lists[GLUED]);
    if (signs < 0) return FAILED;
    seen->signs |= signs;
    return signs & QUOTED && note(seen, CLOSING, number) ? FAILED : 0;
}

static int see_line(Reader *reader, Seen *seen, Py_ssize_t number, const Unit *s, Py_ssize_t first, Py_ssize_t last) {
    if (signs_seen(seen, number, s, first, last)) return FAILED;
    strip(&reader->whitespace, s, &first, &last);
    int result = first == last ? put_roles(seen, number, 0) : words_seen(reader, seen, number, s + first, last - first);
    if (!result && first < last) result = ends_seen(reader, seen, number, s + first, last - first);
    seen->above = first == last ? NULL : s + first;
    seen->above_n = last - first;
    return result;
}

/* Of a text and where its lines begin: the roles of each line as bits; the numbers of lines that may be phrases, that are short and
   have a digit, that may begin like the next one, that begin like a phrase of links, that are long and have no end; the places of
   capitals inside words; the numbers of lines that begin like a path, with an address, that have a quote which may close behind a
   space, that may say one of a few lines above again; the roles of all; what stands in one of them, as bits. None where a folding is
   not known. */
PyObject *glance(PyObject *self, PyObject *args) {
    Reader *reader = (Reader *)self;
    PyObject *text, *starts;
    if (!PyArg_ParseTuple(args, "UO!", &text, &PyList_Type, &starts)) return NULL;
    if (reader->busy) Py_RETURN_NONE;
    Py_ssize_t n = PyUnicode_GetLength(text), lines = PyList_Size(starts) - 1;
    Unit *s = PyMem_Malloc(sizeof(Unit) * (size_t)(n + 1 + AHEAD));
    if (!s) return PyErr_NoMemory();
    memset(s + n, 0, sizeof(Unit) * (1 + AHEAD));
    Seen seen = {0};
    int result = (n && !PyUnicode_AsUCS4(text, s, n + 1, 0)) || seen_open(&seen, lines) ? FAILED : 0;
    reader->busy = 1;
    for (Py_ssize_t i = 0; i < lines && !result; i++) {
        Py_ssize_t first = PyLong_AsSsize_t(PyList_GetItem(starts, i)), end = PyLong_AsSsize_t(PyList_GetItem(starts, i + 1)) - 1;
        int inside = first >= 0 && first <= end && end <= n;
        if (!inside && !PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "lines must stand in the text, one after the other");
        result = inside ? see_line(reader, &seen, i, s, first, end) : FAILED;
    }
    reader->busy = 0;
    PyMem_Free(s);
    PyObject *all = seen_end(&seen, result);
    if (result == UNKNOWN_FOLDING) Py_RETURN_NONE;
    return all;
}
