import type { Dataset } from '#core/files/datasets.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { type Belongings, noBelongings } from '#core/records/render.ts'
import { storedEmbed } from '#core/records/stored-embed.ts'
import { livingRecords } from '#core/sync/living.ts'
import { unchanged } from '#core/sync/unchanged.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { readManifest } from './manifest-file.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { type BelongingsOf, spaceOf } from './write-records.ts'

/** What employees show of records of other datasets, each under its key. */
export const belonging = [
  { dataset: 'employments', model: 'hris_employments', key: 'employments' },
  { dataset: 'time_off_balances', model: 'hris_time_off_balances', key: 'time_off_balances' },
] as const satisfies readonly { dataset: Dataset; model: string; key: keyof Belongings }[]
type Belonging = (typeof belonging)[number]

type Room = {
  readonly ports: Pick<SyncPorts, 'archive' | 'records'>
  readonly session: Pick<StateSession, 'state'>
  readonly integrationId: string
}

/** Ids of the records of each employee: as just rebuilt, else as committed. */
const idsByEmployee = async (
  { ports, session }: Room,
  rebuilt: readonly RebuiltDataset[],
  { dataset: wanted, model }: Belonging,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const byEmployee = new Map<string, string[]>()
  const committed = session.state().datasets[wanted]
  const comparison =
    rebuilt.find(({ dataset }) => dataset === wanted)?.comparison ??
    (committed && unchanged(await readManifest(ports.archive, committed.manifest, wanted), model))
  if (!comparison) return byEmployee
  for (const { next } of livingRecords(comparison)) {
    const employee = next.references.find(({ role }) => role === 'employee')?.id
    if (employee !== undefined) byEmployee.set(employee, [...(byEmployee.get(employee) ?? []), next.id])
  }
  return byEmployee
}

/** What employees show of one kind of records. */
const shownOf = (room: Room, rebuilt: readonly RebuiltDataset[], kind: Belonging) => {
  let reading: ReturnType<typeof idsByEmployee> | undefined
  return async (employeeIds: readonly string[]): Promise<ReadonlyMap<string, readonly JsonObject[]>> => {
    reading ??= idsByEmployee(room, rebuilt, kind)
    const byEmployee = await reading
    const ids = employeeIds.flatMap((id) => byEmployee.get(id) ?? [])
    if (ids.length === 0) return new Map()
    const { ports, session, integrationId } = room
    const { model } = kind
    const stored = await ports.records.get(spaceOf(integrationId, model, session.state().generations[model]), ids)
    const shown = new Map<string, JsonObject[]>()
    for (const record of stored) {
      const employee = record.employeeId ?? ''
      shown.set(employee, [...(shown.get(employee) ?? []), storedEmbed(model, record)])
    }
    return shown
  }
}

/** What employees show of the records that belong to them. To be asked once these are written. */
export const belongingsOf = (room: Room, rebuilt: readonly RebuiltDataset[]): BelongingsOf => {
  const kinds = belonging.map((kind) => ({ key: kind.key, shown: shownOf(room, rebuilt, kind) }))
  return async (employeeIds) => {
    const found = new Map<string, Belongings>()
    for (const { key, shown } of kinds)
      for (const [employee, records] of await shown(employeeIds))
        found.set(employee, { ...(found.get(employee) ?? noBelongings), [key]: records })
    return found
  }
}
