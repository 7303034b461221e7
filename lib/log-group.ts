import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

/** A log group under the deployment's key that forgets after the configured time. */
export const createLogGroup = (
  scope: Construct,
  id: string,
  { settings, key }: { readonly settings: Settings; readonly key: IKey },
): LogGroup =>
  new LogGroup(scope, id, {
    encryptionKey: key,
    // RetentionDays is an enum of numbers: any number that settings.ts let pass is one of them.
    retention: settings.logRetentionDays,
    removalPolicy: removal(settings),
  })
