/* Owns lines that come again: what became of the latest ones, so that nothing of them is looked at twice. */
#include "core.h"

enum { LONGEST = 2000, MOST_LINES = 1 << 14, MOST_UNITS = 1 << 20 };

typedef struct {
    uint64_t hash;
    uint32_t key, out; /* in the arena; the same place where the line stays as it is */
    uint32_t key_n, out_n;
} Line;

int lines_start(Core *core) { return cache_start(&core->seen, sizeof(Line), MOST_LINES); }

void lines_forget(Core *core) {
    cache_clear(&core->seen);
    core->seen_arena.n = 0;
}

/* Append what became of the line before: 1, or 0 where it is not remembered. In *hash*: its hash, 0 for lines that never are. */
int line_seen(Core *core, const Unit *s, Py_ssize_t n, uint64_t *hash) {
    const Cache *cache = &core->seen;
    *hash = n < 2 || n > LONGEST ? 0 : hash_of(s, (int)n);
    if (!*hash) return 0;
    for (uint32_t at = (uint32_t)(*hash >> 8) & (cache->room - 1), number; (number = cache->slots[at]); at = (at + 1) & (cache->room - 1)) {
        const Line *line = RECORD(cache, Line, number);
        if (line->hash != *hash || line->key_n != (uint32_t)n || !same(core->seen_arena.at + line->key, s, (int)n)) continue;
        return text_add(&core->out, core->seen_arena.at + line->out, line->out_n) ? FAILED : 1;
    }
    return 0;
}

/* Remember that the line became what `out` holds from *place* on; the lines known so far are forgotten when there are too many. */
int line_keep(Core *core, const Unit *s, Py_ssize_t n, uint64_t hash, Py_ssize_t place) {
    Py_ssize_t out_n = core->out.n - place;
    if (!hash || out_n > 4 * LONGEST) return 0;
    if (core->seen.used >= MOST_LINES || core->seen_arena.n > MOST_UNITS) lines_forget(core);
    int64_t key = text_keep(&core->seen_arena, s, n), out = key;
    if (key < 0) return FAILED;
    if (out_n != n || !same(core->out.at + place, s, (int)n)) out = text_keep(&core->seen_arena, core->out.at + place, out_n);
    if (out < 0) return FAILED;
    Line line = {hash, (uint32_t)key, (uint32_t)out, (uint32_t)n, (uint32_t)out_n};
    return cache_add(&core->seen, &line) < 0 ? FAILED : 0;
}
