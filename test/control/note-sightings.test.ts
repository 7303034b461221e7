import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Sighting } from '#core/connect/sighting.ts'
import { readActivity } from '#core/control/activity.ts'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { noteSightings } from '#core/control/note-sightings.ts'
import { integrationOfSftpUser } from '#core/ids/integration-id.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

let control: ReturnType<typeof memoryControlStore>
let told: QueueMessage[]

const integration = (sftpUser: string, publicKeys: readonly string[]): Integration => ({
  id: integrationOfSftpUser(sftpUser),
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: { organizationName: sftpUser, creatorEmail: null, originId: null },
  scopeConfigId: null,
  sftpUser,
  publicKeys: [...publicKeys],
  language: 'en',
  enableFiltering: false,
  enableFieldMapping: false,
  mappings: {},
  createdAt: 1,
  deletedAt: null,
})

beforeEach(async () => {
  control = memoryControlStore()
  told = []
  for (const made of [integration('acme', ['ssh-rsa A', 'ssh-ed25519 B']), integration('globex', ['ssh-ed25519 C'])])
    await control.create(integrationKey(made.id), made)
})

const ports = () => ({
  control,
  webhookQueue: { send: async (message: QueueMessage) => void told.push(message) },
  fingerprint: (key: string) => `SHA256:${key.split(' ')[1]}`,
})
const note = (...sightings: readonly Sighting[]) => noteSightings(ports(), sightings)
const activityOf = (user: string) => readActivity(control, integrationOfSftpUser(user))
const reasonsOf = async (user: string) => (await activityOf(user)).attempts.map(({ reason }) => reason)

const login = (at: number, user = 'acme'): Sighting => ({ kind: 'logged-in', at, user, client: 'OpenSSH_9.6' })
const refused = (at: number, key: string | null, user: string | null = 'acme'): Sighting => ({
  kind: 'login-refused',
  ...{ at, user, client: null },
  ...(key === null
    ? { reason: 'NO_KEY_OFFERED', keyFingerprint: null }
    : { reason: null, keyFingerprint: `SHA256:${key}` }),
})

test('the first login is told, and told again when whoever noted it may have died before', async () => {
  await note(login(100_000))
  await note(login(200_000))
  expect(told).toHaveLength(1)
  expect(JSON.parse(told[0]?.body ?? '')).toMatchObject({ kind: 'told', about: { occasion: 'first-login' } })
  await note(login(100_000))
  expect(told.map(({ deduplicationId }) => deduplicationId)).toEqual([
    told[0]?.deduplicationId,
    told[0]?.deduplicationId,
  ])
  expect(await activityOf('acme')).toMatchObject({ firstLoginAt: 100_000, lastLoginAt: 200_000 })
})

test.each([
  ['X', 'UNKNOWN_KEY'],
  ['A', 'SIGNATURE_WEAK'],
  ['B', 'SIGNATURE_INVALID'],
  [null, 'NO_KEY_OFFERED'],
])('a refusal of which only the key is known: %s is %s', async (key, reason) => {
  await note(refused(1, key))
  expect(await reasonsOf('acme')).toEqual([reason])
})

test('a right key under a wrong name is noted with whose key it is; a stranger is not noted', async () => {
  expect(await note(refused(1, 'C', 'glob'), refused(2, 'X', 'root'), refused(3, null, 'admin'))).toHaveLength(1)
  expect(await reasonsOf('globex')).toEqual(['WRONG_USER'])
  expect(await reasonsOf('acme')).toEqual([])
})

test('nothing is noted of an integration that is being deleted', async () => {
  await updateDocument(
    control,
    integrationKey(integrationOfSftpUser('globex')),
    IntegrationSchema,
    (each): Integration => ({ ...each, status: 'DELETING' }),
  )
  expect(await note(login(1, 'globex'), refused(2, 'C', 'glob'))).toEqual([])
})

test('of a client that tries one key after another only the end is noted', async () => {
  await note(refused(1_000, null), refused(1_100, 'X'), refused(1_200, 'Y'))
  expect(await reasonsOf('acme')).toEqual(['UNKNOWN_KEY'])
  await note(login(1_300))
  expect(await reasonsOf('acme')).toEqual([null])
  await note(refused(1_250, 'Z'))
  expect(await reasonsOf('acme')).toEqual([null])
  await note(refused(9_000, 'Z'))
  expect(await reasonsOf('acme')).toEqual(['UNKNOWN_KEY', null])
})

test('a missed folder, a lost connection and random access are noted', async () => {
  const of = { user: 'acme', client: null } as const
  await note(
    { kind: 'folder-missed', at: 1, ...of },
    { kind: 'upload-failed', at: 2, reason: 'CONNECTION_LOST', ...of },
    { kind: 'upload-failed', at: 3, reason: 'RANDOM_ACCESS', ...of },
  )
  expect(await reasonsOf('acme')).toEqual(['RANDOM_ACCESS', 'CONNECTION_LOST', 'WRONG_FOLDER'])
})

test('what is noted twice, or in another order, is the same', async () => {
  const sighting = fc.oneof(
    fc.integer({ min: 0, max: 20 }).map((minute) => login(minute * 60_000)),
    fc.integer({ min: 0, max: 20 }).map((minute) => refused(minute * 60_000 + 1_000, null)),
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(sighting, { maxLength: 8, selector: ({ at }) => at }), async (sightings) => {
      const noted = async (order: readonly Sighting[]) => {
        control = memoryControlStore()
        const made = integration('acme', [])
        await control.create(integrationKey(made.id), made)
        await note(...order)
        const { firstLoginAt, lastLoginAt, attempts } = await activityOf('acme')
        return { firstLoginAt, lastLoginAt, newest: attempts[0] }
      }
      const once = await noted(sightings)
      expect(await noted([...sightings, ...sightings])).toEqual(once)
      expect(await noted(sightings.toReversed())).toEqual(once)
    }),
    { numRuns: 50 },
  )
})
