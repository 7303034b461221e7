import type { Entry } from 'yauzl'
import type { Dataset } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import type { Archive } from './archive.ts'
import * as refusals from './refusals.ts'

type ZipOptions = {
  /** What the name of the archive says is in it. */
  readonly dataset: Dataset | null
  /** bytes */
  readonly limit: number
}

/** What packers add of their own accord. */
export const isClutter = (name: string): boolean =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/i.test(name)

/** The only file there is, else the only one whose name says what the archive's says. */
const chooseEntry = (entries: readonly Entry[], dataset: Dataset | null): Entry => {
  const files = entries.filter(({ fileName }) => !isClutter(fileName))
  const named = files.filter(({ fileName }) => {
    const claim = claimOf(fileName)
    return claim.kind === 'export' && claim.dataset === dataset
  })
  const [only, ...others] = files.length > 1 && named.length > 0 ? named : files
  if (!only) throw new UnreadableFile(refusals.emptyArchive())
  if (others.length > 0) throw new UnreadableFile(refusals.severalFiles(files.length))
  return only
}

/** The one export in an archive, which it closes. */
export async function* unzip(archive: Archive, { dataset, limit }: ZipOptions): AsyncGenerator<Uint8Array> {
  try {
    yield* archive.read(chooseEntry(archive.entries, dataset), limit)
  } finally {
    archive.close()
  }
}
