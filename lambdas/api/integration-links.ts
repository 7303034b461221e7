import { refuse, success } from '#core/api/answer.ts'
import { RelinkSchema, SetupLinkSchema } from '#core/api/connection-link.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { enabledSteps, type Integration, mappingApproverOf } from '#core/control/integration.ts'
import { newLink, refuseUnknownScope } from './new-link.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const about = ({ id, endUser, enableFiltering, enableFieldMapping }: Integration) => ({
  integrationId: id,
  endUser,
  enableFiltering,
  enableFieldMapping,
})

/** A link by which the customer connects the same integration again. Nothing changes before they do. */
const relink = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(RelinkSchema, body)
    if (input.kind === 'refused') return input
    const { language, scope_config_id: scopeConfigId, link_type: linkType } = input.value
    const unknown = await refuseUnknownScope(ports, scopeConfigId)
    if (unknown) return unknown
    const wish = { kind: 'relink', language, linkType, scopeConfigId, ...about(integration) } as const
    return success({ link: await newLink(ports, wish) })
  })

const noStep = refuse(
  'PLATFORM.INPUT_INVALID',
  'No setup step is enabled for this integration, so a setup link would lead nowhere. Enable field mapping or filtering, or leave the mapping to the customer, first.',
)

/** A link to the setup steps that are enabled. */
const setupLink = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(SetupLinkSchema, body)
    if (input.kind === 'refused') return input
    const isMappedByCustomer = mappingApproverOf(integration) === 'customer'
    if (enabledSteps(integration).length === 0 && !isMappedByCustomer) return noStep
    const { language, link_type: linkType } = input.value
    const wish = { kind: 'setup', language, linkType, scopeConfigId: null, ...about(integration) } as const
    return success({ link: await newLink(ports, wish) })
  })

export const integrationLinkEndpoints = (ports: ApiPorts) => ({
  'POST /v1/integrations/{integration_id}/relink': relink(ports),
  'POST /v1/integrations/{integration_id}/setup-link': setupLink(ports),
})
