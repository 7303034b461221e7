import { byRank, type ExportFile } from '#core/control/file.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { outcomeOf, withoutResult } from './built-outcome.ts'
import type { DatasetOutcome, RebuildContext, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { linked, longestChain, modeOfFile } from './delta-chain.ts'
import type { DatasetInputs } from './inputs.ts'
import { limitsFor } from './limits-for.ts'
import type { SyncPorts } from './ports.ts'
import { type RebuiltChain, rebuildFromChain } from './rebuild-from-chain.ts'
import { type Approved, rebuildInput, sourceOf, upToDate } from './rebuild-input.ts'
import { refilterOf } from './refilter.ts'
import { isRuledAsNow, storedPeople } from './stored-people.ts'

type Source = ReturnType<typeof sourceOf>

/** Whether files of a dataset build on each other: those it was built from, those that wait, or all by its mapping. */
export const buildsOnOthers = (
  { dataset, committed, candidates, late }: DatasetInputs,
  { mapping }: Pick<Approved, 'mapping'>,
): boolean =>
  committed?.chain !== undefined ||
  mapping.mode === 'delta' ||
  [...candidates, ...late].some((file) => modeOfFile(dataset, file, mapping) === 'delta')

/** Nothing is applied: what waits is refused, else the report alone says why. */
const brokenBy = (inputs: DatasetInputs, waiting: readonly ExportFile[], found: Issue): DatasetOutcome => ({
  rebuilt: null,
  repeated: null,
  report: datasetReport(inputs.dataset, {
    outcome: 'refused',
    file: waiting.at(-1) ?? inputs.current,
    issues: [found],
  }),
  refused: waiting.map((file) => ({ file, issues: [found] })),
  superseded: [],
})

const without = (files: readonly ExportFile[], others: readonly ExportFile[]): readonly ExportFile[] =>
  files.filter(({ id }) => others.every((other) => other.id !== id))

const because = (dataset: Dataset, says: 'deltaChainBroken' | 'deltaChainTooLong' | 'deltaJoined'): Issue =>
  issue('DELTA_CHAIN_BROKEN', { ...say(says), dataset })

const refusedIn = ({ refused }: RebuiltChain<Source>): readonly RefusedFile[] =>
  refused.map(({ file: { file }, issues }) => ({ file, issues }))

type Room = {
  readonly ports: SyncPorts
  readonly inputs: DatasetInputs
  readonly mapping: Approved
  readonly context: RebuildContext
}

/** Files that are applied one after the other; those before them are applied already. */
type Links = {
  readonly files: readonly ExportFile[]
  readonly before: readonly ExportFile[]
  readonly isWhole: boolean
  /** What cannot be left out. */
  readonly needed: readonly ExportFile[]
}

const build = async (
  { ports, inputs, mapping, context }: Room,
  { files, isWhole, needed }: Links,
  last: ExportFile,
): Promise<RebuiltChain<Source>> => {
  const isNeeded = ({ file }: Source): boolean => needed.includes(file)
  const input = {
    ...(await rebuildInput(inputs, mapping, context)),
    ...refilterOf(ports, inputs, context),
    ...storedPeople(ports, context.integration, inputs, isRuledAsNow(inputs, mapping.version, context)),
    limits: limitsFor(context.integration, inputs.committed, last),
  }
  const sources = files.map((file) => sourceOf(ports, file))
  return rebuildFromChain(ports, input, { files: sources, isWhole, isNeeded })
}

type Result = Extract<RebuiltChain<Source>, { readonly kind: 'rebuilt' }>

const applied = (
  { inputs, mapping, context }: Room,
  result: Result,
  before: readonly ExportFile[],
  refused: readonly RefusedFile[],
): Omit<DatasetOutcome, 'superseded'> => {
  const read = result.files.map(({ file }) => file)
  const chain = linked(before, read)
  const last = chain.at(-1) ?? result.last.file
  const fresh = without(read, inputs.chain.files)
  const built = { rebuilt: result.rebuilt, files: fresh.length > 0 ? fresh : [last], last, chain }
  return outcomeOf(inputs, mapping, context, built, [...refused, ...refusedIn(result)])
}

/** What is committed was built from some of them under an earlier mapping: these stay accepted. */
const withoutChange = (
  inputs: DatasetInputs,
  refused: readonly RefusedFile[],
  superseded: readonly ExportFile[],
): DatasetOutcome | null => {
  const outcome = withoutResult({ ...inputs, late: superseded }, refused)
  const isFresh = ({ file }: RefusedFile): boolean => inputs.chain.files.every(({ id }) => id !== file.id)
  return outcome && { ...outcome, refused: outcome.refused.filter(isFresh) }
}

/** Whoever is new may be whom earlier rows mention in vain: only these rows themselves say so. */
const bringsRecords = (result: RebuiltChain<Source>, dataset: Dataset): boolean =>
  result.kind === 'rebuilt' && result.rebuilt.comparison.records.counts(datasetTraits[dataset].model).created > 0

type Waiting = {
  readonly fulls: readonly ExportFile[]
  readonly deltas: readonly ExportFile[]
  /** Changes that came late. */
  readonly between: readonly ExportFile[]
}

/** Begins anew with the newest full file that can be read; answers those that cannot where there is none. */
const beginAnew = async (
  room: Room,
  { fulls, deltas }: Waiting,
): Promise<{ readonly outcome: DatasetOutcome } | { readonly refused: readonly RefusedFile[] }> => {
  const { late } = room.inputs
  const refused: RefusedFile[] = []
  for (const start of fulls.toReversed()) {
    const since = deltas.filter((file) => byRank(start, file) < 0)
    const links = { files: [start, ...since], before: [], isWhole: true, needed: [start] }
    const result = await build(room, links, since.at(-1) ?? start)
    if (result.kind === 'rebuilt') {
      const superseded = without([...fulls, ...deltas, ...late], [...links.files, ...refused.map(({ file }) => file)])
      return { outcome: { ...applied(room, result, [], refused), superseded } }
    }
    refused.push(...refusedIn(result).filter(({ file }) => file.id === start.id))
  }
  return { refused }
}

/** What changed on top of what is committed; all anew from the files that this was built from, if anything else asks for that. */
const goOn = async (
  room: Room,
  { deltas, between }: Waiting,
  refused: readonly RefusedFile[],
): Promise<DatasetOutcome | null> => {
  const { inputs, mapping, context } = room
  const { dataset, chain, late } = inputs
  const changes = [...deltas, ...between].toSorted(byRank)
  const superseded = without(late, between)
  const isSettled = upToDate(inputs, mapping, context) && !context.interrupted && context.unknown.size === 0
  const asksForMore = !isSettled || chain.hasLost
  if (changes.length === 0 && !asksForMore) return withoutChange(inputs, refused, superseded)
  // A change may open a circle through rows of other files, and only these say who the manager is.
  const isCircular = chain.isKept && inputs.committed?.circular === true
  const isAnew = asksForMore || isCircular || between.length > 0 || (mapping.mapping.keep ?? []).length > 0
  if (isAnew && !chain.isKept) return brokenBy(inputs, changes, because(dataset, 'deltaChainBroken'))
  if (chain.files.length + changes.length > longestChain)
    return brokenBy(inputs, changes, because(dataset, 'deltaChainTooLong'))
  const whole = { files: linked(chain.files, changes), before: chain.files, isWhole: true, needed: chain.files }
  const links = isAnew ? whole : { files: changes, before: chain.files, isWhole: false, needed: [] }
  const last = links.files.at(-1)
  if (!last) return withoutChange(inputs, refused, superseded)
  const first = await build(room, links, last)
  const result = !isAnew && chain.isKept && bringsRecords(first, dataset) ? await build(room, whole, last) : first
  if (result.kind === 'rebuilt') return { ...applied(room, result, chain.files, refused), superseded }
  return withoutChange(inputs, [...refused, ...refusedIn(result)], superseded)
}

const sortWaiting = ({ dataset, candidates, late, chain: { files } }: DatasetInputs, mapping: Mapping): Waiting => {
  const isDelta = (file: ExportFile): boolean => modeOfFile(dataset, file, mapping) === 'delta'
  const [first] = files
  const waiting = candidates.toSorted(byRank)
  return {
    fulls: waiting.filter((file) => !isDelta(file)),
    deltas: waiting.filter(isDelta),
    between: late.filter((file) => isDelta(file) && (!first || byRank(first, file) < 0)),
  }
}

/** What a dataset will come from whose files are taken in unread. */
export const chainAfter = (inputs: DatasetInputs): { readonly chain?: readonly ExportFile[] } => {
  const { mapping, chain } = inputs
  if (mapping.kind !== 'approved' || !buildsOnOthers(inputs, mapping)) return {}
  const { fulls, deltas } = sortWaiting(inputs, mapping.mapping)
  const start = fulls.at(-1)
  const before = start ? [start] : chain.files
  return { chain: linked(before, start ? deltas.filter((file) => byRank(start, file) < 0) : deltas) }
}

/**
 * Builds a dataset of files that build on each other: the newest full file that can be read with every change since; without a new one,
 * what changed on top of what is committed.
 */
export const rebuildChain = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  mapping: Approved,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const room = { ports, inputs, mapping, context }
  const waiting = sortWaiting(inputs, mapping.mapping)
  const changes = [...waiting.deltas, ...waiting.between]
  if (changes.length > 0 && (mapping.mapping.joins ?? []).length > 0)
    return brokenBy(inputs, changes, because(inputs.dataset, 'deltaJoined'))
  const begun = await beginAnew(room, waiting)
  return 'outcome' in begun ? begun.outcome : goOn(room, waiting, begun.refused)
}
