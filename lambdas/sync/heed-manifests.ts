import { type ExportFile, fileRank } from '#core/control/file.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { DatasetOutcome, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { modeOfFile } from './delta-chain.ts'
import { filesAwaitedAgain, listedFilesAwaited, manifestAwaited } from './file-awaited.ts'
import type { DatasetInputs, PartInputs } from './inputs.ts'
import { isUnheeded } from './set-manifests.ts'
import { type Sets, setsOfManifests } from './sets-of-manifests.ts'

/** What a dataset may be built from by its manifests. */
export type Heeded = {
  /** Without the files that wait for a manifest, or for others of their set. */
  readonly inputs: DatasetInputs
  /** Files that wait, newest first, and what for. */
  readonly withheld: readonly ExportFile[]
  readonly awaited: Issue | undefined
  /** Manifests that cannot be read. */
  readonly refused: readonly RefusedFile[]
  /** Those whose sets are complete, and all that no sync has heeded yet. */
  readonly complete: readonly ExportFile[]
  readonly unheeded: readonly ExportFile[]
}

const nothing = { withheld: [], awaited: undefined, refused: [], complete: [], unheeded: [] } as const

type Ports = Parameters<typeof setsOfManifests>[0]

/** What was applied before is not asked again; nor is what somebody has said may be applied. */
const isFree = ({ state, replayedAt, releasedAt }: ExportFile): boolean =>
  state === 'ACCEPTED' || state === 'SUPERSEDED' || replayedAt !== undefined || releasedAt !== undefined

const isOlder = (file: ExportFile, than: readonly ExportFile[]): boolean =>
  than.some((other) => fileRank(file) < fileRank(other))

/** Of files of one kind those that may be applied, those that these overtake, and those that wait. */
const sortOut = (files: readonly ExportFile[], { sets }: Sets, isWhole: boolean) => {
  const isInSet = (file: ExportFile): boolean => sets.some(({ isComplete, has }) => isComplete && has(file))
  const free = files.filter((file) => isFree(file) || isInSet(file))
  const others = files.filter((file) => !free.includes(file))
  const released = free.filter(({ state }) => state !== 'ACCEPTED')
  const overtaken = isWhole ? others.filter((file) => isOlder(file, released)) : []
  return { free, overtaken, waiting: others.filter((file) => !overtaken.includes(file)) }
}

/** Of a set, the newest file of a part counts and no other. */
const partOf = (part: PartInputs, sets: Sets) => {
  const { free, overtaken, waiting } = sortOut([...part.files, ...part.late], sets, true)
  const usable = free.filter((file) => part.files.includes(file))
  const rest = [...usable.slice(1).filter(({ state }) => state === 'QUEUED' || state === 'ARCHIVED'), ...overtaken]
  const late = [...free.filter((file) => part.late.includes(file)), ...rest]
  return { part: { ...part, files: usable.slice(0, 1), late }, waiting }
}

/** Whether the newest main file stands for those before it. */
const replaceEachOther = ({ dataset, mapping, committed, candidates, late }: DatasetInputs): boolean => {
  const { mapping: inUse } = mapping.kind === 'approved' ? mapping : { mapping: undefined }
  return !committed?.chain && [...candidates, ...late].every((file) => modeOfFile(dataset, file, inUse) === 'full')
}

const awaitedBy = (
  { dataset, manifests }: DatasetInputs,
  { sets }: Sets,
  withheld: readonly ExportFile[],
): Issue | undefined => {
  const newest = sets.at(0)
  if (newest && isUnheeded(newest.manifest)) {
    const { manifest, missing, spoilt } = newest
    if (missing.length > 0) return listedFilesAwaited(dataset, manifest.name, missing)
    const names = spoilt.map(({ name }) => name)
    if (names.length > 0) return filesAwaitedAgain(dataset, names)
  }
  return manifests && withheld.length > 0 ? manifestAwaited(dataset, manifests.name) : undefined
}

/** Sorts the files of a dataset by its manifests. Who forces a sync does not wait. */
export const heedManifests = async (
  ports: Ports,
  inputs: DatasetInputs,
  reason: SyncMessage['reason'],
): Promise<Heeded> => {
  const { manifests, candidates, late, parts } = inputs
  if (!manifests) return { inputs, ...nothing }
  const unheeded = manifests.files.filter(isUnheeded)
  if (reason === 'forced')
    return { inputs: { ...inputs, manifests: undefined }, ...nothing, complete: unheeded, unheeded }
  const waiting = [...candidates, ...late, ...parts.flatMap((part) => [...part.files, ...part.late])]
  if (unheeded.length === 0 && waiting.every(isFree)) return { inputs, ...nothing }
  const sets = await setsOfManifests(ports, manifests)
  const main = sortOut([...candidates, ...late], sets, replaceEachOther(inputs))
  const ofParts = parts.map((part) => partOf(part, sets))
  const withheld = [...main.waiting, ...ofParts.flatMap((each) => each.waiting)]
  return {
    inputs: {
      ...inputs,
      candidates: candidates.filter((file) => main.free.includes(file)),
      late: [...late.filter((file) => main.free.includes(file)), ...main.overtaken],
      parts: ofParts.map(({ part }) => part),
    },
    withheld,
    awaited: awaitedBy(inputs, sets, withheld),
    refused: sets.refused,
    complete: sets.sets.filter(({ isComplete }) => isComplete).map(({ manifest }) => manifest),
    unheeded,
  }
}

/** Adds to what became of a dataset what its files wait for, and which manifests cannot be read. */
export const sayAwaited = (
  { inputs: { dataset }, withheld, awaited, refused, unheeded }: Heeded,
  outcome: DatasetOutcome | null,
): DatasetOutcome | null => {
  const issues = [...refused.flatMap((each) => each.issues), ...(awaited ? [awaited] : [])]
  const [first] = issues
  if (!first) return outcome
  // What else is missing may be among the files that wait.
  if (outcome && outcome.report.outcome !== 'unchanged' && outcome.report.outcome !== 'waiting_for_files') {
    const report = { ...outcome.report, issues: [...issues, ...outcome.report.issues] }
    return { ...outcome, report, refused: [...outcome.refused, ...refused] }
  }
  const file = refused[0]?.file ?? withheld[0] ?? unheeded[0]
  const report = datasetReport(dataset, { outcome: refused[0] ? 'refused' : 'waiting_for_files', file, issues })
  return { rebuilt: null, repeated: null, superseded: [], ...outcome, report, refused }
}
