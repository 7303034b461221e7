import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { nodeOptions } from '#core/deployment/node-options.ts'
import type { Variant } from './variants.ts'
import type { Workspace } from './workspace.ts'

const ManifestSchema = v.object({
  key: v.string(),
  versionId: v.string(),
  size: v.number(),
  cpuSeconds: v.number(),
})
export type StoredManifest = v.InferOutput<typeof ManifestSchema>

const MeasuredSchema = v.object({
  rows: v.number(),
  digest: v.nullable(v.string()),
  written: v.optional(v.number()),
  issues: v.optional(v.array(v.string())),
  manifest: v.optional(ManifestSchema),
  pieces: v.optional(v.number()),
  /** User and system time of the whole process, its start included. */
  cpuSeconds: v.number(),
  peakRssMb: v.number(),
})
export type Measured = v.InferOutput<typeof MeasuredSchema>

export type PassOptions = {
  /** Compute the checksum of the output. Costs time: such a pass does not count. */
  readonly check?: boolean
  /** Store the manifest of the result. */
  readonly commit?: boolean
  readonly manifest?: StoredManifest | undefined
}

const execute = promisify(execFile)

/** How the function that syncs runs its code; the yardstick runs as most people use it. */
export const optionsOf = (pass: Variant['pass']): readonly string[] =>
  pass === 'parse-only' ? [] : (nodeOptions.sync?.split(' ') ?? [])

/** Runs one pass in a process of its own. */
export const runPass = async (
  { archive, passes, path }: Workspace,
  { pass, edition, againstManifest }: Omit<Variant, 'title'>,
  { check, commit, manifest }: PassOptions = {},
): Promise<Measured> => {
  const base = againstManifest && manifest ? ['--manifest', manifest.key, '--version', manifest.versionId] : []
  const flags = [...(check ? ['--check'] : []), ...(commit ? ['--commit'] : []), ...base]
  const words = [...optionsOf(pass), passes, pass, path(edition), '--archive', archive, ...flags]
  const { stdout } = await execute(process.execPath, words)
  return v.parse(MeasuredSchema, JSON.parse(stdout))
}
