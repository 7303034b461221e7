import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument, updateDocument } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { integrationKey, mappingKey } from './keys.ts'
import { type MappingVersion, MappingVersionSchema } from './mapping-version.ts'

type Numbers = { readonly approved: number; readonly latest: number }
const none: Numbers = { approved: 0, latest: 0 }

export const mappingNumbers = (integration: Pick<Integration, 'mappings'>, dataset: Dataset): Numbers =>
  integration.mappings[dataset] ?? none

export const readMappingVersion = (
  control: Pick<ControlStore, 'get'>,
  integrationId: string,
  dataset: Dataset,
  version: number,
): Promise<MappingVersion | undefined> =>
  readDocument(control, mappingKey(integrationId, dataset, version), MappingVersionSchema)

const updateNumbers = async (
  control: Pick<ControlStore, 'get' | 'replace'>,
  integrationId: string,
  dataset: Dataset,
  change: (numbers: Numbers) => Numbers,
): Promise<void> => {
  await updateDocument(control, integrationKey(integrationId), IntegrationSchema, (integration) => ({
    ...integration,
    mappings: { ...integration.mappings, [dataset]: change(mappingNumbers(integration, dataset)) },
  }))
}

type NewVersion = Omit<MappingVersion, 'approvedAt'>

/** Writes a version unless there is one of this number, which then counts as the latest at least. */
const writeVersion = async (control: ControlStore, version: NewVersion): Promise<MappingVersion | undefined> => {
  const { integrationId, dataset } = version
  const written: MappingVersion = { ...version, approvedAt: null }
  const isNew = await control.create(mappingKey(integrationId, dataset, version.version), written)
  await updateNumbers(control, integrationId, dataset, ({ approved, latest }) => ({
    approved,
    latest: Math.max(latest, version.version),
  }))
  return isNew ? written : undefined
}

/** Adds a mapping as the newest version. A number that another writer has just taken is left to that writer. */
export const putMapping = async (
  control: ControlStore,
  integration: Integration,
  mapping: Mapping,
  createdAt: number,
  origin: MappingVersion['origin'] = 'put',
): Promise<MappingVersion> => {
  const { id: integrationId } = integration
  const { dataset } = mapping
  let version = mappingNumbers(integration, dataset).latest
  let written: MappingVersion | undefined
  do {
    version += 1
    written = await writeVersion(control, { integrationId, dataset, version, mapping, origin, createdAt })
  } while (!written)
  return written
}

/** Adds a mapping as the version behind `basedOn`; `undefined` when somebody has added another one since. */
export const putMappingAfter = async (
  control: ControlStore,
  integration: Integration,
  mapping: Mapping,
  basedOn: number,
  createdAt: number,
): Promise<MappingVersion | undefined> => {
  const { id: integrationId } = integration
  const { dataset } = mapping
  if (basedOn !== mappingNumbers(integration, dataset).latest) return undefined
  return writeVersion(control, { integrationId, dataset, version: basedOn + 1, mapping, origin: 'put', createdAt })
}

/** Makes a version the one that syncs use; `undefined` when there is no such version. */
export const approveMapping = async (
  control: ControlStore,
  { integrationId, dataset, version }: Pick<MappingVersion, 'integrationId' | 'dataset' | 'version'>,
  approvedAt: number,
): Promise<MappingVersion | undefined> => {
  const key = mappingKey(integrationId, dataset, version)
  const approved = await updateDocument(control, key, MappingVersionSchema, (each) =>
    each.approvedAt === null ? { ...each, approvedAt } : each,
  )
  if (!approved) return undefined
  await updateNumbers(control, integrationId, dataset, ({ latest }) => ({
    approved: version,
    latest: Math.max(latest, version),
  }))
  return approved
}
