/** What a row of totals begins with in exports; compared without case. */
const words = [
  '(?:(?:grand|sub|sous|end|eind)[- ]?)?(?:totals?|totale[ns]?|totali|totaux|totais|totaal|totalen)',
  'sums?|summen?|somme|somma|sumas?|somas?|som',
  '(?:gesamt|zwischen|end)(?:summe|zahl|anzahl|betrag)?|insgesamt|anzahl',
  'count|(?:number|nombre|numero|número) (?:of|de|di)|aantal|quantidade|recuento|contagem|cantidad',
]
const word = `(?:${words.join('|')})(?: (?:g[eé]n[eé]ral|generale|geral))?`
const amount = String.raw`[-+(]?\s*(?:[A-Z]{3}|[$€£¥])?\s*\d(?:[\d.,'’\s]*\d)?\s*(?:%|[$€£¥]|[A-Z]{1,3})?\)?`

const number = new RegExp(`^${amount}$`)
const day = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:\D.*)?$/
/** `Total`, `Summe:`, `Total general`, `Anzahl: 12`. */
const label = new RegExp(`^[*#=\\s-]*${word}\\s*[:=.]*\\s*(?:\\(?${amount}\\)?)?[*#=\\s-]*$`, 'i')
/** `Total Sales`, `Anzahl Mitarbeiter: 12`, `Vertrieb gesamt`. */
const phrase = new RegExp(`^${word}[\\s:].*$|^.*\\s${word}\\s*:?$`, 'i')
/** In the place of an id only what certainly is none. */
const instead = new RegExp(`^[*#=\\s-]*${word}\\s*(?:[:=]\\s*${amount})?\\s*:?[*#=\\s-]*$`, 'i')

const isNumber = (cell: string): boolean => number.test(cell) && !day.test(cell)
const holdsDigit = (cells: readonly string[]): boolean => cells.some((cell) => /\d/.test(cell))

/** Labels are short; whatever is longer costs no time. */
const longest = 60

/** Whether a cell in the place of an id may be in a row of totals. */
export const mayStandInTotals = (id: string): boolean => {
  const first = id.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return false
  const cell = id.trim()
  return cell === '' || (cell.length <= longest && instead.test(cell))
}

/**
 * The label of a row that holds totals and is nobody's; `undefined` for any other. `ids` are the cells that identify a row. Only what
 * cannot be a person is taken for totals: nothing identifies it, and beside labels it holds nothing but numbers.
 */
export const totalsLabel = (cells: readonly string[], ids: readonly number[]): string | undefined => {
  if (!ids.every((index) => mayStandInTotals(cells[index] ?? ''))) return undefined
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const texts = filled.filter((cell) => !isNumber(cell))
  const [first] = texts
  if (first === undefined || texts.some((text) => text.length > longest)) return undefined
  const isInPlace = ids.some((index) => (cells[index] ?? '').trim() !== '')
  if (isInPlace && !holdsDigit(filled)) return undefined
  if (texts.every((text) => label.test(text))) return first
  const isPhrase = !isInPlace && texts.length === 1 && filled[0] === first && holdsDigit(filled) && phrase.test(first)
  return isPhrase ? first : undefined
}

/**
 * Whether a row holds amounts and nothing else, in fewer columns than a record fills: no id, and at least one more of `columns` empty.
 * Below all others it holds sums without a label.
 */
export const isUnlabelledTotals = (cells: readonly string[], ids: readonly number[], columns: number): boolean => {
  if (!ids.every((index) => (cells[index] ?? '').trim() === '')) return false
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 0 && filled.length + ids.length < columns && filled.every(isNumber)
}

/** Rows without those at their end that hold sums, as far as that shows before anybody knows what identifies a row. */
export const withoutLastTotals = <Row extends { readonly cells: readonly string[] }>(
  rows: readonly Row[],
): readonly Row[] => {
  const [before, last] = rows.slice(-2)
  if (!before || !last) return rows
  const filled = (row: Row): number => row.cells.filter((cell) => cell.trim() !== '').length
  const isSum = isUnlabelledTotals(last.cells, [0], last.cells.length) && 2 * filled(last) <= filled(before)
  return isSum ? rows.slice(0, -1) : rows
}

/** Words, or signs that nobody is called by. */
const sentence = /\p{L}\S*\s+\S|^[*#=<>_-]{3}/u

/** Whether a cell holds words rather than an id. */
export const isSentence = (cell: string): boolean => sentence.test(cell.trim())

/** Whether a row is one line of text where records have several cells: below all others it says that the export ends, or when it was made. */
export const isClosingText = (cells: readonly string[], columns: number): boolean => {
  // Nearly all rows end here, and there are many.
  if (columns <= 2 || (cells[1] ?? '').trim() !== '') return false
  const [first = '', ...others] = cells
  return isSentence(first) && others.every((cell) => cell.trim() === '')
}
