import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const buckets = resourcesOf(template, 'AWS::S3::Bucket')
const dataBuckets = ['BucketsLanding', 'BucketsArchive']

describe.each(buckets.map(({ id }) => id))('the bucket %s', (id) => {
  const { Properties: bucket, DeletionPolicy } = resourceOf(template, 'AWS::S3::Bucket', id)

  it('is closed to the public and owns every object in it', () => {
    expect(bucket.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    expect(bucket.OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] })
  })

  it('refuses connections without TLS and with old TLS', () => {
    const { Properties } = resourceOf(template, 'AWS::S3::BucketPolicy', `${id}Policy`)
    expect(Properties.PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Deny',
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
        expect.objectContaining({
          Effect: 'Deny',
          Action: 's3:*',
          Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
        }),
      ]),
    })
  })

  it('survives the stack', () => {
    expect(DeletionPolicy).toBe('Retain')
  })
})

describe.each(dataBuckets)('the data bucket %s', (id) => {
  const { Properties: bucket } = resourceOf(template, 'AWS::S3::Bucket', id)

  it('keeps every version', () => {
    expect(bucket.VersioningConfiguration).toEqual({ Status: 'Enabled' })
  })

  it('is encrypted with the deployment’s own key', () => {
    expect(bucket.BucketEncryption).toMatchObject({
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
      ],
    })
    expect(JSON.stringify(bucket.BucketEncryption)).toContain('DataKey')
  })

  it('drops the parts of uploads that were given up after a day', () => {
    expect(bucket.LifecycleConfiguration).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }),
      ]),
    })
  })

  it('writes down who reads and writes it', () => {
    const { DestinationBucketName } = Object(bucket.LoggingConfiguration)
    expect(spell(DestinationBucketName)).toBe('<BucketsAccessLogs>')
  })
})

describe('the landing bucket', () => {
  const landing = resourceOf(template, 'AWS::S3::Bucket', 'BucketsLanding')

  it('forgets replaced versions, but not before the dead letters that name them', () => {
    expect(landing.Properties.LifecycleConfiguration).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
          ExpiredObjectDeleteMarker: true,
        }),
      ]),
    })
  })

  it('reports every new object to the landing queue, however it came to be', () => {
    const { QueueConfigurations } = Object(landing.Properties.NotificationConfiguration)
    expect(QueueConfigurations).toHaveLength(1)
    expect(QueueConfigurations[0].Event).toBe('s3:ObjectCreated:*')
    expect(spell(QueueConfigurations[0].Queue)).toBe('<LandingQueue.Arn>')
  })

  it('is made after the policy that lets it report, because S3 tries the queue at once', () => {
    expect(landing.DependsOn.map((id) => id.slice(0, -8))).toContain('LandingQueuePolicy')
  })

  it('needs no custom resource', () => {
    expect(Object.keys(template.findResources('Custom::S3BucketNotifications'))).toEqual([])
  })
})

describe('the archive bucket', () => {
  it('expires nothing but samples and pieces of files by age: the present state may depend on the rest', () => {
    const { Properties } = resourceOf(template, 'AWS::S3::Bucket', 'BucketsArchive')
    const { Rules }: { Rules: readonly { Prefix?: string }[] } = Object(Properties.LifecycleConfiguration)
    const expiring = Rules.filter((rule) => /Expiration/.test(JSON.stringify(rule)))
    expect(expiring.map(({ Prefix }) => Prefix)).toEqual(['samples/', 'chunks/'])
  })
})

describe('the data key', () => {
  it('is renewed every year and survives the stack', () => {
    template.hasResource('AWS::KMS::Key', { Properties: { EnableKeyRotation: true }, DeletionPolicy: 'Retain' })
  })
})

describe.each(['TablesControl', 'TablesRecords'])('the table %s', (id) => {
  const { Properties: table, DeletionPolicy } = resourceOf(template, 'AWS::DynamoDB::Table', id)

  it('can be restored to any second and cannot be deleted by mistake', () => {
    expect(table).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    })
    expect(DeletionPolicy).toBe('Retain')
  })

  it('is encrypted with the deployment’s own key and paid by request', () => {
    expect(table.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' })
    expect(JSON.stringify(table.SSESpecification)).toContain('DataKey')
    expect(table.BillingMode).toBe('PAY_PER_REQUEST')
  })
})

describe('the hash secret', () => {
  it('is generated, long, and survives the stack', () => {
    template.hasResource('AWS::SecretsManager::Secret', {
      Properties: { GenerateSecretString: { PasswordLength: 64 } },
      DeletionPolicy: 'Retain',
    })
  })
})

describe('a stage that is made to be thrown away', () => {
  const throwaway = synthesize({ stage: 'test', removalPolicy: 'destroy' })

  it('takes its buckets, tables, secrets and key along', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::KMS::Key']) {
      throwaway.allResources(type, { DeletionPolicy: 'Delete' })
    }
    throwaway.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: Match.not(true) })
  })
})
