import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Answer = { readonly status: number; readonly body: string }

/**
 * What happens to one request: `forward` hands it on, as it is or with another body, and returns the answer.
 * `undefined` breaks the connection, a promise that never settles keeps the client waiting.
 */
export type ProxyFault = (
  operation: string,
  forward: (body?: string) => Promise<Answer>,
  body?: string,
) => Promise<Answer | undefined>

const forwarding = async (endpoint: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { ...incoming.headers, 'content-length': String(body.length) }
  const outgoing = request(endpoint, { method: incoming.method, headers }, resolve)
  outgoing.once('error', reject)
  outgoing.end(body)
  const answer = await promise
  return { status: answer.statusCode ?? 500, body: String(await buffer(answer)) }
}

/** An HTTP server in front of a DynamoDB endpoint whose fault can be changed at any time. */
export const openProxy = async (endpoint: string) => {
  const state: { fault: ProxyFault } = { fault: (_, forward) => forward() }
  const underWay = new Set<Promise<void>>()

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(incoming)
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
    const forward = (changed?: string) =>
      forwarding(endpoint, incoming, changed === undefined ? body : Buffer.from(changed))
    const answer = await state.fault(operation, forward, String(body))
    if (answer) response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body)
    else incoming.socket.destroy()
  }

  const server = createServer((incoming, response) => {
    const handling = handle(incoming, response)
      .catch(() => void incoming.socket.destroy())
      .finally(() => underWay.delete(handling))
    underWay.add(handling)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Waits for the requests that are under way. */
    settle: async (): Promise<void> => void (await Promise.all(underWay)),
    close: (): void => {
      server.closeAllConnections()
      server.close()
    },
  })
}
