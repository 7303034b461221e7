import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { diskUploads } from '../../local/adapters/disk-uploads.ts'
import { uploadsContract } from './uploads.ts'

const stored = new Map<string, string>()
const put = async (key: string, body: Uint8Array | AsyncIterable<Uint8Array>) => {
  const text = await new Blob(await Array.fromAsync(body instanceof Uint8Array ? [body] : body)).text()
  stored.set(key, text)
  return { key, versionId: '1', etag: 'etag', size: text.length, modifiedAt: 1 }
}

let serve: ReturnType<typeof diskUploads>['serve'] = async () => false
const server = createServer(async (request, response) => {
  if (!(await serve(request, response))) response.writeHead(404).end()
}).listen(0, '127.0.0.1')
afterAll(() => server.close())

const heard: string[] = []
const make = async () => {
  stored.clear()
  const address = server.address()
  const publicUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const onStored = async ({ key }: { key: string }) => void heard.push(key)
  const uploads = diskUploads({ files: { put }, publicUrl, name: 'tests', onStored })
  serve = uploads.serve
  return { uploads, contentOf: async (key: string) => stored.get(key) }
}

uploadsContract('of the laptop', make)

test('an address is used once, and the store is heard of before the browser is', async () => {
  const { uploads } = await make()
  const { url, headers } = await uploads.linkTo('user/employees.csv', 3)
  expect((await fetch(url, { method: 'PUT', headers, body: 'abc' })).status).toBe(200)
  expect(heard).toContain('user/employees.csv')
  expect((await fetch(url, { method: 'PUT', headers, body: 'abc' })).status).toBe(404)
})
