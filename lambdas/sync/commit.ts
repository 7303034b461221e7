import type { HeldDecision } from '#core/control/held-decision.ts'
import type { Integration } from '#core/control/integration.ts'
import { fileKey } from '#core/control/keys.ts'
import type { IntegrationState, SyncEvent } from '#core/control/state.ts'
import type { SyncDatasetReport } from '#core/control/sync.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { modelIds } from '#core/model/models.ts'
import type { Spend } from '#core/ports/record-store.ts'
import type { IdsOfModel } from '#core/sync/plan.ts'
import type { Producer } from '#core/sync/producers.ts'
import type { ChangedModel } from '#core/webhooks/event-types.ts'
import { noteSuppressed } from '../rights/rewrite-suppressed.ts'
import type { Applied } from './apply.ts'
import { withRows } from './choose-generations.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import type { Emptied } from './empty-off-points.ts'
import { scheduleEmptying } from './empty-removed.ts'
import { remindOfEvents } from './events.ts'
import { gathered } from './gather-feed.ts'
import { takenBack } from './go-back.ts'
import { keepReport } from './keep-report.ts'
import { logGuards } from './log-guards.ts'
import { leaveUnknown, listed, type Run } from './pending-plan.ts'
import { joinIds } from './plan-file.ts'
import { leftUnknown } from './plan-writes.ts'
import type { SyncPorts } from './ports.ts'
import { scheduleDue } from './schedule-due.ts'
import { catchUpWithEvidence, scheduleEvidence } from './schedule-evidence.ts'
import { scheduleVerification } from './schedule-verification.ts'
import type { SettledManifests } from './settle-manifests.ts'
import type { StateSession } from './state-session.ts'

const stateOf = (datasets: readonly SyncDatasetReport[]): SyncEvent['state'] => {
  const failed = datasets.filter(({ outcome }) => outcome === 'refused' || outcome === 'waiting_for_mapping')
  if (failed.length > 0 && failed.length === datasets.length) return 'FAILED'
  const partly = datasets.some(({ counts }) => counts.quarantined > 0 || counts.held > 0)
  return failed.length > 0 || partly ? 'PARTIALLY_FAILED' : 'SUCCEEDED'
}

/** A file's document and the state stay far below what an item may hold; the report has the rest. */
const maxIssuesOfFile = 20
const shortIssues = (issues: readonly Issue[]): Issue[] =>
  issues.slice(0, maxIssuesOfFile).map((each) => ({ ...each, rows: each.rows.slice(0, maxIssuesOfFile) }))

const overtaken = issue('FILE_SUPERSEDED', say('fileSuperseded'))

const isManifest = issue('FILE_IS_MANIFEST', say('fileIsManifest'))
const manifest = { kind: 'manifest' } as const

const judgedManifests = ({ accepted, superseded }: SettledManifests): SyncEvent['files'] => [
  ...accepted.map((file) => ({ key: fileKey(file), state: 'ACCEPTED' as const, issues: [isManifest], ...manifest })),
  ...superseded.map((file) => ({ key: fileKey(file), state: 'SUPERSEDED' as const, issues: [overtaken], ...manifest })),
]

const judgedFiles = (outcomes: readonly DatasetOutcome[]): SyncEvent['files'] =>
  outcomes.flatMap(({ rebuilt, repeated, refused, superseded }) => [
    ...[...(rebuilt?.files ?? []), ...(repeated?.files ?? [])].map((file) => ({
      key: fileKey(file),
      state: 'ACCEPTED' as const,
      issues: [],
    })),
    ...refused.map(({ file, issues }) => ({
      key: fileKey(file),
      state: 'REFUSED' as const,
      issues: shortIssues(issues),
    })),
    ...superseded.map((file) => ({ key: fileKey(file), state: 'SUPERSEDED' as const, issues: [overtaken] })),
  ])

/** Everything that a sync has done, before anybody knows of it. */
export type Done = {
  readonly outcomes: readonly DatasetOutcome[]
  readonly applied: readonly Applied[]
  readonly emptied: Emptied
  readonly spend: Spend
  readonly producers: readonly Producer[]
  /** Records that fell to a dataset of which no file could be read. */
  readonly inherited: readonly IdsOfModel[]
  readonly decisions: readonly HeldDecision[]
  readonly manifests: SettledManifests
}

/** The models of which readers see something new: none before there are employees, and with these whatever waited for them. */
const newsOf = ({ applied, emptied }: Done, before: IntegrationState): readonly ChangedModel[] => {
  const changed = new Set([...applied.flatMap(({ changedModels }) => changedModels), ...emptied.models])
  if (before.datasets.employees) return [...changed]
  const opens = applied.some(({ dataset }) => dataset === 'employees')
  return opens ? [...changed.union(new Set(modelIds.filter((model) => before.generations[model])))] : []
}

const eventOf = (
  ports: SyncPorts,
  { syncId, undoing }: Run,
  done: Done,
  before: IntegrationState,
  remindAt: number,
): SyncEvent => {
  const { outcomes, applied, emptied, decisions, manifests } = done
  return {
    kind: 'sync-finished',
    syncId,
    state: stateOf(outcomes.map(({ report }) => report)),
    endedAt: ports.now(),
    changedModels: [...newsOf(done, before)],
    shownAt: Math.max(emptied.shownAt, ...applied.map(({ shownAt }) => shownAt)),
    remindAt,
    files: [...judgedFiles(outcomes), ...judgedManifests(manifests)],
    decisions: decisions.map(({ id }) => id),
    ...(undoing ? { rollback: takenBack(undoing.rollback.id, undoing, before) } : {}),
  }
}

/** Whether records were removed, or written once more after that. */
const removesOrEmpties = ({ outcomes, emptied }: Pick<Done, 'outcomes' | 'emptied'>): boolean =>
  emptied.models.length > 0 || outcomes.some(({ rebuilt }) => (rebuilt?.comparison.removed.length ?? 0) > 0)

const committedDatasets = ({ datasets: committed }: IntegrationState): readonly Dataset[] =>
  datasets.filter((dataset) => committed[dataset] !== undefined)

/** Keeps the report, then moves all pointers and notes the event in one conditional update. */
export const commit = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  run: Run,
  done: Done,
): Promise<void> => {
  const { outcomes, applied, spend, producers, inherited } = done
  await keepReport(
    ports,
    run,
    outcomes.map(({ report }) => report),
    spend,
  )
  const rebuilt = outcomes.map((outcome) => outcome.rebuilt).filter((each) => each !== null)
  const repeated = outcomes.map((outcome) => outcome.repeated).filter((each) => each !== null)
  const moved = [...applied, ...repeated].map(({ dataset, state }) => [dataset, state] as const)
  const states = { ...session.state().datasets, ...Object.fromEntries(moved) }
  const left = leftUnknown(run.unknown, rebuilt, committedDatasets(session.state()))
  const pending = await leaveUnknown(ports, run, joinIds([...inherited, ...listed(left)]))
  // The records say what was true when the sync began, be it another day by now.
  const dueAt = await scheduleDue({ ...ports, now: () => run.inputs.at }, integration, states)
  await scheduleVerification(ports, run.integrationId)
  for (const { files, counts } of rebuilt)
    if (counts.suppressed !== undefined) await noteSuppressed(ports.control, files)
  if (removesOrEmpties(done)) await scheduleEmptying(ports, run.integrationId)
  await scheduleEvidence(ports, run.integrationId, rebuilt)
  const event = eventOf(ports, run, done, session.state(), await remindOfEvents(ports, run.integrationId))
  await session.save((state) => ({
    ...state,
    pending,
    generations: gathered(withRows(state.generations, producers), ports.now()),
    datasets: states,
    dueAt,
    events: [...state.events, event],
    // What a restored table has brought back is emptied again.
    ...(run.inputs.reason === 'verify' ? { emptiedUntil: 0 } : {}),
  }))
  await catchUpWithEvidence(ports, rebuilt)
  logGuards(ports, run, outcomes)
}
