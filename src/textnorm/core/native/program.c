/* Owns the type Program: operations with columns, written down once (textnorm.pages.content.programs) and done in one go. */
#include "pages.h"

/* One operation: what is done, the row that it makes, and of what. A side below zero is the number x, one behind all rows a table.
   To score has no sides: x is the number of a forest. */
typedef struct {
    int64_t what, to, a, b, x, y;
} Step;

typedef struct {
    PyObject_HEAD
    Step *steps;
    PyObject *tables;       /* a tuple of columns */
    PyObject *forests;      /* a tuple of pairs: a forest, and as bytes the rows of its features */
    Py_ssize_t steps_n;
    int inputs, outputs, rows;  /* the first rows are those of columns that are given, the next ones are returned */
} Program;

static int is_source(const Program *program, const Step *step, int64_t side) {
    int is_table = side >= program->rows && side < program->rows + PyTuple_Size(program->tables);
    return side < program->rows || (is_table && step->what == STEPS && side == step->b);
}

/* The rows of the features of a forest; NULL for what is none. */
static const int32_t *features_at(const Program *program, int64_t number, PyObject **forest, int *n) {
    PyObject *pair = number >= 0 && number < PyTuple_Size(program->forests) ? PyTuple_GetItem(program->forests, number) : NULL;
    if (!pair || !PyTuple_Check(pair) || PyTuple_Size(pair) != 2) return NULL;
    PyObject *rows = PyTuple_GetItem(pair, 1);
    *forest = PyTuple_GetItem(pair, 0), *n = features_of(*forest);
    int fits = *n && PyBytes_Check(rows) && PyBytes_Size(rows) == *n * (Py_ssize_t)sizeof(int32_t);
    return fits ? (const int32_t *)(const void *)PyBytes_AsString(rows) : NULL;
}

static int scores_soundly(const Program *program, const Step *step) {
    PyObject *forest;
    int n, sound = step->a < 0 && step->b < 0 && step->to >= program->inputs && step->to < program->rows;
    const int32_t *places = sound ? features_at(program, step->x, &forest, &n) : NULL;
    for (int f = 0; places && f < n; f++) sound = sound && places[f] >= 0 && places[f] < program->rows && places[f] != step->to;
    return sound && places;
}

/* All that could lead to memory that is not ours is looked at once. */
static int is_sound(const Program *program) {
    for (const Step *step = program->steps; step < program->steps + program->steps_n; step++) {
        if (step->what == SCORED) {
            if (!scores_soundly(program, step)) return 0;
            continue;
        }
        int binary = step->what <= MORE_OF, known = step->what >= 0 && step->what < OPERATIONS;
        int made = step->to >= program->inputs && step->to < program->rows && step->to != step->a && step->to != step->b;
        int sides = is_source(program, step, step->a) && is_source(program, step, step->b) && (binary || (step->a >= 0 && step->b >= 0));
        if (!known || !made || !sides) return 0;
    }
    for (Py_ssize_t i = 0; i < PyTuple_Size(program->tables); i++) {
        PyObject *table = PyTuple_GetItem(program->tables, i);
        if (!is_column(table) || !lines_in(table)) return 0;
    }
    return program->inputs > 0 && program->outputs >= 0 && program->rows >= program->inputs + program->outputs;
}

/* Program(given, returned, all rows, operations as numbers, tables, forests) */
static PyObject *program_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)names;
    PyObject *tables, *forests;
    Py_buffer steps;
    int inputs, outputs, rows;
    if (!PyArg_ParseTuple(args, "iiiy*O!O!", &inputs, &outputs, &rows, &steps, &PyTuple_Type, &tables, &PyTuple_Type, &forests))
        return NULL;
    Program *program = (Program *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (program) {
        program->inputs = inputs, program->outputs = outputs, program->rows = rows;
        program->tables = Py_NewRef(tables), program->forests = Py_NewRef(forests);
        program->steps_n = steps.len / (Py_ssize_t)sizeof(Step);
        program->steps = PyMem_Malloc((size_t)steps.len + 1);
        if (program->steps) memcpy(program->steps, steps.buf, (size_t)program->steps_n * sizeof(Step));
        if (!program->steps) PyErr_NoMemory();
        else if (!is_sound(program)) PyErr_SetString(PyExc_ValueError, "no program for columns");
        if (PyErr_Occurred()) Py_CLEAR(program);
    }
    PyBuffer_Release(&steps);
    return (PyObject *)program;
}

static void program_free(PyObject *self) {
    Program *program = (Program *)self;
    PyTypeObject *type = Py_TYPE(self);
    Py_XDECREF(program->tables);
    Py_XDECREF(program->forests);
    PyMem_Free(program->steps);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static Side side_of(const Program *program, int64_t *const *row, const Step *step, int64_t side) {
    if (side < 0) return (Side){&step->x, 0};
    if (side < program->rows) return (Side){row[side], 1};
    return (Side){((Column *)PyTuple_GetItem(program->tables, side - program->rows))->at, 1};
}

static int do_step(const Program *program, const Step *step, int64_t *const *row, Py_ssize_t n) {
    if (step->what == SCORED) {
        PyObject *forest;
        int features;
        const int32_t *places = features_at(program, step->x, &forest, &features);
        return score_rows(forest, row, places, n, row[step->to]);
    }
    Py_ssize_t size = step->b < program->rows ? n : lines_in(PyTuple_GetItem(program->tables, step->b - program->rows));
    Side a = side_of(program, row, step, step->a), b = side_of(program, row, step, step->b);
    Operands r = {a, b, step->x, step->y, size, n, row[step->to]};
    if (step->what == DIVIDED && n && !may_divide(&b, n)) return FAILED;
    if (n) OPERATION[step->what](&r);
    return 0;
}

/* Columns for what is returned, as a list, and where the numbers of all rows stand; NULL with a Python error set. */
static PyObject *lay_out(const Program *program, PyObject *given, int64_t **row, int64_t *scratch, Py_ssize_t n) {
    PyObject *made = PyList_New(program->outputs);
    for (int i = 0; made && i < program->rows; i++) {
        int output = i - program->inputs;
        if (output < 0) row[i] = ((Column *)PyList_GetItem(given, i))->at;
        else if (output >= program->outputs) row[i] = scratch + (output - program->outputs) * n;
        else {
            Column *column = column_like(PyList_GetItem(given, 0));
            if (!column || PyList_SetItem(made, output, (PyObject *)column)) Py_CLEAR(made);
            else row[i] = column->at;
        }
    }
    return made;
}

static int are_given(const Program *program, PyObject *given) {
    int right = PyList_Check(given) && PyList_Size(given) == program->inputs;
    for (int i = 0; right && i < program->inputs; i++) {
        PyObject *column = PyList_GetItem(given, i);
        right = is_column(column) && lines_in(column) == lines_in(PyList_GetItem(given, 0));
    }
    if (!right) PyErr_Format(PyExc_ValueError, "a list of %d columns of one length is wanted", program->inputs);
    return right;
}

/* A list of columns that are made of a list of columns. */
static PyObject *run(PyObject *self, PyObject *given) {
    const Program *program = (const Program *)self;
    if (!are_given(program, given)) return NULL;
    Py_ssize_t n = lines_in(PyList_GetItem(given, 0));
    size_t rows = (size_t)program->rows, numbers = (rows - (size_t)(program->inputs + program->outputs)) * (size_t)n;
    int64_t **row = PyMem_Malloc(rows * sizeof *row + numbers * sizeof(int64_t));
    if (!row) return PyErr_NoMemory();
    PyObject *made = lay_out(program, given, row, (int64_t *)(row + rows), n);
    for (Py_ssize_t i = 0; made && i < program->steps_n; i++)
        if (do_step(program, &program->steps[i], row, n)) Py_CLEAR(made);
    PyMem_Free(row);
    return made;
}

static PyMethodDef methods[] = {
    {"run", run, METH_O, "The columns that are made of some columns."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_doc, "Operations with columns."}, {Py_tp_new, program_new}, {Py_tp_dealloc, program_free}, {Py_tp_methods, methods}, {0, NULL},
};
static PyType_Spec spec = {"textnorm.core._core.Program", sizeof(Program), 0, Py_TPFLAGS_DEFAULT, slots};

int add_program(PyObject *module) {
    PyObject *type = PyType_FromSpec(&spec);
    int failed = !type || PyModule_AddObjectRef(module, "Program", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
