import type { dashboard } from './en/dashboard.ts'
import type { en } from './en.ts'

/** What a language must have: the keys of the English texts. */
export type Texts = typeof en

/** What a language must have for the dashboard. */
export type DashboardTexts = { readonly dashboard: typeof dashboard }
