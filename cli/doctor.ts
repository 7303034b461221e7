import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { newEd25519Pair } from '../local/sftp/ed25519.ts'
import { type ApiClient, CommandError } from './client.ts'
import { connect } from './connect.ts'
import { readEmployees } from './demo/people.ts'
import { settledSyncs } from './integration.ts'
import { approveCommand } from './mapping.ts'
import { upload } from './upload.ts'

/** Nobody: two people who are recognised as made up wherever they turn up. */
const canary = 'Employee ID,First Name,Last Name,Manager ID\r\ndoctor-1,Canary,One,\r\ndoctor-2,Canary,Two,doctor-1\r\n'
const canaryIds = ['doctor-1', 'doctor-2']

type Connection = Awaited<ReturnType<typeof connect>>
type Keys = ReturnType<typeof newEd25519Pair>

/** What to look at when a check fails. */
const advice = {
  key: 'Make another API key, and see that ROSTERPORT_URL is the ApiUrl of the deployment.',
  connection: 'The function `connect` makes links and SFTP users: look at its log, and at the rights of its role.',
  upload:
    'The SFTP server took no file: is it online, is its address reached from here, does it show the host keys of the connection sheet?',
  'first sync': 'The file did not get through `receive` and `sync`: look at their logs, and at the dead letters.',
  records: 'The mapping was approved, but the people did not come to the API: look at the log of `sync`.',
  'clean-up': 'Remove the integration "Rosterport doctor" by hand, and look at the logs of `api` and `connect`.',
} as const
type CheckName = keyof typeof advice
type Outcome = {
  readonly check: CheckName
  readonly ok: boolean
  readonly milliseconds: number
  readonly message?: string
}

const createLink = async (api: ApiClient): Promise<string> => {
  const body = {
    end_user_email: 'doctor@example.com',
    end_user_organization_name: 'Rosterport doctor',
    end_user_origin_id: 'rosterport-doctor',
    integration_tool: 'sftp',
    integration_category: 'HRIS',
  }
  return (await api('POST', '/v1/connect/create-link', v.object({ link: v.string() }), { body })).link
}

const put = (connection: Connection, keys: Keys): Promise<void> => {
  const { host, port, username, host_keys: hostKeys } = connection
  return upload({ host, port, username, privateKey: keys.private, hostKeys }, { 'employees.csv': canary }, () => {})
}

const loginEverySeconds = 5

/** A new user is known at the server after a moment. */
const putPatiently = async (connection: Connection, keys: Keys, waitSeconds: number): Promise<void> => {
  const giveUpAt = Date.now() + waitSeconds * 1000
  for (;;) {
    try {
      return await put(connection, keys)
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
      await delay(loginEverySeconds * 1000)
    }
  }
}

const applied = async (api: ApiClient, integrationId: string, waitSeconds: number): Promise<void> => {
  await approveCommand(api, integrationId, 'employees')
  await settledSyncs(api, integrationId, waitSeconds)
  const found = (await readEmployees(api, integrationId)).map(({ remote_id }) => remote_id)
  if (found.join() !== canaryIds.join())
    throw new CommandError(`The API answers ${found.length} people in place of ${canaryIds.length}.`)
}

const takenAway = async (api: ApiClient, connection: Connection, keys: Keys): Promise<void> => {
  const id = connection.integration_id
  await api('DELETE', `/v1/integrations/${encodeURIComponent(id)}`, v.unknown(), { body: {} })
  const isServed = await readEmployees(api, id).then(
    () => true,
    () => false,
  )
  if (isServed) throw new CommandError('The integration was deleted, but the API still serves its people.')
  const logsIn = await put(connection, keys).then(
    () => true,
    () => false,
  )
  if (logsIn) throw new CommandError('The integration was deleted, but its SFTP user still logs in.')
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Notes how a check went; one that fails throws as well. */
const noting =
  (outcomes: Outcome[]) =>
  async <Result>(check: CheckName, run: () => Promise<Result>): Promise<Result> => {
    const begunAt = performance.now()
    const note = (how: Pick<Outcome, 'ok' | 'message'>): void => {
      outcomes.push({ check, milliseconds: Math.round(performance.now() - begunAt), ...how })
    }
    try {
      const result = await run()
      note({ ok: true })
      return result
    } catch (error) {
      note({ ok: false, message: wordsOf(error) })
      throw error
    }
  }

const lineOf = ({ check, ok, milliseconds, message }: Outcome): string =>
  ok ? `ok      ${check} (${milliseconds} ms)` : `FAILED  ${check}: ${message}\n        ${advice[check]}`

/** `doctor`: a made-up company goes from a link by SFTP to the API and away again. What failed says where to look. */
export const doctorCommand = async (api: ApiClient, waitSeconds: number) => {
  const outcomes: Outcome[] = []
  const check = noting(outcomes)
  const keys = newEd25519Pair()
  let connection: Connection | undefined
  const examine = async (): Promise<void> => {
    await check('key', () => api('GET', '/v1/check-api-key', v.unknown()))
    const made = await check('connection', async () => connect(await createLink(api), keys.public))
    connection = made
    await check('upload', () => putPatiently(made, keys, waitSeconds))
    await check('first sync', () => settledSyncs(api, made.integration_id, waitSeconds))
    await check('records', () => applied(api, made.integration_id, waitSeconds))
  }
  const cleanUp = async (): Promise<void> => {
    const made = connection
    if (made) await check('clean-up', () => takenAway(api, made, keys))
  }
  // What failed is noted, and whatever was made goes away all the same.
  await examine().catch(() => undefined)
  await cleanUp().catch(() => undefined)
  if (outcomes.some(({ ok }) => !ok)) throw new CommandError(outcomes.map(lineOf).join('\n'))
  return { healthy: true, checks: outcomes.map(({ check: name, milliseconds }) => ({ check: name, milliseconds })) }
}
