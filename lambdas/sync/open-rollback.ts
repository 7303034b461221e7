import type { Integration } from '#core/control/integration.ts'
import { keyOfRollback, openRollbacks, type Rollback } from '#core/control/rollback.ts'
import { findGoBack, type GoBack } from './go-back.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

/** A rollback that is carried out, by its id. */
export type Undoing = GoBack & { readonly rollback: Rollback }

/** Nothing of it was done: whoever still wants it asks again, and is told what stands in the way. */
export const forgetRollback = async (
  { control, log }: Pick<SyncPorts, 'control' | 'log'>,
  rollback: Rollback,
  why: string,
): Promise<void> => {
  await control.remove(keyOfRollback(rollback))
  const { integrationId, syncId } = rollback
  log('ROLLBACK_GIVEN_UP', { integrationId, syncId, why })
}

const hasSame = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join() === b.toSorted().join()

/** The rollback that is to be carried out, if there is one; `begun` names the one that a plan began with. */
export const openRollback = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  begun?: string,
): Promise<Undoing | undefined> => {
  for (const rollback of await openRollbacks(ports.control, integration.id)) {
    if (begun !== undefined && rollback.id !== begun) continue
    const { syncId, datasets } = rollback
    const found = await findGoBack(ports, integration, session.state(), syncId, begun !== undefined)
    const isMeant =
      found.kind === 'possible' &&
      hasSame(
        found.goBack.datasets.map(({ dataset }) => dataset),
        datasets,
      )
    if (isMeant) return { ...found.goBack, rollback }
    if (begun === undefined) await forgetRollback(ports, rollback, found.kind === 'possible' ? 'not-last' : found.why)
  }
  return undefined
}
