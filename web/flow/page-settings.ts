import * as v from 'valibot'
import { type PageSettings, PageSettingsSchema } from '#core/deployment/page-bundle.ts'

/** What the server wrote into the page. */
export const pageSettings: PageSettings = v.parse(
  PageSettingsSchema,
  JSON.parse(document.getElementById('settings')?.textContent ?? ''),
)
