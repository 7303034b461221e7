import * as v from 'valibot'
import { errorFields } from '../lambdas/runtime/error-fields.ts'
import { contentHash, keyedHash } from '../lambdas/runtime/system.ts'
import { tellStored } from '../lambdas/sync/chunks/work-chunk.ts'
import { diskFileStore } from './adapters/disk-file-store.ts'
import { type Answer, AnswerSchema, QuestionSchema } from './chunk-question.ts'

// A process that tells pieces of large files, one at a time. It ends with whoever started it.

const answer = async (message: unknown): Promise<Answer> => {
  try {
    const { root, bucket, secret, key } = v.parse(QuestionSchema, message)
    const ports = { archive: diskFileStore(root, bucket), keyedHash: keyedHash(secret), contentHash }
    return { isThere: await tellStored(ports, key) }
  } catch (error) {
    return v.parse(AnswerSchema, { failed: errorFields(error) })
  }
}

process.on('message', async (message) => {
  process.send?.(await answer(message))
})
process.on('disconnect', () => process.exit(0))
