/* Owns the type Forest: trees as flat tables, summed in whole numbers for each line of a page. */
#include "pages.h"

/* A leaf has no line that is at most its threshold, and its right child is itself: who steps on stays. */
typedef struct {
    uint8_t feature, right; /* how far behind the left child, which stands right behind it, the right one stands, round 256 */
    int16_t threshold;
} Node;

/* after this tree a score so far from zero is final, in hundredths */
typedef struct {
    int32_t after, sure, scale;
} Exit;

typedef struct {
    int32_t at;             /* where it begins */
    int32_t depth;
} Tree;

typedef struct {
    PyObject_HEAD
    Node *nodes;
    int16_t *adds;          /* what a leaf adds */
    Tree *trees;
    Exit *exits;
    int trees_n, exits_n, features;
} Forest;

static void forest_free(PyObject *self);

enum { BESIDE = 8 };        /* how many lines are led through a tree at a time */

/* Small numbers, those of each line side by side, with room for a multiple of BESIDE lines. */
typedef struct {
    int16_t *at;
    Py_ssize_t n;
} Table;

/* Add what some trees say of a few lines, of which *first* is the first. A step is computed: which way it goes nobody could foretell. */
static void add_trees(const Forest *forest, int from, int to, const Table *table, Py_ssize_t first, int64_t *sums) {
    const int16_t *values[BESIDE];
    for (int i = 0; i < BESIDE; i++) values[i] = table->at + (first + i) * forest->features;
    for (const Tree *tree = forest->trees + from; tree < forest->trees + to; tree++) {
        const Node *nodes = forest->nodes + tree->at;
        uint8_t at[BESIDE] = {0};
        for (int step = 0; step < tree->depth; step++)
            for (int i = 0; i < BESIDE; i++) {
                Node node = nodes[at[i]];
                int is_more = node.threshold < values[i][node.feature];
                at[i] = (uint8_t)(at[i] + 1 + (node.right & -is_more));
            }
        for (int i = 0; i < BESIDE; i++) sums[i] += forest->adds[tree->at + at[i]];
    }
}

/* rounded down, as Python does */
static int64_t scaled(int64_t sum, int scale) {
    int64_t product = sum * scale;
    return product / 100 - (product % 100 < 0);
}

/* Leave of the lines those that are open. */
static void keep_open(const Forest *forest, Table *table, const Py_ssize_t *kept, Py_ssize_t left) {
    size_t width = (size_t)forest->features;
    for (Py_ssize_t i = 0; i < left; i++) {
        if (kept[i] > i) memcpy(table->at + (size_t)i * width, table->at + (size_t)kept[i] * width, width * sizeof *table->at);
    }
    table->n = left;
}

/* Go through the trees up to the next exit, and let lines leave there whose score is far enough from zero. *open* has the places of
   the others, and behind them room for as many. */
static void score_to(const Forest *forest, Table *table, int from, const Exit *exit, int64_t *scores, Py_ssize_t *open) {
    Py_ssize_t n = table->n, left = 0, *kept = open + n;
    for (Py_ssize_t first = 0; first < n; first += BESIDE) {
        int64_t sums[BESIDE] = {0};
        add_trees(forest, from, exit ? exit->after : forest->trees_n, table, first, sums);
        for (int i = 0; i < BESIDE && first + i < n; i++) scores[open[first + i]] += sums[i];
    }
    for (Py_ssize_t i = 0; exit && i < n; i++) {
        int64_t *score = &scores[open[i]];
        if (*score > exit->sure || *score < -exit->sure) *score = scaled(*score, exit->scale);
        else {
            open[left] = open[i];
            kept[left++] = i;
        }
    }
    keep_open(forest, table, kept, left);
}

static void score_lines(const Forest *forest, Table *table, int64_t *scores, Py_ssize_t *open) {
    for (Py_ssize_t i = 0; i < table->n; i++) open[i] = i, scores[i] = 0;
    for (int exit = 0, from = 0; exit <= forest->exits_n; exit++) {
        score_to(forest, table, from, exit < forest->exits_n ? &forest->exits[exit] : NULL, scores, open);
        if (exit < forest->exits_n) from = forest->exits[exit].after;
    }
}

/* thresholds are between these */
static int16_t small(long long value) { return (int16_t)(value > INT16_MAX ? INT16_MAX : value <= INT16_MIN ? INT16_MIN + 1 : value); }

/* How many numbers a table has room for: none of them is empty. */
static size_t room_of(Py_ssize_t lines, int width) { return (size_t)((lines + BESIDE - 1) / BESIDE * BESIDE) * (size_t)width + 1; }

static void put_numbers(const int64_t *numbers, Py_ssize_t lines, int16_t *to, int width) {
    for (Py_ssize_t i = 0; i < lines; i++) to[i * width] = small(numbers[i]);
}

/* Put the numbers of a column into a table, each *width* numbers behind the one before; 0, or FAILED with a Python error set. */
static int put_column(PyObject *column, Py_ssize_t lines, int16_t *to, int width) {
    if (is_column(column)) {
        put_numbers(((Column *)column)->at, lines, to, width);
        return 0;
    }
    for (Py_ssize_t i = 0; i < lines; i++) to[i * width] = small(PyLong_AsLongLong(PyList_GetItem(column, i)));
    return PyErr_Occurred() ? FAILED : 0;
}

/* Read columns into a table whose numbers are to be freed; 0, or FAILED with a Python error set. */
static int read_columns(const Forest *forest, PyObject *columns, Table *table) {
    if (!PyList_Check(columns) || PyList_Size(columns) != forest->features) {
        PyErr_Format(PyExc_ValueError, "a list of %d columns is wanted", forest->features);
        return FAILED;
    }
    for (int f = 0; f < forest->features; f++) {
        PyObject *column = PyList_GetItem(columns, f);
        Py_ssize_t size = is_column(column) ? lines_in(column) : PyList_Check(column) ? PyList_Size(column) : -1;
        if (size < 0 || (f && size != table->n)) {
            PyErr_SetString(PyExc_ValueError, "columns must be columns or lists, of one length");
            return FAILED;
        }
        table->n = size;
        if (!f && !(table->at = PyMem_Calloc(room_of(size, forest->features), sizeof *table->at))) {
            PyErr_NoMemory();
            return FAILED;
        }
        if (put_column(column, size, table->at + f, forest->features)) return FAILED;
    }
    return 0;
}

/* Score the lines of a table; *to* has room for a number a line. 0, or FAILED with a Python error set. */
static int score_table(const Forest *forest, Table *table, int64_t *to) {
    Py_ssize_t *open = PyMem_Malloc(((size_t)table->n + 1) * 2 * sizeof *open);
    if (!open) {
        PyErr_NoMemory();
        return FAILED;
    }
    score_lines(forest, table, to, open);
    PyMem_Free(open);
    return 0;
}

static PyObject *score(PyObject *self, PyObject *columns) {
    const Forest *forest = (const Forest *)self;
    Table table = {0};
    PyObject *scores = read_columns(forest, columns, &table) ? NULL : PyList_New(table.n);
    Py_ssize_t lines = table.n;
    int64_t *sums = scores ? PyMem_Malloc(((size_t)lines + 1) * sizeof *sums) : NULL;
    if (scores && !sums) PyErr_NoMemory();
    if (scores && (!sums || score_table(forest, &table, sums))) Py_CLEAR(scores);
    for (Py_ssize_t i = 0; scores && i < lines; i++) {
        PyObject *value = PyLong_FromLongLong(sums[i]);
        if (!value || PyList_SetItem(scores, i, value)) Py_CLEAR(scores);
    }
    PyMem_Free(sums);
    PyMem_Free(table.at);
    return scores;
}

/* How many features a forest asks for; 0 for what is no forest. */
int features_of(PyObject *object) {
    int is_forest = PyType_GetSlot(Py_TYPE(object), Py_tp_dealloc) == (void *)forest_free;
    return is_forest ? ((const Forest *)object)->features : 0;
}

/* The scores of *n* lines, of which *row* has a row of numbers for each feature, by its place among *places*. */
int score_rows(PyObject *self, int64_t *const *row, const int32_t *places, Py_ssize_t n, int64_t *to) {
    const Forest *forest = (const Forest *)self;
    Table table = {PyMem_Calloc(room_of(n, forest->features), sizeof(int16_t)), n};
    if (!table.at) {
        PyErr_NoMemory();
        return FAILED;
    }
    for (int f = 0; f < forest->features; f++) put_numbers(row[places[f]], n, table.at + f, forest->features);
    int result = score_table(forest, &table, to);
    PyMem_Free(table.at);
    return result;
}

static int refuse(const char *why) {
    PyErr_SetString(PyExc_ValueError, why);
    return FAILED;
}

/* Rows of numbers, one a node, and how many nodes each tree has: textnorm.pages.content.forest_tables. */
typedef struct {
    int16_t feature, value, left, right;
} Row;

/* One node of a tree of *size* nodes: its left child stands right behind it, the right one further on. *depths* says how deep a node is. */
static int read_node(Forest *forest, Row row, Tree *tree, int own, int size, uint8_t *depths) {
    Node *node = &forest->nodes[tree->at + own];
    if (row.value == INT16_MAX || row.value <= INT16_MIN + 1) return refuse("no node of a tree");
    if (row.feature < 0) {
        *node = (Node){0, UINT8_MAX, INT16_MIN};
        forest->adds[tree->at + own] = row.value;
        if (depths[own] > tree->depth) tree->depth = depths[own];
        return 0;
    }
    if (row.feature >= forest->features || row.left != own + 1 || row.right <= row.left || row.right >= size)
        return refuse("no node of a tree");
    *node = (Node){(uint8_t)row.feature, (uint8_t)(row.right - row.left), row.value};
    depths[row.left] = depths[row.right] = (uint8_t)(depths[own] + 1);
    return 0;
}

static int read_tree(Forest *forest, const Row *rows, Tree *tree, int size) {
    uint8_t depths[UINT8_MAX + 1] = {0};
    for (int own = 0; own < size; own++)
        if (read_node(forest, rows[own], tree, own, size, depths)) return FAILED;
    return 0;
}

static int read_trees(Forest *forest, const Py_buffer *sizes, const Py_buffer *rows) {
    const uint8_t *nodes = sizes->buf;
    int total = 0;
    forest->trees_n = (int)sizes->len;
    for (int t = 0; t < forest->trees_n; t++) {
        if (!nodes[t]) return refuse("a tree has nodes");
        total += nodes[t];
    }
    if (rows->len != total * (Py_ssize_t)sizeof(Row)) return refuse("a row for each node of the trees is wanted");
    forest->nodes = PyMem_Calloc((size_t)total + 1, sizeof(Node));
    forest->adds = PyMem_Calloc((size_t)total + 1, sizeof(int16_t));
    forest->trees = PyMem_Calloc((size_t)forest->trees_n + 1, sizeof(Tree));
    if (!forest->nodes || !forest->adds || !forest->trees) {
        PyErr_NoMemory();
        return FAILED;
    }
    for (int t = 0, at = 0; t < forest->trees_n; at += nodes[t++]) {
        forest->trees[t].at = at;
        if (read_tree(forest, (const Row *)rows->buf + at, &forest->trees[t], nodes[t])) return FAILED;
    }
    return 0;
}

static int read_exits(Forest *forest, PyObject *exits) {
    forest->exits_n = (int)PyList_Size(exits);
    if (!(forest->exits = PyMem_Calloc((size_t)forest->exits_n + 1, sizeof(Exit)))) {
        PyErr_NoMemory();
        return FAILED;
    }
    for (int i = 0; i < forest->exits_n; i++) {
        Exit *exit = &forest->exits[i];
        if (!PyArg_ParseTuple(PyList_GetItem(exits, i), "iii", &exit->after, &exit->sure, &exit->scale)) return FAILED;
        int before = i ? exit[-1].after : 0;
        if (exit->after < before || exit->after >= forest->trees_n) return refuse("exits must stand behind trees, in order");
    }
    return 0;
}

/* Forest(features, nodes of each tree, rows of nodes, exits) */
static PyObject *forest_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)names;
    PyObject *exits;
    Py_buffer sizes, rows;
    int features;
    if (!PyArg_ParseTuple(args, "iy*y*O!", &features, &sizes, &rows, &PyList_Type, &exits)) return NULL;
    Forest *forest = (Forest *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    int failed = !forest;
    if (!failed) {
        forest->features = features;
        if (features < 1 || features > UINT8_MAX) failed = refuse("a forest has 1 to 255 features");
        failed = failed || read_trees(forest, &sizes, &rows) || read_exits(forest, exits);
    }
    PyBuffer_Release(&sizes);
    PyBuffer_Release(&rows);
    if (failed) Py_CLEAR(forest);
    return (PyObject *)forest;
}

static void forest_free(PyObject *self) {
    Forest *forest = (Forest *)self;
    PyTypeObject *type = Py_TYPE(self);
    void *owned[] = {forest->nodes, forest->adds, forest->trees, forest->exits};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) PyMem_Free(owned[i]);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"score", score, METH_O, "The score of each line, from a column for each feature."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "Boosted trees."}, {Py_tp_new, forest_new}, {Py_tp_dealloc, forest_free}, {Py_tp_methods, methods}, {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Forest", sizeof(Forest), 0, Py_TPFLAGS_DEFAULT, slots};

int add_forest(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Forest", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
