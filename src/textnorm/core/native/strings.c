/* Owns tables of strings: from a key to a number, filled once from a Python dictionary. */
#include "pages.h"

static void put(Strings *strings, Entry entry) {
    uint32_t at = (uint32_t)(entry.hash >> 8) & (strings->room - 1);
    while (strings->slots[at].hash) at = (at + 1) & (strings->room - 1);
    strings->slots[at] = entry;
}

int strings_fill(Strings *strings, Text *arena, PyObject *map) {
    if (!PyDict_Check(map)) {
        PyErr_SetString(PyExc_TypeError, "a table must be a dict");
        return FAILED;
    }
    strings->room = 16;
    while (strings->room < 2 * (uint64_t)PyDict_Size(map)) strings->room *= 2;
    if (!(strings->slots = PyMem_Calloc(strings->room, sizeof(Entry)))) {
        PyErr_NoMemory();
        return FAILED;
    }
    PyObject *key, *value;
    Py_ssize_t place = 0;
    while (PyDict_Next(map, &place, &key, &value)) {
        Py_ssize_t n = PyUnicode_GetLength(key);
        if (n < 0 || text_room(arena, n + 1)) return FAILED;
        Unit *at = arena->at + arena->n;
        if (n && !PyUnicode_AsUCS4(key, at, n + 1, 0)) return FAILED;
        Entry entry = {hash_of(at, (int)n), PyLong_AsUnsignedLongLong(value), (uint32_t)arena->n, (uint32_t)n};
        if (PyErr_Occurred()) return FAILED;
        arena->n += n;
        put(strings, entry);
    }
    return 0;
}

const Entry *strings_find(const Strings *strings, const Text *arena, const Unit *w, int n) {
    return strings_find_hashed(strings, arena, w, n, hash_of(w, n));
}

const Entry *strings_find_hashed(const Strings *strings, const Text *arena, const Unit *w, int n, uint64_t hash) {
    for (uint32_t at = (uint32_t)(hash >> 8);; at++) {
        const Entry *entry = &strings->slots[at & (strings->room - 1)];
        if (!entry->hash) return NULL;
        if (entry->hash == hash && entry->n == (uint32_t)n && same(arena->at + entry->at, w, n)) return entry;
    }
}

void strings_end(Strings *strings) { PyMem_Free(strings->slots); }

void sieve_fill(Sieve *sieve, const Strings *strings) {
    for (uint32_t at = 0; at < strings->room; at++) {
        uint64_t bit = strings->slots[at].hash >> (64 - SIEVE_BITS);
        if (strings->slots[at].hash) sieve->bits[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}
