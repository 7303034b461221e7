import type { Source } from './mapping.ts'
import { type SampleColumn, share } from './sample-column.ts'

const mostly = 0.9

/** A code and what it means: `124#CEO`, `D07 - Sales`. */
const shapes: readonly (readonly [separator: string, shape: RegExp])[] = [
  ['#', /^[\w.-]{1,20}#\s*\S/],
  ['|', /^[\w.-]{1,20}\|\s*\S/],
  [' - ', /^(?=[\w.]*\d)[\w.]{1,20} - \S/],
]

const separatorOf = ({ values }: SampleColumn): string | undefined =>
  values.length === 0
    ? undefined
    : shapes.find(([, shape]) => share(values, (value) => shape.test(value)) >= mostly)?.[0]

type Fields = Readonly<Record<string, readonly Source[]>>

const partly = (sources: readonly Source[], separator: string, take: 'code' | 'label'): Source[] =>
  sources.map((source) => (source.from === 'column' ? { ...source, part: { separator, take } } : source))

/** The fields with the cells of columns taken apart that hold a code and its label: a group or a place gets both, a job the label. */
export const withParts = (fields: Fields, columns: readonly SampleColumn[]): Record<string, Source[]> => {
  const separators = new Map(columns.map((column) => [column.name, separatorOf(column)]))
  const found: Record<string, Source[]> = {}
  for (const [field, sources] of Object.entries(fields)) {
    const [first] = sources
    const separator = first?.from === 'column' ? separators.get(first.column) : undefined
    const owner = /^(department|team|cost_center|legal_entity|work_location)\.(?:name|remote_id)$/.exec(field)?.[1]
    if (separator === undefined || (owner === undefined && field !== 'job_title')) found[field] = [...sources]
    else if (owner === undefined) found[field] = partly(sources, separator, 'label')
    else {
      const [id, name] = [`${owner}.remote_id`, `${owner}.name`]
      if (field === id || !(id in fields)) found[id] = partly(sources, separator, 'code')
      if (field === name || !(name in fields)) found[name] = partly(sources, separator, 'label')
    }
  }
  return found
}
