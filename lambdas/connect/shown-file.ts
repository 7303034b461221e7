import { isoTime } from '#core/api/iso-time.ts'
import type { ExportFile } from '#core/control/file.ts'

/** A file as those see it who sent it. */
export const shownFile = ({ id, name, dataset, kind, state, size, receivedAt, issues }: ExportFile) => ({
  id,
  name,
  dataset,
  kind: kind ?? ('data' as const),
  state,
  size,
  received_at: isoTime(receivedAt),
  issues,
})
