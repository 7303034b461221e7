import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queues } from '#core/deployment/queues.ts'
import { type LandedObject, landingMessage } from '#core/files/landing.ts'
import type { StoredFile } from '#core/ports/file-store.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { openDiskQueue } from '../../local/adapters/disk-queue.ts'
import { employeesCsv, people, person } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'

const bucket = 'rosterport-landing'

let product: Product
let queue: ReturnType<typeof openDiskQueue>
let landing: ReturnType<typeof diskFileStore>

beforeAll(async () => {
  product = await startProduct()
  queue = openDiskQueue(join(product.dataFolder, 'queues'), { ...queues.landing, name: 'landing' })
  landing = diskFileStore(join(product.dataFolder, 'files'), bucket)
})
afterAll(async () => {
  queue.close()
  await product.stop()
})

const landed = ({ key, versionId, etag, size, modifiedAt }: StoredFile): LandedObject => ({
  bucket,
  key,
  versionId,
  etag,
  size,
  eventTime: modifiedAt,
  sequencer: Buffer.from(versionId).toString('hex').slice(0, 32),
})

const notify = (object: LandedObject): Promise<void> => queue.send({ body: landingMessage(object) })

const newest = async ({ username }: Customer, name = 'employees.csv'): Promise<LandedObject> => {
  const file = await landing.head({ key: `${username}/${name}` })
  if (!file) throw new Error(`${name} does not lie in the landing bucket.`)
  return landed(file)
}

const liveCustomer = async (): Promise<Customer> => {
  const customer = await newCustomer(product)
  await customer.deliver({ 'employees.csv': employeesCsv(people(5)) })
  await customer.approve()
  return customer
}

const recordsOf = ({ id }: Customer) => everything(product.sdk(id).hris.getEmployees({ include_deleted: true }))

/** Pushes a file under a name of its own and waits for it: whatever stood in the queue before it has been handled by then. */
const afterAllMessages = async (customer: Customer): Promise<void> => {
  await customer.deliver({ [`mark-${crypto.randomUUID()}.txt`]: 'x' })
}

describe('an event of the landing bucket', () => {
  it('that comes again and again changes nothing', async () => {
    const customer = await liveCustomer()
    const [before, files, syncs] = [await recordsOf(customer), await customer.files(), await customer.syncs()]
    const object = await newest(customer)
    for (let time = 0; time < 5; time += 1) await notify(object)
    await afterAllMessages(customer)
    expect(await recordsOf(customer)).toEqual(before)
    expect((await customer.files()).slice(1)).toEqual(files)
    expect(await customer.syncs()).toEqual(syncs)
  })

  it('that comes late, after a newer file was applied, changes nothing', async () => {
    const customer = await liveCustomer()
    const older = await landing.put(`${customer.username}/employees.csv`, Buffer.from(employeesCsv([person(1)])))
    await customer.deliver({ 'employees.csv': employeesCsv(people(6)) })
    const before = await recordsOf(customer)
    await notify(landed(older))
    await customer.settled(3)
    expect(await recordsOf(customer)).toEqual(before)
    expect((await customer.files()).map(({ state }) => state)).toEqual(['ACCEPTED', 'SUPERSEDED', 'ACCEPTED'])
  })

  it('that overtakes others leaves the newest file in force', async () => {
    const customer = await liveCustomer()
    const key = `${customer.username}/employees.csv`
    const objects: LandedObject[] = []
    for (const count of [6, 7, 8])
      objects.push(landed(await landing.put(key, Buffer.from(employeesCsv(people(count))))))
    for (const object of objects.toReversed()) await notify(object)
    await customer.settled(4)
    expect(await recordsOf(customer)).toHaveLength(8)
    expect((await recordsOf(customer)).filter(({ remote_deleted_at }) => remote_deleted_at !== null)).toEqual([])
    expect((await customer.files())[0]).toMatchObject({ state: 'ACCEPTED' })
  })

  it('about nobody we know, or that is none at all, stops nothing', async () => {
    const customer = await liveCustomer()
    const object = await newest(customer)
    await notify({ ...object, key: 'nobody/employees.csv' })
    await notify({ ...object, key: 'employees.csv' })
    await queue.send({ body: 'not JSON' })
    await queue.send({ body: JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent' }) })
    await customer.deliver({ 'employees.csv': employeesCsv(people(7)) })
    expect(await recordsOf(customer)).toHaveLength(7)
  })
})

describe('two uploads at once', () => {
  it('under one name make two files, of which the newer one counts', async () => {
    const customer = await liveCustomer()
    const [first, second] = [employeesCsv(people(6)), employeesCsv(people(7))]
    await Promise.all([customer.put('employees.csv', first), customer.put('employees.csv', second)])
    await customer.settled(3)
    const [file] = await customer.files()
    expect(await recordsOf(customer)).toHaveLength(file?.size === Buffer.byteLength(first) ? 6 : 7)
  })

  it('many of them, while syncs run, end with the last one', async () => {
    const customer = await liveCustomer()
    for (let count = 6; count <= 15; count += 1) await customer.put('employees.csv', employeesCsv(people(count)))
    await customer.settled(11)
    expect(await recordsOf(customer)).toHaveLength(15)
    expect((await customer.files()).filter(({ state }) => state !== 'ACCEPTED' && state !== 'SUPERSEDED')).toEqual([])
  })
})
