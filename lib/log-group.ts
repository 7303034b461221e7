import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { DataKey } from './data-key.ts'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

/** A log group under the deployment's key that forgets after the configured time. */
export const createLogGroup = (
  scope: Construct,
  id: string,
  { settings, key }: { readonly settings: Settings; readonly key: DataKey },
): LogGroup =>
  new LogGroup(scope, id, {
    encryptionKey: key.key,
    // RetentionDays is an enum of numbers: any number that settings.ts let pass is one of them.
    retention: settings.logRetentionDays,
    removalPolicy: removal(settings),
  })
