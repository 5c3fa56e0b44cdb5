"""The native core: normalises by tables and remembered answers, and asks the Python rules for the rest.

It is optional: without it, or with ``TEXTNORM_CORE=0``, the pipeline does all the work, with the same output. What it
answers equals what the pipeline answers; docs/internals.md tells how.
"""

from __future__ import annotations

import gc
import os
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from ..options import Options
    from .explaining import Explaining
    from .folding import Folding

__all__ = ["core_for", "explaining_for", "folding_for", "look_up_words", "native_module", "state", "table"]

#: words and pairs that a core remembers
MOST_WORDS = 1 << 15
#: rules that the core's tables take for granted: options that leave one out have no core
_TAKEN_FOR_GRANTED = {"encoding", "letters", "marks", "zwnj", "repeats"}


#: the single numbers of the tables, in the order in which `making` writes them
_NUMBERS = (
    "article_least",
    "digits_context",
    "end_context",
    "common",
    "cuts_productive",
    "productive",
    "dropped_by_stem",
    "doubtful",
    "frequent",
    "least_marks",
    "least_share",
    "half",
    "other_half",
    "least_spaces",
    "verb_or_word",
    "verb",
    "soft_hyphen",
    "well_known",
    "ezafe_host",
    "least_rank",
    "foreign_limit",
    "foreign_limit_of_one",
    "foreign_limit_with_article",
    "first_context",
    "participle",
    "heh_wins",
    "after_be",
    "hamza",
)


@cache
def _native() -> tuple[Any, str]:
    """Return the compiled module, None if there is none to be used, and why."""
    if os.environ.get("TEXTNORM_CORE") == "0":
        return None, "turned off by TEXTNORM_CORE=0"
    try:
        from . import _core  # type: ignore[attr-defined]
    except ImportError:
        return None, "not built"
    return (_core, "") if _tables() is not None else (None, "its tables are those of other rules")


@cache
def _tables() -> dict[str, Any] | None:
    from ..lazy import compile_by, import_by
    from . import _core  # type: ignore[attr-defined]
    from .patterns import Compiler
    from .tables import read

    sections = read()
    if sections is None:
        return None
    compiler = Compiler(sections, _core.Sieve)
    compile_by(compiler)
    import_by(lambda name: _bundle().load(name))
    numbers = sections.pop("numbers").cast("I")
    return {
        **sections,
        **dict(zip(_NUMBERS, numbers, strict=True)),
        "compiler": compiler,
    }


@cache
def _bundle() -> Any:
    """Return what finds the modules of the tables; there must be a core."""
    from .bundle import Bundle

    return Bundle(_tables() or {})


def state() -> str:
    """Return whether the core is in use, and if not, why: for ``textnorm --version`` and bug reports."""
    module, why = _native()
    return "yes" if module is not None else f"no ({why})"


def native_module() -> Any:
    """Return the compiled module, for what has no options, or None where Python must do the work."""
    return _native()[0]


def table(name: str) -> memoryview:
    """Return a section of the core's tables; there must be a core."""
    return cast("memoryview", (_tables() or {})[name])


def look_up_words() -> None:
    """Have the lexicon looked up by the core, where there is one, also before a core asks its first question."""
    from ..lexicon.table import load
    from ..options import STANDARD

    if (core := core_for(STANDARD)) is not None:
        load().look_up_by(core.find, core.may_be_cut)


def core_for(options: Options) -> Any:
    """Return the core for *options*, or None where the pipeline must do all the work."""
    module, _ = _native()
    if module is None or options.fold or options.engine != "textnorm" or options.informal != "keep":
        return None
    if options.user_words:
        return None  # the tables know the words of the lexicon only
    return None if _leaves_out(options.ignore) else _core_of(module, options)


@cache
def explaining_for(options: Options) -> Explaining | None:
    """Return what explains by the core for *options*, or None where the pipeline must do all the work."""
    core = core_for(options)
    if core is None:
        return None
    return cast("Explaining", loaded("explaining").Explaining(options, core))


@cache
def folding_for(options: Options) -> Folding | None:
    """Return what folds by a core for *options*, or None where the pipeline must do all the work."""
    if not options.fold:
        return None
    from ..compiled import compile_rules
    from .folding import Folding, unfolded

    without = unfolded(options)
    core = None if without is None else core_for(without)
    return None if core is None else Folding(compile_rules(options), native_module(), core, _tables() or {})


def _leaves_out(ignore: frozenset[str]) -> bool:
    """Return whether a rule is left out that the tables take for granted."""
    if not ignore:
        return False
    from ..ruleset import ALL

    return any(
        {rule.id, rule.family} & ignore
        for rule in ALL
        if rule.family in _TAKEN_FOR_GRANTED or rule.id == "odd-space"
    )


@cache
def _core_of(module: Any, options: Options) -> Any:
    return new_core(module, options, MOST_WORDS)


def new_core(module: Any, options: Options, most: int) -> Any:
    """Return a core for *options* that remembers at most *most* words."""
    from ..lexicon.table import data
    from ..options import STANDARD

    asking = _LateAsking(options)
    sections = {**(_tables() or {}), "lexicon": data()}
    if options != STANDARD:
        sections |= asking.made().tables
    if replace(options, joins=STANDARD.joins, ezafe=STANDARD.ezafe) != STANDARD:
        sections |= {"gaps": b"", "gap_slots": b""}  # those that are shipped are STANDARD's
    joins = options.joins != "none" and "joiners" not in options.ignore
    core = module.Core(sections, asking, joins, options.words == "all", options.spacing, most)
    asking.serves(core)
    return core


@cache
def loaded(name: str) -> Any:
    """Return a module, named from this package on; while it is loaded nobody looks for garbage, since what modules make stays."""
    is_enabled = gc.isenabled()
    gc.disable()
    try:
        with _bundle().serving() if _native()[0] is not None else nullcontext():
            return import_module(f".{name}", __package__)
    finally:
        if is_enabled:
            if not gc.get_freeze_count():  # where the program froze something itself, it would be thawed
                gc.freeze()  # what there is counts as old from now on: nobody looks through it at once
                gc.unfreeze()
            gc.enable()


class _LateAsking:
    """The questions of a core, answered by an `Asking`: the rules are loaded when the first question comes."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._made: Any = None
        self._joining: Any = None
        self._foreign: Any = None
        self._core: Any = None

    def serves(self, core: Any) -> None:
        """Tell that this is the core that asks."""
        self._core = core
        if self._made is not None:
            self._introduce()

    def morphemes(self, word: str) -> Any:
        """Answer where a word is cut; like `pair` without the rules that these questions have nothing to do with."""
        return self._joins().morphemes(word)

    def pair(self, left: str, right: str, context: int) -> Any:
        """Answer which rule joins two morphemes."""
        return self._joins().pair(left, right, context)

    def spans(self, line: str) -> bytes | None:
        """Answer what of a line is of another script, or of no script: so too."""
        if self._foreign is None:
            self._foreign = loaded("foreign")
            self._tell_structures()
        return cast("bytes | None", self._foreign.spans(line))

    def language(self, line: str) -> bool | bytes:
        """Answer whether a line is of one language; the rules about marks are needed where it holds marks."""
        told = loaded("one_language").languages(line, lambda marked: self.made().unmarked(marked))
        return cast("bool | bytes", told)

    def _joins(self) -> Any:
        if self._joining is None:
            from ..lexicon.table import load

            load().look_up_by(self._core.find, self._core.may_be_cut)
            stays = self._core.stays
            self._joining = loaded("joining").Joining(
                self._options,
                lambda word: stays(word) or self.made().words(word) == word,
                self._core.context,
            )
        return self._joining

    def made(self) -> Any:
        """Return the `Asking`."""
        if self._made is None:
            asking = loaded("asking").Asking
            if self._core is None:
                self._made = asking(self._options)
            else:
                self._made = asking(self._options, self._core.context)
                self._introduce()
        return self._made

    def _introduce(self) -> None:
        from ..lexicon.table import load

        self._made.lines, self._made.compare = self._core.lines, self._core.keeps_blocks
        self._tell_structures()
        load().look_up_by(self._core.find, self._core.may_be_cut)

    def _tell_structures(self) -> None:
        from ..script.structures import STRUCTURE_HINT, tell_kinds_by

        compiler = (_tables() or {})["compiler"]
        tell_kinds_by(self._core.structures, compiler.hint(STRUCTURE_HINT.pattern))

    def __getattr__(self, question: str) -> Any:
        return lambda *of: getattr(self.made(), question)(*of)
