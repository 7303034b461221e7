import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'

/** A request with these headers, as Node's server hands it over. */
export const requestOf = (headers: Readonly<Record<string, string>>): IncomingMessage => {
  const request = new IncomingMessage(new Socket())
  request.headers = { ...headers }
  request.headersDistinct = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
  return request
}
