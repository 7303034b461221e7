import * as v from 'valibot'
import { CadenceSchema } from '#core/cadence/cadence.ts'
import { CalendarSchema } from '#core/cadence/calendar.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { EmployeeFilterSchema } from '#core/filter/employee-filter.ts'
import { FilesSchema, maxFileWords } from '#core/mapping/join.ts'
import { defaultLimits, type Limits, LimitsSchema } from '#core/sync/limits.ts'

/** What the vendor can have the customer do in the setup flow. */
const customerSteps = ['field_mapping', 'filtering'] as const
export const CustomerStepSchema = v.picklist(customerSteps)
export type CustomerStep = v.InferOutput<typeof CustomerStepSchema>

export const MappingApproverSchema = v.picklist(['vendor', 'customer'])
export const RemovalsApproverSchema = v.picklist(['vendor', 'customer'])

/** Whether files may be encrypted with PGP; `required` takes no others. Encrypted ones are read even where it is `off`: then nobody is told. */
export const PgpSchema = v.picklist(['off', 'optional', 'required'])
export type Pgp = v.InferOutput<typeof PgpSchema>

/** By which words the files of each dataset are named, beside the fixed ones. */
export const FileWordsSchema = v.record(DatasetSchema, v.pipe(v.array(FilesSchema), v.maxLength(maxFileWords)))
export type FileWords = v.InferOutput<typeof FileWordsSchema>

const ExpectedFileSchema = v.object({
  everyHours: v.number(),
  /** From when on, epoch ms. */
  since: v.number(),
})
export type ExpectedFile = Readonly<v.InferOutput<typeof ExpectedFileSchema>>

/** One customer's connection. */
export const IntegrationSchema = v.object({
  /** `sftp:<24 base58 characters>` */
  id: v.string(),
  tool: v.literal('sftp'),
  category: v.literal('HRIS'),
  status: v.picklist(['ACTIVE', 'INVALID', 'INACTIVE', 'DELETING']),
  endUser: v.object({
    organizationName: v.string(),
    creatorEmail: v.nullable(v.string()),
    originId: v.nullable(v.string()),
  }),
  scopeConfigId: v.nullable(v.string()),
  /** When something changed that decides what its records hold, epoch ms. */
  configuredAt: v.exactOptional(v.number()),
  /** OPTIONAL data points that the customer does not share. */
  optedOut: v.exactOptional(v.array(v.string())),
  /** Who of the people in the files is stored; everybody unless said. */
  filter: v.exactOptional(EmployeeFilterSchema),
  /** Required data points that the vendor does without, and why. */
  waivers: v.exactOptional(v.array(v.object({ dataPoint: v.string(), reason: v.string(), waivedAt: v.number() }))),
  /** The last change of which remote ids mean the same person; nobody was ever linked where it is missing. */
  identity: v.exactOptional(v.string()),
  /** SFTP user name, and the folder of the landing bucket. */
  sftpUser: v.string(),
  publicKeys: v.array(v.string()),
  /** When each key was added, epoch ms, by the key's id. */
  keysAddedAt: v.exactOptional(v.record(v.string(), v.number())),
  language: v.picklist(['en', 'de', 'fr', 'it', 'es']),
  enableFiltering: v.boolean(),
  enableFieldMapping: v.boolean(),
  /** Steps of the first setup that the customer has still to confirm: nothing is synced before. */
  openSteps: v.exactOptional(v.array(CustomerStepSchema)),
  /** Who approves mappings; the vendor unless said. */
  mappingApprover: v.exactOptional(MappingApproverSchema),
  /** Off unless said. */
  pgp: v.exactOptional(PgpSchema),
  /** Who decides about held removals; the vendor unless said. The vendor always may. */
  removalsApprover: v.exactOptional(RemovalsApproverSchema),
  /** Approved and latest mapping version of each dataset; 0 is none. */
  mappings: v.record(DatasetSchema, v.object({ approved: v.number(), latest: v.number() })),
  /** Whether nobody is told that people are to leave before their last day. */
  hidesTerminations: v.exactOptional(v.boolean()),
  /** The zone whose days decide what is in the future, an IANA name; UTC unless said. */
  timeZone: v.exactOptional(v.string()),
  /** From when on guards hold what a file would do; the default of each unless said. */
  limits: v.exactOptional(LimitsSchema),
  /** How often an employees file is to come; it may come whenever it likes unless said. */
  expectedFile: v.exactOptional(ExpectedFileSchema),
  /** When the files of a dataset are to come, or that none is expected, and since when, epoch ms; what has been learned unless said. */
  cadences: v.exactOptional(
    v.record(DatasetSchema, v.object({ cadence: v.nullable(CadenceSchema), since: v.number() })),
  ),
  /** Days on which no file is expected; none unless said. */
  calendar: v.exactOptional(CalendarSchema),
  /** Only the fixed names count unless said. */
  fileWords: v.exactOptional(FileWordsSchema),
  /** Whether what became of each file is put back into the customer's folder; not unless said. */
  resultFiles: v.exactOptional(v.boolean()),
  /** When it was last turned on again, epoch ms. */
  turnedOnAt: v.exactOptional(v.number()),
  /** epoch ms */
  createdAt: v.number(),
  deletedAt: v.nullable(v.number()),
})
export type Integration = v.InferOutput<typeof IntegrationSchema>

export const timeZoneOf = ({ timeZone }: Pick<Integration, 'timeZone'>): string => timeZone ?? 'UTC'

export const pgpOf = ({ pgp }: Pick<Integration, 'pgp'>): Pgp => pgp ?? 'off'

export const mappingApproverOf = ({ mappingApprover }: Pick<Integration, 'mappingApprover'>) =>
  mappingApprover ?? 'vendor'

export const removalsApproverOf = ({ removalsApprover }: Pick<Integration, 'removalsApprover'>) =>
  removalsApprover ?? 'vendor'

/** From when on each guard holds what a file of the integration would do. */
export const limitsOf = ({ limits }: Pick<Integration, 'limits'>): Limits => ({ ...defaultLimits, ...limits })

/** The steps that a setup link offers. */
export const enabledSteps = ({
  enableFieldMapping,
  enableFiltering,
}: Pick<Integration, 'enableFieldMapping' | 'enableFiltering'>): CustomerStep[] => {
  const isEnabled = { field_mapping: enableFieldMapping, filtering: enableFiltering }
  return customerSteps.filter((step) => isEnabled[step])
}

export const openStepsOf = ({ openSteps }: Pick<Integration, 'openSteps'>): readonly CustomerStep[] => openSteps ?? []

type Toggles = Pick<Integration, 'enableFieldMapping' | 'enableFiltering'>

/**
 * Turns setup steps on or off. One that is turned on before the first setup is over is one more that the customer has to
 * confirm; afterwards it is only offered.
 */
export const withToggles = (integration: Integration, toggles: Toggles, isSetUp: boolean): Integration => {
  const after = { ...integration, ...toggles }
  const [before, open] = [enabledSteps(integration), openStepsOf(integration)]
  const isOpen = (step: CustomerStep): boolean => open.includes(step) || (!isSetUp && !before.includes(step))
  return { ...after, openSteps: enabledSteps(after).filter(isOpen) }
}
