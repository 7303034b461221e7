import type { JsonObject } from '#core/records/built-record.ts'
import { storedEmbed } from '#core/records/stored-embed.ts'
import { livingRecords } from '#core/sync/living.ts'
import { unchanged } from '#core/sync/unchanged.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { readManifest } from './manifest-file.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { type EmploymentsOf, spaceOf } from './write-records.ts'

const model = 'hris_employments'

type Room = {
  readonly ports: Pick<SyncPorts, 'archive' | 'records'>
  readonly session: Pick<StateSession, 'state'>
  readonly integrationId: string
}

/** Ids of the employments of each employee: as just rebuilt, else as committed. */
const idsByEmployee = async (
  { ports, session }: Room,
  rebuilt: readonly RebuiltDataset[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const byEmployee = new Map<string, string[]>()
  const committed = session.state().datasets.employments
  const comparison =
    rebuilt.find(({ dataset }) => dataset === 'employments')?.comparison ??
    (committed && unchanged(await readManifest(ports.archive, committed.manifest, 'employments'), model))
  if (!comparison) return byEmployee
  for (const { next } of livingRecords(comparison)) {
    const employee = next.references.find(({ role }) => role === 'employee')?.id ?? ''
    byEmployee.set(employee, [...(byEmployee.get(employee) ?? []), next.id])
  }
  return byEmployee
}

/** What employees show of their employments. To be asked once these are written. */
export const employmentsOf = (room: Room, rebuilt: readonly RebuiltDataset[]): EmploymentsOf => {
  let reading: ReturnType<typeof idsByEmployee> | undefined
  return async (employeeIds) => {
    reading ??= idsByEmployee(room, rebuilt)
    const byEmployee = await reading
    const ids = employeeIds.flatMap((id) => byEmployee.get(id) ?? [])
    if (ids.length === 0) return new Map()
    const { ports, session, integrationId } = room
    const stored = await ports.records.get(spaceOf(integrationId, model, session.state().generations[model]), ids)
    const shown = new Map<string, JsonObject[]>()
    for (const record of stored) {
      const employee = record.employeeId ?? ''
      shown.set(employee, [...(shown.get(employee) ?? []), storedEmbed(model, record)])
    }
    return shown
  }
}
