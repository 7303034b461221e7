import { tellableFields } from '#core/filter/employee-filter.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readCustomFields } from './custom-field.ts'
import { updateDocument } from './documents.ts'
import {
  type CustomerStep,
  enabledSteps,
  type Integration,
  IntegrationSchema,
  mappingApproverOf,
  openStepsOf,
} from './integration.ts'
import { integrationKey } from './keys.ts'
import { mappingNumbers, readMappingVersion } from './mapping-versions.ts'

type Reader = Pick<ControlStore, 'get' | 'query'>

/** Whether a step has something to choose in it; unknown while no file has said what there is. */
export type Relevance = 'relevant' | 'irrelevant' | 'unknown'

/** The mapping of the employees that is in use; before the first approval the latest one. */
const employeesMapping = async (control: Reader, integration: Integration) => {
  const { approved, latest } = mappingNumbers(integration, 'employees')
  return (await readMappingVersion(control, integration.id, 'employees', approved || latest))?.mapping
}

const relevanceOf: Readonly<Record<CustomerStep, (control: Reader, integration: Integration) => Promise<Relevance>>> = {
  field_mapping: async (control, integration) => {
    if ((await readCustomFields(control)).length === 0) return 'irrelevant'
    return (await employeesMapping(control, integration)) ? 'relevant' : 'unknown'
  },
  filtering: async (control, integration) => {
    const mapping = await employeesMapping(control, integration)
    if (!mapping) return 'unknown'
    return tellableFields(mapping).length > 0 ? 'relevant' : 'irrelevant'
  },
}

/** The steps that the vendor asks for and that are not pointless. */
export const relevantSteps = async (
  control: Reader,
  integration: Integration,
): Promise<readonly { readonly id: CustomerStep; readonly relevance: Relevance }[]> => {
  const steps = enabledSteps(integration).map(async (id) => ({
    id,
    relevance: await relevanceOf[id](control, integration),
  }))
  return (await Promise.all(steps)).filter(({ relevance }) => relevance !== 'irrelevant')
}

/** Nobody can confirm a step that is not shown: it keeps nothing waiting. Answers the integration as it stands then. */
export const dropPointlessSteps = async (
  control: ControlStore,
  integration: Integration,
): Promise<Integration | undefined> => {
  const open = openStepsOf(integration)
  if (open.length === 0) return integration
  const relevant = new Set((await relevantSteps(control, integration)).map(({ id }) => id))
  if (open.every((step) => relevant.has(step))) return integration
  return updateDocument(control, integrationKey(integration.id), IntegrationSchema, (each) => ({
    ...each,
    openSteps: openStepsOf(each).filter((step) => relevant.has(step)),
  }))
}

/** Whether the mapping of the employees waits for the customer. */
export const mappingIsOpen = (integration: Pick<Integration, 'mappings' | 'mappingApprover'>): boolean =>
  mappingApproverOf(integration) === 'customer' && mappingNumbers(integration, 'employees').approved === 0
