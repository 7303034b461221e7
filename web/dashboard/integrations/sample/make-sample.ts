import { sampleOriginId } from '#core/control/sample.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { failed } from '../../../api/failure.ts'
import { flowCaller } from '../../../api/flow.ts'
import { makePair } from '../../../keys/make-pair.ts'
import type { Call } from '../../call.ts'
import { basePath } from '../../page-settings.ts'
import { sampleFiles } from './company.ts'

const callFlow = flowCaller(`${basePath}/`)

const lookEveryMs = 500
/** A file takes seconds; after this somebody can approve by hand what has arrived by then. */
const giveUpAfterMs = 60_000

/** Nobody uploads by the sample's SFTP user: the private half of its key is forgotten at once. */
const newPublicKey = async (): Promise<string> => {
  const pair = await makePair('sample')
  if (!pair) throw failed({ code: 'UNKNOWN', message: 'This browser cannot make an SSH key.' })
  return pair.publicKey
}

const sendFile = async (session: string, name: string, content: string): Promise<void> => {
  const bytes = new TextEncoder().encode(content)
  const body = { name, size: bytes.length, purpose: 'delivery' }
  const { method, url, headers } = await callFlow('POST /flow/uploads', { session, body })
  const answer = await fetch(url, { method, headers, body: bytes }).catch(() => undefined)
  if (!answer?.ok) throw failed({ code: 'UNREACHABLE', message: 'The file could not be sent.' })
}

/** Connects as a customer does, and sends the files where an SFTP client would put them. Answers the integration's id. */
const connectSample = async (link: string): Promise<string> => {
  const token = new URL(link).searchParams.get('token') ?? ''
  const { session } = await callFlow('POST /flow/session', { body: { token } })
  const body = { public_keys: [await newPublicKey()] }
  const { integration_id } = await callFlow('POST /flow/connection', { session, body })
  for (const [name, content] of Object.entries(sampleFiles(Date.now()))) await sendFile(session, name, content)
  await callFlow('POST /flow/finish', { session, body: {} })
  return integration_id
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Approves the proposed mapping of each file as soon as it is there, those of the people first. */
const approveAll = async (call: Call, integrationId: string): Promise<void> => {
  const path = { integration_id: integrationId }
  const waiting = new Set<Dataset>(['employees', 'absences'])
  const giveUpAt = Date.now() + giveUpAfterMs
  while (waiting.size > 0 && Date.now() < giveUpAt) {
    const { mappings } = await call('GET /manage/integrations/{integration_id}', { path })
    for (const dataset of datasets.filter((each) => waiting.has(each) && (mappings[each]?.latest ?? 0) > 0)) {
      await call('POST /manage/integrations/{integration_id}/mappings/{dataset}/approve', {
        path: { ...path, dataset },
        body: {},
      })
      waiting.delete(dataset)
    }
    if (waiting.size > 0) await wait(lookEveryMs)
  }
}

type Wish = { readonly organization: string; readonly email: string }

/** A customer to look around with: a real integration, whose invented files go the way of real ones. Answers its id. */
export const makeSample = async (call: Call, { organization, email }: Wish): Promise<string> => {
  const { link } = await call('POST /v1/connect/create-link', {
    body: {
      end_user_organization_name: organization,
      end_user_email: email,
      end_user_origin_id: sampleOriginId,
      integration_tool: 'sftp',
    },
  })
  const integrationId = await connectSample(link)
  await approveAll(call, integrationId)
  return integrationId
}
