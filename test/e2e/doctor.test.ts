import { afterAll, beforeAll, expect, it } from 'vitest'
import { upload } from '../../cli/upload.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { newCustomer } from './customer.ts'
import { type Product, runNode, startProduct } from './product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
}, 60_000)
afterAll(() => product.stop())

const doctor = (variables: Readonly<Record<string, string>> = {}) =>
  runNode(['cli/main.ts', 'doctor', '--timeout', '30'], {
    ROSTERPORT_URL: product.url,
    ROSTERPORT_API_KEY: product.apiKey,
    ...variables,
  }).ended

it('the doctor finds a deployment healthy, and leaves nothing behind', async () => {
  const { code, stdout, stderr } = await doctor()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const checks = ['key', 'connection', 'upload', 'first sync', 'records', 'clean-up']
  expect(JSON.parse(stdout)).toEqual({
    healthy: true,
    checks: checks.map((check) => ({ check, milliseconds: expect.any(Number) })),
  })
  const { json } = await product.call('GET', '/manage/integrations')
  expect(json).toMatchObject({ data: { results: [] } })
}, 60_000)

it('the doctor says what failed, and where to look', async () => {
  const { code, stdout, stderr } = await doctor({ ROSTERPORT_API_KEY: 'nobody' })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^FAILED {2}key: PLATFORM\.AUTHENTICATION_INVALID: .+\n +Make another API key/)
})

it('a server with another host key than the sheet names is given no file', async () => {
  const customer = await newCustomer(product)
  const { host, port, username } = customer.connection
  const target = { host, port, username, privateKey: newEd25519Pair().private, hostKeys: ['SHA256:another'] }
  await expect(upload(target, { 'employees.csv': 'id' }, () => undefined)).rejects.toThrow(/[Hh]ost/)
})
