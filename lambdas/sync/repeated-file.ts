import { readDocument } from '#core/control/documents.ts'
import { cameAt, type ExportFile } from '#core/control/file.ts'
import { syncKey } from '#core/control/keys.ts'
import type { DatasetState } from '#core/control/state.ts'
import { type SyncCounts, type SyncDatasetReport, SyncSchema } from '#core/control/sync.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { fileSet, hasNewPart } from './file-set.ts'
import { type DatasetInputs, modeInUse, type PartInputs } from './inputs.ts'
import { placeOf } from './place-of.ts'
import type { SyncPorts } from './ports.ts'

const hasSameBytes = (file: ExportFile, { checksum, size }: ExportFile): boolean =>
  checksum !== undefined && file.checksum === checksum && file.size === size

const isRepeated = ({ files: [newest], current }: PartInputs): boolean =>
  newest !== undefined && current !== undefined && (newest.id === current.id || hasSameBytes(newest, current))

/** The file to move to: the newest of those that wait, if all that must be applied have the bytes of the committed one. */
const repeatedFile = (inputs: DatasetInputs): ExportFile | undefined => {
  const { dataset, mapping, candidates, late, current, committed, parts } = inputs
  // What several files came to together, one of them alone does not come to.
  const set = [current, ...parts.map((part) => part.current)].map((file) => file?.id)
  if (!current || committed?.files?.join() !== set.join() || !parts.every(isRepeated)) return undefined
  if (candidates.length === 0 && hasNewPart(inputs)) return current
  if (modeInUse(dataset, mapping) !== 'window')
    return candidates.slice(0, 1).find((file) => hasSameBytes(file, current))
  return late.length === 0 && candidates.every((file) => hasSameBytes(file, current)) ? candidates.at(-1) : undefined
}

const reportOfSync = async (
  { control }: SyncPorts,
  { dataset, current, committed }: DatasetInputs,
): Promise<SyncDatasetReport | undefined> => {
  const key = committed?.syncId !== undefined && current && syncKey(current.integrationId, committed.syncId)
  const sync = key ? await readDocument(control, key, SyncSchema) : undefined
  return sync?.datasets.find((report) => report.dataset === dataset && report.outcome === 'applied')
}

/** What the same rows come to once they are committed. */
const restated = ({ rows, quarantined, created, updated, rerendered, unchanged }: SyncCounts): SyncCounts => ({
  rows,
  quarantined,
  created: 0,
  updated: 0,
  rerendered: 0,
  removed: 0,
  unchanged: created + updated + rerendered + unchanged,
  held: 0,
})

const withoutRank = ({ rank: _, ...rest }: DatasetState): DatasetState => rest

const movedTo = (
  [file, ...parts]: readonly [ExportFile, ...ExportFile[]],
  committed: DatasetState,
  committedAt: number,
): DatasetState => ({
  ...withoutRank(committed),
  fileId: file.id,
  fileName: file.name,
  ...placeOf({ file, committed }),
  goodFileAt: cameAt(file),
  files: [file, ...parts].map(({ id }) => id),
  committedAt,
})

/**
 * A file with the bytes of the committed one, while nothing else has changed: the pointer moves on to it, neither file nor manifest is
 * opened, and the report repeats the last one. Held removals are judged anew with every file, so they must be read.
 */
export const repeatCommitted = async (ports: SyncPorts, inputs: DatasetInputs): Promise<DatasetOutcome | undefined> => {
  const { dataset, candidates, late, current, committed } = inputs
  const file = repeatedFile(inputs)
  const last = file && (await reportOfSync(ports, inputs))
  if (!file || !committed?.syncId || !last || last.counts.held > 0) return undefined
  const others = [...late, ...candidates].filter(({ id }) => id !== file.id && id !== current?.id)
  const set = fileSet(ports, inputs.parts)
  const isFull = modeInUse(dataset, inputs.mapping) !== 'window'
  const report = datasetReport(dataset, {
    outcome: 'applied',
    file,
    counts: restated(last.counts),
    issues: last.issues,
    issuesLeft: last.issuesLeft,
    sameAs: committed.syncId,
  })
  return {
    rebuilt: null,
    repeated: {
      dataset,
      state: movedTo([file, ...set.files()], committed, ports.now()),
      files: isFull ? [file, ...set.files()] : candidates,
    },
    report,
    refused: [],
    superseded: isFull ? [...others, ...set.overtaken()] : [],
  }
}
