/* Owns the tree of the blocks round the lines of a page: which stands in which, which are called alike, what lines are in.
   textnorm.pages.markup.block_tree does the same in Python. */
#include "markup.h"
#include "pages.h"

/* what tells a kind of blocks: tag and name of a block, of the one round it, and the name of that one round both */
typedef struct {
    int64_t said[5];
} Kind;

typedef struct {
    PyObject *blocks;        /* places, each behind those round it */
    int32_t *above, *names;  /* which block each stands in, a root in itself; what it is called, numbers aside, as a number */
    int n, room, chain_room;
    Place **chain;           /* blocks on their way to a number */
    uint32_t stamp;
} Tree;

/* each tree has another, so that a place says of which tree its number is */
static uint32_t stamps;

static int is_digit(Unit c) { return c >= '0' && c <= '9'; }

/* A name without its numbers («post-123»). */
static PyObject *plain(PyObject *names) {
    Py_ssize_t n = PyUnicode_GetLength(names), kept = 0;
    for (Py_ssize_t i = 0; i < n; i++) kept += !is_digit(PyUnicode_ReadChar(names, i));
    if (kept == n) return Py_NewRef(names);
    Unit *s = PyUnicode_AsUCS4Copy(names);
    if (!s) return NULL;
    kept = 0;
    for (Py_ssize_t i = 0; i < n; i++)
        if (!is_digit(s[i])) s[kept++] = s[i];
    PyObject *made = to_str(s, kept);
    PyMem_Free(s);
    return made;
}

/* The number of an object among those that a dict knows, which is added where it is new; FAILED with a Python error. */
static int64_t number_in(PyObject *known, PyObject *object) {
    PyObject *number = object ? PyDict_GetItemWithError(known, object) : NULL;
    if (number || PyErr_Occurred() || !object) return number ? PyLong_AsLongLong(number) : FAILED;
    Py_ssize_t n = PyDict_Size(known);
    if (!(number = PyLong_FromSsize_t(n))) return FAILED;
    int failed = PyDict_SetItem(known, object, number);
    Py_DECREF(number);
    return failed ? FAILED : n;
}

static int tree_room(Tree *tree) {
    if (tree->n < tree->room) return 0;
    int room = tree->room ? tree->room * 2 : 256;
    int32_t *above = PyMem_Realloc(tree->above, (size_t)room * sizeof(int32_t));
    if (above) tree->above = above;
    int32_t *names = above ? PyMem_Realloc(tree->names, (size_t)room * sizeof(int32_t)) : NULL;
    if (!names) return PyErr_NoMemory(), FAILED;
    tree->names = names;
    tree->room = room;
    return 0;
}

static int chain_room(Tree *tree, int n) {
    if (n < tree->chain_room) return 0;
    int room = tree->chain_room ? tree->chain_room * 2 : 64;
    Place **chain = PyMem_Realloc(tree->chain, (size_t)room * sizeof(Place *));
    if (!chain) return PyErr_NoMemory(), FAILED;
    tree->chain = chain;
    tree->chain_room = room;
    return 0;
}

/* Number a block that stands in another one, or in none. */
static int add_block(Tree *tree, Place *block, int above, PyObject *known) {
    PyObject *name = tree_room(tree) ? NULL : plain(block->names);
    int64_t number = name ? number_in(known, name) : FAILED;
    Py_XDECREF(name);
    if (number == FAILED || PyList_Append(tree->blocks, (PyObject *)block)) return FAILED;
    tree->names[tree->n] = (int32_t)number;
    tree->above[tree->n] = above == FAILED ? tree->n : above;
    block->stamp = tree->stamp;
    block->number = tree->n++;
    return 0;
}

/* Number a block and those round it that have no number yet, the outermost first. */
static int number_block(Tree *tree, Place *block, PyObject *known) {
    int n = 0;
    for (Place *one = block; one->stamp != tree->stamp; one = one->parent->block) {
        if (chain_room(tree, n)) return FAILED;
        tree->chain[n++] = one;
        if (!one->parent) break;
    }
    while (n--) {
        Place *one = tree->chain[n];
        if (add_block(tree, one, one->parent ? one->parent->block->number : FAILED, known)) return FAILED;
    }
    return 0;
}

static int64_t tag_of(const Tree *tree, int block) { return ((Place *)PyList_GetItem(tree->blocks, block))->tag; }

/* A number for each block that those share which are called alike; one of its own for lines without a place. */
static int put_kinds(const Tree *tree, int64_t *kinds) {
    PyObject *known = PyDict_New();
    int failed = !known;
    for (int i = 0; !failed && i < tree->n; i++) {
        int above = tree->above[i], higher = tree->above[above];
        Kind kind = {{tag_of(tree, i), tree->names[i], tag_of(tree, above), tree->names[above], tree->names[higher]}};
        PyObject *key = PyBytes_FromStringAndSize((const char *)&kind, sizeof kind);
        failed = (kinds[i] = number_in(known, key)) == FAILED;
        Py_XDECREF(key);
    }
    if (!failed) kinds[tree->n] = PyDict_Size(known);
    Py_XDECREF(known);
    return failed ? FAILED : 0;
}

enum { LINES, WORDS, NEAR, LANDMARKS, OF_LINES, ABOVE = OF_LINES, KINDS, TAGS, DEPTHS, ALL };

/* What the places of lines say, one line after the other. */
static int put_lines(Tree *tree, PyObject *main, Column **to) {
    PyObject *known = PyDict_New();
    int failed = !known;
    for (Py_ssize_t i = 0; !failed && i < PyList_Size(main); i++) {
        PyObject *object = PyList_GetItem(main, i);
        if (object == Py_None) {
            to[LINES]->at[i] = FAILED;
            continue;
        }
        Place *place = (Place *)object;
        failed = number_block(tree, place->block, known);
        to[LINES]->at[i] = place->block->number;
        to[WORDS]->at[i] = place->words;
        to[NEAR]->at[i] = place->near;
        to[LANDMARKS]->at[i] = place->landmarks;
    }
    for (Py_ssize_t i = 0; i < PyList_Size(main); i++)
        if (to[LINES]->at[i] == FAILED) to[LINES]->at[i] = tree->n;
    Py_XDECREF(known);
    return failed ? FAILED : 0;
}

/* What is to be said of each block, and of lines without a place behind them. */
static int put_blocks(const Tree *tree, Column **to) {
    for (int i = 0; i < tree->n; i++) {
        to[ABOVE]->at[i] = tree->above[i];
        to[TAGS]->at[i] = tag_of(tree, i);
        to[DEPTHS]->at[i] = ((Place *)PyList_GetItem(tree->blocks, i))->depth;
    }
    to[ABOVE]->at[tree->n] = tree->n;
    return put_kinds(tree, to[KINDS]->at);
}

static int all_columns(Column **to, int from, int end, PyTypeObject *type, Py_ssize_t n) {
    for (int i = from; i < end; i++)
        if (!(to[i] = column_new(type, n))) return FAILED;
    return 0;
}

/* block_tree(Place, Column, places of lines): the blocks, and columns of numbers; None where a place is no Place. */
PyObject *block_tree(PyObject *self, PyObject *args) {
    PyObject *place_type, *column_type, *main, *made = NULL;
    (void)self;
    if (!PyArg_ParseTuple(args, "OOO!", &place_type, &column_type, &PyList_Type, &main)) return NULL;
    for (Py_ssize_t i = 0; i < PyList_Size(main); i++) {
        PyObject *place = PyList_GetItem(main, i);
        if (place != Py_None && (PyObject *)Py_TYPE(place) != place_type) Py_RETURN_NONE;
    }
    Column *to[ALL] = {NULL};
    Tree tree = {.blocks = PyList_New(0), .stamp = ++stamps};
    int failed = !tree.blocks || all_columns(to, 0, OF_LINES, (PyTypeObject *)column_type, PyList_Size(main));
    failed = failed || put_lines(&tree, main, to) || all_columns(to, OF_LINES, ALL, (PyTypeObject *)column_type, tree.n + 1);
    failed = failed || put_blocks(&tree, to);
    if (!failed)
        made = Py_BuildValue("(OOOOOOOOO)", tree.blocks, to[LINES], to[WORDS], to[NEAR], to[LANDMARKS], to[ABOVE], to[KINDS], to[TAGS],
                             to[DEPTHS]);
    for (int i = 0; i < ALL; i++) Py_XDECREF((PyObject *)to[i]);
    Py_XDECREF(tree.blocks);
    PyMem_Free(tree.above);
    PyMem_Free(tree.names);
    PyMem_Free(tree.chain);
    return made;
}
