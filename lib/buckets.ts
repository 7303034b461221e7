import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { chunkFolder, sampleFolder } from '#core/files/archive-keys.ts'
import type { Access } from './access.ts'
import { acknowledgeWildcard } from './acknowledge.ts'
import type { DataKey } from './data-key.ts'
import { ifScanned } from './malware-scan.ts'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'
import type { WorkQueue } from './work-queue.ts'

type BucketsProps = {
  readonly settings: Settings
  readonly key: DataKey
  /** Hears of every object that appears in the landing bucket. */
  readonly landingQueue: WorkQueue
}

/** What S3 needs of the key to read, and to write in one or several parts. */
const keyForReading = ['kms:Decrypt']
const keyForWriting = ['kms:Decrypt', 'kms:GenerateDataKey']

/** Where the archive keeps what was uploaded. */
const samples = `${sampleFolder}*`
/** What customers find in their folders; whatever is named so is never received. */
const results = '*.result.csv'

/** Uploads that were given up would be stored, and paid for, for ever. */
const abortUploads: LifecycleRule = { id: 'abort-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) }

/** What customers only showed. The bucket keeps versions: the one that expires is gone a day later. */
const expireSamples: LifecycleRule = {
  id: 'expire-samples',
  prefix: sampleFolder,
  expiration: Duration.days(1),
  noncurrentVersionExpiration: Duration.days(1),
}

/** Pieces of large files whose sync died before it could take them away. */
const expireChunks: LifecycleRule = {
  id: 'expire-chunks',
  prefix: chunkFolder,
  expiration: Duration.days(2),
  noncurrentVersionExpiration: Duration.days(1),
}

/** Browsers put files at signed addresses, which are secret: from which page they come, says nothing more. */
const uploadsFromPages: CorsRule = {
  allowedMethods: [HttpMethods.PUT],
  allowedOrigins: ['*'],
  allowedHeaders: ['content-type'],
  maxAge: 3600,
}

/** A dead letter can be replayed for 14 days: the version it names must still be there. */
const expireReplaced: LifecycleRule = {
  id: 'expire-replaced',
  noncurrentVersionExpiration: Duration.days(30),
  expiredObjectDeleteMarker: true,
}

/** `landing` is what SFTP users see; `archive` holds accepted files, manifests and reports, and no SFTP user reaches it. */
export class Buckets extends Construct {
  readonly landing: Bucket
  readonly #archive: Bucket
  readonly #key: DataKey
  readonly #settings: Settings

  constructor(scope: Construct, id: string, props: BucketsProps) {
    super(scope, id)
    this.#key = props.key
    this.#settings = props.settings
    const secure = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: removal(props.settings),
    }
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...secure,
      // S3 delivers its access logs only to buckets under its own key.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ id: 'expire', expiration: Duration.days(props.settings.logRetentionDays) }],
    })
    const data = {
      ...secure,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key.key,
      bucketKeyEnabled: true,
      cors: [uploadsFromPages],
    }
    this.landing = new Bucket(this, 'Landing', { ...data, lifecycleRules: [abortUploads, expireReplaced] })
    this.#archive = new Bucket(this, 'Archive', {
      ...data,
      lifecycleRules: [abortUploads, expireSamples, expireChunks],
    })
    logAccess(this.landing, accessLogs, 'landing/')
    logAccess(this.#archive, accessLogs, 'archive/')
    announceObjects(this.landing, props)
    const archived = [samples].map((objects) => this.#archive.arnForObjects(objects))
    const landed = [objectsOf(this.landing), this.landing.arnForObjects(results)]
    for (const objects of [...landed, objectsOf(this.#archive), ...archived]) {
      acknowledgeWildcard(this, objects, 'The names of files and manifests are only known when they come.')
    }
  }

  /** To copy the exact versions that S3's messages name. Without the right to list, a missing one would be "forbidden", not "not found". */
  takeFromLanding(): Access {
    return {
      statements: [
        ifScanned(this.#settings, allow(['s3:GetObject', 's3:GetObjectVersion'], objectsOf(this.landing))),
        allow(['s3:ListBucket'], this.landing.bucketArn),
        this.#key.through('s3', keyForReading),
      ],
      environment: {},
    }
  }

  /** To remove exact versions from landing. */
  cleanLanding(): Access {
    return {
      statements: [allow(['s3:DeleteObjectVersion'], objectsOf(this.landing))],
      environment: { LANDING_BUCKET: this.landing.bucketName },
    }
  }

  /** To store objects, and to look at the version that this made. */
  putToArchive(): Access {
    return {
      statements: [
        allow(['s3:PutObject', 's3:GetObjectVersion', 's3:AbortMultipartUpload'], objectsOf(this.#archive)),
        this.#key.through('s3', keyForWriting),
      ],
      environment: { ARCHIVE_BUCKET: this.#archive.bucketName },
    }
  }

  /** To sign addresses at which browsers put samples, or files as the SFTP user would. */
  signUploads(): Access {
    const put = ['s3:PutObject']
    return {
      statements: [
        allow(put, objectsOf(this.landing)),
        allow(put, this.#archive.arnForObjects(samples)),
        this.#key.through('s3', keyForWriting),
      ],
      environment: { ARCHIVE_BUCKET: this.#archive.bucketName, LANDING_BUCKET: this.landing.bucketName },
    }
  }

  /** Where signed addresses lead to. */
  tellUploadOrigins(): Access {
    const origins = [this.landing, this.#archive].map((bucket) => `https://${bucket.bucketRegionalDomainName}`)
    return { statements: [], environment: { UPLOAD_ORIGINS: origins.join(' ') } }
  }

  /**
   * To remove versions of objects from the archive, and to see which there are: of files that are kept no longer, and of everything else when a
   * person is erased or an integration is purged.
   */
  removeFromArchive(): Access {
    return {
      statements: [
        allow(['s3:DeleteObjectVersion'], objectsOf(this.#archive)),
        allow(['s3:ListBucketVersions'], this.#archive.bucketArn),
      ],
      environment: { ARCHIVE_BUCKET: this.#archive.bucketName },
    }
  }

  /** To put back what became of a file, beside it, and to look at the version that this made. */
  putResults(): Access {
    return {
      statements: [
        allow(['s3:PutObject', 's3:GetObjectVersion'], this.landing.arnForObjects(results)),
        this.#key.through('s3', keyForWriting),
      ],
      environment: { LANDING_BUCKET: this.landing.bucketName },
    }
  }

  readArchive(): Access {
    const { bucketArn, bucketName } = this.#archive
    return {
      statements: [
        allow(['s3:GetObject', 's3:GetObjectVersion'], objectsOf(this.#archive)),
        allow(['s3:ListBucket'], bucketArn),
        this.#key.through('s3', keyForReading),
      ],
      environment: { ARCHIVE_BUCKET: bucketName },
    }
  }
}

/** Every object of a bucket, as a resource of a policy. */
export const objectsOf = (bucket: Bucket): string => bucket.arnForObjects('*')

const allow = (actions: readonly string[], resource: string): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [resource] })

const resourceOf = (bucket: Bucket): CfnBucket => {
  const resource = bucket.node.defaultChild
  if (CfnBucket.isCfnBucket(resource)) return resource
  throw new Error(`${bucket.node.path} is not a bucket of this stack.`)
}

/**
 * Who read which file. Set on the resource, because the L2 property does not accept a Bucket under
 * `exactOptionalPropertyTypes`.
 */
const logAccess = (bucket: Bucket, logs: Bucket, prefix: string): void => {
  resourceOf(bucket).loggingConfiguration = { destinationBucketName: logs.bucketName, logFilePrefix: prefix }
  logs.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [`${logs.bucketArn}/${prefix}*`],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Stack.of(bucket).account },
        ArnLike: { 'aws:SourceArn': bucket.bucketArn },
      },
    }),
  )
}

/**
 * The bucket's notification is set on the resource itself: the L2 method would add a custom resource with a Python
 * function and a broad role. S3 tries the queue when the bucket is made, so the queue's policy must be there first.
 */
const announceObjects = (bucket: Bucket, { landingQueue, settings }: BucketsProps): void => {
  const { queue } = landingQueue
  landingQueue.acceptFromS3()
  const resource = resourceOf(bucket)
  resource.notificationConfiguration = {
    queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
    // GuardDuty would turn it on by itself, and the next deployment off again.
    ...(settings.malwareProtection === 'on' ? { eventBridgeConfiguration: { eventBridgeEnabled: true } } : {}),
  }
  resource.node.addDependency(queue.node.findChild('Policy'))
}
