import { updateDocument } from '#core/control/documents.ts'
import type { ExportFile } from '#core/control/file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import type { MappingVersion } from '#core/control/mapping-version.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { sampleTable } from '../reading/sample-table.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'

type Drafted = { readonly kind: 'refused' | 'drafted'; readonly issues: readonly Issue[] }

/** Stores the first version of a dataset's mapping; a version that somebody wrote meanwhile stays. */
const storeFirst = async (ports: SyncPorts, version: MappingVersion): Promise<void> => {
  const { integrationId, dataset } = version
  await ports.control.create(mappingKey(integrationId, dataset, version.version), version)
  await updateDocument(
    ports.control,
    integrationKey(integrationId),
    IntegrationSchema,
    (integration): Integration =>
      integration.mappings[dataset]
        ? integration
        : {
            ...integration,
            mappings: { ...integration.mappings, [dataset]: { approved: 0, latest: version.version } },
          },
  )
}

/** Proposes a mapping from a file that waits for one. Nothing goes live: somebody must approve it. */
export const draftFromFile = async (
  ports: SyncPorts,
  integration: Integration,
  dataset: Dataset,
  file: ExportFile,
): Promise<Drafted> => {
  const sample = await sampleTable(openArchived(ports, file), { name: file.name, dataset })
  if (sample.kind === 'refused') return { kind: 'refused', issues: sample.issues }
  const { header, rows, dialect } = sample
  const draft = draftMapping({ dataset, header, rows, dialect })
  if (!integration.mappings[dataset]) {
    const { id: integrationId } = integration
    const created = { mapping: draft.mapping, origin: 'draft' as const, createdAt: ports.now(), approvedAt: null }
    await storeFirst(ports, { integrationId, dataset, version: 1, ...created })
  }
  return { kind: 'drafted', issues: [...sample.issues, ...draft.issues] }
}
