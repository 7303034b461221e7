import { isJsonObject, type Json, type JsonObject } from '#core/records/built-record.ts'
import { wordKey } from '#core/values/word-key.ts'

/** What tells people apart, whatever their id: as it is compared. */
export type PersonTraits = {
  readonly emails: readonly string[]
  /** The words of the name, in an order that does not depend on that of first and last name. */
  readonly names: readonly string[]
  /** `yyyy-MM-dd` */
  readonly birthDate: string | null
}

const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '')

const filled = (texts: readonly string[]): readonly string[] => [...new Set(texts.filter((text) => text !== ''))]

/** What an employee's body tells of the person. */
export const personTraits = (body: JsonObject): PersonTraits => {
  const names = [textIn(body.first_name), textIn(body.last_name)]
  const name = names.some((each) => each !== '') ? names.join(' ') : textIn(body.display_full_name)
  return {
    emails: filled([textIn(body.work_email).toLowerCase(), textIn(body.personal_email).toLowerCase()]),
    names: filled(wordKey(name).split(' ')).toSorted(),
    birthDate: textIn(body.date_of_birth).slice(0, 'yyyy-MM-dd'.length) || null,
  }
}

/** The traits of a body that is kept as JSON. */
export const traitsInText = (text: string): PersonTraits => {
  const body: Json = JSON.parse(text)
  return personTraits(isJsonObject(body) ? body : {})
}

const mailbox = (email: string): string => email.slice(0, email.lastIndexOf('@'))

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each))

/**
 * Whether two records are hardly of one person: everything that both of them tell differs, and that is more than one thing. A name that
 * changed in part, or a mailbox that moved to another domain, is still of the same person.
 */
export const isSomebodyElse = (before: PersonTraits, after: PersonTraits): boolean => {
  const told: boolean[] = []
  if (before.names.length > 0 && after.names.length > 0) told.push(share(before.names, after.names))
  if (before.birthDate && after.birthDate) told.push(before.birthDate === after.birthDate)
  if (before.emails.length > 0 && after.emails.length > 0)
    told.push(share(before.emails.map(mailbox), after.emails.map(mailbox)))
  return told.length > 1 && !told.includes(true)
}
