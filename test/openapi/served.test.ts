import { beforeAll, expect, test } from 'vitest'
import { docsAssets } from '#core/deployment/docs-assets.ts'
import { openApiDocument } from '#core/openapi/document.ts'
import { type ApiUnderTest, apiUnderTest } from '../api/api-under-test.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

test('the document is there for everybody, without a key', async () => {
  const response = await fetch(`${api.url}/openapi.json`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
})

test('the page loads nothing from elsewhere and runs no inline script', async () => {
  const response = await fetch(`${api.url}/docs`)
  const html = await response.text()
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(html).not.toMatch(/https?:|<script>|style=| on\w+=/)
  expect([...html.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, path]) => path)).toEqual([
    ...docsAssets.files.map((name) => `docs/${name}`),
    'docs/start.js',
  ])
})

test.each([...docsAssets.files, 'start.js'])('%s is served with its type', async (name) => {
  const response = await fetch(`${api.url}/docs/${name}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain(name.endsWith('.css') ? 'text/css' : 'text/javascript')
  expect((await response.text()).length).toBeGreaterThan(50)
})

test.each(['package.json', '..%2Fdocs.ts', 'toString'])('%s is not served', async (name) => {
  const { status, json } = await api.call('GET', `/docs/${name}`)
  expect(status).toBe(404)
  expect(json.error.code).toBe('PLATFORM.INPUT_INVALID')
})
