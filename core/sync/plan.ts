import * as v from 'valibot'
import { SyncReasonSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import { type ModelId, ModelIdSchema } from '#core/model/models.ts'
import { type IdTable, idTable } from './id-table.ts'
import { idBytes } from './manifest-layout.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const IdsOfModelSchema = v.object({ model: ModelIdSchema, count })

/** Whatever a sync came from: the same again come to the same records. */
const PlanInputsSchema = v.object({
  syncId: v.string(),
  reason: SyncReasonSchema,
  /** When it began, epoch ms: what day it was. */
  at: v.number(),
  /** Files that waited for it, and those that they are joined with. */
  files: v.array(v.string()),
  /** Decisions about held removals that it carries out. */
  decisions: v.exactOptional(v.array(v.string())),
  /** The rollback that it carries out. */
  rollback: v.exactOptional(v.string()),
  /** The identities by which rows are read. */
  identity: v.exactOptional(v.string()),
  /** Versions of the mappings in use. */
  mappings: v.record(DatasetSchema, v.number()),
})
export type PlanInputs = v.InferOutput<typeof PlanInputsSchema>

const format = 2
const HeadSchema = v.object({
  format: v.literal(format),
  /** Null when it must not be resumed. */
  inputs: v.nullable(PlanInputsSchema),
  /** Differs whenever anything that is to be written differs. */
  fingerprint: v.string(),
  unknown: v.array(IdsOfModelSchema),
  writes: v.array(IdsOfModelSchema),
})

/** Ids of one model. */
export type IdsOfModel = { readonly model: ModelId; readonly ids: IdTable }

/**
 * What a sync is about to write, stored before its first write. If the sync dies, the next one goes on with it; failing that,
 * every record named here counts as unknown, whatever the manifest says.
 */
export type Plan = Pick<v.InferOutput<typeof HeadSchema>, 'inputs' | 'fingerprint'> & {
  /** Ids that an earlier plan may have written. */
  readonly unknown: readonly IdsOfModel[]
  /** In the order of writing. */
  readonly writes: readonly IdsOfModel[]
}

const prefixBytes = 8

/** The bytes of a plan, a few at a time: format number and length of the head (little endian), the head as JSON, ids. */
export function* encodePlan({ inputs, fingerprint, unknown, writes }: Plan): Generator<Uint8Array> {
  const counted = (lists: readonly IdsOfModel[]) => lists.map(({ model, ids }) => ({ model, count: ids.size }))
  const head: v.InferInput<typeof HeadSchema> = {
    format,
    inputs,
    fingerprint,
    unknown: counted(unknown),
    writes: counted(writes),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const prefix = new Uint8Array(prefixBytes)
  const view = new DataView(prefix.buffer)
  view.setUint32(0, format, true)
  view.setUint32(4, text.length, true)
  yield concatBytes([prefix, text])
  for (const { ids } of [...unknown, ...writes]) yield ids.bytes
}

const HeadJsonSchema = v.pipe(v.string(), v.parseJson(), HeadSchema)

/** Undefined when these are not the bytes of a whole plan. */
export const decodePlan = (bytes: Uint8Array): Plan | undefined => {
  if (bytes.length < prefixBytes) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const headEnd = prefixBytes + view.getUint32(4, true)
  const head = v.safeParse(HeadJsonSchema, new TextDecoder().decode(bytes.subarray(prefixBytes, headEnd)))
  if (view.getUint32(0, true) !== format || !head.success) return undefined
  let at = headEnd
  const take = (lists: typeof head.output.writes): readonly IdsOfModel[] =>
    lists.map(({ model, count: size }) => {
      const start = at
      at += size * idBytes
      return { model, ids: idTable(bytes.subarray(start, at)) }
    })
  const { inputs, fingerprint } = head.output
  const plan = { inputs, fingerprint, unknown: take(head.output.unknown), writes: take(head.output.writes) }
  return at === bytes.length ? plan : undefined
}
