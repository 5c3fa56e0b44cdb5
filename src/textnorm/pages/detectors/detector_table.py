"""The detectors as data: what each finds, why it goes, how certain it is, texts that show it and texts that stay."""

from __future__ import annotations

from textnorm.pages.detectors import duplicates, links, repairs, tail, whitespace
from textnorm.pages.detectors.detector import Detector
from textnorm.pages.detectors.inline_breaks import find_inline_breaks
from textnorm.pages.detectors.link_numbers import find_link_numbers
from textnorm.pages.detectors.saved_copies import find_saved_copies
from textnorm.pages.detectors.site_lines import find_site_lines
from textnorm.pages.options import PageOptions
from textnorm.pages.site import SiteProfile

#: a paragraph, for the examples
_Q = "Two boats lay side by side on the sand below the fish hall, and both of them were without so much as a scratch on their new paint."
_P = "The storm moved north in the night, and by the morning the harbour was quiet again for the first time in days."

WHITESPACE = (
    Detector(
        kind="blank-lines",
        why="one blank line is enough",
        certainty="A",
        find=whitespace.find_blank_lines,
        examples=(("one\n\n\n\ntwo", "one\n\ntwo"),),
        near_misses=("one\n\ntwo", "```\na\n\n\n\nb\n```"),
    ),
    Detector(
        kind="nbsp",
        why="a no-break space is a space",
        certainty="A",
        find=whitespace.find_no_break_spaces,
        examples=(("a wet\u00a0\u00a0day", "a wet day"),),
        near_misses=("a wet day", "```\na\u00a0b\n```"),
    ),
    Detector(
        kind="inline-break",
        why="a tool set a piece of the sentence on a line of its own",
        certainty="B",
        find=find_inline_breaks,
        examples=(
            (
                "Ask \nthe keeper\n of the harbour, or write to \nthe town\n.",
                "Ask the keeper of the harbour, or write to the town.",
            ),
            ("از پوشه \nhome\n و بعد \nls\n را بزنید.", "از پوشه home و بعد ls را بزنید."),
        ),
        near_misses=(
            "a line with a space at its end \nand another",
            "Boats \n\n in the harbour",
            "a: \n  b\n  c",
            "```\nx = \ny\n z\n```",
            " Home\n News\n Sport",
            " Related \nSnow\n Monday, 8 October ",
            "City \n-\n Rovers \n18:30\n Town",
        ),
    ),
)

SITE = (
    Detector(
        kind="saved-copy",
        why="a cache or an archive says whose copy it is",
        certainty="A",
        find=find_saved_copies,
        examples=((f"This is Google's cache of https://example.org/storm.\nText-only version\nStorm moves north\n{_P}", f"Storm moves north\n{_P}"),),
        near_misses=(f"{_P}\nThis is Google's cache of a page that is gone.\n{_P}\n{_Q}\n12 captures", f"About this capture\n{_P}"),
    ),
    Detector(
        kind="link-number",
        why="a text browser numbers the links and lists their addresses",
        certainty="A",
        find=find_link_numbers,
        examples=((f"[1]Home [2]Boats\n\n{_P} See [3]the harbour, [4]the town and [5]the map.\n\nReferences\n\n   1. https://a.example/\n   2. https://a.example/b\n   3. https://a.example/c\n   4. https://a.example/d\n   5. https://a.example/e", f"Home | Boats\n\n{_P} See the harbour, the town and the map."),),
        near_misses=(f"{_P} [1]\n\n{_Q} [2]\n\nReferences\n\n1. https://a.example/b", f"[1]Home [2]Boats [3]Town [4]Map [5]Ships\n\n{_P}"),
    ),
    Detector(
        kind="site-line",
        why="most pages of the site repeat the line",
        certainty="B",
        find=find_site_lines,
        examples=((f"Harbour Gazette\n{_P}", _P),),
        near_misses=(f"Harbour Gazettes\n{_P}",),
        options=PageOptions(mode="careful", site=SiteProfile(3, {"9a84d7153a8f": 3})),  # of the first line
    ),
)  # fmt: skip

STRUCTURE = (
    Detector(
        kind="breadcrumb",
        why="the way to the page is no text",
        certainty="B",
        find=links.find_breadcrumbs,
        examples=((f"Home News Weather Storm moves north\n\nStorm moves north\n\n{_P}", f"Storm moves north\n\n{_P}"),),
        near_misses=(f"Home games are harder in winter\n\n{_P}",),
    ),
    Detector(
        kind="title-again",
        why="the title is said twice",
        certainty="A",
        find=duplicates.find_titles,
        examples=((f"Storm moves north\n\nSTORM MOVES NORTH\n\n{_P}", f"Storm moves north\n\n{_P}"),),
        near_misses=(
            "The snow fell on the town\n\nThe snow fell on the town\nand nobody saw it\nbut the dog",
            "2 3 5\n2 3 5\n",
            "    x += 1\n    x += 1\n",
        ),
    ),
    Detector(
        kind="caption-again",
        why="a caption is said twice",
        certainty="AB",
        find=duplicates.find_captions,
        examples=((f"Storm moves north\n\n{_P}\n\nBoats in the harbour today\nBoats in the harbour today\n\n{_P}", f"Storm moves north\n\n{_P}\n\nBoats in the harbour today\n\n{_P}"),),
        near_misses=("The river runs\nand it never comes back again\nand it never comes back again\n\nThe end",),
    ),
    Detector(
        kind="title-glued",
        why="a title line stands inside a sentence",
        certainty="B",
        find=duplicates.find_glued,
        examples=((f"City win the cup at last\n\n{_P} They won the cupCity win the cup at last again.", f"City win the cup at last\n\n{_P} They won the cup again."),),
        near_misses=(f"City win the cup at last\n\n{_P} So City win the cup at last again.",),
    ),
    Detector(
        kind="image-url",
        why="the address of an image is no text",
        certainty="A",
        find=links.find_images,
        examples=((f"{_P}\n\nhttps://example.org/a/b.jpg\n\n{_P}", f"{_P}\n\n{_P}"),),
        near_misses=(f"{_P}\n\nhttps://example.org/sources",),
    ),
    Detector(
        kind="read-more",
        why="a link of the template",
        certainty="A",
        find=links.find_alone("read_more"),
        examples=((f"{_P}\n\nRead More »", _P),),
        near_misses=(f"{_P}\n\nRead more slowly when the text is hard.", "> Read more\nHe wrote this on the wall."),
    ),
    Detector(
        kind="mobile-version",
        why="a link of the template",
        certainty="A",
        find=links.find_alone("mobile_version"),
        examples=((f"{_P}\n\nExit mobile version", _P),),
        near_misses=(f"{_P}\n\nExit the mobile version of the editor before you save.",),
    ),
    Detector(
        kind="end-mark",
        why="the sign-off of a news agency",
        certainty="A",
        find=links.find_end_marks,
        examples=((f"{_P}\n\nپایان پیام/ی", _P),),
        near_misses=(f"{_P}\n\nپایان پیام او شعری کوتاه بود.",),
    ),
    Detector(
        kind="also-read",
        why="a link to another page",
        certainty="B",
        find=links.find_also_read,
        examples=((f"{_P}\n\nAlso Read: City opens a new library", _P),),
        near_misses=(f"See also: the manual\n\n{_P}",),
    ),
    Detector(
        kind="widget-tail",
        why="boilerplate below the text",
        certainty="AB",
        find=tail.find_tail,
        examples=((f"{_P}\n\nاخبار مرتبط\nنمایشگاه گل", _P),),
        near_misses=(f"{_P}\n\nComments on the match came from both coaches.",),
    ),
    Detector(
        kind="interface-line",
        why="a line of the page's interface, not of its text",
        certainty="B",
        find=tail.find_last_lines,
        examples=((f"{_P}\n\nلینک کپی شد", _P),),
        near_misses=(f"لینک کپی شد\n\n{_P}", f"{_P}\n\nContact us", f"{_P}\n\n— JS"),
    ),
    Detector(
        kind="lost-drop-cap",
        why="the lead lost its ornamented first letter",
        certainty="B",
        find=repairs.find_drop_caps,
        examples=((f"Autumn\n\nootball season starts again in the north.\n\n{_P} Football is loved here.", f"Autumn\n\nFootball season starts again in the north.\n\n{_P} Football is loved here."),),
        near_misses=(f"Autumn\n\nootball season starts again in the north.\n\n{_P}",),
    ),
    Detector(
        kind="glued-words",
        why="the words stand apart elsewhere in the text",
        certainty="B",
        find=repairs.find_glued_names,
        examples=((f"{_P} Coach Petra NovakDara Lind spoke. Novak Dara was there.", f"{_P} Coach Petra Novak Dara Lind spoke. Novak Dara was there."),),
        near_misses=(f"{_P} We like ownCloud and displayName() here.",),
    ),
    Detector(
        kind="seo-tail",
        why="key words of the title are glued to the ends of paragraphs",
        certainty="B",
        find=repairs.find_keyword_tails,
        examples=((f"Big Storm moves north\n\n{_P} Big Storm\n\n{_Q} Big Storm", f"Big Storm moves north\n\n{_P}\n\n{_Q}"),),
        near_misses=(f"Big Storm moves north\n\n{_P} Big Storm\n\n{_Q}",),
    ),
    Detector(
        kind="no-space-before-bracket",
        why="a space stands between a word and the acronym in brackets",
        certainty="A",
        find=repairs.find_acronyms,
        examples=(("the Weather Office(WMO) said", "the Weather Office (WMO) said"),),
        near_misses=("Use print(text) or room(s).",),
    ),
    Detector(
        kind="space-before-quote",
        why="no space stands before a quote that closes",
        certainty="B",
        find=repairs.find_quotes,
        examples=(('He said: "It was a long day. "(Harbour News)', 'He said: "It was a long day." (Harbour News)'),),
        near_misses=('He said: "It was a long day." and "so on".',),
    ),
    Detector(
        kind="no-space-after-ellipsis",
        why="a space stands between an ellipsis and the next sentence",
        certainty="C",
        find=repairs.find_ellipses,
        examples=(("A long day…Then rain", "A long day… Then rain"),),
        near_misses=("A long day…then rain",),
    ),
)  # fmt: skip
