#!/usr/bin/env bash
# Pins what CI installs, with hashes: one file for all supported versions of Python. To raise versions, run
# it again with --upgrade, or --upgrade-package NAME. Takes uv from the PATH, else installs it into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v uv >/dev/null 2>&1; then
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/python" -m pip install --quiet uv
  PATH="$tools/venv/bin:$PATH"
fi

pin() { # the file to write, then what to pin
  local to=$1
  shift
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
    --no-header --no-annotate "${options[@]}" --output-file "$to" "$@"
}

options=("$@")
pin build.txt build.in
pin audit.txt audit.in
pin fuzz.txt fuzz.in
pin install.txt ../pyproject.toml
pin dev.txt --extra dev --constraints install.txt ../pyproject.toml
pin docs.txt --extra docs --constraints install.txt ../pyproject.toml
