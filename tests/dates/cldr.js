// Prints one JSON line for each (locale, calendar, style, day): the strings of ICU that test_cldr.py reads.
// Usage: node cldr.js FIRST LAST STEP (ISO days; every STEP-th day)
const [first, last, step] = [process.argv[2], process.argv[3], Number(process.argv[4])]
const locales = ['fa', 'fa-AF', 'ps', 'ckb', 'mzn', 'lrc', 'uz-Arab', 'ar', 'ur', 'en', 'tr', 'tg']
const calendars = ['persian', 'gregory', 'islamic-umalqura', 'islamic-civil']
const shapes = {
  full: {dateStyle: 'full'}, long: {dateStyle: 'long'}, medium: {dateStyle: 'medium'}, short: {dateStyle: 'short'},
  era: {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', era: 'long'},
  eraShort: {year: 'numeric', month: 'long', day: 'numeric', era: 'short'},
  timed: {dateStyle: 'long', timeStyle: 'short'}, numericTimed: {dateStyle: 'short', timeStyle: 'short'},
}
const day = 86400000
for (const locale of locales) for (const calendar of calendars) for (const [name, shape] of Object.entries(shapes)) {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, {...shape, timeZone: 'UTC'})
  for (let at = Date.parse(first); at <= Date.parse(last); at += step * day)
    console.log(JSON.stringify([locale, calendar, name, new Date(at).toISOString().slice(0, 10), format.format(new Date(at + day / 2))]))
}
