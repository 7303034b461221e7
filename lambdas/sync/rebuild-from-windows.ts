import { mergeWindows } from '#core/sync/merge-windows.ts'
import { examineTogether, type RefusedSource } from './examine-together.ts'
import { type Hashes, type RebuildInput, type Rebuilt, rebuildFrom, type SourceFile } from './rebuild-file.ts'

export type RebuiltWindows<File> = {
  /** Of the files that could be read, the last one speaks for all; null when none could. */
  readonly result: { readonly rebuilt: Rebuilt; readonly files: readonly File[]; readonly last: File } | null
  readonly refused: readonly RefusedSource<File>[]
}

/** Files that cover a window each, oldest first, as if they were applied one after the other. Nothing is written. */
export const rebuildFromWindows = async <File extends SourceFile>(
  hashes: Hashes,
  input: Omit<RebuildInput, 'file'>,
  files: readonly File[],
): Promise<RebuiltWindows<File>> => {
  const room = { ...hashes, scratch: hashes.openScratch() }
  const { read, refused } = await examineTogether(room, input, { files, merge: mergeWindows })
  if (!read) return { result: null, refused }
  const rebuilt = rebuildFrom(room, { ...input, file: read.source }, read.found)
  return { result: { rebuilt, files: read.files, last: read.last }, refused }
}
