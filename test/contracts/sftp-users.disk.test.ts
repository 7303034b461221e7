import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskSftpUsers } from '../../local/adapters/disk-sftp-users.ts'
import { sftpUsersContract } from './sftp-users.ts'

const scratch = await mkdtemp(join(tmpdir(), 'rosterport-users-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

sftpUsersContract('disk', async () => diskSftpUsers(scratch))

describe('the SFTP users on disk', () => {
  it('are there after a restart', async () => {
    await diskSftpUsers(scratch).put({ name: 'kept', publicKeys: ['ssh-ed25519 AAAA'] })
    expect(await diskSftpUsers(scratch).keys('kept')).toEqual(['ssh-ed25519 AAAA'])
  })

  it('are read whole while they are being changed', async () => {
    const users = diskSftpUsers(scratch)
    const sets = [['ssh-rsa AAAA', 'ssh-rsa BBBB'], ['ssh-rsa CCCC']]
    await users.put({ name: 'busy', publicKeys: sets[0]! })
    const writing = Array.from({ length: 50 }, (_, turn) => users.put({ name: 'busy', publicKeys: sets[turn % 2]! }))
    const reading = Array.from({ length: 50 }, () => users.keys('busy'))
    for (const keys of await Promise.all(reading)) expect(sets).toContainEqual(keys)
    await Promise.all(writing)
  })

  it.each(['', '..', '../kept', 'kept/', '\u0000', 'x'.repeat(5000)])(
    'are not found under the name %j',
    async (name) => {
      expect(await diskSftpUsers(scratch).keys(name)).toBeUndefined()
    },
  )
})
