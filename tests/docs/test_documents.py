"""The documentation: examples run, commands run, links lead somewhere."""

from __future__ import annotations

import ast
import dataclasses
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import textnorm
from textnorm.cli.args import parser

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run_docs = _tool("run_docs")
PAGES = run_docs.pages()
LINKED = [*PAGES, *sorted((ROOT / "docs").glob("*.md"))]
WITH_EXAMPLES = [page for page in PAGES if "\n>>> " in page.read_text(encoding="utf-8")]
WITH_COMMANDS = [page for page in PAGES if run_docs.commands(page.read_text(encoding="utf-8"))]


def name(page: Path) -> str:
    return page.name


def anchors(page: Path) -> set[str]:
    """The names that a page's headings can be linked by, as GitHub makes them."""
    text = _CODE.sub(
        lambda code: "" if code[0].startswith("```") else code[0], page.read_text(encoding="utf-8")
    )
    headings = re.findall(r"^#+ +(.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- \u200c]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def broken(page: Path) -> list[str]:
    """The links of a page that lead to no file or heading of the repository."""
    wrong = []
    for link in _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"https?:|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            wrong.append(link)
    return wrong


@pytest.mark.parametrize("page", LINKED, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    assert broken(page) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](gone.md) [b](#one-two) [c](#three) `[d](code.md)`\n", encoding="utf-8")
    assert broken(page) == ["gone.md", "#three"]


def test_the_page_of_the_package_index_has_no_relative_link() -> None:
    links = _LINK.findall(_CODE.sub("", README))
    whole = _tool("absolute_links").absolute(README, "https://example.org/textnorm", "v1")
    found = _LINK.findall(_CODE.sub("", whole))
    assert len(found) == len(links) > 10
    assert [link for link in found if not link.startswith("https://example.org/textnorm/")] == [
        link for link in links if link.startswith(("https:", "#"))
    ]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name)
def test_examples(page: Path) -> None:
    assert "".join(run_docs.run_examples(page)) == ""


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=name)
def test_commands(page: Path) -> None:
    assert "".join(run_docs.run_commands(page)) == ""


@pytest.mark.thorough
def test_a_failing_command_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```sh\ntextnorm --version\n```\n\n```sh\nfalse\n```\n", encoding="utf-8")
    (failure,) = run_docs.run_commands(page)
    assert failure.startswith("page.md:6: exit code 1")


@pytest.mark.parametrize("page", ["docs/guides/ci.md", ".pre-commit-hooks.yaml"])
def test_hooks_are_commands(page: str) -> None:
    entries = re.findall(r"entry: textnorm (\w+) (.*)", (ROOT / page).read_text(encoding="utf-8"))
    assert entries
    for command, flags in entries:
        parser.build_parser(command).parse_args([*flags.split(), "file.txt"])


def test_every_page_is_run() -> None:
    assert {"README.md", "README.fa.md", "CONTRIBUTING.md"} <= {page.name for page in PAGES}
    assert all(page in WITH_EXAMPLES or page in WITH_COMMANDS for page in PAGES if "guides" in page.parts)


def test_the_overview_leads_to_every_guide_and_the_readme_to_the_overview() -> None:
    overview = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    guides = (ROOT / "docs" / "guides").glob("*.md")
    assert [page.name for page in guides if f"guides/{page.name})" not in overview] == []
    assert "(docs/index.md)" in README


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < 150


def test_the_reference_has_every_public_name() -> None:
    public = [getattr(textnorm, name) for name in textnorm.__all__]
    wanted = {
        f"{value.__module__}.{value.__qualname__}" for value in public if hasattr(value, "__qualname__")
    }
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^::: (\S+)$", text, re.MULTILINE)) == wanted


def page(path: str) -> str:
    return (ROOT / "docs" / path).read_text(encoding="utf-8")


def test_the_options_page_names_every_option_with_its_values() -> None:
    for field in dataclasses.fields(textnorm.Options):
        row = re.search(rf"^\| `{field.name}` \| (.*?) \|", page("options.md"), re.MULTILINE)
        assert row is not None, field.name
        if field.name not in ("ignore", "user_words"):  # sets, described in words
            first = row[1].split(", ")[0].strip("`")
            assert ast.literal_eval(first) == getattr(textnorm.STANDARD, field.name)


def test_the_commands_page_names_every_command_and_extra() -> None:
    commands = {**parser.TEXT_COMMANDS, **parser.OTHER_COMMANDS}
    table = page("commands.md").split("```", 1)[0]
    assert [name for name in commands if not re.search(rf"`(textnorm )?{name}`", table)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [
        name for name in project["optional-dependencies"] if f"`.[{name}]`" not in page("commands.md")
    ] == []


def figures(text: str) -> dict[str, list[str]]:
    """The numbers of a table's rows, without what stands in brackets, by the first word of the row."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    rows = [row for row in rows if len(row) > 1 and re.match(r"\d", row[1])]
    return {row[0].split()[0]: [cell.split()[0] for cell in row[1:]] for row in rows[::-1]}


@pytest.mark.parametrize(
    ("measured", "title", "columns"),
    [
        ("restoration.md", "single kinds of damage", (0, 4, 7, 8, 10)),
        ("speed.md", "clean Persian lines", (10, 11, 12, 4, 1, 2, 0)),
    ],
)
def test_the_comparison_has_the_figures_that_were_measured(
    measured: str, title: str, columns: tuple[int, ...]
) -> None:
    ours = figures(page("comparison.md").split(f"| | {title}", 1)[1].split("\n\n", 1)[0])
    theirs = figures((ROOT / "docs" / measured).read_text(encoding="utf-8"))
    assert len(ours) > 4
    assert ours == {peer: [theirs[peer][column] for column in columns] for peer in ours}


@pytest.mark.parametrize("profile", [textnorm.STANDARD, textnorm.EDITORIAL], ids=["standard", "editorial"])
def test_the_persian_readme_is_written_as_we_would_have_it(profile: textnorm.Options) -> None:
    text = (ROOT / "README.fa.md").read_text(encoding="utf-8")
    assert textnorm.explain(text, profile).changes == ()


def test_the_persian_readme_keeps_its_direction() -> None:
    """GitHub gives every paragraph the direction of its first letter, so none but the link may begin in Latin."""
    text = _CODE.sub("", (ROOT / "README.fa.md").read_text(encoding="utf-8"))
    fenced = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
    prose = fenced.sub("", (ROOT / "README.fa.md").read_text(encoding="utf-8"))
    codes = re.findall(r"`([^`]*)`", prose)  # a sign at an edge would be shown at the other
    assert [code for code in codes if not re.fullmatch(r"\w|\w.*\w", code)] == []
    blocks = [re.sub(r"<code dir=.*?</code>|<[^>]*>|^!\[", "", block) for block in text.split("\n\n")]
    letters = [re.search(r"[^\W\d_]", block) for block in blocks]
    assert {
        block for block, letter in zip(blocks, letters, strict=True) if letter and letter[0].isascii()
    } == {"[English](README.md)"}
