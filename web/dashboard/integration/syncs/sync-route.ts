import { getRouteApi } from '@tanstack/react-router'

/** What the address of a sync's page says, for what stands on it. */
export const syncRoute = getRouteApi('/integrations/$integrationId/syncs/$syncId')
