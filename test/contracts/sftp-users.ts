import { beforeEach, describe, expect, it } from 'vitest'
import type { SftpUsers } from '#core/ports/sftp-users.ts'

const key = (letter: string): string => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letter.repeat(43)}`

let names = 0
const newName = (): string => {
  names += 1
  return `user-${names}`
}

export const sftpUsersContract = (adapter: string, make: () => Promise<SftpUsers>): void => {
  describe(`SftpUsers: ${adapter}`, () => {
    let users: SftpUsers
    let name: string
    beforeEach(async () => {
      users = await make()
      name = newName()
    })

    const keysOf = async (user: string) => (await users.keys(user))?.toSorted()

    it('knows no user that was not put', async () => {
      expect(await users.keys(name)).toBeUndefined()
    })

    it('lets a user in with the keys it was put with', async () => {
      await users.put({ name, publicKeys: [key('a'), key('b')] })
      expect(await keysOf(name)).toEqual([key('a'), key('b')])
    })

    it('leaves a user as it is when it is put again', async () => {
      await users.put({ name, publicKeys: [key('a'), key('b')] })
      await users.put({ name, publicKeys: [key('b'), key('a')] })
      expect(await keysOf(name)).toEqual([key('a'), key('b')])
    })

    it('gives a user exactly the keys it is put with later', async () => {
      await users.put({ name, publicKeys: [key('a'), key('b')] })
      await users.put({ name, publicKeys: [key('b'), key('c')] })
      expect(await keysOf(name)).toEqual([key('b'), key('c')])
    })

    it('counts a key that is given twice once', async () => {
      await users.put({ name, publicKeys: [key('a'), key('a')] })
      expect(await keysOf(name)).toEqual([key('a')])
    })

    it('keeps a user from whom every key was taken', async () => {
      await users.put({ name, publicKeys: [key('a')] })
      await users.put({ name, publicKeys: [] })
      expect(await users.keys(name)).toEqual([])
    })

    it('forgets a removed user and its keys', async () => {
      await users.put({ name, publicKeys: [key('a')] })
      await users.remove(name)
      expect(await users.keys(name)).toBeUndefined()
      await users.put({ name, publicKeys: [key('b')] })
      expect(await users.keys(name)).toEqual([key('b')])
    })

    it('removes a user that is gone without complaint', async () => {
      await users.remove(name)
      await users.put({ name, publicKeys: [key('a')] })
      await users.remove(name)
      await users.remove(name)
      expect(await users.keys(name)).toBeUndefined()
    })

    it('keeps users apart, those whose names differ only in capitals too', async () => {
      const other = name.toUpperCase()
      await users.put({ name, publicKeys: [key('a')] })
      await users.put({ name: other, publicKeys: [key('b')] })
      await users.remove(name)
      expect(await users.keys(name)).toBeUndefined()
      expect(await users.keys(other)).toEqual([key('b')])
    })
  })
}
