import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { setupStatus } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { queryDocuments } from '#core/control/documents.ts'
import { calendarOf } from '#core/control/expected-file.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import {
  type Integration,
  mappingApproverOf,
  pgpOf,
  removalsApproverOf,
  timeZoneOf,
} from '#core/control/integration.ts'
import { filePartition, syncPartition } from '#core/control/keys.ts'
import { employeesIn } from '#core/control/state.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { shownExpectations } from './expected-files.ts'
import { endUserOf } from './integrations.ts'
import type { ApiPorts } from './ports.ts'

type Reader = Pick<ApiPorts, 'control'>

const newest = { descending: true, limit: 1 }

const lastFileOf = async ({ control }: Reader, id: string) => {
  const [file] = (await queryDocuments(control, { ...filePartition(id), ...newest }, ExportFileSchema)).values
  return file ? { id: file.id, name: file.name, state: file.state, received_at: isoTime(file.receivedAt) } : null
}

const sum = ({ datasets }: Sync, of: (dataset: Sync['datasets'][number]) => number): number =>
  datasets.reduce((total, dataset) => total + of(dataset), 0)

const lastSyncOf = async ({ control }: Reader, id: string) => {
  const [sync] = (await queryDocuments(control, { ...syncPartition(id), ...newest }, SyncSchema)).values
  return sync
    ? {
        id: sync.id,
        state: sync.state,
        queued_at: isoTime(sync.queuedAt),
        ended_at: isoTimeIfAny(sync.endedAt),
        issues: sum(sync, ({ issues }) => issues.length),
        held: sum(sync, ({ counts }) => counts.held),
      }
    : null
}

/** An integration as the vendor's team sees it. */
export const shownIntegration = async (ports: Reader, integration: Integration) => {
  const [{ step, state }, lastFile, lastSync, expectedFiles] = await Promise.all([
    setupOf(ports.control, integration),
    lastFileOf(ports, integration.id),
    lastSyncOf(ports, integration.id),
    shownExpectations(ports, integration),
  ])
  return {
    id: integration.id,
    status: integration.status,
    setup_status: setupStatus[step],
    end_user: endUserOf(integration),
    username: integration.sftpUser,
    language: integration.language,
    enable_field_mapping: integration.enableFieldMapping,
    enable_filtering: integration.enableFiltering,
    mapping_approver: mappingApproverOf(integration),
    removals_approver: removalsApproverOf(integration),
    pgp: pgpOf(integration),
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
    last_file: lastFile,
    last_sync: lastSync,
    created_at: isoTime(integration.createdAt),
  }
}
export type Shown = Awaited<ReturnType<typeof shownIntegration>>
