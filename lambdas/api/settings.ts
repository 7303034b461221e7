import { success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { type ChangeSettings, ChangeSettingsSchema } from '#core/api/endpoints/settings.ts'
import { parseBody } from '#core/api/input.ts'
import { updateDocument } from '#core/control/documents.ts'
import { type Environment, EnvironmentSchema, readEnvironment } from '#core/control/environment.ts'
import { environmentKey } from '#core/control/keys.ts'
import { queueUpkeepOfAll } from '#core/control/queue-upkeep.ts'
import type { ApiPorts } from './ports.ts'

const shown = ({ id, name, allowedOrigins, rawFileDays, pgp, branding }: Environment) => ({
  environment_id: id,
  name,
  allowed_origins: allowedOrigins,
  raw_file_retention_days: rawFileDays,
  pgp,
  branding: { logo_url: branding.logo, color: branding.color },
})

/** `null` is a value here, and takes one away; what is left out stays. */
const orBefore = <Value>(wish: Value | undefined, before: Value): Value => (wish === undefined ? before : wish)

const changed = (before: Environment, wish: ChangeSettings): Environment => ({
  ...before,
  name: orBefore(wish.name, before.name),
  allowedOrigins: [...new Set(orBefore(wish.allowed_origins, before.allowedOrigins))],
  rawFileDays: orBefore(wish.raw_file_retention_days, before.rawFileDays),
  pgp: orBefore(wish.pgp, before.pgp),
  branding: {
    logo: orBefore(wish.branding?.logo_url, before.branding.logo),
    color: orBefore(wish.branding?.color, before.branding.color),
  },
})

const show =
  (ports: ApiPorts): GeneralEndpoint =>
  async () =>
    success(shown(await readEnvironment(ports)))

/** What is now kept for too long goes at once. */
const change =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(ChangeSettingsSchema, body)
    if (input.kind === 'refused') return input
    const before = await readEnvironment(ports)
    const after = await updateDocument(ports.control, environmentKey, EnvironmentSchema, (each) =>
      changed(each, input.value),
    )
    const settled = after ?? before
    if (settled.rawFileDays !== before.rawFileDays) await queueUpkeepOfAll(ports, ports.system.clock())
    return success(shown(settled))
  }

export const settingsEndpoints = (ports: ApiPorts) => ({
  'GET /manage/settings': show(ports),
  'PATCH /manage/settings': change(ports),
})
