const languages = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pt'] as const

/** Lower case, without accents and the point of an abbreviation. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()

/** What `Intl` does not say, and people write. */
const others: readonly (readonly [word: string, month: number])[] = [
  ['janner', 1],
  ['feber', 2],
  ['mrz', 3],
  ['maerz', 3],
  ['sept', 9],
]

const spelledMonths = (): ReadonlyMap<string, number> => {
  const months = new Map(others)
  for (const language of languages)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1)
        months.set(plain(format.format(Date.UTC(2000, month - 1, 15))), month)
    }
  return months
}

let known: ReadonlyMap<string, number> | undefined

/** The number of a month by its name, short or long, in seven languages. */
const monthOf = (word: string): number => {
  known ??= spelledMonths()
  return known.get(plain(word)) ?? 0
}

const weekday = String.raw`(?:\p{L}{2,12}\.?, ?|(?:mon|tue|wed|thu|fri|sat|sun) )?`
const month = String.raw`(?<month>\p{L}{3,10})`
const of = '(?:(?:de|del|of) )?'
const gap = '[ ./-]{0,2}'
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|[.º°])?`

/** `31-Dec-2020`, `31. Dezember 20`, `Thursday, December 31st, 2020`, `2020-Dec-31`, `31DEC2020`. */
const shapes: readonly RegExp[] = [
  `${day}${gap}${of}${month}\\.?,?${gap}${of}(?<year>\\d{4}|\\d{2})`,
  `${month}\\.?${gap}${day},?${gap}(?<year>\\d{4})`,
  `(?<year>\\d{4})${gap}${month}\\.?${gap}${day}`,
].map((shape) => new RegExp(`^${weekday}${shape}(?!\\d)`, 'iu'))

const longest = 60

/** A day whose month is spelled out, with the text that holds no part of it; `year` as it is written. */
export const spelledDay = (text: string) => {
  if (text.length > longest || !/\p{L}{3}/u.test(text)) return undefined
  for (const shape of shapes) {
    const found = shape.exec(text)
    const { year = '', month: word = '', day: number = '' } = found?.groups ?? {}
    const written = found ? monthOf(word) : 0
    if (found && written > 0) return { year, month: written, day: Number(number), end: found[0].length }
  }
  return undefined
}
