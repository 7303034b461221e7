import * as v from 'valibot'
import { newId } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { System } from '#core/ports/system.ts'
import { readDocument } from './documents.ts'
import { environmentKey } from './keys.ts'

const EnvironmentSchema = v.object({ id: v.string(), createdAt: v.number() })
type Environment = v.InferOutput<typeof EnvironmentSchema>

type Ports = { readonly control: Pick<ControlStore, 'get' | 'create'>; readonly system: System }

/** The deployment's own document, made by whoever asks first. */
export const readEnvironment = async ({ control, system }: Ports): Promise<Environment> => {
  const existing = await readDocument(control, environmentKey, EnvironmentSchema)
  if (existing) return existing
  const environment = { id: newId(system.random), createdAt: system.clock() }
  const isFirst = await control.create(environmentKey, environment)
  return isFirst ? environment : readEnvironment({ control, system })
}
