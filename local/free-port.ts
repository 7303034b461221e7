import { once } from 'node:events'
import { createServer } from 'node:net'

const tryPort = async (port: number): Promise<number | undefined> => {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return undefined
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : undefined
}

/** A port of 127.0.0.1 that nobody listens on, the wished one if it is free: for whoever must know it before it is opened. */
export const freePort = async (wish = 0): Promise<number> => (await tryPort(wish)) ?? (await tryPort(0)) ?? 0
