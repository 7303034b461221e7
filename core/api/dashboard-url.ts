/** Where the dashboard shows an integration, or one of its syncs: what `log_url` gives to developers. */
export const urlInDashboard = (dashboardUrl: string, integrationId: string, syncId?: string): string => {
  const ofIntegration = `${dashboardUrl}/integrations/${encodeURIComponent(integrationId)}`
  return syncId === undefined ? ofIntegration : `${ofIntegration}/syncs/${encodeURIComponent(syncId)}`
}
