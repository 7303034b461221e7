import type { Issue } from '#core/issues/issue.ts'
import { ofPart } from '#core/issues/of-part.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import { earlierDay } from '#core/values/zoned-day.ts'
import { recordIds, withLinksFollowed } from './linked-ids.ts'
import { type ExaminedFile, examine, type RebuildInput, type Room, type SourceFile } from './rebuild-file.ts'

export type RefusedSource<File> = { readonly file: File; readonly issues: readonly Issue[] }

type Merge = (earlier: FileContents, later: FileContents) => FileContents

type TogetherInput<File> = {
  /** Oldest first. */
  readonly files: readonly File[]
  readonly merge: Merge
  /** Whether each row is read, though there is one file alone. */
  readonly afresh?: boolean
  /** Without which nothing is read. */
  readonly isNeeded?: (file: File) => boolean
}

export type ReadTogether<File extends SourceFile> = {
  /** Null when no file could be read, or one that was needed could not. */
  readonly read: {
    readonly found: ExaminedFile
    readonly files: readonly File[]
    /** Speaks for all. */
    readonly last: File
    /** The last one as the source of what all say: known to be whole only if each is. */
    readonly source: SourceFile
  } | null
  readonly refused: readonly RefusedSource<File>[]
}

const merged = (merge: Merge, earlier: ExaminedFile, later: ExaminedFile): ExaminedFile => {
  const [before, after] = [earlier.contents, later.contents]
  return {
    ...later,
    // Marks mean one way of reading only.
    reading: earlier.reading === later.reading ? later.reading : null,
    contents: {
      ...merge(before, after),
      rows: before.rows + after.rows,
      quarantinedRows: before.quarantinedRows + after.quarantinedRows,
      suppressedRows: before.suppressedRows + after.suppressedRows,
      dueAt: earlierDay(before.dueAt, after.dueAt),
      issues: [],
    },
    issues: [],
  }
}

/** What is wrong with files of which the last speaks for all: rows of the others are counted there, so their issues say which they are. */
const issuesOf = (
  examined: readonly { readonly file: SourceFile; readonly issues: readonly Issue[] }[],
): readonly Issue[] =>
  examined.flatMap(({ file: { name }, issues }, place) =>
    place < examined.length - 1 ? issues.map((each) => (each.file === undefined ? ofPart(name, each) : each)) : issues,
  )

/** Reads files as one, as if they were applied one after the other; those that cannot be read are left out. */
export const examineTogether = async <File extends SourceFile>(
  room: Room,
  input: Omit<RebuildInput, 'file'>,
  { files, merge, afresh = false, isNeeded = () => false }: TogetherInput<File>,
): Promise<ReadTogether<File>> => {
  const idOf = recordIds(room, input)
  const refused: RefusedSource<File>[] = []
  const read: { readonly file: File; readonly issues: readonly Issue[] }[] = []
  let together: ExaminedFile | undefined
  for (const file of files) {
    const examined = await examine(room, input, file, idOf, files.length > 1 || afresh)
    if (examined.kind === 'refused') {
      refused.push({ file, issues: examined.issues })
      if (isNeeded(file)) return { read: null, refused }
      continue
    }
    together = together ? merged(merge, together, examined) : examined
    read.push({ file, issues: examined.issues })
  }
  const last = read.at(-1)?.file
  if (!together || !last) return { read: null, refused }
  const contents = withLinksFollowed(room, input, together.contents, input.base)
  const found = { ...together, contents, issues: issuesOf(read) }
  const source = { ...last, unproven: read.some(({ file }) => file.unproven === true) }
  return { read: { found, files: read.map(({ file }) => file), last, source }, refused }
}
