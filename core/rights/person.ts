import type { FieldValues } from '#core/mapping/fields.ts'

/** What tells that a cell is about a person: ids as the files write them, and texts that nobody else has, in lower case. */
export type Traces = { readonly ids: ReadonlySet<string>; readonly texts: ReadonlySet<string> }

export const noTraces: Traces = { ids: new Set(), texts: new Set() }

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '')

/** A first name alone, or initials, would be found in many cells of others. */
const leastLength = 5

/** E-mail addresses and full names in what a record or a mapped row says of the person. */
export const tracesIn = (values: FieldValues | Readonly<Record<string, unknown>>): readonly string[] => {
  const [first, last] = [textOf(values.first_name), textOf(values.last_name)]
  const names = first !== '' && last !== '' ? [`${first} ${last}`, `${last} ${first}`, `${last}, ${first}`] : []
  const written = [values.work_email, values.personal_email].map(textOf).filter((email) => email.includes('@'))
  const display = textOf(values.display_full_name)
  const full = display.includes(' ') ? [display] : []
  return [...names, ...written, ...full].filter((text) => text.length >= leastLength)
}

export const withTraces = (
  { ids, texts }: Traces,
  found: Partial<Record<keyof Traces, readonly string[]>>,
): Traces => ({
  ids: new Set([...ids, ...(found.ids ?? [])]),
  texts: new Set([...texts, ...(found.texts ?? [])]),
})

/** Whether a cell names the person. */
export const isTrace = ({ ids, texts }: Traces, cell: string): boolean => {
  if (cell === '') return false
  if (ids.has(cell.trim())) return true
  if (texts.size === 0 || cell.length < leastLength) return false
  const lower = cell.toLowerCase()
  return texts.values().some((text) => lower.includes(text))
}
