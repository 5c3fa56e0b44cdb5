// Prints what each JavaScript library and Node's ICU write for 8 Mehr 1397, 18:05:09: a JSON object a string.
const version = (name) => JSON.parse(require('fs').readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
const print = (library, release, call, text) => console.log(JSON.stringify({library, version: release, call, text}))
const at = new Date(Date.UTC(2018, 8, 30, 18, 5, 9))

const moment = require('moment-jalaali')
const forms = ['jYYYY/jM/jD', 'jD jMMMM jYYYY', 'jMMMM jD, jYYYY', 'jD jMMM jYYYY', 'dddd jDo jMMMM jYYYY', 'jYY/jM/jD', 'LL', 'LLLL', 'L']
for (const [dialect, options] of [['en', null], ['persian', {usePersianDigits: true, dialect: 'persian'}], ['persian-modern', {dialect: 'persian-modern'}]]) {
  if (options) moment.loadPersian(options)
  for (const form of forms) print('moment-jalaali', version('moment-jalaali'), `${form} (${dialect})`, moment(at).format(form))
}

const fns = require('date-fns-jalali')
const locales = require('date-fns-jalali/locale')
for (const name of ['faIR', 'enUS'])
  for (const form of ['PPPP', 'PPP', 'PP', 'P', 'PPPPpp', 'EEEEE d MMMM yyyy', 'd MMM yyyy', 'MMM d, yyyy', 'yy/MM/dd', 'd MMMM yyyy G'])
    print('date-fns-jalali', version('date-fns-jalali'), `${form} (${name})`, fns.format(at, form, {locale: locales[name]}))

const PersianDate = require('persian-date')
for (const locale of ['fa', 'en']) {
  PersianDate.toLocale(locale)
  const day = new PersianDate(at)
  print('persian-date', version('persian-date'), `default (${locale})`, day.format())
  for (const form of ['LLLL', 'LLL', 'LL', 'L', 'l', 'll', 'lll', 'llll', 'ddd DD MMM YY', 'YY/M/D'])
    print('persian-date', version('persian-date'), `${form} (${locale})`, day.format(form))
}

const numeric = {year: 'numeric', month: 'numeric', day: 'numeric'}
const shapes = {full: {dateStyle: 'full'}, long: {dateStyle: 'long'}, medium: {dateStyle: 'medium'}, short: {dateStyle: 'short'}, 'numbers and era': {...numeric, era: 'short'}}
for (const locale of ['fa', 'fa-AF', 'ps', 'ckb', 'uz-Arab', 'en', 'ar', 'de', 'fr', 'es', 'tr', 'tg'])
  for (const [name, shape] of Object.entries(shapes))
    print('Node Intl', process.version, `${name} (${locale})`, new Intl.DateTimeFormat(`${locale}-u-ca-persian`, {...shape, timeZone: 'UTC'}).format(at))
