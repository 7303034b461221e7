import { byRank, type ExportFile } from '#core/control/file.ts'
import { outcomeOf, withoutResult } from './built-outcome.ts'
import type { DatasetOutcome, RebuildContext } from './dataset-outcome.ts'
import type { DatasetInputs } from './inputs.ts'
import type { SyncPorts } from './ports.ts'
import { rebuildFromWindows } from './rebuild-from-windows.ts'
import { type Approved, rebuildInput, sourceOf, upToDate } from './rebuild-input.ts'

/** Two months of daily files: further back a changed mapping or a person who returns changes nothing. */
const maxFilesRepeated = 60

/** Those that wait, on top of what is committed; all of them anew when one comes late or anything else has changed. */
const windowFiles = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): readonly ExportFile[] => {
  const waiting = [...inputs.candidates, ...inputs.late].toSorted(byRank)
  if (inputs.late.length === 0 && upToDate(inputs, mapping, context)) return waiting
  const [first] = waiting
  const accepted = inputs.accepted.filter(
    (file, age) => file.archive && (age < maxFilesRepeated || (first !== undefined && byRank(file, first) > 0)),
  )
  return [...waiting, ...accepted].toSorted(byRank)
}

/** What comes late lies beneath the files after it: once one of those is gone, nobody can tell what it may still say. */
const isBuried =
  ({ accepted }: DatasetInputs) =>
  (late: ExportFile): boolean =>
    accepted.some((file) => !file.archive && byRank(file, late) > 0)

/** Builds a dataset of files that cover a window of days each. */
export const rebuildWindows = async (
  ports: SyncPorts,
  found: DatasetInputs,
  mapping: Approved,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const buried = found.late.filter(isBuried(found))
  const inputs = { ...found, late: found.late.filter((file) => !buried.includes(file)) }
  const files = windowFiles(inputs, mapping, context)
  if (files.length === 0) return withoutResult({ ...inputs, late: buried }, [])
  const input = await rebuildInput(inputs, mapping, context)
  const sources = files.map((file) => sourceOf(ports, file))
  const { result, refused: unreadable } = await rebuildFromWindows(ports, input, sources)
  const refused = unreadable.map(({ file: { file }, issues }) => ({ file, issues }))
  if (!result) return withoutResult({ ...inputs, late: buried }, refused)
  const built = { rebuilt: result.rebuilt, files: result.files.map(({ file }) => file), last: result.last.file }
  return { ...outcomeOf(inputs, mapping, context, built, refused), superseded: buried }
}
