import { readDocument } from '#core/control/documents.ts'
import type { ExportFile } from '#core/control/file.ts'
import { readIdentities } from '#core/control/identity-change.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { base58 } from '#core/ids/base58.ts'
import { linksAfter } from '#core/ids/links.ts'
import { type Candidate, candidateOf, type SuggestedLink, suggestLinks } from '#core/ids/suggest-links.ts'
import type { RecordPosition } from '#core/ports/record-store.ts'
import { isJsonObject, type Json } from '#core/records/built-record.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { givenNumbers } from '#core/sync/living-rows.ts'
import { newestFile } from '../mapping/find-file.ts'
import { previewMapping } from '../mapping/preview-mapping.ts'
import { readManifest } from '../sync/manifest-file.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { IdentityPorts } from './ports.ts'

const { model } = datasetTraits.employees

/** Who stands in the newest file: of those who are stored, and who else. */
type Present = { readonly isGiven: (id: string) => boolean; readonly others: readonly Candidate[] }

const bodyIn = (text: string | undefined) => {
  const body: Json = JSON.parse(text ?? '{}')
  return isJsonObject(body) ? body : {}
}

const givenBy = async (comparison: Comparison, by: string | undefined): Promise<Present> => {
  const { rows, built } = comparison
  const { table, committed } = rows
  const numbers = [...givenNumbers(rows).filter((number) => table.model(number) === model)]
  const fresh = numbers.filter((number) => committed[number] === -1)
  const texts = await built.read(fresh.map((number) => table.id(number)))
  const given = new Set(numbers.map((number) => table.id(number)))
  const others = fresh.map((number) => {
    const id = table.id(number)
    return candidateOf(id, table.remoteId(number), bodyIn(texts.get(id)), by)
  })
  return { isGiven: (id) => given.has(id), others }
}

/** What a file that was refused, for its ids perhaps, would give. */
const refusedOne = async (
  ports: IdentityPorts,
  integration: Integration,
  file: ExportFile,
  by: string | undefined,
): Promise<Present | undefined> => {
  const { approved } = mappingNumbers(integration, 'employees')
  const version = await readMappingVersion(ports.control, integration.id, 'employees', approved)
  if (!version) return undefined
  const source = { id: file.id, name: file.name, open: openArchived(ports, file), released: true }
  const result = await previewMapping(ports, integration, version.mapping, source)
  return result.kind === 'rebuilt' ? givenBy(result.rebuilt.comparison, by) : undefined
}

const presentPeople = async (
  ports: IdentityPorts,
  integration: Integration,
  { datasets: { employees } }: Pick<IntegrationState, 'datasets'>,
  by: string | undefined,
): Promise<Present> => {
  const file = await newestFile(ports, integration, 'employees')
  const refused = file?.state === 'REFUSED' ? await refusedOne(ports, integration, file, by) : undefined
  if (refused || !employees) return refused ?? { isGiven: () => false, others: [] }
  const manifest = await readManifest(ports.archive, employees.manifest, 'employees')
  return {
    isGiven: (id) => {
      const index = manifest.find(id)
      return index >= 0 && manifest.absentSince(index) === null
    },
    others: [],
  }
}

const pageSize = 500
/** An answer must be there before the gateway gives up. */
const patienceMs = 20_000

/** Everybody who is or was stored; undefined when it takes too long to read them. */
const storedPeople = async (
  { records, system }: IdentityPorts,
  integrationId: string,
  { generations }: Pick<IntegrationState, 'generations'>,
  by: string | undefined,
): Promise<readonly Candidate[] | undefined> => {
  const generation = generations[model]
  if (!generation) return []
  const stopAt = system.clock() + patienceMs
  const people: Candidate[] = []
  let from: RecordPosition | undefined
  do {
    const page = await records.list({ integrationId, model, ...generation }, from, { records: pageSize })
    for (const record of page.records)
      people.push(candidateOf(record.id, record.remoteId ?? '', storedBody(record), by))
    from = page.next
    if (from && system.clock() > stopAt) return undefined
  } while (from)
  return people
}

export type Suggestions = {
  readonly links: readonly SuggestedLink[]
  /** Names them: another one whenever they are others. */
  readonly set: string
  readonly state: IntegrationState | undefined
}

const setLength = 16

/**
 * Whoever is gone or missing in the newest file and seems to be somebody who stands there under another id; undefined when there are too
 * many people to say. `by`: `email`, `name_and_birth_date`, or a field of the record; else the first two of these.
 */
export const findSuggestions = async (
  ports: IdentityPorts,
  integration: Integration,
  by: string | undefined,
): Promise<Suggestions | undefined> => {
  const state = await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)
  const name = (links: readonly SuggestedLink[]): string =>
    base58(ports.system.hash(`links\u0000${links.map(({ from, to }) => JSON.stringify([from, to])).join()}`), setLength)
  if (!state) return { links: [], set: name([]), state }
  const { isGiven, others } = await presentPeople(ports, integration, state, by)
  const people = await storedPeople(ports, integration.id, state, by)
  if (!people) return undefined
  const history = await readIdentities(ports.control, integration)
  const standing = linksAfter(history.changes(integration.identity)).map(({ link }) => link)
  const missing = people.filter(({ id }) => !isGiven(id))
  const there = people.filter(({ id }) => isGiven(id)).concat(others)
  const links = suggestLinks(missing, there, by, standing).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return { links, set: name(links), state }
}
