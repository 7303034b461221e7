import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/**
 * Stands in for Transfer Family where `moto` does not go: it speaks the service's wire (JSON 1.1) as the documentation
 * describes it, refuses what AWS refuses, and can be told to fail.
 */

type Key = { SshPublicKeyId: string; SshPublicKeyBody: string; DateImported: number }
type User = { UserName: string; SshPublicKeys: Key[]; [setting: string]: unknown }
type Failure = { readonly status: number; readonly type: string; readonly [field: string]: unknown }
type Input = { ServerId: string; UserName: string; SshPublicKeyBody?: string; SshPublicKeyId?: string }

type SeenCall = { readonly action: string; readonly input: Readonly<Record<string, unknown>> }

const serverId = 's-01234567890abcdef'

class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.type)
    this.failure = failure
  }
}

const notFound = (resourceType: string): Refusal =>
  new Refusal({
    status: 400,
    type: 'ResourceNotFoundException',
    ResourceType: resourceType,
    Resource: '?',
    Message: '?',
  })
const exists = () => new Refusal({ status: 400, type: 'ResourceExistsException', ResourceType: 'User', Message: '?' })
const invalid = (message: string) => new Refusal({ status: 400, type: 'InvalidRequestException', Message: message })

const transferState = () => {
  const users = new Map<string, User>()
  let imported = 0

  const userOf = ({ UserName }: Input): User => {
    const user = users.get(UserName)
    if (user === undefined) throw notFound('User')
    return user
  }
  const keyOf = (body: string): Key => {
    if (!/^(ssh-|ecdsa-)\S+ \S+$/.test(body) || body.length > 2048) {
      throw invalid(`Unsupported or invalid SSH public key format: ${body}`)
    }
    imported += 1
    return { SshPublicKeyId: `key-${imported}`, SshPublicKeyBody: `${body} \n`, DateImported: 1 }
  }

  const actions: Readonly<Record<string, (input: Input) => object>> = {
    CreateUser: ({ SshPublicKeyBody, ServerId, ...settings }) => {
      if (users.has(settings.UserName)) throw exists()
      const keys = SshPublicKeyBody === undefined ? [] : [keyOf(SshPublicKeyBody)]
      users.set(settings.UserName, { ...settings, SshPublicKeys: keys })
      return { ServerId, UserName: settings.UserName }
    },
    DescribeUser: (input) => ({ ServerId: serverId, User: { Arn: 'arn:aws:transfer:::user', ...userOf(input) } }),
    UpdateUser: ({ ServerId, ...settings }) => {
      users.set(settings.UserName, { ...userOf({ ServerId, ...settings }), ...settings })
      return { ServerId, UserName: settings.UserName }
    },
    DeleteUser: (input) => {
      users.delete(userOf(input).UserName)
      return {}
    },
    ImportSshPublicKey: (input) => {
      const user = userOf(input)
      const key = keyOf(input.SshPublicKeyBody ?? '')
      if (user.SshPublicKeys.some((known) => known.SshPublicKeyBody === key.SshPublicKeyBody)) throw exists()
      user.SshPublicKeys.push(key)
      return { ...input, SshPublicKeyId: key.SshPublicKeyId }
    },
    DeleteSshPublicKey: (input) => {
      const user = userOf(input)
      const index = user.SshPublicKeys.findIndex((key) => key.SshPublicKeyId === input.SshPublicKeyId)
      if (index < 0) throw notFound('SshPublicKey')
      user.SshPublicKeys.splice(index, 1)
      return {}
    },
  }

  return (action: string, input: Input): object => {
    if (input.ServerId !== serverId) throw notFound('Server')
    const perform = actions[action]
    if (perform === undefined) throw invalid(`no action ${action}`)
    return perform(input)
  }
}

const bodyOf = async (request: IncomingMessage) => JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'))

export const startTransferWire = async () => {
  const perform = transferState()
  const failures: Failure[] = []
  const seen: SeenCall[] = []

  const answer = async (request: IncomingMessage): Promise<object> => {
    const action = String(request.headers['x-amz-target']).replace('TransferService.', '')
    const input = await bodyOf(request)
    seen.push({ action, input })
    const failure = failures.shift()
    if (failure !== undefined) throw new Refusal(failure)
    return perform(action, input)
  }

  const server = createServer((request, response) => {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    }
    answer(request).then(
      (output) => send(200, output),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        const { status, type, ...fields } = error.failure
        send(status, { __type: type, ...fields })
      },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  return {
    serverId,
    endpoint: `http://127.0.0.1:${address.port}`,
    seen,
    /** The next calls are answered with these, in turn. */
    failNext: (...next: readonly Failure[]) => failures.push(...next),
    close: () => new Promise((closed) => server.close(closed)),
  }
}
