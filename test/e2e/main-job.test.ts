import { KomboGeneralError } from '@kombo-api/sdk/models/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayBeSkipped, sftpClients } from '../sftp/clients.ts'
import { absencesCsv, employeesCsv, type Person, people, person, timesheetsCsv } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'
import { movedBetween, stampsOf } from './stamps.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const hris = ({ id }: Customer) => product.sdk(id).hris

const staffOf = (customer: Customer, options: { include_deleted?: boolean } = {}) =>
  everything(hris(customer).getEmployees({ page_size: 250, ...options }))

const stampsIn = async (customer: Customer) => stampsOf(await staffOf(customer))

const without = (staff: readonly Person[], ...ids: readonly string[]) => staff.filter(({ id }) => !ids.includes(id))
const changed = (staff: readonly Person[], id: string, change: Partial<Person>) =>
  staff.map((each) => (each.id === id ? { ...each, ...change } : each))

/** A customer whose files are live. */
const liveCustomer = async (staff: readonly Person[]): Promise<Customer> => {
  const customer = await newCustomer(product)
  await customer.deliver({ 'employees.csv': employeesCsv(staff) })
  await customer.approve()
  return customer
}

describe('from a connection link to the records', () => {
  const staff = people(30)
  const firstDay = '15.06.2026'
  let customer: Customer

  beforeAll(async () => {
    customer = await newCustomer(product, 'Müller & Söhne KG')
    await customer.deliver({
      'employees.csv': employeesCsv(staff),
      'absences.csv': absencesCsv(staff.slice(0, 20)),
      'timesheets.csv': timesheetsCsv(staff.slice(0, 5), firstDay),
    })
  })

  it('answers that somebody must approve the mapping first', async () => {
    await expect(staffOf(customer)).rejects.toMatchObject({ error: { code: 'INTEGRATION.QA_FAILED' } })
    expect(await customer.reportOn('employees.csv')).toMatchObject({
      outcome: 'waiting_for_mapping',
      counts: { rows: 30, created: 0 },
      issues: [expect.objectContaining({ code: 'MAPPING_NOT_APPROVED' })],
    })
  })

  it('gives every person after the approval', async () => {
    await customer.approve()
    const found = await staffOf(customer)
    expect(found.map(({ remote_id }) => remote_id).sort()).toEqual(staff.map(({ id }) => id))
    const { data } = await product.sdk().general.getIntegrationDetails({ integration_id: customer.id })
    expect(data).toMatchObject({ setup_status: 'COMPLETED', end_user: { organization_name: 'Müller & Söhne KG' } })
  })

  it('gives a person with everything that the row says', async () => {
    const [found] = await everything(hris(customer).getEmployees({ remote_ids: ['000011'] }))
    const wanted = person(11)
    expect(found).toMatchObject({
      first_name: wanted.first,
      last_name: wanted.last,
      job_title: wanted.job,
      weekly_hours: 32.5,
      start_date: new Date(wanted.start.split('.').reverse().join('-')),
      manager: { remote_id: '000002', display_full_name: `${person(2).first} ${person(2).last}` },
      work_location: { name: wanted.location },
      groups: [{ name: wanted.department, type: 'DEPARTMENT' }],
      remote_deleted_at: null,
    })
    const [first] = await everything(hris(customer).getEmployees({ remote_ids: ['000001'] }))
    expect(first).toMatchObject({ job_title: 'Geschäftsführung\nund Vorstand', manager: null })
  })

  it('gives the groups and locations that the rows mention', async () => {
    const groups = await everything(hris(customer).getGroups())
    expect(groups.map(({ name }) => name).sort()).toEqual(['Einkauf', 'Finanzen & Controlling', 'Vertrieb'])
    const locations = await everything(hris(customer).getLocations())
    expect(locations.map(({ name }) => name).sort()).toEqual(['Köln', 'Zürich'])
  })

  it('gives absences with their type and their person', async () => {
    const [boss] = await everything(hris(customer).getEmployees({ remote_ids: ['000001'] }))
    const absences = await everything(hris(customer).getAbsences())
    expect(absences).toHaveLength(20)
    expect(absences.find(({ remote_id }) => remote_id === 'A-000001')).toMatchObject({
      employee_id: boss?.id,
      start_date: '2026-07-13',
      end_date: '2026-07-24',
      amount: 9.5,
      unit: 'DAYS',
      type: { name: 'Urlaub' },
    })
    const types = await everything(hris(customer).getAbsenceTypes())
    expect(types.map(({ name }) => name).sort()).toEqual(['Krankheit', 'Urlaub'])
  })

  it('gives timesheets, a night shift with its end on the next day', async () => {
    const sheets = await everything(hris(customer).getTimesheets())
    expect(sheets).toHaveLength(5)
    expect(sheets.find(({ remote_id }) => remote_id === `${firstDay}-000003`)).toMatchObject({
      started_at: new Date('2026-06-15T22:00:00.000Z'),
      ended_at: new Date('2026-06-16T06:15:00.000Z'),
      payable_hours: 8.25,
    })
  })

  it('leaves timesheets alone that are older than the next file', async () => {
    await customer.deliver({ 'timesheets.csv': timesheetsCsv(staff.slice(0, 2), '16.06.2026') })
    const ids = (await everything(hris(customer).getTimesheets())).map(({ remote_id }) => remote_id).sort()
    expect(ids.filter((id) => id?.startsWith(firstDay))).toHaveLength(5)
    expect(ids.filter((id) => id?.startsWith('16.06.2026'))).toHaveLength(2)
  })

  it('stores an absence of a person who comes later as soon as the person is there', async () => {
    const newcomer = person(31)
    await customer.deliver({ 'absences.csv': absencesCsv([...staff.slice(0, 20), newcomer]) })
    expect((await customer.reportOn('absences.csv')).issues).toEqual([
      expect.objectContaining({
        code: 'EMPLOYEE_UNKNOWN',
        rows: [22],
        column: 'Personalnummer',
        example: newcomer.id,
      }),
    ])
    expect(await everything(hris(customer).getAbsences())).toHaveLength(20)
    await customer.deliver({ 'employees.csv': employeesCsv([...staff, newcomer]) })
    expect(await everything(hris(customer).getAbsences())).toHaveLength(21)
  })
})

describe('the next files', () => {
  const staff = people(30)
  let customer: Customer

  beforeAll(async () => {
    customer = await liveCustomer(staff)
  })

  it('change exactly the one record that changed', async () => {
    const before = await stampsIn(customer)
    await customer.deliver({ 'employees.csv': employeesCsv(changed(staff, '000017', { job: 'Teamleitung' })) })
    expect(movedBetween(before, await stampsIn(customer))).toEqual(['000017'])
    expect((await customer.reportOn('employees.csv')).counts).toMatchObject({ updated: 1, unchanged: 29, removed: 0 })
  })

  it('change nothing when they say the same again', async () => {
    const before = await stampsIn(customer)
    await customer.deliver({ 'employees.csv': employeesCsv(changed(staff, '000017', { job: 'Teamleitung' })) })
    expect(movedBetween(before, await stampsIn(customer))).toEqual([])
    expect(await customer.reportOn('employees.csv')).toMatchObject({
      counts: { rows: 30, created: 0, updated: 0, rerendered: 0, removed: 0, unchanged: 30, held: 0 },
      issues: [],
    })
  })

  it('change nothing when the rows stand in another order and with other line ends', async () => {
    const before = await stampsIn(customer)
    const current = changed(staff, '000017', { job: 'Teamleitung' }).toReversed()
    const [header = '', ...rows] = employeesCsv(current).split('\r\n')
    await customer.deliver({ 'employees.csv': [header, ...rows].join('\n') })
    expect(movedBetween(before, await stampsIn(customer))).toEqual([])
  })

  it('show a manager who was renamed inside the people led, whose own record did not change', async () => {
    const before = await staffOf(customer)
    await customer.deliver({ 'employees.csv': employeesCsv(changed(staff, '000010', { last: 'Neuname' })) })
    const after = await staffOf(customer)
    // 000017 has its old title again: this file no longer says otherwise.
    expect(movedBetween(stampsOf(before), stampsOf(after))).toEqual(['000010', '000017'])
    const led = after.filter(({ manager }) => manager?.remote_id === '000010')
    expect(led.map(({ manager }) => manager?.last_name)).toEqual(led.map(() => 'Neuname'))
    const renamed = after.find(({ remote_id }) => remote_id === '000010')?.changed_at
    // What changed in the two seconds before would be shown, too.
    const since = new Date((renamed?.getTime() ?? 0) + 2_000)
    await expect
      .poll(
        async () =>
          (await everything(hris(customer).getEmployees({ updated_after: since })))
            .map(({ remote_id }) => remote_id)
            .sort(),
        { timeout: 20_000, interval: 500 },
      )
      .toEqual(['000010', '000017', ...led.map(({ remote_id }) => remote_id)].sort())
  })

  it('mark a person who is gone as removed, and hide them unless asked', async () => {
    await customer.deliver({ 'employees.csv': employeesCsv(without(staff, '000029')) })
    expect((await staffOf(customer)).map(({ remote_id }) => remote_id)).not.toContain('000029')
    const all = await staffOf(customer, { include_deleted: true })
    expect(all).toHaveLength(30)
    expect(all.filter(({ remote_deleted_at }) => remote_deleted_at !== null)).toEqual([
      expect.objectContaining({ remote_id: '000029', remote_deleted_at: expect.any(Date) }),
    ])
    expect((await customer.reportOn('employees.csv')).counts).toMatchObject({ removed: 1 })
  })

  it('bring a person back under the same id', async () => {
    const gone = (await staffOf(customer, { include_deleted: true })).find(({ remote_id }) => remote_id === '000029')
    await customer.deliver({ 'employees.csv': employeesCsv(staff) })
    const back = (await staffOf(customer)).find(({ remote_id }) => remote_id === '000029')
    expect(back).toMatchObject({ id: gone?.id, remote_deleted_at: null, last_name: person(29).last })
  })

  it('need no call by the app: a run that is asked for finds nothing to do', async () => {
    const before = await stampsIn(customer)
    const syncs = await customer.syncs()
    // One for each file, one for the approval.
    expect(syncs).toHaveLength((await customer.files()).length + 1)
    const { data } = await product.sdk(customer.id).general.triggerSync({})
    await customer.settled()
    const [forced] = await customer.syncs()
    expect(forced).toMatchObject({ id: data.sync_id, state: 'SUCCEEDED' })
    expect(movedBetween(before, await stampsIn(customer))).toEqual([])
  })
})

describe('a file that lacks many people', () => {
  const staff = people(120)
  let customer: Customer

  beforeAll(async () => {
    customer = await liveCustomer(staff)
  })

  it('removes nobody, and applies the rest', async () => {
    const half = changed(staff.slice(0, 60), '000020', { job: 'Befördert' })
    await customer.deliver({ 'employees.csv': employeesCsv([...half, person(121)]) })
    const found = await staffOf(customer, { include_deleted: true })
    expect(found).toHaveLength(121)
    expect(found.filter(({ remote_deleted_at }) => remote_deleted_at !== null)).toEqual([])
    expect(found.find(({ remote_id }) => remote_id === '000020')?.job_title).toBe('Befördert')
    const report = await customer.reportOn('employees.csv')
    expect(report).toMatchObject({
      outcome: 'applied',
      counts: { rows: 61, created: 1, updated: 1, unchanged: 59, removed: 0, held: 60 },
      issues: [expect.objectContaining({ code: 'REMOVALS_HELD', message: expect.stringContaining('60 of 120') })],
    })
    expect((await customer.syncs())[0]?.state).toBe('PARTIALLY_FAILED')
  })

  it('is forgotten when the whole file comes', async () => {
    await customer.deliver({ 'employees.csv': employeesCsv([...staff, person(121)]) })
    expect(await customer.reportOn('employees.csv')).toMatchObject({ counts: { removed: 0, held: 0 }, issues: [] })
    expect(await staffOf(customer)).toHaveLength(121)
  })

  it('removes those people where they are few', async () => {
    await customer.deliver({ 'employees.csv': employeesCsv([...staff.slice(0, 111), person(121)]) })
    expect(await customer.reportOn('employees.csv')).toMatchObject({ counts: { removed: 9, held: 0 } })
    expect(await staffOf(customer)).toHaveLength(112)
  })
})

describe('every SFTP client', () => {
  let customer: Customer

  beforeAll(async () => {
    customer = await liveCustomer(people(2))
  })

  for (const [index, client] of sftpClients.entries()) {
    it(`${client.name} pushes a file under the same name, and the people in it are there`, async (context) => {
      if (await mayBeSkipped(client)) context.skip(`${client.name} is not installed`)
      const staff = people(3 + index)
      await customer.deliver({ 'employees.csv': employeesCsv(staff) }, client)
      expect(await staffOf(customer)).toHaveLength(staff.length)
      expect(await customer.fileNamed('employees.csv')).toMatchObject({ state: 'ACCEPTED', issues: [] })
      // Some clients look at a file long after they have put it.
      if (client.list) expect(await client.list(customer.target)).toContain('employees.csv')
    })
  }
})

describe('the end of an integration', () => {
  const notFound = { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } }

  it('closes the API and the SFTP login at once', async () => {
    const customer = await liveCustomer(people(3))
    await product.sdk().general.deleteIntegration({ integration_id: customer.id, body: {} })
    await expect(staffOf(customer)).rejects.toMatchObject(notFound)
    const details = product.sdk().general.getIntegrationDetails({ integration_id: customer.id })
    await expect(details).rejects.toBeInstanceOf(KomboGeneralError)
    await expect(details).rejects.toMatchObject({ ...notFound, statusCode: 404 })
    await expect(customer.put('employees.csv', employeesCsv(people(4)))).rejects.toThrow(/authentication/i)
    await expect(product.call('GET', `${customer.base}/files`)).resolves.toMatchObject({ status: 404 })
  })
})
