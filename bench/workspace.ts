import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleScript } from './bundle-script.ts'
import { type Edition, type ExportFacts, writeExport } from './generate.ts'
import type { Progress } from './progress.ts'

/** The generated files of one run, in a directory that is removed afterwards. */
export type Workspace = {
  readonly archive: string
  /** The passes as one bundle. */
  readonly passes: string
  readonly path: (edition: Edition) => string
  readonly facts: Readonly<Record<Edition, ExportFacts>>
}

type Size = { readonly rows: number; readonly seed: number }

export const withWorkspace = async <Result>(
  { rows, seed }: Size,
  progress: Progress,
  use: (workspace: Workspace) => Promise<Result>,
): Promise<Result> => {
  const directory = await mkdtemp(join(tmpdir(), 'rosterport-bench-'))
  const path = (edition: Edition): string => join(directory, `${edition}.csv`)
  const write = (edition: Edition): Promise<ExportFacts> => {
    progress(`writing ${rows} rows, ${edition}`)
    return writeExport(path(edition), { rows, seed, edition })
  }
  try {
    const [base, onePercent, volatile] = [await write('base'), await write('onePercent'), await write('volatile')]
    const strayQuote = await write('strayQuote')
    return await use({
      archive: join(directory, 'archive'),
      passes: await bundleScript(new URL('passes/main.ts', import.meta.url), join(directory, 'passes')),
      path,
      facts: { base, onePercent, volatile, strayQuote },
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
