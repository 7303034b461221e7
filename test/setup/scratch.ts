import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All temporary files of a test run lie in one folder, which goes away with it: a test that is broken off cannot remove its own. */
export const setup = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'rosterport-tests-'))
  process.env.TMPDIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
