/* Owns the type Reader: the door from Python to the lines of pages. */
#include "pages.h"

static Py_ssize_t read_text(Reader *reader, PyObject *text) {
    Py_ssize_t n = text ? PyUnicode_GetLength(text) : -1;
    if (n < 0 || (reader->source.n = 0, text_room(&reader->source, n + 1))) return FAILED;
    return n && !PyUnicode_AsUCS4(text, reader->source.at, n + 1, 0) ? FAILED : n;
}

static int is_list(PyObject *lines) {
    if (!PyList_Check(lines)) PyErr_SetString(PyExc_TypeError, "a list is wanted");
    return PyList_Check(lines);
}

/* What is found out about lines: a column for each feature and the number of words, and each line as bytes, with its telling words. */
typedef struct {
    Column *columns[ROW];
    PyObject *telling;
} Looked;

static int looked_open(Looked *looked, PyTypeObject *type, Py_ssize_t size) {
    int failed = !(looked->telling = PyList_New(size));
    for (int c = 0; c < ROW; c++) failed = !(looked->columns[c] = column_new(type, size)) || failed;
    return failed ? FAILED : 0;
}

/* The columns, the lines as bytes, the numbers of words as a list, unless it failed: then NULL. */
static PyObject *looked_end(Looked *looked, int failed) {
    PyObject *all = failed ? NULL : PyList_New(0);
    for (int c = 0; c < ROW; c++) {
        if (all && c == COLUMNS && PyList_Append(all, looked->telling)) Py_CLEAR(all);
        if (all && PyList_Append(all, (PyObject *)looked->columns[c])) Py_CLEAR(all);
        Py_XDECREF((PyObject *)looked->columns[c]);
    }
    Py_XDECREF(looked->telling);
    return all;
}

/* What a line is, as bytes: its row, how many words it has, the hashes of its telling words. NULL where *result* is no 0. */
static PyObject *read_line(Reader *reader, PyObject *line, int *result) {
    int64_t row[ROW] = {0};
    int telling_n = 0, words = 0;
    Py_ssize_t n = read_text(reader, line);
    if (n == 0) PyErr_SetString(PyExc_ValueError, "a line is empty");
    *result = n <= 0 ? FAILED : row_of(reader, reader->source.at, n, row, &telling_n, &words);
    if (*result) return NULL;
    row[COLUMNS] = words;
    Py_ssize_t telling = (Py_ssize_t)sizeof *reader->telling * telling_n;
    PyObject *found = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)sizeof row + telling);
    char *to = found ? PyBytes_AsString(found) : NULL;
    if (!to) *result = FAILED;
    else memcpy(memcpy(to, row, sizeof row) + sizeof row, reader->telling, (size_t)telling);
    return found;
}

/* The same, known already or to be known from now on. */
static PyObject *known_line(Reader *reader, PyObject *line, PyObject *known, int *result) {
    PyObject *found = known ? PyDict_GetItemWithError(known, line) : NULL;
    if (found) return Py_NewRef(found);
    if (PyErr_Occurred()) *result = FAILED;
    else if ((found = read_line(reader, line, result)) && known && PyDict_SetItem(known, line, found)) {
        *result = FAILED;
        Py_CLEAR(found);
    }
    return found;
}

/* Put what a line is into its place. */
static int look_at(Reader *reader, PyObject *lines, PyObject *known, Py_ssize_t place, Looked *looked) {
    int result = 0;
    PyObject *line = PyList_GetItem(lines, place), *found = line ? known_line(reader, line, known, &result) : NULL;
    if (!found) return result ? result : FAILED;
    char *bytes;
    Py_ssize_t n;
    int64_t row[ROW];
    if (PyBytes_AsStringAndSize(found, &bytes, &n) || PyList_SetItem(looked->telling, place, found)) return FAILED;
    if (n < (Py_ssize_t)sizeof row) {
        PyErr_SetString(PyExc_ValueError, "what is known of a line has a row");
        return FAILED;
    }
    memcpy(row, bytes, sizeof row);
    for (int c = 0; c < ROW; c++) looked->columns[c]->at[place] = row[c];
    return 0;
}

/* look(lines, known): columns for lines; None where a character's folding is not known. */
static PyObject *look(PyObject *self, PyObject *args) {
    Reader *reader = (Reader *)self;
    PyObject *lines, *known = NULL;
    if (!PyArg_ParseTuple(args, "O|O!", &lines, &PyDict_Type, &known) || !is_list(lines)) return NULL;
    if (reader->busy) Py_RETURN_NONE;
    Py_ssize_t size = PyList_Size(lines);
    Looked looked = {0};
    int result = looked_open(&looked, reader->column_type, size);
    reader->busy = 1;
    for (Py_ssize_t i = 0; i < size && !result; i++) result = look_at(reader, lines, known, i, &looked);
    reader->busy = 0;
    PyObject *found = looked_end(&looked, result);
    if (result == UNKNOWN_FOLDING) Py_RETURN_NONE;
    return found;
}

/* The roles of a line as bits; None where a character's folding is not known. */
static PyObject *roles(PyObject *self, PyObject *text) {
    Reader *reader = (Reader *)self;
    if (reader->busy) Py_RETURN_NONE;
    Py_ssize_t n = read_text(reader, text);
    if (n < 0) return NULL;
    reader->busy = 1;
    int result = cut_words(reader, reader->source.at, n, reader->phrases.most_words);
    uint64_t bits = result ? 0 : roles_of(&reader->phrases, &reader->line, NULL);
    reader->busy = 0;
    if (result == UNKNOWN_FOLDING) Py_RETURN_NONE;
    return result || bits == UINT64_MAX ? NULL : PyLong_FromUnsignedLongLong(bits);
}

static int reader_open(Reader *reader, PyObject *tables, PyObject *const *strings, PyObject *codes, PyObject *whitespace) {
    PyObject *counted = strings[0]; /* more than stop words, whose numbers are no greater */
    reader->line.words = PyMem_Calloc((size_t)reader->head + 2, sizeof(PageWord));
    reader->line.others = PyMem_Calloc((size_t)reader->head + 2, sizeof(PageWord));
    reader->telling = PyMem_Calloc((size_t)reader->head + 2, sizeof(uint64_t));
    reader->seen = PyMem_Calloc(PyDict_Check(counted) ? (size_t)PyDict_Size(counted) + 1 : 1, sizeof(uint32_t));
    if (!reader->line.words || !reader->line.others || !reader->telling || !reader->seen) {
        PyErr_NoMemory();
        return FAILED;
    }
    if (PyObject_GetBuffer(codes, &reader->codes, PyBUF_SIMPLE) || phrases_open(&reader->phrases, tables)) return FAILED;
    if (reader->phrases.most_words > reader->head) {
        PyErr_SetString(PyExc_ValueError, "phrases are longer than the head of a line");
        return FAILED;
    }
    Strings *to[] = {&reader->counted, &reader->listed, &reader->openings};
    for (int i = 0; i < 3; i++)
        if (strings_fill(to[i], &reader->arena, strings[i])) return FAILED;
    return whitespace_open(&reader->whitespace, whitespace);
}

static PyObject *reader_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)names;
    PyObject *ask, *tables, *strings[3], *codes, *column_type, *whitespace;
    int head, most_words, no_case, longest[6];
    unsigned long long date;
    if (!PyArg_ParseTuple(args, "OO!OOOOOUKiiiiiiiii", &ask, &PyType_Type, &column_type, &tables, &strings[0], &strings[1], &strings[2],
                          &codes, &whitespace, &date, &head, &most_words, &no_case, &longest[0], &longest[1], &longest[2],
                          &longest[3], &longest[4], &longest[5]))
        return NULL;
    if (head < 1 || head > 1 << 16 || longest[5] < 1 || longest[5] > MOST_TITLE_LINES) {
        PyErr_SetString(PyExc_ValueError, "the head of a line has 1 to 65536 characters, that of a post 1 to 16 lines");
        return NULL;
    }
    Reader *reader = (Reader *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!reader) return NULL;
    reader->ask_page = Py_NewRef(ask);
    reader->column_type = (PyTypeObject *)Py_NewRef(column_type);
    reader->date = date;
    reader->head = head;
    reader->most_words = most_words;
    reader->no_case = no_case;
    reader->longest_listed = longest[0];
    reader->longest_dated = longest[1];
    reader->longest_title = longest[2];
    reader->long_line = longest[3];
    reader->most_added = longest[4];
    reader->title_lines = longest[5];
    if (!reader_open(reader, tables, strings, codes, whitespace)) return (PyObject *)reader;
    Py_DECREF(reader);
    return NULL;
}

static int reader_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Reader *)self)->ask_page);
    Py_VISIT(((Reader *)self)->column_type);
    return 0;
}

static int reader_clear(PyObject *self) {
    Py_CLEAR(((Reader *)self)->ask_page);
    Py_CLEAR(((Reader *)self)->column_type);
    return 0;
}

static void reader_free(PyObject *self) {
    Reader *reader = (Reader *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    reader_clear(self);
    for (int i = 0; i < PAGES; i++) PyMem_Free(reader->pages[i]);
    phrases_close(&reader->phrases);
    strings_end(&reader->counted);
    strings_end(&reader->listed);
    strings_end(&reader->openings);
    void *owned[] = {reader->arena.at, reader->source.at, reader->seen, reader->line.key.at, reader->line.other.at,
                     reader->line.words, reader->line.others, reader->telling};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) PyMem_Free(owned[i]);
    if (reader->codes.obj) PyBuffer_Release(&reader->codes);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"look", look, METH_VARARGS, "Columns for lines, and their telling words; None where Python must look."},
    {"roles", roles, METH_O, "The roles of a line as bits; None where Python must look."},
    {"glance", glance, METH_VARARGS, "What the lines of a text may be, see glance.c; None where Python must look."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "What the lines of a page are, each alone."},
    {Py_tp_new, reader_new},
    {Py_tp_dealloc, reader_free},
    {Py_tp_traverse, reader_traverse},
    {Py_tp_clear, reader_clear},
    {Py_tp_methods, methods},
    {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Reader", sizeof(Reader), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};

int add_reader(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Reader", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
