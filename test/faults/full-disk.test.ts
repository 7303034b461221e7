import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { queues } from '#core/deployment/queues.ts'
import { fileScratch } from '../../lambdas/adapters/file-scratch.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { openDiskQueue } from '../../local/adapters/disk-queue.ts'
import { createDisk } from './full-disk.ts'

const folder = await mkdtemp(join(tmpdir(), 'rosterport-full-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const disk = await createDisk()
beforeEach(() => disk.fill(Number.POSITIVE_INFINITY))

const bytesIn = async (stream: AsyncIterable<Uint8Array> | undefined) =>
  String(Buffer.concat(await Array.fromAsync(stream ?? [])))

describe('on a full disk', () => {
  it('a file is not stored in part, and the one before stays', async () => {
    const store = diskFileStore(folder, 'archive')
    const before = await store.put('file', Buffer.from('before'))
    disk.fill(10)
    await expect(store.put('file', Buffer.from('longer than ten bytes'))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await store.head({ key: 'file' })).toEqual(before)
    expect(await readdir(join(folder, 'archive', 'uploads'))).toEqual([])
    disk.fill(Number.POSITIVE_INFINITY)
    const after = await store.put('file', Buffer.from('longer than ten bytes'))
    expect(await bytesIn(await store.open(after))).toBe('longer than ten bytes')
  })

  it('a file is not copied in part', async () => {
    const landing = diskFileStore(folder, 'landing')
    const archive = diskFileStore(folder, 'archive')
    const landed = await landing.put('file', Buffer.from('longer than ten bytes'))
    disk.fill(10)
    const source = { ...landed, bucket: 'landing' }
    await expect(archive.copyFrom(source, 'copy')).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await archive.head({ key: 'copy' })).toBeUndefined()
    disk.fill(Number.POSITIVE_INFINITY)
    await archive.copyFrom(source, 'copy')
    expect(await bytesIn(await archive.open({ key: 'copy' }))).toBe('longer than ten bytes')
  })

  it('a message is not sent in part, and those sent before are handed out once there is room', async () => {
    const queue = openDiskQueue(folder, { ...queues.landing, name: 'landing' })
    await queue.send({ body: 'before' })
    disk.fill(0)
    await expect(queue.send({ body: 'lost' })).rejects.toMatchObject({ code: 'ENOSPC' })
    disk.fill(Number.POSITIVE_INFINITY)
    await queue.send({ body: 'after' })
    const messages = await queue.receive({ max: 10, waitSeconds: 0 })
    expect(messages.map(({ body }) => body)).toEqual(['before', 'after'])
    queue.close()
  })

  it('a sync that needs more room than there is fails, and gives back what it took', () => {
    const scratch = fileScratch(folder)
    disk.fill(100_000)
    const fillUp = () => {
      for (let i = 0; i < 100; i += 1) scratch.add('x'.repeat(50_000))
    }
    expect(fillUp).toThrow('ENOSPC')
    scratch.close()
    disk.fill(Number.POSITIVE_INFINITY)
    const another = fileScratch(folder)
    const texts = Array.from({ length: 100 }, (_, i) => String(i).repeat(20_000))
    const places = texts.map(another.add)
    expect(another.read(places)).toEqual(texts)
    another.close()
  })
})
