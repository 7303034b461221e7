import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { FlowPreviewSchema } from '#core/api/endpoints/flow-mappings.ts'
import { parseBody } from '#core/api/input.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { previewMapping } from '../mapping/preview-mapping.ts'
import { previewPeople } from '../mapping/preview-people.ts'
import { noCounts } from '../sync/dataset-report.ts'
import { findFile } from './file-source.ts'
import { ofFlowDataset } from './mappings.ts'
import type { ConnectPorts } from './ports.ts'

/** What is read and compared well before the gateway hangs up. */
const maxPreviewBytes = 20_000_000

const tooLarge = refuse(
  'PLATFORM.INPUT_INVALID',
  'The file is larger than 20 MB, too large to be looked through while you wait. Choose its first rows as a sample.',
)

const wrongDataset = refuse('PLATFORM.INPUT_INVALID', 'The mapping is one of another dataset than the path says.')

/** What a mapping would come to: nothing is stored, and nothing of it is seen outside. */
export const previewInFlow = (ports: ConnectPorts): FlowEndpoint =>
  ofFlowDataset(ports, async (integration, dataset, { body }) => {
    const input = parseBody(FlowPreviewSchema, body)
    if (input.kind === 'refused') return input
    const { mapping } = input.value
    if (mapping.dataset !== dataset) return wrongDataset
    const file = await findFile(ports, integration, input.value, dataset)
    if (file.kind === 'refused') return file
    if (file.size > maxPreviewBytes) return tooLarge
    const source = { id: file.fileId ?? 'sample', name: file.name, open: file.open }
    const result = await previewMapping(ports, integration, mapping, source)
    const people = await previewPeople(ports, integration, mapping, file)
    if (result.kind === 'refused') {
      const { issues } = result
      return success({ file_name: file.name, outcome: 'refused', counts: noCounts, repeated_rows: 0, issues, people })
    }
    const { counts, issues, comparison } = result.rebuilt
    const { model } = datasetTraits[dataset]
    const given = comparison.records
      .values()
      .filter((each) => each.given && each.next.model === model)
      .reduce((count) => count + 1, 0)
    const repeated = Math.max(0, counts.rows - counts.quarantined - given)
    return success({ file_name: file.name, outcome: 'applied', counts, repeated_rows: repeated, issues, people })
  })
