import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { DatasetState } from '#core/control/state.ts'
import { defaultRemovalLimit, limitAfter, type RemovalLimit } from '#core/sync/guards.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The removal limit of a full file, by the days since the last one that held nothing back. */
export const removalLimitFor = (
  { removalLimit = defaultRemovalLimit }: Pick<Integration, 'removalLimit'>,
  committed: Pick<DatasetState, 'goodFileAt'> | undefined,
  { eventTime }: Pick<ExportFile, 'eventTime'>,
): RemovalLimit => limitAfter(removalLimit, (eventTime - (committed?.goodFileAt ?? eventTime)) / dayMs)
