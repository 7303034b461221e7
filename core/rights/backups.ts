import type { Receipt } from '#core/control/receipt.ts'
import { pointInTimeDays } from '#core/deployment/tables.ts'

const dayMs = 24 * 60 * 60_000

/** Copies that AWS keeps of what has just been removed, and that nobody reads unless a table is restored. */
export const backupsAfter = (now: number): Receipt['backups'] => [
  { what: 'Point-in-time backups of both tables (on AWS)', until: now + pointInTimeDays * dayMs },
  { what: 'Files that arrived within the last ten minutes, in the landing bucket', until: now + 60 * 60_000 },
  { what: 'What was shown in the flow and had expired already (on AWS)', until: now + 2 * dayMs },
]
