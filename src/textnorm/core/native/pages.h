/* What the files for pages share: tables of strings, and what is known of characters and of phrases. */
#ifndef TEXTNORM_PAGES_H
#define TEXTNORM_PAGES_H

#include "core.h"

/* what textnorm.pages.content.native says of a character: bits, and two classes in four bits each */
enum {
    WORD_PART = 1 << 0,    /* of the folded character: it stands in a word */
    NUMERAL = 1 << 1,      /* of the folded character */
    ALPHABETIC = 1 << 2,   /* of the folded character */
    LEFT_OUT = 1 << 3,     /* folding drops it */
    UNFOLDABLE = 1 << 4,   /* its folding is no single character, or depends on its neighbours */
    UPPER = 1 << 5,
    TITLE = 1 << 6,
    LOWER = 1 << 7,
    SPACE = 1 << 8,
    ODD_CASE = 1 << 9,     /* case folding makes another letter of it than its small one */
    START = 12,            /* the class of a line that begins with it, from this bit on */
    END = 16,              /* the class of a line that ends with it */
};

typedef struct {
    uint64_t hash, value;
    uint32_t at, n;        /* the key, in the arena */
} Entry;

typedef struct {
    Entry *slots;          /* open addressing; a slot without a hash is empty */
    uint32_t room;
} Strings;

typedef struct {
    uint32_t at, n;
} Piece;

/* a template with slots for words: the pieces behind its first, and how many words the slots take */
typedef struct {
    uint64_t bits;
    Piece last;
    uint32_t inner, inner_n, most;
} Slotted;

typedef struct {
    Text arena;
    Strings exact, starts, ends, heads, tails, firsts, dates;
    Slotted *slotted;
    Piece *pieces;
    uint64_t alone, slot, row;
    int most_words;        /* lines of more words are no interface */
} Phrases;

typedef struct {
    int at, n;
    int digit_first, all_digits;
} PageWord;

/* the words of a line: their letters stand in `key`, one behind the other */
typedef struct {
    Text key, other;
    PageWord *words, *others;
    int n, all_alpha, odd_case, has_digit;
} Line;

enum { COLUMNS = 15, UNKNOWN_FOLDING = -3 };

/* what reads the lines of pages */
typedef struct {
    PyObject_HEAD
    PyObject *ask_page;
    uint32_t *pages[PAGES];     /* for 256 characters: 256 folded, 256 times what they are; asked for when met */
    Phrases phrases;
    Text arena, source;
    Strings concepts, stops;    /* a stop word's number, from 0 on */
    Strings listed;             /* the keys of phrases of templates, numbers in them as one 0 */
    uint32_t *seen, stamp;      /* the line in which a stop word was last seen */
    Line line;
    uint64_t *telling;
    Py_buffer codes;            /* by the place of a role's bit: its number in the order of the feature */
    uint64_t date;              /* the concept of words of dates */
    int head, most_words, no_case, longest_listed, longest_dated;
    int busy;               /* lines are being read: whoever else asks meanwhile is sent to Python */
} Reader;

/* strings.c */
int strings_fill(Strings *strings, Text *arena, PyObject *map);
const Entry *strings_find(const Strings *strings, const Text *arena, const Unit *w, int n);
const Entry *strings_find_hashed(const Strings *strings, const Text *arena, const Unit *w, int n, uint64_t hash);
void strings_end(Strings *strings);

/* phrases.c */
int phrases_open(Phrases *phrases, PyObject *tables);
void phrases_close(Phrases *phrases);
uint64_t roles_of(const Phrases *phrases, Line *line);

/* page_lines.c */
int cut_words(Reader *reader, const Unit *s, Py_ssize_t n, int most);
int may_be_listed(Reader *reader);
int row_of(Reader *reader, const Unit *s, Py_ssize_t n, int64_t *row, int *telling_n, int *words_n);

/* cut.c, shared.c */
PyObject *cut_lines(PyObject *self, PyObject *args);
PyObject *glued(PyObject *self, PyObject *text);
PyObject *shared(PyObject *self, PyObject *args);

/* reader.c, columns.c, forest.c */
int add_reader(PyObject *module);
int add_forest(PyObject *module);
extern PyMethodDef column_methods[]; /* functions of the module */

#endif
