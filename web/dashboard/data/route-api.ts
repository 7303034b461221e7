import { getRouteApi } from '@tanstack/react-router'

/** What the address of a list says, for what stands on its page, and that of an open record. */
export const listRoute = getRouteApi('/integrations/$integrationId/data/$list')
export const recordRoute = getRouteApi('/integrations/$integrationId/data/$list/$recordId')
