#!/usr/bin/env bash
# The functions on real engines: Spark (Java 17), datatrove, and the libraries of docs/recipes.md, on Python 3.12
# in a virtual environment of its own. A few minutes. TEXTNORM_SKIP_ENGINES=1 leaves it out;
# TEXTNORM_ENGINES_MB=10 makes the corpus smaller than its 100 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${TEXTNORM_SKIP_ENGINES:-}" ]; then
  echo "engines: left out, since TEXTNORM_SKIP_ENGINES is set"
  exit 0
fi
command -v java >/dev/null || { echo "engines: Spark needs Java 17 or later on the PATH" >&2; exit 1; }

python=$(ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12.*/bin/python 2>/dev/null | sort -V | tail -n 1 || true)
python=${python:-$(command -v python3.12)}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
started=$SECONDS
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --upgrade pip
"$work/venv/bin/python" -m pip install --quiet -e '.[dev,spark,datatrove]' psutil \
  polars duckdb datasets 'dask[bag]' 'ray[data]' scrapy langchain-core llama-index-core spacy scikit-learn \
  tantivy whoosh-reloaded sentencepiece tokenizers
echo "engines: installed after $((SECONDS - started)) s"

export TEXTNORM_REQUIRE_ENGINES=1
# the usual options, but for the one that leaves out the adapters' doctests
options="--doctest-modules --import-mode=importlib -ra --strict-markers"
tests() { "$work/venv/bin/python" -m pytest -q -p no:cacheprovider -o addopts="$options" "$@"; }
# this one measures, so it has the machine to itself
tests tests/integrations/test_spark_corpus.py
tests -n 2 --dist loadfile tests/integrations tests/exports src/textnorm/integrations \
  --ignore tests/integrations/test_spark_corpus.py
echo "engines: all done after $((SECONDS - started)) s"
