import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { attemptReasons } from '#core/connect/attempt.ts'
import { type Attempt, readActivity } from '#core/control/activity.ts'
import { queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import { unfinishedSync } from '#core/control/queue-sync.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { ConnectPorts } from './ports.ts'
import { shownFile } from './shown-file.ts'
import { ofConnection } from './visitor.ts'

const shownFiles = 20

export const shownAttempt = ({ at, outcome, reason, client }: Attempt) => ({
  at: isoTime(at),
  outcome,
  reason,
  message: reason && attemptReasons[reason],
  client,
})

type Reader = Pick<ControlStore, 'query'>

const newestFiles = async (control: Reader, id: string) =>
  (await queryDocuments(control, { ...filePartition(id), descending: true, limit: shownFiles }, ExportFileSchema))
    .values

/** Only where there are more files than are shown, the first is looked for. */
const firstFileAt = async (control: Reader, id: string, files: Awaited<ReturnType<typeof newestFiles>>) => {
  if (files.length < shownFiles) return files.at(-1)?.receivedAt ?? null
  const { values } = await queryDocuments(control, { ...filePartition(id), limit: 1 }, ExportFileSchema)
  return values[0]?.receivedAt ?? null
}

/** What the page asks for again and again while it waits: a handful of reads. */
export const showActivity = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration) => {
    const { control } = ports
    const { id } = integration
    const [activity, { step }, files, unfinished] = await Promise.all([
      readActivity(control, id),
      setupOf(control, integration),
      newestFiles(control, id),
      unfinishedSync(control, id),
    ])
    return success({
      step,
      first_login_at: isoTimeIfAny(activity.firstLoginAt),
      last_login_at: isoTimeIfAny(activity.lastLoginAt),
      first_file_at: isoTimeIfAny(await firstFileAt(control, id, files)),
      attempts: activity.attempts.map(shownAttempt),
      files: files.map(shownFile),
      syncing: unfinished !== undefined,
    })
  })
