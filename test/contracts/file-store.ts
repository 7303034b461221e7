import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FileStore, StoredFile } from '#core/ports/file-store.ts'

type FileStoreUnderTest = {
  readonly store: FileStore
  /** A second bucket of the same kind. */
  readonly other: FileStore
}

/** What an adapter (or the emulator behind it) cannot do, by the name of the promise, with the reason. */
type Exceptions = Readonly<Record<string, string>>

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = async (content: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> => {
  if (!content) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const listed = async (store: FileStore, prefix: string): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const file of store.list(prefix)) keys.push(file.key)
  return keys
}

const stream = async function* (...parts: readonly Uint8Array[]) {
  yield* parts
}

const unusualKeys = [
  'plain.csv',
  'Größe/Übersicht März.csv',
  'a b/with  spaces .csv',
  'plus+sign+.csv',
  'percent%20and%.csv',
  'emoji/👩‍💼.csv',
  'quotes\'"&<>;=?#*|.csv',
  '..',
  '../outside.csv',
  'a/../b/./c',
  '/leading',
  'trailing/',
  'double//slash',
  'a',
  'a/b',
  'A',
  '.hidden',
  'dot.',
  '@at',
  'tab\tand\u0001control',
  `${'long-'.repeat(150)}end`,
  `${'ü'.repeat(400)}/x`,
]

export const fileStoreContract = (
  name: string,
  make: () => Promise<FileStoreUnderTest>,
  exceptions: Exceptions = {},
): void => {
  const promise = (title: string, test: () => Promise<void>) => {
    const reason = exceptions[title]
    if (reason === undefined) it(title, test)
    else it.skip(`${title} (${reason})`, test)
  }

  describe(`FileStore: ${name}`, () => {
    let store: FileStore
    let other: FileStore
    beforeEach(async () => {
      const made = await make()
      store = made.store
      other = made.other
    })

    promise('returns what was put, byte for byte', async () => {
      const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
      await store.put('in/binary', content)
      const chunks: Uint8Array[] = []
      for await (const chunk of (await store.open({ key: 'in/binary' })) ?? []) chunks.push(chunk)
      expect(Buffer.concat(chunks).equals(content)).toBe(true)
    })

    promise('describes an object', async () => {
      const before = Date.now()
      const stored = await store.put('in/a.csv', bytes('id\n1\n'))
      expect(stored).toMatchObject({
        key: 'in/a.csv',
        size: 5,
        etag: createHash('md5').update('id\n1\n').digest('hex'),
      })
      const head = await store.head({ key: 'in/a.csv' })
      expect(head).toMatchObject({ key: 'in/a.csv', size: 5, etag: stored.etag, versionId: stored.versionId })
      // S3 tells whole seconds.
      expect(head?.modifiedAt).toBeGreaterThanOrEqual(before - 1000)
      expect(head?.modifiedAt).toBeLessThanOrEqual(Date.now() + 1000)
      expect(Math.abs((head?.modifiedAt ?? 0) - stored.modifiedAt)).toBeLessThan(2000)
    })

    promise('stores an empty object', async () => {
      await store.put('in/empty', new Uint8Array())
      expect(await store.head({ key: 'in/empty' })).toMatchObject({ size: 0 })
      expect(await read(await store.open({ key: 'in/empty' }))).toBe('')
    })

    promise('takes a stream and keeps its order, also when it is larger than one part', async () => {
      const part = new Uint8Array(1024 * 1024)
      const parts = Array.from({ length: 9 }, (_, index) => part.slice().fill(index))
      const stored = await store.put('in/stream', stream(...parts))
      expect(stored.size).toBe(9 * 1024 * 1024)
      const hash = createHash('sha256')
      for await (const chunk of (await store.open({ key: 'in/stream' })) ?? []) hash.update(chunk)
      expect(hash.digest('hex')).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'))
    })

    promise('takes an empty stream', async () => {
      expect(await store.put('in/empty-stream', stream())).toMatchObject({ size: 0 })
      expect(await read(await store.open({ key: 'in/empty-stream' }))).toBe('')
    })

    promise('shows nothing of a put whose stream fails', async () => {
      const failing = async function* () {
        yield bytes('half')
        throw new Error('connection lost')
      }
      await expect(store.put('in/failing', failing())).rejects.toThrow('connection lost')
      expect(await store.head({ key: 'in/failing' })).toBeUndefined()
      expect(await listed(store, '')).toEqual([])
    })

    promise('makes a new version of an existing key and keeps the old one', async () => {
      const first = await store.put('in/a.csv', bytes('one'))
      const second = await store.put('in/a.csv', bytes('two'))
      expect(second.versionId).not.toBe(first.versionId)
      expect(await read(await store.open({ key: 'in/a.csv' }))).toBe('two')
      expect(await read(await store.open({ key: 'in/a.csv', versionId: first.versionId }))).toBe('one')
      expect(await store.head({ key: 'in/a.csv', versionId: first.versionId })).toMatchObject({ etag: first.etag })
      expect(await store.head({ key: 'in/a.csv' })).toMatchObject({ versionId: second.versionId })
    })

    promise('makes a version of its own for the same bytes', async () => {
      const first = await store.put('in/a.csv', bytes('same'))
      const second = await store.put('in/a.csv', bytes('same'))
      expect(second.etag).toBe(first.etag)
      expect(second.versionId).not.toBe(first.versionId)
    })

    promise('reads from an offset to the end', async () => {
      await store.put('in/a.csv', bytes('0123456789'))
      expect(await read(await store.open({ key: 'in/a.csv' }, 4))).toBe('456789')
      expect(await read(await store.open({ key: 'in/a.csv' }, 9))).toBe('9')
    })

    promise('reads nothing from an offset at the end', async () => {
      await store.put('in/a.csv', bytes('0123'))
      expect(await read(await store.open({ key: 'in/a.csv' }, 4))).toBe('')
    })

    promise('answers undefined for what is absent', async () => {
      const { versionId } = await store.put('in/a.csv', bytes('x'))
      expect(await store.head({ key: 'in/b.csv' })).toBeUndefined()
      expect(await store.open({ key: 'in/b.csv' })).toBeUndefined()
      expect(await store.head({ key: 'in/b.csv', versionId })).toBeUndefined()
      expect(await store.open({ key: 'in/b.csv', versionId })).toBeUndefined()
      expect(await store.head({ key: 'in' })).toBeUndefined()
      expect(await store.copyFrom({ bucket: store.bucket, key: 'in/b.csv', versionId }, 'x')).toBeUndefined()
    })

    promise('removes one version and leaves the others', async () => {
      const first = await store.put('in/a.csv', bytes('one'))
      const second = await store.put('in/a.csv', bytes('two'))
      await store.removeVersion('in/a.csv', second.versionId)
      expect(await store.head({ key: 'in/a.csv' })).toMatchObject({ versionId: first.versionId })
      expect(await store.open({ key: 'in/a.csv', versionId: second.versionId })).toBeUndefined()
      await store.removeVersion('in/a.csv', first.versionId)
      expect(await store.head({ key: 'in/a.csv' })).toBeUndefined()
      expect(await listed(store, '')).toEqual([])
    })

    promise('succeeds in removing what is gone', async () => {
      const { versionId } = await store.put('in/a.csv', bytes('x'))
      await store.removeVersion('in/a.csv', versionId)
      await store.removeVersion('in/a.csv', versionId)
      await store.removeVersion('in/never.csv', versionId)
      expect(await store.head({ key: 'in/a.csv' })).toBeUndefined()
    })

    promise('copies one exact version from another bucket', async () => {
      const first = await store.put('in/a.csv', bytes('one'))
      await store.put('in/a.csv', bytes('two'))
      const copy = await other.copyFrom(
        { bucket: store.bucket, key: 'in/a.csv', versionId: first.versionId },
        'archive/a.csv',
      )
      expect(copy).toMatchObject({ key: 'archive/a.csv', size: 3, etag: first.etag })
      expect(await read(await other.open({ key: 'archive/a.csv' }))).toBe('one')
      await store.removeVersion('in/a.csv', first.versionId)
      expect(await read(await other.open({ key: 'archive/a.csv', versionId: copy?.versionId }))).toBe('one')
    })

    promise('tells by their checksums which copies hold the same bytes', async () => {
      const checksumOf = async (text: string) => {
        const { key, versionId } = await store.put(`in/${text}.csv`, bytes(text.slice(0, 3)))
        return (await other.copyFrom({ bucket: store.bucket, key, versionId }, 'archive/a.csv'))?.checksum
      }
      const checksum = await checksumOf('one')
      expect(checksum).toMatch(/./)
      expect(await checksumOf('one again')).toBe(checksum)
      expect(await checksumOf('two')).not.toBe(checksum)
    })

    promise('copies a source with an unusual key', async () => {
      const key = 'in/März 100% + 1/ä&b=c?.csv'
      const { versionId } = await store.put(key, bytes('x'))
      expect(await other.copyFrom({ bucket: store.bucket, key, versionId }, key)).toMatchObject({ key, size: 1 })
    })

    promise('copies onto an existing key as a new version', async () => {
      const source = await store.put('in/a.csv', bytes('new'))
      const old = await other.put('archive/a.csv', bytes('old'))
      await other.copyFrom({ bucket: store.bucket, key: 'in/a.csv', versionId: source.versionId }, 'archive/a.csv')
      expect(await read(await other.open({ key: 'archive/a.csv' }))).toBe('new')
      expect(await read(await other.open({ key: 'archive/a.csv', versionId: old.versionId }))).toBe('old')
    })

    promise('lists the current versions under a prefix, in the byte order of their keys', async () => {
      const keys = ['b/1', 'b/ü', 'b/z', 'b/Z', 'b/a!', 'b/a', 'b/a/c', 'b/\u{1f600}', 'b/\uffee', 'bc', 'c/1']
      for (const key of keys) await store.put(key, bytes(key))
      const newest = await store.put('b/1', bytes('newest'))
      const files: StoredFile[] = []
      for await (const file of store.list('b/')) files.push(file)
      expect(files.map((file) => file.key)).toEqual([
        'b/1',
        'b/Z',
        'b/a',
        'b/a!',
        'b/a/c',
        'b/z',
        'b/ü',
        'b/\uffee',
        'b/\u{1f600}',
      ])
      expect(files[0]).toMatchObject({ versionId: newest.versionId, size: 6 })
      expect(await listed(store, 'b')).toEqual([...files.map((file) => file.key), 'bc'])
      expect(await listed(store, 'b/a')).toEqual(['b/a', 'b/a!', 'b/a/c'])
      expect(await listed(store, 'd')).toEqual([])
    })

    promise('keeps unusual keys apart, inside its bucket and readable', async () => {
      for (const key of unusualKeys) await store.put(key, bytes(key))
      for (const key of unusualKeys) {
        expect(await read(await store.open({ key }))).toBe(key)
        expect(await store.head({ key })).toMatchObject({ key, size: bytes(key).length })
      }
      expect(new Set(await listed(store, ''))).toEqual(new Set(unusualKeys))
      expect(await listed(other, '')).toEqual([])
    })

    promise('keeps keys with line breaks', async () => {
      const keys = ['line\nfeed', 'carriage\rreturn']
      for (const key of keys) await store.put(key, bytes(key))
      for (const key of keys) expect(await read(await store.open({ key }))).toBe(key)
      expect(await listed(store, '')).toEqual(keys.toReversed())
    })

    promise('lists many objects', async () => {
      const keys = Array.from({ length: 1_050 }, (_, index) => `many/${String(index).padStart(5, '0')}`)
      for (let at = 0; at < keys.length; at += 50) {
        await Promise.all(keys.slice(at, at + 50).map((key) => store.put(key, bytes('x'))))
      }
      expect(await listed(store, 'many/')).toEqual(keys)
    })

    promise('takes concurrent puts of one key as so many versions', async () => {
      const stored = await Promise.all(
        Array.from({ length: 10 }, (_, index) => store.put('in/race', bytes(`writer ${index}`))),
      )
      expect(new Set(stored.map((file) => file.versionId)).size).toBe(10)
      for (const [index, { versionId }] of stored.entries()) {
        expect(await read(await store.open({ key: 'in/race', versionId }))).toBe(`writer ${index}`)
      }
    })
  })
}
