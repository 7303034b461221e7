import * as v from 'valibot'
import { LandedObjectSchema } from '#core/files/landing.ts'
import type { DocumentKey } from '#core/ports/control-store.ts'
import { choreKey } from './keys.ts'

/** Something that housekeeping does about an uploaded object once its time has come. Safe to do twice. */
export const ChoreSchema = v.object({
  /** `clean-landing` takes it out of the landing bucket; `resume-file` hands it to `receive` again if it is stuck. */
  kind: v.picklist(['clean-landing', 'resume-file']),
  /** epoch ms */
  dueAt: v.number(),
  fileId: v.string(),
  integrationId: v.string(),
  landed: LandedObjectSchema,
})
export type Chore = v.InferOutput<typeof ChoreSchema>

/** The key a chore is stored under: the same chore about the same file is one. */
export const keyOfChore = ({ kind, dueAt, fileId }: Chore): DocumentKey => choreKey(dueAt, `${kind}#${fileId}`)
