import { getRouteApi } from '@tanstack/react-router'

/** What the addresses of the editor and of the versions say, for what stands on their pages. */
export const editorRoute = getRouteApi('/integrations/$integrationId/mapping/$dataset')
export const versionsRoute = getRouteApi('/integrations/$integrationId/mapping/$dataset/versions')
