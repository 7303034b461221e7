import { createServer } from 'node:http'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { afterAll, expect, test } from 'vitest'
import { sesMailer } from '../../lambdas/adapters/ses-mailer.ts'
import { mailerContract } from './mailer.ts'

type Sent = {
  readonly FromEmailAddress: string
  readonly Destination: { readonly ToAddresses: readonly string[] }
  readonly Content: {
    readonly Simple: {
      readonly Subject: { readonly Data: string }
      readonly Body: { readonly Text: { readonly Data: string } }
      readonly Headers: readonly { readonly Name: string; readonly Value: string }[]
    }
  }
}

let sent: Sent[] = []

/** The one request that the adapter makes, as the wire has it. */
const server = createServer(async (request, response) => {
  const chunks = await Array.fromAsync(request)
  sent.push(JSON.parse(Buffer.concat(chunks).toString()))
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"1"}')
}).listen(0, '127.0.0.1')
afterAll(() => server.close())

const client = () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return new SESv2Client({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', credentials })
}

mailerContract('of SES', async () => {
  sent = []
  const mailer = sesMailer('hr@vendor.example', client())
  if (!mailer) throw new Error('There is a sender.')
  const arrived = async () =>
    sent.map(({ Destination, Content: { Simple } }) => ({
      to: Destination.ToAddresses[0] ?? '',
      subject: Simple.Subject.Data,
      text: Simple.Body.Text.Data,
      unsubscribe: Simple.Headers.find(({ Name }) => Name === 'List-Unsubscribe')?.Value ?? null,
    }))
  return { mailer, arrived }
})

test('without a sender there is none', () => {
  expect(sesMailer('')).toBeUndefined()
})
