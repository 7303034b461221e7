import { beforeEach, describe, expect, it } from 'vitest'
import { environmentKey } from '../../core/control/keys.ts'
import { createPages } from '../../lambdas/pages/pages.ts'
import type { PagesPorts } from '../../lambdas/pages/ports.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const html = '<meta content="{{nonce}}"><script type="application/json">"{{settings}}"</script>'
const files = new Map([
  ['flow.html', html],
  ['dashboard.html', `${html}<link href="./assets/style-abc.css">`],
  ['assets/flow-abc.js', 'run()'],
])

let control: ReturnType<typeof memoryControlStore>
let signIn: PagesPorts['signIn']
beforeEach(() => {
  signIn = undefined
  control = memoryControlStore()
})

const get = async (resource: string, file?: string) => {
  const pages = createPages({
    control,
    files,
    uploadOrigins: ['https://uploads.example.com'],
    dashboardUrl: 'https://hr-team.example.com',
    ...(signIn ? { signIn } : {}),
  })
  const event: object = { httpMethod: 'GET', resource, pathParameters: file === undefined ? null : { file } }
  const { statusCode, headers = {}, body } = await Reflect.apply(pages, undefined, [event, {}])
  return { statusCode, headers, body: String(body), policy: String(headers['content-security-policy']) }
}

const store = (settings: object) => control.create(environmentKey, { id: 'e', createdAt: 0, ...settings })

describe.each(['/connect', '/setup'])('the page %s', (path) => {
  it('may be embedded by every page unless the environment names some', async () => {
    expect((await get(path)).policy).toContain('frame-ancestors *')
  })

  it('may be embedded only by the pages that the environment names', async () => {
    await store({ allowedOrigins: ['https://app.example.com'] })
    const { policy, body } = await get(path)
    expect(policy).toContain("frame-ancestors 'self' https://app.example.com")
    expect(body).toContain('"allowedOrigins":["https://app.example.com"]')
  })

  it('runs no script but its own, and has its files put where uploads go', async () => {
    const { policy, headers } = await get(path)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain('https://uploads.example.com')
    expect(headers).not.toHaveProperty('x-frame-options')
  })

  it('is kept nowhere and names itself to nobody, as its address holds a token', async () => {
    const { headers } = await get(path)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  })

  it('has a nonce of its own each time', async () => {
    const nonces = [await get(path), await get(path)].map(({ policy }) => /'nonce-([^']+)'/.exec(policy)?.[1])
    expect(new Set(nonces).size).toBe(2)
    expect((await get(path)).body).not.toContain('{{nonce}}')
  })

  it('cannot be broken out of by a name', async () => {
    await store({ name: '</script><script>alert(1)</script>' })
    expect((await get(path)).body).not.toContain('</script><script>')
  })

  it('may show the vendor’s logo', async () => {
    await store({ branding: { logo: 'https://cdn.example.com/logo.png', color: null } })
    expect((await get(path)).policy).toContain("img-src 'self' data: https://cdn.example.com")
  })
})

describe('the dashboard', () => {
  const endpoints = async () => ({
    issuer: 'https://issuer.example',
    authorizationEndpoint: 'https://login.example/authorize',
    tokenEndpoint: 'https://login.example/token',
    endSessionEndpoint: null,
  })

  it('is in no frame, and speaks to nobody but this server and the issuer', async () => {
    signIn = { clientId: 'dashboard', endpoints }
    const { policy, body } = await get('/dashboard')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("connect-src 'self' https://login.example https://uploads.example.com;")
    expect(body).toContain('"kind":"on","clientId":"dashboard","issuer":"https://issuer.example"')
  })

  it('finds its files from an address of any depth', async () => {
    expect((await get('/dashboard')).body).toContain('href="/assets/style-abc.css"')
  })

  it('says so when nobody can sign in, and when the issuer does not answer', async () => {
    expect((await get('/dashboard')).body).toContain('"signIn":{"kind":"off"}')
    signIn = { clientId: 'dashboard', endpoints: () => Promise.reject(new Error('no answer')) }
    expect((await get('/dashboard')).body).toContain('"signIn":{"kind":"unreachable"}')
  })
})

describe('a file of the bundle', () => {
  it('is kept for ever, as its name changes with its content', async () => {
    const { headers, body } = await get('/assets/{file}', 'flow-abc.js')
    expect(body).toBe('run()')
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it.each(['nothing.js', '../flow.html', '', 'flow-abc'])('that is not there is not found: "%s"', async (name) => {
    expect((await get('/assets/{file}', name)).statusCode).toBe(404)
  })
})
