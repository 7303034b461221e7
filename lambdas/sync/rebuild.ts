import { isDatasetOff } from '#core/control/configuration.ts'
import { type ExportFile, fileRank } from '#core/control/file.ts'
import { limitsOf } from '#core/control/integration.ts'
import { isProven } from '#core/control/upload-evidence.ts'
import type { DatasetOutcome, RebuildContext, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { employeeSetName } from './employee-set.ts'
import { emptiesOffPoints } from './empty-off-points.ts'
import { fileAwaited } from './file-awaited.ts'
import { fileSet, hasNewPart, readWithParts, waitForFiles, waitForMainFile, waitingParts } from './file-set.ts'
import { type DatasetInputs, type MappingInUse, modeInUse } from './inputs.ts'
import { limitsFor } from './limits-for.ts'
import { nameRenamed } from './name-renamed.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'
import { waitForQuiet } from './quiet-time.ts'
import { type BuiltChain, buildsOnOthers, rebuildChain } from './rebuild-chain.ts'
import { rebuildFromFile, rebuildFromNothing, rebuildFromWindows } from './rebuild-file.ts'
import { refilterOf } from './refilter.ts'
import { repeatCommitted } from './repeated-file.ts'
import { isRuledAsNow, storedPeople } from './stored-people.ts'
import { waitForMapping } from './wait-for-mapping.ts'
import { emptyingWithoutFile, nothingRead } from './without-file.ts'

type Approved = Extract<MappingInUse, { readonly kind: 'approved' }>

const byOrder = (a: ExportFile, b: ExportFile): number => (fileRank(a) < fileRank(b) ? -1 : 1)

/** Whether reading the same file again would come to the same. */
const isBuiltAsNow = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): boolean => {
  const { dataset, committed } = inputs
  const { employees, configuration, force } = context
  return (
    !force &&
    isRuledAsNow(inputs, mapping.version, context) &&
    (committed?.dueAt === undefined || configuration.today < committed.dueAt) &&
    (dataset === 'employees' || committed?.employeeSet === employees.name)
  )
}

const upToDate = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): boolean =>
  !context.decided && !context.confirmed && isBuiltAsNow(inputs, mapping, context)

/** The files to try: those that wait, then, if something else changed, the one the committed state was built from. */
const trialsOf = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): readonly ExportFile[] =>
  (upToDate(inputs, mapping, context) && !hasNewPart(inputs)) || !inputs.current?.archive
    ? inputs.candidates
    : [...inputs.candidates, inputs.current]

/** The newest full file replaces the others. */
const overtaken = ({ current }: DatasetInputs, untried: readonly ExportFile[]): readonly ExportFile[] =>
  untried.filter(({ id }) => id !== current?.id)

const sourceOf = (ports: SyncPorts, file: ExportFile) => ({
  id: file.id,
  name: file.name,
  open: openArchived(ports, file),
  file,
  released: file.releasedAt !== undefined,
  unproven: !isProven(file, ports.now()),
})

const rebuildInput = async (
  { dataset, committed }: DatasetInputs,
  { mapping }: Pick<Approved, 'mapping'>,
  context: RebuildContext,
) => {
  const { integration, configuration, employees, aliases, identities, unknown, decided, force, goesBack } = context
  const rules = configuration.rules(dataset)
  return {
    integrationId: integration.id,
    dataset,
    mapping,
    base: await context.committed(),
    others: await context.others(),
    employees: await employees.ids(),
    rules: { ...rules, name: rules.name + aliases.name },
    aliases,
    identities,
    identitiesBefore: committed?.identities,
    ...(employees.successors ? { successors: employees.successors } : {}),
    unknown,
    afresh: force,
    empties: emptiesOffPoints({ dataset, committed, configuration: rules.name }, configuration.scope),
    ...(decided ? { decided } : {}),
    ...(goesBack ? { earlier: goesBack.earlier } : {}),
    limits: limitsOf(integration),
    confirmed: context.confirmed ?? false,
  }
}

type Built = Omit<BuiltChain, 'chain'> & Partial<Pick<BuiltChain, 'chain'>>

/** What a sync says of a dataset that it has built from `files`, of which `last` is the newest. */
const outcomeOf = (
  { dataset, committed }: DatasetInputs,
  { version }: Approved,
  { employees, aliases, identities, configuration, syncId, goesBack }: RebuildContext,
  { rebuilt, files, last, chain }: Built,
  refused: readonly RefusedFile[],
): Omit<DatasetOutcome, 'superseded'> => {
  const issues = [...refused.flatMap((each) => each.issues), ...rebuilt.issues]
  const employeeSet = dataset === 'employees' ? employeeSetName(rebuilt.comparison, committed, syncId) : employees.name
  const basis = {
    mappingVersion: version,
    configuration: configuration.rules(dataset).name,
    employeeSet,
    aliases: aliases.name,
    identities: identities.name,
  }
  return {
    rebuilt: {
      ...rebuilt,
      dataset,
      file: last,
      files,
      ...(chain ? { chain } : {}),
      ...basis,
      committed,
      ...(goesBack ? { goesBack } : {}),
    },
    repeated: null,
    report: datasetReport(dataset, { outcome: 'applied', file: last, counts: rebuilt.counts, issues }),
    refused,
  }
}

/** Nothing could be built: the committed state stays, and the report says why. */
const withoutResult = (inputs: DatasetInputs, refused: readonly RefusedFile[]): DatasetOutcome | null => {
  const { dataset, late, current } = inputs
  const first = refused.at(0)
  if (!first && late.length === 0) return null
  const report = first
    ? datasetReport(dataset, { outcome: 'refused', ...first })
    : datasetReport(dataset, { outcome: 'unchanged', file: current })
  return { rebuilt: null, repeated: null, report, refused, superseded: late }
}

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
      refused.push({ file, issues, pairs: result.pairs })
      continue
    }
    const built = { rebuilt: result.rebuilt, files: [file, ...set.files()], last: file }
    const superseded = [...inputs.late, ...overtaken(inputs, trials.slice(index + 1)), ...set.overtaken()]
    return { ...outcomeOf(inputs, mapping, context, built, [...refused, ...set.refused]), superseded }
  }
  return withoutResult(inputs, [...refused, ...set.refused])
}

/** Two months of daily files: further back a changed mapping or a person who returns changes nothing. */
const maxFilesRepeated = 60

/** Those that wait, on top of what is committed; all of them anew when one comes late or anything else has changed. */
const windowFiles = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): readonly ExportFile[] => {
  const waiting = [...inputs.candidates, ...inputs.late].toSorted(byOrder)
  if (inputs.late.length === 0 && upToDate(inputs, mapping, context)) return waiting
  const [first] = waiting
  const accepted = inputs.accepted.filter(
    (file, age) => file.archive && (age < maxFilesRepeated || (first !== undefined && byOrder(file, first) > 0)),
  )
  return [...waiting, ...accepted].toSorted(byOrder)
}

/** What comes late lies beneath the files after it: once one of those is gone, nobody can tell what it may still say. */
const isBuried =
  ({ accepted }: DatasetInputs) =>
  (late: ExportFile): boolean =>
    accepted.some((file) => !file.archive && byOrder(file, late) > 0)

const rebuildWindows = async (
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

const rebuildOnOthers = (
  ports: SyncPorts,
  inputs: DatasetInputs,
  mapping: Approved,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const isUpToDate = upToDate(inputs, mapping, context) && !context.interrupted && context.unknown.size === 0
  return rebuildChain(ports, inputs, {
    mapping: mapping.mapping,
    isUpToDate,
    input: async (last) => ({
      ...(await rebuildInput(inputs, mapping, context)),
      ...refilterOf(ports, inputs, context),
      ...storedPeople(ports, context.integration, inputs, isRuledAsNow(inputs, mapping.version, context)),
      limits: limitsFor(context.integration, inputs.committed, last),
    }),
    sourceOf: (file) => sourceOf(ports, file),
    outcomeOf: (built, refused) => outcomeOf(inputs, mapping, context, built, refused),
  })
}

const rebuildBy = (inputs: DatasetInputs, { mapping }: Approved) => {
  if (modeInUse(inputs.dataset, inputs.mapping) === 'window') return rebuildWindows
  return buildsOnOthers(inputs, mapping) ? rebuildOnOthers : rebuildFull
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
  const newest = candidates.toSorted(byOrder).at(-1)
  const file = newest ?? current
  const isDone = !newest && committed?.configuration === configuration && context.unknown.size === 0
  if (!file || isDone) return null
  const mapping = { dataset, id: { columns: [] }, fields: {} }
  const input = await rebuildInput(inputs, { mapping }, context)
  const rebuilt = rebuildFromNothing(ports, { ...input, removesAll: true, file: sourceOf(ports, file) })
  const mappingVersion = committed?.mappingVersion ?? 0
  const basis = { mappingVersion, configuration, employeeSet: context.employees.name, aliases: context.aliases.name }
  return {
    rebuilt: { ...rebuilt, dataset, file, files: [...candidates, ...waitingParts(inputs)], ...basis, committed },
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
      !buildsOnOthers(inputs, mapping.mapping) &&
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
