import { refuse, success } from '#core/api/answer.ts'
import { type Caller, type GeneralEndpoint, seesPeople } from '#core/api/endpoint.ts'
import { type Preview, PreviewSchema } from '#core/api/endpoints/mappings.ts'
import { parseBody } from '#core/api/input.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import type { Issue } from '#core/issues/issue.ts'
import { previewMapping } from '../mapping/preview-mapping.ts'
import { previewPeople } from '../mapping/preview-people.ts'
import { noCounts } from '../sync/dataset-report.ts'
import type { Rebuilt } from '../sync/rebuild-file.ts'
import { exampleRecords, givenRecords } from './example-records.ts'
import { issuesFor } from './issues-for.ts'
import { mappingSource } from './mapping-source.ts'
import { noSuchVersion, ofDataset, type Place } from './of-dataset.ts'
import type { ApiPorts } from './ports.ts'

const shownResult = async (place: Place, { comparison, counts, issues }: Rebuilt, caller: Caller | null) => {
  const given = givenRecords(place.dataset, comparison)
  return {
    outcome: 'applied',
    counts,
    repeated_rows: Math.max(0, counts.rows - counts.quarantined - given.length),
    issues: issuesFor(caller)(issues),
    examples: seesPeople(caller) ? await exampleRecords(comparison, given) : [],
  }
}

const wrongDataset = ({ dataset }: Place) =>
  refuse('PLATFORM.INPUT_INVALID', `The mapping is not one of ${dataset}, which the path says.`)

/** The mapping that is sent along, else the version that is named, else the latest. */
const mappingOf = async ({ control }: ApiPorts, { integration, dataset }: Place, { mapping, version }: Preview) => {
  if (mapping) return mapping
  const number = version ?? mappingNumbers(integration, dataset).latest
  return (await readMappingVersion(control, integration.id, dataset, number))?.mapping
}

const refusedResult = (issues: readonly Issue[], caller: Caller | null) => ({
  outcome: 'refused',
  counts: noCounts,
  repeated_rows: 0,
  issues: issuesFor(caller)(issues),
  examples: [],
})

const preview = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async (place, { body, caller }) => {
    const input = parseBody(PreviewSchema, body)
    if (input.kind === 'refused') return input
    const mapping = await mappingOf(ports, place, input.value)
    if (!mapping) return noSuchVersion(place.dataset)
    if (mapping.dataset !== place.dataset) return wrongDataset(place)
    const source = await mappingSource(ports, place, input.value)
    if (source.kind === 'refused') return source
    const file = { id: source.id ?? 'sample', name: source.name, open: source.open }
    const result = await previewMapping(ports, place.integration, mapping, file)
    const shown =
      result.kind === 'rebuilt'
        ? await shownResult(place, result.rebuilt, caller)
        : refusedResult(result.issues, caller)
    const found = { name: source.name, dataset: place.dataset, size: source.size, open: source.open }
    const people = seesPeople(caller) ? await previewPeople(ports, place.integration, mapping, found) : []
    return success({ file_id: source.id, file_name: source.name, ...shown, people })
  })

export const mappingPreviewEndpoints = (ports: ApiPorts) => ({
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/preview': preview(ports),
})
