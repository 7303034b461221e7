import * as v from 'valibot'

/** Why the server did not do what it was asked for. */
export type Failure = {
  /** An error code of the API, or `UNREACHABLE`. */
  readonly code: string
  /** The server's own sentence, in English. */
  readonly message: string
}

const FailureSchema = v.object({ code: v.string(), message: v.string() })

export const EnvelopeSchema = v.object({
  error: v.object({ code: v.string(), message: v.string() }),
})

/** An error to throw: queries tell failures by what is thrown. */
export const failed = (failure: Failure): Error => new Error(failure.message, { cause: failure })

export const failureOf = (error: Error): Failure => {
  const known = v.safeParse(FailureSchema, error.cause)
  return known.success ? known.output : { code: 'UNKNOWN', message: error.message }
}
