import { type Column, type Columns, ColumnsSchema, columnsOf, readColumns } from '#core/control/columns.ts'
import { updateDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { columnsKey } from '#core/control/keys.ts'
import { reconfigure } from '#core/control/reconfigure.ts'
import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import { hasAddedFields } from '#core/mapping/added-fields.ts'
import type { ModelId } from '#core/model/models.ts'
import type { ConfigurePorts } from './ports.ts'

/** A column of the customer's files, with the model that its rows become. */
export type IntegrationField = Column & { readonly dataset: Dataset; readonly model: ModelId }

export const fieldsIn = (columns: readonly Columns[]): readonly IntegrationField[] =>
  datasets.flatMap((dataset) =>
    columnsOf(columns, dataset).map((column) => ({ ...column, dataset, model: datasetTraits[dataset].model })),
  )

/** Every column of the newest files, dataset by dataset. */
export const integrationFields = async (
  { control }: Pick<ConfigurePorts, 'control'>,
  { id }: Pick<Integration, 'id'>,
): Promise<readonly IntegrationField[]> => fieldsIn(await readColumns(control, id))

/** Whether records of the model have room for cells as they are. */
export const canPassThrough = ({ model }: Pick<IntegrationField, 'model'>): boolean => hasAddedFields(model)

/** Lets records show the cells of a column as they are, or no more; a sync of the archived file carries it out. */
export const setPassthrough = async (
  ports: ConfigurePorts,
  { id: integrationId }: Pick<Integration, 'id'>,
  field: IntegrationField,
  passthrough: boolean,
): Promise<IntegrationField> => {
  if (field.passthrough === passthrough) return field
  const changed = (column: Column): Column => (column.id === field.id ? { ...column, passthrough } : column)
  await updateDocument(ports.control, columnsKey(integrationId, field.dataset), ColumnsSchema, (each) => ({
    ...each,
    columns: each.columns.map(changed),
  }))
  await reconfigure(ports, integrationId, 'fields', (each) => each)
  return { ...field, passthrough }
}
