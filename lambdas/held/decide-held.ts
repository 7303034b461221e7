import { type HeldDecision, keyOfDecision } from '#core/control/held-decision.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { timeId } from '#core/ids/base58.ts'
import { type HeldSet, readHeld, waitingOf } from './held-rows.ts'
import type { HeldPorts } from './ports.ts'

/** Who is meant: some by their ids, else all who wait, named by their set. */
export type Meant = { readonly ids?: readonly string[] | undefined; readonly set?: string | undefined }

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

type Undecided = Exclude<DecisionMade, { readonly kind: 'decided' }>

/** How many are meant of those who are held. */
const countMeant = (held: HeldSet, { ids, set }: Meant): Undecided | number => {
  if (!ids) return set === held.name ? waitingOf(held).length : { kind: 'others-held' }
  const known = new Set(held.rows.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id)).length
  return unknown > 0 ? { kind: 'not-held', records: unknown } : new Set(ids).size
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
  if (!set) return meant.ids ? { kind: 'not-held', records: meant.ids.length } : { kind: 'others-held' }
  const records = countMeant(set, meant)
  if (typeof records !== 'number') return records
  if (records === 0) return { kind: 'others-held' }
  const decidedAt = system.clock()
  const id = timeId(decidedAt, system.random)
  const ids = meant.ids ? [...meant.ids] : null
  const { manifest } = set
  const document: HeldDecision = { id, integrationId, dataset, decision, manifest, ids, decidedAt }
  await control.create(keyOfDecision(document), document)
  const sync = await queueSync(ports, { integrationId, reason: 'removals' })
  return { kind: 'decided', records, syncId: sync.id }
}
