import * as v from 'valibot'
import { type Dataset, DatasetSchema, datasets } from '#core/files/datasets.ts'
import { saysChoice } from '#core/issues/choices.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { draftHistory } from '#core/mapping/draft-history.ts'
import { type Mapping, MappingSchema } from '#core/mapping/mapping.ts'
import { draftSample } from '../lambdas/reading/draft-sample.ts'
import { type ApiClient, CommandError } from './client.ts'
import { datasetOf, openLocal, readLocal } from './local-file.ts'
import { integrationPath } from './pages.ts'

const VersionSchema = v.looseObject({ version: v.number() })
const ShownSchema = v.looseObject({
  dataset: DatasetSchema,
  latest: v.nullable(VersionSchema),
  approved: v.nullable(VersionSchema),
})

const pathOf = (integrationId: string, dataset: Dataset): string =>
  `${integrationPath(integrationId)}/mappings/${dataset}`

/** `mapping draft FILE`: the mapping that would be proposed for a file, without a server. */
export const draftCommand = async (path: string, dataset: Dataset | undefined, said?: PartialDialect) => {
  const { name, open } = await openLocal(path)
  const sample = await draftSample(open, { name, dialect: said, isDraft: true })
  if (sample.kind === 'refused')
    return { file: name, outcome: 'refused', issues: sample.issues, ...(sample.tried && { tried: sample.tried }) }
  const { header, rows, later, dialect } = sample
  const drafted = draftMapping({ dataset: dataset ?? datasetOf(name), header, rows, later, dialect })
  const draft = { ...drafted, mapping: { ...drafted.mapping, dialect: { ...drafted.mapping.dialect, ...said } } }
  const issues = [...sample.issues.filter(saysChoice), ...draft.issues]
  const history =
    draft.mapping.dataset === 'employees' ? draftHistory({ header, rows, later, dialect }, draft) : undefined
  return { file: name, outcome: 'drafted', ...draft, issues, ...(history && { history: { mapping: history } }) }
}

const show = (api: ApiClient, integrationId: string, dataset: Dataset) =>
  api('GET', pathOf(integrationId, dataset), ShownSchema)

/** `mapping show`: the latest and the approved version of each dataset that has one. */
export const showCommand = async (api: ApiClient, integrationId: string, dataset: Dataset | undefined) => {
  const shown = await Promise.all((dataset ? [dataset] : datasets).map((each) => show(api, integrationId, each)))
  return { mappings: shown.filter(({ latest }) => latest !== null) }
}

const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandError(`${path} is no JSON. A mapping is what "mapping draft" prints.`)
  }
}

/** The mapping in a file: bare, or inside what `mapping draft` printed. */
export const readMapping = async (path: string): Promise<Mapping> => {
  const parsed = parseJson(path, await readLocal(path))
  const wrapped = v.safeParse(v.looseObject({ mapping: MappingSchema }), parsed)
  if (wrapped.success) return wrapped.output.mapping
  const bare = v.safeParse(MappingSchema, parsed)
  if (bare.success) return bare.output
  const problems = bare.issues.map((problem) => `${v.getDotPath(problem) ?? 'the file'}: ${problem.message}`)
  throw new CommandError(`${path} holds no mapping. ${problems.join('; ')}`)
}

/** `mapping put FILE`: a new version, not yet approved. */
export const putCommand = async (api: ApiClient, integrationId: string, path: string) => {
  const mapping = await readMapping(path)
  return api('PUT', pathOf(integrationId, mapping.dataset), v.unknown(), { body: mapping })
}

/** `mapping approve`: the latest version of one dataset, or of each that has one waiting; its files are then applied. */
export const approveCommand = async (api: ApiClient, integrationId: string, dataset: Dataset | undefined) => {
  const { mappings } = await showCommand(api, integrationId, dataset)
  const waiting = mappings.filter(({ latest, approved }) => latest?.version !== approved?.version)
  if (waiting.length === 0)
    throw new CommandError('No mapping waits for approval. A first one is proposed when a file arrives.')
  const approved = []
  for (const { dataset: each, latest } of waiting)
    approved.push(
      await api('POST', `${pathOf(integrationId, each)}/approve`, v.unknown(), { body: { version: latest?.version } }),
    )
  return { approved }
}
