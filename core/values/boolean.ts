import type { Reading, ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

const truths = 'true|t|yes|y|1|x|on|wahr|ja|j|vrai|oui|o|vero|si|s|verdadero|waar|verdadeiro|sim'
const untruths = 'false|f|no|n|0|off|falsch|nein|faux|non|falso|nee|onwaar|nao'

const words = new Map([
  ...truths.split('|').map((word): [string, boolean] => [word, true]),
  ...untruths.split('|').map((word): [string, boolean] => [word, false]),
])

const unreadable: Reading = { code: 'BOOLEAN_UNREADABLE', value: null }

/** Yes and no in seven languages, 1 and 0, a cross. */
export const readBoolean: ValueReader = (text) => words.get(wordKey(text)) ?? unreadable
