/* Owns the door: the type Core, whose `normalise` takes a text and gives it back as its options say. */
#include <stddef.h>

#include "core.h"
#include "markup.h"
#include "pages.h"

enum { FEW = 1 << 16 }; /* buffers of more units are given back after a long text */

/* Whether every unit is printable ASCII, save for line breaks and tabs, and no entity or escape may stand there. */
static int is_plain_ascii(const Core *core, const Unit *s, Py_ssize_t n) {
    Unit odd = 0, ampersand = 0, underscore = 0;
    for (Py_ssize_t i = 0; i < n; i++) {
        Unit c = s[i];
        odd |= (c - 32 > 94) & (c != '\n') & (c != '\t');
        ampersand |= c == '&';
        underscore |= c == '_';
    }
    return !odd && !ampersand && !(underscore && holds_any_of(s, n, &core->tables.repaired_if));
}

/* Append the units of a Python string. */
static int add_str(Text *to, PyObject *text) {
    Py_ssize_t n = PyUnicode_GetLength(text);
    if (n < 0 || text_room(to, n + 1) || (n && !PyUnicode_AsUCS4(text, to->at + to->n, n + 1, 0))) return FAILED;
    to->n += n;
    return 0;
}

static PyObject *called(PyObject *question, const Unit *s, Py_ssize_t n) {
    PyObject *text = to_str(s, n);
    PyObject *got = text ? PyObject_CallFunctionObjArgs(question, text, NULL) : NULL;
    Py_XDECREF(text);
    return got;
}

/* The same line after the rules for the whole text, where tables tell what these make of it. */
static int try_mended(Core *core, const Unit *s, Py_ssize_t n, uint32_t all) {
    int result = n > INT32_MAX ? NOT_MINE : mend(core, s, (int)n, all);
    if (result) return result;
    Py_ssize_t before = core->out.n;
    core->settled = 1;
    result = line_of(core, core->mended.at, (int)core->mended.n, classes_of(core, core->mended.at, core->mended.n));
    core->settled = 0;
    if (result == NOT_MINE) core->out.n = before;
    return result;
}

static int try_line(Core *core, const Unit *s, Py_ssize_t n) {
    Py_ssize_t before = core->out.n;
    LineClasses classes = classes_of(core, s, n);
    if (!(classes.all & SIGN) && needs_nothing(core, s, n, classes.all)) return text_add(&core->out, s, n);
    int result = NOT_MINE;
    if (!core->settled && !core->tracing && classes.all & (REPAIRED | ENTITY)) result = try_mended(core, s, n, classes.all);
    if (result == NOT_MINE && n <= INT32_MAX) result = line_of(core, s, (int)n, classes);
    if (result == NOT_MINE) core->out.n = before;
    return result;
}

/* A line that the core leaves to Python: at first what a repair of its characters brings to light. */
static int put_asked(Core *core, const Unit *s, Py_ssize_t n) {
    PyObject *got = called(core->ask_repair, s, n);
    if (!got) return FAILED;
    int result = NOT_MINE;
    core->settled = 1;
    if (got != Py_None) {
        core->repaired.n = 0;
        result = add_str(&core->repaired, got) ? FAILED : try_line(core, core->repaired.at, core->repaired.n);
    } else if (core->why == NEEDS_REPAIR) {
        result = try_line(core, s, n);
    }
    core->settled = 0;
    Py_DECREF(got);
    if (result != NOT_MINE) return result;
    core->left_lines++;
    if (core->strict) return NOT_MINE;
    if (!(got = called(core->ask_line, s, n))) return FAILED;
    result = add_str(&core->out, got);
    Py_DECREF(got);
    return result;
}

static int put_line(Core *core, const Unit *s, Py_ssize_t n) {
    uint64_t hash;
    Py_ssize_t place = core->out.n;
    if (core->by_lines && is_plain_ascii(core, s, n)) return text_add(&core->out, s, n);
    int result = line_seen(core, s, n, &hash);
    if (result) return result == FAILED ? FAILED : 0;
    result = try_line(core, s, n);
    if (result == NOT_MINE) result = put_asked(core, s, n);
    return result ? result : line_keep(core, s, n, hash, place);
}

/* All lines of a text into `out`, each with its line break. */
static int put_lines(Core *core, const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t at = 0, end; at < n; at = end) {
        for (end = at; end < n && s[end] != '\n'; end++) continue;
        if (end < n) end++;
        if (put_line(core, s + at, end - at)) return FAILED;
    }
    return 0;
}

/* Whether more than a line may decide: Python cuts such a text into blocks and lines. */
static int is_document(const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < n; i++) {
        Unit c = s[i];
        if (c == '\n' || ((c == '`' || c == '~') && i + 2 < n && s[i + 1] == c && s[i + 2] == c)) return 1;
    }
    return 0;
}

/* The answer as a new reference; NULL with an error set; NULL without one: Python must decide. */
static PyObject *made(Core *core, PyObject *text, Py_ssize_t n) {
    core->source.n = core->out.n = 0;
    if (text_room(&core->source, n + 1)) return NULL;
    const Unit *s = core->source.at;
    if (n && !PyUnicode_AsUCS4(text, core->source.at, core->source.room, 0)) return NULL;
    if (is_plain_ascii(core, s, n)) return Py_NewRef(text);
    if (!core->by_lines && is_document(s, n)) return NULL;
    if (put_lines(core, s, n)) return NULL;
    if (core->out.n == n && !memcmp(core->out.at, s, sizeof(Unit) * (size_t)n)) return Py_NewRef(text);
    return to_str(core->out.at, core->out.n);
}

static void give_back(Text *text) {
    if (text->room <= FEW) return;
    PyMem_Free(text->at);
    *text = (Text){0};
}

/* Buffers that a long text has made large. */
void give_back_much(Core *core) {
    give_back(&core->source);
    give_back(&core->repaired);
    give_back(&core->masked);
    give_back(&core->line);
    give_back(&core->gap_text);
    give_back(&core->out);
    give_back(&core->again);
    give_back(&core->trace);
    if (core->tokens_room > FEW) {
        PyMem_Free(core->tokens);
        core->tokens = NULL;
        core->tokens_room = 0;
    }
}

/* The answer; None where the pipeline must make it: also for whoever asks while another answer is being made (another
   thread, or a rule). Only where *strict* is 0 single lines are left to the pipeline. */
static PyObject *answer_of(Core *core, PyObject *text, int strict) {
    if (!PyUnicode_CheckExact(text) || core->busy) Py_RETURN_NONE;
    core->busy = 1;
    core->strict = strict;
    PyObject *result = made(core, text, PyUnicode_GetLength(text));
    give_back_much(core);
    core->busy = 0;
    if (!result && !PyErr_Occurred()) Py_RETURN_NONE;
    return result;
}

static PyObject *answer(PyObject *self, PyObject *text) { return answer_of((Core *)self, text, 1); }

static PyObject *normalise(PyObject *self, PyObject *text) {
    PyObject *result = answer_of((Core *)self, text, 0);
    if (result != Py_None) return result;
    Py_DECREF(result);
    return PyObject_CallFunctionObjArgs(((Core *)self)->ask_text, text, NULL);
}

/* A text without blocks, line by line. */
static PyObject *lines(PyObject *self, PyObject *text) {
    Core *core = (Core *)self;
    if (core->busy) return PyObject_CallFunctionObjArgs(core->ask_line, text, NULL);
    core->by_lines = 1;
    PyObject *result = answer_of(core, text, 0);
    core->by_lines = 0;
    if (result != Py_None) return result;
    Py_DECREF(result);
    return PyObject_CallFunctionObjArgs(core->ask_line, text, NULL);
}

/* What becomes of one line, and what changes in it; None where the pipeline must tell. */
static PyObject *traced(Core *core, PyObject *text, Py_ssize_t n) {
    core->source.n = core->out.n = core->trace.n = 0;
    if (text_room(&core->source, n + 1)) return NULL;
    const Unit *s = core->source.at;
    if (n && !PyUnicode_AsUCS4(text, core->source.at, core->source.room, 0)) return NULL;
    if (is_plain_ascii(core, s, n)) return Py_BuildValue("Oy", text, "");
    int result = try_line(core, s, n);
    if (result == FAILED) return NULL;
    if (result == NOT_MINE) return Py_NewRef(core->why == NEEDS_REPAIR ? Py_True : Py_None);
    int is_same = core->out.n == n && !memcmp(core->out.at, s, sizeof(Unit) * (size_t)n);
    PyObject *out = is_same ? Py_NewRef(text) : to_str(core->out.at, core->out.n);
    if (!out) return NULL;
    return Py_BuildValue("Ny#", out, core->trace.n ? (const char *)core->trace.at : "", (Py_ssize_t)(sizeof(Unit) * (size_t)core->trace.n));
}

/* trace(line, repaired): True where rules for the whole text must be run first; *repaired*: they were. */
static PyObject *trace(PyObject *self, PyObject *arguments) {
    Core *core = (Core *)self;
    PyObject *text;
    int repaired;
    if (!PyArg_ParseTuple(arguments, "O!p", &PyUnicode_Type, &text, &repaired)) return NULL;
    if (core->busy) Py_RETURN_NONE;
    core->busy = 1;
    core->tracing = CHANGES;
    core->settled = repaired;
    PyObject *result = traced(core, text, PyUnicode_GetLength(text));
    core->busy = core->tracing = core->settled = 0;
    give_back_much(core);
    return result;
}

static PyObject *find(PyObject *self, PyObject *text) {
    Unit units[128];
    Py_ssize_t n = PyUnicode_Check(text) ? from_str(text, units, 128) : NOT_MINE;
    if (n == FAILED) return NULL;
    if (n < 0) n = 0; /* no entry is that long */
    return PyLong_FromUnsignedLong(lexicon_word(&((Core *)self)->lexicon, units, (int)n));
}

static PyObject *context(PyObject *self, PyObject *text) {
    Unit units[128];
    Py_ssize_t n = PyUnicode_Check(text) ? from_str(text, units, 128) : NOT_MINE;
    if (n == FAILED) return NULL;
    const Unit *row = n > 0 ? listed((const Core *)self, units, (int)n) : NULL;
    return PyLong_FromUnsignedLong(row ? row[LISTED_CONTEXT] : 0);
}

static PyObject *structures(PyObject *self, PyObject *text) {
    Core *core = (Core *)self;
    Py_ssize_t n = PyUnicode_GetLength(text);
    Unit *units = n < 0 ? NULL : PyUnicode_AsUCS4Copy(text);
    if (!units) return NULL;
    uint64_t found = structures_of(core, units, n, 1);
    PyMem_Free(units);
    return PyLong_FromUnsignedLongLong(found);
}

/* keeps_blocks(before, after): whether no block can come or go; 0 where that is not known, 2 where deeper lines must make none. */
static PyObject *blocks_stay(PyObject *self, PyObject *arguments) {
    PyObject *before, *after;
    if (!PyArg_ParseTuple(arguments, "UU", &before, &after)) return NULL;
    Unit *a = PyUnicode_AsUCS4Copy(before), *b = a ? PyUnicode_AsUCS4Copy(after) : NULL;
    int kept = b ? keeps_blocks((const Core *)self, a, PyUnicode_GetLength(before), b, PyUnicode_GetLength(after)) : 0;
    PyObject *result = b ? PyLong_FromLong(kept) : NULL;
    PyMem_Free(a);
    PyMem_Free(b);
    return result;
}

static PyObject *may_be_cut(PyObject *self, PyObject *text) {
    Unit units[64];
    Py_ssize_t n = PyUnicode_Check(text) ? from_str(text, units, 64) : NOT_MINE;
    if (n == FAILED) return NULL;
    const Core *core = (Core *)self; /* a longer word is cut by no rule */
    int places[2];
    return PyBool_FromLong(n > 0 && cuts_of(core, units, (int)n, lexicon_word(&core->lexicon, units, (int)n), places));
}

static PyObject *may_stay(PyObject *self, PyObject *text) {
    Unit units[128];
    Py_ssize_t n = PyUnicode_Check(text) ? from_str(text, units, 128) : NOT_MINE;
    if (n == FAILED) return NULL;
    return PyBool_FromLong(n > 0 && stays((const Core *)self, units, (int)n));
}

static PyObject *forget(PyObject *self, PyObject *Py_UNUSED(none)) {
    Core *core = (Core *)self;
    if (core->busy) Py_RETURN_NONE;
    cache_clear(&core->words);
    cache_clear(&core->pairs);
    cache_clear(&core->gaps);
    lines_forget(core);
    core->arena.n = core->gap_arena.n = 0;
    Py_RETURN_NONE;
}

static PyObject *counts(PyObject *self, PyObject *Py_UNUSED(none)) {
    Core *core = (Core *)self;
    PyObject *reasons = PyList_New(0);
    for (int i = 0; reasons && i <= NEEDS_REPAIR; i++) {
        PyObject *count = PyLong_FromUnsignedLongLong(core->reasons[i]);
        if (!count || PyList_Append(reasons, count)) Py_CLEAR(reasons);
        Py_XDECREF(count);
    }
    if (!reasons) return NULL;
    return Py_BuildValue("{s:K,s:K,s:K,s:K,s:K,s:K,s:I,s:I,s:I,s:I,s:n,s:N}", "lines", core->lines, "left", core->left_lines,
                         "asked words", core->asked_words, "asked gaps", core->asked_gaps, "asked pairs", core->asked_pairs,
                         "asked spans", core->asked_spans, "words", core->words.used, "gaps", core->gaps.used, "pairs",
                         core->pairs.used, "seen", core->seen.used, "units", core->arena.n, "reasons", reasons);
}

static int take(PyObject *asking, const char *name, PyObject **to) {
    *to = PyObject_GetAttrString(asking, name);
    return *to ? 0 : FAILED;
}

/* Core(tables, asking, joins, all_words, spaces, most) */
static PyObject *core_new(PyTypeObject *type, PyObject *arguments, PyObject *Py_UNUSED(keywords)) {
    PyObject *tables, *asking;
    int joins, all_words, spaces;
    unsigned int most;
    if (!PyArg_ParseTuple(arguments, "O!OpppI", &PyDict_Type, &tables, &asking, &joins, &all_words, &spaces, &most))
        return NULL;
    allocfunc alloc = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Core *core = (Core *)alloc(type, 0);
    if (!core) return NULL;
    core->joins = joins;
    core->all_words = all_words;
    core->spaces = spaces;
    if (tables_open(core, tables) || take(asking, "word", &core->ask_word) || take(asking, "morphemes", &core->ask_morphemes) ||
        take(asking, "gap", &core->ask_gap) || take(asking, "pair", &core->ask_pair) || take(asking, "spans", &core->ask_spans) ||
        take(asking, "order", &core->ask_order) || take(asking, "language", &core->ask_language) ||
        take(asking, "repair", &core->ask_repair) ||
        take(asking, "line", &core->ask_line) || take(asking, "text", &core->ask_text) ||
        cache_start(&core->words, sizeof(Word), most) || cache_start(&core->pairs, sizeof(Pair), most) ||
        cache_start(&core->gaps, sizeof(Gap), most / 4 + 8192) || lines_start(core))
        Py_CLEAR(core);
    return (PyObject *)core;
}

static int core_traverse(PyObject *self, visitproc visit, void *arg) {
    Core *core = (Core *)self;
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(core->ask_word);
    Py_VISIT(core->ask_morphemes);
    Py_VISIT(core->ask_gap);
    Py_VISIT(core->ask_pair);
    Py_VISIT(core->ask_spans);
    Py_VISIT(core->ask_order);
    Py_VISIT(core->ask_language);
    Py_VISIT(core->ask_repair);
    Py_VISIT(core->ask_line);
    Py_VISIT(core->ask_text);
    return 0;
}

static int core_clear(PyObject *self) {
    Core *core = (Core *)self;
    Py_CLEAR(core->ask_word);
    Py_CLEAR(core->ask_morphemes);
    Py_CLEAR(core->ask_gap);
    Py_CLEAR(core->ask_pair);
    Py_CLEAR(core->ask_spans);
    Py_CLEAR(core->ask_order);
    Py_CLEAR(core->ask_language);
    Py_CLEAR(core->ask_repair);
    Py_CLEAR(core->ask_line);
    Py_CLEAR(core->ask_text);
    return 0;
}

static void core_free(PyObject *self) {
    Core *core = (Core *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    core_clear(self);
    for (int i = 0; i < core->buffers_n; i++) PyBuffer_Release(&core->buffers[i]);
    cache_end(&core->words);
    cache_end(&core->pairs);
    cache_end(&core->gaps);
    cache_end(&core->seen);
    Text *texts[] = {&core->arena,  &core->gap_arena, &core->seen_arena, &core->source, &core->repaired, &core->mended,
                     &core->masked, &core->line,      &core->gap_text,   &core->out,    &core->again,    &core->trace};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) PyMem_Free(texts[i]->at);
    PyMem_Free(core->spans);
    PyMem_Free(core->tokens);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"normalise", normalise, METH_O, "The text as the options say; what the core cannot tell, the pipeline does."},
    {"answer", answer, METH_O, "The same, None where the pipeline must decide."},
    {"lines", lines, METH_O, "The same for a text that holds no block over several lines."},
    {"trace", trace, METH_VARARGS, "One line, and what changes in it; see trace.c."},
    {"find", find, METH_O, "What the lexicon says of a string."},
    {"context", context, METH_O, "The class of a word as the neighbour of a pair."},
    {"structures", structures, METH_O, "Which kinds of structures may stand in a line: a bit for each."},
    {"keeps_blocks", blocks_stay, METH_VARARGS, "Whether no block comes or goes between two states of a text."},
    {"may_be_cut", may_be_cut, METH_O, "Whether a joiner rule may cut a string that is no word."},
    {"stays", may_stay, METH_O, "Whether the rules about words surely leave a word with half-spaces as it is."},
    {"forget", forget, METH_NOARGS, "Forget every answer."},
    {"counts", counts, METH_NOARGS, "How often Python was asked, and what is remembered."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "What some options make of texts, by tables and remembered answers."},
    {Py_tp_new, core_new},
    {Py_tp_dealloc, core_free},
    {Py_tp_traverse, core_traverse},
    {Py_tp_clear, core_clear},
    {Py_tp_methods, methods},
    {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Core", sizeof(Core), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};

static int fill_module(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Core", type);
    Py_XDECREF(type);
    failed = failed || add_sieve(module) || add_folder(module) || add_evidence(module) || add_reader(module);
    failed = failed || add_column(module) || add_program(module) || add_forest(module);
    return failed || add_place(module) || add_walker(module) ? -1 : 0;
}

static PyMethodDef functions[] = {
    {"cut_lines", cut_lines, METH_VARARGS, "The lines of a text, the same stripped, where they begin, which are filled, the gaps."},
    {"shared", shared, METH_VARARGS, "How many of each line's words other sentences have too, in eighths."},
    {"repeats", repeats, METH_VARARGS, "Whether each line stands there for the first time, and how often it does."},
    {"block_tree", block_tree, METH_VARARGS, "The blocks round the lines of a page, and what is said of them."},
    {"main_places", main_places, METH_O, "The place of most of the text of each line."},
    {"places_round", places_round, METH_VARARGS, "Places and those round them, each with how many are round it."},
    {"line_links", line_links, METH_VARARGS, "How much of each line is in links, in how many parts, and whether it has a button."},
    {"date_places", date_places, METH_VARARGS, "Where numbers and words stand that may say a date."},
    {"date_pieces", date_pieces, METH_VARARGS, "The pieces of a window that may hold a date, and the kinds of their tokens."},
    {"date_tokens", date_tokens, METH_VARARGS, "The tokens of these pieces."},
    {NULL, NULL, 0, NULL},
};
static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, fill_module}, {0, NULL}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "_core", "See docs/internals.md.", 0, functions, module_slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__core(void) { return PyModuleDef_Init(&module); }
