import { type CustomField, customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import { wordsTaken } from '#core/control/file-words.ts'
import type { Integration } from '#core/control/integration.ts'
import { type Dataset, datasetTraits, isDataset, mayCoverWindow } from '#core/files/datasets.ts'
import { claimOf, fileNames } from '#core/files/file-name.ts'
import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { partFileName, problemWithJoins } from '#core/mapping/join.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { MappingPorts } from './ports.ts'

const unknownFields = ({ dataset, fields, keep = [] }: Mapping, custom: readonly CustomField[]): readonly string[] =>
  [...Object.keys(fields), ...keep].filter((field) => {
    const key = customFieldKeyOf(field)
    return key === undefined ? !Object.hasOwn(targetFields[dataset], field) : !custom.some((each) => each.key === key)
  })

const problemWithMode = ({ dataset, mode, joins = [] }: Mapping): string | undefined => {
  if (mode === 'window' && !mayCoverWindow(dataset))
    return `Rows of ${dataset} have no date, so their files cannot cover a window of dates.`
  if (joins.length > 0 && (mode ?? datasetTraits[dataset].mode) === 'window')
    return `Files with ${dataset} cover a window of dates each: they cannot be joined with others.`
  if (joins.length > 0 && mode === 'delta')
    return 'Files that hold only what changed cannot be joined with others: nobody can tell what the other file says of the rest.'
  return undefined
}

/** Only a history may stand in files that tell of something else, too. */
const problemWithFiles = ({ files, dataset }: Mapping): string | undefined => {
  if (files === undefined) return undefined
  if (dataset !== 'employments') return `Only employments can be read from other files than ${fileNames[dataset]}.`
  return files === 'employees' || claimOf(`${files}.csv`).kind === 'unclaimed'
    ? undefined
    : `Employments can be read from the files of employees, or from some that are no dataset of their own, not from ${files}.csv.`
}

const problemWithParts = ({ joins = [], dataset }: Mapping): string | undefined => {
  const claimed = joins.find((join) => claimOf(partFileName(join)).kind !== 'unclaimed')
  return claimed
    ? `${partFileName(claimed)} is a file of its own, so it cannot be joined with ${fileNames[dataset]}.`
    : problemWithJoins(joins)
}

/** A history waits with the file that it stands in. */
const problemWithManifest = ({ manifest, files }: Mapping): string | undefined =>
  manifest !== undefined && files !== undefined && isDataset(files)
    ? `Name the manifest in the mapping of ${files}: whatever is read from their files waits with them.`
    : undefined

/** Documents of the control table end at 400 KB. */
const maxMappingBytes = 300_000

/** Why a mapping cannot be stored, in a sentence. */
export const problemWith = async (
  { control }: Pick<MappingPorts, 'control'>,
  mapping: Mapping,
  { dataset, integration }: { readonly dataset: Dataset; readonly integration: Pick<Integration, 'fileWords'> },
): Promise<string | undefined> => {
  if (mapping.dataset !== dataset) return `The mapping is one of ${mapping.dataset}, but the path says ${dataset}.`
  const custom = customFieldsOf(await readCustomFields(control), datasetTraits[dataset].model)
  const unknown = unknownFields(mapping, custom)
  if (unknown.length > 0) return `The mapping fills ${unknown.join(', ')}: ${dataset} have no such field.`
  const problem =
    problemWithMode(mapping) ??
    problemWithFiles(mapping) ??
    problemWithParts(mapping) ??
    problemWithManifest(mapping) ??
    wordsTaken(integration, mapping)
  if (problem !== undefined) return problem
  const bytes = Buffer.byteLength(JSON.stringify(mapping))
  return bytes > maxMappingBytes
    ? `The mapping has ${bytes} bytes; at most ${maxMappingBytes} can be stored. Shorten its value tables.`
    : undefined
}
