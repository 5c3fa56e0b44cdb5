"""Statements of programs and of SQL in a line, also those whose names are Persian words: known by their keywords, strings and brackets."""

from __future__ import annotations

#: a string of a program: ASCII quotes that do not stand inside a word
STRING = r"(?:\"(?:[^\"\\\n]|\\.)*+\"|(?<!\w)N?'(?:[^'\\\n]|\\.)*+'(?!\w))"
_NAME = r"[\w.\u200c*`]{1,60}"
#: a name with what stands in its brackets, once or several times over
_CALLED = r"[\w.\u200c]{1,60}(?:\([^()\n]{0,200}\)|\[[^\[\]\n]{1,200}\]){1,5}"
#: a comparison of SQL, or a name alone
_COMPARED = (
    rf"{_NAME}(?:[ \t]*(?:[=<>!]{{1,2}}|LIKE|IN|IS|BETWEEN)[ \t]*(?:{STRING}|\([^()\n]{{0,300}}\)|{_NAME}))?"
    r"(?:[ \t]+(?:ASC|DESC|AS[ \t]+[\w\u200c\"`]{1,60}|[a-z][a-z0-9]{0,20}))?"
)
_FURTHER = (
    rf"(?:[ \t]+(?:WHERE|AND|OR|NOT|ON|(?:(?:INNER|LEFT|RIGHT)[ \t]+)?JOIN|(?:ORDER|GROUP)[ \t]+BY|HAVING|LIMIT|AS)[ \t]+{_COMPARED})"
    r"{0,20}(?:[ \t]*;)?"
)
#: a value of SQL or of a tuple that is no name
_VALUE = rf"(?:{STRING}|-?[0-9][0-9.]*|NULL|None|TRUE|FALSE|True|False)"
_COMMANDS = "echo|printf|mkdir|rmdir|cd|cp|mv|rm|ls|cat|grep|sed|awk|touch|tar|zip|unzip|find|chmod|chown|head|tail|wc|scp|rsync|ffmpeg|convert"
_LEVELS = "TRACE|DEBUG|INFO|NOTICE|WARN|ERROR|FATAL|CRITICAL"
_MODIFIERS = "Ctrl|Control|Alt|Option|Shift|Cmd|Command|Win|Super|Meta|Fn"
_FIELD = r"[0-9*/,-]{1,20}[ \t]{1,4}"
_NODE = r"[A-Za-z][\w-]{0,40}(?:[\[({]{1,2}[^\n\[\](){}]{1,200}[\])}]{1,2})?"
_ADDED = rf"[ \t]?\+[ \t]?(?:{STRING}|[\w.\u200c]{{1,60}})"
#: each kind; the quantifiers are bounded, or end at what they exclude
STATEMENTS = {
    "query": r"(?<!\w)(?:SELECT[ \t](?=[^;\n]{1,500}[ \t]FROM[ \t])[^;\n]{1,500}?[ \t]FROM[ \t]+"
    rf"{_COMPARED}|DELETE[ \t]+FROM[ \t]+{_NAME}"
    rf"|MERGE[ \t]+INTO[ \t]+[^;\n،؛؟]{{1,300}}[ \t]USING[ \t][^;\n،؛؟]{{1,700}}|UPDATE[ \t]+{_NAME}[ \t]+SET[ \t]+{_COMPARED}(?:[ \t]*,[ \t]*{_COMPARED}){{0,20}}){_FURTHER}",
    "columns": r"(?<!\w)INTO[ \t]+[\w.\u200c`]{1,80}[ \t]*(?:\([^()\n]{1,500}\)[ \t]*)?VALUES[ \t]*(?=\([^()\n]{0,500}['\"])"
    r"|(?<!\w)(?:CREATE|ALTER|DROP|TRUNCATE)[ \t]+(?:UNIQUE[ \t]+)?(?:TABLE|VIEW|INDEX|DATABASE|COLUMN)\b[^;\n،؛؟]{1,1000};"
    r"|(?<!\w)(?:(?:GRANT|REVOKE)[ \t](?=[A-Z])[^;\n،؛؟]{1,300}|(?:DECLARE|EXEC|EXECUTE|SET)[ \t]+(?=[^;\n]{0,100}@)[^;\n،؛؟]{1,500}|(?:CALL|USE)[ \t]+[\w.\u200c]{1,80}(?:\([^()\n]{0,300}\))?[ \t]*(?=;));?"
    rf"|(?<!\w)(?:LIKE|DEFAULT|WHEN|THEN|ELSE)[ \t]+{STRING}",
    "tuple": r"\((?=[^()\n]{0,300}(?:'|[(,][ \t]?(?:-?[0-9.]{1,30}|NULL|None)[ \t]?[,)]))"
    rf"[ \t]?{_VALUE}(?:,[ \t]?{_VALUE}){{1,100}}[ \t]?\)[,;]?",
    "sum-of-strings": rf"(?<![\w\u200c]){STRING}(?:{_ADDED}){{1,20}};?",
    "braces": r"(?:(?<!\w)[.#][\w\u200c-]{1,60}[ \t]?)?\{[^{}\n،؛؟]{1,300};[ \t]*\}"
    r"|(?<!\w)(?:for|foreach|while|if|switch|catch)[ \t]?\([^()\n،؛؟]{1,200}\)(?=[ \t]?\{)"
    r"|(?<![\w$])\$[^\W\d][\w\u200c]{0,60}(?:->[\w\u200c]{1,60}){0,5}",
    "assigned": rf"(?m:^)[^\n=،؛؟!:.]{{1,60}}=[ \t]?(?:{STRING}|-?[0-9][0-9.]*);[ \t][^\n،؛؟]{{1,300}};(?=[ \t]*$)",
    "named": rf"(?m:^)[ \t]*\$?[\w.\u200c-]{{1,60}}[ \t]{{0,8}}=[ \t]{{0,8}}(?:{STRING}|{_CALLED})(?:{_ADDED}){{0,20}}[ \t]*+;?(?=[ \t]*+$)",
    "branch": r"(?m:^)[ \t]*(?:(?:\}[ \t]?)?(?:else[ \t])?(?:if|elif|while|for|foreach|switch|catch)[ \t]?\([^\n،؛؟]{1,200}"
    r"|(?:if|elif|while)[ \t](?:not[ \t])?(?:[\w\u200c]{1,60}|[^\n\"'=<>(\[،؛؟]{1,80}[\"'=<>(\[][^\n،؛؟]{0,150})"
    r"|for[ \t][^\n:،؛؟]{1,80}[ \t]in[ \t][^\n،؛؟]{1,120}|return[ \t][^\n،؛؟!]{1,200}"
    r"|(?:class|def)[ \t][\w\u200c]{1,60}(?:[ \t]?\([^()\n]{0,200}\)|[ \t](?:extends|implements)[ \t][^\n،؛؟]{1,100})?(?:[ \t]?->[^\n:،]{1,60})?[ \t]?"
    r"|with[ \t][^\n\"'(،؛؟]{0,80}[\"'(][^\n،؛؟]{0,150}|except[ \t][\w.\u200c]{1,60}(?:[ \t]as[ \t][\w\u200c]{1,60})?)[:{;](?=[ \t]*$)"
    r"|(?<!\w)(?:enum|struct|interface|union)[ \t][\w\u200c]{1,60}[ \t]?\{[^{}\n]{0,300}\}?;?",
    "import": r"(?m:^)[ \t]*(?:from[ \t][\w.\u200c]{1,80}[ \t]import[ \t][^\n.،؛؟!]{1,200}|import[ \t][\w.\u200c]{1,80}(?:[ \t]as[ \t][\w\u200c]{1,60})?)(?=[ \t]*$)"
    rf"|(?<!\w)import[ \t]\{{[^{{}}\n]{{1,200}}\}}[ \t]from[ \t]{STRING};?",
    "lambda": r"(?<!\w)lambda[ \t]+[\w\u200c]{1,60}(?:,[ \t]?[\w\u200c]{1,60}){0,5}[ \t]?:[ \t]?(?=[^\n،؛؟]{0,100}[-+*/%(\[.<>=\"'])[^\n،؛؟]{1,200}"
    r"|(?m:^)[ \t]*assert[ \t][^\n،؛؟]{1,80}(?:[=<>!]=|[<>(\[]|[ \t](?:in|is|not)[ \t])[^\n،؛؟]{1,200}(?=[ \t]*$)",
    "shell": rf"(?m:^)[ \t]{{0,8}}(?:sudo[ \t])?(?:{_COMMANDS})[ \t]+(?:{STRING}(?:[ \t]*(?:[>|;]|&&)[^\n]{{1,300}})?(?=[ \t]*$)"
    r"|(?=[^\n،؛؟]{0,300}(?<=[ \t])(?:(?:>{1,2}|\|{1,2}|&&)[ \t]|--?[A-Za-z]))[^\n،؛؟]{1,500})",
    "keyed": rf"(?<!\w)[A-Za-z]{{1,60}}(?:Error|Exception|Warning):[ \t]{STRING}|(?m:^)[ \t]*[a-z_][\w.-]{{0,60}}:[ \t]{STRING}(?=[ \t]*+$)",
    "log": r"(?m:^)(?:\[?[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}"
    rf"(?=[!-9;-~]{{0,20}}[ \t][ -~]{{0,80}}(?<![A-Za-z])(?:{_LEVELS}))"
    r"|[A-Z][a-z]{2}[ ]{1,2}[0-9]{1,2}[ ][0-9]{2}:[0-9]{2}:[0-9]{2}[ ][\w.-]{1,60}[ ][\w./-]{1,60}(?:\[[0-9]{1,9}\])?:[ ])[^\n]{1,2000}",
    "exception": r"(?m:^)[ \t]{0,8}(?:Exception in thread \"[^\"\n]{1,80}\"[ \t]|Caused by:[ \t])?(?:[a-z][A-Za-z0-9_]{0,40}\.){1,8}"
    r"[A-Z][A-Za-z0-9_$]{0,60}(?:Exception|Error|Warning):[ \t][^\n]{1,1000}",
    "crontab": rf"(?m:^)(?=[0-9/, \t-]{{0,40}}\*)(?:{_FIELD}){{5}}(?=[/~.A-Za-z])[^\n]{{1,1000}}",
    "graph": rf"(?m:^)[ \t]*{_NODE}[ \t]*(?:-->|==>|-\.->)(?:\|[^|\n]{{1,100}}\|)?[ \t]*{_NODE};?(?=[ \t]*$)",
    "shortcut": rf"(?<![\w+])(?:{_MODIFIERS})(?:[ ]?\+[ ]?[A-Za-z0-9]{{1,10}}){{0,3}}[ ]?\+[ ]?[,;?](?!\w)",
}
#: for each kind, what a line must hold: one piece of each group
STATEMENT_NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "query": (("SELECT", "DELETE", "UPDATE", "MERGE"),),
    "columns": (
        tuple(
            "INTO CREATE ALTER DROP TRUNCATE LIKE DEFAULT WHEN THEN ELSE GRANT REVOKE DECLARE EXEC SET CALL USE".split()
        ),
        ("(", ";", '"', "'", "@"),
    ),
    "tuple": (("(",), (",",), ("'", *"0123456789", "N")),
    "sum-of-strings": (("+",), ('"', "'")),
    "braces": (("{", "$"),),
    "assigned": (("=",), (";",)),
    "named": (("=",), ('"', "'", "(", "[")),
    "branch": (
        tuple("if while for switch catch class def with except return enum struct interface union".split()),
        (":", "{", ";"),
    ),
    "import": (("import ", "import\t"),),
    "lambda": (("lambda", "assert"),),
    "shell": (tuple(_COMMANDS.split("|")), (*" >|&-", '"', "'")),
    "keyed": ((": ", ":\t"), ('"', "'")),
    "log": ((":",), ("-", "/", ": ")),
    "exception": (("Exception:", "Error:", "Warning:"), (".",)),
    "crontab": (("*",),),
    "graph": (("-->", "==>", "-.->"),),
    "shortcut": (("+",), (*",;?",)),
}
#: no line without one of these, or a sign beside a string, holds a statement; capitals are looked for first, which costs less
STATEMENT_HINT = (
    r"[ACDEGMRSTU](?:ELECT|ELETE|ERGE|PDATE|REATE|LTER|ROP|RUNCATE|RANT|EVOKE|ECLARE|XEC|XECUTE|ET|ALL|SE)[ \t]|(?m:^)[ \t]*(?:\}[ \t]?)?(?:else[ \t])?"
    r"(?:if|elif|while|for|foreach|switch|catch|class|def|with|except|return|from|import|assert)[ \t(]"
    r"|(?m:^)\[?[0-9]{4}[-/][0-9]{2}[-/]|(?m:^)[A-Z][a-z]{2}[ ]{1,2}[0-9]|(?:Exception|Error|Warning):[ \t]|(?m:^)[0-9*/,-]{1,20}[ \t]{1,4}[0-9*/,-]{1,20}[ \t]{1,4}[0-9*/,-]|[A-Za-z0-9][ ]?\+[ ]?[,;?]|(?:--|==|\.-)>"
    rf"|lambda[ \t]|(?m:^)[ \t]*(?:sudo[ \t])?(?:{_COMMANDS})[ \t]"
)

__all__ = ["STATEMENTS", "STATEMENT_HINT", "STATEMENT_NEEDS", "STRING"]
