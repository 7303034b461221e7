import * as v from 'valibot'
import { ModelIdSchema } from '#core/model/models.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument, updateDocument } from './documents.ts'
import { receiptKey } from './keys.ts'

const Moments = { requestedAt: v.number(), startedAt: v.nullable(v.number()), endedAt: v.nullable(v.number()) }

/** What became of an archived file: `rewritten` without the person, or `removed` because nobody can tell what of it is theirs. */
const ReceiptFileSchema = v.object({ id: v.string(), outcome: v.picklist(['rewritten', 'removed']), rows: v.number() })
export type ReceiptFile = v.InferOutput<typeof ReceiptFileSchema>

/**
 * What was taken away for good, and which copies remain until when: of one person (`erasure`), or of a deleted integration (`purge`).
 * It names nobody, outlives the integration, and is kept. Moments are epoch ms.
 */
export const ReceiptSchema = v.object({
  id: v.string(),
  kind: v.picklist(['erasure', 'purge']),
  integrationId: v.string(),
  state: v.picklist(['QUEUED', 'RUNNING', 'DONE']),
  /** What it is at, in words of the code; null before and afterwards. */
  step: v.nullable(v.string()),
  ...Moments,
  /** Records taken out, by model. */
  records: v.record(ModelIdSchema, v.number()),
  /** Records that showed the person and do not any more. */
  mentions: v.number(),
  files: v.array(ReceiptFileSchema),
  /** Objects of the archive that went: uploaded files, manifests, plans, reports, samples. */
  objects: v.number(),
  /** Documents that went, or lost what they quoted. */
  documents: v.number(),
  /** Copies that nobody reads, and when the last of them is gone. */
  backups: v.array(v.object({ what: v.string(), until: v.number() })),
})
export type Receipt = v.InferOutput<typeof ReceiptSchema>

export const newReceipt = (parts: Pick<Receipt, 'id' | 'kind' | 'integrationId' | 'requestedAt'>): Receipt => ({
  ...parts,
  state: 'QUEUED',
  step: null,
  startedAt: null,
  endedAt: null,
  records: {},
  mentions: 0,
  files: [],
  objects: 0,
  documents: 0,
  backups: [],
})

export const readReceipt = (control: Pick<ControlStore, 'get'>, id: string): Promise<Receipt | undefined> =>
  readDocument(control, receiptKey(id), ReceiptSchema)

export const updateReceipt = (
  control: Pick<ControlStore, 'get' | 'replace'>,
  id: string,
  change: (receipt: Receipt) => Receipt,
): Promise<Receipt | undefined> => updateDocument(control, receiptKey(id), ReceiptSchema, change)
