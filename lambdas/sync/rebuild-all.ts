import type { Configuration } from '#core/control/configuration.ts'
import type { HeldDecision } from '#core/control/held-decision.ts'
import type { Integration } from '#core/control/integration.ts'
import { isConfirmed } from '#core/control/upload-evidence.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { modelsOf } from '#core/files/datasets.ts'
import { noIdentities } from '#core/ids/identities.ts'
import { type IdSet, type IdTable, idTableOf } from '#core/sync/id-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { noOthers, type Others } from '#core/sync/others.ts'
import type { IdsOfModel } from '#core/sync/plan.ts'
import type { Producer } from '#core/sync/producers.ts'
import { afterLender, withoutVerdicts } from './borrowed-files.ts'
import type { DatasetOutcome, EmployeeSet } from './dataset-outcome.ts'
import { embedBelongings } from './embed-belongings.ts'
import { embedShared } from './embed-shared.ts'
import { employeeSetAfter } from './employee-set.ts'
import type { GoBack } from './go-back.ts'
import { heedManifests, sayAwaited } from './heed-manifests.ts'
import { decidedOf } from './held-decisions.ts'
import type { DatasetInputs } from './inputs.ts'
import { openIdentities } from './open-identities.ts'
import { openProducers } from './open-producers.ts'
import type { UnknownIds } from './plan-file.ts'
import type { SyncPorts } from './ports.ts'
import { rebuildDataset } from './rebuild.ts'
import { refuseBroken } from './refuse-broken.ts'
import { type Judged, type SettledManifests, settleManifests } from './settle-manifests.ts'

/** What all datasets come to. */
export type RebuiltAll = {
  readonly outcomes: readonly DatasetOutcome[]
  readonly producers: readonly Producer[]
  /** Records that fell to a dataset of which no file could be read: what is stored of them is not what it says. */
  readonly inherited: readonly IdsOfModel[]
  /** Decisions about held removals that they carry out. */
  readonly decisions: readonly HeldDecision[]
  readonly manifests: SettledManifests
}

/** Why there is a sync, and what was decided about held removals until it began. */
type Cause = Pick<SyncMessage, 'syncId' | 'reason'> & {
  readonly decisions: readonly HeldDecision[]
  readonly goBack?: GoBack | undefined
}

const nobody: EmployeeSet = { name: null, ids: async () => new Set(), identities: noIdentities }

const setOf = (tables: readonly IdTable[]): IdSet => ({
  size: tables.reduce((sum, { size }) => sum + size, 0),
  has: (id) => tables.some((table) => table.has(id)),
})

const isRead = (outcome: DatasetOutcome | null): boolean => outcome?.rebuilt != null && !outcome.rebuilt.unread

/** What a dataset inherited, by model. */
const idsByModel = ({ inherited }: Others, base: ManifestTable): readonly IdsOfModel[] => {
  const byModel = Map.groupBy(inherited, (id) => base.model(base.find(id)))
  return [...byModel].map(([model, ids]) => ({ model, ids: idTableOf(ids) }))
}

/** Rebuilds whatever changed: what is mentioned before what mentions it, since that decides what is shown of it. */
export const rebuildAll = async (
  ports: SyncPorts,
  integration: Integration,
  configuration: Configuration,
  unknown: UnknownIds,
  { syncId, reason, decisions, goBack }: Cause,
  found: readonly DatasetInputs[],
): Promise<RebuiltAll> => {
  const producers = openProducers(ports, found)
  const outcomes: DatasetOutcome[] = []
  const inherited: IdsOfModel[] = []
  const judged: Judged[] = []
  const ofEmployees = found.find(({ dataset }) => dataset === 'employees')
  const identities = await openIdentities(ports.control, integration, ofEmployees?.committed)
  let employees = nobody
  for (const each of found) {
    const heeded = await heedManifests(ports, afterLender(each, outcomes), reason)
    const { inputs } = heeded
    const { dataset } = inputs
    const ids = setOf(modelsOf(dataset).flatMap((model) => unknown.get(model) ?? []))
    const committed = () => producers.committed(dataset)
    const others = () => producers.others(dataset, ids)
    const affected = producers.isAffected(dataset) ? await others() : noOthers
    const built = await rebuildDataset(ports, inputs, {
      integration,
      configuration,
      employees,
      committed,
      others,
      aliases: await producers.aliases(dataset),
      identities: identities.of(dataset, employees),
      syncId,
      goesBack: goBack?.datasets.find((then) => then.dataset === dataset),
      decided: await decidedOf(ports, decisions, dataset),
      confirmed: isConfirmed(inputs.committed, inputs.current, ports.now()),
      unknown: ids,
      interrupted: unknown.size > 0,
      force: reason === 'forced' || ids.size > 0 || affected.inherited.size > 0,
    })
    judged.push({ ...heeded, outcome: built })
    const outcome = withoutVerdicts(inputs, refuseBroken(inputs, sayAwaited(heeded, built)))
    if (affected.inherited.size > 0 && !isRead(outcome)) inherited.push(...idsByModel(affected, await committed()))
    const shown = await embedShared(inputs, outcome, committed, affected)
    if (shown) outcomes.push(shown)
    if (shown?.rebuilt) producers.note(dataset, shown.rebuilt.comparison)
    if (dataset === 'employees') employees = employeeSetAfter(ports, inputs.committed, shown, identities.history)
  }
  const committed = () => producers.committed('employees')
  return {
    outcomes: ofEmployees ? await embedBelongings(ofEmployees, outcomes, committed) : outcomes,
    producers: await producers.all(),
    inherited,
    decisions: decisions.filter(({ dataset }) => outcomes.some((each) => each.rebuilt?.dataset === dataset)),
    manifests: settleManifests(judged),
  }
}
