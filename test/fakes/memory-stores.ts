import type { FileStore, StoredFile } from '#core/ports/file-store.ts'
import type { RecordStore, StoredRecord } from '#core/ports/record-store.ts'

type MemoryArchive = Pick<FileStore, 'put' | 'open' | 'head' | 'removeVersion' | 'list'>

type Held = { readonly bytes: Uint8Array; readonly modifiedAt: number }

const storedAs = (key: string, { bytes, modifiedAt }: Held): StoredFile => ({
  key,
  versionId: '1',
  etag: '',
  size: bytes.length,
  modifiedAt,
})

/** An archive in memory: every put replaces what the key held. */
export const memoryArchive = (now = () => 0): MemoryArchive => {
  const objects = new Map<string, Held>()
  return {
    put: async (key, body): Promise<StoredFile> => {
      const bytes = new Uint8Array(
        await new Response(body instanceof Uint8Array ? body.slice() : ReadableStream.from(body)).arrayBuffer(),
      )
      const held = { bytes, modifiedAt: now() }
      objects.set(key, held)
      return storedAs(key, held)
    },
    head: async ({ key }) => {
      const held = objects.get(key)
      return held && storedAs(key, held)
    },
    removeVersion: async (key) => void objects.delete(key),
    list: async function* (prefix) {
      const found = [...objects].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1))
      for (const [key, held] of found) yield storedAs(key, held)
    },
    open: async ({ key }) => {
      const bytes = objects.get(key)?.bytes
      return bytes && ReadableStream.from([bytes.slice(0, 10), bytes.slice(10)])
    },
  }
}

/** Records in memory, all of one integration, stamped with whatever `now` says. */
export const memoryRecords = (now: () => number) => {
  const records = new Map<string, StoredRecord>()
  const store: Pick<RecordStore, 'write' | 'get'> = {
    write: async (_space, puts) => {
      const stamp = now()
      const at = (moment: number | 'stamp'): number => (moment === 'stamp' ? stamp : moment)
      for (const put of puts) {
        const deletedAt = put.deletedAt === null ? null : at(put.deletedAt)
        records.set(put.id, { ...put, changedAt: at(put.changedAt), feedAt: at(put.feedAt), deletedAt })
      }
      return new Map(puts.map(({ id }) => [id, stamp]))
    },
    get: async (_space, ids) => ids.map((id) => records.get(id)).filter((record) => record !== undefined),
  }
  return { records, store }
}
