import * as v from 'valibot'
import { timeId } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { System } from '#core/ports/system.ts'
import { auditKey, auditKeyOf } from './keys.ts'

export const WhoSchema = v.object({ kind: v.picklist(['key', 'member', 'customer']), id: v.string(), name: v.string() })
export type Who = v.InferOutput<typeof WhoSchema>

/** Who changed something, or saw what not everybody may see. */
export const AuditEntrySchema = v.object({
  id: v.string(),
  /** epoch ms */
  at: v.number(),
  /** For example `mapping.approved`. */
  action: v.string(),
  who: WhoSchema,
  integrationId: v.nullable(v.string()),
  /** What it was done to, by the name of its id. */
  subject: v.record(v.string(), v.string()),
  reason: v.nullable(v.string()),
})
export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>

export type Deed = Pick<AuditEntry, 'action' | 'integrationId' | 'subject' | 'reason'> & {
  readonly who: Who
}

type Ports = { readonly control: Pick<ControlStore, 'create'>; readonly system: Pick<System, 'clock' | 'random'> }

const writeEntry = async ({ control }: Pick<Ports, 'control'>, entry: AuditEntry): Promise<void> => {
  await control.create(auditKey(entry.id), entry)
  if (entry.integrationId !== null) await control.create(auditKeyOf(entry.integrationId, entry.id), entry)
}

const entryOf = ({ who, ...deed }: Deed, id: string, at: number): AuditEntry => {
  const { kind, id: whoId, name } = who
  return { id, at, who: { kind, id: whoId, name }, ...deed }
}

/** Writes an entry: into the log of the environment, and into that of the integration it is about. */
export const recordDeed = async ({ control, system }: Ports, deed: Deed): Promise<void> => {
  const at = system.clock()
  await writeEntry({ control }, entryOf(deed, timeId(at, system.random), at))
}

/** A page that is looked at asks again and again: that is told once in so long. */
const lookMs = 5 * 60_000

/** Writes that somebody looked at something, unless they did so just before. Such an entry sorts by when its five minutes began. */
export const recordLook = async (
  { control, system }: Pick<Ports, 'control'> & { readonly system: Pick<System, 'clock' | 'hash'> },
  deed: Deed,
): Promise<void> => {
  const at = system.clock()
  const began = at - (at % lookMs)
  const { kind, id } = deed.who
  const looked = system.hash(JSON.stringify(['look', began, kind, id, deed.action, deed.integrationId, deed.subject]))
  await writeEntry(
    { control },
    entryOf(
      deed,
      timeId(began, (count) => looked.subarray(0, count)),
      at,
    ),
  )
}
