import type { HeldDecision } from '#core/control/held-decision.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import { decideHeld } from '../../lambdas/held/decide-held.ts'
import { readHeld } from '../../lambdas/held/held-rows.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { hashSecret } from './folders.ts'
import type { Stores } from './stores.ts'

type Ports = Pick<Stores, 'control' | 'archive' | 'records'> & {
  readonly syncQueue: QueueSender
  readonly now: () => number
}

/** Somebody decides about all employees whose removal is held. Answers whether there were any. */
export const decideOnHeld = async (
  { now, ...stores }: Ports,
  integrationId: string,
  decision: HeldDecision['decision'],
): Promise<boolean> => {
  const ports = { ...stores, system: { ...systemOf(hashSecret), clock: now } }
  const { sets } = await readHeld(ports, integrationId, 'employees')
  const [set] = sets
  if (!set) return false
  const made = await decideHeld(ports, { integrationId, dataset: 'employees', decision, meant: { set: set.name } })
  return made.kind === 'decided'
}
