import type { DashboardTexts } from '../texts.ts'
import { data } from './dashboard/data.ts'
import { environment } from './dashboard/environment.ts'
import { integration } from './dashboard/integration.ts'
import { integrations } from './dashboard/integrations.ts'
import { mapping } from './dashboard/mapping.ts'
import { parts } from './dashboard/parts.ts'
import { shell } from './dashboard/shell.ts'

export const dashboard: DashboardTexts['dashboard'] = {
  shell,
  parts,
  integrations,
  integration,
  data,
  mapping,
  environment,
}
