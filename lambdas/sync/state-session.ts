import * as v from 'valibot'
import { stateKey } from '#core/control/keys.ts'
import { emptyState, type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { Fault } from '#core/fault.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { Clock } from '#core/ports/system.ts'

/** How long a lease lasts unless it is extended: what a killed writer makes the next one wait. */
const leaseMs = 60_000
/** No write starts this close to the end of the lease. */
const marginMs = 10_000
const extendBelowMs = 30_000

type SessionPorts = {
  readonly control: ControlStore
  readonly now: Clock
  readonly wait: (milliseconds: number) => Promise<void>
}

/** The state item of one integration, held by one writer. */
export type StateSession = {
  readonly state: () => IntegrationState
  /** Replaces the state; throws `LEASE_LOST` when somebody else wrote it. */
  save(change: (state: IntegrationState) => IntegrationState): Promise<void>
  /** Makes sure that the lease lasts for a while yet, and answers until when writes may start, epoch ms. */
  extend(): Promise<number>
  /** Lets the next writer in at once; a lease that is lost already is left alone. */
  release(): Promise<void>
}

type Held = { readonly revision: number; readonly state: IntegrationState }

const read = async (control: ControlStore, integrationId: string): Promise<Held> => {
  const key = stateKey(integrationId)
  const document = await control.get(key)
  if (document) return { revision: document.revision, state: v.parse(IntegrationStateSchema, document.value) }
  await control.create(key, emptyState)
  return read(control, integrationId)
}

const take = async (ports: SessionPorts, integrationId: string, holder: string, deadline: number): Promise<Held> => {
  const { revision, state } = await read(ports.control, integrationId)
  const now = ports.now()
  if (state.lease && state.lease.until > now && state.lease.holder !== holder) {
    if (state.lease.until > deadline - marginMs) throw new Fault('LEASE_LOST', 'another writer holds the integration')
    await ports.wait(state.lease.until - now)
    return take(ports, integrationId, holder, deadline)
  }
  const leased = { ...state, lease: { holder, until: Math.min(deadline, now + leaseMs) } }
  if (await ports.control.replace(stateKey(integrationId), leased, revision))
    return { revision: revision + 1, state: leased }
  return take(ports, integrationId, holder, deadline)
}

/**
 * Takes the integration's lease, waiting until a dead writer's has run out. `deadline` (epoch ms) is when this writer is cut off:
 * no lease reaches beyond it.
 */
export const openSession = async (
  ports: SessionPorts,
  integrationId: string,
  holder: string,
  deadline: number,
): Promise<StateSession> => {
  let held = await take(ports, integrationId, holder, deadline)

  const save = async (change: (state: IntegrationState) => IntegrationState): Promise<void> => {
    const state = change(held.state)
    if (!(await ports.control.replace(stateKey(integrationId), state, held.revision)))
      throw new Fault('LEASE_LOST', 'the state changed under its holder')
    held = { revision: held.revision + 1, state }
  }

  const until = (): number => held.state.lease?.until ?? 0

  const extend = async (): Promise<number> => {
    const now = ports.now()
    if (until() - now < extendBelowMs && until() < deadline)
      await save((state) => ({ ...state, lease: { holder, until: Math.min(deadline, now + leaseMs) } }))
    if (until() - marginMs <= now) throw new Fault('LEASE_LOST', 'no time is left to write')
    return until() - marginMs
  }

  const release = async (): Promise<void> => {
    await ports.control.replace(stateKey(integrationId), { ...held.state, lease: null }, held.revision)
  }

  return { state: () => held.state, save, extend, release }
}
