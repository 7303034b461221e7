import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openLogFile } from '../../local/log-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'rosterport-log-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

it('appends lines to its file', async () => {
  const path = join(folder, 'log')
  const write = openLogFile(path, () => undefined)
  write('one\n')
  write('two\n')
  expect(await readFile(path, 'utf8')).toBe('one\ntwo\n')
})

it('says once that it cannot write, and lets the product go on', () => {
  const said: string[] = []
  const write = openLogFile(join(folder, 'missing', 'log'), (sentence) => said.push(sentence))
  write('one\n')
  write('two\n')
  expect(said).toEqual([expect.stringContaining('The log cannot be written')])
})
