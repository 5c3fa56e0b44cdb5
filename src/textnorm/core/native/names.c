/* Owns what the classes and ids of elements say: bits, by the beginnings of the words in them.
   textnorm.pages.markup.places has the words, and does the same in Python. */
#include "markup.h"

enum { LETTERS = 26, LONGEST = 200, WHOLE = 3 };

typedef struct {
    int64_t beginning, whole; /* what a word says that begins so, and one that is no longer */
    int32_t next[LETTERS];    /* 0: no word goes on so */
} Node;

struct Names {
    Node *nodes;
    int n, room;
};

static int is_small(Unit c) { return c >= 'a' && c <= 'z'; }
static int is_capital(Unit c) { return c >= 'A' && c <= 'Z'; }

static int add_node(Names *names) {
    if (names->n == names->room) {
        int room = names->room ? names->room * 2 : 256;
        Node *nodes = PyMem_Realloc(names->nodes, (size_t)room * sizeof(Node));
        if (!nodes) return PyErr_NoMemory(), FAILED;
        names->nodes = nodes;
        names->room = room;
    }
    memset(&names->nodes[names->n], 0, sizeof(Node));
    return names->n++;
}

/* Put a word of small letters into the tree. */
static int add_word(Names *names, PyObject *word, int64_t bits) {
    int at = 0;
    Py_ssize_t n = PyUnicode_GetLength(word);
    for (Py_ssize_t i = 0; i < n; i++) {
        int letter = (int)PyUnicode_ReadChar(word, i) - 'a';
        if (letter < 0 || letter >= LETTERS) return PyErr_Format(PyExc_ValueError, "small Latin letters are wanted"), FAILED;
        int next = names->nodes[at].next[letter];
        if (!next && (next = add_node(names)) == FAILED) return FAILED;
        names->nodes[at].next[letter] = next;
        at = next;
    }
    if (n > WHOLE) names->nodes[at].beginning |= bits;
    else names->nodes[at].whole |= bits;
    return n < 0 ? FAILED : 0;
}

Names *names_new(PyObject *words) {
    Names *names = PyMem_Calloc(1, sizeof(Names));
    if (!names) return (Names *)PyErr_NoMemory();
    PyObject *word, *bits;
    Py_ssize_t at = 0;
    int failed = add_node(names) == FAILED;
    while (!failed && PyDict_Next(words, &at, &word, &bits)) failed = add_word(names, word, PyLong_AsLongLong(bits));
    if (failed || PyErr_Occurred()) return names_free(names), NULL;
    return names;
}

void names_free(Names *names) {
    if (names) PyMem_Free(names->nodes);
    PyMem_Free(names);
}

/* What one word says, from its first letter to before its end. */
static int64_t word_bits(const Names *names, PyObject *text, Py_ssize_t start, Py_ssize_t end) {
    int64_t bits = 0;
    int at = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        Unit c = PyUnicode_ReadChar(text, i);
        at = names->nodes[at].next[(is_capital(c) ? c + 32 : c) - 'a'];
        if (!at) return bits;
        bits |= names->nodes[at].beginning;
    }
    return bits | names->nodes[at].whole;
}

/* Words are runs of small letters, with a capital before them, and runs of capitals. */
static Py_ssize_t end_of_word(PyObject *text, Py_ssize_t start, Py_ssize_t n) {
    int capital = is_capital(PyUnicode_ReadChar(text, start));
    Py_ssize_t end = start + 1;
    if (capital && (end == n || !is_small(PyUnicode_ReadChar(text, end)))) {
        while (end < n && is_capital(PyUnicode_ReadChar(text, end))) end++;
        return end;
    }
    while (end < n && is_small(PyUnicode_ReadChar(text, end))) end++;
    return end;
}

int64_t names_bits(const Names *names, PyObject *text) {
    Py_ssize_t n = PyUnicode_GetLength(text);
    int64_t bits = 0;
    n = n > LONGEST ? LONGEST : n;
    for (Py_ssize_t i = 0; i < n;) {
        Unit c = PyUnicode_ReadChar(text, i);
        if (!is_small(c) && !is_capital(c)) {
            i++;
            continue;
        }
        Py_ssize_t end = end_of_word(text, i, n);
        bits |= word_bits(names, text, i, end);
        i = end;
    }
    return bits;
}
