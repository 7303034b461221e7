import { Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type IKey, Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

type Service = 's3' | 'dynamodb'

/** The one customer key: buckets, tables and log groups are encrypted with it. One that is given must let CloudWatch Logs use it. */
export class DataKey extends Construct {
  readonly key: IKey

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id)
    this.key =
      settings.kmsKey === undefined ? makeKey(this, settings) : Key.fromKeyArn(this, 'Resource', settings.kmsKey)
  }

  /** Lets a principal use the key through one service only, never directly. */
  through(service: Service, actions: readonly string[]): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.ALLOW,
      actions: [...actions],
      resources: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(this).region}.amazonaws.com` } },
    })
  }
}

const makeKey = (scope: Construct, settings: Settings): Key => {
  const key = new Key(scope, 'Resource', {
    description: 'Rosterport: files, records and logs',
    enableKeyRotation: true,
    removalPolicy: removal(settings),
  })
  const { region, account, partition } = Stack.of(scope)
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      // As CloudWatch Logs documents it.
      actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
      },
    }),
  )
  return key
}
