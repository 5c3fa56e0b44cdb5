// Prints every locale that this Node's Intl has data of its own for: node list_locales.js > locales.txt
const A = 'abcdefghijklmnopqrstuvwxyz', U = A.toUpperCase()
const scripts = 'Adlm Arab Beng Cans Cyrl Deva Guru Hans Hant Hebr Java Latn Mong Mtei Nkoo Olck Rohg Shaw Sund Telu Tfng Vaii'.split(' ')
const own = locale => {
  try {
    return [Intl.NumberFormat, Intl.DateTimeFormat].every(made => new made(locale).resolvedOptions().locale === locale)
  } catch { return false } // not every pair of codes is a name that Intl takes
}
const codes = []
for (const a of A) for (const b of A) { codes.push(a + b); for (const c of A) codes.push(a + b + c) }
const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'})
const regions = ['001', '150', '419']
for (const a of U) for (const b of U) if (names.of(a + b)) regions.push(a + b)
const found = []
for (const language of Intl.DateTimeFormat.supportedLocalesOf(codes).filter(own)) {
  for (const prefix of [language, ...scripts.map(script => `${language}-${script}`).filter(own)])
    found.push(prefix, ...regions.map(region => `${prefix}-${region}`).filter(own))
}
console.log(found.sort().join('\n'))
