import { changeMapping } from '#core/control/change-mapping.ts'
import { readColumns } from '#core/control/columns.ts'
import { type CustomField, readCustomFields } from '#core/control/custom-field.ts'
import type { Integration } from '#core/control/integration.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import { customFieldTarget, fromNothing } from '#core/mapping/added-fields.ts'
import { withAddedTargets } from '#core/mapping/added-targets.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { fieldsIn, type IntegrationField } from './integration-fields.ts'
import type { ConfigurePorts } from './ports.ts'

/** A custom field as one integration has it. */
export type MappedField = {
  readonly field: CustomField
  /** The column that fills it, by the mapping or by an alias. */
  readonly column: IntegrationField | null
}

type Control = Pick<ConfigurePorts['control'], 'get' | 'query'>

/** The mapping that is in use; before the first approval the latest one. */
const currentMapping = async (
  control: Control,
  integration: Integration,
  dataset: Dataset,
): Promise<Mapping | undefined> => {
  const { approved, latest } = mappingNumbers(integration, dataset)
  return (await readMappingVersion(control, integration.id, dataset, approved || latest))?.mapping
}

const firstColumn = (sources: readonly Source[] = []): string | undefined =>
  sources.flatMap((source) => (source.from === 'column' ? [source.column] : []))[0]

/** The custom fields of the environment with the columns that fill them in an integration. */
export const mappedFields = async (
  { control }: { readonly control: Control },
  integration: Integration,
): Promise<readonly MappedField[]> => {
  const [custom, columns] = await Promise.all([readCustomFields(control), readColumns(control, integration.id)])
  const mapped = datasets.map(async (dataset): Promise<readonly MappedField[]> => {
    const fields = custom.filter(({ model }) => model === datasetTraits[dataset].model)
    if (fields.length === 0) return []
    const found = fieldsIn(columns).filter((each) => each.dataset === dataset)
    const header = found.map(({ key }) => key)
    const mapping = (await currentMapping(control, integration, dataset)) ?? {
      dataset,
      id: { columns: [] },
      fields: {},
    }
    const { fields: targets } = withAddedTargets(mapping, header, { custom: fields, passed: [] })
    return fields.map((field) => {
      const column = firstColumn(targets[customFieldTarget(field.key)])
      return { field, column: column === undefined ? null : (found[columnIndex(header, column)] ?? null) }
    })
  })
  return (await Promise.all(mapped)).flat()
}

const datasetOf = ({ model }: Pick<CustomField, 'model'>): Dataset | undefined =>
  datasets.find((dataset) => datasetTraits[dataset].model === model)

/**
 * Fills a custom field from a column, or from nothing whatever its aliases are. The mapping in use is changed at once, and a sync of
 * the archived file carries it out; before the first approval it waits with the rest of the draft.
 */
export const mapCustomField = async (
  ports: Pick<ConfigurePorts, 'control' | 'syncQueue' | 'system'>,
  integration: Integration,
  { field, column: before }: MappedField,
  column: IntegrationField | null,
): Promise<MappedField> => {
  const dataset = datasetOf(field)
  if (dataset === undefined || before?.id === column?.id) return { field, column }
  const source: Source = column ? { from: 'column', column: column.key } : fromNothing
  const withField = (mapping: Mapping): Mapping => ({
    ...mapping,
    fields: { ...mapping.fields, [customFieldTarget(field.key)]: [source] },
  })
  const isChanged = await changeMapping(ports.control, integration, dataset, withField, ports.system.clock())
  if (isChanged && mappingNumbers(integration, dataset).approved > 0)
    await queueSync(ports, { integrationId: integration.id, reason: 'fields' })
  return { field, column }
}
