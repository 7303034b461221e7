import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { UnderstandSchema } from '#core/api/endpoints/flow-files.ts'
import { parseBody } from '#core/api/input.ts'
import { understandFile } from '../mapping/understand-file.ts'
import { findFile } from './file-source.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

/** What a sync would make of a file before anybody has said how it is to be read. */
export const understand = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    const input = parseBody(UnderstandSchema, body)
    if (input.kind === 'refused') return input
    const file = await findFile(ports, integration, input.value, input.value.dataset)
    if (file.kind === 'refused') return file
    const { uploadId, fileId, name, dataset } = file
    const named = { upload_id: uploadId, file_id: fileId, file_name: name, dataset }
    return success({ ...named, ...(await understandFile(ports, file, input.value.dialect)) })
  })
