import { createHash } from 'node:crypto'
import { constants, copyFile, type FileHandle, open, readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { FileRef, FileStore } from '#core/ports/file-store.ts'
import type { Clock } from '#core/ports/system.ts'
import { absentOn } from './absent.ts'
import { directoryOf, directoryOfPrefix, escapeSegment, keyOf } from './object-path.ts'
import { describeVersion, findVersion, isVersionName, publishVersion } from './object-versions.ts'
import { temporaryFiles } from './temporary-file.ts'

/** A chunk costs the same whatever is in it; of larger ones more lie about until they are collected. */
export const bytesAtOnce = 128 * 1024

const objectsOf = (root: string, bucket: string): string => join(root, escapeSegment(bucket), 'objects')

const writeAll = async (handle: FileHandle, body: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> => {
  const hash = createHash('md5')
  for await (const chunk of body instanceof Uint8Array ? [body] : body) {
    hash.update(chunk)
    await handle.appendFile(chunk)
  }
  await handle.sync()
  return hash.digest('hex')
}

const walk = async function* (directory: string): AsyncGenerator<string> {
  const entries = (await readdir(directory, { withFileTypes: true }).catch(absentOn('ENOENT'))) ?? []
  if (entries.some((entry) => isVersionName(entry.name))) yield directory
  for (const entry of entries) if (entry.isDirectory()) yield* walk(join(directory, entry.name))
}

const keysUnder = async (objects: string, prefix: string): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const directory of walk(join(objects, directoryOfPrefix(prefix)))) {
    const key = keyOf(relative(objects, directory).split(sep))
    if (key.startsWith(prefix)) keys.push(key)
  }
  return keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

const removeEmpty = async (directory: string, top: string): Promise<void> => {
  if (directory === top) return
  const removed = await rmdir(directory).then(() => true, absentOn('ENOTEMPTY', 'EEXIST', 'ENOENT'))
  if (removed) await removeEmpty(dirname(directory), top)
}

/**
 * A versioned bucket in the directory `<root>/<bucket>`, shared by any number of processes.
 * A put appears by one rename of a complete, synced file: a killed process leaves at most a temporary file that nobody lists.
 */
export const diskFileStore = (root: string, bucket: string, now: Clock = Date.now): FileStore => {
  const objects = objectsOf(root, bucket)
  const withTemporary = temporaryFiles(join(dirname(objects), 'uploads'))
  const find = (ref: FileRef) => findVersion(join(objects, directoryOf(ref.key)), ref.versionId)
  const publish = (content: string, key: string, etag: string) =>
    publishVersion(join(objects, directoryOf(key)), content, { key, etag, now: now() })

  const head = async (ref: FileRef) => {
    const version = await find(ref)
    return version && describeVersion(ref.key, version)
  }

  return {
    bucket,
    put: (key, body) =>
      withTemporary(async (temporary) => {
        const handle = await open(temporary, 'wx')
        const etag = await writeAll(handle, body).finally(() => handle.close())
        return publish(temporary, key, etag)
      }),
    head,
    open: async (ref, start = 0) => {
      const version = await find(ref)
      const handle = version && (await open(version.path).catch(absentOn('ENOENT')))
      return handle?.createReadStream({ start, highWaterMark: bytesAtOnce })
    },
    copyFrom: async (source, key) => {
      const version = await findVersion(join(objectsOf(root, source.bucket), directoryOf(source.key)), source.versionId)
      if (!version) return undefined
      return withTemporary(async (temporary) => {
        const copying = copyFile(version.path, temporary, constants.COPYFILE_FICLONE)
        const copied = await copying.then(() => true, absentOn('ENOENT'))
        // Here an entity tag is a hash of the bytes.
        return copied ? { ...(await publish(temporary, key, version.etag)), checksum: version.etag } : undefined
      })
    },
    removeVersion: async (key, versionId) => {
      const version = await find({ key, versionId })
      if (!version) return
      await rm(version.path, { force: true })
      await removeEmpty(dirname(version.path), objects)
    },
    list: async function* (prefix) {
      for (const key of await keysUnder(objects, prefix)) {
        const stored = await head({ key })
        if (stored) yield stored
      }
    },
  }
}
