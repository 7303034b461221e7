import { success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { DraftSchema } from '#core/api/endpoints/mappings.ts'
import { parseBody } from '#core/api/input.ts'
import { customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { draftCustomFields } from '#core/mapping/draft-custom-fields.ts'
import { sampleTable } from '../reading/sample-table.ts'
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
    const sample = await sampleTable(source.open, { name: source.name, dataset })
    if (sample.kind === 'refused')
      return success({ ...file, mapping: null, proposals: [], unmapped: [], issues: sample.issues })
    const { header, rows, dialect, issues } = sample
    const customFields = customFieldsOf(await readCustomFields(ports.control), datasetTraits[dataset].model)
    const drafted = draftCustomFields(draftMapping({ dataset, header, rows, dialect }), header, customFields)
    return success({ ...file, ...drafted, issues: [...issues, ...drafted.issues] })
  })

export const mappingDraftEndpoints = (ports: ApiPorts) => ({
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/draft': draft(ports),
})
