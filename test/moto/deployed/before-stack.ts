import { createServer } from 'node:http'
import consumers from 'node:stream/consumers'
import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { CreateServerCommand, type CreateServerCommandInput } from '@aws-sdk/client-transfer'
import * as v from 'valibot'
import { HostKeysSchema } from '../../../core/deployment/host-keys.ts'
import { transferClient } from '../../../lambdas/adapters/clients.ts'
import { freshName, moto } from '../moto.ts'
import { startFunction } from './functions.ts'
import { resolve, type Values } from './resolve.ts'
import { ofType, type Resources } from './resources.ts'

const secrets = new SecretsManagerClient(moto)
const transfer = transferClient(moto)

type Made = ReadonlyMap<string, string>

/** Empty where functions fill them, else random, as the template says. */
export const makeSecrets = async (resources: Resources): Promise<Made> => {
  const made = new Map<string, string>()
  for (const [id, { Properties }] of ofType(resources, 'AWS::SecretsManager::Secret')) {
    const generated = Properties.GenerateSecretString === undefined ? {} : { SecretString: crypto.randomUUID() }
    const { ARN = '' } = await secrets.send(new CreateSecretCommand({ Name: freshName('secret'), ...generated }))
    made.set(id, ARN)
  }
  return made
}

const AnswerSchema = v.object({ Status: v.literal('SUCCESS'), Data: v.optional(v.record(v.string(), v.string()), {}) })

/** Waits where CloudFormation waits for the answer of a custom resource. */
const listenForAnswer = async () => {
  const answer = Promise.withResolvers<v.InferOutput<typeof AnswerSchema>>()
  const server = createServer(async (request, response) => {
    response.end()
    const parsed = v.safeParse(AnswerSchema, await consumers.json(request))
    if (parsed.success) answer.resolve(parsed.output)
    else answer.reject(new Error('The function of a custom resource answered with a failure.'))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, answer: answer.promise, close: () => server.close() }
}

const folders: Readonly<Record<string, string>> = { 'Custom::SftpHostKeys': 'host-keys', 'Custom::PgpKeys': 'pgp-keys' }

const TokenSchema = v.object({ ServiceToken: v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.literal('Arn')]) }) })
const VariablesSchema = v.object({ Environment: v.object({ Variables: v.record(v.string(), v.string()) }) })

const askFunction = async (
  resources: Resources,
  values: Values,
  id: string,
): Promise<Readonly<Record<string, string>>> => {
  const { Type, Properties } = resources[id] ?? { Type: '', Properties: {} }
  const [keeper] = v.parse(TokenSchema, Properties).ServiceToken['Fn::GetAtt']
  const { Environment } = v.parse(VariablesSchema, resolve(resources[keeper]?.Properties, values))
  const running = await startFunction(folders[Type] ?? '', Environment.Variables)
  const { url, answer, close } = await listenForAnswer()
  try {
    const request = { RequestType: 'Create', ResponseURL: url, StackId: 'stack', RequestId: '1', LogicalResourceId: id }
    await running.call(request)
    return (await answer).Data
  } finally {
    close()
    await running.stop()
  }
}

/** Calls the functions behind the custom resources, as CloudFormation does, and notes what they answer. */
export const askCustomResources = async (resources: Resources, values: Values): Promise<Made> => {
  const made = new Map<string, string>()
  for (const id of Object.keys(resources).filter((each) => resources[each]?.Type.startsWith('Custom::'))) {
    made.set(id, id)
    for (const [name, value] of Object.entries(await askFunction(resources, values, id)))
      made.set(`${id}.${name}`, value)
  }
  return made
}

/** moto takes the one host key of a server when it makes it, and knows no way to import another. */
export const makeServer = async (resources: Resources, values: Values): Promise<Made> => {
  const [found] = ofType(resources, 'AWS::Transfer::Server')
  const key = ofType(resources, 'AWS::Transfer::HostKey').find(
    ([, { Properties }]) => Properties.Description === 'Rosterport rsa',
  )
  if (found === undefined || key === undefined) throw new Error('The template has no SFTP server with a host key.')
  const [id, { Properties }] = found
  const body = String(resolve(key[1].Properties.HostKeyBody, values))
  const secretId = /resolve:secretsmanager:(.+):SecretString/.exec(body)?.[1]
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }))
  const { rsa } = v.parse(v.pipe(v.string(), v.parseJson(), HostKeysSchema), SecretString)
  const { Protocols, Domain, EndpointType, IdentityProviderType, SecurityPolicyName, ProtocolDetails } = Properties
  const server = { Protocols, Domain, EndpointType, IdentityProviderType, SecurityPolicyName, ProtocolDetails }
  const { ServerId = '' } = await transfer.send(
    new CreateServerCommand({ ...server, HostKey: rsa } as CreateServerCommandInput),
  )
  return new Map([
    [id, ServerId],
    [key[0], key[0]],
    [`${id}.ServerId`, ServerId],
    [`${id}.Arn`, `arn:aws:transfer:${moto.region}:123456789012:server/${ServerId}`],
  ])
}
