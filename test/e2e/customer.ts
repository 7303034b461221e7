import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { connect } from '../../cli/connect.ts'
import { approveCommand } from '../../cli/mapping.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import type { SftpClient, Target } from '../sftp/clients.ts'
import { type Product, scratchFolder } from './product.ts'
import { withSftp, write } from './push.ts'

const FileSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  dataset: v.nullable(DatasetSchema),
  kind: v.picklist(['data', 'manifest']),
  state: v.string(),
  size: v.number(),
  received_at: v.string(),
  issues: v.array(IssueSchema),
  kept: v.boolean(),
})
export type ListedFile = v.InferOutput<typeof FileSchema>

const CountsSchema = v.record(v.string(), v.number())
const DatasetReportSchema = v.strictObject({
  dataset: DatasetSchema,
  file_id: v.nullable(v.string()),
  file_name: v.nullable(v.string()),
  outcome: v.string(),
  counts: CountsSchema,
  issues: v.array(IssueSchema),
  issues_left: v.exactOptional(v.number()),
  pairs: v.exactOptional(v.array(v.unknown())),
})
export type DatasetReport = v.InferOutput<typeof DatasetReportSchema>

const SyncSchema = v.looseObject({ id: v.string(), state: v.string(), datasets: v.array(DatasetReportSchema) })
type ListedSync = v.InferOutput<typeof SyncSchema>

const pageOf = <Schema extends v.GenericSchema>(result: Schema) =>
  v.object({ next: v.nullable(v.string()), results: v.array(result) })

const newKey = async (): Promise<Pick<Target, 'keyFile' | 'privateKey'> & { readonly publicKey: string }> => {
  const pair = newEd25519Pair()
  const keyFile = join(await scratchFolder(), 'key')
  await writeFile(keyFile, pair.private, { mode: 0o600 })
  await writeFile(`${keyFile}.pub`, pair.public)
  return { keyFile, privateKey: pair.private, publicKey: pair.public }
}

const createLink = async (product: Product, organization: string): Promise<string> => {
  const { data } = await product.sdk().connect.createConnectionLink({
    end_user_email: 'hr@example.com',
    end_user_organization_name: organization,
    integration_category: 'HRIS',
    integration_tool: 'sftp',
  })
  return data.link
}

type Content = string | Uint8Array

const lookEveryMs = 100
/** A killed writer makes the next one wait for a minute. */
const giveUpAfterMs = 120_000

type Identity = {
  readonly connection: Awaited<ReturnType<typeof connect>>
  readonly link: string
  readonly key: Awaited<ReturnType<typeof newKey>>
}

/** What a test does and asks about an integration of a running product. */
const customerOf = (product: Product, identity: Identity) => {
  const { connection, link, key } = identity
  const { integration_id: id, username } = connection
  const target: Target = { port: product.sftpPort, user: username, ...key, fingerprints: product.fingerprints }
  const base = `/manage/integrations/${encodeURIComponent(id)}`

  /** With one of the customers' clients, or else from this process. */
  const put = async (name: string, content: Content, client?: SftpClient): Promise<void> => {
    if (!client) return withSftp(target, (sftp) => write(sftp, `/${name}`, content))
    const local = join(await scratchFolder(), 'export.csv')
    await writeFile(local, content)
    await client.put(target, local, name)
  }

  /** Newest first. */
  const files = async (): Promise<readonly ListedFile[]> =>
    (await product.api('GET', `${base}/files`, pageOf(FileSchema))).results

  /** Newest first. */
  const syncs = async (): Promise<readonly ListedSync[]> => {
    const page = await product.api('GET', `${base}/syncs`, pageOf(v.object({ id: v.string() })))
    return Promise.all(page.results.map((sync) => product.api('GET', `${base}/syncs/${sync.id}`, SyncSchema)))
  }

  /** Waits until `count` files have arrived in all and nothing is under way any more. */
  const settled = async (count = 0): Promise<void> => {
    const giveUpAt = Date.now() + giveUpAfterMs
    for (;;) {
      const arrived = await files()
      const runs = (await product.api('GET', `${base}/syncs`, pageOf(SyncSchema))).results
      const underWay =
        arrived.some(({ state }) => state === 'RECEIVED' || state === 'ARCHIVED') ||
        runs.some(({ state }) => state === 'QUEUED' || state === 'RUNNING')
      if (arrived.length >= count && !underWay) return
      if (Date.now() > giveUpAt)
        throw new Error(`Still not settled: ${JSON.stringify({ count, files: arrived, syncs: runs })}`)
      await delay(lookEveryMs)
    }
  }

  /** Puts files one after the other, and waits until everything that comes of them is over. */
  const deliver = async (contents: Readonly<Record<string, Content>>, client?: SftpClient): Promise<void> => {
    const before = (await files()).length
    for (const [name, content] of Object.entries(contents)) await put(name, content, client)
    await settled(before + Object.keys(contents).length)
  }

  const approve = async (): Promise<void> => {
    await approveCommand(product.api, id, undefined)
    await settled()
  }

  /** The newest file of that name. */
  const fileNamed = async (name: string): Promise<ListedFile> => {
    const found = (await files()).find((file) => file.name === name)
    if (!found) throw new Error(`No file ${name} has arrived.`)
    return found
  }

  /** What the last sync that dealt with the newest file of that name says about it. */
  const reportOn = async (name: string): Promise<DatasetReport> => {
    const file = await fileNamed(name)
    const reports = (await syncs()).flatMap(({ datasets }) => datasets)
    const found = reports.find((report) => report.file_id === file.id)
    if (!found) throw new Error(`No sync says anything about ${name}.`)
    return found
  }

  return {
    id,
    username,
    link,
    publicKey: key.publicKey,
    connection,
    target,
    base,
    put,
    files,
    syncs,
    settled,
    deliver,
    approve,
    fileNamed,
    reportOn,
  }
}

export type Customer = ReturnType<typeof customerOf> & {
  /** The same customer after the product was started anew. */
  readonly on: (restarted: Product) => Customer
}

const withMoves = (product: Product, identity: Identity): Customer => ({
  ...customerOf(product, identity),
  on: (restarted) => withMoves(restarted, identity),
})

const connectBy = async (product: Product, link: string): Promise<Customer> => {
  const key = await newKey()
  return withMoves(product, { connection: await connect(link, key.publicKey), link, key })
}

/** A customer who has walked the connection flow. */
export const newCustomer = async (product: Product, organization = 'Beispiel GmbH'): Promise<Customer> =>
  connectBy(product, await createLink(product, organization))

/** The customer of an integration that there is, with a key of their own once more. */
export const returningCustomer = async (product: Product, integration_id: string): Promise<Customer> => {
  const { data } = await product.sdk().general.createReconnectionLink({ integration_id, body: {} })
  return connectBy(product, data.link)
}
