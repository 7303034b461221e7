import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { updateDocument } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { integrationKey, mappingKey } from './keys.ts'
import type { MappingVersion } from './mapping-version.ts'
import { mappingNumbers, readMappingVersion } from './mapping-versions.ts'

type Numbers = ReturnType<typeof mappingNumbers>

/** Writes a version under the next number that is free. One that changed fields at the same time is built upon. */
const writeNext = async (
  control: ControlStore,
  first: MappingVersion,
  change: (mapping: Mapping) => Mapping,
): Promise<MappingVersion> => {
  let version = first
  while (!(await control.create(mappingKey(version.integrationId, version.dataset, version.version), version))) {
    const other = await readMappingVersion(control, version.integrationId, version.dataset, version.version)
    const mapping = other?.origin === 'fields' ? change(other.mapping) : version.mapping
    version = { ...version, mapping, version: version.version + 1 }
  }
  return version
}

const raiseNumbers = async (
  control: ControlStore,
  { integrationId, dataset, version, approvedAt }: MappingVersion,
): Promise<void> => {
  const raised = ({ approved, latest }: Numbers): Numbers => ({
    approved: approvedAt === null ? approved : Math.max(approved, version),
    latest: Math.max(latest, version),
  })
  await updateDocument(control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...each,
    mappings: { ...each.mappings, [dataset]: raised(mappingNumbers(each, dataset)) },
  }))
}

/**
 * Changes something in the mapping that is in use, without anybody's approval: a new version takes its place. A version that still
 * waits for approval gets the same change, as does the first draft. Answers whether any mapping was changed.
 */
export const changeMapping = async (
  control: ControlStore,
  integration: Integration,
  dataset: Dataset,
  change: (mapping: Mapping) => Mapping,
  now: number,
): Promise<boolean> => {
  const { approved, latest } = mappingNumbers(integration, dataset)
  const numbers = [...new Set([approved, latest])].filter((number) => number > 0)
  let next = latest
  for (const number of numbers) {
    const before = await readMappingVersion(control, integration.id, dataset, number)
    if (!before) continue
    const parts = {
      origin: 'fields' as const,
      revision: 1,
      createdAt: now,
      approvedAt: number === approved ? now : null,
    }
    const first = { ...before, ...parts, version: next + 1, mapping: change(before.mapping) }
    const written = await writeNext(control, first, change)
    await raiseNumbers(control, written)
    next = written.version
  }
  return numbers.length > 0
}
