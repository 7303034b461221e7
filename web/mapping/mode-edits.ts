import { type DatasetMode, datasetTraits } from '#core/files/datasets.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { Mapping } from '#core/mapping/mapping.ts'

/** What files hold is said only where it is not what files of the dataset hold anyway. */
export const withMode = ({ mode: _, ...others }: Mapping, mode: DatasetMode): Mapping =>
  mode === datasetTraits[others.dataset].mode ? others : { ...others, mode }

/** Whether an empty cell in a file of changes leaves a field as it was. */
export const keeps = ({ keep = [] }: Mapping, field: string): boolean => keep.includes(field)

export const withKept = (mapping: Mapping, field: string, isKept: boolean): Mapping => {
  if (keeps(mapping, field) === isKept) return mapping
  const { keep = [], ...others } = mapping
  const kept = isKept ? [...keep, field] : keep.filter((each) => each !== field)
  return kept.length === 0 ? others : { ...others, keep: kept }
}

/** The mapping with the files that it is read from; without a word, those of the dataset. */
export const withFiles = ({ files: _, ...others }: Mapping, files: string | undefined): Mapping =>
  files === undefined ? others : { ...others, files }

export const withQuietMinutes = ({ quietMinutes: _, ...others }: Mapping, minutes: number | undefined): Mapping =>
  minutes === undefined ? others : { ...others, quietMinutes: minutes }

export const withManifest = ({ manifest: _, ...others }: Mapping, manifest: string | undefined): Mapping =>
  manifest === undefined ? others : { ...others, manifest }

export type DialectPart = keyof PartialDialect

/** A dialect with a part of it said, or left to be found. */
export const withDialectPart = (
  said: PartialDialect,
  part: DialectPart,
  value: string | number | undefined,
): PartialDialect => {
  const { [part]: _, ...others } = said
  return value === undefined ? others : { ...others, [part]: value }
}
