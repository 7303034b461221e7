import * as v from 'valibot'
import { type Refusal, refuse } from './answer.ts'

const sentence = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue) ?? 'the request'
  return issue.received === 'undefined' ? `${path} is required.` : `${path}: ${issue.message}.`
}

export type Parsed<Value> = { readonly kind: 'parsed'; readonly value: Value } | Refusal<'PLATFORM.INPUT_INVALID'>

/** Parses what a caller sent; what is wrong with it is said in one sentence per issue. */
export const parseInput = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Parsed<v.InferOutput<Schema>> => {
  const result = v.safeParse(schema, input)
  if (result.success) return { kind: 'parsed', value: result.output }
  return refuse('PLATFORM.INPUT_INVALID', [...new Set(result.issues.map(sentence))].join(' '))
}

const noObject = refuse('PLATFORM.INPUT_INVALID', 'The request body is not a JSON object. Send one such as {}.')

/** JSON text, or nothing, which stands for `{}`. */
const parseJson = (text: string): Parsed<unknown> => {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    // To a schema of optional entries a list is an empty object.
    return Array.isArray(value) ? noObject : { kind: 'parsed', value }
  } catch {
    return noObject
  }
}

/** Parses a request body. */
export const parseBody = <Schema extends v.GenericSchema>(
  schema: Schema,
  body: string | undefined,
): Parsed<v.InferOutput<Schema>> => {
  const json = parseJson(body?.trim() ?? '')
  return json.kind === 'parsed' ? parseInput(schema, json.value) : json
}
