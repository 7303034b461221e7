import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { integrationKey } from './keys.ts'

/** The integration, unless it is being deleted: then it is as good as gone. */
export const readIntegration = async (
  control: Pick<ControlStore, 'get'>,
  id: string,
): Promise<Integration | undefined> => {
  const integration = await readDocument(control, integrationKey(id), IntegrationSchema)
  return integration?.status === 'DELETING' ? undefined : integration
}

/** The integration, if it is to be synced: neither deleted nor turned off. */
export const readSyncedIntegration = async (
  control: Pick<ControlStore, 'get'>,
  id: string,
): Promise<Integration | undefined> => {
  const integration = await readIntegration(control, id)
  return integration?.status === 'INACTIVE' ? undefined : integration
}
