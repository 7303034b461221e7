import { Stack, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import * as v from 'valibot'

/** Accepts findings of the rule pack on one construct and what is inside it: rule to reason. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void =>
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })))

const onlyPeopleTake = 'It holds what has failed: nothing takes from it but people.'
/** Of a queue of dead letters. */
export const keepsWhatFailed = { 'AwsSolutions-SQS3': onlyPeopleTake, 'Serverless-SQSRedrivePolicy': onlyPeopleTake }

/** Accepts that policies of the stack name this resource with a wildcard in it. */
export const acknowledgeWildcard = (scope: IConstruct, resource: string, reason: string): void => {
  const stack = Stack.of(scope)
  acknowledge(stack, { [`AwsSolutions-IAM5[Resource::${spellOut(stack.resolve(resource))}]`]: reason })
}

const Part = v.union([
  v.string(),
  v.pipe(
    v.object({ Ref: v.string() }),
    v.transform(({ Ref }) => `<${Ref}>`),
  ),
  v.pipe(
    v.object({ 'Fn::GetAtt': v.array(v.string()) }),
    v.transform((get) => `<${get['Fn::GetAtt'].join('.')}>`),
  ),
])
const Joined = v.object({ 'Fn::Join': v.tuple([v.literal(''), v.array(Part)]) })

/** The rule pack's spelling of a resource: intrinsic functions become `<Name.Attribute>`. */
const spellOut = (resource: unknown): string => v.parse(Joined, resource)['Fn::Join'][1].join('')
