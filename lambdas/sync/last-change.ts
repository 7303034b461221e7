import { filesOf } from '#core/control/retention.ts'
import type { Basis, DatasetState } from '#core/control/state.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'

/** The state of an integration is one document: what is longer is not remembered. */
const longestConfiguration = 20_000

const basisOf = (state: DatasetState): Basis => {
  const { fileId, fileName, fileOrder, rank, goodFileAt, files, mappingVersion, configuration, manifest } = state
  return {
    fileId,
    fileName,
    fileOrder,
    ...(rank === undefined ? {} : { rank }),
    ...(goodFileAt === undefined ? {} : { goodFileAt }),
    ...(files === undefined ? {} : { files }),
    mappingVersion,
    ...(configuration === undefined ? {} : { configuration }),
    manifest,
  }
}

/** Which sync made a dataset another one last, this one or the one before, and of what; nothing is remembered before a rollback. */
export const changeOf = (
  { committed, goesBack, file, files, mappingVersion, configuration }: RebuiltDataset,
  syncId: string,
): Pick<DatasetState, 'change'> => {
  if (goesBack) return {}
  if (!committed) return { change: { syncId, newFiles: true, before: null } }
  const before = filesOf(committed)
  const newFiles = [file, ...files].some(({ id }) => !before.includes(id))
  const isSame = mappingVersion === committed.mappingVersion && configuration === committed.configuration
  if (!newFiles && isSame) return committed.change ? { change: committed.change } : {}
  const lengths = configuration.length + (committed.configuration?.length ?? 0)
  return lengths > longestConfiguration ? {} : { change: { syncId, newFiles, before: basisOf(committed) } }
}
