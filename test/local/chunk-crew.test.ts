import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { contentHash, keyedHash } from '../../lambdas/runtime/system.ts'
import { encodeChunk, type Telling } from '../../lambdas/sync/chunks/chunk-file.ts'
import { tellStored } from '../../lambdas/sync/chunks/work-chunk.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { chunkCrew } from '../../local/chunk-crew.ts'

const root = await mkdtemp(join(tmpdir(), 'rosterport-crew-'))
const archive = diskFileStore(root, 'archive')
const crew = chunkCrew({ root, bucket: 'archive', secret: 'secret' })
afterAll(async () => {
  await crew.close()
  await rm(root, { recursive: true })
})

const telling: Telling = {
  versions: [1, 1],
  integrationId: 'sftp:crew',
  dataset: 'employees',
  mapping: {
    dataset: 'employees',
    id: { columns: ['id'] },
    fields: { first_name: [{ from: 'column', column: 'name' }] },
  },
  ruling: null,
  header: ['id', 'name'],
  delimiter: ';',
  missingCells: 0,
}

const putPiece = async (name: string): Promise<string> => {
  const text = new TextEncoder().encode('1;Ada\r\n2;Bob\r\n')
  const slice = { firstRow: 2, text, known: [], fresh: 2 }
  const { key } = await archive.put(`chunks/${name}.rows`, ReadableStream.from(encodeChunk({ telling, slice })))
  return key
}

const told = async (key: string): Promise<string> =>
  new Response(ReadableStream.from((await archive.open({ key: key.replace('.rows', '.told') })) ?? [])).text()

it('a process tells the same of a piece as whoever tells it here', async () => {
  const [there, here] = [await putPiece('there'), await putPiece('here')]
  expect(await crew.tell(there)).toBe(true)
  await tellStored({ archive, keyedHash: keyedHash('secret'), contentHash }, here)
  expect(await told(there)).toBe(await told(here))
  expect(await told(there)).toContain('"first_name":"Ada"')
})

it('a piece that is gone is no fault, and one that cannot be told is one without its text', async () => {
  expect(await crew.tell('chunks/gone.rows')).toBe(false)
  const { key } = await archive.put('chunks/bad.rows', new TextEncoder().encode('\u0004\0\0\0Ada!'))
  await expect(crew.tell(key)).rejects.toThrow(/^A piece of a file could not be told.$/)
})

it('a process that is killed costs its piece alone: whoever asks again gets another one', async () => {
  const key = await putPiece('twice')
  const telling = crew.tell(key)
  for (const id of crew.processIds()) process.kill(id, 'SIGKILL')
  await expect(telling).rejects.toThrow(/has ended/)
  expect(await crew.tell(key)).toBe(true)
})
