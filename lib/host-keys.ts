import { CfnOutput, CustomResource, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { CfnHostKey } from 'aws-cdk-lib/aws-transfer'
import { Construct, type IConstruct } from 'constructs'
import { hostKeyTypes } from '#core/deployment/host-keys.ts'
import { acknowledge } from './acknowledge.ts'
import type { DataKey } from './data-key.ts'
import { removal } from './removal.ts'
import { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'

type HostKeysProps = { readonly settings: Settings; readonly key: DataKey; readonly serverId: string }

/** Where the private keys are, and what must have happened before they can be read. */
type KeySource = {
  readonly secretId: string
  readonly ready: IConstruct | undefined
  /** The public halves, a line each; empty where only the secret knows them. */
  readonly publicKeys: string
}

/**
 * The keys by which HR systems recognize the server. They never change, as some systems cannot be taught a new one:
 * a secret that outlasts server and stack holds them. Where no such secret is given, one is made and filled once.
 */
export class HostKeys extends Construct {
  readonly publicKeys: string

  constructor(scope: Construct, id: string, props: HostKeysProps) {
    super(scope, id)
    const source = this.#source(props)
    this.publicKeys = source.publicKeys
    for (const type of hostKeyTypes) {
      const hostKey = new CfnHostKey(this, type, {
        serverId: props.serverId,
        description: `Rosterport ${type}`,
        hostKeyBody: SecretValue.secretsManager(source.secretId, { jsonField: type }).unsafeUnwrap(),
        storageType: 'SERVICE_MANAGED',
      })
      // Never taken from a living server; a deleted server takes its keys along.
      hostKey.applyRemovalPolicy(RemovalPolicy.RETAIN)
      if (source.ready !== undefined) hostKey.node.addDependency(source.ready)
      new CfnOutput(Stack.of(this), `SftpHostKey${type.toUpperCase()}`, {
        value: hostKey.attrHostKeyFingerprint,
        description: 'Fingerprint for HR systems that ask whether to trust the server',
      })
    }
  }

  #source(props: HostKeysProps): KeySource {
    const given = props.settings.hostKeySecret
    return given === undefined ? this.#makeOnce(props) : { secretId: given, ready: undefined, publicKeys: '' }
  }

  #makeOnce({ settings, key }: HostKeysProps): KeySource {
    // Without a value in the template, so that no update of the stack can overwrite the keys.
    const secret = new CfnSecret(this, 'Secret', { description: 'Rosterport: private host keys of the SFTP server' })
    secret.applyRemovalPolicy(removal(settings))
    acknowledge(secret, { 'AwsSolutions-SMG4': 'HR systems would take a server with a new host key for an impostor.' })
    const keeper = new ServiceFunction(this, 'Keeper', {
      name: 'host-keys',
      settings,
      key,
      timeout: Duration.minutes(1),
      memorySize: 1024,
      access: [
        {
          statements: [
            new PolicyStatement({
              actions: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
              resources: [secret.ref],
            }),
          ],
          environment: { HOST_KEY_SECRET_ID: secret.ref },
        },
      ],
    })
    const keys = new CustomResource(this, 'Keys', {
      resourceType: 'Custom::SftpHostKeys',
      serviceToken: keeper.function.functionArn,
      // An answer that is lost would hold up the deployment for an hour.
      serviceTimeout: Duration.minutes(2),
      // Has it answer once more in stacks from before it told the public keys.
      properties: { Attributes: 'PublicKeys' },
    })
    return { secretId: secret.ref, ready: keys, publicKeys: keys.getAttString('PublicKeys') }
  }
}
