import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { JoinsSchema } from '#core/api/endpoints/flow-joins.ts'
import { parseBody } from '#core/api/input.ts'
import { lookAtJoins } from '../mapping/look-at-joins.ts'
import { findFile } from './file-source.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

export const showJoins = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    const input = parseBody(JoinsSchema, body)
    if (input.kind === 'refused') return input
    const { dataset } = input.value
    return lookAtJoins(ports, integration.id, input.value, () => findFile(ports, integration, input.value, dataset))
  })
