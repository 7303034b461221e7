import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord, Mention } from '#core/records/built-record.ts'

type Mentioning = { readonly record: Pick<BuiltRecord, 'mentions'> }
type IdOf = (mention: Pick<Mention, 'model' | 'key'>) => string

/** Looks for people of whom nothing may be stored, by the hashes of their record ids; undefined where there are none. */
export const suppressing = (hashes: ReadonlySet<string> | undefined, idOf: IdOf, hash: ContentHash) => {
  if (!hashes || hashes.size === 0) return undefined
  const isSuppressed = (mention: Pick<Mention, 'model' | 'key'>): boolean => hashes.has(hash(idOf(mention)))
  const mentioned = ({ record }: Mentioning, role: Mention['role']): readonly string[] =>
    record.mentions.filter((mention) => mention.role === role && isSuppressed(mention)).map(idOf)
  return {
    /** Whether an employee with this key is one of them. */
    isPerson: (key: string): boolean => isSuppressed({ model: 'hris_employees', key }),
    /** Whether a record belongs to one of them. */
    isTheirs: (built: Mentioning): boolean => mentioned(built, 'employee').length > 0,
    /** The ids of those whom a record names as manager. */
    managers: (built: Mentioning): readonly string[] => mentioned(built, 'manager'),
  }
}
