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

/* which strings a table can hold: a few bits in the cache spare most looks into a table that is not */
enum { SIEVE_BITS = 14 };
typedef struct {
    uint64_t bits[(1 << SIEVE_BITS) / 64];
} Sieve;

typedef struct {
    uint32_t at, n;
} Piece;

/* a template with slots for words: the pieces behind its first, and how many words the slots take */
typedef struct {
    uint64_t bits;
    Piece last;
    uint32_t inner, inner_n, most;
} Slotted;

/* all but the numbers lies in the image */
typedef struct {
    Py_buffer image;
    Text arena;
    Strings exact, starts, ends, heads, tails, firsts, dates;
    Sieve known_heads, known_tails, known_firsts;
    const Slotted *slotted;
    const Piece *pieces;
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

/* ROW: the columns of a line and how many words it has */
enum { COLUMNS = 15, ROW = COLUMNS + 1, UNKNOWN_FOLDING = -3, MOST_BLANK = 32, MOST_TITLE_LINES = 16 };

/* what a blank line may hold */
typedef struct {
    Unit at[MOST_BLANK];
    Py_ssize_t n;
} Whitespace;

/* phrases that lines begin with: of other pages, and of the way to the page */
enum { OPENS_LINK = 1, OPENS_PATH = 2 };
enum { STOP = 48 };
/* what stands in a line: a bracket before capitals, a first small letter, a straight quote that may close behind a space, a glued
   word behind what may be a name */
enum { BRACKETED = 1, SMALL_LEAD = 2, QUOTED = 4, NAMED = 8 };

/* what reads the lines of pages */
typedef struct {
    PyObject_HEAD
    PyObject *ask_page;
    PyTypeObject *column_type;
    uint32_t *pages[PAGES];     /* for 256 characters: 256 folded, 256 times what they are; asked for when met */
    Phrases phrases;
    Text arena, source;
    Strings counted;            /* words that are counted: the bits of their concepts, and from STOP on a stop word's number */
    Strings listed;             /* the keys of phrases of templates, numbers in them as one 0 */
    Strings openings;           /* the first two characters of phrases that lines begin with, and of which these are */
    Whitespace whitespace;
    uint32_t *seen, stamp;      /* the line in which a stop word was last seen */
    Line line;
    uint64_t *telling;
    Py_buffer codes;            /* by the place of a role's bit: its number in the order of the feature */
    uint64_t date;              /* the concept of words of dates */
    int head, most_words, no_case, longest_listed, longest_dated, longest_title, long_line, most_added, title_lines;
    int busy;               /* lines are being read: whoever else asks meanwhile is sent to Python */
} Reader;

/* strings.c */
int strings_fill(Strings *strings, Text *arena, PyObject *map);
const Entry *strings_find(const Strings *strings, const Text *arena, const Unit *w, int n);
const Entry *strings_find_hashed(const Strings *strings, const Text *arena, const Unit *w, int n, uint64_t hash);
void strings_end(Strings *strings);
void sieve_fill(Sieve *sieve, const Strings *strings);
static inline int sieve_has(const Sieve *sieve, uint64_t hash) {
    uint64_t bit = hash >> (64 - SIEVE_BITS);
    return sieve->bits[bit / 64] >> bit % 64 & 1;
}

/* phrases.c */
int phrases_open(Phrases *phrases, PyObject *tables);
void phrases_close(Phrases *phrases);
uint64_t roles_of(const Phrases *phrases, Line *line, const uint64_t *hash);

/* page_lines.c */
const uint32_t *page_of(Reader *reader, Unit c);
int cut_words(Reader *reader, const Unit *s, Py_ssize_t n, int most);
int may_be_listed(Reader *reader, uint64_t hash);
int row_of(Reader *reader, const Unit *s, Py_ssize_t n, int64_t *row, int *telling_n, int *words_n);

/* glance.c */
PyObject *glance(PyObject *self, PyObject *args);

/* signs.c */
int begins_with_address(const Unit *s, Py_ssize_t n);
enum { AHEAD = 32 }; /* how many units behind a line signs_in may read */
int signs_in(const Unit *s, Py_ssize_t start, Py_ssize_t end, PyObject *glued);

/* cut.c, shared.c, date_places.c, date_pieces.c */
PyObject *date_places(PyObject *self, PyObject *args);
PyObject *date_pieces(PyObject *self, PyObject *args);
PyObject *date_tokens(PyObject *self, PyObject *args);
PyObject *cut_lines(PyObject *self, PyObject *args);
int add(PyObject *list, PyObject *object); /* appends an object and lets it go */
int whitespace_open(Whitespace *whitespace, PyObject *from);
void strip(const Whitespace *whitespace, const Unit *s, Py_ssize_t *first, Py_ssize_t *last);
PyObject *shared(PyObject *self, PyObject *args);
PyObject *repeats(PyObject *self, PyObject *args);

/* column.c: whole numbers, one a line of a page */
typedef struct {
    PyObject_VAR_HEAD
    int64_t at[];
} Column;
static inline Py_ssize_t lines_in(const void *column) { return Py_SIZE((PyObject *)(uintptr_t)column); }
int is_column(PyObject *object);
Column *column_new(PyTypeObject *type, Py_ssize_t n);
Column *column_like(PyObject *self);

/* column_operations.c: one side is the numbers of a column, or one number for all lines, with a step of 0 */
typedef struct {
    const int64_t *at;
    Py_ssize_t step;
} Side;

/* What is computed: of two sides and two numbers; *size* is how many numbers the second side has where it is a table. */
typedef struct {
    Side a, b;
    int64_t x, y;
    Py_ssize_t size, n;
    int64_t *to;
} Operands;
typedef void (*Operation)(const Operands *r);

/* in the order of textnorm.pages.content.programs */
enum {
    ADDED, SUBTRACTED, MULTIPLIED, DIVIDED, COMMON_BITS, ALL_BITS, IS_LESS, IS_MORE, IS_EQUAL, HAS_BITS, LESS_OF, MORE_OF,
    BIT_LENGTHS, STEPS, SHIFTED, TOTALS, LOWEST, WINDOW, SINCE, UNTIL, RUNS, SUMS, PEAKS, HELD, HELD_BELOW, OPERATIONS,
    SCORED = OPERATIONS /* by a forest: what a program alone can do */
};
extern const Operation OPERATION[OPERATIONS];
int may_divide(const Side *by, Py_ssize_t n);

/* columns.c, column_groups.c: the methods of a column */
#define AS_METHOD(function) (PyCFunction)(void (*)(void))function
#define COLUMN_SCANS \
    {"filled", AS_METHOD(column_filled), METH_FASTCALL | METH_CLASS, "The same number for each of some lines."}, \
    {"places", column_places, METH_O | METH_CLASS, "The places of some lines."}, \
    {"shifted", AS_METHOD(column_shifted), METH_FASTCALL, "The column seen from further down."}, \
    {"totals", column_totals, METH_NOARGS, "The sum over each line and those above it."}, \
    {"lowest", column_lowest, METH_NOARGS, "The least number of each line and those above it."}, \
    {"window", AS_METHOD(column_window), METH_FASTCALL, "The sum over the lines round each."}, \
    {"since", column_since, METH_NOARGS, "How far above each line the last flagged one stands, in steps."}, \
    {"until", column_until, METH_NOARGS, "The same, looking down."}, \
    {"runs", column_runs, METH_NOARGS, "The length of the run of flagged lines that each line stands in, in steps."}, \
    {"bit_lengths", column_bit_lengths, METH_NOARGS, "How many bits each number has."}, \
    {"steps", column_steps, METH_O, "What a table has at the place of each number."}, \
    {"sum", column_sum, METH_NOARGS, "The sum of all numbers."}
#define COLUMN_GROUPS \
    {"sums", column_sums, METH_O, "The sum over the group of each line."}, \
    {"peaks", column_peaks, METH_O, "The largest number of the group of each line."}, \
    {"max", column_max, METH_NOARGS, "The largest number."}, \
    {"held", AS_METHOD(column_held), METH_FASTCALL, "The number at the last flagged line at or above each."}, \
    {"held_below", AS_METHOD(column_held_below), METH_FASTCALL, "The same, looking down."}, \
    {"gathered", AS_METHOD(column_gathered), METH_FASTCALL, "For each place the sum of the numbers that say it."}, \
    {"raised", column_raised, METH_O, "Each number with those that stand in its place."}, \
    {"inward", AS_METHOD(column_inward), METH_FASTCALL, "How many places from one inward each stands in."}, \
    {"branches", column_branches, METH_O, "For each place the one that its run of flagged ones begins in."}
PyObject *column_filled(PyObject *type, PyObject *const *args, Py_ssize_t given);
PyObject *column_places(PyObject *type, PyObject *size);
PyObject *column_gathered(PyObject *self, PyObject *const *args, Py_ssize_t given);
PyObject *column_raised(PyObject *self, PyObject *above);
PyObject *column_inward(PyObject *self, PyObject *const *args, Py_ssize_t given);
PyObject *column_branches(PyObject *self, PyObject *flags);
PyObject *column_shifted(PyObject *self, PyObject *const *args, Py_ssize_t given);
PyObject *column_totals(PyObject *self, PyObject *none);
PyObject *column_lowest(PyObject *self, PyObject *none);
PyObject *column_window(PyObject *self, PyObject *const *args, Py_ssize_t given);
PyObject *column_since(PyObject *self, PyObject *none);
PyObject *column_until(PyObject *self, PyObject *none);
PyObject *column_runs(PyObject *self, PyObject *none);
PyObject *column_bit_lengths(PyObject *self, PyObject *none);
PyObject *column_steps(PyObject *self, PyObject *table);
PyObject *column_sum(PyObject *self, PyObject *none);
PyObject *column_sums(PyObject *self, PyObject *starts);
PyObject *column_peaks(PyObject *self, PyObject *starts);
PyObject *column_max(PyObject *self, PyObject *none);
PyObject *column_held(PyObject *self, PyObject *const *args, Py_ssize_t given);
PyObject *column_held_below(PyObject *self, PyObject *const *args, Py_ssize_t given);

/* forest.c */
int features_of(PyObject *object);
int score_rows(PyObject *self, int64_t *const *row, const int32_t *places, Py_ssize_t n, int64_t *to);

/* reader.c, column.c, program.c, forest.c */
int add_reader(PyObject *module);
int add_column(PyObject *module);
int add_program(PyObject *module);
int add_forest(PyObject *module);

#endif
