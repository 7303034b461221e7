import { type HeldDecision, openDecisions } from '#core/control/held-decision.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type Decided, isAsked, parseHold } from '#core/sync/hold.ts'
import { readManifest } from './manifest-file.ts'
import type { SyncPorts } from './ports.ts'

/** What is decided and not carried out yet, of an interrupted plan only what it began with. */
export const findDecisions = async (
  { control }: Pick<SyncPorts, 'control'>,
  integrationId: string,
  begun?: readonly string[],
): Promise<readonly HeldDecision[]> => {
  if (begun?.length === 0) return []
  const decisions = await openDecisions(control, integrationId)
  return begun ? decisions.filter(({ id }) => begun.includes(id)) : decisions
}

/** A decision is about those who were held when it was made, and only for as long as nothing has come between. */
const byManifest = async (
  { archive }: Pick<SyncPorts, 'archive'>,
  { dataset, manifest, ids, decision }: HeldDecision,
): Promise<Decided> => {
  const seen = await readManifest(archive, manifest, dataset)
  const named = ids && new Set(ids)
  return (id, since) => {
    const index = seen.find(id)
    const text = index < 0 ? null : seen.absentSince(index)
    if (text === null || parseHold(text).since !== since) return undefined
    return (named ? named.has(id) : isAsked(text)) ? decision : undefined
  }
}

/** What was decided about held removals of a dataset; of several decisions about the same record the last one counts. */
export const decidedOf = async (
  ports: Pick<SyncPorts, 'archive'>,
  decisions: readonly HeldDecision[],
  dataset: Dataset,
): Promise<Decided | undefined> => {
  const ofDataset = decisions.filter((each) => each.dataset === dataset)
  if (ofDataset.length === 0) return undefined
  const all = await Promise.all(ofDataset.toReversed().map((each) => byManifest(ports, each)))
  return (id, since) => {
    for (const each of all) {
      const found = each(id, since)
      if (found) return found
    }
    return undefined
  }
}
