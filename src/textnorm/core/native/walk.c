/* Owns the type Walker: the walk over the tree of a page, which gives text and places to a builder of lines.
   textnorm.pages.markup.walk does the same in Python, and is asked for what is rare. */
#include "markup.h"

/* kinds of elements, as walk.py numbers them */
enum { BLOCK, BREAK, ALWAYS, PLAIN, INLINE, SKIP };
/* what a number says of a tag: its kind, its link, its number and its landmarks from these bits on */
enum { LINK_AT = 3, TAG_AT = 5, LANDMARKS_AT = 13 };
enum { TAG, TEXT, TAIL, ITEMS, GETNEXT, END, DATA, IN_PRE, DIV, SPACE_NAME, NO_NAME, NAMES_N };
static const char *const NAMES[NAMES_N] = {"tag", "text", "tail", "items", "getnext", "end", "data", "in_pre", "div", " ", ""};

typedef struct {
    PyObject_HEAD
    PyTypeObject *place_type;
    PyObject *tags;           /* by tag: the number that says what it is */
    PyObject *roles;          /* by role: landmarks */
    Names *names;             /* what words in names say */
    PyObject *hidden;         /* whether a style hides an element */
    PyObject *start, *follows; /* open an element; whether a piece of its own comes next */
    PyObject *name[NAMES_N];
} Walker;

/* one walk: the builder, and its lists of lines, of their places, of pieces and of their places, and of open tables */
typedef struct {
    Walker *walker;
    PyObject *builder, *lines, *places, *parts, *origins, *tables;
    Text buffer;
    int in_pre;
} Walk;

/* an element on its way */
typedef struct {
    PyObject *element, *tag;
    int64_t what;
    int kind;
} Element;

typedef struct {
    Element element;
    PyObject *children;
    Place *place;
} Level;

static int never_seen(Unit c) {
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
        || c == 0x3000;
}

static int all_unseen(PyObject *text) {
    Py_ssize_t n = PyUnicode_GetLength(text);
    for (Py_ssize_t i = 0; i < n; i++)
        if (!never_seen(PyUnicode_ReadChar(text, i))) return 0;
    return 1;
}

/* Add text, which stands somewhere. */
static int take_text(Walk *walk, PyObject *text, Place *place) {
    if (walk->in_pre) {
        PyObject *done = PyObject_CallMethodObjArgs(walk->builder, walk->walker->name[DATA], text, (PyObject *)place, NULL);
        Py_XDECREF(done);
        return done ? 0 : FAILED;
    }
    if (!PyList_Size(walk->parts) && all_unseen(text)) return 0;
    return PyList_Append(walk->parts, text) || PyList_Append(walk->origins, (PyObject *)place) ? FAILED : 0;
}

/* Add the text in a field of an element, if there is any: 1 then, 0 if not. */
static int take_field(Walk *walk, PyObject *element, int field, Place *place) {
    PyObject *text = PyObject_GetAttr(element, walk->walker->name[field]);
    if (!text) return FAILED;
    int has = PyUnicode_Check(text) && PyUnicode_GetLength(text) > 0;
    int failed = has && take_text(walk, text, place);
    Py_DECREF(text);
    return failed ? FAILED : has;
}

/* Ask Python to open or to close an element. */
static int ask(Walk *walk, PyObject *done) {
    Py_XDECREF(done);
    PyObject *in_pre = done ? PyObject_GetAttr(walk->builder, walk->walker->name[IN_PRE]) : NULL;
    if (!in_pre) return FAILED;
    walk->in_pre = PyObject_IsTrue(in_pre);
    Py_DECREF(in_pre);
    return 0;
}

/* Whether cells stand beside one another in a line: in a table with headings. */
static int in_row(const Walk *walk) {
    Py_ssize_t n = PyList_Size(walk->tables);
    return n > 0 && PyList_GetItem(walk->tables, n - 1) == Py_True;
}

static int break_line(Walk *walk) {
    return end_line(walk->lines, walk->places, walk->parts, walk->origins, &walk->buffer);
}

static int meet(Walker *walker, PyObject *object, Element *element) {
    PyObject *tag = PyObject_GetAttr(object, walker->name[TAG]);
    PyObject *what = tag ? PyDict_GetItemWithError(walker->tags, tag) : NULL;
    if (!tag || PyErr_Occurred()) return Py_XDECREF(tag), FAILED;
    *element = (Element){object, tag, what ? PyLong_AsLongLong(what) : 0, SKIP};
    if (what || PyUnicode_Check(tag)) element->kind = (int)(element->what & 7);
    return 0;
}

/* Note the attributes by which an element is called: 1, or 0 if it says itself that nobody sees it. */
static int note_names(Walker *walker, PyObject *attributes, PyObject *called, int64_t *landmarks) {
    for (Py_ssize_t i = 0; i < PyList_Size(attributes); i++) {
        PyObject *pair = PyList_GetItem(attributes, i), *name = PyTuple_GetItem(pair, 0), *value = PyTuple_GetItem(pair, 1);
        if (!name || !value) return FAILED;
        if (!PyUnicode_CompareWithASCIIString(name, "hidden")) return 0;
        int is_role = !PyUnicode_CompareWithASCIIString(name, "role");
        if (is_role || !PyUnicode_CompareWithASCIIString(name, "class") || !PyUnicode_CompareWithASCIIString(name, "id") ||
            !PyUnicode_CompareWithASCIIString(name, "itemprop")) {
            if (PyList_Append(called, value)) return FAILED;
            PyObject *bits = is_role ? PyDict_GetItemWithError(walker->roles, value) : NULL;
            if (bits) *landmarks |= PyLong_AsLongLong(bits);
        } else if (!PyUnicode_CompareWithASCIIString(name, "style")) {
            PyObject *hides = PyObject_CallFunctionObjArgs(walker->hidden, value, NULL);
            int is_hidden = hides ? PyObject_IsTrue(hides) : FAILED;
            Py_XDECREF(hides);
            if (is_hidden) return is_hidden == 1 ? 0 : FAILED;
        }
    }
    return PyErr_Occurred() ? FAILED : 1;
}

/* The place of an element of which some names are known. */
static Place *placed(Walker *walker, const Element *element, PyObject *called, int64_t landmarks, Place *parent) {
    Py_ssize_t n = called ? PyList_Size(called) : 0;
    PyObject *names = n == 0 ? Py_NewRef(walker->name[NO_NAME])
                    : n == 1 ? Py_NewRef(PyList_GetItem(called, 0)) : PyUnicode_Join(walker->name[SPACE_NAME], called);
    int64_t own = 0;
    Place *place = NULL;
    if (names && n) own = names_bits(walker->names, names);
    if (names) place = place_new(walker->place_type, element->element, names, parent);
    Py_XDECREF(names);
    if (!place) return NULL;
    int64_t what = element->what;
    int is_inline = element->kind == PLAIN || element->kind == INLINE, link = (int)(what >> LINK_AT & 3);
    landmarks |= what >> LANDMARKS_AT;
    place->own = own;
    place->words = parent ? parent->words | own : own;
    place->near = own || !parent ? own : parent->near;
    place->landmarks = parent ? parent->landmarks | landmarks : landmarks;
    place->link = link || !parent ? link : parent->link;
    place->block = is_inline && parent ? parent->block : place;
    place->tag = is_inline && parent ? parent->tag : (int)(what >> TAG_AT & 0xFF);
    place->depth = !parent ? 0 : is_inline ? parent->depth : parent->depth + 1;
    return place;
}

/* Close an element; what stands behind it is in the one round it. */
static int leave(Walk *walk, const Element *element, Place *around) {
    Walker *walker = walk->walker;
    int is_inline = (element->kind == PLAIN || element->kind == INLINE) && !walk->in_pre;
    /* where readers without scripts are asked for, what is for them is a division */
    PyObject *tag = PyUnicode_CompareWithASCIIString(element->tag, "noscript") ? element->tag : walker->name[DIV];
    if (!is_inline && element->kind != ALWAYS && !walk->in_pre && !in_row(walk)) {
        if (PyUnicode_CompareWithASCIIString(tag, "td") && break_line(walk)) return FAILED;
    } else if (!is_inline && (element->kind == ALWAYS || walk->in_pre || PyList_Size(walk->parts)) &&
               ask(walk, PyObject_CallMethodObjArgs(walk->builder, walker->name[END], tag, NULL)))
        return FAILED;
    int has = take_field(walk, element->element, TAIL, around);
    if (has || !is_inline || !PyList_Size(walk->parts)) return has == FAILED ? FAILED : 0;
    PyObject *next = PyObject_CallMethodObjArgs(element->element, walker->name[GETNEXT], NULL);
    if (!next) return FAILED;
    Element following = {0};
    int follows = next != Py_None && !meet(walker, next, &following) && (following.kind == PLAIN || following.kind == INLINE);
    Py_XDECREF(following.tag);
    if (follows) {
        PyObject *said = PyObject_CallFunctionObjArgs(walker->follows, element->element, element->tag, next, NULL);
        follows = said ? PyObject_IsTrue(said) : FAILED;
        Py_XDECREF(said);
    }
    Py_DECREF(next);
    if (PyErr_Occurred()) return FAILED;
    return follows ? take_text(walk, walker->name[SPACE_NAME], around) : 0;
}

/* Take the text of an element that is seen; *inside* is the place of its children, if it has any. */
static int open_element(Walk *walk, const Element *element, PyObject *called, int64_t landmarks, Place *around, Place **inside) {
    int kind = element->kind;
    if (kind < ALWAYS && !walk->in_pre && !in_row(walk)) {
        if (break_line(walk)) return FAILED;
    } else if ((kind == ALWAYS || walk->in_pre || (kind < ALWAYS && PyList_Size(walk->parts))) &&
        ask(walk, PyObject_CallFunctionObjArgs(walk->walker->start, walk->builder, element->element, element->tag, NULL)))
        return FAILED;
    PyObject *text = PyObject_GetAttr(element->element, walk->walker->name[TEXT]);
    Py_ssize_t size = text ? PyObject_Size(element->element) : -1;
    if (size < 0) return Py_XDECREF(text), FAILED;
    int has = PyUnicode_Check(text) && PyUnicode_GetLength(text) > 0, is_called = called && PyList_Size(called);
    int silent = (!is_called && (kind == PLAIN || kind == BREAK)) || !(has || size);
    Place *place = silent ? (Place *)Py_NewRef((PyObject *)around) : placed(walk->walker, element, called, landmarks, around);
    int failed = !place || (has && take_text(walk, text, place));
    Py_DECREF(text);
    if (size && !failed) *inside = place;
    else Py_XDECREF((PyObject *)place);
    return failed ? FAILED : 0;
}

/* Enter an element. Nothing is inside where the walk is done with it. */
static int enter(Walk *walk, const Element *element, Place *around, Place **inside) {
    *inside = NULL;
    if (element->kind == SKIP) return take_field(walk, element->element, TAIL, around) == FAILED ? FAILED : 0;
    PyObject *attributes = PyObject_CallMethodObjArgs(element->element, walk->walker->name[ITEMS], NULL);
    if (!attributes) return FAILED;
    int64_t landmarks = 0;
    PyObject *called = PyList_Size(attributes) ? PyList_New(0) : NULL;
    int seen = called ? note_names(walk->walker, attributes, called, &landmarks) : PyErr_Occurred() ? FAILED : 1;
    Py_DECREF(attributes);
    if (seen == 0) seen = take_field(walk, element->element, TAIL, around) == FAILED ? FAILED : 0;
    else if (seen == 1 && open_element(walk, element, called, landmarks, around, inside)) seen = FAILED;
    Py_XDECREF(called);
    if (seen == 1 && !*inside && leave(walk, element, around)) seen = FAILED;
    return seen == FAILED ? FAILED : 0;
}

static void close_level(Level *level) {
    Py_CLEAR(level->element.element);
    Py_CLEAR(level->element.tag);
    Py_CLEAR(level->children);
    Py_XDECREF((PyObject *)level->place);
}

/* One step of the walk: to the next child of the innermost element, or out of it. */
static int step(Walk *walk, Level **levels, int *n, int *room) {
    Level *level = &(*levels)[*n - 1];
    PyObject *child = PyIter_Next(level->children);
    if (!child) {
        if (PyErr_Occurred()) return FAILED;
        int failed = *n > 1 && leave(walk, &level->element, level[-1].place);
        close_level(level);
        --*n;
        return failed ? FAILED : 0;
    }
    Element element = {0};
    Place *inside = NULL;
    int failed = meet(walk->walker, child, &element) || enter(walk, &element, level->place, &inside);
    if (failed || !inside) {
        Py_DECREF(child);
        Py_XDECREF(element.tag);
        return failed ? FAILED : 0;
    }
    if (*n == *room) {
        Level *more = PyMem_Realloc(*levels, (size_t)*room * 2 * sizeof(Level));
        if (more) *levels = more, *room *= 2;
        else PyErr_NoMemory();
    }
    Level inner = {element, *n < *room ? PyObject_GetIter(child) : NULL, inside};
    if (!inner.children) return close_level(&inner), FAILED;
    (*levels)[(*n)++] = inner;
    return 0;
}

/* walk(builder, element, lines, places, parts, origins, tables): all that stands in an element. */
static PyObject *walk_tree(PyObject *self, PyObject *args) {
    Walk walk = {.walker = (Walker *)self};
    PyObject *root;
    if (!PyArg_ParseTuple(args, "OOO!O!O!O!O!", &walk.builder, &root, &PyList_Type, &walk.lines, &PyList_Type, &walk.places,
                          &PyList_Type, &walk.parts, &PyList_Type, &walk.origins, &PyList_Type, &walk.tables))
        return NULL;
    int n = 0, room = 32, failed;
    Level *levels = PyMem_Malloc((size_t)room * sizeof(Level));
    if (!levels) return PyErr_NoMemory();
    Element element = {0};
    Level first = {{0}, NULL, NULL};
    int64_t landmarks = 0;
    PyObject *attributes = PyObject_CallMethodObjArgs(root, walk.walker->name[ITEMS], NULL), *called = PyList_New(0);
    failed = !attributes || !called || meet(walk.walker, root, &element);
    if (!failed && note_names(walk.walker, attributes, called, &landmarks) == FAILED) failed = 1;
    element.kind = BLOCK;
    if (!failed) first = (Level){element, PyObject_GetIter(root), placed(walk.walker, &element, called, landmarks, NULL)};
    if (!failed) Py_INCREF(root); /* the level's own */
    Py_XDECREF(attributes);
    Py_XDECREF(called);
    if (!failed) levels[n++] = first;
    failed = failed || !first.children || !first.place || take_field(&walk, root, TEXT, first.place) == FAILED;
    while (!failed && n) failed = step(&walk, &levels, &n, &room);
    while (n) close_level(&levels[--n]);
    PyMem_Free(levels);
    PyMem_Free(walk.buffer.at);
    return failed ? NULL : Py_NewRef(Py_None);
}

static PyObject *walker_new(PyTypeObject *type, PyObject *args, PyObject *Py_UNUSED(names)) {
    PyObject *given[6], *words;
    if (!PyArg_ParseTuple(args, "OO!O!O!OOO", &given[0], &PyDict_Type, &given[1], &PyDict_Type, &given[2], &PyDict_Type, &words,
                          &given[3], &given[4], &given[5]))
        return NULL;
    Walker *walker = (Walker *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!walker) return NULL;
    walker->place_type = (PyTypeObject *)Py_NewRef(given[0]);
    PyObject **to[] = {&walker->tags, &walker->roles, &walker->hidden, &walker->start, &walker->follows};
    for (int i = 0; i < 5; i++) *to[i] = Py_NewRef(given[i + 1]);
    if (!(walker->names = names_new(words))) return Py_DECREF((PyObject *)walker), NULL;
    for (int i = 0; i < NAMES_N; i++)
        if (!(walker->name[i] = PyUnicode_InternFromString(NAMES[i]))) return Py_DECREF((PyObject *)walker), NULL;
    return (PyObject *)walker;
}

/* One for the whole process: what it holds lives as long as the modules do. */
static void walker_free(PyObject *self) {
    Walker *walker = (Walker *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject *owned[] = {(PyObject *)walker->place_type, walker->tags, walker->roles, walker->hidden, walker->start,
        walker->follows};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) Py_XDECREF(owned[i]);
    for (int i = 0; i < NAMES_N; i++) Py_XDECREF(walker->name[i]);
    names_free(walker->names);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"walk", walk_tree, METH_VARARGS, "Give all that stands in an element to a builder of lines, and to its lists."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "Walks over the trees of pages."}, {Py_tp_new, walker_new}, {Py_tp_dealloc, walker_free},
    {Py_tp_methods, methods}, {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Walker", sizeof(Walker), 0, Py_TPFLAGS_DEFAULT, slots};

int add_walker(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Walker", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
