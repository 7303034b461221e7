import type { Reading, ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

/** Unified value to the words that mean it, in any language, divided by `|`. */
export type Words = Readonly<Record<string, string>>

const maxRemembered = 1_000

/** Words of a file repeat, so what one means is worked out once. */
export const remembering = (read: (text: string) => Reading): ValueReader => {
  const known = new Map<string, Reading>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const reading = read(text)
    if (known.size < maxRemembered) known.set(text, reading)
    return reading
  }
}

/** How languages name both sexes, behind the word for one: `Praktikant/in`, `Volontär (m/w/d)`, `marié(e)`. */
const endings = / (?:in|innen|e|a|r|m w d|w m d|m f d|f m d|m w|m f|h f)$/

/** Reads words as unified values. An unknown word stays as it is where the enum is open, else the field is emptied; both are reported. */
export const enumReader = (values: readonly string[], open: boolean, words: Words): ValueReader => {
  const byKey = new Map(values.map((value) => [wordKey(value), value]))
  for (const [value, synonyms] of Object.entries(words))
    for (const word of synonyms.split('|')) byKey.set(wordKey(word), value)
  const meaning = (key: string): string | undefined => byKey.get(key) ?? byKey.get(key.replace(endings, ''))
  return remembering((text) => meaning(wordKey(text)) ?? { code: 'VALUE_UNKNOWN', value: open ? text : null })
}
