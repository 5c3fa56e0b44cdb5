#!/usr/bin/env bash
# what:    ECharts 6 and plotly.js-locales 3.7.0 (npm), their Persian languages
# expect:  Persian names of the Gregorian months (ژانویه, فوریه, …), since both libraries count Gregorian months and days
# happens: both give the names of the Solar Hijri months to Gregorian ones, and not the same: January is «بهمن» in ECharts and «فروردين»
#          (with the Arabic yeh) in Plotly; the number of the day stays Gregorian, so 20 March 2024 (1 Farvardin 1403 of the next day)
#          is «20 فروردین» in one chart and «20 خرداد» in the other
# matters: dates scraped from such charts look like Solar Hijri ones and are months off; their year, 2024, tells them
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent echarts@6.0.0 plotly.js-locales@3.7.0 >/dev/null
cat > a.mjs <<'J'
import echarts from "echarts/lib/i18n/langFA.js"
import plotly from "plotly.js-locales/fa.js"
const march = 2
console.log("ECharts", echarts.time.month[march], "Plotly", plotly.format.months[march])
console.log("Unicode", new Intl.DateTimeFormat("fa-u-ca-gregory", { dateStyle: "long", timeZone: "UTC" }).format(new Date("2024-03-20")))
J
seen=$(node a.mjs 2>/dev/null)
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "ECharts فروردین Plotly خرداد
Unicode ۲۰ مارس ۲۰۲۴" ]
