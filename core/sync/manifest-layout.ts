import * as v from 'valibot'
import { ModelIdSchema, modelIds } from '#core/model/models.ts'
import { RoleSchema, roles } from '#core/records/built-record.ts'

/**
 * A manifest in bytes: the format number (4 bytes, little endian as every number here), the length of the head (4 bytes), the head as
 * JSON, rows of one length, references, ids from outside, remote ids. Every reference is a role and the index of a row, or of an id from outside behind them.
 */
export const format = 2
export const prefixBytes = 8
export const idBytes = 24
export const hashBytes = 16
const referenceBytes = 4

/** Where in a row each field lies. `referencesEnd` and `textEnd` count what all rows up to this one have. */
export const fields = {
  id: 0,
  raw: 24,
  used: 40,
  own: 56,
  embed: 72,
  changedAt: 88,
  feedAt: 96,
  referencesEnd: 104,
  textEnd: 108,
  day: 112,
  absentSince: 116,
  model: 118,
} as const
export const rowBytes = 120

/** A reference: its role above, the index of its target below. */
export const roleShift = 28
export const targetMask = 0x0fffffff

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const HeadFields = v.object({
  format: v.literal(format),
  /** Names how the rows were read and mapped: their marks mean nothing to anybody who reads or maps otherwise. */
  reading: v.nullable(v.string()),
  rows: count,
  references: count,
  outside: count,
  textBytes: count,
  models: v.array(ModelIdSchema),
  roles: v.array(RoleSchema),
  /** Why rows stay although they would be removed (`hold.ts`); rows count them from 1. */
  absentSince: v.array(v.string()),
})
export type Head = v.InferOutput<typeof HeadFields>

export const bodyBytes = ({ rows, references, outside, textBytes }: Head): number =>
  rows * rowBytes + references * referenceBytes + outside * idBytes + textBytes

/** What counts in four bytes can reach. A head that promises more is none, and no room is made for it. */
const maxBodyBytes = 2 ** 32

export const HeadSchema = v.pipe(
  HeadFields,
  v.check((head) => bodyBytes(head) <= maxBodyBytes),
)

export const emptyHead: Head = {
  format,
  reading: null,
  rows: 0,
  references: 0,
  outside: 0,
  textBytes: 0,
  models: [...modelIds],
  roles: [...roles],
  absentSince: [],
}
