#!/usr/bin/env bash
# what:    Faker 40.63.0 (PyPI), its locale fa_IR, used for test data
# expect:  names in the letters of Persian, one spelling for each name
# happens: 57 of 157 first names and 414 of 1,101 companies have the Arabic yeh or kaf, some beside a Persian one in the same name; 44 of the
#          first names stand there in both spellings, «مریم» as U+06CC and as U+064A
# matters: tests that compare, sort or look up such names pass or fail by chance; put normalise() around what it makes
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q Faker==40.63.0 2>/dev/null
cat > "$folder/a.py" <<'P'
from faker.providers.company.fa_IR import Provider as Companies
from faker.providers.person.fa_IR import Provider as Names

PERSIAN = str.maketrans("يك", "یک")
for what, names in (("first names", Names.first_names), ("companies", Companies.company_names)):
    names = set(names)
    arabic = {name for name in names if name.translate(PERSIAN) != name}
    mixed = {name for name in arabic if set(name) & set("یک")}
    print(what, len(names), len(arabic), len(mixed), len({name.translate(PERSIAN) for name in arabic} & names))
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^faker'
echo "$seen"
[ "$seen" = "first names 157 57 7 44
companies 1101 414 24 7" ]
