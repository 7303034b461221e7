import * as v from 'valibot'
import type { SetupStep } from '#core/api/setup.ts'
import type { ExportFile } from '#core/control/file.ts'
import { type Integration, mappingApproverOf } from '#core/control/integration.ts'
import type { Sync } from '#core/control/sync.ts'
import type { Issue } from '#core/issues/issue.ts'

/** How an integration stands, in the order in which the first that holds counts. */
export const listedStates = [
  'disabled',
  'to_connect_again',
  'syncing',
  'file_held',
  'file_refused',
  'removals_held',
  'customer_awaited',
  'mapping_to_approve',
  'first_file_awaited',
  'parts_awaited',
  'sync_failed',
  'file_late',
  'rows_left_out',
  'healthy',
] as const
export const ListedStateSchema = v.picklist(listedStates)
export type ListedState = (typeof listedStates)[number]

/** Those in which somebody of the vendor's team has something to do. */
const needy: ReadonlySet<ListedState> = new Set([
  'to_connect_again',
  'file_held',
  'file_refused',
  'removals_held',
  'mapping_to_approve',
  'sync_failed',
  'file_late',
  'rows_left_out',
] as const)

export const needsAttention = (state: ListedState): boolean => needy.has(state)

type ListedSync = Pick<Sync, 'state'> & { readonly datasets: readonly Pick<Sync['datasets'][number], 'outcome'>[] }

/** What a list knows of an integration without opening anything. */
export type ListedFacts = {
  readonly integration: Pick<Integration, 'status' | 'mappings' | 'mappingApprover'>
  readonly step: SetupStep
  readonly lastFile: (Pick<ExportFile, 'state'> & { readonly issues: readonly Pick<Issue, 'code'>[] }) | undefined
  readonly lastSync: ListedSync | undefined
  /** Records whose removal the last sync held. */
  readonly held: number
  readonly isLate: boolean
}

const guarded: ReadonlySet<Issue['code']> = new Set(['ID_DRIFT', 'IDS_SWAPPED'] as const)

const isRefused = ({ lastFile }: ListedFacts): boolean =>
  lastFile?.state === 'REFUSED' || lastFile?.state === 'REJECTED'

const isHeldWhole = (facts: ListedFacts): boolean =>
  isRefused(facts) && facts.lastFile?.issues.some(({ code }) => guarded.has(code)) === true

const awaitsApproval = ({ integration, step }: ListedFacts): boolean => {
  if (mappingApproverOf(integration) === 'customer') return false
  const isBehind = Object.values(integration.mappings).some(({ approved, latest }) => latest > approved)
  return step === 'waiting_for_approval' || isBehind
}

/** Whether each state holds. The whole list of what to see to is `attentionOf`, which reads more. */
const holds: Readonly<Record<Exclude<ListedState, 'healthy'>, (facts: ListedFacts) => boolean>> = {
  disabled: ({ integration }) => integration.status === 'INACTIVE',
  to_connect_again: ({ integration }) => integration.status === 'INVALID',
  syncing: ({ lastSync }) => lastSync?.state === 'QUEUED' || lastSync?.state === 'RUNNING',
  file_held: isHeldWhole,
  file_refused: isRefused,
  removals_held: ({ held }) => held > 0,
  customer_awaited: ({ step }) => step === 'waiting_for_customer',
  mapping_to_approve: awaitsApproval,
  first_file_awaited: ({ step }) => step === 'waiting_for_file',
  parts_awaited: ({ lastSync }) => lastSync?.datasets.some(({ outcome }) => outcome === 'waiting_for_files') === true,
  sync_failed: ({ lastSync }) => lastSync?.state === 'FAILED',
  file_late: ({ isLate }) => isLate,
  rows_left_out: ({ lastSync }) => lastSync?.state === 'PARTIALLY_FAILED',
}

export const listedStateOf = (facts: ListedFacts): ListedState =>
  listedStates.find((state) => state !== 'healthy' && holds[state](facts)) ?? 'healthy'
