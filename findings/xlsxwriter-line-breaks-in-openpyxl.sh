#!/usr/bin/env bash
# what:    XlsxWriter 3.3.1 writes, openpyxl 3.1.5 reads (PyPI)
# expect:  a cell with a line break of Windows or a vertical tab is read as it was written
# happens: the writer escapes control characters as the file format says (_x000D_, _x000B_), and the reader gives the escapes
#          as text: «باران_x000D_» and a line feed; the escape of an escape is undone, so «_x200C_» in a cell survives
# matters: that is where the _x000D_ of scraped tables comes from; textnorm takes it for the line break that it is
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q xlsxwriter==3.3.1 openpyxl==3.1.5 2>/dev/null
seen=$(cd "$folder" && venv/bin/python -c '
import openpyxl, xlsxwriter
book = xlsxwriter.Workbook("cells.xlsx")
sheet = book.add_worksheet()
for row, text in enumerate(("باران\r\nباد", "باران\vباد", "_x200C_")):
    sheet.write_string(row, 0, text)
book.close()
print([cell.value for cell in openpyxl.load_workbook("cells.xlsx").active["A"]])')
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "xlsxwriter|openpyxl"
echo "$seen"
[ "$seen" = "['باران_x000D_\\nباد', 'باران_x000B_باد', '_x200C_']" ]
