import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { readActivity } from '#core/control/activity.ts'
import type { Integration } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { integrationOfSftpUser } from '#core/ids/integration-id.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { loginsHandler } from '../../lambdas/logins/logins-handler.ts'
import { keyFingerprint } from '../../lambdas/runtime/fingerprint.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { makeKey } from '../sftp/sftp-under-test.ts'

const user = 'acme'
const id = integrationOfSftpUser(user)
let control: ReturnType<typeof memoryControlStore>
let publicKey: string
let told: QueueMessage[]
let logged: object[]

beforeEach(async () => {
  control = memoryControlStore()
  told = []
  logged = []
  publicKey = (await makeKey()).publicKey
  const integration: Integration = {
    ...{ id, tool: 'sftp', category: 'HRIS', status: 'ACTIVE', scopeConfigId: null, sftpUser: user },
    endUser: { organizationName: 'Acme', creatorEmail: null, originId: null },
    publicKeys: [publicKey],
    ...{ language: 'en', enableFiltering: false, enableFieldMapping: false },
    ...{ mappings: {}, createdAt: 1, deletedAt: null },
  }
  await control.create(integrationKey(id), integration)
})

const handle = (event: unknown) =>
  loginsHandler({
    control,
    webhookQueue: { send: async (message) => void told.push(message) },
    fingerprint: keyFingerprint,
    log: (name, fields) => void logged.push({ name, ...fields }),
  })(event)

/** As CloudWatch Logs calls. */
const callWith = (batch: unknown) => ({
  awslogs: { data: gzipSync(typeof batch === 'string' ? batch : JSON.stringify(batch)).toString('base64') },
})
const batchOf = (messages: readonly string[], messageType = 'DATA_MESSAGE') =>
  callWith({
    ...{
      messageType,
      owner: '123456789012',
      logGroup: 'SftpLogs',
      logStream: 'ERRORS',
      subscriptionFilters: ['Filter'],
    },
    logEvents: messages.map((message, index) => ({ id: String(index), timestamp: 60_000 * (index + 1), message })),
  })
const line = (fields: object) => JSON.stringify({ 'source-ip': '203.0.113.9', ...fields })
const connected = line({ 'activity-type': 'CONNECTED', user, client: 'SSH-2.0-OpenSSH_9.6' })
const refused = (name: string, key: string) =>
  line({ 'activity-type': 'AUTH_FAILURE', user: name, method: 'publickey', message: `ED25519 ${keyFingerprint(key)}` })

test('lines of the log become what the page shows, and the first login is told', async () => {
  const stranger = (await makeKey()).publicKey
  await handle(batchOf([refused(user, stranger), refused('acme ', publicKey), connected]))
  expect(await readActivity(control, id)).toEqual({
    firstLoginAt: 180_000,
    lastLoginAt: 180_000,
    attempts: [
      { at: 180_000, outcome: 'logged_in', reason: null, client: 'OpenSSH_9.6' },
      { at: 120_000, outcome: 'refused', reason: 'WRONG_USER', client: null },
      { at: 60_000, outcome: 'refused', reason: 'UNKNOWN_KEY', client: null },
    ],
  })
  expect(told).toEqual([expect.objectContaining({ groupId: id })])
  expect(logged.at(-1)).toEqual({ name: 'LOG_LINES_READ', lines: 3, unreadable: 0, noted: 3 })
})

test('a batch that comes twice is noted once', async () => {
  const batch = batchOf([connected, refused(user, publicKey)])
  await handle(batch)
  const before = await readActivity(control, id)
  await handle(batch)
  expect(await readActivity(control, id)).toEqual(before)
  expect(new Set(told.map(({ deduplicationId }) => deduplicationId)).size).toBe(1)
})

test('a batch that failed half-way is finished when it comes again', async () => {
  const { replace } = control
  let fails = true
  control.replace = async (...args) => {
    if (fails && JSON.stringify(args).includes('refused')) throw new Error('down')
    return replace(...args)
  }
  const batch = batchOf([connected, refused(user, (await makeKey()).publicKey)])
  await expect(handle(batch)).rejects.toThrow('down')
  fails = false
  await handle(batch)
  expect((await readActivity(control, id)).attempts.map(({ reason }) => reason)).toEqual(['UNKNOWN_KEY', null])
})

test('a line that cannot be read is counted and stops no other', async () => {
  await handle(
    batchOf(['START', '{"activity-type":7}', line({ 'activity-type': 'CONNECTED', user: 'x'.repeat(300) }), connected]),
  )
  expect(logged.at(-1)).toEqual({ name: 'LOG_LINES_READ', lines: 1, unreadable: 3, noted: 1 })
})

test('a call that only tries whether somebody is there does nothing', async () => {
  await handle(batchOf([connected], 'CONTROL_MESSAGE'))
  expect((await readActivity(control, id)).attempts).toEqual([])
})

test.each([
  ['no call of CloudWatch Logs', {}],
  ['no base64', { awslogs: { data: '*' } }],
  ['not packed', { awslogs: { data: Buffer.from('{}').toString('base64') } }],
  ['no JSON', callWith('no JSON')],
  ['no batch', callWith({ logEvents: 1 })],
  ['far too large', callWith(' '.repeat(33 * 1024 * 1024))],
])('what is no batch is refused: %s', async (_, event) => {
  await expect(handle(event)).rejects.toThrow('not a batch of log events')
})

test('nothing is logged or noted of who came from where, or of names that do not exist', async () => {
  await handle(batchOf([refused('hunter2', (await makeKey()).publicKey), connected]))
  const kept = JSON.stringify([logged, await readActivity(control, id), told])
  expect(kept).not.toContain('203.0.113.9')
  expect(kept).not.toContain('hunter2')
})
