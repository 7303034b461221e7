import { success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { DraftSchema } from '#core/api/endpoints/mappings.ts'
import { parseBody } from '#core/api/input.ts'
import { draftFile } from '../mapping/draft-file.ts'
import { mappingSource } from './mapping-source.ts'
import { ofDataset } from './of-dataset.ts'
import type { ApiPorts } from './ports.ts'

/** Proposes a mapping as the first sync of the file would. */
const draft = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async (place, { body }) => {
    const input = parseBody(DraftSchema, body)
    if (input.kind === 'refused') return input
    const source = await mappingSource(ports, place, input.value)
    if (source.kind === 'refused') return source
    const { dataset } = place
    const file = { file_id: source.id, file_name: source.name }
    const drafted = await draftFile(ports, dataset, source, input.value.dialect)
    if (drafted.kind === 'refused')
      return success({
        ...file,
        tried: drafted.tried ?? null,
        mapping: null,
        proposals: [],
        unmapped: [],
        issues: drafted.issues,
      })
    const { mapping, proposals, unmapped, issues } = drafted
    return success({ ...file, tried: null, mapping, proposals, unmapped, issues })
  })

export const mappingDraftEndpoints = (ports: ApiPorts) => ({
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/draft': draft(ports),
})
