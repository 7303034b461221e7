import { cameAt, type ExportFile } from '#core/control/file.ts'
import { type Integration, limitsOf } from '#core/control/integration.ts'
import type { DatasetState } from '#core/control/state.ts'
import { type Limits, limitAfter } from '#core/sync/limits.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The limits of the guards for a full file: that of removals goes by the days since the last file that held nothing back. */
export const limitsFor = (
  integration: Integration,
  committed: Pick<DatasetState, 'goodFileAt'> | undefined,
  file: Pick<ExportFile, 'eventTime' | 'replayedAt'>,
): Limits => {
  const limits = limitsOf(integration)
  const at = cameAt(file)
  const days = (at - (committed?.goodFileAt ?? at)) / dayMs
  return { ...limits, removals: limitAfter(limits.removals, days) }
}
