/** First parts of the paths that the dashboard's host passes on as they are: the API, what documents name, and the documentation. */
export const passedOn = ['manage', 'v1', 'flow', 'assets', 'openapi.json', 'docs', 'healthz'] as const

/** The one document of the dashboard: it shows whatever its address says. */
export const dashboardDocument = '/dashboard'

/** Which path a request to the dashboard's host has at the API. The CloudFront function and the laptop's second front do the same. */
export const pathAtApi = (path: string): string => {
  const first = path.split('/')[1]
  return passedOn.some((each) => each === first) ? path : dashboardDocument
}

/** Where the issuer sends people back to, below the dashboard's address: both are registered with it. */
export const signInPaths = { signedIn: '/signed-in', signedOut: '/signed-out' } as const
