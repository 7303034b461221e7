import * as v from 'valibot'
import { Fault } from '#core/fault.ts'

/** The variables a function is given (see core/deployment/environment.ts), parsed once at its start. */
export const parseEnvironment = <Schema extends v.GenericSchema>(
  schema: Schema,
  variables: Readonly<Record<string, string | undefined>>,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, variables)
  if (result.success) return result.output
  const names = result.issues.map((issue) => v.getDotPath(issue) ?? 'unknown')
  throw new Fault('ENVIRONMENT_INVALID', `missing or empty: ${names.join(', ')}`)
}
