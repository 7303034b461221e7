import { freePort } from './free-port.ts'
import type { Settings } from './settings.ts'
import { startSignInServer } from './sign-in/sign-in-server.ts'

/** The settings of a start, with the addresses that are known only then. */
export type Place = Settings & {
  readonly dashboardPort: number
  readonly publicUrl: string
  readonly dashboardUrl: string
  readonly openId: NonNullable<Settings['openId']>
  close(): Promise<void>
}

const usual = { port: 3000, dashboard: 3001, signIn: 3002 } as const

const here = (port: number): string => `http://127.0.0.1:${port}`

/** Beside the usual port the others are the usual ones too, unless somebody listens there. */
const portBeside = (port: number, wish: number): Promise<number> => freePort(port === usual.port ? wish : 0)

const openIdOf = async (settings: Settings, port: number, dashboardPort: number) => {
  if (settings.openId) return { openId: settings.openId, close: async () => undefined }
  const { clientId, firstAdmin } = settings
  const server = await startSignInServer({
    port: await portBeside(port, usual.signIn),
    clientId,
    firstAdmin,
    dashboards: [here(dashboardPort), `http://localhost:${dashboardPort}`],
  })
  return { openId: { issuer: server.issuer, clientId, firstAdmin }, close: server.close }
}

/** Chooses the ports that nobody chose, and has people sign in on this machine where no issuer is set. */
export const openPlace = async (settings: Settings): Promise<Place> => {
  const port = settings.port === 0 ? await freePort() : settings.port
  const dashboardPort =
    settings.dashboardPort === undefined
      ? await portBeside(port, usual.dashboard)
      : settings.dashboardPort || (await freePort())
  const { openId, close } = await openIdOf(settings, port, dashboardPort)
  return { ...settings, port, dashboardPort, publicUrl: here(port), dashboardUrl: here(dashboardPort), openId, close }
}
