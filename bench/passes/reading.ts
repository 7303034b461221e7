import { createReadStream } from 'node:fs'
import { readTable } from '../../lambdas/reading/read-table.ts'
import { cellsDigest } from '../digest.ts'
import type { Outcome } from './outcome.ts'

/** Format, encoding, delimiter and header found out, every row cut into cells; nothing mapped. */
export const reading = async (file: string, check: boolean): Promise<Outcome> => {
  const table = await readTable(() => createReadStream(file), { name: 'employees.csv', dataset: 'employees' })
  if (table.kind === 'refused') throw new Error('The generated file was refused.')
  const digest = check ? cellsDigest() : null
  let rows = 0
  for await (const event of table.events) {
    if (event.kind !== 'rows') throw new Error('A generated row was not read.')
    rows += event.rows.length
    if (digest) for (const { cells } of event.rows) digest.add(cells)
  }
  return { rows, digest: digest?.hex() ?? null }
}
