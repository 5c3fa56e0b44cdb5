// Prints a JSON line for each (calendar, style, day) of a locale: the strings of ICU that test_cldr.py reads.
// Usage: node cldr.js LOCALE FIRST LAST STEP (ISO days). Every style takes every STEP-th day, and each starts a day
// later than the one before: with a step of 8 each day stands in one of the eight styles. The calendars that are
// to be refused take a fifth as many days.
const [locale, first, last] = process.argv.slice(2)
const step = Number(process.argv[5])
const calendars = ['persian', 'gregory', 'islamic-umalqura', 'islamic-civil']
const shapes = {
  full: {dateStyle: 'full'}, long: {dateStyle: 'long'}, medium: {dateStyle: 'medium'}, short: {dateStyle: 'short'},
  era: {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', era: 'long'},
  eraShort: {year: 'numeric', month: 'long', day: 'numeric', era: 'short'},
  timed: {dateStyle: 'long', timeStyle: 'short'}, numericTimed: {dateStyle: 'short', timeStyle: 'short'},
}
const day = 86400000
for (const calendar of calendars) for (const [place, [name, shape]] of Object.entries(shapes).entries()) {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, {...shape, timeZone: 'UTC'})
  const stride = (calendar === 'persian' ? step : 5 * step) * day
  for (let at = Date.parse(first) + (place % step) * day; at <= Date.parse(last); at += stride)
    console.log(JSON.stringify([calendar, name, new Date(at).toISOString().slice(0, 10), format.format(new Date(at + day / 2))]))
}
