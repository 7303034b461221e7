import { Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

type Service = 's3' | 'dynamodb'

/** The one customer key: buckets, tables and log groups are encrypted with it. */
export class DataKey extends Key {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Rosterport: files, records and logs',
      enableKeyRotation: true,
      removalPolicy: removal(settings),
    })
    const { region, account, partition } = Stack.of(this)
    this.addToResourcePolicy(
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
  }

  /** Lets a principal use the key through one service only, never directly. */
  through(service: Service, actions: readonly string[]): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.ALLOW,
      actions: [...actions],
      resources: [this.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(this).region}.amazonaws.com` } },
    })
  }
}
