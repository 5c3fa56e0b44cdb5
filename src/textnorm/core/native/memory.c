/* Owns memory: buffers that grow, memos with open addressing, and the way from Python strings and back. */
#include "core.h"

int text_room(Text *text, Py_ssize_t more) {
    if (text->n + more <= text->room) return 0;
    Py_ssize_t room = (text->n + more) * 2 + 256;
    Unit *at = PyMem_Realloc(text->at, sizeof(Unit) * (size_t)room);
    if (!at) {
        PyErr_NoMemory();
        return FAILED;
    }
    text->at = at;
    text->room = room;
    return 0;
}

int text_add(Text *text, const Unit *w, Py_ssize_t n) {
    if (!n) return 0; /* of a buffer without room nothing may be copied, not even nothing */
    if (text_room(text, n)) return FAILED;
    memcpy(text->at + text->n, w, sizeof(Unit) * (size_t)n);
    text->n += n;
    return 0;
}

int64_t text_keep(Text *text, const Unit *w, Py_ssize_t n) {
    return text_add(text, w, n) ? FAILED : text->n - n;
}

int memo_start(Memo *memo, uint32_t size, uint32_t most) {
    memo->size = size;
    memo->most = most;
    memo->used = 0;
    memo->room = 1 << 10;
    memo->records_room = 1 << 9;
    memo->slots = PyMem_Calloc(memo->room, sizeof(uint32_t));
    memo->records = PyMem_Malloc((size_t)memo->records_room * size);
    if (memo->slots && memo->records) return 0;
    PyErr_NoMemory();
    return FAILED;
}

static uint64_t hash_at(const Memo *memo, uint32_t number) {
    uint64_t hash;
    memcpy(&hash, memo->records + (size_t)number * memo->size, sizeof hash);
    return hash;
}

static void put(Memo *memo, uint32_t number) {
    uint32_t at = (uint32_t)(hash_at(memo, number) >> 8) & (memo->room - 1);
    while (memo->slots[at]) at = (at + 1) & (memo->room - 1);
    memo->slots[at] = number;
}

/* Twice the slots, and room for records in half as many. */
static int grow(Memo *memo) {
    uint32_t room = memo->room * 2;
    char *records = PyMem_Realloc(memo->records, (size_t)(room / 2) * memo->size);
    if (records) memo->records = records;
    uint32_t *slots = records ? PyMem_Calloc(room, sizeof(uint32_t)) : NULL;
    if (!slots) {
        PyErr_NoMemory();
        return FAILED;
    }
    PyMem_Free(memo->slots);
    memo->slots = slots;
    memo->room = room;
    memo->records_room = room / 2;
    for (uint32_t number = 1; number <= memo->used; number++) put(memo, number);
    return 0;
}

/* The number of the new record. Records move when there are more of them; their numbers stay. */
int64_t memo_add(Memo *memo, const void *record) {
    if (memo->used + 1 >= memo->records_room && grow(memo)) return FAILED;
    memcpy(memo->records + (size_t)++memo->used * memo->size, record, memo->size);
    put(memo, memo->used);
    return memo->used;
}

void memo_clear(Memo *memo) {
    memset(memo->slots, 0, memo->room * sizeof(uint32_t));
    memo->used = 0;
}

void memo_end(Memo *memo) {
    PyMem_Free(memo->slots);
    PyMem_Free(memo->records);
}

PyObject *to_str(const Unit *w, Py_ssize_t n) {
#if WCHAR_MAX > 0xFFFF
    return PyUnicode_FromWideChar((const wchar_t *)w, n);
#else
    int order = -1; /* little-endian; the core is built for no other machine */
    return PyUnicode_DecodeUTF32((const char *)w, n * 4, "surrogatepass", &order);
#endif
}

/* The length of *text*, whose units are put into *w*; NOT_MINE where they are more than *room*. */
Py_ssize_t from_str(PyObject *text, Unit *w, Py_ssize_t room) {
    Py_ssize_t n = PyUnicode_GetLength(text);
    if (n < 0) return FAILED;
    if (n > room) return NOT_MINE;
    return n && !PyUnicode_AsUCS4(text, w, room, 0) ? FAILED : n;
}
