/* Owns the type Forest: trees as flat tables, summed in whole numbers for each line of a page. */
#include "pages.h"

typedef struct {
    int32_t feature;        /* below zero: a leaf */
    int32_t threshold;      /* of a leaf: what it adds */
    int32_t left, right;    /* places of nodes */
} Node;

/* after this tree a score so far from zero is final, in hundredths */
typedef struct {
    int32_t after, sure, scale;
} Exit;

typedef struct {
    PyObject_HEAD
    Node *nodes;
    int32_t *trees;         /* where each begins */
    Exit *exits;
    int trees_n, exits_n, features;
} Forest;

static int64_t score_of(const Forest *forest, const int32_t *line) {
    int64_t sum = 0;
    const Exit *exit = forest->exits, *last = exit + forest->exits_n;
    for (int tree = 0; tree < forest->trees_n; tree++) {
        if (exit < last && exit->after == tree) {
            if (sum > exit->sure || sum < -exit->sure) {
                int64_t scaled = sum * exit->scale;
                return scaled / 100 - (scaled % 100 < 0); /* rounded down, as Python does */
            }
            exit++;
        }
        const Node *node = forest->nodes + forest->trees[tree];
        while (node->feature >= 0) node = forest->nodes + (line[node->feature] <= node->threshold ? node->left : node->right);
        sum += node->threshold;
    }
    return sum;
}

/* no threshold is as large */
static int32_t small(long long value) { return value > INT32_MAX ? INT32_MAX : (int32_t)value; }

/* Put a column into its place of each of *lines* lines; 0, or FAILED with a Python error set. */
static int put_column(PyObject *column, Py_ssize_t lines, int32_t *to, int features) {
    if (is_column(column))
        for (Py_ssize_t i = 0; i < lines; i++) to[i * features] = small(((Column *)column)->at[i]);
    else
        for (Py_ssize_t i = 0; i < lines; i++) to[i * features] = small(PyLong_AsLongLong(PyList_GetItem(column, i)));
    return PyErr_Occurred() ? FAILED : 0;
}

/* The columns, turned into lines: *to is to be freed. Returns how many lines there are, -1 with a Python error set. */
static Py_ssize_t read_columns(const Forest *forest, PyObject *columns, int32_t **to) {
    *to = NULL;
    if (!PyList_Check(columns) || PyList_Size(columns) != forest->features) {
        PyErr_Format(PyExc_ValueError, "a list of %d columns is wanted", forest->features);
        return -1;
    }
    Py_ssize_t lines = 0;
    for (int f = 0; f < forest->features; f++) {
        PyObject *column = PyList_GetItem(columns, f);
        Py_ssize_t size = is_column(column) ? lines_in(column) : PyList_Check(column) ? PyList_Size(column) : -1;
        if (size < 0 || (f && size != lines)) {
            PyErr_SetString(PyExc_ValueError, "columns must be columns or lists, of one length");
            return -1;
        }
        lines = size;
        if (!f && !(*to = PyMem_Malloc(((size_t)lines * (size_t)forest->features + 1) * sizeof(int32_t)))) {
            PyErr_NoMemory();
            return -1;
        }
        if (put_column(column, lines, *to + f, forest->features)) return -1;
    }
    return lines;
}

static PyObject *score(PyObject *self, PyObject *columns) {
    const Forest *forest = (const Forest *)self;
    int32_t *values;
    Py_ssize_t lines = read_columns(forest, columns, &values);
    PyObject *scores = lines < 0 ? NULL : PyList_New(lines);
    for (Py_ssize_t i = 0; scores && i < lines; i++) {
        PyObject *value = PyLong_FromLongLong(score_of(forest, values + i * forest->features));
        if (!value || PyList_SetItem(scores, i, value)) Py_CLEAR(scores);
    }
    PyMem_Free(values);
    return scores;
}

/* One node of a tree that begins at *first* and has *size* nodes; children stand behind it. */
static int read_node(Forest *forest, PyObject *row, int at, int first, int size) {
    Node node = {0};
    Py_ssize_t n = PyList_Check(row) ? PyList_Size(row) : 0;
    int32_t *to[] = {&node.feature, &node.threshold, &node.left, &node.right};
    for (Py_ssize_t i = 0; i < n && i < 4; i++) *to[i] = (int32_t)PyLong_AsLong(PyList_GetItem(row, i));
    if (PyErr_Occurred()) return FAILED;
    int inner = node.feature >= 0, own = at - first;
    if (n < (inner ? 4 : 2) || node.feature >= forest->features ||
        (inner && (node.left <= own || node.right <= own || node.left >= size || node.right >= size))) {
        PyErr_SetString(PyExc_ValueError, "no node of a tree");
        return FAILED;
    }
    node.left += first;
    node.right += first;
    forest->nodes[at] = node;
    return 0;
}

static int read_trees(Forest *forest, PyObject *trees) {
    int total = 0;
    forest->trees_n = (int)PyList_Size(trees);
    for (int t = 0; t < forest->trees_n; t++) {
        PyObject *tree = PyList_GetItem(trees, t);
        if (!PyList_Check(tree) || !PyList_Size(tree)) {
            PyErr_SetString(PyExc_ValueError, "a tree is a list of nodes");
            return FAILED;
        }
        total += (int)PyList_Size(tree);
    }
    forest->nodes = PyMem_Calloc((size_t)total + 1, sizeof(Node));
    forest->trees = PyMem_Calloc((size_t)forest->trees_n + 1, sizeof(int32_t));
    if (!forest->nodes || !forest->trees) {
        PyErr_NoMemory();
        return FAILED;
    }
    int at = 0;
    for (int t = 0; t < forest->trees_n; t++) {
        PyObject *tree = PyList_GetItem(trees, t);
        int first = at, size = (int)PyList_Size(tree);
        forest->trees[t] = first;
        for (int i = 0; i < size; i++, at++)
            if (read_node(forest, PyList_GetItem(tree, i), at, first, size)) return FAILED;
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
    }
    return 0;
}

static PyObject *forest_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)names;
    PyObject *trees, *exits;
    int features;
    if (!PyArg_ParseTuple(args, "iO!O!", &features, &PyList_Type, &trees, &PyList_Type, &exits)) return NULL;
    Forest *forest = (Forest *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!forest) return NULL;
    forest->features = features;
    if (!read_trees(forest, trees) && !read_exits(forest, exits)) return (PyObject *)forest;
    Py_DECREF(forest);
    return NULL;
}

static void forest_free(PyObject *self) {
    Forest *forest = (Forest *)self;
    PyTypeObject *type = Py_TYPE(self);
    void *owned[] = {forest->nodes, forest->trees, forest->exits};
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
