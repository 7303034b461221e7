import type { Reading, ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

const truths = 'true|t|yes|y|1|1.0|x|on|wahr|ja|j|ein|vrai|v|oui|o|vero|si|s|verdadero|waar|aan|verdadeiro|sim'
const untruths = 'false|f|no|n|0|0.0|off|falsch|nein|aus|faux|non|falso|nee|onwaar|uit|nao'

// Marks are no words, so they are compared as they stand.
const marks = new Map([
  ...[...'✓✔☑✅'].map((mark): [string, boolean] => [mark, true]),
  ...[...'✗✘☐❌'].map((mark): [string, boolean] => [mark, false]),
])

const words = new Map([
  ...truths.split('|').map((word): [string, boolean] => [wordKey(word), true]),
  ...untruths.split('|').map((word): [string, boolean] => [wordKey(word), false]),
])

const unreadable: Reading = { code: 'BOOLEAN_UNREADABLE', value: null }

/** Yes and no in seven languages, 1 and 0, crosses and check marks. */
export const readBoolean: ValueReader = (text) =>
  words.get(wordKey(text)) ?? marks.get(text.replace('\uFE0F', '')) ?? unreadable
