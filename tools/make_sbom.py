"""Write the bill of materials that goes into the wheel (CycloneDX, PEP 770): what is needed, and what data is inside.

    python tools/make_sbom.py FILE

The same source gives the same bytes: no date, and a serial number made of the contents.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
#: data that is generated from the work of others and ships with the package: name, where from, licence
DATA = (
    ("lexicon", "word and verb lists of hazm; counts of UD_Persian-PerDT", "MIT AND CC-BY-SA-4.0"),
    ("official calendar", "Calendar Centre of the University of Tehran, 1 Farvardin of 1206-1498", "CC0-1.0"),
    ("page model", "weights, from labels of the Web Content Extraction Benchmark", "CC-BY-4.0"),
)
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*([^;]*)")


def bill() -> dict[str, Any]:
    """Return the bill of materials."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    source = (ROOT / "src" / "textnorm" / "_version.py").read_text(encoding="utf-8")
    version = re.search(r'"([^"]+)"', source.partition("__version__")[2])
    assert version
    own = f"pkg:pypi/{project['name']}@{version[1]}"
    needed = [_library(text, "required") for text in project["dependencies"]]
    for extra, texts in project["optional-dependencies"].items():
        if extra not in ("dev", "docs"):
            needed += [_library(text, "optional") for text in texts if not text.startswith(project["name"])]
    libraries = list({library["bom-ref"]: library for library in reversed(needed)}.values())
    parts = sorted(libraries, key=lambda library: library["name"]) + [_data(*row) for row in DATA]
    main = {"type": "library", "bom-ref": own, "name": project["name"], "version": version[1], "purl": own,
            "licenses": [{"license": {"id": project["license"]}}]}  # fmt: skip
    contents = {
        "metadata": {"component": main},
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(contents, sort_keys=True))
    head = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
    }
    return {**head, **contents}


def _library(text: str, scope: str) -> dict[str, Any]:
    match = _REQUIREMENT.match(text)
    assert match
    name, wanted = match[1].lower(), match[2].strip()
    versions = [{"name": "python:requirement", "value": wanted}] if wanted else []
    return {"type": "library", "bom-ref": f"pkg:pypi/{name}", "name": name, "scope": scope,
            "purl": f"pkg:pypi/{name}", "properties": versions}  # fmt: skip


def _data(name: str, source: str, licence: str) -> dict[str, Any]:
    return {"type": "data", "bom-ref": f"data:{name.replace(' ', '-')}", "name": name, "description": source,
            "licenses": [{"expression": licence}]}  # fmt: skip


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=1) + "\n", encoding="utf-8")
