import * as v from 'valibot'

const FailureSchema = v.object({
  /** An error code of the API, or `UNREACHABLE`. */
  code: v.string(),
  /** The server's own sentence, in English. */
  message: v.string(),
  /** Of the answer, where there was one. */
  status: v.exactOptional(v.number()),
})

/** Why the server did not do what it was asked for. */
export type Failure = Readonly<v.InferOutput<typeof FailureSchema>>

export const EnvelopeSchema = v.object({
  error: v.object({ code: v.string(), message: v.string() }),
})

/** An error to throw: queries tell failures by what is thrown. */
export const failed = (failure: Failure): Error => new Error(failure.message, { cause: failure })

export const failureOf = (error: Error): Failure => {
  const known = v.safeParse(FailureSchema, error.cause)
  return known.success ? known.output : { code: 'UNKNOWN', message: error.message }
}
