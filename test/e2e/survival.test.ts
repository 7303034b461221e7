import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absencesCsv, employeesCsv, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, runNode, scratchFolder, startProduct } from './product.ts'

const staffOf = (product: Product, { id }: Customer) =>
  everything(product.sdk(id).hris.getEmployees({ page_size: 250, include_deleted: true }))

describe('a restart', () => {
  it('keeps records, integrations, links, keys and SFTP users', async () => {
    let product = await startProduct()
    const customer = await newCustomer(product)
    await customer.deliver({ 'employees.csv': employeesCsv(people(20)), 'absences.csv': absencesCsv(people(5)) })
    await customer.approve()
    const before = await staffOf(product, customer)
    const { dataFolder, apiKey, fingerprints } = product
    await product.stop()
    product = await startProduct({ dataFolder })
    expect({ key: product.apiKey, fingerprints: product.fingerprints }).toEqual({ key: apiKey, fingerprints })
    expect(await staffOf(product, customer)).toEqual(before)
    const again = customer.on(product)
    await again.deliver({ 'employees.csv': employeesCsv(people(21)) })
    expect(await staffOf(product, customer)).toHaveLength(21)
    expect(await again.reportOn('employees.csv')).toMatchObject({ counts: { created: 1, unchanged: 20 } })
    await product.stop()
  }, 60_000)
})

describe('a power cut', () => {
  const count = 4_000
  const remoteIds = (staff: readonly { readonly remote_id: string }[]) => staff.map(({ remote_id }) => remote_id).sort()

  /** What the product has written of the people so far, seen from outside. */
  const writtenSoFar = async (product: Product, { id }: Customer): Promise<number> =>
    (await product.sdk(id).hris.getEmployees({ page_size: 250 })).result.data.results.length

  it('in the middle of a large load loses and doubles nobody', async () => {
    let product = await startProduct()
    const customer = await newCustomer(product)
    await customer.deliver({ 'employees.csv': employeesCsv(people(12)) })
    await customer.approve()
    await customer.put('employees.csv', employeesCsv(people(count)))
    await expect.poll(() => writtenSoFar(product, customer), { interval: 20, timeout: 60_000 }).toBeGreaterThan(12)
    const [interrupted] = await customer.syncs()
    expect(interrupted?.state).toBe('RUNNING')
    await product.kill()
    product = await startProduct({ dataFolder: product.dataFolder })
    const again = customer.on(product)
    await again.settled(2)
    expect(await again.reportOn('employees.csv')).toMatchObject({ outcome: 'applied', counts: { rows: count } })
    expect(remoteIds(await staffOf(product, customer))).toEqual(people(count).map(({ id }) => id))
    const [employee] = await everything(product.sdk(customer.id).hris.getEmployees({ remote_ids: ['003999'] }))
    expect(employee).toMatchObject({ manager: { remote_id: '000010' } })
    await product.stop()
  }, 180_000)

  it('right after an upload forgets no file', async () => {
    let product = await startProduct()
    const customer = await newCustomer(product)
    await customer.deliver({ 'employees.csv': employeesCsv(people(12)) })
    await customer.approve()
    await customer.put('employees.csv', employeesCsv(people(30)))
    await product.kill()
    product = await startProduct({ dataFolder: product.dataFolder })
    await customer.on(product).settled(2)
    expect(await staffOf(product, customer)).toHaveLength(30)
    await product.stop()
  }, 120_000)
})

describe('a start that cannot be', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.stop())

  const startWith = async (variables: Readonly<Record<string, string>>) => {
    const free = { PORT: '0', SFTP_PORT: '0', ROSTERPORT_DATA: join(await scratchFolder(), 'data') }
    return runNode(['local/start.ts'], { ...free, ...variables }).ended
  }
  const oneSentence = (text: RegExp) => ({ code: 1, stdout: '', stderr: expect.stringMatching(text) })
  const lines = (text: string) => text.trim().split('\n').length

  it('says that another one uses the data folder', async () => {
    const ended = await startWith({ ROSTERPORT_DATA: product.dataFolder })
    expect(ended).toEqual(
      oneSentence(/^Rosterport did not start\. Another Rosterport uses .+ Stop it, or set ROSTERPORT_DATA/),
    )
    expect(lines(ended.stderr)).toBe(1)
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
  })

  it.each(['PORT', 'SFTP_PORT'])('says that the port of %s is taken', async (name) => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const ended = await startWith({ [name]: port })
    server.close()
    expect(ended).toEqual(oneSentence(new RegExp(`^Rosterport did not start\\. Port ${port} is taken\\..*PORT`)))
    expect(lines(ended.stderr)).toBe(1)
  })

  it('says which setting is wrong', async () => {
    const ended = await startWith({ PORT: 'http' })
    expect(ended).toEqual(oneSentence(/^Rosterport did not start\. PORT is "http", which is not a valid port\.\n$/))
  })

  it('says that the data folder cannot be one', async () => {
    const ended = await startWith({ ROSTERPORT_DATA: join(process.cwd(), 'package.json') })
    expect(ended).toEqual(oneSentence(/^Rosterport did not start\. .*ROSTERPORT_DATA/))
    expect(lines(ended.stderr)).toBe(1)
  })
})
