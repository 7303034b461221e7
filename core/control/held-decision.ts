import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { listDocuments } from './documents.ts'
import { decisionKey, decisionPartition } from './keys.ts'

/** What somebody decided about removals that are held: written once, taken away by the commit of the sync that carried it out. */
export const HeldDecisionSchema = v.object({
  id: v.string(),
  integrationId: v.string(),
  dataset: DatasetSchema,
  decision: v.picklist(['approved', 'discarded']),
  /** The manifest in which they were seen held. */
  manifest: v.object({ key: v.string(), versionId: v.string() }),
  /** Ids of records; null: all that waited there for a decision. */
  ids: v.nullable(v.array(v.string())),
  /** epoch ms */
  decidedAt: v.number(),
})
export type HeldDecision = v.InferOutput<typeof HeldDecisionSchema>

export const keyOfDecision = ({ integrationId, id }: Pick<HeldDecision, 'integrationId' | 'id'>) =>
  decisionKey(integrationId, id)

/** What is decided and not carried out yet, oldest first. */
export const openDecisions = (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<readonly HeldDecision[]> =>
  Array.fromAsync(listDocuments(control, decisionPartition(integrationId), HeldDecisionSchema))
