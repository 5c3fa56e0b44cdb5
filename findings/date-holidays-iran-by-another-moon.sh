#!/usr/bin/env bash
# what:    date-holidays 3.37.0 (npm) and holidays 0.109 (PyPI), the religious holidays of Iran
# expect:  the days on which Iran had them: Eid al-Adha of 2024 on 17 June (28 Khordad 1403), Eid al-Fitr of 2025 on 31 March (11 Farvardin 1404)
# happens: date-holidays counts the lunar months of Saudi Arabia (Umm al-Qura) for every country, so these two are a day early; the
#          Python package has the days as they were
# matters: a Solar Hijri date that is held against such a table looks wrong; lunar days need the calendar of the country
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q holidays==0.109 2>/dev/null
cd "$folder"; npm install --silent date-holidays@3.37.0 >/dev/null
seen=$(node -e '
const Holidays = require("date-holidays"), days = new Holidays("IR", { languages: ["en"] })
for (const [year, name] of [[2024, "قربان"], [2025, "فطر"]]) console.log("npm", days.getHolidays(year).filter(day => new Holidays("IR").getHolidays(year).find(one => one.date === day.date).name.normalize("NFKC").includes(name)).map(day => day.date.slice(0, 10)).slice(0, 1).join())'
venv/bin/python -c '
import holidays
for year, name in ((2024, "Eid al-Adha"), (2025, "Eid al-Fitr")):
    print("PyPI", min(day for day, told in holidays.Iran(years=year).items() if told.startswith(name)))')
npm ls --depth 0 | tail -n +2; venv/bin/pip list 2>/dev/null | grep -i '^holidays'
echo "$seen"
[ "$seen" = "npm 2024-06-16
npm 2025-03-30
PyPI 2024-06-17
PyPI 2025-03-31" ]
