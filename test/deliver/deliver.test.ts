import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { finished, openPostOffice } from './post-office.ts'
import { answering, startReceiver } from './receiver.ts'

const minute = 60_000
const hour = 60 * minute

const syncIds = (payloads: readonly { data: { sync_id: string } }[]) => payloads.map(({ data }) => data.sync_id)

const signature = (secret: string, bytes: Buffer) => createHmac('sha256', secret).update(bytes).digest('base64url')

describe('a delivery', () => {
  it('is signed over exactly the bytes that are sent', async () => {
    const office = await openPostOffice()
    const app = await startReceiver()
    const endpoint = await office.addEndpoint(app.url)
    await office.tell(finished(1, 1))
    await office.work()
    const [{ headers, bytes, path } = { headers: {}, bytes: Buffer.of(), path: '' }] = app.received
    expect(headers['x-kombo-signature']).toBe(signature(office.secretOf(endpoint), bytes))
    expect(headers['x-kombo-signature']).toMatch(/^[\w-]{43}$/)
    expect(bytes.toString()).toBe(JSON.stringify(JSON.parse(bytes.toString()), null, 2))
    expect(bytes.toString()).toContain('Müller & Söhne')
    expect(headers['content-type']).toBe('application/json')
    expect(path).toBe('/hooks?app=1')
  })

  it('is kept with its request, the answer and the time it took', async () => {
    const office = await openPostOffice()
    const app = await startReceiver(answering(202, 'thank you'))
    const endpoint = await office.addEndpoint(app.url)
    await office.tell(finished(1, 1))
    await office.work()
    const [delivery] = await office.deliveriesOf(endpoint)
    expect(delivery).toMatchObject({
      state: 'SUCCEEDED',
      eventId: 'sync-finished-1-1',
      eventType: 'sync-finished',
      integrationId: 'sftp:1',
      body: app.received[0]?.bytes.toString(),
      attempts: [{ url: app.url, outcome: { kind: 'answered', status: 202, response: 'thank you' } }],
    })
  })

  it('is made once, however often its event is handed over', async () => {
    const office = await openPostOffice()
    const app = await startReceiver()
    await office.addEndpoint(app.url)
    await office.tell(finished(1, 1))
    await office.work()
    office.pass(10 * minute)
    await office.tell(finished(1, 1))
    await office.work()
    expect(app.received).toHaveLength(1)
  })

  it('is not made before the time of its event', async () => {
    const office = await openPostOffice()
    const app = await startReceiver()
    await office.addEndpoint(app.url)
    await office.tell(finished(1, 1, office.now() + 11_000))
    await office.work()
    office.pass(10_000)
    await office.work()
    expect(app.received).toEqual([])
    office.pass(1_000)
    await office.work()
    expect(app.received).toHaveLength(1)
  })

  it('comes in the order of its integration, those behind one that waits included', async () => {
    const office = await openPostOffice()
    const app = await startReceiver()
    await office.addEndpoint(app.url)
    await office.tell(finished(1, 1, office.now() + 5_000))
    for (const sync of [2, 3, 4]) await office.tell(finished(1, sync))
    await office.tell(finished(2, 9))
    await office.work()
    expect(syncIds(app.payloads())).toEqual(['9'])
    office.pass(5_000)
    await office.work()
    expect(syncIds(app.payloads())).toEqual(['9', '1', '2', '3', '4'])
  })

  it('goes to endpoints that want its type, and types of our own only to those that ask for them', async () => {
    const office = await openPostOffice()
    const [everything, some, ours, off] = await Promise.all(Array.from({ length: 4 }, () => startReceiver()))
    await office.addEndpoint(everything?.url ?? '')
    await office.addEndpoint(some?.url ?? '', { events: ['data-changed'] })
    await office.addEndpoint(ours?.url ?? '', { events: ['sync-held', 'sync-finished'] })
    await office.addEndpoint(off?.url ?? '', { isEnabled: false })
    const { id, integrationId, endUser, occurredAt, notBefore } = finished(1, 1)
    const held = [{ dataset: 'employees' as const, records: 2 }]
    await office.tell({
      id: 'held',
      integrationId,
      endUser,
      occurredAt,
      notBefore,
      type: 'sync-held',
      syncId: '1',
      held,
    })
    await office.tell({ ...finished(1, 1), id })
    await office.work()
    const types = [everything, some, ours, off].map((app) => app?.payloads().map(({ type }) => type))
    expect(types).toEqual([['sync-finished'], [], ['sync-held', 'sync-finished'], []])
  })
})

describe('an endpoint that does not take its deliveries', () => {
  it('gets each again and again for a day, at growing intervals, in order, and then the next', async () => {
    const office = await openPostOffice()
    const app = await startReceiver(answering(500))
    const endpoint = await office.addEndpoint(app.url)
    await office.tell(finished(1, 1))
    await office.tell(finished(1, 2))
    await office.work()
    expect(syncIds(app.payloads())).toEqual(['1'])
    const times: number[] = []
    for (const begin = office.now(); office.now() < begin + 30 * hour; office.pass(minute)) {
      const before = app.received.length
      await office.work()
      if (app.received.length > before) times.push(office.now() - begin)
    }
    const first = app.payloads().filter(({ data }) => data.sync_id === '1')
    expect(first.length).toBeGreaterThan(8)
    expect(syncIds(app.payloads())).toEqual([...first.map(() => '1'), '2'])
    expect(times.at(-1)).toBeGreaterThan(18 * hour)
    expect((await office.deliveriesOf(endpoint)).map(({ state }) => state)).toEqual(['FAILED', 'FAILED'])
    expect(office.logged.filter((event) => event === 'WEBHOOK_GIVEN_UP')).toHaveLength(2)
    expect(await office.queue.deadLetters()).toEqual([])
  })

  it('gets what waited, in order, once it works again', async () => {
    const office = await openPostOffice()
    const app = await startReceiver(answering(503))
    await office.addEndpoint(app.url)
    for (const sync of [1, 2, 3]) await office.tell(finished(1, sync))
    await office.work()
    office.pass(minute)
    app.answerWith(answering(204))
    await office.work()
    expect(syncIds(app.payloads())).toEqual(['1', '1', '2', '3'])
  })

  it('holds up neither another endpoint nor its own deliveries of other integrations', async () => {
    const office = await openPostOffice()
    const dead = await startReceiver((response, { bytes }) => {
      response.writeHead(JSON.parse(bytes.toString()).data.integration_id === 'sftp:1' ? 500 : 200).end()
    })
    const alive = await startReceiver()
    await office.addEndpoint(dead.url)
    await office.addEndpoint(alive.url)
    for (const sync of [1, 2]) await office.tell(finished(1, sync))
    await office.tell(finished(2, 3))
    await office.work()
    expect(syncIds(alive.payloads()).toSorted()).toEqual(['1', '2', '3'])
    expect(syncIds(dead.payloads()).toSorted()).toEqual(['1', '3'])
  })

  it.each([301, 302, 307, 308])('is not followed elsewhere by a %i', async (status) => {
    const office = await openPostOffice()
    const elsewhere = await startReceiver()
    const app = await startReceiver((response) => {
      response.writeHead(status, { location: elsewhere.url }).end()
    })
    const endpoint = await office.addEndpoint(app.url)
    await office.tell(finished(1, 1))
    await office.work()
    expect(elsewhere.received).toEqual([])
    expect((await office.deliveriesOf(endpoint))[0]?.state).toBe('PENDING')
  })

  it('gets nothing more once it is turned off or removed; what waited is cancelled', async () => {
    const office = await openPostOffice()
    const app = await startReceiver(answering(500))
    const endpoint = await office.addEndpoint(app.url)
    for (const sync of [1, 2]) await office.tell(finished(1, sync))
    await office.work()
    await office.changeEndpoint(endpoint, { isEnabled: false })
    office.pass(hour)
    await office.work()
    expect(app.received).toHaveLength(1)
    expect((await office.deliveriesOf(endpoint)).map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED'])
  })
})

describe('a function that dies', () => {
  it('after it has sent and before it has noted the answer leaves the delivery to be sent again', async () => {
    let isDying = true
    const office = await openPostOffice((ports) => ({
      ...ports,
      control: {
        ...ports.control,
        replace: (...given) => (isDying ? Promise.reject(new Error('killed')) : ports.control.replace(...given)),
      },
    }))
    const app = await startReceiver()
    const endpoint = await office.addEndpoint(app.url)
    await office.tell(finished(1, 1))
    await office.work()
    expect(app.received).toHaveLength(1)
    isDying = false
    office.pass(5 * minute)
    await office.work()
    expect(app.received.map(({ bytes }) => JSON.parse(bytes.toString()).id)).toEqual([
      'sync-finished-1-1',
      'sync-finished-1-1',
    ])
    expect((await office.deliveriesOf(endpoint)).map(({ state }) => state)).toEqual(['SUCCEEDED'])
  })

  it('while it spreads an event leaves no endpoint without it, and none with two', async () => {
    let sends = 0
    const office = await openPostOffice((ports) => ({
      ...ports,
      webhookQueue: {
        ...ports.webhookQueue,
        send: async (message) => {
          sends += 1
          if (sends === 2) throw new Error('killed')
          await ports.webhookQueue.send(message)
        },
      },
    }))
    const apps = await Promise.all(Array.from({ length: 3 }, () => startReceiver()))
    for (const { url } of apps) await office.addEndpoint(url)
    await office.tell(finished(1, 1))
    await office.work()
    office.pass(5 * minute)
    await office.work()
    expect(apps.map(({ received }) => received.length)).toEqual([1, 1, 1])
  })
})

describe('while secrets change', () => {
  it('a receiver that knows only the old one, or only the new one, misses nothing', async () => {
    const office = await openPostOffice()
    const known = { secret: '' }
    const app = await startReceiver((response, { headers, bytes }) => {
      const isGenuine = headers['x-kombo-signature'] === signature(known.secret, bytes)
      response.writeHead(isGenuine ? 200 : 401).end()
    })
    const secrets = [
      { name: 'new', expiresAt: null },
      { name: 'old', expiresAt: office.now() + hour },
    ]
    const endpoint = await office.addEndpoint(app.url, { secrets })
    known.secret = office.secretOf(endpoint, 'old')
    await office.tell(finished(1, 1))
    await office.work()
    office.pass(10_000)
    await office.work()
    known.secret = office.secretOf(endpoint, 'new')
    await office.tell(finished(1, 2))
    await office.work()
    expect((await office.deliveriesOf(endpoint)).map(({ state, tries }) => `${state} ${tries}`)).toEqual([
      'SUCCEEDED 2',
      'SUCCEEDED 1',
    ])
    const [first] = app.received
    expect(first?.headers['x-rosterport-signatures']).toBe(
      ['new', 'old'].map((name) => signature(office.secretOf(endpoint, name), first?.bytes ?? Buffer.of())).join(', '),
    )
  })

  it('the old one ends at its time', async () => {
    const office = await openPostOffice()
    const app = await startReceiver()
    const secrets = [
      { name: 'new', expiresAt: null },
      { name: 'old', expiresAt: office.now() + hour },
    ]
    await office.addEndpoint(app.url, { secrets })
    office.pass(hour)
    await office.tell(finished(1, 1))
    await office.work()
    expect(app.received[0]?.headers['x-rosterport-signatures']).toMatch(/^[\w-]{43}$/)
  })
})

it('a message that nobody understands ends among the dead letters', async () => {
  const office = await openPostOffice()
  await office.queue.send({ body: '{"kind":"nonsense"}', groupId: 'group' })
  for (let day = 0; day < 150; day += 1) {
    await office.work()
    office.pass(hour)
  }
  expect(await office.queue.deadLetters()).toHaveLength(1)
})
