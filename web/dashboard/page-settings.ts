import * as v from 'valibot'
import { type DashboardSettings, DashboardSettingsSchema } from '#core/deployment/page-bundle.ts'

/** What the server wrote into the page. */
export const pageSettings: DashboardSettings = v.parse(
  DashboardSettingsSchema,
  JSON.parse(document.getElementById('settings')?.textContent ?? ''),
)

/** Where the dashboard begins in its host, for example `` or `/prod`. */
export const basePath = new URL(pageSettings.url).pathname.replace(/\/$/, '')
