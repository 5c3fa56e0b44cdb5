"""Restoration beside the peers: every library on the same damaged lines, scored in the same way, as a Markdown table.

    python benchmarks/peers.py install DIR hazm shekar parsivar
    npm install --prefix DIR/virastar virastar
    python benchmarks/restore.py DIR DATA > docs/restoration.md

DATA is a folder with data/restore/dev.jsonl.gz (pairs of damaged and edited lines) and score/restore.py. The scorer
folds digits, quotes, … and هٔ on both sides, so that no library loses by its style. What cannot run is left out.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from peers import PEERS, python_of

WORKER = """
import json, sys
exec(sys.argv[1])
call = eval(sys.argv[2])
out = open(sys.argv[4], "w", encoding="utf-8")
for row in map(json.loads, open(sys.argv[3], encoding="utf-8")):
    try:
        text = call(row["text"])
        text = text if isinstance(text, str) else text[0]
    except Exception:
        text = row["text"]
    out.write(json.dumps({"id": row["id"], "text": text}) + "\\n")
"""
NODE = """
const fs = require('fs'); const Virastar = require('virastar'); const v = new Virastar();
const out = fs.readFileSync(process.argv[1], 'utf8').trim().split('\\n').map(JSON.parse)
  .map(row => { let text = row.text; try { text = v.cleanup(row.text) } catch (e) {} ; return JSON.stringify({id: row.id, text}) });
fs.writeFileSync(process.argv[2], out.join('\\n') + '\\n');
"""
MEASURES = {
    "macro exact %": lambda s: s["_macro_exact_core"],
    "mixed noise exact %": lambda s: s["mixed-noise"]["exact"],
    "ZWNJ from spaces P": lambda s: s["zwnj-to-space"]["zP"],
    "R": lambda s: s["zwnj-to-space"]["zR"],
    "F1": lambda s: s["zwnj-to-space"]["zF"],
    "ZWNJ glued P": lambda s: s["zwnj-dropped"]["zP"],
    "R ": lambda s: s["zwnj-dropped"]["zR"],
    "F1 ": lambda s: s["zwnj-dropped"]["zF"],
    "clean lines changed %": lambda s: s["clean"]["harm"],
    "English lines changed %": lambda s: s["english"]["harm"],
    "Latin half kept %": lambda s: s["mixed-script"]["kept"],
}


def commands(folder: Path, noisy: Path, result: Path) -> dict[str, list[str]]:
    """How each library is run over the file of damaged lines."""
    found = {
        "textnorm": [
            sys.executable,
            "-c",
            WORKER,
            "import textnorm",
            "textnorm.normalise",
            str(noisy),
            str(result),
        ]
    }
    for name in ("hazm", "shekar", "parsivar", "rishe", "piraye", "parsikit"):
        if python_of(folder, name).exists():
            peer = PEERS[name]
            found[name] = [
                str(python_of(folder, name)),
                "-c",
                WORKER,
                peer.setup,
                peer.call,
                str(noisy),
                str(result),
            ]
    if (folder / "virastar" / "node_modules").exists():
        found["virastar"] = ["node", "-e", NODE, str(noisy), str(result)]
    return found


def scored(data: Path, result: Path, numbers: Path) -> dict[str, dict[str, float]]:
    """The scorer's own numbers for one library's lines."""
    gold = data / "data" / "restore" / "dev.jsonl.gz"
    command = [
        sys.executable,
        str(data / "score" / "restore.py"),
        str(gold),
        str(result),
        "--fold",
        "--quiet",
    ]
    subprocess.run([*command, "--json", str(numbers)], check=True)
    read: dict[str, dict[str, float]] = json.loads(numbers.read_text(encoding="utf-8"))
    return read


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("environments", type=Path)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        noisy, result, numbers = (Path(folder) / name for name in ("noisy", "result", "numbers"))
        with gzip.open(args.data / "data" / "restore" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        noisy.write_text(
            "".join(json.dumps({"id": r["id"], "text": r["noisy"]}) + "\n" for r in rows), encoding="utf-8"
        )
        print(
            f"# Restoration of damaged lines\n\n{datetime.date.today()}, {len(rows)} lines of the dev set.",
            end=" ",
        )
        print(
            "Made by `benchmarks/restore.py`; some rules of ours were prompted by this set, so read our line as a"
        )
        print("little optimistic.\n")
        print("| |", " | ".join(MEASURES), "|\n| --- |", " | ".join("---:" for _ in MEASURES), "|")
        for name, command in commands(args.environments, noisy, result).items():
            environment = str(args.environments / "virastar") if name == "virastar" else None
            done = subprocess.run(
                command, cwd=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
            )
            if done.returncode:
                print(f"{name}: left out: {done.stderr.decode()[-200:]}", file=sys.stderr)
                continue
            score = scored(args.data, result, numbers)
            print(
                f"| {name} |",
                " | ".join(f"{measure(score):.1f}" for measure in MEASURES.values()),
                "|",
                flush=True,
            )


if __name__ == "__main__":
    main()
