import { type CustomField, customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import { targetFields } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { MappingPorts } from './ports.ts'

const unknownFields = ({ dataset, fields }: Mapping, custom: readonly CustomField[]): readonly string[] =>
  Object.keys(fields).filter((field) => {
    const key = customFieldKeyOf(field)
    return key === undefined ? !Object.hasOwn(targetFields[dataset], field) : !custom.some((each) => each.key === key)
  })

/** Documents of the control table end at 400 KB. */
const maxMappingBytes = 300_000

/** Why a mapping cannot be stored, in a sentence. */
export const problemWith = async (
  { control }: Pick<MappingPorts, 'control'>,
  mapping: Mapping,
  dataset: Dataset,
): Promise<string | undefined> => {
  if (mapping.dataset !== dataset) return `The mapping is one of ${mapping.dataset}, but the path says ${dataset}.`
  const custom = customFieldsOf(await readCustomFields(control), datasetTraits[dataset].model)
  const unknown = unknownFields(mapping, custom)
  if (unknown.length > 0) return `The mapping fills ${unknown.join(', ')}: ${dataset} have no such field.`
  const bytes = Buffer.byteLength(JSON.stringify(mapping))
  return bytes > maxMappingBytes
    ? `The mapping has ${bytes} bytes; at most ${maxMappingBytes} can be stored. Shorten its value tables.`
    : undefined
}
