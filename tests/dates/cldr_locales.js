// Prints a JSON line for each (locale, calendar, style, day): what ICU writes in every locale of locales.txt.
// Usage: node cldr_locales.js [EVERY] (only every so many-th locale)
const {readFileSync} = require('fs')
const every = Number(process.argv[2] || 1)
const locales = readFileSync(`${__dirname}/locales.txt`, 'utf8').trim().split('\n')
const days = {
  persian: ['2018-09-30', '2019-02-20', '1985-06-05'],
  gregory: ['2018-09-30', '2019-02-20'],
  // two of them in lunar years 1397 and 1379, which look like solar ones
  'islamic-umalqura': ['2018-09-30', '1977-01-11', '1960-05-05'],
  'islamic-civil': ['2018-09-30', '1977-01-11', '1960-05-05'],
  'islamic-tbla': ['1977-01-11', '1960-05-05'],
}
const numeric = {year: 'numeric', month: 'numeric', day: 'numeric'}
const shapes = {
  full: {dateStyle: 'full'}, long: {dateStyle: 'long'}, medium: {dateStyle: 'medium'}, short: {dateStyle: 'short'},
  era: {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', era: 'long'},
  eraShort: {year: 'numeric', month: 'long', day: 'numeric', era: 'short'},
  timed: {dateStyle: 'long', timeStyle: 'short'}, numericTimed: {dateStyle: 'short', timeStyle: 'short'},
  numericEra: {...numeric, era: 'long'}, numericShortEra: {...numeric, era: 'short'},
  padded: {year: 'numeric', month: '2-digit', day: '2-digit', era: 'narrow'},
  monthShort: {year: 'numeric', month: 'short', day: 'numeric', weekday: 'short'},
}
for (const [place, locale] of locales.entries()) {
  if (place % every) continue
  for (const [calendar, list] of Object.entries(days)) for (const [name, shape] of Object.entries(shapes)) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, {...shape, timeZone: 'UTC'})
    for (const day of list) console.log(JSON.stringify([locale, calendar, name, day, format.format(new Date(`${day}T12:00Z`))]))
  }
}
