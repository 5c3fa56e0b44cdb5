/* Owns the type Forest: trees as flat tables, summed in whole numbers for each line of a page. */
#include "pages.h"

enum { EIGHT = 8, HALVES = 2, BESIDE = EIGHT * HALVES, ALIGNED = 16 }; /* how many lines are led through a tree at a time */

/* a number of each of some lines, side by side: what is done with eight of them the compiler does at once */
typedef int16_t Eight __attribute__((vector_size(EIGHT * sizeof(int16_t)), aligned(ALIGNED), may_alias));
typedef struct {
    Eight half[HALVES];
} Lanes;
#define ALL(x) ((Eight){x, x, x, x, x, x, x, x})

/* the numbers of nodes in their tree: a question, and of what it leads to the right node; the left one stands right behind it */
typedef struct {
    uint8_t own, right, feature;
    int16_t threshold;
} Question;

typedef struct {
    uint8_t own;
    int16_t adds;
} Leaf;

/* after this tree a score so far from zero is final, in hundredths */
typedef struct {
    int32_t after, sure, scale;
} Exit;

/* its questions, from the last one on, and its leaves */
typedef struct {
    int32_t questions, questions_n, leaves, leaves_n;
} Tree;

typedef struct {
    PyObject_HEAD
    Question *questions;
    Leaf *leaves;
    Tree *trees;
    Exit *exits;
    int trees_n, exits_n, features;
} Forest;

static void forest_free(PyObject *self);

/* Small numbers: of BESIDE lines after the other, for each feature those of all of them. */
typedef struct {
    Lanes *at;
    Py_ssize_t n;
    void *owned;
} Table;

/* Make a table for *n* lines, all its numbers 0; 0, or FAILED with a Python error set. */
static int table_open(Table *table, Py_ssize_t n, int features) {
    size_t groups = (size_t)(n / BESIDE + 1);
    table->n = n;
    table->owned = PyMem_Calloc(groups * (size_t)features + 1, sizeof(Lanes));
    table->at = (Lanes *)(((uintptr_t)table->owned + ALIGNED - 1) / ALIGNED * ALIGNED);
    if (table->owned) return 0;
    PyErr_NoMemory();
    return FAILED;
}

/* Where the number of a line stands. */
static int16_t *number_at(const Table *table, Py_ssize_t line, int feature, int features) {
    return (int16_t *)&table->at[line / BESIDE * features + feature] + line % BESIDE;
}

/* Add what some trees say of some lines. All questions of a tree are asked, from the last one on: what each leads to is known by then.
   So all lines take the same way, and which one they would take nobody must foretell. */
static void add_trees(const Forest *forest, int from, int to, const Lanes *values, int32_t *sums) {
    Lanes told[UINT8_MAX + 1];
    for (const Tree *tree = forest->trees + from; tree < forest->trees + to; tree++) {
        const Leaf *leaf = forest->leaves + tree->leaves, *leaves_end = leaf + tree->leaves_n;
        for (; leaf < leaves_end; leaf++) {
            Eight adds = ALL(leaf->adds);
            for (int h = 0; h < HALVES; h++) told[leaf->own].half[h] = adds;
        }
        const Question *asked = forest->questions + tree->questions, *end = asked + tree->questions_n;
        for (; asked < end; asked++) {
            const Lanes *left = &told[asked->own + 1], *right = &told[asked->right];
            Eight threshold = ALL(asked->threshold);
            for (int h = 0; h < HALVES; h++) {
                Eight is_more = threshold < values[asked->feature].half[h];
                told[asked->own].half[h] = (right->half[h] & is_more) | (left->half[h] & ~is_more);
            }
        }
        for (int i = 0; i < BESIDE; i++) sums[i] += told[0].half[i / EIGHT][i % EIGHT];
    }
}

/* rounded down, as Python does */
static int64_t scaled(int64_t sum, int scale) {
    int64_t product = sum * scale;
    return product / 100 - (product % 100 < 0);
}

/* Leave of the lines those that are open. */
static void keep_open(const Forest *forest, Table *table, const Py_ssize_t *kept, Py_ssize_t left) {
    int width = forest->features;
    for (Py_ssize_t i = 0; i < left; i++)
        for (int f = 0; kept[i] > i && f < width; f++) *number_at(table, i, f, width) = *number_at(table, kept[i], f, width);
    table->n = left;
}

/* Go through the trees up to the next exit, and let lines leave there whose score is far enough from zero. *open* has the places of
   the others, and behind them room for as many. */
static void score_to(const Forest *forest, Table *table, int from, const Exit *exit, int64_t *scores, Py_ssize_t *open) {
    Py_ssize_t n = table->n, left = 0, *kept = open + n;
    for (Py_ssize_t first = 0; first < n; first += BESIDE) {
        int32_t sums[BESIDE] = {0};
        const Lanes *values = table->at + first / BESIDE * forest->features;
        add_trees(forest, from, exit ? exit->after : forest->trees_n, values, sums);
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

static void put_numbers(const int64_t *numbers, Table *table, int feature, int features) {
    for (Py_ssize_t first = 0; first < table->n; first += BESIDE) {
        int16_t *to = number_at(table, first, feature, features);
        Py_ssize_t more = table->n - first < BESIDE ? table->n - first : BESIDE;
        for (Py_ssize_t i = 0; i < more; i++) to[i] = small(numbers[first + i]);
    }
}

/* Put the numbers of a column into a table; 0, or FAILED with a Python error set. */
static int put_column(PyObject *column, Table *table, int feature, int features) {
    if (is_column(column)) {
        put_numbers(((Column *)column)->at, table, feature, features);
        return 0;
    }
    for (Py_ssize_t i = 0; i < table->n; i++)
        *number_at(table, i, feature, features) = small(PyLong_AsLongLong(PyList_GetItem(column, i)));
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
        if (!f && table_open(table, size, forest->features)) return FAILED;
        if (put_column(column, table, f, forest->features)) return FAILED;
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
    PyMem_Free(table.owned);
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
    Table table = {0};
    if (table_open(&table, n, forest->features)) return FAILED;
    for (int f = 0; f < forest->features; f++) put_numbers(row[places[f]], &table, f, forest->features);
    int result = score_table(forest, &table, to);
    PyMem_Free(table.owned);
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

/* One tree of *size* nodes: of each question the left node stands right behind it, the right one further on. */
static int read_tree(Forest *forest, const Row *rows, Tree *tree, int size) {
    for (int own = size - 1; own >= 0; own--) {
        Row row = rows[own];
        if (row.value == INT16_MAX || row.value <= INT16_MIN + 1) return refuse("no node of a tree");
        if (row.feature < 0) {
            forest->leaves[tree->leaves + tree->leaves_n++] = (Leaf){(uint8_t)own, row.value};
            continue;
        }
        if (row.feature >= forest->features || row.left != own + 1 || row.right <= row.left || row.right >= size)
            return refuse("no node of a tree");
        Question asked = {(uint8_t)own, (uint8_t)row.right, (uint8_t)row.feature, row.value};
        forest->questions[tree->questions + tree->questions_n++] = asked;
    }
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
    forest->questions = PyMem_Calloc((size_t)total + 1, sizeof(Question));
    forest->leaves = PyMem_Calloc((size_t)total + 1, sizeof(Leaf));
    forest->trees = PyMem_Calloc((size_t)forest->trees_n + 1, sizeof(Tree));
    if (!forest->questions || !forest->leaves || !forest->trees) {
        PyErr_NoMemory();
        return FAILED;
    }
    for (int t = 0, at = 0; t < forest->trees_n; at += nodes[t++]) {
        Tree *tree = &forest->trees[t];
        if (t) *tree = (Tree){tree[-1].questions + tree[-1].questions_n, 0, tree[-1].leaves + tree[-1].leaves_n, 0};
        if (read_tree(forest, (const Row *)rows->buf + at, tree, nodes[t])) return FAILED;
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
    void *owned[] = {forest->questions, forest->leaves, forest->trees, forest->exits};
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
