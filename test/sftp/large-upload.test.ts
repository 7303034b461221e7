import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { connect, makeKey, openRawSftp, scratchPath } from './sftp-under-test.ts'

const fileMegabytes = 200

it('takes a large file through far less memory than the file needs', { timeout: 120_000 }, async () => {
  const [root, key] = [scratchPath('large'), await makeKey()]
  const script = fileURLToPath(new URL('server-process.ts', import.meta.url))
  const server = spawn(process.execPath, [script, root, key.publicKey], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
  const report = async () => JSON.parse((await lines.next()).value ?? '{}')
  const { port, megabytes: before } = await report()

  const { open, write, close } = await openRawSftp(
    await connect(port, { username: 'alice', privateKey: key.privateKey }),
  )
  const handle = await open('large.csv', 'w')
  const chunk = randomBytes(30_000)
  const chunks = Math.ceil((fileMegabytes * 1024 * 1024) / chunk.length)
  // As many requests on the way as OpenSSH has.
  const inFlight: Promise<void>[] = []
  for (let index = 0; index < chunks; index += 1) {
    inFlight.push(write(handle, index * chunk.length, chunk))
    if (inFlight.length > 64) await inFlight.shift()
  }
  await Promise.all(inFlight)
  await close(handle)

  server.kill('SIGTERM')
  const { megabytes: after } = await report()
  expect(await diskFileStore(root, 'landing').head({ key: 'alice/large.csv' })).toMatchObject({
    size: chunks * chunk.length,
  })
  expect(after - before).toBeLessThan(fileMegabytes * 0.75)
})
