import type { Template } from 'aws-cdk-lib/assertions'
import * as v from 'valibot'
import { resourcesOf, spell } from './synthesize.ts'

const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.union([v.array(item), item]),
    v.transform((value) => [value].flat()),
  )

const Statement = v.object({
  Effect: v.picklist(['Allow', 'Deny']),
  Action: list(v.string()),
  Resource: list(v.unknown()),
  Condition: v.optional(v.record(v.string(), v.record(v.string(), v.unknown()))),
})

const Policy = v.object({
  PolicyDocument: v.object({ Statement: v.array(Statement) }),
  Roles: v.array(v.unknown()),
})

export type ReadableStatement = {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** `operator key = value`, one each */
  readonly conditions: readonly string[]
}

const conditionsOf = (condition: v.InferOutput<typeof Statement>['Condition']): string[] =>
  Object.entries(condition ?? {}).flatMap(([operator, tests]) =>
    Object.entries(tests).map(([key, value]) => `${operator} ${key} = ${spell(value)}`),
  )

/** What a role may do by the policies attached to it; the role is named by its id without the hash. */
export const statementsOf = (template: Template, role: string): readonly ReadableStatement[] =>
  resourcesOf(template, 'AWS::IAM::Policy')
    .map(({ Properties }) => v.parse(Policy, Properties))
    .filter(({ Roles }) => Roles.map(spell).includes(`<${role}>`))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map(({ Effect, Action, Resource, Condition }) => {
      if (Effect === 'Deny') throw new Error('A role is given rights, not refused them.')
      return {
        actions: Action.toSorted(),
        resources: Resource.map(spell).toSorted(),
        conditions: conditionsOf(Condition),
      }
    })

const ids: Readonly<Record<string, string>> = { 'host-keys': 'SftpHostKeysKeeper', 'pgp-keys': 'PgpKeeper' }

/** The id of a function's role. */
export const roleOf = (functionName: string): string => `${ids[functionName] ?? functionName}Role`
