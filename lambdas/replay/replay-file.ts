import { updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { fileKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import type { ReplayPorts } from './ports.ts'
import { type NoReplay, replayable } from './replayable.ts'

type Replayed =
  | { readonly kind: 'queued'; readonly file: ExportFile; readonly syncId: string }
  | { readonly kind: 'refused'; readonly why: NoReplay }

/** As if it came now. That somebody once released it was about what there was then. */
const comesAgain = ({ releasedAt: _, ...file }: ExportFile, replayedAt: number): ExportFile => ({
  ...file,
  state: 'QUEUED',
  replayedAt,
  issues: [],
})

/**
 * Has an archived file applied again, as if it came now: a newer upload replaces it as usual. Its document is all that a sync needs, so
 * that the next one carries it out should the message be lost.
 */
export const replayFile = async (ports: ReplayPorts, integration: Integration, fileId: string): Promise<Replayed> => {
  const found = await replayable(ports, integration, fileId)
  if (found.kind === 'refused') return found
  const at = ports.system.clock()
  const file = await updateDocument(ports.control, fileKey(found.file), ExportFileSchema, (each) =>
    each.archive ? comesAgain(each, at) : each,
  )
  if (!file?.archive) return { kind: 'refused', why: 'not-kept' }
  const { id } = await queueSync(ports, { integrationId: integration.id, reason: 'replay' })
  return { kind: 'queued', file, syncId: id }
}
