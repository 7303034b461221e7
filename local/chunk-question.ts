import * as v from 'valibot'

/** What a process that tells pieces of files is asked: where they lie, the secret under which ids are hashed, and the key of one. */
export const QuestionSchema = v.object({ root: v.string(), bucket: v.string(), secret: v.string(), key: v.string() })
export type Question = v.InferOutput<typeof QuestionSchema>

/** Whether the piece is still there, or what went wrong, as a log may say it. */
export const AnswerSchema = v.union([
  v.object({ isThere: v.boolean() }),
  v.object({ failed: v.object({ error: v.string(), stack: v.optional(v.string(), '') }) }),
])
export type Answer = v.InferInput<typeof AnswerSchema>
