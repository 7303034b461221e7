import { updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, rollbackKey } from '#core/control/keys.ts'
import { mappingNumbers } from '#core/control/mapping-versions.ts'
import type { TakenBack } from '#core/control/state.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { SyncPorts } from './ports.ts'

const excludedIssue = issue('FILE_EXCLUDED', say('fileExcluded'))

/** The configuration of then, as far as nobody has changed it since. */
const configured = (integration: Integration, { mappings, filter }: TakenBack, at: number): Integration => {
  const moved = mappings.filter(({ dataset, from }) => mappingNumbers(integration, dataset).approved === from)
  const isFiltered = filter && JSON.stringify(integration.filter?.rules ?? []) === JSON.stringify(filter.from)
  return {
    ...integration,
    mappings: {
      ...integration.mappings,
      ...Object.fromEntries(
        moved.map(({ dataset, to }) => [dataset, { ...mappingNumbers(integration, dataset), approved: to }]),
      ),
    },
    ...(isFiltered ? { filter: { rules: filter.to }, configuredAt: at } : {}),
  }
}

/** Does what is left once a rollback is committed: its files count no more, and the configuration is that of then. Safe to repeat. */
export const takeBack = async (
  { control }: Pick<SyncPorts, 'control'>,
  integrationId: string,
  taken: TakenBack,
  at: number,
): Promise<void> => {
  for (const key of taken.excluded)
    await updateDocument(
      control,
      key,
      ExportFileSchema,
      (file): ExportFile => ({
        ...file,
        state: 'EXCLUDED',
        judgedAt: at,
        issues: [excludedIssue],
      }),
    )
  await updateDocument(control, integrationKey(integrationId), IntegrationSchema, (each) => configured(each, taken, at))
  await control.remove(rollbackKey(integrationId, taken.id))
}
