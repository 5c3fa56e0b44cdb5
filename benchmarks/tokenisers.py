"""What tokenisers and search engines make of a half-space, a vowel mark and Persian digits: those that are installed.

    python benchmarks/tokenisers.py

Writes a row for each; a half-space inside a token is shown as ¦. Servers (PostgreSQL, MariaDB, Sphinx), DuckDB's extension
and Lucene are run by the scripts in findings/.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

TEXT = "می\u200cروم کتاب\u200cها کتابِ مُهم ۱۴۰۲ 12 و"
Rows = Iterator[tuple[str, Sequence[str]]]


def fts5() -> Rows:
    for tokenizer in ("unicode61", "ascii"):
        db = sqlite3.connect(":memory:")
        db.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = '{tokenizer}')")
        db.execute("INSERT INTO t VALUES (?)", (TEXT,))
        db.execute("CREATE VIRTUAL TABLE words USING fts5vocab(t, instance)")
        found = db.execute("SELECT term FROM words ORDER BY offset").fetchall()
        yield f"SQLite {sqlite3.sqlite_version} FTS5 {tokenizer}", [row[0] for row in found]


def tantivy() -> Rows:
    import tantivy as engine

    for name in ("simple", "whitespace"):
        analyser = engine.TextAnalyzerBuilder(getattr(engine.Tokenizer, name)()).build()
        yield f"tantivy {version('tantivy')} {name}", analyser.analyze(TEXT)


def whoosh() -> Rows:
    from whoosh.analysis import StandardAnalyzer

    found = [token.text for token in StandardAnalyzer()(TEXT)]
    yield f"whoosh-reloaded {version('whoosh-reloaded')} StandardAnalyzer", found


def scikit_learn() -> Rows:
    from sklearn.feature_extraction.text import CountVectorizer

    found = CountVectorizer().build_analyzer()(TEXT)
    yield f"scikit-learn {version('scikit-learn')} CountVectorizer", found


def spacy() -> Rows:
    import spacy as library

    yield f"spaCy {version('spacy')} blank fa", [token.text for token in library.blank("fa")(TEXT)]


def tokenizers() -> Rows:
    from tokenizers import normalizers, pre_tokenizers

    name = f"tokenizers {version('tokenizers')}"
    for normaliser in ("BertNormalizer", "Nmt", "NFKC"):
        yield f"{name} {normaliser}", [getattr(normalizers, normaliser)().normalize_str(TEXT)]
    for splitter in ("BertPreTokenizer", "Whitespace", "UnicodeScripts"):
        pairs = getattr(pre_tokenizers, splitter)().pre_tokenize_str(TEXT)
        yield f"{name} {splitter}", [token for token, _ in pairs]


def gpt() -> Rows:
    """The patterns by which the tokenisers of GPT-2 and GPT-4 cut before they merge bytes."""
    import regex

    patterns = {
        "GPT-2": r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+",
        "cl100k": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}"
        r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    }
    for name, pattern in patterns.items():
        yield f"pattern of {name}", regex.findall(pattern, TEXT)


def sentencepiece() -> Rows:
    import sentencepiece as library

    for rule in ("nmt_nfkc", "nfkc", "identity"):
        made = library.SentencePieceNormalizer(
            rule_name=rule, add_dummy_prefix=False, escape_whitespaces=False
        )
        yield f"sentencepiece {version('sentencepiece')} {rule}", [made.normalize(TEXT)]


def icu() -> Rows:
    import icu as library

    breaks = library.BreakIterator.createWordInstance(library.Locale("fa"))
    breaks.setText(TEXT)
    ends = [0, *breaks]
    words = [TEXT[a:b] for a, b in itertools.pairwise(ends)]
    yield f"ICU {library.ICU_VERSION} word breaks fa", [word for word in words if word.strip()]


def xapian() -> Rows:
    """Debian's package is for Debian's Python."""
    code = (
        "import sys, xapian; d = xapian.Document(); g = xapian.TermGenerator(); g.set_document(d);"
        "g.index_text(sys.argv[1]); print(xapian.version_string(), *(t.term.decode() for t in d), sep='\\n')"
    )
    done = subprocess.run(["/usr/bin/python3", "-c", code, TEXT], capture_output=True, text=True, check=True)
    name, *terms = done.stdout.splitlines()
    yield f"Xapian {name} TermGenerator", terms


def hunspell() -> Rows:
    """A dictionary that holds «می‌روم» and «کتاب‌ها», with and without the half-space among WORDCHARS: what is unknown."""
    name = subprocess.run(["hunspell", "--version"], capture_output=True, text=True, check=True).stdout
    release = re.findall(r"Hunspell ([\d.]+)", name)[0]
    with tempfile.TemporaryDirectory() as folder:
        for label, more in (("", ""), (" with WORDCHARS", "WORDCHARS \u200c\n")):
            (Path(folder) / "a.aff").write_text(f"SET UTF-8\n{more}", encoding="utf-8")
            (Path(folder) / "a.dic").write_text("2\nمی\u200cروم\nکتاب\u200cها\n", encoding="utf-8")
            command = ["hunspell", "-d", f"{folder}/a", "-i", "UTF-8", "-l"]
            done = subprocess.run(command, input=TEXT, capture_output=True, encoding="utf-8", check=True)
            yield f"hunspell {release}{label}, unknown", done.stdout.split("\n")[:-1]


PARTS: tuple[Callable[[], Rows], ...] = (
    fts5, tantivy, whoosh, scikit_learn, spacy, tokenizers, gpt, sentencepiece, icu, xapian, hunspell,
)  # fmt: skip


def main() -> None:
    for part in PARTS:
        try:
            for name, tokens in part():
                print(f"{name}: {' | '.join(tokens).replace(chr(0x200C), '¦')}")
        except (ImportError, OSError, subprocess.CalledProcessError) as error:
            print(f"{part.__name__}: not here ({error})")


if __name__ == "__main__":
    main()
