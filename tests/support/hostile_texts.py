"""Texts that would like to be more than text."""

from __future__ import annotations

SCRIPT = "<script>document.title='hacked'</script> كتاب <img src=x onerror=\"document.title='hacked'\"> &lt;b&gt; </style></p>"
OVERRIDE = "نام\u202egnp.exe\u202c ي \u2066\u2067 abc \u2069 كار"
CONTROLS = "ي\x00\x1b[31m\u2028\u2029\ufeff\ue000\ud800 كار"
ENDLESS = "كتاب " * 200_000
LINES = [SCRIPT, OVERRIDE, CONTROLS, ENDLESS]
