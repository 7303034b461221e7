import * as v from 'valibot'
import { newId } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { System } from '#core/ports/system.ts'
import { readDocument } from './documents.ts'
import { PgpSchema } from './integration.ts'
import { environmentKey } from './keys.ts'

const defaultRawFileDays = 90

/** What holds until somebody says otherwise stands beside each entry. */
export const EnvironmentSchema = v.object({
  id: v.string(),
  createdAt: v.number(),
  /** What customers see in the flow; null: the page has words of its own. */
  name: v.optional(v.nullable(v.string()), null),
  /** Origins of the pages that may embed the flow; none: any page may. */
  allowedOrigins: v.optional(v.array(v.string()), []),
  /** Days for which files are kept after a sync has judged them; null: without end. */
  rawFileDays: v.optional(v.nullable(v.number()), defaultRawFileDays),
  /** What new integrations begin with. */
  pgp: v.optional(PgpSchema, 'off'),
  /** How the flow looks: an `https:` or `data:` address of an image, and a colour as `#rrggbb`. */
  branding: v.optional(v.object({ logo: v.nullable(v.string()), color: v.nullable(v.string()) }), {
    logo: null,
    color: null,
  }),
})
export type Environment = v.InferOutput<typeof EnvironmentSchema>
export type Settings = Omit<Environment, 'id' | 'createdAt'>

type Ports = {
  readonly control: Pick<ControlStore, 'get' | 'create'>
  readonly system: Pick<System, 'clock' | 'random'>
}

/** The deployment's own document, made by whoever asks first. */
export const readEnvironment = async ({ control, system }: Ports): Promise<Environment> => {
  const existing = await readDocument(control, environmentKey, EnvironmentSchema)
  if (existing) return existing
  const environment = { id: newId(system.random), createdAt: system.clock() }
  await control.create(environmentKey, environment)
  return readEnvironment({ control, system })
}

/** The settings alone, for who may not make the document. */
export const readSettings = async (control: Pick<ControlStore, 'get'>): Promise<Settings> =>
  (await readDocument(control, environmentKey, EnvironmentSchema)) ??
  v.parse(EnvironmentSchema, { id: '', createdAt: 0 })
