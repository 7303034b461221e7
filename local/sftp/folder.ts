import type { FileStore, StoredFile } from '#core/ports/file-store.ts'

/** What lies at a path. A folder is a common beginning of keys, or a 0-byte marker whose key ends in `/`. */
export type Entry = { readonly kind: 'file'; readonly file: StoredFile } | { readonly kind: 'folder' }

export type NamedEntry = { readonly name: string; readonly entry: Entry }

/** One user's part of the bucket, by paths (`/a/b`) instead of keys. Nothing it does reaches another key. */
export const userFolder = (files: FileStore, user: string) => {
  const keyOf = (path: string): string => `${user}${path}`
  const prefixOf = (path: string): string => (path === '/' ? `${user}/` : `${user}${path}/`)

  const isFolder = async (path: string): Promise<boolean> => {
    if (path === '/') return true
    for await (const _first of files.list(prefixOf(path))) return true
    return false
  }

  const find = async (path: string): Promise<Entry | undefined> => {
    const file = path === '/' ? undefined : await files.head({ key: keyOf(path) })
    if (file !== undefined) return { kind: 'file', file }
    return (await isFolder(path)) ? { kind: 'folder' } : undefined
  }

  const list = async (path: string): Promise<readonly NamedEntry[]> => {
    const prefix = prefixOf(path)
    const entries = new Map<string, Entry>()
    for await (const file of files.list(prefix)) {
      const [name = '', ...below] = file.key.slice(prefix.length).split('/')
      if (name !== '') entries.set(name, below.length === 0 ? { kind: 'file', file } : { kind: 'folder' })
    }
    return Array.from(entries, ([name, entry]) => ({ name, entry }))
  }

  const removeKey = async (key: string): Promise<void> => {
    // Under the newest version the one before would come to light again.
    for (let file = await files.head({ key }); file !== undefined; file = await files.head({ key })) {
      await files.removeVersion(key, file.versionId)
    }
  }

  return {
    find,
    list,
    keyOf,
    remove: (path: string): Promise<void> => removeKey(keyOf(path)),
    makeFolder: (path: string): Promise<StoredFile> => files.put(prefixOf(path), new Uint8Array()),
    removeFolder: (path: string): Promise<void> => removeKey(prefixOf(path)),
    /** A copy, then a removal, as on S3: `undefined` when the file has gone meanwhile. */
    rename: async (file: StoredFile, path: string): Promise<StoredFile | undefined> => {
      const { key, versionId } = file
      const copy = await files.copyFrom({ bucket: files.bucket, key, versionId }, keyOf(path))
      if (copy !== undefined) await removeKey(key)
      return copy
    },
  }
}

export type UserFolder = ReturnType<typeof userFolder>
