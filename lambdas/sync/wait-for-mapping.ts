import { noteColumns } from '#core/control/columns.ts'
import { type Configuration, isDatasetOff } from '#core/control/configuration.ts'
import { customFieldsOf } from '#core/control/custom-field.ts'
import type { ExportFile } from '#core/control/file.ts'
import { type Integration, openStepsOf } from '#core/control/integration.ts'
import { mappingNumbers, putMapping, readMappingVersion } from '#core/control/mapping-versions.ts'
import type { SyncDatasetReport } from '#core/control/sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { saysChoice } from '#core/issues/choices.ts'
import { unapplied } from '#core/issues/consequence.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { type Draft, type DraftInput, draftMapping } from '#core/mapping/draft.ts'
import { draftCustomFields } from '#core/mapping/draft-custom-fields.ts'
import { draftHistory } from '#core/mapping/draft-history.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { columnsOfRows } from '#core/mapping/rows.ts'
import { missingPointIssues } from '#core/scope/required-points.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { draftSample } from '../reading/draft-sample.ts'
import type { RebuildContext } from './dataset-outcome.ts'
import { datasetReport, noCounts } from './dataset-report.ts'
import { fileAwaited } from './file-awaited.ts'
import { findParts } from './find-parts.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'
import { rebuildFromFile } from './rebuild-file.ts'

const notApproved = (integration: Integration, dataset: Dataset): Issue => {
  const waitsForCustomer = openStepsOf(integration).length > 0
  return issue('MAPPING_NOT_APPROVED', {
    ...say(waitsForCustomer ? 'setupNotConfirmed' : 'mappingNotApproved'),
    dataset,
  })
}

type Proposal =
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'proposed'; readonly mapping: Mapping; readonly issues: readonly Issue[] }

const columnsOf = ({ id, fields, rows }: Mapping): ReadonlySet<string> =>
  new Set([
    ...id.columns,
    ...columnsOfRows(rows ?? {}),
    ...Object.values(fields).flatMap((sources) =>
      sources.flatMap((source) => (source.from === 'column' ? [source.column] : [])),
    ),
  ])

/** A draft tells nothing of columns that it may not read, nor of those that would fill what is turned off. */
const aboutColumnsOf = (mapping: Mapping, allowed: (asked: Mapping) => Mapping) => {
  const columns = columnsOf(mapping)
  const mayFill = ({ column, params }: Issue): boolean => {
    const field = params?.field
    if (column === null || typeof field !== 'string') return false
    return field in allowed({ ...mapping, fields: { [field]: [{ from: 'column', column }] } }).fields
  }
  return (found: Issue): boolean =>
    found.column === null ||
    found.column.includes(' + ') ||
    columns.has(found.column) ||
    (found.code === 'COLUMN_UNFIT' && mayFill(found))
}

/** What the file tells of pay and earlier jobs is proposed beside, until employments have a mapping or a file of their own. */
const proposeHistory = async (
  ports: SyncPorts,
  integration: Integration,
  configuration: Configuration,
  sample: Omit<DraftInput, 'dataset'>,
  people: Draft,
): Promise<void> => {
  if (isDatasetOff(configuration, 'employments') || mappingNumbers(integration, 'employments').latest > 0) return
  const history = draftHistory(sample, people)
  if (!history) return
  const mapping = configuration.rules('employments').mapping(history, sample.header)
  await putMapping(ports.control, integration, mapping, ports.now(), 'draft')
}

/** The mapping that somebody has already written, else a draft made from the file and kept. */
const proposeMapping = async (
  ports: SyncPorts,
  integration: Integration,
  dataset: Dataset,
  file: ExportFile,
  configuration: Configuration,
): Promise<Proposal> => {
  const { latest } = mappingNumbers(integration, dataset)
  const existing = latest > 0 ? await readMappingVersion(ports.control, integration.id, dataset, latest) : undefined
  if (existing) return { kind: 'proposed', mapping: existing.mapping, issues: [] }
  const sample = await draftSample(openArchived(ports, file), { name: file.name, dataset })
  if (sample.kind === 'refused') return { kind: 'refused', issues: sample.issues }
  const { header, rows, later, dialect } = sample
  const customFields = customFieldsOf(configuration.customFields, datasetTraits[dataset].model)
  const drafted = draftMapping({ dataset, header, rows, later, dialect })
  const draft = draftCustomFields(drafted, header, customFields)
  const allowed = (asked: Mapping): Mapping => configuration.rules(dataset).mapping(asked, header)
  const mapping = allowed(draft.mapping)
  await putMapping(ports.control, integration, mapping, ports.now(), 'draft')
  if (dataset === 'employees')
    await proposeHistory(ports, integration, configuration, { header, rows, later, dialect }, drafted)
  const issues = [...sample.issues.filter(saysChoice), ...draft.issues.filter(aboutColumnsOf(mapping, allowed))]
  return { kind: 'proposed', mapping, issues }
}

/**
 * What can be said about a file before its mapping is approved: the proposal is kept for somebody to approve, and the report
 * says already everything that is wrong with the file under it.
 */
export const waitForMapping = async (
  ports: SyncPorts,
  integration: Integration,
  dataset: Dataset,
  file: ExportFile,
  { configuration, employees }: Pick<RebuildContext, 'configuration' | 'employees'>,
): Promise<SyncDatasetReport> => {
  const proposal = await proposeMapping(ports, integration, dataset, file, configuration)
  if (proposal.kind === 'refused') return datasetReport(dataset, { outcome: 'refused', file, issues: proposal.issues })
  const waiting = (issues: readonly Issue[], counts = noCounts): SyncDatasetReport =>
    datasetReport(dataset, {
      outcome: 'waiting_for_mapping',
      file,
      counts: { ...counts, created: 0 },
      issues: [notApproved(integration, dataset), ...issues].map(unapplied('not_yet')),
    })
  const { parts, awaited } = await findParts(ports, integration.id, proposal.mapping.joins ?? [])
  if (awaited.length > 0) return waiting([fileAwaited(dataset, awaited)])
  const rules = configuration.rules(dataset)
  const preview = await rebuildFromFile(ports, {
    integrationId: integration.id,
    dataset,
    file: { id: file.id, name: file.name, open: openArchived(ports, file), parts },
    mapping: proposal.mapping,
    base: emptyManifest,
    employees: await employees.ids(),
    rules,
    unknown: new Set(),
  })
  if (preview.kind === 'refused') {
    const looked = { ...noCounts, rows: preview.rows ?? 0 }
    return preview.part === undefined
      ? datasetReport(dataset, { outcome: 'refused', file, issues: preview.issues, counts: looked })
      : waiting(preview.issues, looked)
  }
  const { counts, issues, header } = preview.rebuilt
  await noteColumns(ports.control, ports.keyedHash, { integrationId: integration.id, dataset, header })
  const missing = missingPointIssues(proposal.mapping, configuration.required)
  const said = new Set(issues.map(({ code, column, message }) => `${code} ${column} ${message}`))
  const further = proposal.issues.filter(({ code, column, message }) => !said.has(`${code} ${column} ${message}`))
  return waiting([...missing, ...further, ...issues], counts)
}
