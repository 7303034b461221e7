import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contractEventTypes, EventTypeSchema } from '#core/webhooks/event-types.ts'

const text = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')

it('docs/webhooks.md has a check of the signature that works as it stands', async () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? []
  const { isGenuine } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const body = Buffer.from('{\n  "id": "ä"\n}')
  const signature = createHmac('sha256', 'secret').update(body).digest('base64url')
  expect(isGenuine(body, signature, 'secret')).toBe(true)
  expect(isGenuine(body, signature, 'another')).toBe(false)
  expect(isGenuine(body, undefined, 'secret')).toBe(false)
  expect(isGenuine(Buffer.from(JSON.stringify(JSON.parse(body.toString()))), signature, 'secret')).toBe(false)
})

it('docs/webhooks.md names every event type', () => {
  expect(contractEventTypes.length).toBeGreaterThan(0)
  for (const type of EventTypeSchema.options) expect(text).toContain(`\`${type}\``)
})
