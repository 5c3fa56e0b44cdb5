/* Owns the trace of a line: which of its words, gaps and joins are no longer what they were, for `explain`; or, for the
 * folds, all of them.
 *
 * Each piece is a row of seven numbers: its kind, its bounds in the line as it was given and in the result, and what the
 * rules must be told to explain it: the classes of the words beside a gap, with the number of the rule of a join.
 */
#include "core.h"

/* Begin at the start of the line and of its result. */
void trace_start(Core *core, const Unit *line, int n) {
    core->traced = (Traced){.line = line, .n = n};
    core->trace.n = 0;
}

/* The piece of the line up to *to* became what `out` holds from *place* on. */
int trace_piece(Core *core, int kind, int to, Py_ssize_t place, int left, int right) {
    Traced *at = &core->traced;
    int start = at->source, end;
    for (; at->unit < to; at->unit++) {
        Unit c = at->line[at->unit];
        at->source += c < OPAQUE ? 1 : core->spans[c - OPAQUE].end - core->spans[c - OPAQUE].start;
    }
    end = at->source;
    int changes = core->out.n - place != end - start || !same(core->out.at + place, core->origin + start, end - start);
    if (!changes && core->tracing != EVERY_PIECE) return 0;
    const Unit row[] = {(Unit)kind, (Unit)start, (Unit)end, (Unit)place, (Unit)core->out.n, (Unit)left, (Unit)right};
    return text_add(&core->trace, row, 7);
}
