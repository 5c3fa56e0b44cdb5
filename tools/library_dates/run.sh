#!/usr/bin/env bash
# Installs the pinned libraries in a temporary folder, writes what they print into tests/dates/libraries.jsonl and where
# their calendars disagree into tests/dates/calendars.json, and makes docs/dates-of-libraries.md of both. PYTHON is one
# that can import textnorm's dependencies.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q -r "$here/requirements.txt"
cp "$here"/*.js "$here/package.json" "$folder"
(cd "$folder" && npm install --silent)
tests=$here/../../tests/dates
export TZ=UTC
{ "$folder/venv/bin/python" "$here/prints.py"; (cd "$folder" && node prints.js); } > "$tests/libraries.jsonl"
{ "$folder/venv/bin/python" "$here/calendars.py"; (cd "$folder" && node calendars.js); } > "$folder/calendars.jsonl"
"${PYTHON:-python3}" "$here/../make_library_dates.py" "$folder/calendars.jsonl"
