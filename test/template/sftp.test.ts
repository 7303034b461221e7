import { describe, expect, it } from 'vitest'
import { statementsOf } from './statements.ts'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const server = resourceOf(template, 'AWS::Transfer::Server', 'SftpServer').Properties

describe('the SFTP server', () => {
  it('speaks SFTP only, in front of S3, at a public endpoint with users of its own', () => {
    expect(server).toMatchObject({
      Protocols: ['SFTP'],
      Domain: 'S3',
      EndpointType: 'PUBLIC',
      IdentityProviderType: 'SERVICE_MANAGED',
    })
    expect(Object.keys(template.findResources('AWS::Transfer::User'))).toEqual([])
  })

  it('offers the newest algorithms unless the deployment says otherwise', () => {
    expect(server.SecurityPolicyName).toBe('TransferSecurityPolicy-2025-03')
  })

  it('offers old algorithms where an HR system has no others', () => {
    const old = synthesize({ sftpSecurityPolicy: 'TransferSecurityPolicy-2020-06' })
    old.hasResourceProperties('AWS::Transfer::Server', { SecurityPolicyName: 'TransferSecurityPolicy-2020-06' })
  })

  it('lets clients set times and modes without an error', () => {
    expect(server.ProtocolDetails).toEqual({ SetStatOption: 'ENABLE_NO_OP' })
  })

  it('lists folders fast', () => {
    expect(server.S3StorageOptions).toEqual({ DirectoryListingOptimization: 'ENABLED' })
  })

  it('writes structured logs to an encrypted log group that forgets', () => {
    expect(server.StructuredLogDestinations).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^SftpLogs/), 'Arn'] }])
    const logs = resourceOf(template, 'AWS::Logs::LogGroup', 'SftpLogs').Properties
    expect(logs.RetentionInDays).toBe(90)
    expect(spell(logs.KmsKeyId)).toBe('<DataKey.Arn>')
  })
})

describe('the host keys', () => {
  const keys = resourcesOf(template, 'AWS::Transfer::HostKey')

  it('are ours, of two types from the first day, and not the ones a server makes for itself', () => {
    expect(server.CreateWithHostKey).toBe(false)
    expect(keys.map(({ Properties }) => spell(Properties.HostKeyBody)).toSorted()).toEqual([
      '{{resolve:secretsmanager:<SftpHostKeysSecret>:SecretString:ecdsa::}}',
      '{{resolve:secretsmanager:<SftpHostKeysSecret>:SecretString:rsa::}}',
    ])
    expect(keys.map(({ Properties }) => spell(Properties.ServerId))).toEqual(keys.map(() => '<SftpServer.ServerId>'))
  })

  it('are never taken from a living server, and their secret survives it', () => {
    expect(keys.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain'])
    expect(keys.map(({ UpdateReplacePolicy }) => UpdateReplacePolicy)).toEqual(['Retain', 'Retain'])
    expect(resourceOf(template, 'AWS::SecretsManager::Secret', 'SftpHostKeysSecret').DeletionPolicy).toBe('Retain')
  })

  it('have no value in the template, so that an update of the stack cannot change them', () => {
    const { Properties } = resourceOf(template, 'AWS::SecretsManager::Secret', 'SftpHostKeysSecret')
    expect(Object.keys(Properties)).toEqual(['Description'])
  })

  it('are imported after they are made', () => {
    const made = Object.keys(template.findResources('Custom::SftpHostKeys'))
    expect(made).toHaveLength(1)
    expect(keys.map(({ DependsOn }) => DependsOn)).toEqual([expect.arrayContaining(made), expect.arrayContaining(made)])
  })

  it('come from the secret of an earlier deployment where one is named', () => {
    const restored = synthesize({ hostKeySecret: 'kept-host-keys' })
    expect(
      resourcesOf(restored, 'AWS::Transfer::HostKey')
        .map(({ Properties }) => Properties.HostKeyBody)
        .toSorted(),
    ).toEqual([
      '{{resolve:secretsmanager:kept-host-keys:SecretString:ecdsa::}}',
      '{{resolve:secretsmanager:kept-host-keys:SecretString:rsa::}}',
    ])
    restored.resourceCountIs('Custom::SftpHostKeys', 0)
  })
})

describe('the role behind every SFTP user', () => {
  it('can be taken for users of this server in this account only', () => {
    const { Properties } = resourceOf(template, 'AWS::IAM::Role', 'SftpUserRole')
    const { Statement } = Object(Properties.AssumeRolePolicyDocument)
    expect(Statement).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'transfer.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnLike: expect.anything() },
      },
    ])
    expect(spell(Statement[0].Condition.ArnLike['aws:SourceArn'])).toBe(
      'arn:<AWS::Partition>:transfer:<AWS::Region>:<AWS::AccountId>:user/<SftpServer.ServerId>/*',
    )
  })

  it('reaches the landing bucket and its key, and nothing else', () => {
    expect(statementsOf(template, 'SftpUserRole')).toEqual([
      {
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
        resources: ['<BucketsLanding.Arn>/*'],
        conditions: [],
      },
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['<BucketsLanding.Arn>'], conditions: [] },
      {
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
        resources: ['<DataKey.Arn>'],
        conditions: ['StringEquals kms:ViaService = s3.<AWS::Region>.amazonaws.com'],
      },
    ])
  })
})
