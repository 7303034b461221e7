import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { readSettings, type Settings } from '../local/settings.ts'
import { newEd25519Pair } from '../local/sftp/ed25519.ts'
import { startStack } from '../local/stack.ts'
import { type ApiClient, apiClient, CommandError } from './client.ts'
import { connect } from './connect.ts'
import { demoFiles } from './demo/company.ts'
import { readEmployees, tableOf } from './demo/people.ts'
import { settledSyncs } from './integration.ts'
import { approveCommand } from './mapping.ts'
import { upload } from './upload.ts'

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const waitSeconds = 120

const isRunning = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch {
    return false
  }
}

/** The product that runs already, else one of our own that ends with the demo. */
const openProduct = async (settings: Settings) => {
  const url = process.env.ROSTERPORT_URL ?? `http://127.0.0.1:${settings.port}`
  if (await isRunning(url)) {
    say(`Using what runs at ${url}.`)
    return { api: await apiClient({ ...process.env, ROSTERPORT_URL: url }), close: async () => undefined }
  }
  say('Nothing runs yet: starting it for the demo …')
  const stack = await startStack({ ...settings, port: 0, sftpPort: 0 }, () => undefined)
  const api = await apiClient({ ROSTERPORT_URL: stack.url, ROSTERPORT_API_KEY: stack.apiKey })
  return { api, close: stack.close }
}

const createLink = async (api: ApiClient): Promise<string> => {
  const body = {
    end_user_email: 'hr@example.com',
    end_user_organization_name: 'Beispiel AG',
    integration_tool: 'sftp',
    integration_category: 'HRIS',
  }
  const { link } = await api('POST', '/v1/connect/create-link', v.object({ link: v.string() }), { body })
  return link
}

const keepFiles = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}

const demo = async (api: ApiClient, folder: string): Promise<void> => {
  const link = await createLink(api)
  say('1. The vendor made a connection link.')
  const keys = newEd25519Pair()
  const { integration_id: integrationId, username, host, port } = await connect(link, keys.public)
  say(`2. The customer gave a public key and may now log in as ${username} at ${host}:${port}.`)
  await keepFiles(folder, demoFiles)
  const target = { host, port, username, privateKey: keys.private }
  say(`3. The HR system puts ${Object.keys(demoFiles).length} files by SFTP (copies are in ${folder}):`)
  await upload(target, demoFiles, (name) => say(`   ${name}`))
  await settledSyncs(api, integrationId, waitSeconds)
  const { approved } = await approveCommand(api, integrationId, undefined)
  say(`4. The proposed mappings were approved (${approved.length} datasets); applying the files …`)
  const [last] = await settledSyncs(api, integrationId, waitSeconds)
  const employees = await readEmployees(api, integrationId)
  say(`5. The sync ended as ${last?.state}. GET /v1/hris/employees answers ${employees.length} people:\n`)
  say(tableOf(employees))
  say(`\nThe integration is ${integrationId}.`)
  if (employees.length === 0)
    throw new CommandError('The API returned nobody: look at "npm run -s cli -- syncs" for the reason.')
}

const settings = readSettings(process.env)
const product = await openProduct(settings)
try {
  await demo(product.api, join(settings.dataFolder, 'demo'))
} catch (error) {
  if (!(error instanceof CommandError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await product.close()
}
