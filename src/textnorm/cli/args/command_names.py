"""Name the commands, the defaults of their flags, and the flags that no configuration file may set."""

from __future__ import annotations

from typing import Any

#: command: (public function whose options it takes, what it does)
TEXT_COMMANDS = {
    "tidy": ("tidy", "clean a scraped page, convert its dates and normalise it"),
    "normalise": ("normalise", "normalise mixed Persian and English text"),
    "clean": ("clean", "take scraping artefacts out"),
    "dates": ("find_dates", "find Solar Hijri dates, or write them as Gregorian"),
    "posts": ("read_page", "split a scraped page into posts"),
}
#: those that know ``--site``
PAGE_COMMANDS = ("tidy", "clean", "posts")
#: those that know ``--source``
EXTRACTED_COMMANDS = ("tidy", "normalise")
OTHER_COMMANDS = {
    "learn-site": "learn which lines the pages of a site repeat, for --site",
    "rules": "list the rules of normalise, or show some of them in full",
    "serve": "a local page to try texts on",
    "export": "write what a profile does to characters as a table for other software",
    "fixtures": "run fixture files: texts with what should become of them",
    "completion": "print the completion script of a shell",
    "demo": "a small tour on built-in text",
}
DEFAULTS: dict[str, Any] = {
    "files": [], "files0_from": None, "include": [], "exclude": [], "gitignore": True,
    "format": "auto", "field": [], "column": [], "delimiter": None, "header": True,
    "encoding": None, "output_encoding": None, "errors": None,
    "output": None, "in_place": False, "check": False, "json": False,
    "jobs": 1, "progress": "auto", "resume": False, "rejects": None, "fail_fast": False, "quiet": False,
    "source": None, "reflow": False,
    "replace": False, "table": None, "profile": None, "site": None, "url": None,
    "csv": False, "sqlite": None, "target": None, "half_space": None,
    "diff": False, "explain": False, "statistics": False, "report": None, "colour": "auto",
    "config": None, "isolated": False, "show_config": False,
}  # fmt: skip
#: flags that make no sense in a configuration file
NOT_CONFIGURABLE = {
    "files",
    "config",
    "isolated",
    "show_config",
    "help",
    "table",
    "files0_from",
    "output",
    "csv",
    "sqlite",
    "url",
    "diff",
    "explain",
    "statistics",
    "report",
}

#: other spellings of commands
ALIASES = {"normalize": "normalise"}
#: flags whose value is a name: of a file, or of a profile
PATHS = ("output", "rejects", "report", "sqlite", "config", "site", "files0_from", "profile", "user_words")
#: more processes than this help nobody
MOST_JOBS = 512
