import type * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { UploadSchema } from '#core/api/endpoints/flow-files.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { claimByWords } from '#core/control/file-words.ts'
import type { Integration } from '#core/control/integration.ts'
import { joinedAs } from '#core/control/joined-name.ts'
import { sampleKey } from '#core/files/archive-keys.ts'
import { fileNames } from '#core/files/file-name.ts'
import { newId } from '#core/ids/base58.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

type Wish = v.InferOutput<typeof UploadSchema>

const inactive = refuse(
  'FLOW.NOT_PERMITTED',
  'This connection is turned off: files are not taken. Ask the vendor to turn it on again.',
)

const unclaimed = refuse(
  'PLATFORM.INPUT_INVALID',
  `name: it does not say what the file holds. Say which dataset it is, or name it as one of ${Object.values(fileNames).join(', ')}.`,
)

/** The last part of a path, as browsers and mails name files. */
const baseName = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)

/** What the SFTP user would have called it: its own name where that says what it holds. */
const deliveredName = (integration: Integration, { name, dataset }: Wish): string | undefined => {
  const base = baseName(name)
  const claim = claimByWords(integration, base)
  if (claim.kind === 'export' && (dataset === undefined || claim.dataset === dataset)) return base
  if (dataset === undefined) return undefined
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(base)?.[0].toLowerCase() ?? '.csv'
  return fileNames[dataset].replace(/\.csv$/, extension)
}

/** An upload's id carries the name of its file, which says how to read it. */
export const uploadName = (uploadId: string): string =>
  Buffer.from(uploadId.slice(uploadId.indexOf('.') + 1), 'base64url').toString()
const uploadIdOf = (id: string, name: string): string => `${id}.${Buffer.from(name).toString('base64url')}`

const sample = async ({ sampleUploads, system }: ConnectPorts, { id }: Integration, wish: Wish) => {
  const name = baseName(wish.name)
  const uploadId = uploadIdOf(newId(system.random), name)
  const link = await sampleUploads.linkTo(sampleKey(id, uploadId), wish.size)
  return { kind: 'begun', uploadId, name, link } as const
}

/** The name of a file that a mapping joins with others, or waits for, is known as well. */
const joinedName = async ({ control }: ConnectPorts, integration: Integration, { name, dataset }: Wish) => {
  const base = baseName(name)
  return dataset === undefined && (await joinedAs(control, integration, base)) ? base : undefined
}

const deliver = async (ports: ConnectPorts, integration: Integration, wish: Wish) => {
  const { sftpUser, status } = integration
  if (status === 'INACTIVE') return inactive
  const name = deliveredName(integration, wish) ?? (await joinedName(ports, integration, wish))
  if (name === undefined) return unclaimed
  const link = await ports.landingUploads.linkTo(`${sftpUser}/${name}`, wish.size)
  return { kind: 'begun', uploadId: null, name, link } as const
}

/** Where the browser puts a file: beside the others as a sample, or where the SFTP user would have put it. */
export const startUpload = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    const input = parseBody(UploadSchema, body)
    if (input.kind === 'refused') return input
    const begin = input.value.purpose === 'sample' ? sample : deliver
    const begun = await begin(ports, integration, input.value)
    if (begun.kind === 'refused') return begun
    const { uploadId, name, link } = begun
    const { url, headers, expiresAt } = link
    return success({
      upload_id: uploadId,
      file_name: name,
      method: 'PUT',
      url,
      headers,
      expires_at: isoTime(expiresAt),
    })
  })
