/** What tells that a cell is about a person: ids and personnel numbers as the files write them, and texts that nobody else has, in lower case. */
export type Traces = {
  readonly ids: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
}

export const noTraces: Traces = { ids: new Set(), numbers: new Set(), texts: new Set() }

export type Found = Partial<Readonly<Record<keyof Traces, readonly string[]>>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '')

/** A first name alone, or initials, would be found in many cells of others. */
const leastLength = 5

const textsIn = (values: Readonly<Record<string, unknown>>): readonly string[] => {
  const [first, last] = [textOf(values.first_name), textOf(values.last_name)]
  const names = first !== '' && last !== '' ? [`${first} ${last}`, `${last} ${first}`, `${last}, ${first}`] : []
  const written = [values.work_email, values.personal_email].map(textOf).filter((email) => email.includes('@'))
  const display = textOf(values.display_full_name)
  const full = display.includes(' ') ? [display] : []
  return [...names, ...written, ...full].filter((text) => text.length >= leastLength)
}

/** E-mail addresses, full names and the number in what a record or a mapped row says of the person. */
export const tracesIn = (values: Readonly<Record<string, unknown>>): Found => {
  const { employee_number: number } = values
  return { texts: textsIn(values), numbers: typeof number === 'string' && number !== '' ? [number] : [] }
}

export const withTraces = ({ ids, numbers, texts }: Traces, found: Found): Traces => ({
  ids: new Set([...ids, ...(found.ids ?? [])]),
  numbers: new Set([...numbers, ...(found.numbers ?? [])]),
  texts: new Set([...texts, ...(found.texts ?? [])]),
})

/** Whether a cell holds an address or the name of the person, or nothing but their number: so managers may be named. */
export const isNumberOrText = ({ numbers, texts }: Omit<Traces, 'ids'>, cell: string): boolean => {
  if (numbers.has(cell.trim())) return true
  if (texts.size === 0 || cell.length < leastLength) return false
  const lower = cell.toLowerCase()
  return texts.values().some((text) => lower.includes(text))
}

/** Whether a cell names the person. */
export const isTrace = (traces: Traces, cell: string): boolean =>
  cell !== '' && (traces.ids.has(cell.trim()) || isNumberOrText(traces, cell))
