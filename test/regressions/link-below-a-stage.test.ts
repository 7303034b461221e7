import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { connect } from '../../cli/connect.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const answers = {
  session: 's.s',
  integration_id: 'sftp:1',
  username: 'u',
  host: 'h',
  port: 22,
  host_keys: [],
  file_names: [],
  activation_token: 't.t',
}

it('the connection flow is walked below the path that the link has, as on AWS where a stage is part of it', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end(JSON.stringify({ status: 'success', data: answers }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await connect(`http://127.0.0.1:${port}/prod/connect?token=a.b`, 'ssh-ed25519 AAAA')
  expect(asked).toEqual(['/prod/flow/session', '/prod/flow/connection', '/prod/flow/connection', '/prod/flow/finish'])
})
