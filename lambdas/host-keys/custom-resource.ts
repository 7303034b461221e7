import * as v from 'valibot'
import { errorFields } from '../runtime/error-fields.ts'

const Request = v.object({
  RequestType: v.picklist(['Create', 'Update', 'Delete']),
  ResponseURL: v.pipe(v.string(), v.url()),
  StackId: v.string(),
  RequestId: v.string(),
  LogicalResourceId: v.string(),
})

/** Answers the attributes that the template may read. */
type Provide = () => Promise<Readonly<Record<string, string>>>

type SendAnswer = (url: string, body: string) => Promise<void>

/** Answers every request of CloudFormation, which waits for it. A deletion needs no work: what was provided stays. */
export const customResource =
  (provide: Provide, send: SendAnswer) =>
  async (event: unknown): Promise<void> => {
    const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId } = v.parse(Request, event)
    const outcome = RequestType === 'Delete' ? { Status: 'SUCCESS' } : await outcomeOf(provide)
    // CloudFormation deletes a resource whose physical id changes: it is the same for ever.
    const answer = { ...outcome, StackId, RequestId, LogicalResourceId, PhysicalResourceId: LogicalResourceId }
    await send(ResponseURL, JSON.stringify(answer))
  }

const outcomeOf = async (provide: Provide) => {
  try {
    return { Status: 'SUCCESS', Data: await provide() }
  } catch (error) {
    return { Status: 'FAILED', Reason: JSON.stringify(errorFields(error)) }
  }
}

/** The URL is presigned without a content type: one that is sent would break the signature. */
export const putAnswer: SendAnswer = async (url, body) => {
  const response = await fetch(url, { method: 'PUT', body, headers: { 'content-type': '' } })
  if (!response.ok) throw new Error(`CloudFormation refused the answer with status ${response.status}.`)
}
