import type { ExportFile } from '#core/control/file.ts'
import { limitsOf } from '#core/control/integration.ts'
import { isProven } from '#core/control/upload-evidence.ts'
import type { RebuildContext } from './dataset-outcome.ts'
import { emptiesOffPoints } from './empty-off-points.ts'
import type { DatasetInputs, MappingInUse } from './inputs.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'
import { isRuledAsNow } from './stored-people.ts'

export type Approved = Extract<MappingInUse, { readonly kind: 'approved' }>

/** Whether reading the same file again would come to the same. */
export const isBuiltAsNow = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): boolean => {
  const { dataset, committed } = inputs
  const { employees, configuration, force } = context
  return (
    !force &&
    isRuledAsNow(inputs, mapping.version, context) &&
    (committed?.dueAt === undefined || configuration.today < committed.dueAt) &&
    (dataset === 'employees' || committed?.employeeSet === employees.name)
  )
}

/** Whether nothing but new files asks for anything. */
export const upToDate = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): boolean =>
  !context.decided && !context.confirmed && isBuiltAsNow(inputs, mapping, context)

/** A file as what it is read from. */
export const sourceOf = (ports: SyncPorts, file: ExportFile) => ({
  id: file.id,
  name: file.name,
  open: openArchived(ports, file),
  size: file.size,
  file,
  released: file.releasedAt !== undefined,
  unproven: !isProven(file, ports.now()),
})

/** What a dataset is rebuilt by, whatever its files. */
export const rebuildInput = async (
  { dataset, committed }: DatasetInputs,
  { mapping }: Pick<Approved, 'mapping'>,
  context: RebuildContext,
) => {
  const { integration, configuration, employees, aliases, identities, unknown, decided, force, goesBack } = context
  const rules = configuration.rules(dataset)
  return {
    integrationId: integration.id,
    dataset,
    mapping,
    base: await context.committed(),
    others: await context.others(),
    employees: await employees.ids(),
    rules: { ...rules, name: rules.name + aliases.name },
    aliases,
    identities,
    ...(employees.successors ? { successors: employees.successors } : {}),
    unknown,
    afresh: force,
    empties: emptiesOffPoints({ dataset, committed, configuration: rules.name }, configuration.scope),
    ...(decided ? { decided } : {}),
    ...(goesBack ? { earlier: goesBack.earlier } : {}),
    limits: limitsOf(integration),
    confirmed: context.confirmed ?? false,
  }
}
