import { RemovalPolicy, SecretValue } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'

/** What CloudFront proves itself by. Nothing is kept under it: a stack that is made anew has another. */
export class OriginSecret extends Construct {
  readonly #secret: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.#secret = new Secret(this, 'Secret', {
      description: 'Rosterport: what CloudFront proves itself by to the API',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    })
    acknowledge(this.#secret, {
      'AwsSolutions-SMG4': 'The distributions and the firewall would have to change at the same moment.',
    })
  }

  /** For the configuration of CloudFront and WAF, which CloudFormation fills in: the template has only a reference. */
  get reference(): string {
    return SecretValue.secretsManager(this.#secret.secretArn).unsafeUnwrap()
  }

  read(): Access {
    const { secretArn } = this.#secret
    return {
      statements: [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] })],
      environment: { ORIGIN_SECRET_ID: secretArn },
    }
  }
}
