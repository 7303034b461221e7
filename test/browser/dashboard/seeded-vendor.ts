import * as v from 'valibot'
import { daysOff, staff } from './people.ts'
import { openVendor, type Vendor, type VendorsCustomer } from './vendor.ts'

const day = 24 * 60 * 60 * 1000

type Steps = {
  readonly name: string
  /** What the customer's link says. */
  readonly link?: object
  /** What the vendor sets before the first file. */
  readonly settings?: object
  /** Three days ago. */
  readonly began?: (customer: VendorsCustomer) => Promise<void>
  /** Yesterday. */
  readonly wentOn?: (customer: VendorsCustomer) => Promise<void>
}

const approve = async ({ call }: Vendor, { base, settle }: VendorsCustomer, dataset = 'employees'): Promise<void> => {
  await call('POST', `${base}/mappings/${dataset}/approve`, {})
  await settle()
}

const OptionsSchema = v.object({
  data: v.object({
    fields: v.array(v.object({ field: v.string(), values: v.array(v.looseObject({ value: v.nullable(v.string()) })) })),
  }),
})

/** Only people of one department are stored. */
const filterOne = async ({ call }: Vendor, { base, settle }: VendorsCustomer): Promise<void> => {
  const { fields } = v.parse(OptionsSchema, await call('GET', `${base}/filter/options`)).data
  const values = fields.find(({ field }) => field === 'group')?.values ?? []
  await call('PUT', `${base}/filter`, { rules: [{ field: 'group', values: [values[0]?.value ?? null] }] })
  await settle()
}

const VersionSchema = v.object({ data: v.object({ mapping: v.looseObject({}) }) })

/** Another version of the mapping of employees, with whatever `change` adds; nobody has approved it. */
const storeMapping = async ({ call }: Vendor, { base }: VendorsCustomer, change: object): Promise<void> => {
  const { data } = v.parse(VersionSchema, await call('GET', `${base}/mappings/employees/versions/1`))
  await call('PUT', `${base}/mappings/employees`, { ...data.mapping, ...change })
}

const joins = [{ name: 'contracts', files: 'contracts', key: ['Number'], to: ['Employee ID'] }]

/** A customer of each kind: the name of an organization, and what has happened to it. */
const stories = (vendor: Vendor) => {
  const { call } = vendor
  const live =
    (count: number, name = 'employees.csv') =>
    async (customer: VendorsCustomer) => {
      await customer.deliver(name, staff(count))
      await approve(vendor, customer)
    }
  const sends =
    (content: string, name = 'employees.csv') =>
    (customer: VendorsCustomer) =>
      customer.deliver(name, content)
  return {
    healthy: { name: 'Aurora Foods', began: live(12), wentOn: sends(staff(13)) },
    withAbsences: {
      name: 'Birch Logistics',
      began: async (customer) => {
        await live(20)(customer)
        await customer.deliver('absences.csv', daysOff(8))
        await approve(vendor, customer, 'absences')
      },
    },
    connected: { name: 'Cobalt Energy' },
    mappingWaits: { name: 'Delta Pharma', began: sends(staff(9)) },
    customerMaps: { name: 'Elm Insurance', settings: { mapping_approver: 'customer' }, began: sends(staff(7)) },
    halfSetUp: { name: 'Fjord Shipping', link: { enable_field_mapping: true, enable_filtering: true }, began: live(8) },
    quarantined: { name: 'Garnet Bank', began: live(30), wentOn: sends(staff(30, { flawed: [3, 11, 17] })) },
    refused: { name: 'Harbor Retail', began: live(15), wentOn: sends('Employee ID,First name\n') },
    heldRemovals: { name: 'Iris Software', began: live(40), wentOn: sends(staff(25)) },
    heldFile: { name: 'Juniper Telecom', began: live(30), wentOn: sends(staff(30, { firstId: 5_000 })) },
    late: { name: 'Kestrel Airlines', settings: { expected_every_hours: 24 }, began: live(11) },
    disabled: {
      name: 'Linden Hospital',
      began: live(14),
      wentOn: async ({ id }) =>
        void (await call('PUT', `/v1/integrations/${encodeURIComponent(id)}/enabled`, { value: false })),
    },
    deleted: {
      name: 'Maple Foundry',
      began: live(5),
      wentOn: async ({ id }) => void (await call('DELETE', `/v1/integrations/${encodeURIComponent(id)}`)),
    },
    filtered: {
      name: 'Nordic Design',
      began: async (customer) => {
        await live(18)(customer)
        await filterOne(vendor, customer)
      },
    },
    partsAwaited: {
      name: 'Opal Cinemas',
      began: async (customer) => {
        await live(10)(customer)
        await storeMapping(vendor, customer, { joins })
        await approve(vendor, customer)
      },
      wentOn: sends(staff(10)),
    },
    german: { name: 'Pöschl Mühlen', link: { language: 'de' }, began: live(16) },
    resultFiles: { name: 'Quartz Labs', settings: { result_files: true }, began: live(10), wentOn: sends(staff(11)) },
    encryptionDemanded: { name: 'Raven Press', settings: { pgp: 'required' }, began: sends(staff(6)) },
    onSchedule: {
      name: 'Saffron Hotels',
      settings: { expected_every_hours: 48 },
      began: live(22),
      wentOn: sends(staff(22)),
    },
    newMapping: {
      name: 'Tundra Mining',
      began: live(10),
      wentOn: (customer) => storeMapping(vendor, customer, { quietMinutes: 10 }),
    },
  } as const satisfies Readonly<Record<string, Steps>>
}

export type StoryName = keyof ReturnType<typeof stories>

/**
 * A vendor with twenty customers, one in each state that an integration can be in, made by the API and by files. One of them is
 * deleted, and a twenty-first has a link that nobody has opened.
 */
export const seededVendor = async () => {
  const vendor = await openVendor()
  vendor.turnClock(-3 * day)
  await vendor.link('Umbra Studios')
  const each = await Promise.all(
    Object.entries(stories(vendor)).map(async ([story, steps]) => {
      const { name, link = {}, settings, began, wentOn }: Steps = steps
      const customer = await vendor.connected(name, link)
      if (settings) await vendor.call('PATCH', customer.base, settings)
      await began?.(customer)
      return { story, customer, wentOn }
    }),
  )
  vendor.turnClock(2 * day)
  await Promise.all(each.map(({ customer, wentOn }) => wentOn?.(customer)))
  vendor.turnClock(day)
  await vendor.housekeep()
  const customers = Object.fromEntries(each.map(({ story, customer }) => [story, customer])) as Readonly<
    Record<StoryName, VendorsCustomer>
  >
  return { ...vendor, customers }
}

export type SeededVendor = Awaited<ReturnType<typeof seededVendor>>
