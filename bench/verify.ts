import { recordsChanged } from './generate.ts'
import type { Progress } from './progress.ts'
import { type Measured, runPass, type StoredManifest } from './run-pass.ts'
import { type PerVariant, variantNames, variants } from './variants.ts'
import type { Workspace } from './workspace.ts'

/** What every pass must come to. */
export type Expected = {
  readonly manifest: StoredManifest
  readonly rows: number
  readonly digest: PerVariant<string | null>
  readonly written: PerVariant<number | undefined>
}

const differs = (what: string, found: unknown, expected: unknown): Error =>
  new Error(`${what}: ${String(found)}, although ${String(expected)} is right. Nothing was measured.`)

/** Throws when a pass did not do its work. */
export const checkCounts = (name: keyof typeof variants, expected: Expected, measured: Measured): void => {
  const { title } = variants[name]
  if (measured.rows !== expected.rows) throw differs(`rows, ${title}`, measured.rows, expected.rows)
  if (measured.written !== expected.written[name])
    throw differs(`records written, ${title}`, measured.written, expected.written[name])
}

/** Loads the base edition, and the next day's in full, to know what the faster ways must come to. */
const expectations = async (workspace: Workspace, rows: number): Promise<Expected> => {
  const { base: facts } = workspace.facts
  const first = await runPass(workspace, variants.firstLoad, { check: true, commit: true })
  const next = await runPass(workspace, { ...variants.onePercent, againstManifest: false }, { check: true })
  if (!first.manifest) throw new Error('The first load stored no manifest.')
  return {
    manifest: first.manifest,
    rows,
    digest: {
      parseOnly: facts.cells,
      reading: facts.cells,
      firstLoad: first.digest,
      unchanged: first.digest,
      onePercent: next.digest,
      volatile: first.digest,
    },
    written: {
      parseOnly: undefined,
      reading: undefined,
      firstLoad: first.written,
      unchanged: 0,
      onePercent: recordsChanged(rows),
      volatile: 0,
    },
  }
}

/** Checks row counts, written records and checksums of every variant before its speed counts. */
export const verify = async (workspace: Workspace, rows: number, progress: Progress): Promise<Expected> => {
  progress('checking: what a full load comes to')
  const expected = await expectations(workspace, rows)
  for (const name of variantNames) {
    const { title } = variants[name]
    progress(`checking: ${title}`)
    const measured = await runPass(workspace, variants[name], { check: true, manifest: expected.manifest })
    checkCounts(name, expected, measured)
    if (measured.digest !== expected.digest[name])
      throw differs(`checksum, ${title}`, measured.digest, expected.digest[name])
  }
  return expected
}
