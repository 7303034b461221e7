import { createReadStream } from 'node:fs'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { fileScratch } from '../../lambdas/adapters/file-scratch.ts'
import { contentHash, keyedHash } from '../../lambdas/runtime/system.ts'
import { rebuildFromFile } from '../../lambdas/sync/rebuild-file.ts'
import { mapping } from '../data/mapping.ts'
import type { Outcome } from './outcome.ts'

/** A first load of a file with a stray quotation mark: answers what it says is wrong. */
export const strayQuote = async (file: string): Promise<Outcome> => {
  const result = await rebuildFromFile(
    { keyedHash: keyedHash('bench'), contentHash, openScratch: fileScratch },
    {
      integrationId: 'sftp:bench',
      dataset: 'employees',
      file: { id: 'file', name: 'employees.csv', open: () => createReadStream(file) },
      mapping,
      base: emptyManifest,
      employees: new Set(),
      unknown: new Set(),
    },
  )
  const { issues } = result.kind === 'refused' ? result : result.rebuilt
  const rows = result.kind === 'refused' ? 0 : result.rebuilt.counts.rows
  return { rows, digest: null, issues: [...new Set(issues.map(({ code }) => code))] }
}
