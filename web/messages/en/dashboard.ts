import { data } from './dashboard/data.ts'
import { environment } from './dashboard/environment.ts'
import { integration } from './dashboard/integration.ts'
import { integrations } from './dashboard/integrations.ts'
import { mapping } from './dashboard/mapping.ts'
import { parts } from './dashboard/parts.ts'
import { shell } from './dashboard/shell.ts'

/** The English texts of the dashboard: every other language has the same keys. */
export const dashboard = { shell, parts, integrations, integration, data, mapping, environment }
