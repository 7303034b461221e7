import { fileURLToPath } from 'node:url'
import type { Duration, Size } from 'aws-cdk-lib'
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { type ICommandHooks, LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Construct } from 'constructs'
import * as v from 'valibot'
import { type FunctionName, functionEnvironments } from '#core/deployment/environment.ts'
import { nodeOptions } from '#core/deployment/node-options.ts'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'
import type { DataKey } from './data-key.ts'
import { createLogGroup } from './log-group.ts'
import type { Settings } from './settings.ts'

type ServiceFunctionProps = {
  readonly name: FunctionName
  readonly settings: Settings
  readonly key: DataKey
  readonly timeout: Duration
  /** MB; the share of a CPU grows with it, a whole one at 1,769. */
  readonly memorySize: number
  /** Of the folder for temporary files. */
  readonly storage?: Size
  /** Everything the function may do and is told. */
  readonly access: readonly Access[]
  /** Files and folders that the handler finds beside itself, by path. */
  readonly files?: readonly string[]
}

const handlerOf = (name: string): string => fileURLToPath(new URL(`../lambdas/${name}/handler.ts`, import.meta.url))

/** Some packages are no modules and ask for Node's own parts by `require`, which modules do not have. */
const requireInModules =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** A function of core/deployment/environment.ts with its own role and log group. */
export class ServiceFunction extends Construct {
  readonly function: NodejsFunction
  readonly role: IRole

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id)
    const logGroup = createLogGroup(this, 'Logs', props)
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.allow(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    for (const { statements } of props.access) for (const statement of statements) this.allow(statement)
    this.function = new NodejsFunction(this, 'Function', {
      entry: handlerOf(props.name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize,
      ...(props.storage ? { ephemeralStorageSize: props.storage } : {}),
      timeout: props.timeout,
      role: this.role,
      environment: { ...environmentOf(props), ...nodeOptionsOf(props) },
      // Sets a variable that only old SDKs read.
      awsSdkConnectionReuse: false,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        // The runtime's own copy of the SDK changes without notice.
        bundleAwsSDK: true,
        minify: true,
        banner: requireInModules,
        logLevel: LogLevel.WARNING,
        commandHooks: copying(props.files ?? []),
      },
    })
    acknowledge(this.function, {
      'Serverless-LambdaDLQ':
        'Queues have dead letters, callers of the API are answered, a deployment fails, the schedule calls again; the log of the SFTP server has a destination.',
    })
    acknowledge(this.role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray and CloudWatch know no resources: whoever may send traces may send any, and whoever reads metrics may read all.',
    })
  }

  allow(statement: PolicyStatement): void {
    this.role.addToPrincipalPolicy(statement)
  }
}

const copying = (files: readonly string[]): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (_, outputDir) => files.map((file) => `cp -R "${file}" "${outputDir}"`),
})

/** Fails the synthesis when a variable that the function reads is missing, or one is given that it does not read. */
const environmentOf = ({ name, access }: ServiceFunctionProps): Record<string, string> => {
  const given: Record<string, string> = Object.assign({}, ...access.map(({ environment }) => environment))
  const result = v.safeParse(v.strictObject(functionEnvironments[name].entries), given)
  if (result.success) return given
  const problems = result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)
  throw new Error(`The environment of ${name} differs from core/deployment/environment.ts. ${problems.join('; ')}`)
}

const nodeOptionsOf = ({ name }: ServiceFunctionProps): Record<string, string> => {
  const options = nodeOptions[name]
  return options === undefined ? {} : { NODE_OPTIONS: options }
}
