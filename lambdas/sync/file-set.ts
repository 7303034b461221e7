import type { ExportFile } from '#core/control/file.ts'
import { fileNames } from '#core/files/file-name.ts'
import type { Issue } from '#core/issues/issue.ts'
import { partFileName } from '#core/mapping/join.ts'
import type { PartSource } from '../reading/read-joined.ts'
import type { DatasetOutcome, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { fileAwaited } from './file-awaited.ts'
import { partSource } from './find-parts.ts'
import type { DatasetInputs, PartInputs } from './inputs.ts'
import type { SyncPorts } from './ports.ts'
import type { RebuildResult } from './rebuild-file.ts'

const isWaiting = ({ state }: ExportFile): boolean => state === 'QUEUED' || state === 'ARCHIVED'

/** Whether a file of a part has come since the dataset was built. */
export const hasNewPart = ({ parts, committed }: Pick<DatasetInputs, 'parts' | 'committed'>): boolean =>
  parts.some(({ files: [newest] }) => newest !== undefined && !committed?.files?.includes(newest.id))

/** Files of parts that wait for a sync. */
export const waitingParts = ({ parts }: Pick<DatasetInputs, 'parts'>): readonly ExportFile[] =>
  parts.flatMap(({ files, late }) => [...files.filter(isWaiting), ...late])

/** What a main file is joined with: of each part the newest file that can be read. */
export type FileSet = {
  /** The parts as sources; the names of those of which there is no file. */
  readonly sources: () => readonly PartSource[]
  readonly awaited: () => readonly string[]
  readonly files: () => readonly ExportFile[]
  /** Goes on with the file before this one, which cannot be read. */
  readonly refuse: (fileId: string, issues: readonly Issue[]) => void
  readonly refused: readonly RefusedFile[]
  /** Waiting files that newer ones replace. */
  readonly overtaken: () => readonly ExportFile[]
}

export const fileSet = (ports: SyncPorts, parts: readonly PartInputs[]): FileSet => {
  const refused: RefusedFile[] = []
  const isLeft = ({ id }: ExportFile): boolean => !refused.some(({ file }) => file.id === id)
  const left = ({ files }: PartInputs): readonly ExportFile[] => files.filter(isLeft)
  return {
    sources: () =>
      parts.flatMap((part) =>
        left(part)
          .slice(0, 1)
          .map((file) => partSource(ports, part.join, file)),
      ),
    awaited: () => parts.filter((part) => left(part).length === 0).map(({ join }) => partFileName(join)),
    files: () => parts.flatMap((part) => left(part).slice(0, 1)),
    refuse: (fileId, issues) => {
      const file = parts.flatMap(({ files }) => files).find(({ id }) => id === fileId)
      if (file) refused.push({ file, issues })
    },
    refused,
    overtaken: () => parts.flatMap((part) => [...left(part).slice(1).filter(isWaiting), ...part.late]),
  }
}

/** Reads a main file with its parts; `awaited` while there is no file of one of them that can be read. */
export const readWithParts = async (
  set: FileSet,
  read: (parts: readonly PartSource[]) => Promise<RebuildResult>,
): Promise<RebuildResult | { readonly kind: 'awaited' }> => {
  while (set.awaited().length === 0) {
    const result = await read(set.sources())
    if (result.kind !== 'refused' || result.part === undefined) return result
    set.refuse(result.part, result.issues)
  }
  return { kind: 'awaited' }
}

/** Nothing is applied before the set is complete; what has come waits, but for parts that cannot be read. */
export const waitForFiles = (
  { dataset, current, candidates }: DatasetInputs,
  awaited: Issue,
  refused: readonly RefusedFile[] = [],
  file: ExportFile | undefined = candidates[0] ?? current,
): DatasetOutcome => {
  const first = refused.at(0)
  const issues = [...refused.flatMap((each) => each.issues), awaited]
  return {
    rebuilt: null,
    repeated: null,
    report: datasetReport(dataset, {
      outcome: first ? 'refused' : 'waiting_for_files',
      file: first?.file ?? file,
      issues,
    }),
    refused,
    superseded: [],
  }
}

/** Parts have come, and the file that they belong to has not, or is not kept. */
export const waitForMainFile = (inputs: DatasetInputs): DatasetOutcome | undefined => {
  const [waiting] = waitingParts(inputs)
  if (!waiting) return undefined
  const { dataset } = inputs
  return waitForFiles(inputs, fileAwaited(dataset, [fileNames[dataset]]), [], waiting)
}
