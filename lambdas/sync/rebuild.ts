import { isDatasetOff } from '#core/control/configuration.ts'
import { byRank, type ExportFile } from '#core/control/file.ts'
import { outcomeOf, withoutResult } from './built-outcome.ts'
import type { DatasetOutcome, RebuildContext, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { fileAwaited } from './file-awaited.ts'
import { fileSet, hasNewPart, readWithParts, waitForFiles, waitForMainFile, waitingParts } from './file-set.ts'
import { type DatasetInputs, modeInUse } from './inputs.ts'
import { limitsFor } from './limits-for.ts'
import { nameRenamed } from './name-renamed.ts'
import type { SyncPorts } from './ports.ts'
import { waitForQuiet } from './quiet-time.ts'
import { buildsOnOthers, chainAfter, rebuildChain } from './rebuild-chain.ts'
import { rebuildFromFile, rebuildFromNothing } from './rebuild-file.ts'
import { type Approved, isBuiltAsNow, rebuildInput, sourceOf, upToDate } from './rebuild-input.ts'
import { rebuildWindows } from './rebuild-windows.ts'
import { refilterOf } from './refilter.ts'
import { repeatCommitted } from './repeated-file.ts'
import { isRuledAsNow, storedPeople } from './stored-people.ts'
import { waitForMapping } from './wait-for-mapping.ts'
import { emptyingWithoutFile, nothingRead } from './without-file.ts'

/** The files to try: those that wait, then, if something else changed, the one the committed state was built from. */
const trialsOf = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): readonly ExportFile[] =>
  (upToDate(inputs, mapping, context) && !hasNewPart(inputs)) || !inputs.current?.archive
    ? inputs.candidates
    : [...inputs.candidates, inputs.current]

/** The newest full file replaces the others. */
const overtaken = ({ current }: DatasetInputs, untried: readonly ExportFile[]): readonly ExportFile[] =>
  untried.filter(({ id }) => id !== current?.id)

const rebuildFull = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  mapping: Approved,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const refused: RefusedFile[] = []
  const trials = trialsOf(inputs, mapping, context)
  const set = fileSet(ports, inputs.parts)
  if (trials.length === 0) return waitForMainFile(inputs) ?? withoutResult(inputs, refused)
  const waiting = await waitForQuiet(ports, inputs, mapping, context)
  if (waiting) return waiting
  for (const [index, file] of trials.entries()) {
    const result = await readWithParts(set, async (parts) =>
      rebuildFromFile(ports, {
        ...(await rebuildInput(inputs, mapping, context)),
        ...refilterOf(ports, inputs, context),
        ...(context.goesBack
          ? {}
          : storedPeople(ports, context.integration, inputs, isRuledAsNow(inputs, mapping.version, context))),
        limits: limitsFor(context.integration, inputs.committed, file),
        file: { ...sourceOf(ports, file), parts },
      }),
    )
    if (result.kind === 'awaited') {
      const refusedParts = [...refused, ...set.refused]
      return waitForFiles(inputs, fileAwaited(inputs.dataset, set.awaited()), refusedParts)
    }
    if (result.kind === 'refused') {
      const issues = await nameRenamed(ports, { ...inputs, mapping: mapping.mapping }, file, result.issues)
      refused.push({ file, issues, pairs: result.pairs, ...(result.rows === undefined ? {} : { rows: result.rows }) })
      continue
    }
    const built = { rebuilt: result.rebuilt, files: [file, ...set.files()], last: file }
    const superseded = [...inputs.late, ...overtaken(inputs, trials.slice(index + 1)), ...set.overtaken()]
    return { ...outcomeOf(inputs, mapping, context, built, [...refused, ...set.refused]), superseded }
  }
  return withoutResult(inputs, [...refused, ...set.refused])
}

const without = (file: ExportFile | undefined): ExportFile | undefined => file && { ...file, archive: null }

/** What is committed, and nothing that came since. */
const asItStands = (inputs: DatasetInputs): DatasetInputs => ({
  ...inputs,
  candidates: [],
  late: [],
  parts: inputs.parts.map((part) => ({ ...part, files: part.current ? [part.current] : [], late: [] })),
})

/** Where manifests close sets, each is applied as a whole or not at all: if it is not, whatever else has changed is done with the set before it. */
const rebuildSet: typeof rebuildFull = async (ports, inputs, mapping, context) => {
  const { manifests, candidates, current, late, parts } = inputs
  if (!manifests) return rebuildFull(ports, inputs, mapping, context)
  // What the parts are not of is left to a sync of its own.
  const older = parts.length > 0 ? candidates.slice(1) : []
  const set = { ...inputs, candidates: candidates.filter((file) => !older.includes(file)), late: [...late, ...older] }
  const fresh = candidates.length > 0 ? { ...set, current: without(current) } : inputs
  const built = await rebuildFull(ports, fresh, mapping, context)
  if (!built || built.rebuilt) return built
  const first = { ...built, superseded: built.superseded.filter((file) => !older.includes(file)) }
  const again = await rebuildFull(ports, asItStands(inputs), mapping, context)
  if (!again?.rebuilt) return first
  const report = { ...again.report, issues: [...first.report.issues, ...again.report.issues] }
  return { ...again, refused: [...first.refused, ...again.refused], report }
}

const rebuildBy = (inputs: DatasetInputs, mapping: Approved) => {
  if (modeInUse(inputs.dataset, inputs.mapping) === 'window') return rebuildWindows
  return buildsOnOthers(inputs, mapping) ? rebuildChain : rebuildSet
}

/**
 * What happens to a dataset of which no file can be read: dependants follow their employee out, decisions about held removals are carried
 * out, and what was turned off goes if even the committed file is gone. All else is tried again by the next sync.
 */
const withoutReading = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  mapping: Approved,
  context: RebuildContext,
  outcome: DatasetOutcome | null,
): Promise<DatasetOutcome | null> => {
  const { dataset, committed, current } = inputs
  if (!committed || !current || outcome?.rebuilt) return outcome
  const isMissed = current.archive === null && !isBuiltAsNow(inputs, mapping, context)
  const follows = dataset !== 'employees' && committed.employeeSet !== context.employees.name
  const { empties, configuration } = emptyingWithoutFile(dataset, committed, isMissed ? context.configuration : null)
  const isRelinked = dataset !== 'employees' && (committed.identities ?? '') !== context.identities.name
  const changes = follows || isRelinked || empties || context.decided !== undefined || context.confirmed === true
  if (!changes && !isMissed) return outcome
  const base = outcome ?? nothingRead(inputs, isMissed)
  if (!changes) return base
  const input = await rebuildInput(inputs, mapping, context)
  const rebuilt = rebuildFromNothing(ports, { ...input, empties, file: sourceOf(ports, current) })
  const { mappingVersion } = committed
  const employeeSet = dataset === 'employees' ? committed.employeeSet : context.employees.name
  return {
    ...base,
    rebuilt: {
      ...rebuilt,
      dataset,
      file: current,
      files: [],
      mappingVersion,
      configuration,
      employeeSet,
      aliases: committed.aliases,
      identities: dataset === 'employees' ? committed.identities : context.identities.name,
      committed,
      ...(isMissed ? { unread: true } : {}),
    },
    report: { ...base.report, counts: rebuilt.counts },
  }
}

/** A dataset of which nothing may be stored: its files are taken in unread, and what is stored of it goes. */
const switchOff = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const { dataset, committed, candidates, late, current } = inputs
  const configuration = context.configuration.rules(dataset).name
  const newest = candidates.toSorted(byRank).at(-1)
  const file = newest ?? current
  const isDone = !newest && committed?.configuration === configuration && context.unknown.size === 0
  if (!file || isDone) return null
  const mapping = { dataset, id: { columns: [] }, fields: {} }
  const input = await rebuildInput(inputs, { mapping }, context)
  const rebuilt = rebuildFromNothing(ports, { ...input, removesAll: true, file: sourceOf(ports, file) })
  const mappingVersion = committed?.mappingVersion ?? 0
  const basis = { mappingVersion, configuration, employeeSet: context.employees.name, aliases: context.aliases.name }
  return {
    rebuilt: {
      ...rebuilt,
      dataset,
      file,
      files: [...candidates, ...waitingParts(inputs)],
      ...chainAfter(inputs),
      ...basis,
      committed,
    },
    repeated: null,
    report: datasetReport(dataset, { outcome: 'applied', file, counts: rebuilt.counts }),
    refused: [],
    superseded: late,
  }
}

/**
 * Builds a dataset from the best of its files that can be read; null when nothing asks for it.
 * A refused file changes nothing: the next one is tried, and at worst the committed state stays.
 */
export const rebuildDataset = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const { mapping } = inputs
  if (isDatasetOff(context.configuration, inputs.dataset)) return switchOff(ports, inputs, context)
  if (mapping.kind === 'approved') {
    const mayRepeat =
      !context.interrupted &&
      !buildsOnOthers(inputs, mapping) &&
      !inputs.committed?.unproven &&
      upToDate(inputs, mapping, context)
    const repeated = mayRepeat ? await repeatCommitted(ports, inputs) : undefined
    if (repeated) return repeated
    const outcome = await rebuildBy(inputs, mapping)(ports, inputs, mapping, context)
    return withoutReading(ports, inputs, mapping, context, outcome)
  }
  // What was taken in unread has no mapping yet.
  const unread = inputs.committed?.mappingVersion === 0 && inputs.current?.archive ? inputs.current : undefined
  const file = inputs.candidates.at(0) ?? unread
  if (!file) return null
  const waiting = await waitForMapping(ports, context.integration, inputs.dataset, file, context)
  const refused = waiting.outcome === 'refused' ? [{ file, issues: waiting.issues }] : []
  return { rebuilt: null, repeated: null, report: waiting, refused, superseded: [] }
}
