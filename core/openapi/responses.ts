import * as v from 'valibot'
import type { Description } from '#core/api/description.ts'
import { type ErrorCode, flowErrors, generalErrors, hrisErrors } from '#core/api/errors.ts'
import { answerSchema, type JsonSchema } from './json-schema.ts'

type Family = 'general' | 'hris' | 'flow'

const families = { general: generalErrors, hris: hrisErrors, flow: flowErrors } as const

const componentOf = { general: 'Error', hris: 'HrisError', flow: 'FlowError' } as const satisfies Readonly<
  Record<Family, string>
>

const errorSchema = (family: Family): JsonSchema =>
  answerSchema(
    v.strictObject({
      status: v.literal('error'),
      error: v.strictObject({
        code: v.picklist(Object.keys(families[family])),
        title: v.string(),
        message: v.pipe(v.string(), v.description('What is wrong and what to do, for the developer who reads it.')),
        log_url: v.nullable(v.string()),
      }),
    }),
  )

/** The error envelopes: the codes of the unified API's lists are more than those of everything else. */
export const errorSchemas: Readonly<Record<string, JsonSchema>> = {
  Error: errorSchema('general'),
  HrisError: errorSchema('hris'),
  FlowError: errorSchema('flow'),
}

const ref = (component: string) => ({ $ref: `#/components/schemas/${component}` })

const json = (schema: object) => ({ 'application/json': { schema } })

/** What the gateway may answer beside the statuses of the codes: it knows no such route, or the request is too large. */
const gatewayStatuses = [404, 413, 415]

const codesByStatus = (family: Family): ReadonlyMap<number, readonly string[]> => {
  const byStatus = new Map<number, readonly string[]>(gatewayStatuses.map((status) => [status, []]))
  const traits: Readonly<Partial<Record<ErrorCode, { readonly status: number }>>> = families[family]
  for (const [code, { status }] of Object.entries(traits)) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  return byStatus
}

/** Every status at which an endpoint of the family may refuse. */
export const refusals = (family: Family): Readonly<Record<string, object>> =>
  Object.fromEntries(
    [...codesByStatus(family)].map(([status, codes]) => [
      String(status),
      { description: codes.join(', ') || 'An answer of the gateway', content: json(ref(componentOf[family])) },
    ]),
  )

const WarningsSchema = v.array(v.strictObject({ message: v.string() }))

const envelope = (data: v.GenericSchema, hasWarnings: boolean): v.GenericSchema => {
  const plain = { status: v.literal('success'), data }
  return hasWarnings ? v.strictObject({ ...plain, warnings: WarningsSchema }) : v.strictObject(plain)
}

const contentOf = (data: v.GenericSchema, { contentType, warnings }: Description) =>
  contentType
    ? { [contentType]: { schema: answerSchema(data) } }
    : json(answerSchema(envelope(data, warnings ?? false)))

/** A success: its data in the envelope. An endpoint that only ever refuses has none. */
export const success = (description: Description): Readonly<Record<string, object>> => {
  const { data } = description
  return data ? { 200: { description: 'Success', content: contentOf(data, description) } } : {}
}
