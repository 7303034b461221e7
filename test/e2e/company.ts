/** Made-up export files, as a German HR system might write them. */

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as CSV: the first is the header; every row ends with a line end. */
export const csv = (rows: readonly (readonly string[])[], lineEnd = '\r\n'): string =>
  rows.map((cells) => cells.map(cell).join(';') + lineEnd).join('')

export type Person = {
  readonly id: string
  readonly first: string
  readonly last: string
  readonly job: string
  readonly department: string
  readonly location: string
  readonly manager: string
  readonly start: string
  readonly hours: string
}

const firstNames = ['Jürgen', 'Zoë', 'Anna-Lena', "Seán O'", 'Łucja', 'François', 'Ünal']
const lastNames = ['Müller', 'Weiß', 'Großmann', 'Ångström', 'Meyer "der Ältere"', 'von; Semikolon']
const departments = ['Vertrieb', 'Einkauf', 'Finanzen & Controlling']
const locations = ['Köln', 'Zürich']

/** What no log may say: parts of the people's names, of their jobs, and of any address. */
export const personalWords: readonly string[] = [
  ...firstNames,
  ...lastNames,
  ...['Neuname', 'Geschäftsführung', 'Sachbearbeitung', '@example.com'],
]

const pick = (items: readonly string[], number: number): string => items[number % items.length] ?? ''

/** Ids are text with leading zeros; the first person leads the first ten, who lead the rest. */
export const person = (number: number): Person => ({
  id: String(number).padStart(6, '0'),
  first: pick(firstNames, number),
  last: `${pick(lastNames, number)} ${number}`,
  job: number === 1 ? 'Geschäftsführung\nund Vorstand' : `Sachbearbeitung ${number % 4}`,
  department: pick(departments, number),
  location: pick(locations, number),
  manager: number === 1 ? '' : String(number <= 10 ? 1 : (number % 10) + 1).padStart(6, '0'),
  start: `0${(number % 9) + 1}.1${number % 3}.20${10 + (number % 15)}`,
  hours: number % 2 === 0 ? '40,0' : '32,5',
})

export const people = (count: number, first = 1): readonly Person[] =>
  Array.from({ length: count }, (_, index) => person(first + index))

const employeeHeader = [
  'Personalnummer',
  'Vorname',
  'Nachname',
  'Position',
  'Abteilung',
  'Standort',
  'Vorgesetzter',
  'Eintrittsdatum',
  'Wochenstunden',
]

export const employeeRows = (staff: readonly Person[]): readonly (readonly string[])[] => [
  employeeHeader,
  ...staff.map((each) => [
    each.id,
    each.first,
    each.last,
    each.job,
    each.department,
    each.location,
    each.manager,
    each.start,
    each.hours,
  ]),
]

export const employeesCsv = (staff: readonly Person[]): string => csv(employeeRows(staff))

/** One absence for each of these people. */
export const absencesCsv = (staff: readonly Person[]): string =>
  csv([
    ['Abwesenheits-ID', 'Personalnummer', 'Abwesenheitsart', 'Beginn', 'Ende', 'Tage'],
    ...staff.map(({ id }, index) => [
      `A-${id}`,
      id,
      index % 2 === 0 ? 'Urlaub' : 'Krankheit',
      '13.07.2026',
      '24.07.2026',
      '9,5',
    ]),
  ])

/** One entry for each of these people on a day, `dd.MM.yyyy`. */
export const timesheetsCsv = (staff: readonly Person[], day: string): string =>
  csv([
    ['Buchungs-ID', 'Personalnummer', 'Datum', 'Startzeit', 'Endzeit', 'Stunden'],
    ...staff.map(({ id }) => [`${day}-${id}`, id, day, '22:00', '06:15', '8,25']),
  ])
