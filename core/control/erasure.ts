import * as v from 'valibot'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument } from './documents.ts'
import { erasureKey } from './keys.ts'

/** In this order: who the person is follows from their record, until that is gone. */
export const erasureSteps = ['files', 'records', 'manifests', 'reports', 'objects'] as const

/** Whom an erasure is about and how far it came. It goes when the erasure ends, and with it the last thing that tells whom it was about. */
export const ErasureSchema = v.object({
  receiptId: v.string(),
  integrationId: v.string(),
  /** Record ids of the person. */
  people: v.array(v.string()),
  /** What the files call the person, as far as that is known. */
  remoteIds: v.array(v.string()),
  step: v.picklist(erasureSteps),
  /** Where in the step to go on; null at its beginning. */
  at: v.nullable(v.string()),
})
export type Erasure = v.InferOutput<typeof ErasureSchema>

export const readErasure = (
  control: Pick<ControlStore, 'get'>,
  integrationId: string,
  receiptId: string,
): Promise<Erasure | undefined> => readDocument(control, erasureKey(integrationId, receiptId), ErasureSchema)
