import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Received = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Exactly the bytes that came. */
  readonly bytes: Buffer
}

type Answer = (response: ServerResponse, received: Received) => void

export const answering =
  (status: number, body = ''): Answer =>
  (response) => {
    response.writeHead(status).end(body)
  }

/** An app that takes webhooks on an address of this machine until the test is over. */
export const startReceiver = async (answer: Answer = answering(200, 'ok'), host = '127.0.0.1', port = 0) => {
  const received: Received[] = []
  const behaviour = { answer }
  const server = createServer(async (request, response) => {
    const bytes = Buffer.concat(await Array.fromAsync(request))
    const each = { path: request.url ?? '', headers: request.headers, bytes }
    received.push(each)
    behaviour.answer(response, each)
  })
  await new Promise<void>((listening) => server.listen(port, host, listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://${host}:${chosen}/hooks?app=1`,
    port: chosen,
    received,
    answerWith: (next: Answer) => {
      behaviour.answer = next
    },
    /** The parsed payloads, in the order in which they came. */
    payloads: () => received.map(({ bytes }) => JSON.parse(bytes.toString('utf8'))),
  }
}
