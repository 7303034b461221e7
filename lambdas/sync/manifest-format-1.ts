import * as v from 'valibot'
import { ModelIdSchema } from '#core/model/models.ts'
import { RoleSchema } from '#core/records/built-record.ts'
import type { ManifestRow } from '#core/sync/manifest.ts'

// Manifests were JSON lines before they were binary. A deployment of that time still has some.

const HeadSchema = v.object({ format: v.literal(1), rows: v.number() })

const hashDigits = 32
const HashSchema = v.pipe(
  v.string(),
  v.transform((digits) => digits.slice(0, hashDigits)),
)
const RowSchema = v.object({
  id: v.string(),
  model: ModelIdSchema,
  remoteId: v.string(),
  own: HashSchema,
  embed: HashSchema,
  references: v.array(v.object({ role: RoleSchema, id: v.string() })),
  day: v.nullable(v.string()),
  changedAt: v.number(),
  feedAt: v.number(),
  absentSince: v.nullable(v.string()),
})

/** The rows of a manifest of the first format; undefined when it is damaged. */
export const parseFormat1 = (text: string): readonly ManifestRow[] | undefined => {
  const [first, ...lines] = text.trimEnd().split('\n')
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), HeadSchema), first)
  const rows = v.safeParse(v.array(v.pipe(v.string(), v.parseJson(), RowSchema)), lines)
  if (!head.success || !rows.success || rows.output.length !== head.output.rows) return undefined
  return rows.output.map((row) => ({ ...row, marks: null }))
}
