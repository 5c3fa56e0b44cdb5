/* Owns the type Folder: the door from Python to the folds of whole texts. */
#include <stddef.h>

#include "fold.h"

static int add_str(Text *to, PyObject *text) {
    Py_ssize_t n = PyUnicode_Check(text) ? PyUnicode_GetLength(text) : -1;
    if (n < 0 || text_room(to, n + 1) || (n && !PyUnicode_AsUCS4(text, to->at + to->n, n + 1, 0))) return FAILED;
    to->n += n;
    return 0;
}

/* Append what Python says to a question about some units; NOT_MINE where it says None. */
int put_answer(PyObject *question, const Unit *s, Py_ssize_t n, Text *to) {
    PyObject *text = to_str(s, n);
    PyObject *got = text ? PyObject_CallFunctionObjArgs(question, text, NULL) : NULL;
    Py_XDECREF(text);
    if (!got) return FAILED;
    int result = got == Py_None ? NOT_MINE : add_str(to, got);
    Py_DECREF(got);
    return result;
}

static Py_ssize_t line_end(const Text *text, Py_ssize_t at) {
    while (at < text->n && text->at[at] != '\n') at++;
    return at < text->n ? at + 1 : at;
}

/* Whether a space stands there that is none of ASCII. */
static int holds_odd_space(const Core *core, const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < n; i++)
        if (s[i] > 127 && class_of(core, s[i]) & BLANK) return 1;
    return 0;
}

/* Note that Python must tell the line of *n* units from *start* on, and that the answer belongs at the end of *to*. */
static int pend(Folder *f, Py_ssize_t start, Py_ssize_t n, const Text *to) {
    if (f->pending_n == f->pending_room) {
        int room = f->pending_room * 2 + 16;
        Pending *pending = PyMem_Realloc(f->pending, sizeof(Pending) * (size_t)room);
        if (!pending) {
            PyErr_NoMemory();
            return FAILED;
        }
        f->pending = pending;
        f->pending_room = room;
    }
    f->pending[f->pending_n++] = (Pending){to->n, start, n};
    return 0;
}

/* Put the answers into `to`, each where it belongs; what was there comes between. */
static int put_answers(Folder *f, Text *to) {
    Py_ssize_t at = 0, from = 0;
    f->asked.n = 0;
    for (int i = 0; i < f->pending_n; i++) {
        const Pending *line = f->pending + i;
        Py_ssize_t end = line_end(&f->answers, from);
        if (text_add(&f->asked, to->at + at, line->at - at) || text_add(&f->asked, f->answers.at + from, end - from)) return FAILED;
        at = line->at;
        from = end;
    }
    if (from != f->answers.n) return NOT_MINE;
    if (text_add(&f->asked, to->at + at, to->n - at)) return FAILED;
    Text put = f->asked;
    f->asked = *to;
    *to = put;
    return 0;
}

/* Ask Python for all lines of *source* that are pending, in one go: each is dear by itself. */
static int settle_pending(Folder *f, PyObject *question, const Text *source, Text *to) {
    if (!f->pending_n) return 0;
    f->asked.n = f->answers.n = 0;
    for (int i = 0; i < f->pending_n; i++)
        if (text_add(&f->asked, source->at + f->pending[i].start, f->pending[i].n)) return FAILED;
    int result = put_answer(question, f->asked.at, f->asked.n, &f->answers);
    if (!result) result = put_answers(f, to);
    f->pending_n = 0;
    return result;
}

/* Put the lines of `source`, after the folds of their characters, into `firsts`; NOT_MINE where Python must see to it:
   in *code* to whatever is no matter of the map, elsewhere to non-ASCII spaces, unless no block stands here (*asking*). */
static int put_firsts(Folder *f, int code, int asking) {
    f->firsts.n = f->pending_n = 0;
    for (Py_ssize_t at = 0, end; at < f->source.n; at = end) {
        end = line_end(&f->source, at);
        const Unit *s = f->source.at + at;
        int asked = first_fold(f, s, end - at, code, &f->firsts);
        if (asked == FAILED) return FAILED;
        if (asked == READY) continue;
        if (code || (!asking && holds_odd_space(f->core, s, end - at))) return NOT_MINE;
        if (pend(f, at, end - at, &f->firsts)) return FAILED;
    }
    return settle_pending(f, f->ask_first, &f->source, &f->firsts);
}

static int put_lines(Folder *f, const Text *text) {
    f->out.n = f->pending_n = 0;
    for (Py_ssize_t at = 0, end; at < text->n; at = end) {
        end = line_end(text, at);
        int result = fold_line(f, text->at + at, end - at);
        if (result == FAILED || (result && pend(f, at, end - at, &f->out))) return FAILED;
    }
    return settle_pending(f, f->ask_line, text, &f->out);
}

static int start(Folder *f, PyObject *text) {
    f->source.n = 0;
    return add_str(&f->source, text) ? FAILED : 0;
}

static void give_back(Folder *f) {
    Text *texts[] = {&f->gaps, &f->source, &f->bare, &f->plain, &f->parted, &f->firsts, &f->line,
                     &f->next, &f->again, &f->out, &f->asked, &f->answers};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (texts[i]->room <= MOST_KEPT) continue;
        PyMem_Free(texts[i]->at);
        *texts[i] = (Text){0};
    }
    give_back_much(f->core);
    f->core->busy = 0;
}

static PyObject *given(const Folder *f, PyObject *text, const Text *made) {
    const Text *source = &f->source;
    int is_same = made->n == source->n && (!made->n || !memcmp(made->at, source->at, sizeof(Unit) * (size_t)made->n));
    return is_same ? Py_NewRef(text) : to_str(made->at, made->n);
}

/* Whether more than a line may decide. */
static int is_document(const Text *text) {
    for (Py_ssize_t i = 0; i < text->n; i++) {
        Unit c = text->at[i];
        if (c == '\n' && i + 1 < text->n) return 1;
        if ((c == '`' || c == '~') && i + 2 < text->n && text->at[i + 1] == c && text->at[i + 2] == c) return 1;
    }
    return 0;
}

/* The text after all rules and folds; a text of several lines is for Python to cut. */
static PyObject *normalise(PyObject *self, PyObject *text) {
    Folder *f = (Folder *)self;
    if (!PyUnicode_CheckExact(text) || f->core->busy) return PyObject_CallFunctionObjArgs(f->ask_text, text, NULL);
    f->core->busy = 1;
    PyObject *result = NULL;
    int failed = start(f, text), document = !failed && is_document(&f->source);
    if (!failed && !document) {
        int done = put_firsts(f, 0, 1);
        if (!done) done = put_lines(f, &f->firsts);
        if (!done) result = given(f, text, &f->out);
        document = done == NOT_MINE;
    }
    give_back(f);
    return document ? PyObject_CallFunctionObjArgs(f->ask_text, text, NULL) : result;
}

/* first(text, code, asking): the lines of a text after the folds of their characters; None: Python must see to it. */
static PyObject *first(PyObject *self, PyObject *arguments) {
    Folder *f = (Folder *)self;
    PyObject *text, *result = NULL;
    int code, asking;
    if (!PyArg_ParseTuple(arguments, "O!pp", &PyUnicode_Type, &text, &code, &asking)) return NULL;
    if (f->core->busy) Py_RETURN_NONE;
    f->core->busy = 1;
    int done = start(f, text) ? FAILED : put_firsts(f, code, asking);
    if (!done) result = given(f, text, &f->firsts);
    give_back(f);
    if (done == NOT_MINE) Py_RETURN_NONE;
    return result;
}

/* The same after all other rules and folds; None where Python must see to it. */
static PyObject *lines(PyObject *self, PyObject *text) {
    Folder *f = (Folder *)self;
    if (!PyUnicode_CheckExact(text) || f->core->busy) Py_RETURN_NONE;
    f->core->busy = 1;
    int done = start(f, text) ? FAILED : put_lines(f, &f->source);
    PyObject *result = done ? NULL : given(f, text, &f->out);
    give_back(f);
    if (done == NOT_MINE) Py_RETURN_NONE;
    return result;
}

static const void *bytes_of(Folder *f, PyObject *tables, const char *name, Py_ssize_t *n) {
    PyObject *value = PyDict_GetItemString(tables, name);
    if (!value || f->buffers_n == MOST_TABLES) {
        PyErr_Format(PyExc_ValueError, "no table of the name %s", name);
        return NULL;
    }
    Py_buffer *buffer = &f->buffers[f->buffers_n];
    if (PyObject_GetBuffer(value, buffer, PyBUF_SIMPLE)) return NULL;
    f->buffers_n++;
    *n = buffer->len;
    return buffer->buf;
}

static int tables_of(Folder *f, PyObject *tables) {
    Py_ssize_t pages, n;
    if (!(f->page = bytes_of(f, tables, "fold_pages", &pages)) || !(f->map = bytes_of(f, tables, "fold_map", &n))) return FAILED;
    if (!(f->letters = bytes_of(f, tables, "fold_letters", &n))) return FAILED;
    if (pages != 2 * PAGES || n != 2 * PAGE) {
        PyErr_SetString(PyExc_ValueError, "tables of another shape");
        return FAILED;
    }
    const struct {
        const char *name;
        Rows *rows;
    } all_rows[] = {{"fold_starts", &f->starts}, {"fold_pieces", &f->pieces}, {"fold_endings", &f->endings}, {"addresses", &f->addresses},
                 {"fold_open_signs", &f->open_signs}, {"fold_be", &f->be},
                 {"glued_starts", &f->glued_starts}, {"glued_ends", &f->glued_ends},
                 {"apart_starts", &f->apart_starts}, {"apart_ends", &f->apart_ends}};
    for (size_t i = 0; i < sizeof all_rows / sizeof *all_rows; i++) {
        const Unit *at = bytes_of(f, tables, all_rows[i].name, &n);
        if (rows_open(all_rows[i].rows, at, at ? n : 0)) return FAILED;
    }
    return 0;
}

static int take(PyObject *asking, const char *name, PyObject **to) {
    *to = PyObject_GetAttrString(asking, name);
    return *to ? 0 : FAILED;
}

/* Folder(core, tables, asking) */
static PyObject *folder_new(PyTypeObject *type, PyObject *arguments, PyObject *Py_UNUSED(keywords)) {
    PyObject *core, *tables, *asking;
    if (!PyArg_ParseTuple(arguments, "OO!O", &core, &PyDict_Type, &tables, &asking)) return NULL;
    allocfunc alloc = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Folder *f = (Folder *)alloc(type, 0);
    if (!f) return NULL;
    f->holder = Py_NewRef(core);
    f->core = (Core *)core;
    if (tables_of(f, tables) || take(asking, "first", &f->ask_first) || take(asking, "word", &f->ask_word) ||
        take(asking, "line", &f->ask_line) || take(asking, "text", &f->ask_text) || cache_start(&f->words, sizeof(Gap), MOST_KNOWN))
        Py_CLEAR(f);
    return (PyObject *)f;
}

static int folder_traverse(PyObject *self, visitproc visit, void *arg) {
    Folder *f = (Folder *)self;
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(f->holder);
    Py_VISIT(f->ask_first);
    Py_VISIT(f->ask_word);
    Py_VISIT(f->ask_line);
    Py_VISIT(f->ask_text);
    return 0;
}

static int folder_clear(PyObject *self) {
    Folder *f = (Folder *)self;
    Py_CLEAR(f->ask_first);
    Py_CLEAR(f->ask_word);
    Py_CLEAR(f->ask_line);
    Py_CLEAR(f->ask_text);
    return 0;
}

static void folder_free(PyObject *self) {
    Folder *f = (Folder *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    folder_clear(self);
    Py_CLEAR(f->holder);
    for (int i = 0; i < f->buffers_n; i++) PyBuffer_Release(&f->buffers[i]);
    cache_end(&f->words);
    Text *texts[] = {&f->arena, &f->gaps, &f->source, &f->bare, &f->plain, &f->parted, &f->firsts, &f->line,
                     &f->next, &f->again, &f->out, &f->asked, &f->answers};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) PyMem_Free(texts[i]->at);
    PyMem_Free(f->units);
    PyMem_Free(f->pending);
    PyMem_Free(f->tokens);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"normalise", normalise, METH_O, "The text after all rules and folds."},
    {"first", first, METH_VARARGS, "The lines of a text after the folds of their characters, or None."},
    {"lines", lines, METH_O, "Lines whose first folds are done, after all other rules and folds, or None."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "What options that fold make of texts."},
    {Py_tp_new, folder_new},
    {Py_tp_dealloc, folder_free},
    {Py_tp_traverse, folder_traverse},
    {Py_tp_clear, folder_clear},
    {Py_tp_methods, methods},
    {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Folder", sizeof(Folder), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};

int add_folder(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Folder", type);
    Py_XDECREF(type);
    return failed ? FAILED : 0;
}
