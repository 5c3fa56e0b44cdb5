"""Spaces and punctuation between Persian words. Latin text keeps its own."""

from __future__ import annotations

from ..chars import (
    ARABIC_COMMA,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    ARABIC_QUESTION,
    ARABIC_SEMICOLON,
    HAMZA_ABOVE,
    ZWNJ,
)
from ..ruleset.rule import Rule

_L = f"[{ARABIC_LETTERS}]"
_W = f"[{ARABIC_LETTERS}{ARABIC_MARKS}]"
#: what counts where a rule asks for a number of letters: a half-space stands within a word, so that it is a long one
_INSIDE_BEHIND, _INSIDE_AHEAD = f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]", f"[{ARABIC_LETTERS}{ZWNJ}]"
#: the last sign of what may be emphasised; a question mark also as it stands before it is written ؟, or the mark
#: behind the emphasis would be judged only once it is («باد?~,»)
_EMPHASISED = f"[{ARABIC_LETTERS}{ARABIC_MARKS}»)۰-۹0-9!?؟]"


def _behind(signs: str, written: str, *others: str) -> str:
    """Return the pattern of a mark behind one of *signs*, or behind a word whose emphasis ends there («**باد**,»), or *others*."""
    before = (f"[{signs}]", *(f"{_EMPHASISED}{ends}" for ends in ("[*_~]", "[*_~]{2}", "[*_]{3}")))
    return f"{written}(?:{'|'.join((*(f'(?<={each}{written})' for each in before), *others))})"


#: signs that stand behind a number or a word, and belong to it
_MEASURES = "%٪‰°$€£™†¹²³"
#: a space behind a quotation, and one at the start of a run, behind what no rule touches, before a Persian mark that parts what follows it too
_QUOTED_APART, _AT_START = r'(?<=\w"[ \t])', r"(?<=(?m:^)[ \t])(?=[ \t]*+(?:[،؛](?=[ \t])|؟))"
#: at the start of a run: right behind what no rule touches
_BEHIND_OTHERS = rf'(?<=(?m:^),)(?=[ \t]++[{ARABIC_LETTERS}«("])'
#: what a mark of punctuation may follow
_BEFORE = f'{ARABIC_LETTERS}{ARABIC_MARKS}»){_MEASURES}\\]"'

SPACE_RUN = Rule(
    id="space-run",
    family="spaces",
    why="Runs of spaces and tabs between Persian words are one space; beside a | they align the columns of a table.",
    # two spaces before another line are a line break
    pattern=r"(?! {2}\r?\n)[ \t](?<=[^\s|][ \t])(?:[ \t]++|(?<=\t)(?![ \t]))(?!\|)",
    replacement=" ",
    literals=("  ", "\t"),
    examples=(("باد   خنک", "باد خنک"), ("باد\tخنک", "باد خنک")),
    near_misses=("let  x  =  1", "| باد   | خنک |", "|   باد | خنک |"),
    source="common sense; padded cells of GitHub Flavored Markdown, 4.10",
)

LINE_START = Rule(
    id="line-start",
    family="spaces",
    line_edge="start",
    why="Spaces before the first word of a Persian line are artefacts; those before a list mark are not.",
    pattern=f"(?m)^[ \\t]+(?=[{ARABIC_LETTERS}«(])",
    literals=(" ", "\t"),
    examples=(("  باد خنک", "باد خنک"),),
    near_misses=("  - باد",),
    source="Markdown keeps the indent of a list",
)
LINE_END = Rule(
    id="line-end",
    family="spaces",
    line_edge="end",
    why="Spaces at the end of a Persian line cannot be seen. Two spaces before another line are a line break of Markdown.",
    pattern=r"(?m)(?<=[^ \t\r\n])(?! {2}\r?\n)[ \t\r]++$",
    replacement=lambda match: match[0].replace(" ", "").replace("\t", ""),
    literals=(" \n", "\t\n", " \r", "\t\r"),
    examples=(("باد خنک  ", "باد خنک"), ("باد خنک \nباران", "باد خنک\nباران")),
    near_misses=("باد خنک", "باد خنک  \nباران"),
    source="common sense; CommonMark, hard line breaks",
)

RULES = (
    Rule(
        id="space-after-latin",
        family="spaces",
        why="Runs of spaces and tabs between Latin and Persian text are one space.",
        pattern=f"(?m)^(?:[ \\t]{{2,}}|\\t)(?=[{ARABIC_LETTERS}«(])",
        replacement=" ",
        literals=("  ", "\t"),
        examples=(("Python   خوب است", "Python خوب است"),),
        near_misses=("Foo   bar",),
        source="common sense",
    ),
    LINE_START,
    LINE_END,
    Rule(
        id="ascii-comma",
        family="punctuation",
        why="Between Persian words the comma is ،; between digits it stays.",
        pattern=_behind(
            f'{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}»)}}\\]"۰-۹0-9{_MEASURES} ', ",", _BEHIND_OTHERS
        )
        + f'(?=\\s|[{ARABIC_LETTERS}«("]|$)',
        replacement=ARABIC_COMMA,
        literals=(",",),
        examples=(
            ("باد, باران", "باد، باران"),
            ("باد,باران", "باد، باران"),
            ("{باد}, (باران)", "{باد}، (باران)"),
            ("**باد**, _باران_", "**باد**، _باران_"),
            ("کار با Python, باد", "کار با Python، باد"),
        ),
        near_misses=("۱,۲۰۰", "Foo, bar", "1,200"),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="ascii-semicolon",
        family="punctuation",
        why="Between Persian words the semicolon is ؛.",
        pattern=_behind(f'{ARABIC_LETTERS}{ARABIC_MARKS}»)\\]"۰-۹0-9{_MEASURES} ', ";")
        + f"(?=\\s|[{ARABIC_LETTERS}«]|$)",
        replacement=ARABIC_SEMICOLON,
        literals=(";",),
        examples=(("باد آمد; باران نه", "باد آمد؛ باران نه"),),
        near_misses=("a; b", "باد ;)"),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="ascii-question",
        family="punctuation",
        why="After a Persian word the question mark is ؟.",
        pattern=_behind(f'{ARABIC_LETTERS}{ARABIC_MARKS}»)\\]"۰-۹0-9{_MEASURES} !؟', r"\?") + r"\?*+",
        replacement=lambda match: ARABIC_QUESTION * len(match[0]),
        literals=("?",),
        examples=(("باد آمد?", "باد آمد؟"), ("باد آمد???", "باد آمد؟؟؟"), ("باد آمد?~?", "باد آمد؟~؟")),
        near_misses=("Is it open?",),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-past-mark",
        family="punctuation",
        why="A space that stands before ، ؛ : ؟ instead of behind, beside a number, emphasis or what no rule touches, goes behind it.",
        pattern=f"(?m:^)[ \\t]++[،؛](?={_L})|[ \\t](?<=[{ARABIC_LETTERS}{ARABIC_MARKS}»)][ \\t])[،؛؟:](?=[۰-۹0-9])|"
        + _behind("۰-۹0-9٪%", r"[ \t]")
        + f"(?:[،؛؟](?=[۰-۹0-9{ARABIC_LETTERS}])|:(?=[{ARABIC_LETTERS}]))",
        replacement=lambda match: match[0].lstrip(" \t") + " ",
        literals=(" ،", " ؛", " ؟", " :", "\t"),
        examples=(
            ("قیمت :۲۵", "قیمت: ۲۵"),
            ("باد ،۱۲ روز", "باد، ۱۲ روز"),
            ("صفحه ۲ ،۳", "صفحه ۲، ۳"),
            ("۱۲ :باد", "۱۲: باد"),
            ("کار با Python  ،که خوب است", "کار با Python، که خوب است"),
            ("**باد** ،باران", "**باد**، باران"),
        ),
        near_misses=("نسبت ۳ :۲", "باد :D", "باد :۱۲:۳۰"),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-before-mark",
        family="punctuation",
        why="No space stands before a mark that closes: ، ؛ : . ! ؟. A colon between two numbers is no mark of a"
        " sentence, nor is a row of full stops.",
        # a quotation mark that no word precedes may be the one that opens
        pattern=_behind(
            f"{ARABIC_LETTERS}{ARABIC_MARKS}»)}}\\]۰-۹0-9؟!{_MEASURES}", r"[ \t]", _QUOTED_APART, _AT_START
        )
        + r"[ \t]*+(?=[،؛؟]|!(?![=\[])|:(?:(?=\*\*(?!\S))|(?![()DPpOo/|*\-]))(?!(?<=[۰-۹0-9][ \t]:)[ \t]*+[۰-۹0-9])|\.(?![.\w/]|[ \t]++[.…]))",
        literals=(" ،", " ؛", " ؟", " !", " :", " .", "\t"),
        examples=(
            ("باد خنک .", "باد خنک."),
            ("باد ، باران", "باد، باران"),
            ("رشد ۵۰٪ ، باد", "رشد ۵۰٪، باد"),
            ("دمای ۲۰° ، رشد 5% ؛ باد", "دمای ۲۰°، رشد 5%؛ باد"),
            ('"باد" ، باران', '"باد"، باران'),
            ("**باد** ، باران", "**باد**، باران"),
            ("**نکته :** باد", "**نکته:** باد"),
            ("**۲۰** ، باران", "**۲۰**، باران"),
            ("`x` ، باد و Python ؟", "`x`، باد و Python؟"),
        ),
        near_misses=(
            "باد ...",
            "باد . …",
            "باد :)",
            "باد .ir",
            'باد " ." باران',
            "نسبت ۳ : ۲",
            "باد . . . ۱۲",
            "باد :*",
            "باد، low rate ،salt",
            "باد * ، باران",
        ),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-in-quotes",
        family="punctuation",
        why="No space stands just inside «guillemets». A » that closes nothing is an arrow, and so is a « before"
        " a line that no » closes; a pair around links that | parts are two arrows.",
        pattern=r"«[ \t]*+([^«»|\n]*[^«»|\s])[ \t]+»|«(?:(?<=[^\n]«)|(?=[^«»|\n]*»))[ \t]+(?=\S)",
        replacement=lambda match: f"«{match[1]}»" if match[1] else "«",
        literals=("« ", "«\t", " »", "\t»"),
        examples=(("« باد »", "«باد»"), ("«باد »", "«باد»")),
        near_misses=("«باد»", "خانه » باد", "صفحه بعد »", "« صفحه قبل", "« قبلی | بعدی »"),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-in-brackets",
        family="punctuation",
        why="No space stands just inside brackets that open and close on the line.",
        pattern=r"(?<![^\s(])\([ \t]++([^()\n]*[^()\s])[ \t]*\)|\(([^()\s][^()\n]*[^()\s]|[^()\s])[ \t]+\)(?=[\s،؛.:!؟]|$)",
        replacement=r"(\1\2)",
        literals=("( ", " )", "(\t", "\t)"),
        examples=(("باد ( خنک ) بود", "باد (خنک) بود"),),
        near_misses=("باد) خنک (بود", "f( x )"),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-after-mark",
        family="punctuation",
        why="A space stands after ، ؛ : ! ؟ between words, and after a full stop between two long words. A straight"
        " quotation mark behind ! ؟ may be the one that closes.",
        pattern=f'[،؛؟!:.](?:(?:(?<=[{_BEFORE}][،؛؟!:])|(?<=[؟!][؟!]))(?=[“«(]?{_L})|(?<=[{_BEFORE}][،؛:])(?="{_L})'
        f"|(?<={_INSIDE_BEHIND}{{2}}{_W}\\.)(?<!{HAMZA_ABOVE}\\.)(?={_L}{_INSIDE_AHEAD})|(?<=[۰-۹0-9]،)(?={_L})|(?<={_W}[،؛])(?=[۰-۹0-9]))",
        replacement=lambda match: match[0] + " ",
        literals=("،", "؛", "؟", "!", ":", "."),
        examples=(
            ("باد،باران", "باد، باران"),
            ("باد،۲ روز باران", "باد، ۲ روز باران"),
            ("گفت:باران", "گفت: باران"),
            ('گفت:"باران"', 'گفت: "باران"'),
            ("وزید.سپس", "وزید. سپس"),
            ("نمی‌روم.تو بیا", "نمی‌روم. تو بیا"),
            ("کتاب‌ها.باد", "کتاب‌ها. باد"),
            ("باد!!!باران؟!برف", "باد!!! باران؟! برف"),
        ),
        near_misses=("ه.ش", "ج.ا.ا", "۱۲،۵", "ساعت ۱۲:۳۰", '"باران!"و "باد؟!"بود'),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-around-quotes",
        family="punctuation",
        why="A space stands before « and after », unless an ending follows.",
        pattern=f"[«»](?:(?<={_INSIDE_BEHIND}{_W}«)(?={_L})|(?<={_W}»)(?={_L}{_INSIDE_AHEAD}{{2}})(?!ها|های|هایی|است))",
        replacement=lambda match: " «" if match[0] == "«" else "» ",
        literals=("«", "»"),
        examples=(
            ("گفت«باد»", "گفت «باد»"),
            ("«باد»وزید", "«باد» وزید"),
            ("خانه‌ی«باد»", "خانه‌ی «باد»"),
            ("«باد»می‌وزد", "«باد» می‌وزد"),
        ),
        near_misses=("«باد»ها", "«باد»ی"),
        source="«دستور خط فارسی», on punctuation",
    ),
    Rule(
        id="space-around-brackets",
        family="punctuation",
        why="A space stands before ( and after ) around words; what brackets a part of a word (ها, گان) touches it.",
        pattern=rf"(?<={_INSIDE_BEHIND}{_W})\((?={_L}[^()\n]*[ \t][^()\n]*\))(?!(?:ها|های|گان|ان|ات|ی)(?!{_W}))"
        rf"|[ \t]{_L}[^\s()]*+\)(?<={_W}\))(?={_L}{_INSIDE_AHEAD}{{2}}[^\s()]*+(?!\)))(?!ها|های|هایی|است)",
        replacement=lambda match: " (" if match[0] == "(" else f"{match[0]} ",
        literals=("(", ")"),
        examples=(
            ("باد(و باران تند)وزید", "باد (و باران تند) وزید"),
            ("هوا(در شمال) خنک بود", "هوا (در شمال) خنک بود"),
        ),
        near_misses=(
            "کتاب(ها)",
            "کتاب(ها و دفترها)",
            "تابع(الف)",
            "باد (خنک)",
            "(باد و باران)ها",
            "الف باد)باران)برف",
        ),
        source="«دستور خط فارسی», on punctuation",
    ),
)
