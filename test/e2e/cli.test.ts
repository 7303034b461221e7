import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileNames } from '#core/files/file-name.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { absencesCsv, employeesCsv, people } from './company.ts'
import { type Ended, type Product, runNode, scratchFolder, startProduct } from './product.ts'
import { withSftp, write } from './push.ts'

let product: Product
let folder: string

beforeAll(async () => {
  product = await startProduct()
  folder = await scratchFolder()
  await writeFile(join(folder, 'employees.csv'), employeesCsv(people(15)))
})
afterAll(() => product.stop())

const access = () => ({ ROSTERPORT_URL: product.url, ROSTERPORT_API_KEY: product.apiKey })

const cli = (...args: readonly string[]): Promise<Ended> => runNode(['cli/main.ts', ...args], access()).ended
const file = (name: string): string => join(folder, name)

/** What a command prints when it succeeds: nothing but JSON. */
const printed = async (ended: Promise<Ended>) => {
  const { code, stdout, stderr } = await ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('from a link to the records, by commands alone', () => {
  const keys = newEd25519Pair()
  let id: string
  let username: string

  const put = (name: string, content: string) =>
    withSftp({ port: product.sftpPort, user: username, privateKey: keys.private }, (sftp) => write(sftp, name, content))

  it('connect walks the flow', async () => {
    await writeFile(file('key.pub'), keys.public)
    const { data } = await product.sdk().connect.createConnectionLink({
      end_user_email: 'hr@example.com',
      end_user_organization_name: 'Kommando AG',
    })
    const connection = await printed(cli('connect', '--link', data.link, '--public-key', file('key.pub')))
    expect(connection).toEqual({
      integration_id: expect.stringMatching(/^sftp:[1-9A-HJ-NP-Za-km-z]{24}$/),
      username: expect.any(String),
      host: '127.0.0.1',
      port: product.sftpPort,
      host_keys: product.fingerprints,
      file_names: Object.values(fileNames),
      activation_token: expect.any(String),
    })
    id = connection.integration_id
    username = connection.username
    const { data: integration } = await product
      .sdk()
      .connect.getIntegrationByToken({ token: connection.activation_token })
    expect(integration.id).toBe(id)
  }, 60_000)

  it('files and syncs show what arrived, and what is missing', async () => {
    await put('/employees.csv', employeesCsv(people(15)))
    const { syncs } = await printed(cli('syncs', '--integration', id, '--wait'))
    expect(syncs).toEqual([expect.objectContaining({ state: 'FAILED', reason: 'file' })])
    expect(syncs[0].datasets[0]).toMatchObject({ outcome: 'waiting_for_mapping', counts: { rows: 15 } })
    const { files } = await printed(cli('files', '--integration', id))
    expect(files).toEqual([expect.objectContaining({ name: 'employees.csv', dataset: 'employees', state: 'QUEUED' })])
  })

  it('mapping show, put and approve make it live', async () => {
    const { mappings } = await printed(cli('mapping', 'show', '--integration', id))
    expect(mappings).toEqual([
      expect.objectContaining({
        dataset: 'employees',
        approved: null,
        latest: expect.objectContaining({ version: 1 }),
      }),
    ])
    const { mapping } = mappings[0].latest
    mapping.fields.nationality = [{ from: 'constant', value: 'DE' }]
    await writeFile(file('mapping.json'), JSON.stringify(mapping))
    const put = await printed(cli('mapping', 'put', '--integration', id, file('mapping.json')))
    expect(put).toMatchObject({ dataset: 'employees', latest: { version: 2, origin: 'put', approved_at: null } })
    const { approved } = await printed(cli('mapping', 'approve', '--integration', id))
    expect(approved).toEqual([expect.objectContaining({ dataset: 'employees' })])
    const { syncs } = await printed(cli('syncs', '--integration', id, '--wait', '--timeout', '60'))
    expect(syncs).toEqual([expect.objectContaining({ state: 'SUCCEEDED', reason: 'mapping' })])
    const { result } = await product.sdk(id).hris.getEmployees()
    expect(result.data.results).toHaveLength(15)
    expect(result.data.results[0]?.nationality).toBe('DE')
  })

  it('integrations, versions, previews, rows and the audit log are looked up', async () => {
    const { integrations } = await printed(cli('integrations', '--name', 'kommando'))
    expect(integrations).toMatchObject([{ id, end_user: { organization_name: 'Kommando AG' } }])
    const { versions } = await printed(cli('mapping', 'versions', '--integration', id))
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    const diff = await printed(cli('mapping', 'diff', '--integration', id, '2'))
    expect(diff).toMatchObject({ version: 2, against: 1 })
    const preview = await printed(cli('mapping', 'preview', '--integration', id))
    expect(preview).toMatchObject({ outcome: 'applied', counts: { unchanged: expect.any(Number) } })
    const rows = await printed(cli('file', 'rows', '--integration', id, preview.file_id))
    expect(rows.rows.length).toBeGreaterThan(0)
    const download = await printed(cli('file', 'download', '--integration', id, preview.file_id, '--reason', 'test'))
    expect(await (await fetch(download.url)).text()).toContain(rows.rows[0].cells[0])
    expect(await printed(cli('held', 'list', '--integration', id))).toEqual({ sets: [], held: [], file: null })
    expect(await printed(cli('filter', 'show', '--integration', id))).toEqual({ rules: [], data_expired_at: null })
    const { fields, people: all } = await printed(cli('filter', 'options', '--integration', id))
    const [{ field, values }] = fields
    await writeFile(file('filter.json'), JSON.stringify({ rules: [{ field, values: [values[0].value] }] }))
    const counted = await printed(cli('filter', 'preview', file('filter.json'), '--integration', id))
    expect(counted).toMatchObject({ people: all, kept: values[0].count })
    const { audit } = await printed(cli('audit', '--integration', id))
    expect(audit[0]).toMatchObject({ action: 'file.downloaded', reason: 'test', who: { kind: 'key' } })
    const restored = await printed(cli('mapping', 'restore', '--integration', id, '1'))
    expect(restored.latest).toMatchObject({ version: 3, approved_at: null })
    await printed(cli('mapping', 'approve', '--integration', id))
  }, 60_000)

  it('mapping approve says when nothing waits', async () => {
    const { code, stdout, stderr } = await cli('mapping', 'approve', '--integration', id)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^No mapping waits for approval\..*\n$/)
  })

  it('takes the address and the key from the laptop that runs', async () => {
    const laptop = { PORT: new URL(product.url).port, ROSTERPORT_DATA: product.dataFolder }
    const { files } = await printed(runNode(['cli/main.ts', 'files', '--integration', id], laptop).ended)
    expect(files).toHaveLength(1)
  })
})

describe('without a server', () => {
  const alone = (...args: readonly string[]): Promise<Ended> => runNode(['cli/main.ts', ...args]).ended

  it('mapping draft proposes a mapping, and validate takes it', async () => {
    const draft = await printed(alone('mapping', 'draft', file('employees.csv')))
    expect(draft).toMatchObject({
      outcome: 'drafted',
      mapping: { dataset: 'employees', id: { columns: ['Personalnummer'] } },
    })
    await writeFile(file('draft.json'), JSON.stringify(draft))
    const report = await printed(alone('validate', file('employees.csv'), '--mapping', file('draft.json')))
    expect(report).toMatchObject({ outcome: 'applied', counts: { rows: 15, created: 15, quarantined: 0 }, issues: [] })
    expect(await printed(alone('validate', file('employees.csv')))).toEqual(report)
  })

  it('mapping draft takes the dataset from the name or from the command', async () => {
    await writeFile(file('Fehlzeiten.csv'), absencesCsv(people(3)))
    const said = ['--dialect', '{"headerRow":1}']
    const draft = await printed(alone('mapping', 'draft', file('Fehlzeiten.csv'), '--dataset', 'absences', ...said))
    expect(draft.mapping).toMatchObject({
      dataset: 'absences',
      dialect: { headerRow: 1 },
      id: { columns: ['Abwesenheits-ID'] },
    })
  })

  it('validate names every problem with its row and column', async () => {
    const text = (await readFile(file('employees.csv'), 'utf8')).replace(/\d\d\.\d\d\.\d{4}/, '32.01.2020')
    await writeFile(file('employees-bad.csv'), text)
    const report = await printed(alone('validate', file('employees-bad.csv')))
    expect(report).toMatchObject({
      counts: { quarantined: 1 },
      issues: expect.arrayContaining([
        expect.objectContaining({
          code: 'DATE_UNREADABLE',
          rows: [2],
          column: 'Eintrittsdatum',
          example: '32.01.2020',
        }),
      ]),
    })
  })

  it('shows how it is used when nothing is asked', async () => {
    const { code, stdout } = await alone()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Usage: npm run -s cli -- COMMAND/)
  })
})

describe('ends with exit code 1 and a sentence on stderr:', () => {
  type Case = {
    readonly what: string
    readonly command: string
    readonly says: RegExp
    readonly variables?: Readonly<Record<string, string>>
  }
  const noFile = /^There is no file \/nowhere\.\n$/
  const noAddress = /^"localhost(:3000)?" is no address\..*\n$/
  const cases: readonly Case[] = [
    { what: 'no such command', command: 'fetch', says: /^There is no command "fetch"\./ },
    { what: 'an unknown option', command: 'files --every', says: /^Unknown option '--every'/ },
    { what: 'a missing option', command: 'files', says: /^--integration is missing\./ },
    { what: 'a missing argument', command: 'validate', says: /^The file is missing\./ },
    { what: 'one word too many', command: 'mapping show --integration x y', says: /^"y" is not understood here\./ },
    { what: "another command's option", command: 'files --integration x --wait', says: /does not know --wait\./ },
    { what: 'no such file', command: 'validate /nowhere', says: noFile },
    { what: 'no such key file', command: 'connect --link http://x/?token=y --public-key /nowhere', says: noFile },
    { what: 'a bad link', command: 'connect --link x --public-key LICENSE', says: /^The link must be a whole address/ },
    { what: 'no such mapping file', command: 'validate LICENSE --mapping /nowhere', says: noFile },
    { what: 'a mapping in no JSON', command: 'validate LICENSE --mapping LICENSE', says: /^LICENSE is no JSON\..*\n$/ },
    { what: 'JSON without a mapping', command: 'validate LICENSE --mapping package.json', says: /holds no mapping\./ },
    { what: 'no such dataset', command: 'validate LICENSE --dataset x', says: /^--dataset is "x"; it must be one of/ },
    {
      what: 'a bad time',
      command: 'syncs --integration x --wait --timeout soon',
      says: /^--timeout is "soon"; it must/,
    },
    { what: 'no such integration', command: 'files --integration x', says: /^PLATFORM\.INTEGRATION_NOT_FOUND: .*\n$/ },
  ]
  const elsewhere: readonly Case[] = [
    { what: 'a bad key', says: /^PLATFORM\.AUTHENTICATION_INVALID: /, variables: { ROSTERPORT_API_KEY: 'x' } },
    { what: 'no answer', says: /^Nothing answers at http:/, variables: { ROSTERPORT_URL: 'http://127.0.0.1:1' } },
    { what: 'a bad address', says: noAddress, variables: { ROSTERPORT_URL: 'localhost' } },
    { what: 'an address without http', says: noAddress, variables: { ROSTERPORT_URL: 'localhost:3000' } },
  ].map((each) => ({ ...each, command: 'files --integration x' }))

  it.each([...cases, ...elsewhere])('$what', async ({ command, says, variables }) => {
    const ended = await runNode(['cli/main.ts', ...command.split(' ')], { ...access(), ...variables }).ended
    expect(ended).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(says) })
    expect(ended.stderr).not.toMatch(/^ +at .+:\d+|node:internal/m)
  })

  it('no key yet', async () => {
    const nowhere = { ROSTERPORT_DATA: join(folder, 'nowhere') }
    const { code, stderr } = await runNode(['cli/main.ts', 'files', '--integration', 'x'], nowhere).ended
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^There is no API key: .*"npm start".*\n$/),
    })
  })
})

describe('API keys', () => {
  it('are made, listed and revoked by the key there is', async () => {
    const made = await printed(
      cli('api-key', 'create', '--name', 'app', '--allow', '127.0.0.1', '--allow', '10.0.0.0/8'),
    )
    expect(made).toMatchObject({ name: 'app', allowed_addresses: ['127.0.0.1', '10.0.0.0/8'], last_used_at: null })
    const sdk = product.sdk(undefined, made.api_key)
    expect((await sdk.general.checkApiKey()).status).toBe('success')
    const { api_keys: listed } = await printed(cli('api-key', 'list'))
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['app', 'laptop'])
    expect(listed[0]).toMatchObject({ id: made.id, last_used_at: expect.any(String) })
    expect(JSON.stringify(listed)).not.toContain(made.api_key)
    await printed(cli('api-key', 'revoke', made.id))
    await expect(sdk.general.checkApiKey()).rejects.toMatchObject({ statusCode: 401 })
  }, 60_000)

  it.each([
    [['api-key', 'create'], '--name is missing'],
    [['api-key', 'revoke'], 'The id is missing'],
    [['api-key', 'revoke', 'nobody'], 'There is no API key with this id'],
    [['api-key', 'create', '--name', 'x', '--allow', 'home'], 'must be an IP address'],
  ])(
    '%j ends with a sentence',
    async (args, sentence) => {
      const { code, stderr } = await cli(...args)
      expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)])
    },
    60_000,
  )
})
