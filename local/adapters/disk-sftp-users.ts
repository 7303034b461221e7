import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import { absentOn } from './absent.ts'
import { escapeSegment } from './object-path.ts'
import { temporaryFiles } from './temporary-file.ts'

const UserSchema = v.pipe(v.string(), v.parseJson(), v.object({ publicKeys: v.array(v.string()) }))

const writeSynced = async (path: string, text: string): Promise<void> => {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The laptop's SFTP users: one JSON file each, replaced by a rename, so that a login never reads half a change. */
export const diskSftpUsers = (directory: string): SftpUsers => {
  const users = join(directory, 'users')
  const withTemporary = temporaryFiles(join(directory, 'temporary'))
  const pathOf = (name: string): string => join(users, `${escapeSegment(name)}.json`)

  return {
    put: ({ name, publicKeys }) =>
      withTemporary(async (temporary) => {
        await mkdir(users, { recursive: true })
        await writeSynced(temporary, JSON.stringify({ publicKeys: [...new Set(publicKeys)] }))
        await rename(temporary, pathOf(name))
      }),
    remove: (name) => rm(pathOf(name), { force: true }),
    keys: async (name) => {
      // Anything can be asked for as a name at a login, also what no file can be called.
      const text = await readFile(pathOf(name), 'utf8').catch(absentOn('ENOENT', 'ENAMETOOLONG'))
      return text === undefined ? undefined : v.parse(UserSchema, text).publicKeys
    },
  }
}
