import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'

type Answer = { readonly status: number; readonly body: string }

/**
 * What happens to one request: `forward` hands it on and returns the answer. `undefined` breaks the connection,
 * a promise that never settles keeps the client waiting.
 */
export type ProxyFault = (operation: string, forward: () => Promise<Answer>) => Promise<Answer | undefined>

const forwarding = async (endpoint: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const outgoing = request(endpoint, { method: incoming.method, headers: incoming.headers }, resolve)
  outgoing.once('error', reject)
  outgoing.end(body)
  const answer = await promise
  return { status: answer.statusCode ?? 500, body: String(await buffer(answer)) }
}

/** An HTTP server in front of another one whose fault can be changed at any time. */
export const faultyProxy = async (endpoint: string) => {
  const state: { fault: ProxyFault } = { fault: (_, forward) => forward() }
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(incoming)
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
    const answer = await state.fault(operation, () => forwarding(endpoint, incoming, body))
    if (answer) response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body)
    else incoming.socket.destroy()
  }
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return Object.assign(state, { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}
