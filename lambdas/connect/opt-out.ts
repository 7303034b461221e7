import { refuse } from '#core/api/answer.ts'
import { readModelsIn } from '#core/api/coverage.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { Link } from '#core/control/link.ts'
import { scopeOfIntegration } from '#core/control/scope-config.ts'
import { settingOf } from '#core/scope/scope.ts'
import type { ConnectPorts } from './ports.ts'

type Ports = Pick<ConnectPorts, 'control'>
type Wish = Pick<Link, 'integrationId' | 'scopeConfigId'>

/** The scope that connecting by a link leads to: the link's, else that of the integration which is connected again. */
const scopeOfLink = async ({ control }: Ports, link: Wish) => {
  const existing = await readIntegration(control, link.integrationId)
  const scopeConfigId = link.scopeConfigId ?? existing?.scopeConfigId ?? null
  return scopeOfIntegration(control, { scopeConfigId, optedOut: existing?.optedOut ?? [] })
}

/** What the page lets the customer choose from: everything that the vendor has not turned off. */
export const choicesOf = async (ports: Ports, link: Wish) => {
  const { config, scope } = await scopeOfLink(ports, link)
  const chosen = (point: string) => ({
    setting: settingOf(scope, point),
    required: config.required.includes(point),
    opted_out: settingOf(scope, point) === 'OPTIONAL' && scope.optedOut.includes(point),
  })
  return readModelsIn(scope)
    .filter(({ scope_config_setting }) => scope_config_setting !== 'DISABLED')
    .map(({ id, label, fields }) => ({
      id,
      label,
      ...chosen(id),
      fields: fields
        .filter(({ scope_config_setting }) => scope_config_setting !== 'DISABLED')
        .map((field) => ({ id: field.id, ...chosen(`${id}.${field.id}`) })),
    }))
}

/** Refuses to opt out of what the vendor needs. */
export const checkOptOut = async (ports: Ports, link: Wish, points: readonly string[]) => {
  const { scope } = await scopeOfLink(ports, link)
  const needed = points.filter((point) => settingOf(scope, point) !== 'OPTIONAL')
  const message = `Only optional data points can be left out; these cannot: ${needed.join(', ')}.`
  return needed.length === 0 ? undefined : refuse('PLATFORM.INPUT_INVALID', message)
}
