import { type Refusal, refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { PutMappingSchema } from '#core/api/endpoints/flow-mappings.ts'
import { EditorFileSchema, EditorJoinsSchema, EditorValuesSchema } from '#core/api/endpoints/mapping-editor.ts'
import { parseBody } from '#core/api/input.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { saveMapping } from '#core/control/mapping-versions.ts'
import { countValuesIn } from '../mapping/count-values.ts'
import { fileById, newestFile, noLongerKept, noSuchFile } from '../mapping/find-file.ts'
import { type FoundFile, maxBytes } from '../mapping/found-file.ts'
import { lookAtJoins } from '../mapping/look-at-joins.ts'
import { problemWith } from '../mapping/store-mapping.ts'
import { understandFile } from '../mapping/understand-file.ts'
import { openArchived } from '../sync/open-archived.ts'
import { authorOf } from './author-of.ts'
import { shownMappings } from './mappings.ts'
import { ofDataset, type Place } from './of-dataset.ts'
import type { ApiPorts } from './ports.ts'

type Ports = Pick<ApiPorts, 'control' | 'archive' | 'decode' | 'system'>
type Found = (FoundFile & { readonly kind: 'found'; readonly id: string }) | Refusal<'PLATFORM.INPUT_INVALID'>

/** The file that is named, else the newest of the dataset. */
const findFile = async (ports: Ports, { integration, dataset }: Place, fileId: string | undefined): Promise<Found> => {
  const file =
    fileId === undefined ? await newestFile(ports, integration, dataset) : await fileById(ports, integration.id, fileId)
  if (!file) return noSuchFile
  if (!file.archive) return noLongerKept
  const { id, name, size } = file
  return { kind: 'found', id, name, size, dataset, open: openArchived(ports, file, maxBytes) }
}

const understand = (ports: Ports): GeneralEndpoint =>
  ofDataset(ports, async (place, { body }) => {
    const input = parseBody(EditorFileSchema, body)
    if (input.kind === 'refused') return input
    const file = await findFile(ports, place, input.value.file_id)
    if (file.kind === 'refused') return file
    const named = { upload_id: null, file_id: file.id, file_name: file.name, dataset: place.dataset }
    return success({ ...named, ...(await understandFile(ports, file, input.value.dialect)) })
  })

const values = (ports: Ports): GeneralEndpoint =>
  ofDataset(ports, async (place, { body }) => {
    const input = parseBody(EditorValuesSchema, body)
    if (input.kind === 'refused') return input
    const file = await findFile(ports, place, input.value.file_id)
    return file.kind === 'refused' ? file : countValuesIn(ports, place.integration.id, file, input.value)
  })

const joins = (ports: Ports): GeneralEndpoint =>
  ofDataset(ports, async (place, { body }) => {
    const input = parseBody(EditorJoinsSchema, body)
    if (input.kind === 'refused') return input
    const find = () => findFile(ports, place, input.value.file_id)
    return lookAtJoins(ports, place.integration.id, input.value, find)
  })

const changedMeanwhile = {
  ...refuse(
    'PLATFORM.INPUT_INVALID',
    'Somebody else stored a mapping after this one was loaded. Look at theirs, and enter your change again.',
  ),
  status: 409,
}

const save = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, { body, caller }) => {
    const input = parseBody(PutMappingSchema, body)
    if (input.kind === 'refused') return input
    const { mapping, based_on: version, revision } = input.value
    const problem = await problemWith(ports, mapping, { dataset, integration })
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const seen = { version, revision }
    const signature = { who: authorOf(caller) }
    const saved = await saveMapping(ports.control, integration, mapping, seen, ports.system.clock(), signature)
    if (!saved) return changedMeanwhile
    const current = (await readIntegration(ports.control, integration.id)) ?? integration
    return success(await shownMappings(ports, { integration: current, dataset }))
  })

const path = '/manage/integrations/{integration_id}/mappings/{dataset}'

export const mappingEditorEndpoints = (ports: ApiPorts) => ({
  [`PUT ${path}/draft` as const]: save(ports),
  [`POST ${path}/understand` as const]: understand(ports),
  [`POST ${path}/values` as const]: values(ports),
  [`POST ${path}/joins` as const]: joins(ports),
})
