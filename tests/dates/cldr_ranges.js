// Prints a JSON line for each (style, first day, last day) of a locale: the ranges of ICU that test_cldr.py reads.
// Usage: node cldr_ranges.js LOCALE
const locale = process.argv[2]
const styles = ['full', 'long', 'medium', 'short']
const starts = ['2018-09-30', '2018-03-10', '1985-01-01', '2024-02-19']
const lengths = [1, 4, 36]
const day = 86400000
const iso = (at) => new Date(at).toISOString().slice(0, 10)
for (const dateStyle of styles) for (const start of starts) for (const length of lengths) {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-persian`, {dateStyle, timeZone: 'UTC'})
  const [first, last] = [Date.parse(start), Date.parse(start) + length * day]
  console.log(JSON.stringify([dateStyle, iso(first), iso(last), format.formatRange(new Date(first), new Date(last))]))
}
