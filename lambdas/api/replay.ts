import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ReplayQuerySchema, ReplaySchema, RollbackSchema } from '#core/api/endpoints/replay.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import type { ReplayPorts } from '../replay/ports.ts'
import { type NoPreview, previewReplay } from '../replay/preview-replay.ts'
import { previewRollback } from '../replay/preview-rollback.ts'
import { replayFile } from '../replay/replay-file.ts'
import { type NoRollback, undoSync } from '../replay/undo-sync.ts'
import { issuesFor } from './issues-for.ts'
import { ofPath } from './of-integration.ts'
import { ofSync } from './of-sync.ts'

const inactive = 'The integration is inactive: nothing is applied until it is enabled.'

const noReplay: Readonly<Record<NoPreview, string>> = {
  'no-such-file': 'The integration has no file with this id.',
  'too-long-ago': 'A thousand files have come since this one. Download it and upload it again.',
  'not-kept':
    'The contents of this file are not kept: it was ignored or rejected, or is older than files are kept. Have it uploaded again.',
  'broke-off': 'The upload of this file broke off, so that only a part of it is there. Have it uploaded again.',
  'on-its-way': 'The file waits for its sync already.',
  unpacked: 'The file is an archive whose files count by themselves. Replay those that you mean.',
  unclaimed:
    'The name of the file did not say what it holds when it came. Have it uploaded again, under a name that does.',
  inactive,
  'no-mapping': 'There is no approved mapping for this file yet. Approve one: the files that wait are then applied.',
  off: 'Nothing of what this file holds may be stored: the scope has it turned off.',
  'too-large':
    'The file, or what it is compared with, is too large to be looked through while you wait: at most 20 MB and 200,000 records. Replay it without a preview; guards hold what would remove many.',
  part: 'The file is joined with others, so that alone it says nothing. Preview the main file of its set, or replay it.',
  'bad-cursor': 'The cursor is not one that this endpoint gave.',
}

const noRollback: Readonly<Record<NoRollback, string>> = {
  'first-load':
    'Before this sync there was nothing. Upload the right file, which replaces everything, or disable the integration.',
  'not-last':
    'It is not the last sync that changed these records, or it changed none: a later one would be undone with it. Replay the file that is right instead.',
  'not-remembered': 'What was before this sync is not remembered. Replay the file that is right instead.',
  'nothing-to-undo':
    'The sync carried out a change of scope, custom fields or time zone. Change these back: no rollback does.',
  'several-files':
    'The records come from several files that build on each other, so that taking one away would leave holes. Replay the file that is right, or upload it.',
  'not-kept': 'The file before it is not kept any more. Upload it again, or a corrected one.',
  'newer-waits': 'A newer file waits for its sync and replaces what this sync brought. Wait for it, then look again.',
  reconfigured:
    'The mapping or the employee filter was changed since, and a sync is about to apply that. Wait for it, then look again.',
  inactive,
  'under-way': 'A rollback is under way already. Wait for its sync.',
}

const refusal = (sentence: string) => refuse('PLATFORM.INPUT_INVALID', sentence)

const showReplay = (ports: ReplayPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { path, query, caller }) => {
    const input = parseInput(ReplayQuerySchema, query)
    if (input.kind === 'refused') return input
    const { cursor, difference } = input.value
    const preview = await previewReplay(ports, integration, { fileId: path.file_id ?? '', cursor, kind: difference })
    if ('why' in preview) return refusal(noReplay[preview.why])
    return success({ ...preview, issues: issuesFor(caller)(preview.issues) })
  })

const replay = (ports: ReplayPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { path, body }) => {
    const input = parseBody(ReplaySchema, body)
    if (input.kind === 'refused') return input
    const made = await replayFile(ports, integration, path.file_id ?? '')
    if (made.kind === 'refused') return refusal(noReplay[made.why])
    return success({ file_id: made.file.id, sync_id: made.syncId })
  })

const showRollback = (ports: ReplayPorts): GeneralEndpoint =>
  ofSync(ports, async (sync, _, integration) => {
    const preview = await previewRollback(ports, integration, sync)
    return preview.kind === 'refused' ? refusal(noRollback[preview.why]) : success(preview.shown)
  })

const unconfirmed = (removals: number) =>
  refusal(`By now ${removals} records would go. Look at them again, and confirm that number with "removals".`)

const rollBack = (ports: ReplayPorts): GeneralEndpoint =>
  ofSync(ports, async (sync, { body }, integration) => {
    const input = parseBody(RollbackSchema, body)
    if (input.kind === 'refused') return input
    const made = await undoSync(ports, integration, sync, input.value.removals)
    if (made.kind === 'refused') return refusal(noRollback[made.why])
    if (made.kind === 'unconfirmed') return unconfirmed(made.removals)
    return success({ sync_id: made.syncId, removals: made.removals })
  })

const files = '/manage/integrations/{integration_id}/files/{file_id}/replay'
const syncs = '/manage/integrations/{integration_id}/syncs/{sync_id}/rollback'

/** Files that are applied again, and syncs that are undone. */
export const replayEndpoints = (ports: ReplayPorts) => ({
  [`GET ${files}` as const]: showReplay(ports),
  [`POST ${files}` as const]: replay(ports),
  [`GET ${syncs}` as const]: showRollback(ports),
  [`POST ${syncs}` as const]: rollBack(ports),
})
