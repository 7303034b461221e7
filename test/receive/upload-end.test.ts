import { describe, expect, it, test } from 'vitest'
import { queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { fileKey, filePartition } from '#core/control/keys.ts'
import { type UploadEvent, uploadEventMessage } from '#core/files/upload-event.ts'
import { receiveHandler } from '../../lambdas/receive/receive-handler.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const dynamo = await dynalite()
const client = dynamo.client()
const key = `${integrationId.slice('sftp:'.length)}/employees.csv`

/** Hands one message to `receive`; answers when it wants to come back, in seconds. */
const handle = async (work: Workplace, body: string, receiveCount = 1, meanwhile = async () => {}) => {
  const waits: number[] = []
  const landingQueue = { changeVisibility: async (_: string, seconds: number) => void waits.push(seconds) }
  const logged: object[] = []
  const log = (name: string, fields?: object) => void logged.push({ name, ...fields })
  const record = {
    ...{ messageId: 'm', receiptHandle: 'r', body, messageAttributes: {}, md5OfBody: '' },
    ...{ eventSource: 'aws:sqs', eventSourceARN: '', awsRegion: '' },
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      ...{ SentTimestamp: '0', SenderId: '', ApproximateFirstReceiveTimestamp: '0' },
    },
  }
  const handler = receiveHandler({ ...work.receivePorts, landingQueue, wait: meanwhile, log })
  const { batchItemFailures } = await handler({ Records: [record] }, { getRemainingTimeInMillis: () => 60_000 })
  return { waits, logged, comesBack: batchItemFailures.length > 0 }
}

const filesOf = async ({ control }: Workplace) =>
  (await queryDocuments(control, filePartition(integrationId), ExportFileSchema)).values

const end = (event: Partial<UploadEvent>): string =>
  uploadEventMessage({ bucket: 'landing', key, outcome: 'failed', endedAt: 0, ...event })

/** A file that was received at a moment, and what its upload's end would name. */
const received = async (work: Workplace, text: string) => {
  await work.upload('employees.csv', text)
  const file = (await filesOf(work)).at(-1)
  if (!file) throw new Error('no file')
  return { ...file, endedAt: file.eventTime + 500 }
}

describe('the end of an upload', () => {
  it('is noted on its file, and a sync is queued that does without it if it broke off', async () => {
    const work = await openWorkplace(client)
    const { etag, endedAt } = await received(work, 'id\n1')
    await handle(work, end({ etag, endedAt }))
    expect(await filesOf(work)).toMatchObject([{ state: 'QUEUED', upload: { outcome: 'failed', endedAt } }])
    expect(work.sent).toHaveLength(2)
    await handle(work, end({ etag, endedAt }))
    expect(new Set(work.sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(2)
  })

  it('queues nothing where it went well', async () => {
    const work = await openWorkplace(client)
    const { etag, endedAt } = await received(work, 'id\n1')
    const { comesBack } = await handle(work, end({ etag, endedAt, outcome: 'completed' }))
    expect(comesBack).toBe(false)
    expect(await filesOf(work)).toMatchObject([{ upload: { outcome: 'completed' } }])
    expect(work.sent).toHaveLength(1)
  })

  it('belongs to the file of its time where a retry brought the same bytes', async () => {
    const work = await openWorkplace(client)
    const broken = await received(work, 'id\n1')
    work.pass(60_000)
    const retry = await received(work, 'id\n1')
    expect(retry.etag).toBe(broken.etag)
    await handle(work, end({ etag: retry.etag, endedAt: retry.endedAt, outcome: 'completed' }))
    await handle(work, end({ etag: broken.etag, endedAt: broken.endedAt }))
    const outcomes = (await filesOf(work)).map(({ upload }) => upload?.outcome)
    expect(outcomes).toEqual(['failed', 'completed'])
  })

  it('is found by its size where it has no etag', async () => {
    const work = await openWorkplace(client)
    const { endedAt } = await received(work, 'id\n1')
    await handle(work, end({ size: 999, endedAt }))
    await handle(work, end({ size: 4, endedAt }))
    expect(await filesOf(work)).toMatchObject([{ upload: { outcome: 'failed' } }])
  })

  it('is noted at once on a file that becomes known in the same moment', async () => {
    const work = await openWorkplace()
    const meanwhile = async () => void (await work.upload('employees.csv', 'id\n1'))
    expect(await handle(work, end({ size: 4, endedAt: work.now() }), 1, meanwhile)).toMatchObject({ comesBack: false })
    expect(await filesOf(work)).toMatchObject([{ upload: { outcome: 'failed' } }])
  })

  it('waits for its own file where one of the same bytes came before', async () => {
    const work = await openWorkplace()
    const { etag, endedAt } = await received(work, 'id\n1')
    await handle(work, end({ etag, endedAt, outcome: 'completed' }))
    expect(await handle(work, end({ etag, endedAt: endedAt + 20_000 }))).toMatchObject({ comesBack: true })
    const again = await received(work, 'id\n1')
    expect(await handle(work, end({ etag, endedAt: again.endedAt }))).toMatchObject({ comesBack: false })
    expect(await filesOf(work)).toMatchObject([
      { upload: { outcome: 'completed', endedAt } },
      { upload: { outcome: 'failed', endedAt: again.endedAt } },
    ])
  })

  it('waits for a file that is not known yet, and not for ever', async () => {
    const work = await openWorkplace(client)
    expect(await handle(work, end({ etag: 'x' }))).toMatchObject({ comesBack: true, waits: [2] })
    expect(await handle(work, end({ etag: 'x' }), 4)).toMatchObject({ comesBack: true, waits: [270] })
    expect(await handle(work, end({ etag: 'x' }), 5)).toMatchObject({ comesBack: false, waits: [] })
  })

  it('in a folder of nobody is passed over', async () => {
    const work = await openWorkplace(client)
    const { comesBack, logged } = await handle(work, end({ key: 'stranger/employees.csv' }))
    expect(comesBack).toBe(false)
    expect(logged).toContainEqual({ name: 'UPLOAD_END_IGNORED', reason: 'nobodys' })
  })
})

/** As in the user guide's reference of event details. */
const documented = (detailType: string, detail: object): string =>
  JSON.stringify({
    ...{ version: '0', id: 'event-ID', source: 'aws.transfer', account: '958412138249', region: 'us-east-1' },
    'detail-type': detailType,
    time: '2024-01-29T16:31:43Z',
    resources: ['arn:aws:transfer:us-east-1:958412138249:server/s-1111aaaa2222bbbb3'],
    detail: { protocol: 'SFTP', 'client-ip': '10.0.0.141', username: 'test', 'session-id': 'x', ...detail },
  })

test('events are understood as Transfer Family writes them', async () => {
  const work = await openWorkplace(client)
  const { etag, size } = await received(work, 'id\n1')
  const atThatTime = Date.UTC(2024, 0, 29, 16, 31, 43, 311)
  const [file] = await filesOf(work)
  if (!file) throw new Error('no file')
  const then = { ...file, eventTime: atThatTime }
  await work.control.create(fileKey(then), then)
  await handle(
    work,
    documented('SFTP Server File Upload Failed', {
      ...{ 'failure-code': 'PARTIAL_UPLOAD', 'status-code': 'FAILED', bytes: size, etag },
      ...{ 'failure-message': 'File was partially uploaded.', 'end-timestamp': '2024-01-29T16:31:43.311866408Z' },
      'file-path': `/landing/${key}`,
    }),
  )
  expect((await filesOf(work))[0]?.upload).toEqual({ outcome: 'failed', endedAt: atThatTime })
})

test.each([
  ['another event', documented('SFTP Server File Rename Completed', { 'file-path': '/landing/a/b' })],
  ['a path without a key', documented('SFTP Server File Upload Failed', { 'file-path': '/landing' })],
])('%s has no effect', async (_, body) => {
  const work = await openWorkplace(client)
  await received(work, 'id\n1')
  await handle(work, body)
  expect((await filesOf(work))[0]?.upload).toBeUndefined()
})
