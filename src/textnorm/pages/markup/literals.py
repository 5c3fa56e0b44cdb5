"""Values that scripts are written with: JSON, literals of JavaScript, and a function that is called with what it puts together.

Nuxt 2 writes ``(function(a,b){return {title:a,body:b}}("…","…"))``: strings that come again are handed in once. No script is run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

_TOKEN = re.compile(
    r"[\s;]*+(?:(\"(?:[^\"\\]++|\\.)*+\"|'(?:[^'\\]++|\\.)*+')|(-?(?:\d[\d.]*+|\.\d++)(?:[eE][+-]?\d++)?)|([A-Za-z_$][\w$]*+)|([\[\]{}(),:!]))",
    re.DOTALL,
)
#: a function that is called where it stands: its parameters
_FUNCTION = re.compile(r"\(?function\s?\(([\w$,\s]{0,20000})\)\s{0,9}\{")
_CALLED = re.compile(r"[\s;]*+\}\)?(?=\()")
_RETURN = re.compile(r"\breturn\b[\s(]*+(?=[{\[])")
_WORDS = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": None,
    "void": None,
    "Infinity": None,
}
_OPENS: dict[str, type[dict[str, Any] | list[Any]]] = {"{": dict, "[": list, "(": list}
#: a string with an escape that JSON does not know
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|[^u])", re.DOTALL)
_ESCAPES = frozenset('"\\/bfnrt')


def value_at(text: str, start: int) -> Any:
    """Return the value that begins somewhere in a script; ``None`` where that is none.

    >>> value_at('{"a": [1]}', 0), value_at("{a:void 0,'b':!0}", 0)
    ({'a': [1]}, {'a': None, 'b': True})
    >>> value_at('(function(a,b){return {title:a,tags:[b,a]}}("باد","x"))', 0)
    {'title': 'باد', 'tags': ['x', 'باد']}
    """
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        pass
    function = _FUNCTION.match(text, start)
    if function is None:
        return _Literal(text, start).value
    returned = _RETURN.search(text, function.end())
    if returned is None:
        return None
    body = _Literal(text, returned.end())
    called = _CALLED.match(text, body.end)
    given = _Literal(text, called.end()).value if called else None
    if isinstance(given, list):
        body.fill([name.strip() for name in function[1].split(",")], given)
    return body.value


class _Literal:
    """A literal in a script: its value, where it ends, and where names stand in it."""

    def __init__(self, text: str, start: int) -> None:
        self.end = start
        self._names: list[tuple[Any, Any, str]] = []
        try:
            self.value = self._read(self._tokens(text))
        except (ValueError, StopIteration):
            self.value = None

    def fill(self, names: Sequence[str], values: Sequence[Any]) -> None:
        """Put values in the place of names."""
        known = dict(zip(names, values, strict=False))
        for holder, key, name in self._names:
            holder[key] = known.get(name)

    def _tokens(self, text: str) -> Iterator[re.Match[str]]:
        while token := _TOKEN.match(text, self.end):
            self.end = token.end()
            yield token

    def _read(self, tokens: Iterator[re.Match[str]]) -> Any:
        first = next(tokens)
        if first[4] not in _OPENS:
            raise ValueError
        whole: Any = _OPENS[first[4]]()
        around = [whole]
        while around:
            holder, token = around[-1], next(tokens)
            sign = token[4]
            if sign and sign in "]})":
                around.pop()
            elif sign != ",":
                key = None
                if isinstance(holder, dict):
                    key = token[2] or token[3] or _string(token[1])
                    if next(tokens)[4] != ":":
                        raise ValueError
                    token = next(tokens)
                if (inner := self._put(holder, key, token, tokens)) is not None:
                    around.append(inner)
        return whole

    def _put(
        self, holder: Any, key: str | None, token: re.Match[str], tokens: Iterator[re.Match[str]]
    ) -> Any:
        """Put a value into what holds it; return it where it holds others."""
        text, number, name, sign = token.groups()
        value: Any = None
        if text:
            value = _string(text)
        elif number:
            value = float(number) if not number.lstrip("-").isdigit() else int(number[:30])
        elif sign == "!":
            value = next(tokens)[2] == "0"
        elif sign in _OPENS and sign != "(":
            value = _OPENS[sign]()
        elif name == "void":
            next(tokens)
        elif name not in _WORDS:
            if not name:
                raise ValueError
            self._names.append((holder, len(holder) if key is None else key, name))
        else:
            value = _WORDS[name]
        if key is None:
            holder.append(value)
        else:
            holder[key] = value
        return value if sign in _OPENS else None


def _string(written: str | None) -> str:
    if not written:
        raise ValueError
    inner = _ESCAPE.sub(_escaped, written[1:-1])
    return str(
        json.loads('"' + (inner if written[0] == '"' else inner.replace('"', '\\"')) + '"', strict=False)
    )


def _escaped(match: re.Match[str]) -> str:
    one = match[1]
    if len(one) == 3:
        return f"\\u00{one[1:]}"
    return match[0] if one in _ESCAPES else "" if one == "\n" else one
