import type { ExportFile } from '#core/control/file.ts'
import { type Integration, openStepsOf } from '#core/control/integration.ts'
import { mappingIsOpen } from '#core/control/setup-steps.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { type Refusal, refuse } from './answer.ts'
import type { HrisErrorCode } from './errors.ts'

/** How far an integration has come. It moves forward only. */
export const setupSteps = [
  'waiting_for_file',
  'waiting_for_customer',
  'waiting_for_approval',
  'waiting_for_sync',
  'ready',
] as const
export type SetupStep = (typeof setupSteps)[number]

type Facts = {
  readonly integration: Pick<Integration, 'mappings' | 'openSteps' | 'mappingApprover'>
  readonly state: Pick<IntegrationState, 'datasets'> | undefined
  readonly files: readonly Pick<ExportFile, 'dataset' | 'state'>[]
}

const unusable: readonly ExportFile['state'][] = ['IGNORED', 'REJECTED', 'REFUSED']

/**
 * Everything else hangs on the employees: their first successful sync opens the reads.
 * A step that the vendor turns on after that is one that the customer may take, not one that reads wait for.
 */
export const setupStep = ({ integration, state, files }: Facts): SetupStep => {
  if (state?.datasets.employees) return 'ready'
  const hasFile = files.some((file) => file.dataset === 'employees' && !unusable.includes(file.state))
  if (!hasFile) return 'waiting_for_file'
  if (openStepsOf(integration).length > 0 || mappingIsOpen(integration)) return 'waiting_for_customer'
  return (integration.mappings.employees?.approved ?? 0) > 0 ? 'waiting_for_sync' : 'waiting_for_approval'
}

/** The `setup_status` of contract 3.4. */
export const setupStatus = {
  waiting_for_file: 'INCOMPLETE',
  waiting_for_customer: 'INCOMPLETE',
  waiting_for_approval: 'INCOMPLETE',
  waiting_for_sync: 'FINAL_SYNC_PENDING',
  ready: 'COMPLETED',
} as const satisfies Readonly<Record<SetupStep, string>>

/** What reads answer until the first sync has succeeded. */
export const setupRefusals: Readonly<Record<SetupStep, Refusal<HrisErrorCode> | undefined>> = {
  waiting_for_file: refuse(
    'INTEGRATION.SETUP_INCOMPLETE',
    'No usable employees file has arrived yet. The customer has to upload one by SFTP.',
  ),
  waiting_for_customer: refuse(
    'INTEGRATION.SETUP_INCOMPLETE',
    'The customer has not finished the setup flow yet. Send them a setup link.',
  ),
  waiting_for_approval: refuse(
    'INTEGRATION.QA_FAILED',
    'The mapping of the employees file is not approved yet. Check it and approve it.',
  ),
  waiting_for_sync: refuse(
    'INTEGRATION.SETUP_SYNC_PENDING',
    'The first sync has not succeeded yet. Try again when it has finished.',
  ),
  ready: undefined,
}
