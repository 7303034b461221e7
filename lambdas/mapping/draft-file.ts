import { customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { type Draft, draftMapping } from '#core/mapping/draft.ts'
import { draftCustomFields } from '#core/mapping/draft-custom-fields.ts'
import { type DraftSample, draftSample } from '../reading/draft-sample.ts'
import type { SourceFile } from '../sync/rebuild-file.ts'
import { maxBytes } from './found-file.ts'
import type { MappingPorts } from './ports.ts'

type Drafted =
  | Extract<DraftSample, { readonly kind: 'refused' }>
  | (Draft & { readonly kind: 'drafted'; readonly sample: Extract<DraftSample, { readonly kind: 'sample' }> })

/** Proposes a mapping as the first sync of the file would; what `said` says of how it is read is not guessed. */
export const draftFile = async (
  { control }: Pick<MappingPorts, 'control'>,
  dataset: Dataset,
  { open, name, size = 0 }: Pick<SourceFile, 'open' | 'name' | 'size'>,
  said?: PartialDialect,
): Promise<Drafted> => {
  const sample = await draftSample(open, { name, dataset, dialect: said, isDraft: true }, size <= maxBytes)
  if (sample.kind === 'refused') return sample
  const { header, rows, later, dialect, issues } = sample
  const customFields = customFieldsOf(await readCustomFields(control), datasetTraits[dataset].model)
  const drafted = draftCustomFields(draftMapping({ dataset, header, rows, later, dialect }), header, customFields)
  const mapping = { ...drafted.mapping, dialect: { ...drafted.mapping.dialect, ...said } }
  return { kind: 'drafted', ...drafted, mapping, issues: [...issues, ...drafted.issues], sample }
}
