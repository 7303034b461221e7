import { api, type Command, datasetOf, integrationOf } from './command.ts'
import { connectCommand } from './connect.ts'
import { calendarCommand, expectCommand } from './expect.ts'
import { filterOptionsCommand, previewFilterCommand, putFilterCommand, showFilterCommand } from './filter.ts'
import { folderCommands } from './folder-commands.ts'
import { decideHeldCommand, listHeldCommand, listPairsCommand } from './held.ts'
import { linkCommand, listLinksCommand, suggestLinksCommand, unlinkCommand } from './identity.ts'
import { listFiles, syncAllCommand, syncCommand, syncsCommand } from './integration.ts'
import { limitCommand } from './limit.ts'
import { auditCommand, fileDownloadCommand, fileRowsCommand, integrationsCommand } from './manage.ts'
import { approveCommand, draftCommand, putCommand, showCommand } from './mapping.ts'
import { diffCommand, previewCommand, restoreCommand, versionsCommand } from './mapping-versions.ts'
import { datasetOption, dialectOption, type Options, required, secondsOption, waitOption } from './options.ts'
import { personCommand, receiptsCommand } from './person.ts'
import { replayCommands } from './replay-commands.ts'
import { validateCommand } from './validate.ts'
import { deliveriesCommand, redeliverCommand, testWebhookCommand, webhooksCommand } from './webhooks.ts'

const mappingCommands: Readonly<Record<string, Command>> = {
  'mapping draft': {
    takes: ['dataset', 'dialect'],
    argument: 'file',
    run: (options, path) => draftCommand(path, datasetOption(options), dialectOption(options)),
  },
  'mapping show': {
    takes: ['integration', 'dataset'],
    run: async (options) => showCommand(await api(), integrationOf(options), datasetOption(options)),
  },
  'mapping put': {
    takes: ['integration'],
    argument: 'file',
    run: async (options, path) => putCommand(await api(), integrationOf(options), path),
  },
  'mapping preview': {
    takes: ['integration', 'dataset', 'mapping'],
    argument: 'id of a file',
    isArgumentOptional: true,
    run: async (options, id) =>
      previewCommand(await api(), integrationOf(options), datasetOf(options), {
        fileId: id === '' ? undefined : id,
        mapping: options.mapping,
      }),
  },
  'mapping approve': {
    takes: ['integration', 'dataset'],
    run: async (options) => approveCommand(await api(), integrationOf(options), datasetOption(options)),
  },
  'mapping versions': {
    takes: ['integration', 'dataset'],
    run: async (options) => versionsCommand(await api(), integrationOf(options), datasetOf(options)),
  },
  'mapping diff': {
    takes: ['integration', 'dataset', 'against'],
    argument: 'version',
    run: async (options, version) =>
      diffCommand(await api(), integrationOf(options), datasetOf(options), version, options.against),
  },
  'mapping restore': {
    takes: ['integration', 'dataset', 'reason'],
    argument: 'version',
    run: async (options, version) =>
      restoreCommand(await api(), integrationOf(options), datasetOf(options), version, options.reason),
  },
}

const filterCommands: Readonly<Record<string, Command>> = {
  'filter show': {
    takes: ['integration'],
    run: async (options) => showFilterCommand(await api(), integrationOf(options)),
  },
  'filter options': {
    takes: ['integration'],
    run: async (options) => filterOptionsCommand(await api(), integrationOf(options)),
  },
  'filter preview': {
    takes: ['integration'],
    argument: 'file',
    run: async (options, path) => previewFilterCommand(await api(), integrationOf(options), path),
  },
  'filter put': {
    takes: ['integration'],
    argument: 'file',
    run: async (options, path) => putFilterCommand(await api(), integrationOf(options), path),
  },
}

const decideHeld = async (options: Options, decision: 'approve' | 'discard') => {
  const { set, id: ids, file } = options
  const wish = { dataset: datasetOf(options), reason: required(options, 'reason'), set, ids, file }
  return decideHeldCommand(await api(), integrationOf(options), decision, wish)
}

const heldCommands: Readonly<Record<string, Command>> = {
  'held list': {
    takes: ['integration'],
    run: async (options) => listHeldCommand(await api(), integrationOf(options)),
  },
  'held pairs': {
    takes: ['integration'],
    run: async (options) => listPairsCommand(await api(), integrationOf(options)),
  },
  'held approve': {
    takes: ['integration', 'dataset', 'set', 'id', 'file', 'reason'],
    run: (options) => decideHeld(options, 'approve'),
  },
  'held discard': {
    takes: ['integration', 'dataset', 'set', 'id', 'reason'],
    run: (options) => decideHeld(options, 'discard'),
  },
}

const limitCommands: Readonly<Record<string, Command>> = {
  limit: {
    takes: ['integration', 'share', 'records'],
    argument: 'name of a limit',
    run: async (options, name) => {
      const { share, records } = options
      return limitCommand(await api(), integrationOf(options), name, { share, records })
    },
  },
}

const ofPerson = async (options: Options, deed: 'export' | 'erase') => {
  const wish = { remoteId: options['remote-id'], ids: options.id, reason: required(options, 'reason') }
  return personCommand(await api(), integrationOf(options), deed, wish)
}

const personCommands: Readonly<Record<string, Command>> = {
  'person export': {
    takes: ['integration', 'remote-id', 'id', 'reason'],
    run: (options) => ofPerson(options, 'export'),
  },
  'person erase': {
    takes: ['integration', 'remote-id', 'id', 'reason'],
    run: (options) => ofPerson(options, 'erase'),
  },
  receipts: { takes: [], run: async () => receiptsCommand(await api()) },
}

const identityCommands: Readonly<Record<string, Command>> = {
  'identity list': {
    takes: ['integration'],
    run: async (options) => listLinksCommand(await api(), integrationOf(options)),
  },
  'identity suggest': {
    takes: ['integration', 'by'],
    run: async (options) => suggestLinksCommand(await api(), integrationOf(options), options.by),
  },
  'identity link': {
    takes: ['integration', 'pair', 'set', 'by', 'keep', 'reason'],
    run: async (options) => {
      const { set, by, pair, keep } = options
      const wish = { reason: required(options, 'reason'), set, by, pairs: pair, keep }
      return linkCommand(await api(), integrationOf(options), wish)
    },
  },
  'identity unlink': {
    takes: ['integration', 'id', 'reason'],
    run: async (options) => unlinkCommand(await api(), integrationOf(options), options.id, required(options, 'reason')),
  },
}

const syncCommands: Readonly<Record<string, Command>> = {
  sync: {
    takes: ['integration', 'all', 'verify'],
    run: async (options) =>
      options.all
        ? syncAllCommand(await api(), options.verify ?? false)
        : syncCommand(await api(), integrationOf(options), options.verify ?? false),
  },
  syncs: {
    takes: ['integration', 'wait', 'timeout'],
    run: async (options) => syncsCommand(await api(), integrationOf(options), waitOption(options)),
  },
  expect: {
    takes: ['integration', 'dataset'],
    argument: 'number of hours',
    isArgumentOptional: true,
    run: async (options, when) => expectCommand(await api(), integrationOf(options), datasetOf(options), when),
  },
  calendar: {
    takes: ['integration'],
    argument: 'country',
    run: async (options, where) => calendarCommand(await api(), integrationOf(options), where),
  },
  files: {
    takes: ['integration'],
    run: async (options) => ({ files: await listFiles(await api(), integrationOf(options)) }),
  },
  'file rows': {
    takes: ['integration'],
    argument: 'id of a file',
    run: async (options, id) => fileRowsCommand(await api(), integrationOf(options), id),
  },
  'file download': {
    takes: ['integration', 'reason'],
    argument: 'id of a file',
    run: async (options, id) => fileDownloadCommand(await api(), integrationOf(options), id, options.reason),
  },
}

const doctorCommands: Readonly<Record<string, Command>> = {
  doctor: {
    takes: ['timeout'],
    // The SSH client, which no other command needs.
    run: async (options) => (await import('./doctor.ts')).doctorCommand(await api(), secondsOption(options)),
  },
}

// The SDK of AWS, which no other command needs.
const apiKeys = () => import('./api-key.ts')

const apiKeyCommands: Readonly<Record<string, Command>> = {
  'api-key create': {
    takes: ['name', 'table', 'secret', 'allow'],
    run: async (options) => {
      const { createFirstKey, createKey } = await apiKeys()
      const { name = 'first key', table, secret, allow = [] } = options
      return table === undefined && secret === undefined
        ? createKey(await api(), required(options, 'name'), allow)
        : createFirstKey(required(options, 'table'), required(options, 'secret'), name)
    },
  },
  'api-key list': { takes: [], run: async () => (await apiKeys()).listKeys(await api()) },
  'api-key revoke': {
    takes: [],
    argument: 'id',
    run: async (_, id) => (await apiKeys()).revokeKey(await api(), id),
  },
}

const pgpKeyStore = async ({ secret }: Options) => (await import('./pgp-key.ts')).openKeys(secret)

const pgpKeyCommands: Readonly<Record<string, Command>> = {
  'pgp-key list': { takes: ['secret'], run: async (options) => (await pgpKeyStore(options)).list() },
  'pgp-key rotate': { takes: ['secret'], run: async (options) => (await pgpKeyStore(options)).rotate() },
  'pgp-key retire': {
    takes: ['secret'],
    argument: 'fingerprint',
    run: async (options, fingerprint) => (await pgpKeyStore(options)).retire(fingerprint),
  },
}

const webhookCommands: Readonly<Record<string, Command>> = {
  'webhook list': { takes: [], run: async () => webhooksCommand(await api()) },
  'webhook deliveries': {
    takes: [],
    argument: 'id of a webhook',
    run: async (_, id) => deliveriesCommand(await api(), id),
  },
  'webhook redeliver': {
    takes: ['webhook'],
    argument: 'id of a delivery',
    run: async (options, id) => redeliverCommand(await api(), required(options, 'webhook'), id),
  },
  'webhook test': {
    takes: [],
    argument: 'id of a webhook',
    run: async (_, id) => testWebhookCommand(await api(), id),
  },
}

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  connect: {
    takes: ['link', 'public-key'],
    run: (options) =>
      connectCommand({ link: required(options, 'link'), 'public-key': required(options, 'public-key') }),
  },
  integrations: { takes: ['name'], run: async ({ name }) => integrationsCommand(await api(), name) },
  ...mappingCommands,
  ...filterCommands,
  validate: {
    takes: ['dataset', 'mapping'],
    argument: 'file',
    run: (options, path) => validateCommand(path, datasetOption(options), options.mapping),
  },
  ...syncCommands,
  ...heldCommands,
  ...identityCommands,
  ...replayCommands,
  ...personCommands,
  ...limitCommands,
  ...folderCommands,
  ...doctorCommands,
  ...apiKeyCommands,
  ...pgpKeyCommands,
  ...webhookCommands,
  audit: { takes: ['integration'], run: async ({ integration }) => auditCommand(await api(), integration) },
}
