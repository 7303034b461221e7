import { afterEach, beforeEach, expect, test } from 'vitest'
import { readActivity } from '#core/control/activity.ts'
import type { Integration } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { integrationOfSftpUser } from '#core/ids/integration-id.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { keyFingerprint } from '../../lambdas/runtime/fingerprint.ts'
import { sftpActivity } from '../../local/sftp-activity.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { connect, makeKey, openRawSftp, startUnderTest, type UnderTest } from '../sftp/sftp-under-test.ts'

let under: UnderTest
let control: ReturnType<typeof memoryControlStore>
let now = 1_000

const integration = (sftpUser: string, publicKey: string): Integration => ({
  id: integrationOfSftpUser(sftpUser),
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: { organizationName: sftpUser, creatorEmail: null, originId: null },
  scopeConfigId: null,
  sftpUser,
  publicKeys: [publicKey],
  language: 'en',
  enableFiltering: false,
  enableFieldMapping: false,
  mappings: {},
  createdAt: 1,
  deletedAt: null,
})

beforeEach(async () => {
  under = await startUnderTest()
  control = memoryControlStore()
  for (const user of ['alice', 'bob'] as const) {
    const made = integration(user, under.keys[user].publicKey)
    await control.create(integrationKey(made.id), made)
  }
})
afterEach(() => under.server.close())

const activityOf = (user: string) => readActivity(control, integrationOfSftpUser(user))
const told: QueueMessage[] = []
const webhookQueue = { send: async (message: QueueMessage) => void told.push(message) }
const noted = () => sftpActivity({ control, webhookQueue, fingerprint: keyFingerprint, now: () => now })
const refusal = async (username: string, privateKey: string) => {
  const failed = under.heard.next('loginFailed')
  await expect(connect(under.port, { username, privateKey })).rejects.toThrow()
  await noted().refused(await failed)
}

test('a login is noted, with what the client calls itself', async () => {
  const login = under.heard.next('loginSucceeded')
  await connect(under.port, { username: 'alice', privateKey: under.keys.alice.privateKey })
  await noted().loggedIn(await login)
  expect(await activityOf('alice')).toEqual({
    firstLoginAt: now,
    lastLoginAt: now,
    attempts: [{ at: now, outcome: 'logged_in', reason: null, client: expect.stringContaining('ssh2') }],
  })
  expect((await activityOf('bob')).attempts).toEqual([])
  expect(told.splice(0)).toEqual([expect.objectContaining({ groupId: integrationOfSftpUser('alice') })])
  now += 1
  await noted().loggedIn({ user: 'alice', keyFingerprint: '', client: 'x' })
  expect(told).toEqual([])
})

test('a wrong key is noted with the user, a right key under a wrong name with whose key it is', async () => {
  await refusal('alice', (await makeKey()).privateKey)
  await refusal('alise', under.keys.bob.privateKey)
  await refusal('nobody', (await makeKey()).privateKey)
  expect((await activityOf('alice')).attempts).toMatchObject([{ outcome: 'refused', reason: 'UNKNOWN_KEY' }])
  expect((await activityOf('bob')).attempts).toMatchObject([{ outcome: 'refused', reason: 'WRONG_USER' }])
})

test('a folder that is not there is noted; the file that is about to be uploaded is none', async () => {
  const client = await connect(under.port, { username: 'alice', privateKey: under.keys.alice.privateKey })
  const sftp = await openRawSftp(client)
  await expect(sftp.stat('/employees.csv')).rejects.toThrow()
  await expect(sftp.stat('/employees.csv.filepart')).rejects.toThrow()
  expect(under.heard.all('folderMissed')).toEqual([])
  await expect(sftp.stat('/upload')).rejects.toThrow()
  await expect(sftp.stat('../outside')).rejects.toThrow()
  expect(under.heard.all('folderMissed')).toEqual([{ user: 'alice' }, { user: 'alice' }])
  await noted().folderMissed('alice')
  expect((await activityOf('alice')).attempts).toMatchObject([{ reason: 'WRONG_FOLDER' }])
})
