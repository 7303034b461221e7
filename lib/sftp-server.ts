import { ArnFormat, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { CfnServer } from 'aws-cdk-lib/aws-transfer'
import { Construct } from 'constructs'
import type { Access } from './access.ts'
import { acknowledgeWildcard } from './acknowledge.ts'
import { objectsOf } from './buckets.ts'
import type { DataKey } from './data-key.ts'
import { HostKeys } from './host-keys.ts'
import { createLogGroup } from './log-group.ts'
import { domainsOf, type Settings } from './settings.ts'
import { SftpNetwork } from './sftp-network.ts'

type SftpServerProps = {
  readonly settings: Settings
  readonly key: DataKey
  readonly landing: Bucket
}

/** The port of Transfer Family's public endpoint, which has no other, and the one that firewalls let out. */
const port = 22

/** One server for all customers. Its users are made by the connection flow, not here. */
export class SftpServer extends Construct {
  readonly serverId: string
  /** As customers know it. */
  readonly host: string
  /** As Transfer Family does. */
  readonly ownHost: string
  /** Where Transfer Family tells who logged in, who did not, and what became of uploads. */
  readonly logs: LogGroup
  readonly #landing: Bucket
  /** What customers are told beside host and port. */
  readonly #sheet: Readonly<Record<string, string>>
  readonly #userRole: Role

  constructor(scope: Construct, id: string, props: SftpServerProps) {
    super(scope, id)
    this.logs = createLogGroup(this, 'Logs', props)
    const { settings } = props
    const network = settings.sftpEndpoint === 'vpc' ? new SftpNetwork(this, 'Network', { settings, port }) : undefined
    const server = new CfnServer(this, 'Server', {
      protocols: ['SFTP'],
      domain: 'S3',
      ...(network ? { endpointType: 'VPC', endpointDetails: network.endpoint } : { endpointType: 'PUBLIC' }),
      identityProviderType: 'SERVICE_MANAGED',
      securityPolicyName: settings.sftpSecurityPolicy,
      // Clients that set times or modes after an upload would fail without it: S3 has neither.
      protocolDetails: { setStatOption: 'ENABLE_NO_OP' },
      s3StorageOptions: { directoryListingOptimization: 'ENABLED' },
      structuredLogDestinations: [this.logs.logGroupArn],
      createWithHostKey: false,
    })
    const hostKeys = new HostKeys(this, 'HostKeys', {
      settings,
      key: props.key,
      serverId: server.attrServerId,
    })
    const addresses = network?.addresses ?? settings.sftpAddresses ?? []
    this.#sheet = { SFTP_HOST_KEYS: hostKeys.publicKeys, SFTP_ADDRESSES: addresses.join(',') }
    this.serverId = server.attrServerId
    this.ownHost = `${this.serverId}.server.transfer.${Stack.of(this).region}.amazonaws.com`
    this.host = this.#named(server, settings)
    this.#landing = props.landing
    this.#userRole = this.#createUserRole(props)
    acknowledgeWildcard(
      this,
      this.#anyUser(),
      'Users of this one server; their names are only known when they are made.',
    )
  }

  /** The console shows the name that the tags tell. */
  #named(server: CfnServer, settings: Settings): string {
    const host = domainsOf(settings)?.sftp
    if (host === undefined) return this.ownHost
    server.tags.setTag('transfer:customHostname', host)
    const { hostedZoneId } = settings
    if (hostedZoneId === undefined) return host
    server.tags.setTag('transfer:route53HostedZoneId', `/hostedzone/${hostedZoneId}`)
    const target = { type: 'CNAME', ttl: '300', resourceRecords: [this.ownHost] }
    new CfnRecordSet(this, 'Name', { hostedZoneId, name: host, ...target })
    return host
  }

  /** To make SFTP users and change their keys. */
  manageUsers(): Access {
    const users = [
      'transfer:CreateUser',
      'transfer:DescribeUser',
      'transfer:UpdateUser',
      'transfer:ImportSshPublicKey',
      'transfer:DeleteSshPublicKey',
    ]
    const passRole = new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [this.#userRole.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'transfer.amazonaws.com' } },
    })
    return {
      statements: [this.#onUsers(users), passRole],
      environment: {
        SFTP_SERVER_ID: this.serverId,
        SFTP_HOST: this.host,
        SFTP_PORT: String(port),
        ...this.#sheet,
        SFTP_USER_ROLE_ARN: this.#userRole.roleArn,
        LANDING_BUCKET: this.#landing.bucketName,
      },
    }
  }

  /** To remove an integration's user with the integration. */
  removeUsers(): Access {
    return {
      statements: [this.#onUsers(['transfer:DeleteUser'])],
      environment: { SFTP_SERVER_ID: this.serverId },
    }
  }

  /** CreateUser is checked against the server, the rest against the user. */
  #onUsers(actions: readonly string[]): PolicyStatement {
    return new PolicyStatement({
      actions: [...actions],
      resources: [this.#arn('server', this.serverId), this.#anyUser()],
    })
  }

  #anyUser(): string {
    return this.#arn('user', `${this.serverId}/*`)
  }

  #arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({
      service: 'transfer',
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }

  /** The role behind every user; a policy given with each user narrows it to the user's own folder. */
  #createUserRole({ key, landing }: SftpServerProps): Role {
    const role = new Role(this, 'UserRole', {
      description: 'Rosterport: what an SFTP user may do at most',
      assumedBy: new ServicePrincipal('transfer.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnLike: { 'aws:SourceArn': this.#anyUser() },
        },
      }),
    })
    const objects = ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:DeleteObject', 's3:DeleteObjectVersion']
    role.addToPolicy(new PolicyStatement({ actions: objects, resources: [objectsOf(landing)] }))
    role.addToPolicy(
      new PolicyStatement({ actions: ['s3:ListBucket', 's3:GetBucketLocation'], resources: [landing.bucketArn] }),
    )
    // Without these an upload fails only when the client closes the file.
    role.addToPolicy(key.through('s3', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']))
    return role
  }
}
