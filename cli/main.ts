import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { DatasetSchema, datasets } from '#core/files/datasets.ts'
import { apiClient, CommandError } from './client.ts'
import { connectCommand } from './connect.ts'
import { listFiles, syncCommand, syncsCommand } from './integration.ts'
import { approveCommand, draftCommand, putCommand, showCommand } from './mapping.ts'
import { validateCommand } from './validate.ts'

const usage = `Usage: npm run -s cli -- COMMAND

  connect --link URL --public-key FILE          walk the connection flow behind a link
  mapping draft FILE [--dataset NAME]           propose a mapping for a file, without a server
  mapping show --integration ID                 the latest and the approved mappings
  mapping put --integration ID FILE             store a new version, not yet approved
  mapping approve --integration ID              approve what waits; the files are then applied
  validate FILE [--mapping FILE]                everything that is wrong with a file, without a server
  sync --integration ID [--verify]              sync now; --verify compares the records with what is
                                                remembered of them, and repairs what differs
  syncs --integration ID [--wait]               runs with their reports; --wait until all have ended,
                                                at most --timeout SECONDS (600)
  files --integration ID                        what arrived, and what became of it
  api-key create --name NAME                    another API key, shown once; --allow ADDRESS limits where it may
                                                be used from, as often as needed: 203.0.113.7, 203.0.113.0/24
  api-key create --table NAME --secret ARN      the first key of a deployment on AWS; its outputs have the whole command
  api-key list                                  keys with their last use
  api-key revoke ID                             ends a key, at once

--dataset is one of ${datasets.join(', ')}. ROSTERPORT_URL and ROSTERPORT_API_KEY name the server; without them, the laptop's.`

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        link: { type: 'string' },
        'public-key': { type: 'string' },
        integration: { type: 'string' },
        mapping: { type: 'string' },
        dataset: { type: 'string' },
        wait: { type: 'boolean' },
        verify: { type: 'boolean' },
        timeout: { type: 'string' },
        table: { type: 'string' },
        secret: { type: 'string' },
        name: { type: 'string' },
        allow: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : 'Unknown option.'}\n\n${usage}`)
  }
}

type Options = ReturnType<typeof readArguments>['values']

const required = (
  options: Options,
  name: 'link' | 'public-key' | 'integration' | 'name' | 'table' | 'secret',
): string => {
  const value = options[name]
  if (value === undefined) throw new CommandError(`--${name} is missing.\n\n${usage}`)
  return value
}

const fileArgument = (path: string | undefined): string => {
  if (path === undefined) throw new CommandError(`The file is missing.\n\n${usage}`)
  return path
}

const idArgument = (id: string | undefined): string => {
  if (id === undefined) throw new CommandError(`The id is missing.\n\n${usage}`)
  return id
}

const datasetOption = ({ dataset }: Options) => {
  if (dataset === undefined) return undefined
  const parsed = v.safeParse(DatasetSchema, dataset)
  if (!parsed.success) throw new CommandError(`--dataset is "${dataset}"; it must be one of ${datasets.join(', ')}.`)
  return parsed.output
}

const defaultWaitSeconds = 600

const waitOption = ({ wait, timeout }: Options): number | undefined => {
  const seconds = Number(timeout ?? defaultWaitSeconds)
  if (!(seconds > 0)) throw new CommandError(`--timeout is "${timeout}"; it must be a number of seconds.`)
  return wait ? seconds : undefined
}

type Command = (options: Options, argument: string | undefined) => Promise<unknown>

const commands: Readonly<Record<string, Command>> = {
  connect: (options) =>
    connectCommand({ link: required(options, 'link'), 'public-key': required(options, 'public-key') }),
  'mapping draft': (options, path) => draftCommand(fileArgument(path), datasetOption(options)),
  'mapping show': async (options) =>
    showCommand(await apiClient(process.env), required(options, 'integration'), datasetOption(options)),
  'mapping put': async (options, path) =>
    putCommand(await apiClient(process.env), required(options, 'integration'), fileArgument(path)),
  'mapping approve': async (options) =>
    approveCommand(await apiClient(process.env), required(options, 'integration'), datasetOption(options)),
  validate: (options, path) => validateCommand(fileArgument(path), datasetOption(options), options.mapping),
  sync: async (options) =>
    syncCommand(await apiClient(process.env), required(options, 'integration'), options.verify ?? false),
  syncs: async (options) =>
    syncsCommand(await apiClient(process.env), required(options, 'integration'), waitOption(options)),
  // The SDK of AWS, which no other command needs.
  'api-key create': async (options) => {
    const { createFirstKey, createKey } = await import('./api-key.ts')
    const { name = 'first key', table, secret, allow = [] } = options
    return table === undefined && secret === undefined
      ? createKey(await apiClient(process.env), required(options, 'name'), allow)
      : createFirstKey(required(options, 'table'), required(options, 'secret'), name)
  },
  'api-key list': async () => (await import('./api-key.ts')).listKeys(await apiClient(process.env)),
  'api-key revoke': async (_, id) =>
    (await import('./api-key.ts')).revokeKey(await apiClient(process.env), idArgument(id)),
  files: async (options) => ({
    files: await listFiles(await apiClient(process.env), required(options, 'integration')),
  }),
}

const groups = ['mapping', 'api-key']

const run = async (): Promise<string> => {
  const { values, positionals } = readArguments()
  if (values.help || positionals.length === 0) return usage
  const words = groups.includes(positionals[0] ?? '') ? 2 : 1
  const name = positionals.slice(0, words).join(' ')
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CommandError(`There is no command "${name}".\n\n${usage}`)
  return JSON.stringify(await command(values, positionals[words]), null, 2)
}

// A reader such as `head` may close the pipe early.
process.stdout.on('error', () => process.exit())

try {
  process.stdout.write(`${await run()}\n`)
} catch (error) {
  if (!(error instanceof CommandError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
