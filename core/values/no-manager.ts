import { saysNothing } from './nothing.ts'

// Per language: English, German, French, Italian, Spanish, Dutch, Portuguese.
const words: ReadonlySet<string> = new Set(
  'root|none|na|nobody|no manager|keine|keiner|aucun|aucune|nessuno|nessuna|ninguno|ninguna|geen|nenhum|nenhuma'.split(
    '|',
  ),
)
const longest = 10

/** Whether a cell says that a person has no manager, as systems do for the top of an organisation. */
export const saysNoManager = (text: string): boolean =>
  (text.length <= longest && words.has(text.toLowerCase())) || saysNothing(text)
