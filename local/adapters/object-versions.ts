import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredFile } from '#core/ports/file-store.ts'
import { absentOn } from './absent.ts'

/** A version's file is called `@<version id>_<etag>`, so that one rename publishes the content together with what is known of it. */
export type ObjectVersion = { readonly versionId: string; readonly etag: string; readonly path: string }

const versionName = /^@(\d{14}-[0-9a-f]{16})_([0-9a-f]{32})$/

export const isVersionName = (name: string): boolean => versionName.test(name)

const timeOf = (versionId: string): number => Number.parseInt(versionId, 10)

const versionsIn = async (directory: string): Promise<readonly ObjectVersion[]> => {
  const names = (await readdir(directory).catch(absentOn('ENOENT'))) ?? []
  return names.sort().flatMap((name) => {
    const [, versionId, etag] = versionName.exec(name) ?? []
    return versionId && etag ? [{ versionId, etag, path: join(directory, name) }] : []
  })
}

/** The version with this id, or the newest. */
export const findVersion = async (directory: string, versionId?: string): Promise<ObjectVersion | undefined> => {
  const versions = await versionsIn(directory)
  return versionId === undefined ? versions.at(-1) : versions.find((version) => version.versionId === versionId)
}

/** A version that comes after all others in the directory, even when the clock stands still or steps back. */
const nextVersion = async (directory: string, now: number, etag: string): Promise<ObjectVersion> => {
  const latest = await findVersion(directory)
  const time = latest ? Math.max(now, timeOf(latest.versionId) + 1) : now
  const versionId = `${String(time).padStart(14, '0')}-${randomBytes(8).toString('hex')}`
  return { versionId, etag, path: join(directory, `@${versionId}_${etag}`) }
}

export const describeVersion = async (key: string, version: ObjectVersion): Promise<StoredFile | undefined> => {
  const { versionId, etag, path } = version
  const stats = await stat(path).catch(absentOn('ENOENT'))
  return stats && { key, versionId, etag, size: stats.size, modifiedAt: timeOf(versionId) }
}

/** Moves complete content to where every process sees it as the newest version of `key`. */
export const publishVersion = async (
  directory: string,
  content: string,
  { key, etag, now }: { readonly key: string; readonly etag: string; readonly now: number },
): Promise<StoredFile> => {
  for (;;) {
    const { size } = await stat(content)
    await mkdir(directory, { recursive: true })
    const { versionId, path } = await nextVersion(directory, now, etag)
    // The directory may be removed as empty between the two calls: then it is made again.
    const moved = await rename(content, path).then(() => true, absentOn('ENOENT'))
    if (moved) return { key, versionId, etag, size, modifiedAt: timeOf(versionId) }
  }
}
