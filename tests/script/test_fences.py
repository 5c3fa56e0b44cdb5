"""Listings of markup languages, diffs and introduced stay; what is never closed is prose."""

from __future__ import annotations

import pytest

from support.growth import assert_linear
from textnorm import EDITORIAL, STANDARD, Options, normalise
from textnorm.script.fences import diffs, introduced, listings, mappings

PROFILES = pytest.mark.parametrize("options", [STANDARD, EDITORIAL], ids=["STANDARD", "EDITORIAL"])
CODE = "مي رود , كتاب  ها"


@PROFILES
@pytest.mark.parametrize(
    "block",
    [
        f"[code]\n{CODE}\n[/code]",
        f"[CODE=php]{CODE}[/CODE]",
        f"{{code:sql}}\n{CODE}\n{{code}}",
        f"{{noformat}}\n{CODE}\n{{noformat}}",
        f"{{% highlight python %}}\n{CODE}\n{{% endhighlight %}}",
        f"#+BEGIN_SRC sh\n{CODE}\n#+END_SRC",
        f":PROPERTIES:\n:ID: {CODE}\n:END:",
        f"BEGIN:VCARD\nN:علي;كتاب;;;\nNOTE:{CODE}\nEND:VCARD",
        f"[source,sql]\n----\n{CODE}\n----",
        f".. code-block:: python\n   :linenos:\n\n   {CODE}\n\n     {CODE}",
        f"چنین است::\n\n    {CODE}\n    {CODE}",
        f"<syntaxhighlight lang=sql>\n{CODE}\n</syntaxhighlight>",
        f"diff --git a/علي.md b/علي.md\nindex 1..2 100644\n--- a/علي.md\n+++ b/علي.md\n@@ -1,3 +1,2 @@ كتاب\n-{CODE}\n+{CODE}\n {CODE}\n\\ No newline at end of file\n-{CODE}",
    ],
)
def test_listings_stay(options: Options, block: str) -> None:
    text = f"باد آمد.\n\n{block}\n\nباران آمد."
    assert normalise(text, options) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[code] مي روم", "[code] می\u200cروم"),
        ("#+BEGIN_SRC\nمي روم", "#+BEGIN_SRC\nمی\u200cروم"),
        ("چنین است::\n\nمي روم", "چنین است::\n\nمی\u200cروم"),
        ("[source]\nمي روم\n----", "[source]\nمی\u200cروم\n----"),
        ("----\nمي روم\n----", "----\nمی\u200cروم\n----"),
        ("@@ -1 +1 @@\nمي روم", "@@ -1 +1 @@\nمی\u200cروم"),
        ("@@ -1 +1 @@\n-a\n+b\nمي روم", "@@ -1 +1 @@\n-a\n+b\nمی\u200cروم"),
    ],
)
def test_prose_beside_them_is_mended(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.thorough
@pytest.mark.parametrize("find", [listings, introduced, diffs, mappings])
@pytest.mark.parametrize(
    "unit",
    [
        "[code]",
        "{code}",
        "#+begin_src\n",
        "a::\n",
        " \n",
        "a::\n\n a\n",
        "@@ -9 +9 @@\n",
        "--- a\n",
        "[source]\n----\n",
        "a: >\n",
        "- a: b\n",
        "- a:\n  a:\n",
    ],
)
def test_linear(find, unit: str) -> None:
    assert_linear(lambda text: list(find(text)), unit * 300, unit * 3_000, 10)
