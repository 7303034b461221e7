import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { setupStatus } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { listedStateOf } from '#core/attention/listed-state.ts'
import { queryDocuments } from '#core/control/documents.ts'
import { calendarOf } from '#core/control/expected-file.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import {
  type Integration,
  mappingApproverOf,
  pgpOf,
  removalsApproverOf,
  timeZoneOf,
} from '#core/control/integration.ts'
import { filePartition, syncPartition } from '#core/control/keys.ts'
import { isSample } from '#core/control/sample.ts'
import { employeesIn } from '#core/control/state.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { shownExpectations } from './expected-files.ts'
import { endUserOf } from './integrations.ts'
import type { ApiPorts } from './ports.ts'

type Reader = Pick<ApiPorts, 'control'>

const newest = { descending: true, limit: 1 }

/** So many files that hold nothing for us are looked past. */
const maxIgnored = 20

const lastFileOf = async ({ control }: Reader, id: string): Promise<ExportFile | undefined> => {
  const { values } = await queryDocuments(
    control,
    { ...filePartition(id), ...newest, limit: maxIgnored },
    ExportFileSchema,
  )
  return values.find(({ state }) => state !== 'IGNORED')
}

const lastSyncOf = async ({ control }: Reader, id: string): Promise<Sync | undefined> =>
  (await queryDocuments(control, { ...syncPartition(id), ...newest }, SyncSchema)).values[0]

const sum = ({ datasets }: Sync, of: (dataset: Sync['datasets'][number]) => number): number =>
  datasets.reduce((total, dataset) => total + of(dataset), 0)

const heldIn = (sync: Sync): number => sum(sync, ({ counts }) => counts.held)

const shownFile = ({ id, name, state, receivedAt }: ExportFile) => ({
  id,
  name,
  state,
  received_at: isoTime(receivedAt),
})

const shownSync = (sync: Sync) => ({
  id: sync.id,
  state: sync.state,
  queued_at: isoTime(sync.queuedAt),
  ended_at: isoTimeIfAny(sync.endedAt),
  issues: sum(sync, ({ issues }) => issues.length),
  held: heldIn(sync),
})

/** An integration as the vendor's team sees it. */
export const shownIntegration = async (ports: Reader, integration: Integration) => {
  const [{ step, state }, lastFile, lastSync, expectedFiles] = await Promise.all([
    setupOf(ports.control, integration),
    lastFileOf(ports, integration.id),
    lastSyncOf(ports, integration.id),
    shownExpectations(ports, integration),
  ])
  const listed = listedStateOf({
    integration,
    step,
    lastFile,
    lastSync,
    held: lastSync ? heldIn(lastSync) : 0,
    isLate: expectedFiles.some(({ late_since }) => late_since !== null),
  })
  return {
    id: integration.id,
    status: integration.status,
    setup_status: setupStatus[step],
    state: listed,
    is_sample: isSample(integration),
    end_user: endUserOf(integration),
    username: integration.sftpUser,
    language: integration.language,
    enable_field_mapping: integration.enableFieldMapping,
    enable_filtering: integration.enableFiltering,
    mapping_approver: mappingApproverOf(integration),
    removals_approver: removalsApproverOf(integration),
    pgp: pgpOf(integration),
    file_names: integration.fileWords ?? {},
    result_files: integration.resultFiles ?? false,
    hide_future_terminations: integration.hidesTerminations ?? false,
    time_zone: timeZoneOf(integration),
    removal_limit: integration.limits?.removals ?? null,
    quarantine_limit: integration.limits?.quarantine ?? null,
    drift_limit: integration.limits?.drift ?? null,
    swap_limit: integration.limits?.swaps ?? null,
    expected_every_hours: integration.expectedFile?.everyHours ?? null,
    calendar: calendarOf(integration),
    expected_files: expectedFiles,
    mappings: integration.mappings,
    employees: employeesIn(state),
    last_file: lastFile ? shownFile(lastFile) : null,
    last_sync: lastSync ? shownSync(lastSync) : null,
    created_at: isoTime(integration.createdAt),
  }
}
export type Shown = Awaited<ReturnType<typeof shownIntegration>>
