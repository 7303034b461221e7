import { CustomResource, Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'
import type { DataKey } from './data-key.ts'
import { removal } from './removal.ts'
import { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'

type PgpKeysProps = { readonly settings: Settings; readonly key: DataKey }

/** The keys that customers encrypt files for: a secret that is filled once, at the first deployment, and read whenever a file needs it. */
export class PgpKeys extends Construct {
  readonly #secret: CfnSecret

  constructor(scope: Construct, id: string, { settings, key }: PgpKeysProps) {
    super(scope, id)
    // Without a value in the template, so that no update of the stack can overwrite the keys.
    this.#secret = new CfnSecret(this, 'Secret', { description: 'Rosterport: PGP keys that files are encrypted for' })
    this.#secret.applyRemovalPolicy(removal(settings))
    acknowledge(this.#secret, {
      'AwsSolutions-SMG4': 'Customers have to take the new key before the old one goes: the operator rotates it.',
    })
    const keeper = new ServiceFunction(this, 'Keeper', {
      name: 'pgp-keys',
      settings,
      key,
      timeout: Duration.minutes(1),
      memorySize: 1024,
      access: [this.#access('GetSecretValue', 'PutSecretValue')],
    })
    new CustomResource(this, 'Keys', {
      resourceType: 'Custom::PgpKeys',
      serviceToken: keeper.function.functionArn,
      // An answer that is lost would hold up the deployment for an hour.
      serviceTimeout: Duration.minutes(2),
    })
  }

  get secretId(): string {
    return this.#secret.ref
  }

  read(): Access {
    return this.#access('GetSecretValue')
  }

  #access(...actions: readonly ('GetSecretValue' | 'PutSecretValue')[]): Access {
    return {
      statements: [
        new PolicyStatement({
          actions: actions.map((action) => `secretsmanager:${action}`),
          resources: [this.#secret.ref],
        }),
      ],
      environment: { PGP_SECRET_ID: this.#secret.ref },
    }
  }
}
