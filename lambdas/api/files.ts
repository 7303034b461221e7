import { type Answer, success } from '#core/api/answer.ts'
import type { Caller, GeneralEndpoint } from '#core/api/endpoint.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import { fileById, noLongerKept, noSuchFile } from '../mapping/find-file.ts'
import { sampleTable } from '../reading/sample-table.ts'
import { openArchived } from '../sync/open-archived.ts'
import { issuesFor } from './issues-for.ts'
import { ofPath } from './of-integration.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shownRows = 50

const shownFor =
  (caller: Caller | null) =>
  ({ id, name, dataset, kind, state, size, receivedAt, archive, issues }: ExportFile) => ({
    id,
    name,
    dataset,
    kind: kind ?? ('data' as const),
    state,
    size,
    received_at: isoTime(receivedAt),
    kept: archive !== null,
    issues: issuesFor(caller)(issues),
  })

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) =>
    showPage(ports, request, {
      query: { ...filePartition(id), descending: true },
      schema: ExportFileSchema,
      show: shownFor(request.caller),
    }),
  )

type Handle = (file: ExportFile, caller: Caller | null) => Promise<Answer<GeneralErrorCode>>

/** An endpoint about the file that its path names. */
const ofFile = (ports: ApiPorts, handle: Handle): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async ({ id }, { path, caller }) => {
    const file = await fileById(ports, id, path.file_id ?? '')
    return file ? handle(file, caller) : noSuchFile
  })

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofFile(ports, async (file, caller) => success(shownFor(caller)(file)))

/** What the file says, as rows; a file that cannot be read as a table shows why. */
const showRows = (ports: ApiPorts): GeneralEndpoint =>
  ofFile(ports, async (file) => {
    const { archive, name, id, dataset } = file
    if (!archive) return noLongerKept
    const sample = await sampleTable(openArchived(ports, file), { name, ...(dataset ? { dataset } : {}) }, shownRows)
    const table = sample.kind === 'sample' ? sample : { dialect: null, header: [], rows: [], issues: sample.issues }
    const { dialect, header, rows, issues } = table
    const shown = rows.map(({ row, cells }) => ({ row, cells }))
    return success({ file_id: id, file_name: name, dialect, header, rows: shown, issues })
  })

const download = (ports: ApiPorts): GeneralEndpoint =>
  ofFile(ports, async ({ archive, name }) => {
    if (!archive) return noLongerKept
    const { url, expiresAt } = await ports.downloads.linkTo(archive, name)
    return success({ url, expires_at: isoTime(expiresAt) })
  })

const path = '/manage/integrations/{integration_id}/files'

export const fileEndpoints = (ports: ApiPorts) => ({
  [`GET ${path}` as const]: list(ports),
  [`GET ${path}/{file_id}` as const]: show(ports),
  [`GET ${path}/{file_id}/rows` as const]: showRows(ports),
  [`POST ${path}/{file_id}/download` as const]: download(ports),
})
