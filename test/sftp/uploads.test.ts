import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileStore } from '#core/ports/file-store.ts'
import { connect, contentOf, openRawSftp, startUnderTest, type UnderTest } from './sftp-under-test.ts'

let running: UnderTest
beforeAll(async () => {
  running = await startUnderTest()
})
afterAll(() => running.server.close())

const logIn = async ({ port, keys }: UnderTest = running) => {
  const client = await connect(port, { username: 'alice', privateKey: keys.alice.privateKey })
  return { client, ...(await openRawSftp(client)) }
}

const refusal = 'AWS Transfer does not support random access writes to S3 objects'

describe('an upload', () => {
  it('is seen by nobody before the client closes it', async () => {
    const { open, write, close, stat } = await logIn()
    const handle = await open('open.csv', 'w')
    await write(handle, 0, Buffer.from('id\n'))
    await expect(stat('open.csv')).rejects.toThrow('No such file')
    await close(handle)
    expect(await stat('open.csv')).toMatchObject({ size: 3 })
  })

  it('tells of its object before the client hears that it is done', async () => {
    const { open, close } = await logIn()
    await close(await open('empty.csv', 'w'))
    expect(running.heard.all('objectCreated')).toContainEqual(
      expect.objectContaining({ key: 'alice/empty.csv', size: 0 }),
    )
  })

  it('may write neighbouring chunks in any order, as threads do', async () => {
    const { open, write, close } = await logIn()
    const content = randomBytes(5 * 30_000)
    const handle = await open('threads.csv', 'w')
    await Promise.all(
      [3, 0, 2, 1, 4].map((chunk) =>
        write(handle, chunk * 30_000, content.subarray(chunk * 30_000, (chunk + 1) * 30_000)),
      ),
    )
    await close(handle)
    expect((await contentOf(running.files, 'alice/threads.csv'))?.equals(content)).toBe(true)
  })

  it.each([
    ['far ahead', 100_000_000],
    ['back at the beginning', 0],
    ['half a chunk back', 5],
  ])('must not write %s', async (_where, offset) => {
    const { open, write, close } = await logIn()
    const failed = running.heard.next('uploadFailed')
    const handle = await open('jumping.csv', 'w')
    await write(handle, 0, Buffer.from('0123456789'))
    await expect(write(handle, offset, Buffer.from('x'))).rejects.toThrow(refusal)
    await expect(close(handle)).rejects.toThrow(refusal)
    expect(await failed).toMatchObject({ user: 'alice', reason: 'RANDOM_ACCESS', file: { size: 10 } })
  })

  it('with a hole that was never filled fails when it is closed', async () => {
    const { open, write, close } = await logIn()
    const handle = await open('hole.csv', 'w')
    await write(handle, 0, Buffer.from('0123456789'))
    await write(handle, 11, Buffer.from('x'))
    await expect(close(handle)).rejects.toThrow(refusal)
  })

  it.each(['a', 'r+', 'w+', 'ax'] as const)('cannot open a file in mode "%s"', async (mode) => {
    const { open, close } = await logIn()
    await close(await open('modes.csv', 'w'))
    await expect(open('modes.csv', mode)).rejects.toThrow('Cannot open file in mode')
  })

  it('cannot make a file that must be new but is not', async () => {
    const { open, close } = await logIn()
    await close(await open('new.csv', 'wx'))
    await expect(open('new.csv', 'wx')).rejects.toThrow('exists already')
  })
})

describe('a connection that drops during an upload', () => {
  it('leaves what came so far as an object, and says that the upload failed', async () => {
    const { client, open, write } = await logIn()
    const failed = running.heard.next('uploadFailed')
    const created = running.heard.next('objectCreated')
    await write(await open('torn.csv', 'w'), 0, Buffer.from('id,name\n1,Er'))
    client.destroy()
    expect(await failed).toMatchObject({ user: 'alice', reason: 'CONNECTION_LOST', file: { key: 'alice/torn.csv' } })
    expect(await created).toEqual((await failed).file)
    expect(String(await contentOf(running.files, 'alice/torn.csv'))).toBe('id,name\n1,Er')
  })

  it('is the same when the server is stopped: it waits until the part is stored', async () => {
    const stopping = await startUnderTest()
    const { open, write } = await logIn(stopping)
    await write(await open('torn.csv', 'w'), 0, Buffer.from('half'))
    await stopping.server.close()
    expect(stopping.heard.all('uploadFailed')).toHaveLength(1)
    expect(await stopping.files.head({ key: 'alice/torn.csv' })).toMatchObject({ size: 4 })
  })
})

describe('many uploads at once', () => {
  it('each arrive whole', async () => {
    const contents = Array.from({ length: 20 }, () => randomBytes(200_000))
    const upload = async (content: Buffer, index: number) => {
      const { client, open, write, close } = await logIn()
      const handle = await open(`many-${index}.csv`, 'w')
      for (let offset = 0; offset < content.length; offset += 25_000) {
        await write(handle, offset, content.subarray(offset, offset + 25_000))
      }
      await close(handle)
      client.end()
    }
    await Promise.all(contents.map(upload))
    for (const [index, content] of contents.entries()) {
      expect((await contentOf(running.files, `alice/many-${index}.csv`))?.equals(content)).toBe(true)
    }
  })
})

/** A store that shows how much it has not yet taken. */
const countingStore = (files: FileStore) => {
  let taken = 0
  const put: FileStore['put'] = (key, body) => {
    const counted = async function* () {
      for await (const chunk of body instanceof Uint8Array ? [body] : body) {
        taken += chunk.length
        yield chunk
      }
    }
    return files.put(key, counted())
  }
  return { files: { ...files, put }, taken: () => taken }
}

describe('a store', () => {
  it('that is slower than the client slows the client down', async () => {
    const counting = countingStore(running.files)
    const slow = await startUnderTest({ files: counting.files })
    const { open, write, close } = await logIn(slow)
    const handle = await open('large.csv', 'w')
    const chunk = randomBytes(30_000)
    const sizes: number[] = []
    const writes = Array.from({ length: 1_000 }, async (_, index) => {
      await write(handle, index * chunk.length, chunk)
      sizes.push((index + 1) * chunk.length - counting.taken())
    })
    await Promise.all(writes)
    await close(handle)
    expect(Math.max(...sizes)).toBeLessThan(4 * 1024 * 1024)
    expect(await slow.files.head({ key: 'alice/large.csv' })).toMatchObject({ size: 30_000_000 })
    await slow.server.close()
  })

  it('that fails makes the upload fail, with words for the person and the cause for the operator', async () => {
    const broken = { ...running.files, put: () => Promise.reject(new Error('the disk is full')) }
    const failing = await startUnderTest({ files: broken })
    const { open, close } = await logIn(failing)
    await expect(close(await open('lost.csv', 'w'))).rejects.toThrow('The server could not do that')
    expect(failing.heard.all('fault')).toEqual([expect.objectContaining({ message: 'the disk is full' })])
    await failing.server.close()
  })
})
