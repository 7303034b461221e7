import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import type { SyncPorts } from './ports.ts'

const codes: readonly Issue['code'][] = [
  'REMOVALS_HELD',
  'ID_DRIFT',
  'IDS_SWAPPED',
  'ID_COLUMN_MISSING',
  'MAPPED_COLUMN_MISSING',
]

/** Who waits since an earlier file was told of then. */
const isNews = ({ code, says }: Issue): boolean => codes.includes(code) && says !== 'stillHeld'

/** Logs, for the operator's alarm, that guards have held something of the files of a sync that they had not held before. */
export const logGuards = (
  { log }: Pick<SyncPorts, 'log'>,
  { integrationId, syncId }: Pick<SyncMessage, 'integrationId' | 'syncId'>,
  outcomes: readonly Pick<DatasetOutcome, 'report'>[],
): void => {
  for (const { report } of outcomes) {
    if (report.outcome !== 'applied' && report.outcome !== 'refused') continue
    for (const code of new Set(report.issues.filter(isNews).map((each) => each.code)))
      log('GUARD_HELD', { integrationId, syncId, dataset: report.dataset, code, held: report.counts.held })
  }
}
