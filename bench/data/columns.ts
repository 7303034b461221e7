import type { Source } from '#core/mapping/mapping.ts'
import type { Person } from './person.ts'
import { companies, streets, towns, units } from './words.ts'

type Options = Omit<Extract<Source, { readonly from: 'column' }>, 'from' | 'column'>

/** One column of the generated export: what it is called, what stands in it, and the field it fills, if any. */
export type Column = {
  readonly title: string
  readonly cell: (person: Person) => string
  readonly field?: string
  readonly options?: Options
}

const column = (title: string, field: string, cell: Column['cell'], options: Options = {}): Column => ({
  title,
  cell,
  field,
  options,
})
const unmapped = (title: string, cell: Column['cell']): Column => ({ title, cell })

const decimalComma = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`

const idOf = (index: number): string => `P${String(index).padStart(7, '0')}`

/** Everybody has nine direct reports until there is nobody left. */
/** Of bank and account, 18 digits, with the check digits that belong to them. */
const germanIban = (digits: string): string => {
  // D and E count as 13 and 14; a few digits at a time, since all of them are no number.
  const rest = `${digits}131400`.match(/\d{1,7}/g)?.reduce((left, part) => Number(`${left}${part}`) % 97, 0) ?? 0
  return `DE${String(98 - rest).padStart(2, '0')}${digits}`
}

export const managerOf = (index: number): number | null => (index === 0 ? null : Math.floor((index - 1) / 9))

const managerId = (index: number): string => {
  const manager = managerOf(index)
  return manager === null ? '' : idOf(manager)
}

const siteTown = (site: number): (typeof towns)[number] => towns[site % towns.length] ?? towns[0]
const unitName = (number: number): string => `${units[number % units.length]} ${1 + Math.trunc(number / units.length)}`
const date: Options = { dateFormat: 'dd.MM.yyyy' }

export const idColumn: Column = unmapped('Personalnummer', ({ index }) => idOf(index))

/** Tells of the export, not of the person: differs in every row of every export. */
export const exportStamp = 'Exportiert um'

const personColumns: readonly Column[] = [
  column('Vorname', 'first_name', ({ firstName }) => firstName),
  column('Nachname', 'last_name', ({ lastName }) => lastName),
  column('E-Mail dienstlich', 'work_email', ({ index }) => `p${index}@rheingold.example`),
  column('E-Mail privat', 'personal_email', ({ index }) => (index % 3 === 0 ? '' : `privat.${index}@post.example`)),
  column('Mobil', 'mobile_phone_number', ({ phone }) => phone),
  column('Geburtsdatum', 'date_of_birth', ({ birthday }) => birthday, date),
  column('Geschlecht', 'gender', ({ female }) => (female ? 'weiblich' : 'männlich')),
  column('Familienstand', 'marital_status', ({ index }) => (index % 2 === 0 ? 'verheiratet' : 'ledig')),
  column('Staatsangehörigkeit', 'nationality', ({ index }) => (index % 7 === 0 ? 'österreichisch' : 'deutsch')),
  column('Straße', 'home_address.street_1', ({ street }) => street),
  column('PLZ', 'home_address.zip_code', ({ town }) => town[0]),
  column('Ort', 'home_address.city', ({ town }) => town[1]),
  column('Bundesland', 'home_address.state', ({ town }) => town[2]),
  column('Land', 'home_address.country', () => 'DE'),
  column('IBAN', 'bank_account.iban', ({ account }) => germanIban(account.slice(2))),
  column('BIC', 'bank_account.bic', () => 'COLSDE33XXX'),
]

const workColumns: readonly Column[] = [
  column('Eintritt', 'start_date', ({ hired }) => hired, date),
  column('Austritt', 'termination_date', ({ left }) => left, date),
  column('Status', 'employment_status', ({ status }) => status, {
    values: { aktiv: 'ACTIVE', ausgeschieden: 'INACTIVE' },
  }),
  column('Beschäftigung', 'employment_type', ({ hours }) => (hours < 3500 ? 'Teilzeit' : 'Vollzeit')),
  column('Wochenstunden', 'weekly_hours', ({ hours }) => decimalComma(hours), { decimal: ',' }),
  column('Stelle', 'job_title', ({ job }) => job),
  column('Vorgesetzte Person', 'manager.remote_id', ({ index }) => managerId(index)),
  column('Gesellschaft Nr.', 'legal_entity.remote_id', ({ company }) => String(1000 + company)),
  column('Gesellschaft', 'legal_entity.name', ({ company }) => companies[company % companies.length] ?? ''),
  column('Standort Nr.', 'work_location.remote_id', ({ site }) => `S${site}`),
  column('Standort', 'work_location.name', ({ site }) => `Werk ${site} ${siteTown(site)[1]}`),
  column(
    'Standort Straße',
    'work_location.address.street_1',
    ({ site }) => `${streets[site % streets.length]} ${site + 1}`,
  ),
  column('Standort PLZ', 'work_location.address.zip_code', ({ site }) => siteTown(site)[0]),
  column('Standort Ort', 'work_location.address.city', ({ site }) => siteTown(site)[1]),
  column('Abteilung Nr.', 'department.remote_id', ({ department }) => `A${department}`),
  column('Abteilung', 'department.name', ({ department }) => unitName(department)),
  column('Team', 'team.name', ({ team }) => `Team ${unitName(team)}`),
  column('Kostenstelle', 'cost_center.remote_id', ({ costCenter }) => String(40_000 + costCenter)),
  unmapped('Jahresgehalt', ({ salary }) => decimalComma(salary)),
  unmapped('Bemerkung', ({ note }) => note),
]

/** The 38 columns of the generated export, in file order. */
export const columns: readonly Column[] = [
  idColumn,
  ...personColumns,
  ...workColumns,
  unmapped(exportStamp, ({ index }) => `2026-11-21T05:00:00.${String(index).padStart(7, '0')}`),
]
