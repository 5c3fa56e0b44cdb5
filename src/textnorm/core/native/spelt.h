/* What spell.c and words.c share: a word with its letters, marks and half-spaces as the rules about these have them. */
#ifndef TEXTNORM_SPELT_H
#define TEXTNORM_SPELT_H

#include "core.h"

enum { LONGEST = 120, ASK = -3, CUT = -4 }; /* CUT: settled, but Python must say where it is cut */

typedef struct {
    Unit at[LONGEST + 40];
    int n, letters, marks, half_spaces, kept, shaped, mapped, tatweels, odd, soft, stretched, beside, doubtful;
} Spelt;

int spell(const Core *core, const Unit *w, int n, Spelt *o);
int add_letter(const Core *core, Spelt *o, Unit letter);
int make_hamza_small(const Core *core, Spelt *o);

#endif
