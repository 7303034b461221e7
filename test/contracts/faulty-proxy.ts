import { afterAll } from 'vitest'
import { openProxy } from './proxy-server.ts'

/** A proxy for the tests of one file. */
export const faultyProxy = async (endpoint: string) => {
  const proxy = await openProxy(endpoint)
  afterAll(() => proxy.close())
  return proxy
}
