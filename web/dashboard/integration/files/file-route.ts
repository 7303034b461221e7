import { getRouteApi } from '@tanstack/react-router'

/** What the address of a file's page says, for what stands on it. */
export const fileRoute = getRouteApi('/integrations/$integrationId/files/$fileId')
