/** Where the dashboard shows an integration, or one of its syncs: what `log_url` gives to developers. */
export const dashboardUrl = (publicUrl: string, integrationId: string, syncId?: string): string => {
  const ofIntegration = `${publicUrl}/dashboard/integrations/${encodeURIComponent(integrationId)}`
  return syncId === undefined ? ofIntegration : `${ofIntegration}/syncs/${encodeURIComponent(syncId)}`
}
