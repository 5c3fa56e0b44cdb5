/* Owns the tables that come from Python: classes and maps of characters, listed words, roles, short strings. */
#include "core.h"

/* The bytes under *name*, which the core holds on to; NULL with an error set. */
static const void *bytes_of(Core *core, PyObject *tables, const char *name, Py_ssize_t *n) {
    PyObject *value = PyDict_GetItemString(tables, name);
    if (!value || core->buffers_n == MOST_BUFFERS) {
        PyErr_Format(PyExc_ValueError, "no table of the name %s", name);
        return NULL;
    }
    Py_buffer *buffer = &core->buffers[core->buffers_n];
    if (PyObject_GetBuffer(value, buffer, PyBUF_SIMPLE)) return NULL;
    core->buffers_n++;
    *n = buffer->len;
    return buffer->buf;
}

/* The bit of two units. */
static unsigned pair_of(const Unit *w) { return (w[0] * 37 + w[1]) & 511; }

/* The rows in these bytes; FAILED where there are none. */
int rows_open(Rows *rows, const Unit *at, Py_ssize_t bytes) {
    *rows = (Rows){.at = at, .n = (uint32_t)(bytes / 32)};
    for (uint32_t i = 0; at && i < rows->n; i++) {
        const Unit *row = at + 8 * (size_t)i;
        rows->first |= 1ull << (row[1] & 63);
        if (row[0] < 2) memset(rows->pairs, 0xFF, sizeof rows->pairs);
        else rows->pairs[pair_of(row + 1) >> 6] |= 1ull << (pair_of(row + 1) & 63);
    }
    return at ? 0 : FAILED;
}

static int rows_of(Core *core, PyObject *tables, const char *name, Rows *rows) {
    Py_ssize_t n = 0;
    const Unit *at = bytes_of(core, tables, name, &n);
    return rows_open(rows, at, n);
}

static int number_of(PyObject *tables, const char *name, uint32_t *number) {
    PyObject *value = PyDict_GetItemString(tables, name);
    *number = value ? (uint32_t)PyLong_AsUnsignedLong(value) : 0;
    if (value && !PyErr_Occurred()) return 0;
    if (!PyErr_Occurred()) PyErr_Format(PyExc_ValueError, "no number of the name %s", name);
    return FAILED;
}

static int characters_open(Core *core, PyObject *tables) {
    Tables *t = &core->tables;
    Py_ssize_t n, pages, flags, maps, listed_n, roles_n;
    if (!(t->page = bytes_of(core, tables, "pages", &pages)) || !(t->flags = bytes_of(core, tables, "flags", &flags)) ||
        !(t->map = bytes_of(core, tables, "map", &maps)) || !(t->forms = bytes_of(core, tables, "forms", &n)) ||
        !(t->asked = bytes_of(core, tables, "asked", &n)) || !(t->offered = bytes_of(core, tables, "offered", &n)) ||
        !(t->doubt = bytes_of(core, tables, "doubt", &n)) || !(t->listed = bytes_of(core, tables, "listed", &listed_n)) ||
        !(t->roles = bytes_of(core, tables, "roles", &roles_n)))
        return FAILED;
    if (pages != 2 * PAGES || flags != maps || listed_n % 64 || roles_n % 32) {
        PyErr_SetString(PyExc_ValueError, "tables of another shape");
        return FAILED;
    }
    t->listed_room = (uint32_t)(listed_n / 64);
    t->roles_room = (uint32_t)(roles_n / 32);
    return 0;
}

static int lists_open(Core *core, PyObject *tables) {
    Tables *t = &core->tables;
    const struct {
        const char *name;
        Rows *rows;
    } all_rows[] = {
        {"articles", &t->articles},     {"starts", &t->starts},         {"ends", &t->ends},
        {"leaning", &t->leaning},       {"hosts", &t->hosts},           {"asked_if", &t->asked_if},
        {"unknown_if", &t->unknown_if}, {"guards", &t->guards},         {"cut_starts", &t->cut_starts},
        {"cut_ends", &t->cut_ends},     {"inflections", &t->inflections}, {"outer", &t->outer},
        {"inner", &t->inner},           {"carriers", &t->carriers},     {"kinds", &t->kinds},
        {"asked_starts", &t->asked_starts}, {"vowelled", &t->vowelled}, {"vowelled_verbs", &t->vowelled_verbs},
        {"vowelled_starts", &t->vowelled_starts}, {"vowelled_ends", &t->vowelled_ends}, {"repaired_if", &t->repaired_if},
        {"verb_ends", &t->verb_ends},
        {"delimited", &t->delimited},   {"variants", &t->variants},     {"turned", &t->turned},
        {"turned_ends", &t->turned_ends}, {"ezafes", &t->ezafes},         {"separators", &t->separators},
        {"told_ends", &t->told_ends},   {"told_lasts", &t->told_lasts},   {"apart", &t->apart},   {"entities", &t->entities},
        {"prefixes", &t->prefixes},     {"copulas", &t->copulas},       {"past_plurals", &t->past_plurals},
        {"living", &t->living},         {"seam_prefixes", &t->seam_prefixes}, {"seam_suffixes", &t->seam_suffixes},
        {"seam_starts", &t->seam_starts}, {"doubled", &t->doubled},
        {"latin_endings", &t->latin_endings}, {"sentence_words", &t->sentence_words}, {"one", &t->one},       {"no_ezafe", &t->no_ezafe},
        {"inline_tags", &t->inline_tags}, {"block_tags", &t->block_tags},
        {"block_signs", &t->block_signs}, {"over_spans", &t->over_spans},
        {"particles", &t->particles},   {"behind_be", &t->behind_be},   {"told_hosts", &t->told_hosts},
        {"plural", &t->plural},         {"plurals", &t->plurals},       {"written_on", &t->written_on},
    };
    for (size_t i = 0; i < sizeof all_rows / sizeof *all_rows; i++)
        if (rows_of(core, tables, all_rows[i].name, all_rows[i].rows)) return FAILED;
    return 0;
}

static int numbers_open(PyObject *tables, Tables *t) {
    const struct {
        const char *name;
        uint32_t *number;
    } all_numbers[] = {
        {"article_least", &t->article_least},     {"digits_context", &t->digits_context},
        {"end_context", &t->end_context},         {"common", &t->common},
        {"cuts_productive", &t->cuts_productive}, {"productive", &t->productive},
        {"dropped_by_stem", &t->dropped_by_stem}, {"doubtful", &t->doubtful},
        {"frequent", &t->frequent},               {"least_marks", &t->least_marks},
        {"least_share", &t->least_share},         {"half", &t->half},
        {"other_half", &t->other_half},           {"least_spaces", &t->least_spaces},
        {"verb_or_word", &t->verb_or_word},       {"verb", &t->verb},
        {"soft_hyphen", &t->soft_hyphen},         {"well_known", &t->well_known},
        {"ezafe_host", &t->ezafe_host},           {"least_rank", &t->least_rank},
        {"foreign_limit", &t->foreign_limit},     {"foreign_limit_of_one", &t->foreign_limit_of_one},
        {"first_context", &t->first_context},     {"participle", &t->participle},
        {"heh_wins", &t->heh_wins},               {"after_be", &t->after_be},
        {"hamza", &t->hamza},                     {"foreign_limit_with_article", &t->foreign_limit_with_article},
    };
    for (size_t i = 0; i < sizeof all_numbers / sizeof *all_numbers; i++)
        if (number_of(tables, all_numbers[i].name, all_numbers[i].number)) return FAILED;
    return 0;
}

int tables_open(Core *core, PyObject *tables) {
    Tables *t = &core->tables;
    Py_ssize_t n;
    if (characters_open(core, tables) || lists_open(core, tables) || numbers_open(tables, t)) return FAILED;
    if (!(t->wanted = bytes_of(core, tables, "wanted", &n)) || !(t->suffixes = bytes_of(core, tables, "suffixes", &n)) ||
        !(t->after_mi = bytes_of(core, tables, "after_mi", &n)) || !(t->skipped = bytes_of(core, tables, "skipped", &n)))
        return FAILED;
    if (!(t->endings = bytes_of(core, tables, "endings", &n)) || !(t->cuts_wanted = bytes_of(core, tables, "cuts_wanted", &n)))
        return FAILED;
    if (!(t->pair_rules = bytes_of(core, tables, "pair_rules", &n)) || !(t->in_context = bytes_of(core, tables, "in_context", &n)))
        return FAILED;
    if (!(t->gap_sides = bytes_of(core, tables, "gap_sides", &n))) return FAILED;
    if (!(t->gaps = bytes_of(core, tables, "gaps", &n)) || !(t->gap_slots = bytes_of(core, tables, "gap_slots", &n)))
        return FAILED;
    t->gap_slots_n = (uint32_t)(n / 4);
    const Unit *hint = bytes_of(core, tables, "in_line_hint", &n);
    if (!hint || hint_open(&t->in_line_hint, hint, n / 4)) return FAILED;
    if (!(hint = bytes_of(core, tables, "gap_hint", &n)) || hint_open(&t->gap_hint, hint, n / 4)) return FAILED;
    if (!(hint = bytes_of(core, tables, "structures", &n)) || structures_open(t, hint, n / 4)) return FAILED;
    if (!(t->foreignness = bytes_of(core, tables, "foreignness", &n)) || n != FOREIGN_BUCKETS) return FAILED;
    Py_ssize_t lexicon_n;
    if (!bytes_of(core, tables, "lexicon", &lexicon_n)) return FAILED;
    return lexicon_open(&core->lexicon, &core->buffers[core->buffers_n - 1]);
}

/* The hash under which making.py puts listed words, and common_gaps.py gaps; the same on every machine. */
uint32_t spread(const Unit *w, int n) {
    uint32_t h = (uint32_t)n;
    for (int i = 0; i < n; i++) h = (h ^ w[i]) * 0x9E3779B1u;
    return h >> 8;
}

/* The row of a listed word, NULL where it is in no list. */
const Unit *listed(const Core *core, const Unit *w, int n) {
    if (n < 1 || n > 11) return NULL;
    uint32_t mask = core->tables.listed_room - 1;
    for (uint32_t at = spread(w, n) & mask;; at = (at + 1) & mask) {
        const Unit *row = core->tables.listed + 16 * (size_t)at;
        if (!row[0]) return NULL;
        if (row[0] == (Unit)n && same(row + 1, w, n)) return row;
    }
}

/* The row for the flags of a lexicon value; NULL for flags that the tables do not know: then Python is asked. */
const uint32_t *flags_of(const Core *core, uint32_t value) {
    uint32_t flags = value & 0xFFFFF, mask = core->tables.roles_room - 1;
    for (uint32_t at = (flags * 0x9E3779B1u >> 8) & mask;; at = (at + 1) & mask) {
        const uint32_t *row = core->tables.roles + 8 * (size_t)at;
        if (row[0] == flags) return row;
        if (row[0] == UINT32_MAX) return NULL;
    }
}

/* Whether a piece between half-spaces is a word, or an ending, for the rule about wrong half-spaces. */
int is_known(const Core *core, const Unit *w, int n) {
    const Unit *row = listed(core, w, n);
    return (row && row[LISTED_STANDS] & KNOWN) || lexicon_word(&core->lexicon, w, n);
}

/* Which of the rows *w* begins with: its number from 1, 0 for none. */
int begins_with(const Rows *rows, const Unit *w, int n) {
    if (n < 1 || !(rows->first >> (w[0] & 63) & 1)) return 0;
    if (n > 1 && !(rows->pairs[pair_of(w) >> 6] >> (pair_of(w) & 63) & 1)) return 0;
    for (uint32_t i = 0; i < rows->n; i++) {
        const Unit *row = rows->at + 8 * (size_t)i;
        if (n >= (int)row[0] && w[0] == row[1] && same(w, row + 1, (int)row[0])) return (int)i + 1;
    }
    return 0;
}

int ends_with(const Rows *rows, const Unit *w, int n) {
    for (uint32_t i = 0; i < rows->n; i++) {
        const Unit *row = rows->at + 8 * (size_t)i;
        if (n >= (int)row[0] && w[n - 1] == row[row[0]] && same(w + n - row[0], row + 1, (int)row[0])) return (int)i + 1;
    }
    return 0;
}

int is_one_of(const Rows *rows, const Unit *w, int n) {
    if (n < 1 || !(rows->first >> (w[0] & 63) & 1)) return 0;
    for (uint32_t i = 0; i < rows->n; i++) {
        const Unit *row = rows->at + 8 * (size_t)i;
        if ((int)row[0] == n && w[0] == row[1] && same(w, row + 1, n)) return 1;
    }
    return 0;
}

int holds_any_of(const Unit *w, Py_ssize_t n, const Rows *rows) {
    for (Py_ssize_t at = 0; at < n; at++) {
        if (!(rows->first >> (w[at] & 63) & 1)) continue;
        if (at + 1 < n && !(rows->pairs[pair_of(w + at) >> 6] >> (pair_of(w + at) & 63) & 1)) continue;
        int rest = n - at < 8 ? (int)(n - at) : 8;
        if (begins_with(rows, w + at, rest)) return 1;
    }
    return 0;
}
