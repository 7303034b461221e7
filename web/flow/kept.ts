import * as v from 'valibot'

/** What outlives a reload of the page, and ends with its tab. Frames whose browser keeps nothing for them do without. */
export const keep = (name: string, value: unknown): void => {
  try {
    sessionStorage.setItem(`rosterport.${name}`, JSON.stringify(value))
  } catch {}
}

export const kept = <Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined => {
  try {
    const result = v.safeParse(schema, JSON.parse(sessionStorage.getItem(`rosterport.${name}`) ?? 'null'))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
