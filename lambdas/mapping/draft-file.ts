import { customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { type Draft, draftMapping } from '#core/mapping/draft.ts'
import { draftCustomFields } from '#core/mapping/draft-custom-fields.ts'
import { sampleTable, type TableSample } from '../reading/sample-table.ts'
import type { SourceFile } from '../sync/rebuild-file.ts'
import type { MappingPorts } from './ports.ts'

type Drafted =
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | (Draft & { readonly kind: 'drafted'; readonly sample: Extract<TableSample, { readonly kind: 'sample' }> })

/** Proposes a mapping as the first sync of the file would; what `said` says of how it is read is not guessed. */
export const draftFile = async (
  { control }: Pick<MappingPorts, 'control'>,
  dataset: Dataset,
  { open, name }: Pick<SourceFile, 'open' | 'name'>,
  said?: PartialDialect,
): Promise<Drafted> => {
  const sample = await sampleTable(open, { name, dataset, dialect: said, isDraft: true })
  if (sample.kind === 'refused') return sample
  const { header, rows, dialect, issues } = sample
  const customFields = customFieldsOf(await readCustomFields(control), datasetTraits[dataset].model)
  const drafted = draftCustomFields(draftMapping({ dataset, header, rows, dialect }), header, customFields)
  const mapping = { ...drafted.mapping, dialect: { ...drafted.mapping.dialect, ...said } }
  return { kind: 'drafted', ...drafted, mapping, issues: [...issues, ...drafted.issues], sample }
}
