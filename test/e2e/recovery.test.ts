import { join } from 'node:path'
import { DeleteTableCommand, DynamoDBClient, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { syncAllCommand } from '../../cli/integration.ts'
import { laptopAccess, startDynamo } from '../../local/dynamodb/start-dynamo.ts'
import { names } from '../../local/stores.ts'
import { absencesCsv, employeesCsv, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'

const JsonSchema = v.array(v.looseObject({ id: v.string(), remote_deleted_at: v.nullable(v.string()) }))
type Json = v.InferOutput<typeof JsonSchema>[number]

/** What apps read, but for when it was written. */
const served = async (product: Product, { id }: Customer): Promise<readonly Json[]> => {
  const { hris } = product.sdk(id)
  const staff = await everything(hris.getEmployees({ include_deleted: true }))
  const absences = await everything(hris.getAbsences({ include_deleted: true }))
  const text = JSON.stringify([...staff, ...absences], (key, value) => (key === 'changed_at' ? undefined : value))
  return v.parse(JsonSchema, JSON.parse(text)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const removedOf = async (product: Product, customer: Customer) =>
  (await served(product, customer)).filter(({ remote_deleted_at }) => remote_deleted_at !== null)

const loseRecords = async (dataFolder: string): Promise<void> => {
  const dynamo = await startDynamo({ path: join(dataFolder, 'dynamodb'), port: 0, tables: names })
  const client = new DynamoDBClient({ ...laptopAccess, endpoint: dynamo.endpoint })
  await client.send(new DeleteTableCommand({ TableName: names.records }))
  await waitUntilTableNotExists({ client, maxWaitTime: 30, minDelay: 0.1 }, { TableName: names.records })
  client.destroy()
  await dynamo.close()
}

it('whoever loses the records table has every record again after docs/recovery.md', async () => {
  let product = await startProduct()
  const customers = [await newCustomer(product, 'Beispiel GmbH'), await newCustomer(product, 'Andere AG')]
  for (const [index, customer] of customers.entries()) {
    const staff = people(20 + index)
    await customer.deliver({ 'employees.csv': employeesCsv(staff), 'absences.csv': absencesCsv(people(5)) })
    await customer.approve()
    await customer.deliver({ 'employees.csv': employeesCsv(staff.slice(1)) })
    // Whoever is missing goes once it is told that the upload was whole.
    await expect.poll(async () => (await removedOf(product, customer)).length, { timeout: 30_000 }).toBeGreaterThan(0)
    await customer.settled()
  }
  const before = await Promise.all(customers.map((customer) => served(product, customer)))
  await product.stop()
  await loseRecords(product.dataFolder)
  product = await startProduct({ dataFolder: product.dataFolder })
  const again = customers.map((customer) => customer.on(product))
  expect(await Promise.all(again.map((customer) => served(product, customer)))).toEqual([[], []])
  const { integrations } = await syncAllCommand(product.api, true)
  expect(integrations.map(({ integration_id }) => integration_id).sort()).toEqual(customers.map(({ id }) => id).sort())
  await Promise.all(again.map((customer) => customer.settled()))
  const living = before.map((records) => records.filter(({ remote_deleted_at }) => remote_deleted_at === null))
  expect(await Promise.all(again.map((customer) => served(product, customer)))).toEqual(living)
  await product.stop()
}, 120_000)
