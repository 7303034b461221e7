import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

/** The secret under which record ids, links and API keys are hashed. Losing it makes all of them worthless. */
export class HashSecret extends Construct {
  readonly #secret: Secret

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id)
    this.#secret = new Secret(this, 'Secret', {
      description: 'Rosterport: the key of record ids, links and API keys',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removal(settings),
    })
    acknowledge(this.#secret, {
      'AwsSolutions-SMG4': 'Rotation would change the id of every record and void every API key and link.',
    })
  }

  read(): Access {
    const { secretArn } = this.#secret
    return {
      statements: [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] })],
      environment: { HASH_SECRET_ID: secretArn },
    }
  }
}
