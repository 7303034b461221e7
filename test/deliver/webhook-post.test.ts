import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { webhookPost } from '../../lambdas/adapters/webhook-post.ts'
import { answering, startReceiver } from './receiver.ts'
import { certificate, key } from './tls.ts'

const body = '{\n  "id": "ä"\n}'

const resolvingTo =
  (...answers: readonly (readonly string[])[]) =>
  (asked: string[] = []) => {
    const left = [...answers]
    return async (name: string): Promise<readonly string[]> => {
      asked.push(name)
      return left.shift() ?? []
    }
  }

const send = (url: string, options: Partial<Parameters<typeof webhookPost>[0]> = {}) =>
  webhookPost({ allowsLocal: true, timeoutMs: 5_000, ...options })({ url, headers: { 'x-test': 'yes' }, body })

/** An app behind TLS on this machine whose certificate is that of app.example.com. */
const startSecureApp = async () => {
  const hosts: string[] = []
  const server = createServer({ key, cert: certificate }, (request, response) => {
    hosts.push(String(request.headers.host))
    response.end('ok')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const { port } = server.address() as AddressInfo
  return { port, hosts }
}

describe('a post', () => {
  it('carries its headers and exactly its bytes', async () => {
    const app = await startReceiver(answering(200, 'fine'))
    expect(await send(app.url)).toEqual({ kind: 'answered', status: 200, response: 'fine' })
    expect(app.received[0]?.bytes.toString()).toBe(body)
    expect(app.received[0]?.headers).toMatchObject({
      'x-test': 'yes',
      'content-length': String(Buffer.byteLength(body)),
    })
  })

  it('reads no more than the beginning of the answer', async () => {
    let isCut = false
    const app = await startReceiver((response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1_000)));
      }
      response.on('drain', pour).once('close', () => {
        isCut = true
      })
      pour()
    })
    const outcome = await send(app.url)
    expect(outcome).toEqual({ kind: 'answered', status: 200, response: 'x'.repeat(2_000) })
    await expect.poll(() => isCut).toBe(true)
  })

  it('gives up on an app that never answers', async () => {
    const app = await startReceiver(() => undefined)
    expect(await send(app.url, { timeoutMs: 50 })).toMatchObject({ kind: 'failed', code: 'TIMED_OUT' })
  })

  it('cuts off an answer whose body drips for ever: its status counts', async () => {
    const app = await startReceiver((response) => {
      response.writeHead(500)
      const drip = setInterval(() => response.write('.'), 5)
      response.once('close', () => clearInterval(drip))
    })
    expect(await send(app.url, { timeoutMs: 100 })).toMatchObject({ kind: 'answered', status: 500 })
  })

  it('gives up on a name that takes too long to look up', async () => {
    const resolve = () => new Promise<readonly string[]>(() => undefined)
    expect(await send('https://app.example.com', { timeoutMs: 50, resolve })).toMatchObject({ code: 'TIMED_OUT' })
  })

  it.each([
    ['http://127.0.0.1:1/', 'CONNECTION_FAILED'],
    ['https://nowhere.invalid/', 'NAME_NOT_FOUND'],
  ])('says why %s cannot be reached', async (url, code) => {
    const resolve = async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    }
    expect(await send(url, { resolve })).toMatchObject({ kind: 'failed', code })
  })
})

describe('the address of a post', () => {
  it.each([
    ['10.1.2.3'],
    ['172.16.0.1'],
    ['192.168.1.1'],
    ['127.0.0.1'],
    ['127.8.8.8'],
    ['0.0.0.0'],
    ['100.64.0.1'],
    ['169.254.169.254'],
    ['192.0.0.192'],
    ['198.18.0.1'],
    ['224.0.0.1'],
    ['255.255.255.255'],
    ['::'],
    ['::1'],
    ['::7f00:1'],
    ['::ffff:127.0.0.1'],
    ['::ffff:a00:1'],
    ['64:ff9b::a9fe:a9fe'],
    ['2002:7f00:1::'],
    ['2001:0:7f00:1::'],
    ['fd00:ec2::254'],
    ['fc00::1'],
    ['fe80::1'],
    ['fec0::1'],
    ['ff02::1'],
  ])('is never %s, whether named or looked up', async (address) => {
    const literal = address.includes(':') ? `[${address}]` : address
    const options = { allowsLocal: false, timeoutMs: 200 }
    const refused = { kind: 'failed', code: 'ADDRESS_REFUSED' }
    expect(await send(`https://${literal}/`, options)).toMatchObject(refused)
    const resolve = resolvingTo([address])()
    expect(await send('https://app.example.com/', { ...options, resolve })).toMatchObject(refused)
  })

  it.each(['https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://127.1/'])(
    'is not loopback in another spelling: %s',
    async (url) => {
      expect(await send(url, { allowsLocal: false, timeoutMs: 200 })).toMatchObject({ code: 'ADDRESS_REFUSED' })
    },
  )

  it('is not taken from a name that leads inside as well as outside', async () => {
    const resolve = resolvingTo(['8.8.8.8', '10.0.0.1'])()
    expect(await send('https://app.example.com/', { allowsLocal: false, resolve })).toMatchObject({
      code: 'ADDRESS_REFUSED',
    })
  })

  it('is the one that was judged, though the name leads elsewhere a moment later', async () => {
    const judged = await startReceiver()
    const inside = await startReceiver(answering(200), '127.0.0.2', judged.port)
    const asked: string[] = []
    const resolve = resolvingTo(['127.0.0.1'], ['127.0.0.2'], ['127.0.0.2'])(asked)
    const outcome = await send(`http://app.example.com:${judged.port}/`, { resolve })
    expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
    expect(asked).toEqual(['app.example.com'])
    expect([judged.received.length, inside.received.length]).toEqual([1, 0])
    expect(judged.received[0]?.headers.host).toBe(`app.example.com:${judged.port}`)
  })

  it('is not reached without TLS, nor on this machine, unless a setting allows it', async () => {
    const app = await startReceiver()
    expect(await send(app.url, { allowsLocal: false })).toMatchObject({ code: 'ADDRESS_REFUSED' })
    expect(app.received).toEqual([])
  })
})

describe('a certificate', () => {
  it('has to be the name’s, not the address’s', async () => {
    const app = await startSecureApp()
    const resolve = async () => ['127.0.0.1']
    const options = { resolve, ca: certificate }
    expect(await send(`https://app.example.com:${app.port}/`, options)).toMatchObject({ status: 200 })
    expect(app.hosts).toEqual([`app.example.com:${app.port}`])
    expect(await send(`https://other.example.com:${app.port}/`, options)).toMatchObject({ code: 'TLS_FAILED' })
    expect(app.hosts).toHaveLength(1)
  })

  it('has to come from an authority that is trusted', async () => {
    const app = await startSecureApp()
    const resolve = async () => ['127.0.0.1']
    expect(await send(`https://app.example.com:${app.port}/`, { resolve })).toMatchObject({ code: 'TLS_FAILED' })
  })
})
