import * as v from 'valibot'
import type { Outcome } from './delivery.ts'

/** An address from which no answer came, several times one after the other. Moments are epoch ms. */
export const UnreachableSchema = v.object({
  /** Attempts without an answer since the last that had one; those that were under way together count as one. */
  failures: v.number(),
  failedAt: v.number(),
  /** Until when nobody tries it. */
  restsUntil: v.number(),
})

type Unreachable = v.InferOutput<typeof UnreachableSchema>
type Addressed = { readonly unreachable?: Unreachable | null }

const patience = 3
const firstRestMs = 5_000
const longestRestMs = 5 * 60_000
/** Longer than an attempt takes. */
const probeMs = 15_000

const restMs = (failures: number): number =>
  failures < patience ? 0 : Math.min(longestRestMs, firstRestMs * 4 ** (failures - patience))

/** Until when an address is left alone, epoch ms; null when it may be tried. */
export const restsUntil = ({ unreachable }: Addressed, now: number): number | null =>
  unreachable && unreachable.restsUntil > now ? unreachable.restsUntil : null

/** Keeps everybody else from an address that has rested while one attempt is made. */
export const withProbe = <Endpoint extends Addressed>(endpoint: Endpoint, now: number): Endpoint => {
  const { unreachable } = endpoint
  if (!unreachable || unreachable.failures < patience || unreachable.restsUntil > now) return endpoint
  return { ...endpoint, unreachable: { ...unreachable, restsUntil: now + probeMs } }
}

/** After an attempt that began at `startedAt`: any answer, of whatever status, tells that the address is there. */
export const afterOutcome = <Endpoint extends Addressed>(
  endpoint: Endpoint,
  { kind }: Outcome,
  { startedAt, now }: { readonly startedAt: number; readonly now: number },
): Endpoint => {
  const { unreachable } = endpoint
  if (kind === 'answered') return unreachable ? { ...endpoint, unreachable: null } : endpoint
  if (unreachable && startedAt <= unreachable.failedAt) return endpoint
  const failures = (unreachable?.failures ?? 0) + 1
  return { ...endpoint, unreachable: { failures, failedAt: now, restsUntil: now + restMs(failures) } }
}
