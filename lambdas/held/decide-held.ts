import { type HeldDecision, keyOfDecision } from '#core/control/held-decision.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { timeId } from '#core/ids/base58.ts'
import { type HeldSet, readHeld } from './held-rows.ts'
import type { HeldPorts } from './ports.ts'

/** Who is meant: some by their ids, or all who wait, named by their set. */
export type Meant = { readonly ids: readonly string[] } | { readonly set: string }

type Wish = {
  readonly integrationId: string
  readonly dataset: Dataset
  readonly decision: HeldDecision['decision']
  readonly meant: Meant
}

export type DecisionMade =
  | { readonly kind: 'decided'; readonly records: number; readonly syncId: string }
  /** The removal of so many of those named is not held, or not any more. */
  | { readonly kind: 'not-held'; readonly records: number }
  /** Since the list was read, others are held. */
  | { readonly kind: 'others-held' }

/** How many are meant of those who are held. */
const countMeant = ({ name, rows }: HeldSet, meant: Meant): Exclude<DecisionMade, { kind: 'decided' }> | number => {
  if ('set' in meant)
    return meant.set === name ? rows.filter(({ hold }) => !hold.kept).length : ({ kind: 'others-held' } as const)
  const held = new Set(rows.map(({ id }) => id))
  const unknown = meant.ids.filter((id) => !held.has(id)).length
  return unknown > 0 ? { kind: 'not-held', records: unknown } : new Set(meant.ids).size
}

/**
 * Notes a decision and queues the sync that carries it out. The decision comes first: should the message be lost, the next sync finds
 * it. It is about what the manifest says now, so that it reaches nobody who is held by a later file only.
 */
export const decideHeld = async (ports: HeldPorts, wish: Wish): Promise<DecisionMade> => {
  const { integrationId, dataset, decision, meant } = wish
  const { control, system } = ports
  const { sets } = await readHeld(ports, integrationId, dataset)
  const [set] = sets
  if (!set) return 'ids' in meant ? { kind: 'not-held', records: meant.ids.length } : { kind: 'others-held' }
  const records = countMeant(set, meant)
  if (typeof records !== 'number') return records
  if (records === 0) return { kind: 'others-held' }
  const decidedAt = system.clock()
  const id = timeId(decidedAt, system.random)
  const ids = 'ids' in meant ? [...meant.ids] : null
  const { manifest } = set
  const document: HeldDecision = { id, integrationId, dataset, decision, manifest, ids, decidedAt }
  await control.create(keyOfDecision(document), document)
  const sync = await queueSync(ports, { integrationId, reason: 'removals' })
  return { kind: 'decided', records, syncId: sync.id }
}
