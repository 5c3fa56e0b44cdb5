/* Owns the one look at an extracted text that tells which rules may find anything in it (textnorm.extracted.glance). */
#include "extracted.h"

/* The automaton of extracted/glance.py: a row holds, by the column of the next character, where the row of the next state
   begins (in the bits from NEXT on) and the clues that this state has found. */
enum { LANES = 4, NEXT = 14, CLUES = (1 << NEXT) - 1 };
typedef struct {
    const uint8_t *column;
    const uint32_t *row;
    Py_ssize_t count[NEXT]; /* how often each clue was found */
} Look;

/* The state behind c; what it has found counts *times* more. */
static inline uint32_t step(Look *look, uint32_t state, Unit c, int times) {
    uint32_t next = look->row[state + look->column[c < BMP ? c : BMP - 1]];
    if (next & CLUES)
        for (int clue = 0; clue < NEXT; clue++) look->count[clue] += (int)(next >> clue & 1) * times;
    return next >> NEXT;
}

/* The state behind s[0, n), *state before it; a lane that began elsewhere than the one before it ended is gone over until
   both ways meet, and what it found on its own way counts no more. */
static uint32_t caught_up(Look *look, uint32_t state, uint32_t taken, uint32_t end, const Unit *s, Py_ssize_t n) {
    for (Py_ssize_t i = 0; i < n; i++) {
        if (state == taken) return end;
        state = step(look, state, s[i], 1);
        taken = step(look, taken, s[i], -1);
    }
    return state;
}

/* Four parts of the text are gone through side by side, since each state waits for the one before it. */
static void look_at(Look *look, uint32_t amid, const Unit *s, Py_ssize_t n) {
    Py_ssize_t part = n / LANES;
    uint32_t state[LANES] = {0, amid, amid, amid};
    for (Py_ssize_t i = 0; i < part; i++)
        for (int lane = 0; lane < LANES; lane++) state[lane] = step(look, state[lane], s[lane * part + i], 1);
    for (int lane = 1; lane < LANES; lane++)
        state[lane] = caught_up(look, state[lane - 1], amid, state[lane], s + lane * part, part);
    for (Py_ssize_t i = LANES * part; i < n; i++) state[LANES - 1] = step(look, state[LANES - 1], s[i], 1);
}

/* clues(text, columns, rows, amid, many) -> the clues in the text, and in the bits from NEXT on those that stand in it that
   many times and more; amid: the state in the middle of a line */
static PyObject *clues_of(PyObject *Py_UNUSED(self), PyObject *arguments) {
    PyObject *text;
    Py_buffer columns, rows;
    Py_ssize_t n;
    unsigned int amid;
    Py_ssize_t many;
    if (!PyArg_ParseTuple(arguments, "Uy*y*In", &text, &columns, &rows, &amid, &many)) return NULL;
    Look look = {.column = columns.buf, .row = rows.buf};
    Unit *s = columns.len == BMP ? units_of(text, &n) : NULL;
    if (s) look_at(&look, amid, s, n); /* with the line feed behind it */
    PyMem_Free(s);
    PyBuffer_Release(&columns);
    PyBuffer_Release(&rows);
    if (!s && !PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "a column is wanted for each of 65,536 characters");
    uint32_t found = 0;
    for (int clue = 0; clue < NEXT; clue++) {
        found |= (uint32_t)(look.count[clue] > 0) << clue;
        found |= (uint32_t)(look.count[clue] >= many) << (NEXT + clue);
    }
    return s ? PyLong_FromUnsignedLong(found) : NULL;
}

static PyMethodDef functions[] = {
    {"clues", clues_of, METH_VARARGS, "What in a text may call for a rule, as an automaton finds it."},
    {NULL, NULL, 0, NULL},
};

int add_clues(PyObject *module) { return PyModule_AddFunctions(module, functions); }
