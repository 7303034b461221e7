import { setTimeout as delay } from 'node:timers/promises'
import { DeleteBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { DescribeUserCommand } from '@aws-sdk/client-transfer'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../cli/connect.ts'
import { approveCommand } from '../../cli/mapping.ts'
import { s3Client, transferClient } from '../../lambdas/adapters/clients.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { employeesCsv, people } from '../e2e/company.ts'
import { startDeployed } from './deployed/product.ts'
import { moto } from './moto.ts'

const s3 = s3Client(moto)
const transfer = transferClient(moto)

let product: Awaited<ReturnType<typeof startDeployed>>
beforeAll(async () => {
  product = await startDeployed()
})
afterAll(() => product.stop())

describe('the synthesized template on the moto server', () => {
  it('is there, but for types that moto does not have', () => {
    const { resources, made } = product.deployed
    const all = Object.entries(resources)
    const typesOf = (those: typeof all) => new Set(those.map(([, { Type }]) => Type))
    const missing = typesOf(all).difference(typesOf(all.filter(([id]) => made.has(id))))
    const told = [...missing].toSorted().map((type) => `  ${type}`)
    process.stdout.write(`Not made, because moto has none:\n${told.join('\n')}\n`)
    const needed = /^AWS::(S3|SQS|DynamoDB|Transfer|Lambda|ApiGateway)::/
    expect([...missing].filter((type) => needed.test(type))).toEqual([])
  })
})

const LinkSchema = v.object({ link: v.string() })
const ListSchema = v.object({ results: v.array(v.looseObject({ remote_id: v.string(), first_name: v.string() })) })
const SyncsSchema = v.object({ results: v.array(v.looseObject({ state: v.string() })) })
const FilesSchema = v.object({ results: v.array(v.looseObject({ name: v.string() })) })

/** A customer who has walked the connection flow. */
const newCustomer = async () => {
  const body = {
    end_user_email: 'hr@example.com',
    end_user_organization_name: 'Beispiel GmbH',
    integration_category: 'HRIS',
    integration_tool: 'sftp',
  }
  const { link } = await product.request('POST', '/v1/connect/create-link', LinkSchema, { body })
  const { pathname, search } = new URL(link)
  return connect(`${product.url}${pathname}${search}`, newEd25519Pair().public)
}

/** What Transfer Family does when a client closes a file. */
const upload = (user: string, name: string, content: string) =>
  s3.send(new PutObjectCommand({ Bucket: product.landingBucket, Key: `${user}/${name}`, Body: content }))

const eventually = async <Value>(look: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<Value> => {
  for (;;) {
    const value = await look()
    if (isThere(value)) return value
    await delay(500)
  }
}

it('its buckets refuse whoever speaks no TLS, and moto speaks none', async () => {
  await expect(upload('somebody', 'employees.csv', 'a')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
  for (const Bucket of product.buckets) await s3.send(new DeleteBucketPolicyCommand({ Bucket }))
})

it('a file that is put into the landing bucket comes out of the API', async () => {
  const customer = await newCustomer()
  const path = `/manage/integrations/${encodeURIComponent(customer.integration_id)}`
  await upload(customer.username, 'employees.csv', employeesCsv(people(3)))
  await eventually(
    () => product.request('GET', `${path}/mappings/employees`, v.looseObject({ latest: v.nullable(v.unknown()) })),
    ({ latest }) => latest !== null,
  )
  await approveCommand(product.request, customer.integration_id, undefined)
  await eventually(
    () => product.request('GET', `${path}/syncs`, SyncsSchema),
    (page) => page.results.some(({ state }) => state === 'SUCCEEDED'),
  )
  const { integration_id: integrationId } = customer
  const { results } = await product.request('GET', '/v1/hris/employees', ListSchema, { integrationId })
  expect(results.map(({ remote_id }) => remote_id).toSorted()).toEqual(['000001', '000002', '000003'])
  const files = await product.request('GET', `${path}/files`, FilesSchema)
  expect(files.results.map(({ name }) => name)).toEqual(['employees.csv'])
})

it('a customer’s SFTP user sees its own folder and nothing else', async () => {
  const { username } = await newCustomer()
  const { User } = await transfer.send(new DescribeUserCommand({ ServerId: product.serverId, UserName: username }))
  expect(User?.HomeDirectoryMappings).toEqual([{ Entry: '/', Target: `/${product.landingBucket}/${username}` }])
  const policy = JSON.stringify(JSON.parse(User?.Policy ?? ''))
  expect(policy).toContain(`arn:aws:s3:::${product.landingBucket}/${username}/*`)
  expect(policy).not.toContain(`${product.landingBucket}/*`)
  expect(User?.SshPublicKeys).toHaveLength(1)
})
