import { fileOrder, fileRank } from '#core/control/file.ts'
import { type Basis, rankOf } from '#core/control/state.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'

/** Sorts behind every file up to this place, and before every later one. */
const justAfter = (rank: string): string => `${rank}+`

/**
 * Where a dataset stands in the order of files once it is built: where it stood while it is built from the same file, and right
 * behind the file that a rollback takes away.
 */
export const placeOf = ({
  file,
  committed,
  goesBack,
}: Pick<RebuiltDataset, 'file' | 'committed' | 'goesBack'>): Pick<Basis, 'fileOrder' | 'rank'> => {
  const [order, own] = [fileOrder(file), fileRank(file)]
  const stays = committed?.fileId === file.id && rankOf(committed) > own ? rankOf(committed) : own
  const rank = committed && goesBack ? justAfter(rankOf(committed)) : stays
  return rank === order ? { fileOrder: order } : { fileOrder: order, rank }
}
