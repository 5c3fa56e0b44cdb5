/* What every file of the core shares: classes of characters, the records of words, gaps and pairs, and the core itself.
 *
 * The core decides nothing by itself. Classes, maps and lists are tables that textnorm.core.tables makes out of the
 * Python rules; what no table answers is asked of Python once (textnorm.core.asking) and remembered. Where an answer
 * would need more than a bounded look, the line is "not mine" and goes to the Python pipeline.
 */
#ifndef TEXTNORM_CORE_H
#define TEXTNORM_CORE_H

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

/* The headers of Python 3.12 take None for immortal also where the limited API of 3.11 is asked for: there a
   None that is returned without a new reference ends the interpreter when it is torn down. */
#undef Py_RETURN_NONE
#define Py_RETURN_NONE return Py_NewRef(Py_None)
#include <stdint.h>
#include <string.h>

typedef uint32_t Unit; /* a code point; from OPAQUE on: a span of the line that no rule may touch, by its number */
enum { MOST_BUFFERS = 104, OPAQUE = 0x110000, PAGE = 256, PAGES = 0x110000 / PAGE };

/* classes of characters: bits, in the order of CLASSES in tables.py */
enum {
    LETTER = 1 << 0,       /* of Persian, or one that a letter rule maps to it */
    MARK = 1 << 1,         /* part of a spelling: tanvin, hamza above */
    DROPPED = 1 << 2,      /* goes wherever it stands behind a letter: short vowels, tatweel */
    VOWEL = 1 << 3,        /* counts for a vocalised word */
    HALF_SPACE = 1 << 4,   /* ZWNJ */
    FORM = 1 << 5,         /* a shaped form: its map says which letters it shows */
    ODD = 1 << 6,          /* may stand in a word, and Python must be asked about that word */
    GAP = 1 << 7,          /* stands between words */
    LATIN = 1 << 8,        /* a letter of another script */
    HINT = 1 << 9,         /* its clause may be of another language */
    SIGN = 1 << 10,        /* of Arabic script */
    DIGIT = 1 << 11,
    BLANK = 1 << 12,
    CLAUSE_END = 1 << 13,
    SENTENCE_END = 1 << 14,
    NON_JOINING = 1 << 15, /* never joins the next letter */
    COMPOSES = 1 << 16,    /* with a mark behind it NFC would write another letter */
    SETTLED = 1 << 17,     /* outside Arabic script: called in question by no rule */
    LEADING = 1 << 18,     /* the same, unless CONTINUING follows: mojibake */
    CONTINUING = 1 << 19,
    SPECIAL = 1 << 20,     /* what protected spans begin with or are known by */
    SPANNING = 1 << 21,    /* of structures, and begins spans that may hold spaces or Persian letters */
    ENTITY = 1 << 22,      /* the ampersand */
    EMOJI = 1 << 23,
    EMOJI_TAIL = 1 << 24,  /* goes with the emoji before it */
    LOOKING_ON = 1 << 25,  /* at the end of a word, its rule looks at the next word */
    REPAIRED = 1 << 26,    /* a rule for the whole text may look at it: Python is asked for the line first */
    EARLY = 1 << 27,       /* a mark that shows, right before a word, that the line may stand in another order */
    TYPED = 1 << 28,       /* between two letters it stands for a half-space, and for nothing behind one that never joins */
    FAKE = 1 << 29,        /* between two letters it stands for a half-space */
    CONSONANT = 1 << 30,   /* behind it a heh at the end of a word is silent */
};
enum { FOREIGN_BUCKETS = 1 << 16 };
#define IN_WORD (LETTER | MARK | DROPPED | HALF_SPACE | FORM | ODD)

/* what a word says of the language of its clause: bits, in the order of FACTS in asking.py */
enum { SPEAKS_PERSIAN = 1, SPEAKS_ARABIC = 2, HAS_ARTICLE = 4, VOCALISED = 8, OF_OTHERS = 16, NAMES_LANGUAGE = 32,
       SHAPED = 64, IN_COMPANY = 128 };
/* SHAPED: says nothing before its shapes are letters; IN_COMPANY: speaks for others beside such words alone */

/* the gap behind a word begins with a guard; the words beside it say whether it is one with an article or a plural: in joining.py */
enum { GUARDED = 1, MAY_BE_ARTICLE = 2, MAY_BE_STRIPPED = 4 };
enum { LONG = 3 }; /* as many letters of a word as the rules for gaps count; classes beyond are words told apart */
enum { UNWEIGHED = -128 }; /* no line has asked how foreign the word is: most have nothing that the answer decides */

typedef struct {
    Unit *at;
    Py_ssize_t n, room;
} Text; /* a buffer that grows; `text_keep` appends and says where */

/* a word as it is written, and what the rules make of it */
typedef struct {
    uint64_t hash;
    uint32_t key, out, joined;        /* in the arena: as written, after the rules, and with the joins inside */
    uint8_t key_n, out_n, joined_n;
    uint8_t known;                    /* 0: not to be judged alone */
    uint8_t facts, hint, role;
    uint8_t left, right;              /* classes for the gap before its start (right side) and behind its end (left side) */
    uint8_t first_n, last_at;         /* first morpheme: out[0, first_n); last morpheme: out[last_at, out_n) */
    uint8_t first, second, before, last; /* context classes: first, second, last but one and last morpheme; 0xFF: there is none */
    int8_t foreignness;               /* how much speaks for another language by the build of the word: see foreignness.c; or UNWEIGHED */
    uint8_t guarded;                  /* what beside it may make another word of it: bits, see GUARDED */
} Word;

typedef struct {
    uint64_t hash;
    uint32_t key;
    uint8_t key_n, rule, context;
} Pair;

typedef struct {
    uint64_t hash;
    uint32_t key, out;
    uint16_t key_n, out_n;
    uint8_t known;
} Gap;

typedef struct {
    uint32_t *slots;        /* open addressing: numbers of records, 0 where nothing stands */
    char *records;          /* each begins with its hash; number 0 is none */
    uint32_t room, used, most, records_room, size;
} Cache;

typedef struct {
    int start, end;         /* in the line as it was given */
    int emoji, delimited;   /* delimited: code, a link target, a tag */
    int last;               /* where the last of those begins that were united in it */
} Span;

typedef struct {
    uint32_t word;          /* its number among the words that are remembered */
    int start, end;         /* where it stands in the line */
    int gap, gap_n;         /* what stands behind it, in Core.gap_text */
    int blank_before;       /* whether it begins its blank-delimited word */
} Token;

/* short strings, each in a row of 8: their count, then the letters */
typedef struct {
    const Unit *at;
    uint32_t n;
    uint64_t first; /* a bit for what may begin a row: most units begin none */
    uint64_t pairs[8]; /* a bit for the first two units of a row; all of them where one has no second unit */
} Rows;

/* an automaton that says where a pattern cannot match: see hints.c */
typedef struct {
    uint32_t columns, bounds_n, idle; /* *idle*: the state in which most of a text is read */
    const Unit *column, *bounds, *next;
} Hint;

/* an automaton of a kind of structure, and which characters of ASCII it needs: see structures.c */
typedef struct {
    int kind, by_signs;
    const Unit *needed;
    Hint hint;
} Structure;
enum { MOST_STRUCTURES = 256 };

/* what the tables hold: see tables.py */
typedef struct {
    const uint16_t *page;
    const uint32_t *flags;
    const Unit *map;
    const Unit *forms;      /* a form's map is where its letters stand here, how many, and where it joins: see FORM_JOINS */
    const uint8_t *asked, *offered, *doubt;
    const Unit *listed;     /* rows of 16: a hash table of listed words */
    uint32_t listed_room;
    const uint32_t *roles;  /* rows of 8: a hash table by the flags of a lexicon value; columns: see FLAG_ROLE and on */
    uint32_t roles_room;
    const uint8_t *wanted;  /* of these options: each rule by itself, or 0 */
    const uint8_t *suffixes; /* the rule between a word and a suffix, by group of suffixes, row of `roles` and last letter */
    Rows cut_starts;        /* what a word behind «می» begins with that may stand as it is */
    /* what cuts.c looks for, see making.py */
    Rows prefixes, cut_ends, copulas, past_plurals, particles, plural, living, behind_be, told_hosts;
    const uint8_t *endings; /* what becomes of a word before an ending: by its flags, the ending, its last letter, its length */
    const uint8_t *cuts_wanted; /* whether these options want all that cuts words, and whether every text has lost its half-spaces */
    Rows inflections;       /* endings, and in column 6 what stands in their place, of words that the lexicon may cut */
    Rows outer, inner;      /* endings that a stem leaves out; column 6: what takes their place, 7: how many letters must be left */
    Rows carriers;          /* what a word with tanvin ends in that nothing can be torn from */
    const Unit *gaps;       /* answers made in advance: see gaps.c */
    const uint8_t *gap_sides; /* which of its answers a shape has, by the classes of what stands beside it */
    const Unit *gap_slots;  /* where in it a shape stands, from 1: a hash table */
    uint32_t gap_slots_n;
    const uint8_t *after_mi; /* the rule between «می» and a verb, by the class of what stands before */
    const uint8_t *pair_rules; /* the rule of a pair by the bits of its value */
    const uint8_t *in_context; /* and where its context decides: by whether it is joined there, by the right half, by the context */
    Rows apart;                        /* words that none is written on to with a half-space */
    Rows written_on, plurals;          /* pieces, and beginnings of pieces, that are one word with what stands before their half-space */
    Rows kinds, told_ends, told_lasts; /* last letters of words before suffixes, and endings that only Python tells apart */
    Rows asked_starts;      /* what a word begins with that may be of another language */
    Rows vowelled, vowelled_verbs;       /* words that short vowels may tell from others, without them; of these, verbs */
    Rows vowelled_starts, vowelled_ends; /* what stands before these verbs, and behind all of them */
    Rows articles;          /* what a word with an article begins with */
    Rows asked_if, unknown_if; /* pieces of any word, and of words that are no words of the lexicon, that Python must see */
    Rows repaired_if;       /* pieces that a rule for the whole text may look at */
    Rows delimited;         /* three rows each: what opens a span, what closes it, and what must not stand in it */
    Structure structures[MOST_STRUCTURES];
    int structures_n;
    Hint in_line_hint;      /* a line without it holds no structure but delimited ones */
    Hint gap_hint;          /* a gap without it, between the words beside it, is changed by no rule: see still_gaps.py */
    Rows inline_tags, block_tags; /* names of tags that the rules read over; beginnings of those that hold code */
    Rows block_signs;       /* where a line may be a block by itself */
    Rows over_spans;        /* pieces of commands that look on for a string */
    Rows separators;        /* behind which no address goes on */
    const uint8_t *skipped; /* how much of each opening stands before the span */
    Rows verb_ends;         /* what verb forms end in */
    Rows guards;            /* beginnings of gaps that some words look at */
    Rows leaning, hosts;    /* words that may lean on the one before, and what that one ends in */
    Rows one, no_ezafe;     /* what stands before a word with its article, and what behind it, beside no plural */
    Rows seam_prefixes, seam_suffixes, seam_starts; /* pieces of words before and behind a soft hyphen that stands for a half-space */
    Rows latin_endings;     /* endings that are written on to words of other scripts */
    Rows sentence_words;    /* words that every Persian sentence needs */
    Rows doubled;           /* the same mark twice, of which one goes */
    Rows variants;          /* letters that the rule about soft hyphens looks through */
    Rows turned, turned_ends; /* the pair of letters that may be turned round, and endings that such words may have */
    Rows entities;          /* names of entities; column 7: what they show */
    Rows ezafes;            /* what words with an ezafe end in that has lost its half-space */
    Rows starts, ends;      /* beginnings and endings of words that a gap's rules tell apart */
    uint32_t article_least, digits_context, end_context, common, cuts_productive, productive, dropped_by_stem, doubtful,
        frequent, least_marks, least_share, half, other_half, least_spaces, verb_or_word, verb, soft_hyphen, well_known,
        ezafe_host, least_rank, foreign_limit, foreign_limit_of_one, first_context, participle, heh_wins, after_be, hamza,
        foreign_limit_with_article;
    const int8_t *foreignness; /* weights of sequences of letters */
} Tables;

typedef struct {
    const uint8_t *starts, *keys, *values; /* unaligned */
    uint32_t entries;
    uint32_t crc[256], crc2[256];
} Lexicon;

typedef struct {
    const Unit *line;       /* with one unit for each span */
    int n, unit, source;    /* its length; how far it was read, and where that is in the line as it was given */
} Traced;

typedef struct {
    PyObject_HEAD
    Tables tables;
    Lexicon lexicon;
    Py_buffer buffers[MOST_BUFFERS];
    int buffers_n;
    PyObject *ask_word, *ask_morphemes, *ask_gap, *ask_pair, *ask_spans, *ask_order, *ask_language, *ask_repair, *ask_line, *ask_text;
    int joins, all_words, spaces;     /* what the options ask for: half-spaces, marks of words, spaces */
    Cache words, gaps, pairs, seen;    /* seen: whole lines */
    Text arena;                       /* keys and answers of words and pairs */
    Text gap_arena, seen_arena;
    Text source, repaired, mended, masked, line, gap_text, out, again, trace;
    Traced traced;
    int tracing;                      /* what is written down, if anything: CHANGES, EVERY_PIECE */
    const Unit *origin;               /* the line as it was given */
    Span *spans;
    int spans_n, spans_room;
    Token *tokens;
    int tokens_n, tokens_room;
    int melted, depth;                /* two words of the line became one; how often the line was done once more */
    int odd_blank;                    /* whether a blank of the line is no common one */
    int others;                       /* Python told which words of the line are of other languages: they are its spans */
    int marked;                       /* Python told the spans of the line, with marks beside them that are no gaps then */
    int tagged;                       /* the last line that is not ours holds tags, which stand in `spans` */
    int marked_code;                  /* what calls for a rule for the whole text stands in code, where it has nothing to do */
    int settled, why;                 /* rules for the whole text are done; why the last line is not ours */
    int folding;                      /* folds make one of readings that differ by a half-space */
    int by_lines;                     /* the text holds no blocks: each line for itself */
    int strict;                       /* a line that the pipeline must do ends the answer */
    int busy;                         /* an answer is being made: whoever else asks meanwhile is sent to Python */
    uint64_t asked_words, asked_gaps, asked_pairs, asked_spans, lines, left_lines;
    uint64_t reasons[32];
} Core;

enum { NEEDS_REPAIR = 11 };           /* the reason that a second look at the line takes away */
enum { MOST_TAGS = 32 };
enum { FAILED = -2, NOT_MINE = -1, TAGGED = -5, OTHERS = -6 };  /* FAILED: a Python error is set */

static inline uint32_t class_of(const Core *core, Unit c) {
    return c >= OPAQUE ? GAP | LATIN : core->tables.flags[(uint32_t)core->tables.page[c >> 8] << 8 | (c & 255)];
}
static inline Unit mapped(const Core *core, Unit c) {
    return c >= OPAQUE ? c : core->tables.map[(uint32_t)core->tables.page[c >> 8] << 8 | (c & 255)];
}
static inline int is_blank(Unit c) { return c == ' ' || c == '\t' || c == '\n'; }
/* whether it cannot be seen, so that a gap may hold it */
static inline int is_invisible(uint32_t classes) { return (classes & (HALF_SPACE | TYPED | FAKE | ODD)) && !(classes & LETTER); }
/* whether the joiner rules see two words there: they cut a line at nothing else */
static inline int parts_words(Unit c) { return c == ' ' || c == '\n'; }
/* (of nothing there may be no address, which memcmp must not be given) */
static inline int same(const Unit *a, const Unit *b, int n) { return !n || memcmp(a, b, sizeof(Unit) * (size_t)n) == 0; }

static inline uint64_t hash_of(const Unit *w, int n) {
    uint64_t h = 0x9E3779B97F4A7C15ull ^ (uint64_t)n;
    for (int i = 0; i + 2 <= n; i += 2) {
        h = (h ^ ((uint64_t)w[i] << 32 | w[i + 1])) * 0xff51afd7ed558ccdull;
        h ^= h >> 32;
    }
    if (n & 1) {
        h = (h ^ w[n - 1]) * 0xff51afd7ed558ccdull;
        h ^= h >> 32;
    }
    h *= 0xc4ceb9fe1a85ec53ull;
    return (h ^ h >> 29) | 1;
}

/* memory.c */
int text_room(Text *text, Py_ssize_t more);
int text_add(Text *text, const Unit *w, Py_ssize_t n);
int64_t text_keep(Text *text, const Unit *w, Py_ssize_t n);
int cache_start(Cache *cache, uint32_t size, uint32_t most);
int64_t cache_add(Cache *cache, const void *record);
void cache_clear(Cache *cache);
void cache_end(Cache *cache);
#define RECORD(cache, kind, number) ((kind *)((cache)->records + (size_t)(number) * (cache)->size))
PyObject *to_str(const Unit *w, Py_ssize_t n);
Py_ssize_t from_str(PyObject *text, Unit *w, Py_ssize_t room);

/* lexicon.c */
int lexicon_open(Lexicon *lexicon, const Py_buffer *file);
uint32_t lexicon_find(const Lexicon *lexicon, const uint8_t *bytes, int n);
uint32_t lexicon_word(const Lexicon *lexicon, const Unit *w, int n);
int utf8_of(const Unit *w, int n, uint8_t *bytes);

/* classes.c */
int tables_open(Core *core, PyObject *tables);
int rows_open(Rows *rows, const Unit *at, Py_ssize_t bytes);
const Unit *listed(const Core *core, const Unit *w, int n);
int is_known(const Core *core, const Unit *w, int n);
const uint32_t *flags_of(const Core *core, uint32_t value);
uint32_t spread(const Unit *w, int n);
int begins_with(const Rows *rows, const Unit *w, int n);
int is_one_of(const Rows *rows, const Unit *w, int n);
int holds_any_of(const Unit *w, Py_ssize_t n, const Rows *rows);
int ends_with(const Rows *rows, const Unit *w, int n);
/* columns of a row of `listed`; in the bits above STANDS: whether it is a word between half-spaces, and the number of the group
   of the suffix, from 1 */
enum { LISTED_ROLE = 12, LISTED_FACTS = 13, LISTED_CONTEXT = 14, LISTED_STANDS = 15, STANDS = 1, KNOWN = 2, SUFFIX_BITS = 2 };
/* columns of a row of `roles`: the role of a word with these flags; whether its flags alone say what it closes, and in the
   bits above 8 how well a stretched word is known by them; what a word closes whose stem has these flags; the rules behind
   «می» and behind its kin; whether it makes new compounds as the left half (in the bits above 8: what it
   is before an ending, see `endings`), as the right half
   (in the bits above: whether the pair with its stem speaks for it, also where it ends in one of `told_lasts`), as the stem of
   the right half */
enum { FLAG_ROLE = 1, FLAG_SURE = 2, FLAG_STEM_ROLE = 3, FLAG_AFTER_MI = 4, FLAG_LEFT = 5, FLAG_RIGHT = 6, FLAG_STEM = 7 };

/* hints.c */
int hint_open(Hint *hint, const Unit *table, Py_ssize_t n);
size_t hint_state(const Hint *hint, const Unit *s, Py_ssize_t n, size_t state);
enum { HINT_FOUND = 1 }; /* the state in which a match is found, whatever follows */
int is_found(const Hint *hint, size_t state);
int may_match(const Hint *hint, const Unit *s, Py_ssize_t n);

/* structures.c */
int structures_open(Tables *t, const Unit *table, Py_ssize_t n);
uint64_t structures_of(const Core *core, const Unit *s, Py_ssize_t n, int by_signs);
int may_hold_structure(const Core *core, const Unit *s, int n);

/* in the map of a shaped form from the bit FORM_JOINS on: whether it joins what stands before it, and what stands behind it,
   and whether it is no letter for the rule about the order of shapes; below: place in `forms` << 5 | count */
enum { FORM_JOINS = 29, JOINS_BEFORE = 1, JOINS_BEHIND = 2, NO_LETTER = 4, FORM_PLACE = 0xFFFFFF };

/* mend.c */
int mend(Core *core, const Unit *s, int n, uint32_t all);
int may_hold_entity(const Unit *s, Py_ssize_t n);

/* seen.c */
int lines_start(Core *core);
void lines_forget(Core *core);
int line_seen(Core *core, const Unit *s, Py_ssize_t n, uint64_t *hash);
int line_keep(Core *core, const Unit *s, Py_ssize_t n, uint64_t hash, Py_ssize_t place);

/* kept_blocks.c */
enum { KEPT = 1, LESS_DEEP }; /* LESS_DEEP: unless deeper lines make a block */
int keeps_blocks(const Core *core, const Unit *a, Py_ssize_t an, const Unit *b, Py_ssize_t bn);

/* trace.c, spans.c, tags.c, tagged.c, crossing.c, foreignness.c, unknown.c, words.c, gaps.c, joins.c, lines.c */
enum { TRACED_WORD, TRACED_GAP, TRACED_JOIN };
enum { CHANGES = 1, EVERY_PIECE }; /* what is traced: pieces that change, or all */
void trace_start(Core *core, const Unit *line, int n);
int trace_piece(Core *core, int kind, int to, Py_ssize_t place, int left, int right);
int span_add(Core *core, int start, int end, int emoji);
int delimited_end(const Core *core, const Unit *s, int n, int i, int *start);
int may_be_tag(const Unit *s, int n, int i);
int is_behind_marker(const Core *core, const Unit *s, int i);
int tag_end(const Core *core, const Unit *s, int n, int i, int *read_over);
int cut_tags(Core *core, const Unit *s, int n);
int put_over_tags(Core *core, const Unit *s, const Span *tags, int count, const Unit *bare, int n, Py_ssize_t before);
int may_be_data(const Core *core, const Unit *s, const Unit *masked, int n);
int may_cross(const Core *core, const Unit *s, const Unit *masked, int n);
int may_be_verse(const Core *core, const Unit *s, int n, uint32_t slack);
int has_marks_in_code_alone(const Core *core, const Unit *s, int n);
int cut_spans(Core *core, const Unit *source, int n, uint32_t classes, int verse);
int ask_language(Core *core, const Unit *s, int n);
int cuts_of(const Core *core, const Unit *w, int n, uint32_t value, int places[2]);
int is_cut_if_stripped(uint32_t value);
int may_be_span(const Core *core, const Unit *g, int n);
int may_be_another(const Core *core, const Unit *w, int n);
int8_t foreignness_of(const Core *core, const Unit *w, int n);
int shorten(const Core *core, Unit *w, int *n);
int64_t word_of(Core *core, const Unit *w, int n);
int stays(const Core *core, const Unit *w, int n);
int gap_of(Core *core, int left, const Unit *g, int n, int right, uint32_t classes, Text *out);
int join_of(Core *core, int at);
int stem_of(const Core *core, const Unit *w, int n, Unit *stem);
typedef struct {
    uint32_t all;           /* the classes of all its characters */
    int missing, odd_blank; /* whether one is in no class that a line of ours may hold; whether a blank is no common one */
    int wide;               /* whether spaces stand together, or a tab */
    int marked;             /* whether a mark of ASCII stands in it that Persian has another for */
} LineClasses;
LineClasses classes_of(const Core *core, const Unit *source, Py_ssize_t n);
int token_add(Core *core, Token token);
int put_together(Core *core);
int line_of(Core *core, const Unit *source, int n, LineClasses classes);
int needs_nothing(const Core *core, const Unit *source, Py_ssize_t n, uint32_t classes);

/* module.c, folder.c */
void give_back_much(Core *core);
int add_folder(PyObject *module);

/* sieve.c */
int add_sieve(PyObject *module);

/* evidence.c */
int add_evidence(PyObject *module);

#endif
