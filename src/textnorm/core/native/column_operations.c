/* Owns what is computed with columns: line by line, over the lines, by groups of lines.
   textnorm.pages.content.columns says what each gives. */
#include "pages.h"

#define FOR_EACH_LINE for (Py_ssize_t i = 0; i < r->n; i++)

/* Line by line, of what stands there and beside it, with steps that the compiler knows in most cases, and so does several lines at once. */
#define WITH_STEPS(found, of_a, of_b) \
    FOR_EACH_LINE { \
        int64_t a = r->a.at[i * (of_a)], b = r->b.at[i * (of_b)]; \
        r->to[i] = found; \
    }
#define LINE_BY_LINE(name, found) \
    static void name(const Operands *r) { \
        if (r->a.step && r->b.step) WITH_STEPS(found, 1, 1) \
        else if (r->a.step) WITH_STEPS(found, 1, 0) \
        else WITH_STEPS(found, 0, r->b.step) \
    }
/* without the undefined overflow of signed numbers */
LINE_BY_LINE(added, (int64_t)((uint64_t)a + (uint64_t)b))
LINE_BY_LINE(subtracted, (int64_t)((uint64_t)a - (uint64_t)b))
LINE_BY_LINE(multiplied, (int64_t)((uint64_t)a * (uint64_t)b))
/* rounded down, as Python does; the numbers of pages are far from the ends of what fits */
LINE_BY_LINE(divided, a / b - (a % b != 0 && (a % b < 0) != (b < 0)))
LINE_BY_LINE(common_bits, a & b)
LINE_BY_LINE(all_bits, a | b)
LINE_BY_LINE(is_less, a < b)
LINE_BY_LINE(is_more, a > b)
LINE_BY_LINE(is_equal, a == b)
LINE_BY_LINE(has_bits, (a & b) != 0)
LINE_BY_LINE(less_of, a < b ? a : b)
LINE_BY_LINE(more_of, a > b ? a : b)

static void bit_lengths(const Operands *r) {
    FOR_EACH_LINE {
        int64_t length = 0;
        for (int64_t left = r->a.at[i]; left > 0; left >>= 1) length++;
        r->to[i] = length;
    }
}

static int64_t clamped(int64_t place, Py_ssize_t last) { return place < 0 ? 0 : place > last ? last : place; }

static void steps(const Operands *r) { FOR_EACH_LINE r->to[i] = r->b.at[clamped(r->a.at[i], r->size - 1)]; }

static void shifted(const Operands *r) {
    FOR_EACH_LINE {
        int64_t from = i + r->x;
        r->to[i] = from < 0 || from >= r->n ? r->y : r->a.at[from];
    }
}

static void totals(const Operands *r) {
    int64_t total = 0;
    FOR_EACH_LINE r->to[i] = total += r->a.at[i];
}

static void lowest(const Operands *r) {
    FOR_EACH_LINE r->to[i] = i && r->to[i - 1] < r->a.at[i] ? r->to[i - 1] : r->a.at[i];
}

static void window(const Operands *r) {
    int64_t sum = 0, first = 0, past = 0;
    FOR_EACH_LINE {
        for (int64_t end = clamped(i + r->y + 1, r->n); past < end; past++) sum += r->a.at[past];
        for (int64_t start = clamped(i - r->x, r->n); first < start; first++) sum -= r->a.at[first];
        r->to[i] = sum;
    }
}

static const int64_t GAPS[] = {0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100, 200};
enum { FURTHEST = sizeof GAPS / sizeof *GAPS - 1 };

/* How far the last flagged line is, in steps, from the first line on, or from the last one. */
static void distances(const Operands *r, Py_ssize_t line, int by) {
    int64_t distance = 0, step = FURTHEST;
    for (; line >= 0 && line < r->n; line += by) {
        distance++;
        if (r->a.at[line]) distance = step = 0;
        else if (step < FURTHEST && GAPS[step + 1] <= distance) step++;
        r->to[line] = step;
    }
}
static void since(const Operands *r) { distances(r, 0, 1); }
static void until(const Operands *r) { distances(r, r->n - 1, -1); }

static void runs(const Operands *r) {
    const int64_t *flags = r->a.at;
    for (Py_ssize_t start = 0, end; start < r->n; start = end) {
        for (end = start; end < r->n && flags[end] == flags[start]; end++) {}
        int64_t step = 0;
        while (flags[start] && step < FURTHEST && GAPS[step + 1] <= end - start) step++;
        for (Py_ssize_t i = start; i < end; i++) r->to[i] = step;
    }
}

/* By groups, of which one begins at each flagged line, and at the first. */
#define BY_GROUPS(name, found) \
    static void name(const Operands *r) { \
        for (Py_ssize_t start = 0, end; start < r->n; start = end) { \
            int64_t of = r->a.at[start]; \
            for (end = start + 1; end < r->n && !r->b.at[end]; end++) { \
                int64_t next = r->a.at[end]; \
                of = found; \
            } \
            for (Py_ssize_t i = start; i < end; i++) r->to[i] = of; \
        } \
    }
BY_GROUPS(sums, of + next)
BY_GROUPS(peaks, next > of ? next : of)

/* The number at the last flagged line, from the first line on, or from the last one. */
static void keep_last(const Operands *r, Py_ssize_t line, int by) {
    for (int64_t last = r->x; line >= 0 && line < r->n; line += by) {
        if (r->b.at[line]) last = r->a.at[line];
        r->to[line] = last;
    }
}
static void held(const Operands *r) { keep_last(r, 0, 1); }
static void held_below(const Operands *r) { keep_last(r, r->n - 1, -1); }

const Operation OPERATION[OPERATIONS] = {
    [ADDED] = added, [SUBTRACTED] = subtracted, [MULTIPLIED] = multiplied, [DIVIDED] = divided, [COMMON_BITS] = common_bits,
    [ALL_BITS] = all_bits, [IS_LESS] = is_less, [IS_MORE] = is_more, [IS_EQUAL] = is_equal, [HAS_BITS] = has_bits,
    [LESS_OF] = less_of, [MORE_OF] = more_of, [BIT_LENGTHS] = bit_lengths, [STEPS] = steps, [SHIFTED] = shifted,
    [TOTALS] = totals, [LOWEST] = lowest, [WINDOW] = window, [SINCE] = since, [UNTIL] = until, [RUNS] = runs,
    [SUMS] = sums, [PEAKS] = peaks, [HELD] = held, [HELD_BELOW] = held_below,
};
