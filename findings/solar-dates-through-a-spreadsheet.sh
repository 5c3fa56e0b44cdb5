#!/usr/bin/env bash
# what:    LibreOffice Calc 7.4.7 (Debian's libreoffice-calc 4:7.4.7), a CSV file with Solar Hijri dates to .xlsx; openpyxl 3.1.5 and
#          python-calamine 0.9.1 (PyPI), which read it
# expect:  the text of the cell, or at least the same three numbers: 1402-01-15
# happens: Calc takes 1402-01-15 for a day of the year 1402, in the Julian calendar, and writes a negative serial number; openpyxl makes the
#          24th of January of it (Gregorian, before its time), python-calamine a time, 00:00; 1402/01/15 stays text
# matters: the day is nine off and looks like any other; import such columns as text, or convert them first (textnorm --column)
set -euo pipefail
command -v soffice >/dev/null || { echo "needs Debian's package libreoffice-calc"; exit 1; }
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q openpyxl==3.1.5 python-calamine==0.9.1 2>/dev/null
cd "$folder"; printf '1402-01-15\n1402/01/15\n2023-04-04\n' > a.csv
soffice "-env:UserInstallation=file://$folder/profile" --headless --infilter=CSV:44,34,76,1,,1033,false,true --convert-to xlsx a.csv >/dev/null 2>&1
cat > a.py <<'P'
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

for one, other in zip(load_workbook("a.xlsx").active.iter_rows(values_only=True), CalamineWorkbook.from_path("a.xlsx").get_sheet_by_index(0).to_python()):
    print(one[0], "|", other[0])
P
seen=$(unzip -p a.xlsx xl/worksheets/sheet1.xml | grep -o '<v>[^<]*</v>' | tr -d '\n'; echo; venv/bin/python a.py)
soffice --version; venv/bin/pip list 2>/dev/null | grep -iE 'openpyxl|calamine'
echo "$seen"
[ "$seen" = "<v>-181866</v><v>0</v><v>45020</v>
1402-01-24 00:00:00 | 00:00:00
1402/01/15 | 1402/01/15
2023-04-04 00:00:00 | 2023-04-04" ]
