import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument, updateDocument } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { integrationKey, mappingKey } from './keys.ts'
import { type MappingVersion, MappingVersionSchema, revisionOf, type Signature } from './mapping-version.ts'

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

const signed = ({ who, note }: Signature): Pick<MappingVersion, 'storedBy' | 'note'> => ({
  ...(who && { storedBy: who }),
  ...(note !== undefined && { note }),
})

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
  signature: Signature = {},
): Promise<MappingVersion> => {
  const { id: integrationId } = integration
  const { dataset } = mapping
  let version = mappingNumbers(integration, dataset).latest
  let written: MappingVersion | undefined
  do {
    version += 1
    const parts = { integrationId, dataset, version, mapping, origin, createdAt, ...signed(signature) }
    written = await writeVersion(control, parts)
  } while (!written)
  return written
}

/** A version as somebody saw it. */
export type SeenVersion = { readonly version: number; readonly revision: number }

const isOpenDraft = ({ origin, approvedAt }: MappingVersion): boolean => origin === 'editor' && approvedAt === null

type Saving = {
  readonly mapping: Mapping
  readonly seen: SeenVersion
  readonly createdAt: number
  readonly signature: Signature
}

/** Writes over the draft that is open; `undefined` where the version that was seen is none, or not as it was seen. */
const writeOver = async (
  control: ControlStore,
  integrationId: string,
  { mapping, seen, createdAt, signature }: Saving,
) => {
  const key = mappingKey(integrationId, mapping.dataset, seen.version)
  const stands = await updateDocument(control, key, MappingVersionSchema, (each) =>
    isOpenDraft(each) && revisionOf(each) === seen.revision
      ? { ...each, mapping, createdAt, revision: seen.revision + 1, ...signed(signature) }
      : each,
  )
  return {
    isOpen: stands !== undefined && isOpenDraft(stands),
    written: stands?.mapping === mapping ? stands : undefined,
  }
}

/**
 * Saves what is entered in the editor: in place of the draft that is open, else as the version behind the one that was seen.
 * `undefined` when somebody has stored another one since.
 */
export const saveMapping = async (
  control: ControlStore,
  integration: Integration,
  mapping: Mapping,
  seen: SeenVersion,
  createdAt: number,
  signature: Signature = {},
): Promise<MappingVersion | undefined> => {
  const { id: integrationId } = integration
  const { dataset } = mapping
  if (seen.version !== mappingNumbers(integration, dataset).latest) return undefined
  const { isOpen, written } = await writeOver(control, integrationId, { mapping, seen, createdAt, signature })
  if (isOpen) return written
  return writeVersion(control, {
    integrationId,
    dataset,
    version: seen.version + 1,
    mapping,
    origin: 'editor',
    createdAt,
    ...signed(signature),
  })
}

/**
 * Makes a version the one that syncs use, and nobody writes over it any more; `undefined` when there is no such version, or it is
 * not the revision that was asked for.
 */
export const approveMapping = async (
  control: ControlStore,
  {
    integrationId,
    dataset,
    version,
    revision,
  }: Pick<MappingVersion, 'integrationId' | 'dataset' | 'version' | 'revision'>,
  approvedAt: number,
  { who, note }: Signature = {},
): Promise<MappingVersion | undefined> => {
  const key = mappingKey(integrationId, dataset, version)
  const approvedBy = { ...(who && { approvedBy: who }), ...(note !== undefined && { note }) }
  const isMeant = (each: MappingVersion): boolean => revision === undefined || revision === revisionOf(each)
  const approved = await updateDocument(control, key, MappingVersionSchema, (each) =>
    isMeant(each) && each.approvedAt === null ? { ...each, approvedAt, ...approvedBy } : each,
  )
  if (!approved || !isMeant(approved)) return undefined
  await updateNumbers(control, integrationId, dataset, ({ latest }) => ({
    approved: version,
    latest: Math.max(latest, version),
  }))
  return approved
}
