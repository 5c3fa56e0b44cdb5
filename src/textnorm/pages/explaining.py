"""explain_clean(): what clean() takes out of a page, with the place of each change in the source."""

from __future__ import annotations

from textnorm.edits import Edit
from textnorm.explained import Explained
from textnorm.pages.artefact import Artefact, apply
from textnorm.pages.find import check_text, passes
from textnorm.pages.options import CAREFUL, PageOptions
from textnorm.recorder import Recorder


def explain_clean(text: str, options: PageOptions = CAREFUL) -> Explained:
    """Like `clean`, with every change: where in the source, and the kind of artefact as its rule.

    ``explain_clean(x).text == clean(x)``, with the same options and errors.

    >>> explain_clean("Rain is expected on the coast.\\n\\nRead More").changes[-1].after
    ''
    """
    check_text(text)
    recorder = Recorder(text)
    for artefacts in passes(text, options):
        recorder.record([_edit(artefact) for artefact in artefacts])
        text = apply(text, artefacts)
    return recorder.explained(text)


def _edit(artefact: Artefact) -> Edit:
    return artefact.start, artefact.end, artefact.replacement, artefact.kind
