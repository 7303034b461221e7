import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailTexts } from '#core/mail/compose.ts'
import type { Mailer } from '#core/ports/mailer.ts'
import { eventId, sendEvent, type WebhookEvent } from '#core/webhooks/event.ts'
import { deliverHandler } from '../../lambdas/deliver/deliver-handler.ts'
import { lambdaContext } from '../../local/lambda-context.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

let api: ApiUnderTest
type Mail = Parameters<Mailer['send']>[0]
const mails: Mail[] = []
const mailer: Mailer = { send: async (mail) => void mails.push(mail) }

beforeAll(async () => {
  api = await apiUnderTest()
})
beforeEach(() => {
  mails.length = 0
  api.told.length = 0
})

/** Lets everything happen that waits in the queue. */
const deliverAll = async () => {
  const queue = { send: async (message: (typeof api.told)[number]) => void api.told.push(message) }
  const ports = { ...api.ports, mailer, webhookQueue: { ...queue, changeVisibility: async () => undefined } }
  const post = async () => expect.unreachable('there are no endpoints')
  const handle = deliverHandler({ ...ports, post, log: () => undefined })
  const done = new Set<string>()
  for (let message = api.told.shift(); message; message = api.told.shift()) {
    const { deduplicationId = '', body } = message
    // As the queue does.
    if (done.has(deduplicationId)) continue
    done.add(deduplicationId)
    const record = { messageId: '1', receiptHandle: '1', body, attributes: { ApproximateReceiveCount: '1' } }
    await handle({ Records: [record] } as never, lambdaContext('deliver', 30))
  }
}

let people = 0
const connected = async (language: 'en' | 'de' = 'en') => {
  people += 1
  const email = `HR${people}@acme.example`
  const wish = { end_user_email: email, end_user_organization_name: 'Acme', language }
  const flow = await openFlow(api, (await api.sdk().connect.createConnectionLink(wish)).data.link)
  const { json } = await flow.connect([publicKey()])
  return { flow, id: String(json.data.integration_id), email: email.toLowerCase() }
}
type Flow = Awaited<ReturnType<typeof connected>>['flow']

const contactsOf = async (flow: Flow) => (await flow.call('GET', '/flow/contacts')).json.data.contacts

const urlIn = (mail: Mail | undefined, parameter: string): string => {
  const [url = ''] = (mail?.text.match(/http\S+/g) ?? []).filter((each) => each.includes(`${parameter}=`))
  return url
}

const signIn = async (email: string) => {
  await api.call('POST', '/flow/sign-in', { body: { email } })
  await deliverAll()
  return mails.filter(({ to }) => to === email)
}

const eventOf = (id: string, parts: Partial<WebhookEvent> & Pick<WebhookEvent, 'type'>): WebhookEvent =>
  ({
    id: eventId(parts.type, `${id}-${people}`),
    integrationId: id,
    endUser: { organizationName: 'Acme', creatorEmail: null, originId: null },
    occurredAt: 1,
    notBefore: 1,
    ...parts,
  }) as WebhookEvent

const happens = async (event: WebhookEvent) => {
  await sendEvent(api.ports, event)
  await deliverAll()
}
const succeeded = (id: string) =>
  eventOf(id, { type: 'sync-finished', syncId: 's', state: 'SUCCEEDED', startedAt: 1, endedAt: 2 })

describe('contacts', () => {
  test('begin with whom the vendor named, and can be added, changed and taken out', async () => {
    const { flow, email } = await connected('de')
    expect(await contactsOf(flow)).toEqual([expect.objectContaining({ email, language: 'de', mails: true })])
    const body = { email: ' It@Acme.Example ', language: 'fr' }
    await flow.call('POST', '/flow/contacts', body)
    const { contacts } = (await flow.call('POST', '/flow/contacts', body)).json.data
    expect(contacts).toHaveLength(2)
    const it = contacts.find((each: { email: string }) => each.email === 'it@acme.example')
    const changed = await flow.call('PATCH', `/flow/contacts/${it.id}`, { mails: false })
    expect(changed.json.data.contacts).toContainEqual({ ...it, mails: false })
    await flow.call('DELETE', `/flow/contacts/${it.id}`)
    expect(await contactsOf(flow)).toHaveLength(1)
    expect((await flow.call('DELETE', `/flow/contacts/${it.id}`)).status).toBe(400)
  })

  test('of somebody else cannot be reached', async () => {
    const [mine, theirs] = [await connected(), await connected()]
    const [contact] = await contactsOf(theirs.flow)
    expect((await mine.flow.call('DELETE', `/flow/contacts/${contact.id}`)).status).toBe(400)
    expect(await contactsOf(theirs.flow)).toEqual([contact])
  })
})

describe('the customer’s page', () => {
  test('opens by a mailed link, once, and shows the connection', async () => {
    const { email, id } = await connected()
    const [mail] = await signIn(email)
    expect(mail).toMatchObject({ unsubscribeUrl: null })
    const page = await openFlow(api, urlIn(mail, 'token'))
    expect(page.opened.json.data).toMatchObject({ kind: 'page', organization_name: 'Acme', language: 'en' })
    expect(await page.look()).toMatchObject({ integration_id: id, public_keys: 1 })
    expect((await page.call('POST', '/flow/keys', { public_key: publicKey() })).json.data.keys).toHaveLength(2)
    expect((await page.finish()).json.error.code).toBe('FLOW.NOT_PERMITTED')
    const again = await openFlow(api, urlIn(mail, 'token'))
    expect([again.opened.status, again.opened.json.error.code]).toEqual([401, 'FLOW.LINK_UNKNOWN'])
  })

  test('closes for whoever signs out, and for nobody else', async () => {
    const { flow, email } = await connected()
    const [mail] = await signIn(email)
    const page = await openFlow(api, urlIn(mail, 'token'))
    const [contact] = await contactsOf(flow)
    expect(page.opened.json.data.contact_id).toBe(contact.id)
    expect((await page.call('DELETE', '/flow/session')).status).toBe(200)
    expect((await page.call('GET', '/flow/contacts')).json.error.code).toBe('FLOW.SESSION_ENDED')
    expect((await page.call('DELETE', '/flow/session')).json.error.code).toBe('FLOW.SESSION_ENDED')
    expect((await flow.call('GET', '/flow/contacts')).status).toBe(200)
  })

  test('does not open after a quarter of an hour', async () => {
    const { email } = await connected()
    const [mail] = await signIn(email)
    api.passTime(15 * 60_000)
    const late = await openFlow(api, urlIn(mail, 'token'))
    expect(late.opened.json.error.code).toBe('FLOW.LINK_EXPIRED')
  })

  test('closes for a contact who was taken out', async () => {
    const { flow, email } = await connected()
    const [mail] = await signIn(email)
    const page = await openFlow(api, urlIn(mail, 'token'))
    const [contact] = await contactsOf(flow)
    await flow.call('DELETE', `/flow/contacts/${contact.id}`)
    expect((await page.call('GET', '/flow/contacts')).json.error.code).toBe('FLOW.SESSION_ENDED')
    expect(await signIn(email)).toHaveLength(1)
  })

  test('is not told to strangers: the answer is the same, and there is no mail', async () => {
    const answer = await api.call('POST', '/flow/sign-in', { body: { email: 'nobody@example.com' } })
    expect(answer).toMatchObject({ status: 200, json: { data: {} } })
    await deliverAll()
    expect(mails).toEqual([])
  })
})

describe('mails', () => {
  test('tell of the first good file once, in the contact’s language', async () => {
    const { id } = await connected('de')
    await happens(succeeded(id))
    await happens({ ...succeeded(id), id: 'another' })
    expect(mails.map(({ subject }) => subject)).toEqual([mailTexts.de['first-file'].subject])
    expect(mails[0]?.text).toContain('Acme')
  })

  test('tell of every refused file and of held removals, without a cell of the file', async () => {
    const { id } = await connected()
    const parts = { fileId: 'f1', fileName: 'employees.csv', dataset: 'employees', codes: ['FILE_CUT_SHORT'] } as const
    await happens(eventOf(id, { type: 'file-rejected', ...parts, codes: [...parts.codes] }))
    await happens(eventOf(id, { type: 'sync-held', syncId: 's', held: [{ dataset: 'employees', records: 312 }] }))
    expect(mails.map(({ subject }) => subject)).toEqual([
      'A file could not be used: employees.csv',
      mailTexts.en['removals-held'].subject,
    ])
    expect(mails[1]?.text).toContain('312 records')
  })

  test('tell of a file that is late, and for how many hours none has come', async () => {
    const { id } = await connected()
    const last = { dataset: 'employees' as const, fileId: 'f1', fileName: 'employees.csv', receivedAt: 0 }
    const lateFrom = 26.4 * 60 * 60 * 1000
    await happens(eventOf(id, { type: 'file-late', ...last, everyHours: 24, lateFrom, occurredAt: lateFrom }))
    expect(mails.map(({ subject }) => subject)).toEqual([mailTexts.en['file-late'].subject])
    expect(mails[0]?.text).toContain('for 26 hours after employees.csv')
  })

  test('stop for who does not want them, by a click in the mail, but not for what was asked for', async () => {
    const { flow, id, email } = await connected()
    await happens(succeeded(id))
    const [mail] = mails
    const { pathname, search } = new URL(mail?.unsubscribeUrl ?? '')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const stopped = await api.call('POST', pathname + search, { headers, body: 'List-Unsubscribe=One-Click' })
    expect(stopped.status).toBe(200)
    expect(await contactsOf(flow)).toEqual([expect.objectContaining({ mails: false })])
    mails.length = 0
    await happens(eventOf(id, { type: 'sync-held', syncId: 't', held: [{ dataset: 'employees', records: 1 }] }))
    expect(mails).toEqual([])
    expect(await signIn(email)).toHaveLength(1)
  })

  test('do not stop by a token that was made up', async () => {
    const { flow, id } = await connected()
    const [contact] = await contactsOf(flow)
    const forged = `${id}.${contact.id}.${'1'.repeat(24)}`
    expect((await api.call('POST', '/flow/opt-out', { body: { token: forged } })).status).toBe(200)
    expect(await contactsOf(flow)).toEqual([contact])
  })

  test('go nowhere when the integration is deleted', async () => {
    const { id } = await connected()
    await api.sdk().general.deleteIntegration({ integration_id: id, body: {} })
    await happens(succeeded(id))
    expect(mails).toEqual([])
  })
})
