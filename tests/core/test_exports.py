"""The character level of SEARCH and ENCODING as tables of other software: the same as ours, character by character."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest
from shared_data import ROOT

from textnorm import ENCODING, SEARCH, normalise
from textnorm.chars import ZWNJ
from textnorm.exports import PROFILES, TARGETS, export, make_table
from textnorm.exports.table import character_level

BLOCKS = ((0x600, 0x700), (0x750, 0x780), (0x870, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
CODE_POINTS = [chr(code) for first, end in BLOCKS for code in range(first, end)]
#: ligatures of letters that Persian does not have: a table sees no language and folds their letters too
FOREIGN_LIGATURES = "\u0678\ufbec\ufbed\ufbf0\ufbf1\ufbf2\ufbf3\ufbf4\ufbf5\ufbf6\ufbf7\ufbf8"
#: where a character may stand in Persian text; letters that carry no mark and begin no composition
PLACES = ("این بد{}ند بود", "این بند{} بود", "این {}بند بود")
DEV = ROOT.parent / "shared" / "data" / "restore" / "dev.jsonl.gz"
Apply = Callable[[str], str]


def ours(text: str, profile: str) -> str:
    options, half_space = PROFILES[profile]
    done = normalise(text, character_level(options))
    return done.replace(ZWNJ, "") if half_space == "nothing" else done


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
    icu = pytest.importorskip("icu")
    rules = export("icu", profile)
    made = icu.Transliterator.createFromRules("textnorm", rules, icu.UTransDirection.FORWARD)
    return lambda text: str(made.transliterate(text))


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
    pairs = ((text, ours(text, profile), apply(text)) for text in texts)
    return [(text, mine, theirs) for text, mine, theirs in pairs if mine != theirs]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", READERS)
def test_every_code_point_of_the_arabic_blocks(name: str, profile: str) -> None:
    apply = reader(name, profile)
    texts = [place.format(c) for c in CODE_POINTS if c not in FOREIGN_LIGATURES for place in PLACES]
    assert not different(apply, profile, texts)
    again = [apply(apply(text)) == apply(text) for text in texts]
    assert all(again)
