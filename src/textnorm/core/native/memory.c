/* Owns memory: buffers that grow, caches with open addressing, and the way from Python strings and back. */
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

int cache_start(Cache *cache, uint32_t size, uint32_t most) {
    cache->size = size;
    cache->most = most;
    cache->used = 0;
    cache->room = 1 << 10;
    cache->records_room = 1 << 9;
    cache->slots = PyMem_Calloc(cache->room, sizeof(uint32_t));
    cache->records = PyMem_Malloc((size_t)cache->records_room * size);
    if (cache->slots && cache->records) return 0;
    PyErr_NoMemory();
    return FAILED;
}

static uint64_t hash_at(const Cache *cache, uint32_t number) {
    uint64_t hash;
    memcpy(&hash, cache->records + (size_t)number * cache->size, sizeof hash);
    return hash;
}

static void put(Cache *cache, uint32_t number) {
    uint32_t at = (uint32_t)(hash_at(cache, number) >> 8) & (cache->room - 1);
    while (cache->slots[at]) at = (at + 1) & (cache->room - 1);
    cache->slots[at] = number;
}

/* Twice the slots, and room for records in half as many. */
static int grow(Cache *cache) {
    uint32_t room = cache->room * 2;
    char *records = PyMem_Realloc(cache->records, (size_t)(room / 2) * cache->size);
    if (records) cache->records = records;
    uint32_t *slots = records ? PyMem_Calloc(room, sizeof(uint32_t)) : NULL;
    if (!slots) {
        PyErr_NoMemory();
        return FAILED;
    }
    PyMem_Free(cache->slots);
    cache->slots = slots;
    cache->room = room;
    cache->records_room = room / 2;
    for (uint32_t number = 1; number <= cache->used; number++) put(cache, number);
    return 0;
}

/* The number of the new record. Records move when there are more of them; their numbers stay. */
int64_t cache_add(Cache *cache, const void *record) {
    if (cache->used + 1 >= cache->records_room && grow(cache)) return FAILED;
    memcpy(cache->records + (size_t)++cache->used * cache->size, record, cache->size);
    put(cache, cache->used);
    return cache->used;
}

void cache_clear(Cache *cache) {
    memset(cache->slots, 0, cache->room * sizeof(uint32_t));
    cache->used = 0;
}

void cache_end(Cache *cache) {
    PyMem_Free(cache->slots);
    PyMem_Free(cache->records);
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
