/** Where the navigation leads, in its order. */
export const places = [
  { id: 'integrations', group: 'customers', to: '/integrations', isForAdmins: false },
  { id: 'health', group: 'environment', to: '/environment/health', isForAdmins: false },
  { id: 'customFields', group: 'environment', to: '/environment/custom-fields', isForAdmins: false },
  { id: 'scope', group: 'environment', to: '/environment/scope', isForAdmins: false },
  { id: 'webhooks', group: 'environment', to: '/environment/webhooks', isForAdmins: false },
  { id: 'apiKeys', group: 'environment', to: '/environment/api-keys', isForAdmins: true },
  { id: 'members', group: 'environment', to: '/environment/members', isForAdmins: true },
  { id: 'audit', group: 'environment', to: '/environment/audit', isForAdmins: true },
  { id: 'receipts', group: 'environment', to: '/environment/receipts', isForAdmins: true },
  { id: 'settings', group: 'environment', to: '/environment/settings', isForAdmins: false },
] as const

export type Place = (typeof places)[number]
