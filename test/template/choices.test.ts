import { describe, expect, it } from 'vitest'
import { roleOf, statementsOf } from './statements.ts'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

describe('an SFTP server in a network of its own', () => {
  const template = synthesize({ sftpEndpoint: 'vpc', sftpClients: '203.0.113.0/24,198.51.100.7/32' })
  const server = resourceOf(template, 'AWS::Transfer::Server', 'SftpServer').Properties

  it('stands in two zones, each with an address that outlives the stack', () => {
    expect(server.EndpointType).toBe('VPC')
    const { SubnetIds, AddressAllocationIds, VpcId } = Object(server.EndpointDetails)
    expect(spell(VpcId)).toBe('<SftpNetworkVpc>')
    expect(SubnetIds.map(spell)).toEqual(['<SftpNetworkSubnet0>', '<SftpNetworkSubnet1>'])
    expect(AddressAllocationIds.map(spell)).toEqual([
      '<SftpNetworkAddress0.AllocationId>',
      '<SftpNetworkAddress1.AllocationId>',
    ])
    template.allResources('AWS::EC2::EIP', { DeletionPolicy: 'Retain' })
  })

  it('tells customers its addresses', () => {
    const { Variables } = Object(
      resourceOf(template, 'AWS::Lambda::Function', 'connectFunction').Properties.Environment,
    )
    expect(spell(Variables.SFTP_ADDRESSES)).toBe('<SftpNetworkAddress0>,<SftpNetworkAddress1>')
  })

  it('lets in whom the settings name, at the port of SFTP', () => {
    const door = resourceOf(template, 'AWS::EC2::SecurityGroup', 'SftpNetworkDoor').Properties
    expect(door.SecurityGroupIngress).toMatchObject([
      { CidrIp: '203.0.113.0/24', FromPort: 22, ToPort: 22, IpProtocol: 'tcp' },
      { CidrIp: '198.51.100.7/32', FromPort: 22, ToPort: 22, IpProtocol: 'tcp' },
    ])
  })

  it('keeps the addresses of an earlier deployment', () => {
    const kept = { sftpAllocationIds: 'eipalloc-0a,eipalloc-0b', sftpAddresses: '203.0.113.7,203.0.113.8' }
    const again = synthesize({ sftpEndpoint: 'vpc', ...kept })
    again.resourceCountIs('AWS::EC2::EIP', 0)
    const { EndpointDetails } = resourceOf(again, 'AWS::Transfer::Server', 'SftpServer').Properties
    expect(Object(EndpointDetails).AddressAllocationIds).toEqual(['eipalloc-0a', 'eipalloc-0b'])
  })
})

describe('a key of the vendor’s own', () => {
  const kmsKey = 'arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-0123456789ab'
  const template = synthesize({ kmsKey })

  it('encrypts files, records and logs in the place of one of the stack', () => {
    template.resourceCountIs('AWS::KMS::Key', 0)
    template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: kmsKey })
    template.allResourcesProperties('AWS::DynamoDB::Table', { SSESpecification: { KMSMasterKeyId: kmsKey } })
    const { BucketEncryption } = resourceOf(template, 'AWS::S3::Bucket', 'BucketsLanding').Properties
    expect(JSON.stringify(BucketEncryption)).toContain(kmsKey)
  })

  it('is what functions and SFTP users may use', () => {
    for (const role of [roleOf('sync'), 'SftpUserRole']) {
      const keys = statementsOf(template, role).filter(({ actions }) => actions.includes('kms:Decrypt'))
      expect(keys.map(({ resources }) => resources)).toEqual(keys.map(() => [kmsKey]))
    }
  })
})

describe('a scan for malware', () => {
  const template = synthesize({ malwareProtection: 'on' })

  it('writes on every file that lands what it found', () => {
    const plan = resourceOf(template, 'AWS::GuardDuty::MalwareProtectionPlan', 'MalwarePlan').Properties
    expect(spell(Object(plan.ProtectedResource).S3Bucket.BucketName)).toBe('<BucketsLanding>')
    expect(plan.Actions).toEqual({ Tagging: { Status: 'ENABLED' } })
    expect(spell(plan.Role)).toBe('<MalwareRole.Arn>')
  })

  it('comes before anybody reads the file: what is not clean is never taken', () => {
    const taken = statementsOf(template, roleOf('receive')).filter(({ resources }) =>
      resources.includes('<BucketsLanding.Arn>/*'),
    )
    expect(taken).toEqual([
      {
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: ['<BucketsLanding.Arn>/*'],
        conditions: ['StringEquals s3:ExistingObjectTag/GuardDutyMalwareScanStatus = NO_THREATS_FOUND'],
      },
    ])
  })

  it('may touch the landing bucket and GuardDuty’s own rule, and nothing else', () => {
    const resources = statementsOf(template, 'MalwareRole').flatMap((statement) => statement.resources)
    expect(new Set(resources)).toEqual(
      new Set([
        '<BucketsLanding.Arn>',
        '<BucketsLanding.Arn>/*',
        '<BucketsLanding.Arn>/malware-protection-resource-validation-object',
        '<DataKey.Arn>',
        'arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
      ]),
    )
    const { AssumeRolePolicyDocument } = resourceOf(template, 'AWS::IAM::Role', 'MalwareRole').Properties
    expect(Object(AssumeRolePolicyDocument).Statement[0].Principal).toEqual({
      Service: 'malware-protection-plan.guardduty.amazonaws.com',
    })
  })

  it('is not paid for unless it is asked for', () => {
    expect(resourcesOf(synthesize(), 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([])
  })
})

describe('an address for alarms', () => {
  const template = synthesize({ alarmEmail: 'ops@example.com' })

  it('is mailed every alarm, and its end, over TLS', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.com' })
    const [policy] = resourcesOf(template, 'AWS::SNS::TopicPolicy')
    expect(JSON.stringify(policy?.Properties)).toContain('aws:SecureTransport')
    const ringing = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties)
    expect(ringing.length).toBeGreaterThan(0)
    for (const { AlarmActions, OKActions } of ringing)
      expect([AlarmActions, OKActions].map((actions) => Object(actions).map(spell))).toEqual([
        ['<BellTopic>'],
        ['<BellTopic>'],
      ])
  })
})

describe('what an environment begins with', () => {
  it('is a command to run once', () => {
    const template = synthesize({ allowedOrigins: 'https://app.example.com', rawFileDays: '30' })
    expect(template.findOutputs('FirstSettings').FirstSettings?.Value).toContain(
      `-d '{"allowed_origins":["https://app.example.com"],"raw_file_retention_days":30}'`,
    )
  })
})

describe('two syntheses', () => {
  it('of the same settings give the same template, so that a diff shows only what was changed', () => {
    expect(synthesize().toJSON()).toEqual(synthesize().toJSON())
  })
})
