"""The character level of SEARCH and ENCODING as tables of other software: the same as ours, character by character."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest

from support.shared_data import dev_rows
from textnorm import SEARCH, normalise
from textnorm.chars import ZWNJ
from textnorm.exports import PROFILES, export, make_table
from textnorm.exports.character_rows import character_level

BLOCKS = ((0x600, 0x700), (0x750, 0x780), (0x870, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
CODE_POINTS = [chr(code) for first, end in BLOCKS for code in range(first, end)]
#: ligatures of letters that Persian does not have: a table sees no language and folds their letters too
FOREIGN_LIGATURES = "\u0678\ufbec\ufbed\ufbf0\ufbf1\ufbf2\ufbf3\ufbf4\ufbf5\ufbf6\ufbf7\ufbf8"
#: where a character may stand in Persian text, beside letters with which it composes to nothing
PLACES = ("این بد{}ند بود", "این بند{} بود", "این {}بند بود")
#: at the start of a word it makes the word one of another language, which a table cannot see
LANGUAGE = "این \N{ARABIC LETTER AE}بند بود"
#: two letters of many that were read in the code page windows-1256
MISREAD = re.compile("[طظعغ][\\W\\d_]\\S?[طظعغ][\\W\\d_]")
Apply = Callable[[str], str]


@cache
def ours(texts: tuple[str, ...], profile: str) -> list[str]:
    options, half_space = PROFILES[profile]
    level = character_level(options)
    done = [normalise(text, level) for text in texts]
    return [text.replace(ZWNJ, "") for text in done] if half_space == "nothing" else done


def by_rows(profile: str) -> Apply:
    table = make_table(*PROFILES[profile])
    return lambda text: unicodedata.normalize("NFC", text).translate(str.maketrans(table.rows))


def by_sentencepiece(profile: str) -> Apply:
    sentencepiece = pytest.importorskip("sentencepiece")
    path = _written("sentencepiece", profile)
    made = sentencepiece.SentencePieceNormalizer(
        rule_tsv=path, add_dummy_prefix=False, escape_whitespaces=False, remove_extra_whitespaces=False
    )
    return lambda text: str(made.normalize(text))


def by_tokenizers(profile: str) -> Apply:
    tokenizers = pytest.importorskip("tokenizers")
    model = {"type": "WordLevel", "vocab": {"?": 0}, "unk_token": "?"}
    shell: dict[str, Any] = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": []}
    shell |= {"pre_tokenizer": None, "post_processor": None, "decoder": None, "model": model}
    shell["normalizer"] = json.loads(export("tokenizers", profile))
    made = tokenizers.Tokenizer.from_str(json.dumps(shell)).normalizer
    return lambda text: str(made.normalize_str(text))


def by_icu(profile: str) -> Apply:
    rules = export("icu", profile)
    if shutil.which("uconv"):
        return OfLines(["uconv", "-f", "utf-8", "-t", "utf-8", "-b", "10000000", "-x", rules])
    icu = pytest.importorskip("icu", reason="neither PyICU nor uconv, the converter of ICU, is here")
    made = icu.Transliterator.createFromRules("textnorm", rules, icu.UTransDirection.FORWARD)
    return lambda text: str(made.transliterate(text))


class OfLines:
    """What a program makes of lines, all of which it takes in one go."""

    def __init__(self, command: list[str]) -> None:
        self._command = command

    def lines(self, texts: list[str]) -> list[str]:
        given = "\n".join(texts).encode()
        return (
            subprocess.run(self._command, input=given, stdout=subprocess.PIPE, check=True)
            .stdout.decode()
            .split("\n")
        )

    def __call__(self, text: str) -> str:
        return "\n".join(self.lines([text]))


def each(apply: Apply, texts: Iterable[str]) -> list[str]:
    return apply.lines(list(texts)) if isinstance(apply, OfLines) else list(map(apply, texts))


def by_lucene(profile: str) -> Apply:
    """A MappingCharFilter on paper: the longest source at each place, whose result is not looked at again."""
    rows: dict[str, str] = {}
    for line in export("lucene", profile).splitlines():
        source, target = (json.loads(side) for side in line.split(" => "))
        rows[source] = target
    longest = max(map(len, rows))

    def apply(text: str) -> str:
        out, at = [], 0
        while at < len(text):
            for length in range(min(longest, len(text) - at), 0, -1):
                if (piece := text[at : at + length]) in rows:
                    break
            out.append(rows.get(piece, piece))
            at += len(piece)
        return "".join(out)

    return apply


READERS = {
    "rows": by_rows,
    "sentencepiece": by_sentencepiece,
    "tokenizers": by_tokenizers,
    "icu": by_icu,
    "lucene": by_lucene,
}


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    global _FOLDER
    _FOLDER = tmp_path_factory.mktemp("tables")
    return _FOLDER


def _written(target: str, profile: str) -> str:
    path = _FOLDER / f"{target}-{profile}"
    path.write_text(export(target, profile), encoding="utf-8")
    return str(path)


@cache
def reader(name: str, profile: str) -> Apply:
    return READERS[name](profile)


def different(apply: Apply, profile: str, texts: Iterable[str]) -> list[tuple[str, str, str]]:
    """The texts of which ours and theirs differ, with both."""
    lines = tuple(texts)
    theirs = each(apply, lines)
    return [row for row in zip(lines, ours(lines, profile), theirs, strict=True) if row[1] != row[2]]


@pytest.mark.slow
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", READERS)
def test_every_code_point_of_the_arabic_blocks(name: str, profile: str) -> None:
    apply = reader(name, profile)
    texts = [place.format(c) for c in CODE_POINTS if c not in FOREIGN_LIGATURES for place in PLACES]
    assert [text for text, *_ in different(apply, profile, texts)] == [LANGUAGE]
    once = each(apply, texts)
    assert each(apply, once) == once


@pytest.mark.slow
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", READERS)
def test_dev_lines(name: str, profile: str) -> None:
    """What was read in a wrong encoding stays so in both, but shows letters of other languages."""
    lines = sorted({row[side] for row in dev_rows() for side in ("noisy", "gold")})[::4]
    texts = [line for line in lines if "\n" not in line and not MISREAD.search(line)]
    assert len(texts) > 2000
    assert not different(reader(name, profile), profile, texts)


def test_half_spaces() -> None:
    word = "کتاب\u200cها"
    for half_space, wanted in (("nothing", "کتابها"), ("space", "کتاب ها"), ("keep", word)):
        rows = make_table(SEARCH, half_space).rows  # type: ignore[arg-type]
        assert word.translate(str.maketrans(rows)) == wanted


def test_marks_typed_apart_are_composed_first() -> None:
    apply = reader("lucene", "ENCODING")
    assert apply("cafe\u0301 ا\u0653ب") == "café آب"
    assert reader("lucene", "SEARCH")("E\u0301") == "é"


@pytest.mark.parametrize(
    ("target", "profile", "half_space", "said"),
    [
        ("solr", "SEARCH", None, "no export for 'solr'; there are sentencepiece, tokenizers, lucene"),
        ("icu", "STANDARD", None, "no export for 'STANDARD'; there are SEARCH, ENCODING"),
        ("icu", "SEARCH", "gone", "half_space must be one of nothing, space, keep, not 'gone'"),
    ],
)
def test_wrong_names(target: str, profile: str, half_space: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        export(target, profile, half_space)


def test_settings_of_elasticsearch() -> None:
    """Each filter that an analyser names is there, and the patterns do as they say."""
    analysis = json.loads(export("elasticsearch"))["settings"]["analysis"]
    filters = analysis["char_filter"]
    for analyser in analysis["analyzer"].values():
        assert set(analyser["char_filter"]) <= set(filters)
    for typed in ("می روم", "می\u200cروم", "میروم"):
        assert glued_by_settings(filters, typed) == "میروم"
    assert glued_by_settings(filters, "کتاب های نو و آنها") == "کتابهای نو و انها"
    assert glued_by_settings(filters, "کلم ها را") == "کلمها را"
    assert glued_by_settings(filters, "کمی رفت") == "کمی رفت"


def glued_by_settings(filters: dict[str, Any], text: str) -> str:
    """The analyser `textnorm_glued` on paper: its char filters in turn."""
    mappings = dict(line.split(" => ") for line in filters["textnorm_characters"]["mappings"])
    rows = {json.loads(f'"{source}"'): json.loads(f'"{target}"') for source, target in mappings.items()}
    text = "".join(rows.get(character, character) for character in text)
    for name in ("textnorm_prefixes", "textnorm_endings", "textnorm_no_half_space"):
        pattern = filters[name]["pattern"].replace("\\p{L}", "[^\\W\\d_]")
        text = re.sub(pattern, filters[name]["replacement"].replace("$1", "\\1"), text)
    return text
