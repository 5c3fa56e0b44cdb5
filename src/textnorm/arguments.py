"""What the public functions take; anything else is a TypeError that says what was given and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

_Given = TypeVar("_Given")

_BYTES = (bytes, bytearray, memoryview)


def check_text(text: object) -> None:
    """Refuse what is no ``str``.

    >>> check_text("باد")
    >>> check_text(b"wind")
    Traceback (most recent call last):
    TypeError: textnorm works on str, not bytes: decode first, e.g. data.decode('utf-8')
    >>> check_text(["باد"])
    Traceback (most recent call last):
    TypeError: textnorm works on str, not list: give the texts one by one
    """
    if not isinstance(text, str):
        raise TypeError(f"textnorm works on str, not {type(text).__name__}{_advice(text)}")


def _advice(text: object) -> str:
    if isinstance(text, _BYTES):
        return ": decode first, e.g. data.decode('utf-8')"
    if text is None:
        return ": leave out missing values, or give ''"
    return ": give the texts one by one" if isinstance(text, Iterable) else ""


def check_several(texts: Iterable[_Given]) -> Iterable[_Given]:
    """Return *texts*; refuse one text where several are asked for, since its letters would be taken for texts.

    >>> check_several(["باد", "باران"])
    ['باد', 'باران']
    >>> check_several("باد")
    Traceback (most recent call last):
    TypeError: several texts are asked for, not one str: put it in a list, [text]
    """
    if isinstance(texts, (str, *_BYTES)):
        raise TypeError(
            f"several texts are asked for, not one {type(texts).__name__}: put it in a list, [text]"
        )
    return texts


def check_options(options: object, kind: type) -> None:
    """Refuse options of another kind than that of the function.

    >>> check_options("STANDARD", str)
    >>> check_options("STANDARD", int)
    Traceback (most recent call last):
    TypeError: options must be textnorm.int, not str
    """
    if not isinstance(options, kind):
        raise TypeError(f"options must be textnorm.{kind.__name__}, not {type(options).__name__}")
