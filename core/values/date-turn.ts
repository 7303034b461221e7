/** Whether the day stands before the month, or behind it. */
export type Turn = 'dayFirst' | 'monthFirst'

const numbers = /^(?:(\d{1,2})[-./ ](\d{1,2})[-./ ](?:\d{4}|\d{2})|(\d{2})(\d{2})(?:\d{4}|\d{2}))(?!\d)/

/** In which order a date of numbers with the year at its end may be read; `undefined` for any other text. */
export const turnOf = (text: string): Turn | 'either' | undefined => {
  const found = numbers.exec(text)
  if (!found) return undefined
  const first = Number(found[1] ?? found[3])
  const second = Number(found[2] ?? found[4])
  if (first < 1 || second < 1 || Math.min(first, second) > 12 || Math.max(first, second) > 31) return undefined
  if (first > 12) return 'dayFirst'
  return second > 12 ? 'monthFirst' : 'either'
}

/** The order that a format asks for, where its dates could be read in the other one as well. */
export const turnOfFormat = (format: string | undefined): Turn | undefined => {
  if (format === undefined || /^y|^serial$/.test(format)) return undefined
  return format.startsWith('d') ? 'dayFirst' : 'monthFirst'
}
