"""The walk over a tree: in the native core and in Python it gives the same lines and the same places."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given, strategies as st

from textnorm import html_to_lines
from textnorm.core import native_module
from textnorm.pages.content.columns import Column, ListColumn
from textnorm.pages.markup import block_tree, markup_features, message_elements, walk
from textnorm.pages.markup.block_tree import BlockTree
from textnorm.pages.markup.builder import LineBuilder, main_place
from textnorm.pages.markup.tree import parse_page

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)

FIELDS = ("tag", "depth", "names", "words", "near", "own", "landmarks", "link")
PIECES = (
    "<p>", "</p>", "<div class='post-content' id=entry-12>", "</div>", "<a href=x>", "</a>", "<span hidden>", "</span>", "<b>",
    "</b>", "<br>", "<pre>", "</pre>", "<code>", "</code>", "<table>", "<tr>", "<th>", "<td>", "</table>", "<time>", "</time>",
    "<nav role=navigation>", "</nav>", "<div style='display:none'>", "<i style='color:red'>", "</i>", "<noscript>", "</noscript>",
    "<script>x</script>", "<label>", "</label>", "یک", "متن", " ", "\n", "&nbsp;", "&#x3000;", "A.", "b", "<section role=banner>",
    "<td class=titleHeadline>", "<p class='HTMLBody adv x9'>", "&#x2028;", "\t", "&#x200b;", "&#xfeff;", "  ", "<button class='btn Btn'>", "</button>", "<summary>", "<li>", "<h1>", "</h1>",
)  # fmt: skip


def in_python(root, *, scripts=True):
    builder = LineBuilder()
    body = root.find("body")
    kinds = walk._KINDS if scripts else walk._KINDS_WITHOUT_SCRIPTS
    walk._walk(root if body is None else body, builder, kinds)
    builder.finish()
    return builder


def seen(builder):
    """The lines, and of each part its size, what its place says, and which elements it and its block are."""
    parts = [
        [
            (size, place and (*(getattr(place, name) for name in FIELDS), place.element, place.block.element,
             place.parent and place.parent.element))
            for size, place in line
        ]
        for line in builder.places
    ]  # fmt: skip
    return builder.lines, parts


@pytest.mark.skipif(not native_module(), reason="the native core is not built")
@pytest.mark.parametrize("scripts", [True, False])
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_the_core_walks_as_python_does(scripts, pieces):
    root = parse_page("".join(pieces))
    if root is not None:
        assert seen(walk.walked(root, scripts=scripts)) == seen(in_python(root, scripts=scripts))


@pytest.mark.skipif(not native_module(), reason="the native core is not built")
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_the_core_numbers_blocks_as_python_does(pieces):
    found = walk.walked(parse_page("<p>x" + "".join(pieces)))
    main = list(map(main_place, found.places))
    assert found.main == main
    core = native_module()
    blocks, *columns = core.block_tree(core.Place, Column, main)
    expected, *lists = block_tree.numbered(main)
    assert blocks == expected
    assert [column.tolist() for column in columns] == [column.tolist() for column in lists]
    assert list(core.places_round(core.Place, main).items()) == list(message_elements._depths(main).items())
    assert core.places_round(core.Place, in_python(parse_page("<p>x")).main) is None
    links = markup_features.links_of(found.places)
    assert [column.tolist() for column in links.values()] == [
        column.tolist() for column in markup_features._links(found.places)
    ]


def test_places_that_are_not_the_cores_are_numbered_in_python():
    found = in_python(parse_page("<ul><li><a href=x>یک</a><li>دو"))
    tree = BlockTree([*found.main, None])
    assert [block.element.tag for block in tree.blocks] == ["body", "ul", "li", "li"]
    assert tree.lines.tolist() == [2, 3, 4]
    assert markup_features.links_of(found.places)["linked"].tolist() == [8, 0]


@given(st.text(st.sampled_from("adsnavPOSTMenu-_1 ب"), max_size=30))
def test_what_classes_say_is_told_by_the_core_as_by_python(names):
    root = parse_page(f'<div class="{names}">x</div>')
    (mine,), (python,) = walk.walked(root).main, in_python(root).main
    assert (mine.own, mine.names) == (python.own, python.names)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_columns_of_markup_are_those_of_lists(pieces):
    root = parse_page("<p>x" + "".join(pieces))
    found = in_python(root)
    said = [0] * len(found.lines)
    made = []
    for kind in (Column, ListColumn):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("textnorm.pages.markup.markup_features.Column", kind)
            patch.setattr("textnorm.pages.markup.block_tree.Column", kind)
            markup_features._table.cache_clear()
            tree = BlockTree(found.main)
            column = markup_features.markup_columns(found.lines, found.places, said, tree)
            made.append({name: one.tolist() for name, one in column.items()})
    markup_features._table.cache_clear()
    assert made[0] == made[1]
    assert all(len(one) == len(found.lines) for one in made[0].values())


def test_what_a_tree_of_blocks_says():
    root = parse_page(
        "<main><div class=post-1><p>یک</p><p>دو</p></div><div class=post-2><p>سه</p></div></main>"
    )
    found = walk.walked(root)
    tree = BlockTree(found.main)
    assert [block.element.tag for block in tree.blocks] == ["body", "main", "div", "p", "p", "div", "p"]
    assert tree.above.tolist() == [0, 0, 1, 2, 2, 1, 5, 7]
    assert tree.lines.tolist() == [3, 4, 6]
    assert len({tree.kinds[block] for block in (3, 4, 6)}) == 1  # numbers in names tell nothing apart
    assert tree.kinds[2] == tree.kinds[5] != tree.kinds[1]


def test_a_link_beside_a_link_is_a_word_of_its_own_and_a_style_hides():
    assert html_to_lines("<p><a>یک</a><a>دو</a> <b style='visibility: hidden'>نه</b>سه") == "یک دو سه"
    assert html_to_lines("<pre>یک\n<b>دو</b></pre>") == "یک\nدو"
