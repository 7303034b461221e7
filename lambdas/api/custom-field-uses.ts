import type { CustomField } from '#core/control/custom-field.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationPartition } from '#core/control/keys.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { customFieldTarget, isFilled } from '#core/mapping/added-fields.ts'
import type { ApiPorts } from './ports.ts'

type Ports = Pick<ApiPorts, 'control'>
type Field = Pick<CustomField, 'key' | 'model'>

const readAtOnce = 20

const isFilteredBy = ({ filter }: Integration, { key, model }: Field): boolean =>
  model === 'hris_employees' && (filter?.rules ?? []).some((rule) => rule.field === customFieldTarget(key))

const isMappedBy = async ({ control }: Ports, integration: Integration, { key, model }: Field): Promise<boolean> => {
  for (const dataset of datasets.filter((each) => datasetTraits[each].model === model)) {
    const { approved } = mappingNumbers(integration, dataset)
    const version = approved > 0 && (await readMappingVersion(control, integration.id, dataset, approved))
    if (version && isFilled(version.mapping.fields[customFieldTarget(key)] ?? [])) return true
  }
  return false
}

const living = ({ control }: Ports): AsyncGenerator<Integration> =>
  listDocuments(control, { pk: integrationPartition }, IntegrationSchema)

/** Integrations whose employee filter looks at a custom field. */
export const filteredBy = async (ports: Ports, field: Field): Promise<readonly Integration[]> => {
  const all = await Array.fromAsync(living(ports))
  return all.filter((each) => each.status !== 'DELETING' && isFilteredBy(each, field))
}

/** Integrations whose approved mapping fills a custom field from a column that somebody chose. */
export const mappedBy = async (ports: Ports, field: Field): Promise<readonly Integration[]> => {
  const all = (await Array.fromAsync(living(ports))).filter(({ status }) => status !== 'DELETING')
  const found: Integration[] = []
  for (let start = 0; start < all.length; start += readAtOnce) {
    const some = all.slice(start, start + readAtOnce)
    const isMapped = await Promise.all(some.map((each) => isMappedBy(ports, each, field)))
    found.push(...some.filter((_, index) => isMapped[index]))
  }
  return found
}
