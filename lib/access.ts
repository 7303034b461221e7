import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'

/**
 * A right and the variables that say where to use it, given together: a function cannot know of a resource
 * that it may not use, nor use one that it does not know of.
 */
export type Access = {
  readonly statements: readonly PolicyStatement[]
  readonly environment: Readonly<Record<string, string>>
}
