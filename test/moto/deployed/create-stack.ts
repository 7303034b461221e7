import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation'
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { s3Client } from '../../../lambdas/adapters/clients.ts'
import { freshName, moto } from '../moto.ts'
import { askCustomResources, makeSecrets, makeServer } from './before-stack.ts'
import { finishBucket, makersBeside } from './beside-stack.ts'
import { referencesIn, resolve } from './resolve.ts'
import { ofType, type Resources, type TemplateResource, templateResources } from './resources.ts'

const cloudFormation = new CloudFormationClient(moto)
const s3 = s3Client(moto)

/** What moto's CloudFormation cannot make is there before it, or is a name that leads nowhere. */
const elsewhere = [
  'AWS::SecretsManager::',
  'AWS::Transfer::',
  'Custom::',
  'AWS::CloudFront::',
  'AWS::CloudWatch::Alarm',
  'AWS::Cognito::',
  'AWS::WAFv2::',
]
const isElsewhere = (type: string): boolean => elsewhere.some((start) => type.startsWith(start)) || type in makersBeside

/** A stack's template is longer than what fits in a request. */
const storeTemplate = async (template: object): Promise<string> => {
  const Bucket = freshName('templates')
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: moto.region } }))
  await s3.send(new PutObjectCommand({ Bucket, Key: 'template.json', Body: JSON.stringify(template) }))
  return `https://s3.amazonaws.com/${Bucket}/template.json`
}

const placeholder = (reference: string): string =>
  `${reference.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')}.example.com`

export type Deployed = {
  readonly resources: Resources
  /** What each reference of the template means now. */
  readonly values: ReadonlyMap<string, string>
  /** Logical ids. */
  readonly made: ReadonlySet<string>
}

/** The template on the moto server: by its CloudFormation, and by the SDK where that passes over what moto has. */
export const deployToMoto = async (): Promise<Deployed> => {
  const resources = templateResources()
  const known = new Map([
    ['AWS::Region', moto.region],
    ['AWS::AccountId', '123456789012'],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ])
  for (const step of [makeSecrets, askCustomResources, makeServer])
    for (const [reference, value] of await step(resources, known)) known.set(reference, value)
  const made = new Set([...known.keys()].filter((id) => id in resources))
  for (const reference of referencesIn(resources)) {
    const type = resources[reference.split('.')[0] ?? '']?.Type
    if (type !== undefined && isElsewhere(type) && !known.has(reference)) known.set(reference, placeholder(reference))
  }
  const values = await createStack(resources, known, made)
  await makeRest(resources, values, made)
  return { resources, values, made }
}

const createStack = async (
  resources: Resources,
  known: ReadonlyMap<string, string>,
  made: Set<string>,
): Promise<ReadonlyMap<string, string>> => {
  const inStack = Object.entries(resources).filter(([, { Type }]) => !isElsewhere(Type))
  const ids = new Set(inStack.map(([id]) => id))
  const Resources = Object.fromEntries(
    inStack.map(([id, resource]) => {
      const DependsOn = resource.DependsOn.filter((each) => ids.has(each))
      return [id, { Type: resource.Type, DependsOn, Properties: resolve(forMoto(id, resource), known) }]
    }),
  )
  const outputs = [...new Set(referencesIn(resources))].filter(
    (reference) => (reference.split('.')[0] ?? '') in Resources,
  )
  const Outputs = Object.fromEntries(
    outputs.map((reference, index) => {
      const [id, attribute] = reference.split('.')
      return [`V${index}`, { Value: attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] } }]
    }),
  )
  const StackName = freshName('rosterport')
  await cloudFormation.send(
    new CreateStackCommand({ StackName, TemplateURL: await storeTemplate({ Resources, Outputs }) }),
  )
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName }))
  const told = new Map(Stacks[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue ?? '']))
  const { StackResourceSummaries = [] } = await cloudFormation.send(new ListStackResourcesCommand({ StackName }))
  const there = StackResourceSummaries.map(
    (each) => [each.LogicalResourceId ?? '', each.PhysicalResourceId ?? ''] as const,
  )
  for (const [id] of there) made.add(id)
  return new Map([...known, ...there, ...outputs.map((each, index) => [each, told.get(`V${index}`) ?? ''] as const)])
}

/**
 * FIFO queues get names, which moto does not give them. The code is run from its sources, by the test: moto would want Docker for it, also
 * where a queue hands over messages.
 */
const forMoto = (id: string, { Type, Properties }: TemplateResource) => {
  if (Type === 'AWS::Lambda::Function') return { ...Properties, Code: { ZipFile: 'export {}' } }
  if (Type === 'AWS::Lambda::EventSourceMapping') return { ...Properties, Enabled: false }
  return Properties.FifoQueue === true ? { ...Properties, QueueName: `${freshName(id)}.fifo` } : Properties
}

const makeRest = async (
  resources: Resources,
  values: ReadonlyMap<string, string>,
  made: Set<string>,
): Promise<void> => {
  for (const [id, { Properties }] of ofType(resources, 'AWS::S3::Bucket'))
    await finishBucket(values.get(id) ?? '', Object(resolve(Properties, values)))
  for (const [type, make] of Object.entries(makersBeside))
    for (const [id, { Properties }] of ofType(resources, type)) {
      await make(Object(resolve(Properties, values)))
      made.add(id)
    }
}
