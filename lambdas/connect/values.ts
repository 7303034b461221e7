import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { ValuesSchema } from '#core/api/endpoints/flow-files.ts'
import { parseBody } from '#core/api/input.ts'
import { countValuesIn } from '../mapping/count-values.ts'
import { findFile } from './file-source.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

export const countValues = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    const input = parseBody(ValuesSchema, body)
    if (input.kind === 'refused') return input
    const file = await findFile(ports, integration, input.value, input.value.dataset)
    return file.kind === 'refused' ? file : countValuesIn(ports, integration.id, file, input.value)
  })
