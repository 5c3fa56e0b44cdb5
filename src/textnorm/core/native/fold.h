/* What fold.c and folder.c share: the map of folds, and the type Folder. */
#ifndef TEXTNORM_FOLD_H
#define TEXTNORM_FOLD_H

#include "core.h"

/* what the map says of a character, in the bits above the one that it becomes; the names in fold_tables.py */
enum {
    ASKED = 1 << 21,        /* Python folds the line */
    OUTSIDE_CODE = 1 << 22, /* stays in code and addresses */
    THOUSANDS = 1 << 23,    /* may go between digits */
    PERCENT = 1 << 24,      /* what stands before it may go */
    CLOSING = 1 << 25,      /* behind it a half-space is another thing than between letters */
    FOREIGN = 1 << 26,      /* parts from Persian letters beside it */
    NUMERAL = 1 << 27,
    CODE = 1 << 28,         /* code may begin with it */
    COLON = 1 << 29,
    BEFORE_COLON = 1 << 30, /* what stands before the colon of an address */
};
#define DIRECTION (1u << 31) /* a mark of direction: it stays in code */
enum { BECOMES = ASKED - 1, LETTERS = 0x600, DROP = 0xFFFF, LONGEST = 120, MOST_KNOWN = 1 << 14, MOST_PASSES = 8,
       LONGEST_CODE = 2000 };
enum { MOST_TABLES = 14, MOST_KEPT = 1 << 16 }; /* buffers of more units are given back after a long text */
enum { READY, ASK_FIRST }; /* of a line's first folds: done; Python must do them */

typedef struct {
    Py_ssize_t start, n;    /* in `next` */
    int last;               /* the number of the last token of the word, as it was before the folds */
} FoldedUnit; /* a word after its folds, which may be several */

/* a line that Python must tell: where its answer belongs, and where it stands in the text that was given */
typedef struct {
    Py_ssize_t at, start, n;
} Pending;

/* a tag that the rules read over: where it stands in the line without tags, in the line, and in `next` */
typedef struct {
    int at, start, end;
    Py_ssize_t to;
} FoldedTag;

typedef struct {
    PyObject_HEAD
    PyObject *holder;       /* the core */
    Core *core;
    Py_buffer buffers[MOST_TABLES];
    int buffers_n;
    const uint16_t *page, *letters; /* *letters*: what LAST makes of the letters and marks from LETTERS on */
    const Unit *map;
    Rows starts, be, pieces, endings, addresses, open_signs;
    Rows glued_starts, glued_ends, apart_starts, apart_ends; /* parts of words, beside their half-spaces */
    PyObject *ask_first, *ask_word, *ask_line, *ask_text;
    Cache words;
    FoldedUnit *units;
    int units_n, units_room;
    Token *tokens;          /* of the first look at a line, and its gaps */
    Text gaps;
    Text arena, source, bare, plain, parted, firsts, line, next, again, out, asked, answers;
    Pending *pending;
    int pending_n, pending_room;
    FoldedTag tags[MOST_TAGS];
    int tags_n, claimed;    /* tags of the line that is folded, and of how many it is known where they belong */
} Folder;

enum { OUTSIDE, INSIDE_CODE = 2, INSIDE_ADDRESS, A_LETTER }; /* beside READY and ASK_FIRST */

/* Where the last code and the last address of a line end that begin before a place; and where the run of ink round it ends. */
typedef struct {
    Py_ssize_t code, address, run;
} Inside;

typedef struct {
    Py_ssize_t start, raw;      /* of the last word: in `next`, and in the core's `out` */
    int known, paired, single;  /* there is one; it was folded with the word before it; one space stands behind it */
} Last;

static inline Unit fold_of(const Folder *f, Unit c) { return f->map[(uint32_t)f->page[c >> 8] << 8 | (c & 255)]; }
static inline int is_foreign(const Folder *f, Unit c) { return (fold_of(f, c) & FOREIGN) != 0; }
static inline int is_direction(const Folder *f, Unit c) { return (fold_of(f, c) & DIRECTION) != 0; }
static inline int is_unseen(const Core *core, Unit c) { return (class_of(core, c) & (HALF_SPACE | TYPED | FAKE)) != 0; }
/* Whether anything beside a character may call for a rule of the first folds: for letters of Persian nothing does. */
static inline int may_call(const Folder *f, Unit c) {
    return (fold_of(f, c) & (THOUSANDS | PERCENT | FOREIGN)) || (class_of(f->core, c) & (HALF_SPACE | TYPED | FAKE | MARK | VOWEL));
}
/* Whether a fence of tildes stands there. */
static inline int is_fence(const Unit *s, Py_ssize_t n, Py_ssize_t i) {
    return i + 2 < n && s[i] == '~' && s[i + 1] == '~' && s[i + 2] == '~';
}
static inline int is_odd(const Core *core, Unit c) {
    uint32_t classes = class_of(core, c);
    return (classes & (HALF_SPACE | TYPED | FAKE | ODD)) && !(classes & LETTER);
}

static inline int is_same_text(const Text *a, const Text *b) { return a->n == b->n && (!a->n || same(a->at, b->at, (int)a->n)); }

/* folder.c */
int put_answer(PyObject *question, const Unit *s, Py_ssize_t n, Text *to);

/* fold_first.c */
int first_fold(Folder *f, const Unit *s, Py_ssize_t n, int code, Text *to);
int calls_for_rule(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i, Unit found);
int are_all_in_code(const Folder *f, const Unit *s, Py_ssize_t n);

/* fold_unseen.c */
int step(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i, Inside *in);
int is_letter(const Folder *f, const Unit *s, Py_ssize_t n, Py_ssize_t i);
int drop_directions(const Folder *f, const Unit *s, Py_ssize_t n, Text *to);
Py_ssize_t count_strays(const Folder *f, const Unit *s, Py_ssize_t n);
int drop_strays(const Folder *f, const Unit *s, Py_ssize_t n, Text *to, Py_ssize_t *kept);

/* fold.c */
int fold_words(Folder *f, Text *to);
int fold_line(Folder *f, const Unit *s, Py_ssize_t n);
int fold_once(Folder *f, LineClasses classes);
int is_between_scripts(const Folder *f, const Unit *s, Py_ssize_t n, int coded);

/* fold_tags.c */
int claim_tags(Folder *f, const Unit *row, const Text *to);
int keeps_edges(const Folder *f, int start, int end, const Unit *w, Py_ssize_t n);
int fold_tagged(Folder *f, const Unit *s);

/* fold_again.c */
int is_settled(Folder *f);

#endif
