import { type Refusal, refuse } from '#core/api/answer.ts'
import type { AppliedFilter } from '#core/api/filters.ts'
import type { ListQuery } from '#core/api/list-query.ts'
import { columnsOf, readColumns } from '#core/control/columns.ts'
import { type CustomField, customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import { readMappingVersion } from '#core/control/mapping-versions.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { withAddedTargets } from '#core/mapping/added-targets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ModelId } from '#core/model/models.ts'
import type { ApiPorts } from './ports.ts'

type Control = Pick<ApiPorts['control'], 'get' | 'query'>

/** What the filters of a request come to in one integration: those to apply, or the certainty that nothing passes them. */
type Served =
  | { readonly kind: 'filters'; readonly filters: readonly AppliedFilter[] }
  | { readonly kind: 'nothing' }
  | Refusal<'PLATFORM.INPUT_INVALID'>

type Listed = { readonly integrationId: string; readonly model: ModelId; readonly state: IntegrationState | undefined }

/** The mappings that the committed records of a model were made with. */
const mappingsOf = async (control: Control, { integrationId, model, state }: Listed): Promise<readonly Mapping[]> => {
  const versions = datasets
    .filter((dataset) => datasetTraits[dataset].model === model)
    .map((dataset) =>
      readMappingVersion(control, integrationId, dataset, state?.datasets[dataset]?.mappingVersion ?? 0),
    )
  return (await Promise.all(versions)).flatMap((version) => version?.mapping ?? [])
}

const fills = ({ fields }: Mapping, need: string): boolean =>
  Object.keys(fields).some((field) => field === need || field.startsWith(`${need}.`))

/** Without a mapping nothing tells that a field has no source. */
const isSupported = (mappings: readonly Mapping[], { needs }: AppliedFilter): boolean =>
  needs.length === 0 || mappings.length === 0 || mappings.some((each) => needs.some((need) => fills(each, need)))

const unknownCustomField = refuse(
  'PLATFORM.INPUT_INVALID',
  'custom_fields: there is no such custom field in this environment.',
)

/** The custom fields of a model, which only a filter by one of them needs to know. */
const fieldsFor = async (control: Control, model: ModelId, filters: readonly AppliedFilter[]) =>
  filters.some(({ customField }) => customField !== undefined)
    ? customFieldsOf(await readCustomFields(control), model)
    : []

const areDefined = (custom: readonly CustomField[], filters: readonly AppliedFilter[]): boolean =>
  filters.every(({ customField }) => customField === undefined || custom.some(({ key }) => key === customField))

/** Custom fields may have no mapping but an alias that a column is called by. */
const withAliases = async (
  control: Control,
  { integrationId }: Listed,
  mappings: readonly Mapping[],
  custom: readonly CustomField[],
): Promise<readonly Mapping[]> => {
  if (custom.length === 0) return mappings
  const columns = await readColumns(control, integrationId)
  return mappings.map((mapping) => {
    const header = columnsOf(columns, mapping.dataset).map(({ key }) => key)
    return withAddedTargets(mapping, header, { custom, passed: [] })
  })
}

/**
 * Judges filters by what the integration's files can fill: one that looks at a field without a source lets nothing pass,
 * unless the caller asked to have such filters ignored (contract 1.4).
 */
export const servedFilters = async (control: Control, query: ListQuery, listed: Listed): Promise<Served> => {
  const { filters } = query
  const custom = await fieldsFor(control, listed.model, filters)
  if (!areDefined(custom, filters)) return unknownCustomField
  if (filters.every(({ needs }) => needs.length === 0)) return { kind: 'filters', filters }
  const mappings = await withAliases(control, listed, await mappingsOf(control, listed), custom)
  const supported = filters.filter((filter) => isSupported(mappings, filter))
  const isNothing = supported.length < filters.length && !query.ignore_unsupported_filters
  return isNothing ? { kind: 'nothing' } : { kind: 'filters', filters: supported }
}
