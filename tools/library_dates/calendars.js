// Prints, for each JavaScript library and for Node's ICU, the Gregorian day of 1 Farvardin of 1206-1499.
const version = (name) => JSON.parse(require('fs').readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
const jalaali = require('jalaali-js')
const moment = require('moment-jalaali')
const fns = require('date-fns-jalali')
const PersianDate = require('persian-date')
const iso = (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
const local = (date) => iso(date.getFullYear(), date.getMonth() + 1, date.getDate())
const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC'})
const icu = (year) => {
  for (let day = 18; day < 25; day++) {
    const at = new Date(Date.UTC(year + 621, 2, day))
    const value = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
    if (value.month === '1' && value.day === '1') return at.toISOString().slice(0, 10)
  }
}
const libraries = [
  ['jalaali-js', version('jalaali-js'), (year) => { const g = jalaali.toGregorian(year, 1, 1); return iso(g.gy, g.gm, g.gd) }],
  ['moment-jalaali', version('moment-jalaali'), (year) => moment(`${year}/1/1`, 'jYYYY/jM/jD').format('YYYY-MM-DD')],
  ['date-fns-jalali', version('date-fns-jalali'), (year) => local(fns.newDate(year, 0, 1))],
  ['persian-date', version('persian-date'), (year) => local(new PersianDate([year, 1, 1]).toDate())],
  [`Node Intl (ICU ${process.versions.icu})`, process.version, icu],
]
for (const [library, release, nowruz] of libraries) {
  const days = {}
  for (let year = 1206; year < 1500; year++) {
    try { days[year] = nowruz(year) } catch (error) { days[year] = error.name }
  }
  console.log(JSON.stringify({library, version: release, nowruz: days}))
}
