import { sightingOf } from '#core/connect/transfer-log.ts'
import { noteSightings, type SightingPorts } from '#core/control/note-sightings.ts'
import type { Log } from '../runtime/log.ts'
import { readLines } from './read-lines.ts'

type Ports = SightingPorts & { readonly log: Log }

/**
 * The function behind the log of the SFTP server. A call that fails is repeated with the same lines: what is noted twice stands
 * once. A line that cannot be read is counted only, since it would fail every time.
 */
export const loginsHandler =
  (ports: Ports) =>
  async (event: unknown): Promise<void> => {
    const { lines, unreadable } = readLines(event)
    const sightings = lines.flatMap(({ at, line }) => sightingOf(line, at) ?? [])
    const noted = await noteSightings(ports, sightings)
    for (const { integrationId, attempt } of noted)
      ports.log('ATTEMPT_NOTED', { integrationId, outcome: attempt.outcome, reason: attempt.reason })
    ports.log('LOG_LINES_READ', { lines: lines.length, unreadable, noted: noted.length })
  }
