import type { APIGatewayProxyResult } from 'aws-lambda'
import { readSettings } from '#core/control/environment.ts'
import { type DashboardSettings, pageBundle, type SignInSettings } from '#core/deployment/page-bundle.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { showDocument } from './document.ts'
import type { PagesPorts } from './ports.ts'

const signInSettings = async ({ signIn }: PagesPorts): Promise<SignInSettings> => {
  if (!signIn) return { kind: 'off' }
  const endpoints = await signIn.endpoints().catch(() => undefined)
  return endpoints ? { kind: 'on', clientId: signIn.clientId, ...endpoints } : { kind: 'unreachable' }
}

const pathOf = (url: string): string => new URL(url).pathname.replace(/\/$/, '')

/** The document that shows every address of the dashboard. In no frame: a click there may be worth a lot. */
export const showDashboard = (ports: PagesPorts) => async (): Promise<APIGatewayProxyResult> => {
  const { control, files, dashboardUrl, uploadOrigins } = ports
  const [{ name, branding }, signIn] = await Promise.all([readSettings(control), signInSettings(ports)])
  const settings: DashboardSettings = { name, branding, url: dashboardUrl, signIn }
  const tokens = signIn.kind === 'on' ? [new URL(signIn.tokenEndpoint).origin] : []
  // The bundle's addresses are relative to its document, and this document stands for addresses of any depth.
  const html = (files.get(pageBundle.dashboard) ?? '').replaceAll(
    `"./${pageBundle.assets}/`,
    `"${pathOf(dashboardUrl)}/${pageBundle.assets}/`,
  )
  return showDocument({
    html,
    settings,
    policy: (nonce) =>
      contentSecurityPolicy({
        nonce,
        frameAncestors: "'none'",
        logo: branding.logo,
        connects: [...tokens, ...uploadOrigins],
      }),
  })
}
