import { queryDocuments, readDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { filePartition, stateKey } from '#core/control/keys.ts'
import { type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { type SetupStep, setupStep } from './setup.ts'

export type Setup = { readonly step: SetupStep; readonly state: IntegrationState | undefined }

/** Among so many of the newest files there is an employees file, if there is one at all. */
const recentFiles = 50

/** Where an integration stands. Its files are looked at only until its first sync has succeeded. */
export const setupOf = async (
  control: Pick<ControlStore, 'get' | 'query'>,
  integration: Integration,
): Promise<Setup> => {
  const state = await readDocument(control, stateKey(integration.id), IntegrationStateSchema)
  const early = setupStep({ integration, state, files: [] })
  if (early === 'ready') return { step: early, state }
  const query = { ...filePartition(integration.id), descending: true, limit: recentFiles }
  const files = (await queryDocuments(control, query, ExportFileSchema)).values
  return { step: setupStep({ integration, state, files }), state }
}
