/* Owns the type Reader: the door from Python to the lines of pages. */
#include "pages.h"

static Py_ssize_t read_line(Reader *reader, PyObject *lines, Py_ssize_t number) {
    PyObject *text = PyList_GetItem(lines, number);
    Py_ssize_t n = text ? PyUnicode_GetLength(text) : -1;
    if (n < 0 || (reader->source.n = 0, text_room(&reader->source, n + 1))) return FAILED;
    return n && !PyUnicode_AsUCS4(text, reader->source.at, n + 1, 0) ? FAILED : n;
}

static int is_list(PyObject *lines) {
    if (!PyList_Check(lines)) PyErr_SetString(PyExc_TypeError, "a list is wanted");
    return PyList_Check(lines);
}

static PyObject *lists_of(int n, Py_ssize_t size) {
    PyObject *lists = PyList_New(n);
    for (int i = 0; lists && i < n; i++) {
        PyObject *list = PyList_New(size);
        if (!list || PyList_SetItem(lists, i, list)) Py_CLEAR(lists);
    }
    return lists;
}

/* Put what a line is into its place of each column, its telling words and the number of its words behind them. */
static int put_row(PyObject *columns, Py_ssize_t place, const int64_t *row, const uint64_t *telling, int telling_n, int words) {
    for (int c = 0; c < COLUMNS + 2; c++) {
        PyObject *value = c < COLUMNS ? PyLong_FromLongLong(row[c])
                          : c > COLUMNS ? PyLong_FromLong(words)
                                        : PyBytes_FromStringAndSize((const char *)telling, (Py_ssize_t)sizeof *telling * telling_n);
        if (!value || PyList_SetItem(PyList_GetItem(columns, c), place, value)) return FAILED;
    }
    return 0;
}

/* Columns for lines; None where a character's folding is not known. */
static PyObject *look(PyObject *self, PyObject *lines) {
    Reader *reader = (Reader *)self;
    if (!is_list(lines)) return NULL;
    if (reader->busy) Py_RETURN_NONE;
    Py_ssize_t size = PyList_Size(lines);
    PyObject *columns = lists_of(COLUMNS + 2, size);
    if (!columns) return NULL;
    int result = 0;
    reader->busy = 1;
    for (Py_ssize_t i = 0; i < size && !result; i++) {
        int64_t row[COLUMNS] = {0};
        int telling_n = 0, words = 0;
        Py_ssize_t n = read_line(reader, lines, i);
        if (n == 0) PyErr_SetString(PyExc_ValueError, "a line is empty");
        result = n <= 0 ? FAILED : row_of(reader, reader->source.at, n, row, &telling_n, &words);
        if (!result) result = put_row(columns, i, row, reader->telling, telling_n, words);
    }
    reader->busy = 0;
    if (!result) return columns;
    Py_DECREF(columns);
    if (result == UNKNOWN_FOLDING) Py_RETURN_NONE;
    return NULL;
}

/* What a whole line may be, as bits; its roles into *bits. */
enum { LISTED = 1, NUMBERED = 2 };
static int glance_at(Reader *reader, PyObject *lines, Py_ssize_t number, uint64_t *bits) {
    Py_ssize_t n = read_line(reader, lines, number);
    int result = n < 0 ? FAILED : cut_words(reader, reader->source.at, n, reader->phrases.most_words);
    if (result) return result;
    int may_be = n < reader->longest_dated && reader->line.has_digit ? NUMBERED : 0;
    if (reader->line.n && n <= reader->longest_listed) {
        int listed = may_be_listed(reader);
        if (listed < 0) return FAILED;
        may_be |= listed ? LISTED : 0;
    }
    *bits = roles_of(&reader->phrases, &reader->line);
    return *bits == UINT64_MAX ? FAILED : may_be;
}

static int add_place(PyObject *list, Py_ssize_t place) {
    PyObject *number = PyLong_FromSsize_t(place);
    int failed = !number || PyList_Append(list, number);
    Py_XDECREF(number);
    return failed ? FAILED : 0;
}

/* The roles of whole lines as bits, the places of those that may be phrases, and of short ones with a digit; None where a folding is
   not known. */
static PyObject *glance(PyObject *self, PyObject *lines) {
    Reader *reader = (Reader *)self;
    if (!is_list(lines)) return NULL;
    if (reader->busy) Py_RETURN_NONE;
    Py_ssize_t size = PyList_Size(lines);
    PyObject *roles = PyList_New(size), *listed = PyList_New(0), *numbered = PyList_New(0);
    int result = roles && listed && numbered ? 0 : FAILED;
    reader->busy = 1;
    for (Py_ssize_t i = 0; i < size && result >= 0; i++) {
        uint64_t bits = 0;
        result = glance_at(reader, lines, i, &bits);
        PyObject *value = result < 0 ? NULL : PyLong_FromUnsignedLongLong(bits);
        if (result >= 0 && (!value || PyList_SetItem(roles, i, value))) result = FAILED;
        if (result > 0 && result & LISTED && add_place(listed, i)) result = FAILED;
        if (result > 0 && result & NUMBERED && add_place(numbered, i)) result = FAILED;
    }
    reader->busy = 0;
    PyObject *all = result < 0 ? NULL : PyTuple_Pack(3, roles, listed, numbered);
    Py_XDECREF(roles);
    Py_XDECREF(listed);
    Py_XDECREF(numbered);
    if (result == UNKNOWN_FOLDING) Py_RETURN_NONE;
    return all;
}

static int reader_open(Reader *reader, PyObject *tables, PyObject *concepts, PyObject *stops, PyObject *listed, PyObject *codes) {
    reader->line.words = PyMem_Calloc((size_t)reader->head + 2, sizeof(PageWord));
    reader->line.others = PyMem_Calloc((size_t)reader->head + 2, sizeof(PageWord));
    reader->telling = PyMem_Calloc((size_t)reader->head + 2, sizeof(uint64_t));
    reader->seen = PyMem_Calloc(PyDict_Check(stops) ? (size_t)PyDict_Size(stops) + 1 : 1, sizeof(uint32_t));
    if (!reader->line.words || !reader->line.others || !reader->telling || !reader->seen) {
        PyErr_NoMemory();
        return FAILED;
    }
    if (PyObject_GetBuffer(codes, &reader->codes, PyBUF_SIMPLE) || phrases_open(&reader->phrases, tables)) return FAILED;
    if (reader->phrases.most_words > reader->head) {
        PyErr_SetString(PyExc_ValueError, "phrases are longer than the head of a line");
        return FAILED;
    }
    return strings_fill(&reader->concepts, &reader->arena, concepts) || strings_fill(&reader->stops, &reader->arena, stops) ||
           strings_fill(&reader->listed, &reader->arena, listed);
}

static PyObject *reader_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)names;
    PyObject *ask, *tables, *concepts, *stops, *listed, *codes;
    int head, most_words, no_case, longest_listed, longest_dated;
    unsigned long long date;
    if (!PyArg_ParseTuple(args, "OOOOOOKiiiii", &ask, &tables, &concepts, &stops, &listed, &codes, &date, &head, &most_words, &no_case,
                          &longest_listed, &longest_dated))
        return NULL;
    if (head < 1 || head > 1 << 16) {
        PyErr_SetString(PyExc_ValueError, "the head of a line has 1 to 65536 characters");
        return NULL;
    }
    Reader *reader = (Reader *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!reader) return NULL;
    reader->ask_page = Py_NewRef(ask);
    reader->date = date;
    reader->head = head;
    reader->most_words = most_words;
    reader->no_case = no_case;
    reader->longest_listed = longest_listed;
    reader->longest_dated = longest_dated;
    if (!reader_open(reader, tables, concepts, stops, listed, codes)) return (PyObject *)reader;
    Py_DECREF(reader);
    return NULL;
}

static int reader_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Reader *)self)->ask_page);
    return 0;
}

static int reader_clear(PyObject *self) {
    Py_CLEAR(((Reader *)self)->ask_page);
    return 0;
}

static void reader_free(PyObject *self) {
    Reader *reader = (Reader *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    reader_clear(self);
    for (int i = 0; i < PAGES; i++) PyMem_Free(reader->pages[i]);
    phrases_close(&reader->phrases);
    strings_end(&reader->concepts);
    strings_end(&reader->stops);
    strings_end(&reader->listed);
    void *owned[] = {reader->arena.at, reader->source.at, reader->seen, reader->line.key.at, reader->line.other.at,
                     reader->line.words, reader->line.others, reader->telling};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) PyMem_Free(owned[i]);
    if (reader->codes.obj) PyBuffer_Release(&reader->codes);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"look", look, METH_O, "Columns for lines, and their telling words; None where Python must look."},
    {"glance", glance, METH_O, "The roles of lines, the places of possible phrases and dates; None where Python must look."},
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
