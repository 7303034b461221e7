import { apiKeys } from './environment/api-keys.ts'
import { audit } from './environment/audit.ts'
import { customFields } from './environment/custom-fields.ts'
import { health } from './environment/health.ts'
import { members } from './environment/members.ts'
import { once } from './environment/once.ts'
import { receipts } from './environment/receipts.ts'
import { scope } from './environment/scope.ts'
import { settings } from './environment/settings.ts'
import { webhooks } from './environment/webhooks.ts'

export const environment = {
  title: 'Environment',
  once,
  customFields,
  scope,
  webhooks,
  apiKeys,
  members,
  audit,
  receipts,
  settings,
  health,
}
