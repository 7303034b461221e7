import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { mayBeSkipped, sftpClients, type Target } from './clients.ts'
import { contentOf, scratchPath, startUnderTest } from './sftp-under-test.ts'

const running = await startUnderTest()
afterAll(() => running.server.close())

const { alice } = running.keys
const target: Target = {
  port: running.port,
  user: 'alice',
  keyFile: alice.file,
  privateKey: alice.privateKey,
  fingerprints: running.server.fingerprints.map((fingerprint) => fingerprint.split(' ')[0]!),
}

const fileWith = async (content: Uint8Array): Promise<string> => {
  const path = scratchPath('export.csv')
  await writeFile(path, content)
  return path
}

for (const [index, client] of sftpClients.entries()) {
  describe.skipIf(await mayBeSkipped(client))(client.name, () => {
    const name = `employees-${index}.csv`
    const key = `alice/${name}`
    const today = randomBytes(500_001)
    const tomorrow = randomBytes(200_001)

    it('puts a file that arrives byte by byte', async () => {
      await client.put(target, await fileWith(today), name)
      expect((await contentOf(running.files, key))?.equals(today)).toBe(true)
      expect(running.heard.all('uploadCompleted')).toContainEqual({
        user: 'alice',
        file: expect.objectContaining({ key, size: today.length }),
      })
    })

    it.skipIf(client.list === undefined)('finds it in the list', async () => {
      expect(await client.list?.(target)).toContain(name)
    })

    it('puts the file of the next day under the same name', async () => {
      await client.put(target, await fileWith(tomorrow), name)
      expect((await contentOf(running.files, key))?.equals(tomorrow)).toBe(true)
    })

    it('puts an empty file', async () => {
      await client.put(target, await fileWith(Buffer.alloc(0)), `empty-${name}`)
      expect(await running.files.head({ key: `alice/empty-${name}` })).toMatchObject({ size: 0 })
    })
  })
}

it('none of them met anything unexpected', () => {
  expect(running.heard.all('fault')).toEqual([])
  expect(running.heard.all('uploadFailed')).toEqual([])
})
