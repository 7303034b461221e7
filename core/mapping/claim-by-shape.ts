import { isEmail } from '#core/values/email.ts'
import { looksLikeIban } from '#core/values/iban.ts'
import type { Candidate } from './header-lookup.ts'
import { isAboutOthers } from './header-words.ts'
import { type SampleColumn, share } from './sample-column.ts'

const mostly = 0.9
/** Of a column that nothing but its values speaks for. */
const byShapeConfidence = 0.6

const shapes: readonly (readonly [field: string, test: (value: string) => boolean])[] = [
  ['work_email', isEmail],
  ['bank_account.iban', looksLikeIban],
]

type Named = { readonly column: SampleColumn; readonly candidates: readonly Candidate[] }

/** Columns whose name says nothing are told by what they hold, where that can be but one thing. */
export const withShapes = (named: readonly Named[]): readonly Named[] => {
  const claimed = new Set(named.flatMap(({ candidates }) => candidates.map(({ field }) => field)))
  return named.map(({ column, candidates }) => {
    const { values, distinct } = column
    const isTelling =
      candidates.length === 0 && !isAboutOthers(column.name) && values.length > 0 && distinct.size === values.length
    const found = isTelling
      ? shapes.find(([field, test]) => !claimed.has(field) && share(values, test) >= mostly)
      : undefined
    return found ? { column, candidates: [{ field: found[0], confidence: byShapeConfidence }] } : { column, candidates }
  })
}
