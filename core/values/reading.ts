import type { IssueCode } from '#core/issues/codes.ts'
import type { FieldValue } from '#core/mapping/fields.ts'

/** A cell that is not what its field wants: what to report, and what becomes of the field. */
export type Flaw = { readonly code: IssueCode; readonly value: FieldValue }

/** `undefined`: the cell says "nothing", so the next source is asked; null empties the field for good. */
export type Reading = FieldValue | Flaw | undefined

/** Reads the text of a cell, which is trimmed and not empty. */
export type ValueReader = (text: string) => Reading

export const isFlaw = (reading: Reading): reading is Flaw => typeof reading === 'object' && reading !== null
