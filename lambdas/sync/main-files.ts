import type { ExportFile } from '#core/control/file.ts'
import { type Dataset, isDataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { isFileOf } from './find-parts.ts'

/** The dataset whose files another one is read from; undefined where it has files of its own, or those of a part. */
export const lenderOf = ({ files }: Pick<Mapping, 'files'>): Dataset | undefined =>
  files !== undefined && isDataset(files) ? files : undefined

/** Whether a dataset is read from other files than its own. */
export const borrows = (mapping: Pick<Mapping, 'files'> | undefined): boolean => mapping?.files !== undefined

/** Tells the main files of a dataset, by their dataset or, where its mapping names them, by their names. */
export const mainFiles = (dataset: Dataset, mapping: Pick<Mapping, 'files'> | undefined) => {
  const { files } = mapping ?? {}
  const own = (files !== undefined && lenderOf({ files })) || dataset
  return (file: ExportFile): boolean =>
    files === undefined || isDataset(files) ? file.dataset === own : isFileOf({ files }, file)
}

/** Of files that may be borrowed, newest first, those that are worth a trial: down to the newest that was accepted. */
export const worthATrial = (newestFirst: readonly ExportFile[]): readonly ExportFile[] => {
  const accepted = newestFirst.findIndex(({ state }) => state === 'ACCEPTED')
  return accepted < 0 ? newestFirst : newestFirst.slice(0, accepted + 1)
}
