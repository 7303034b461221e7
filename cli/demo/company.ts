/** A made-up company: the same people every time, so that what the demo prints can be compared. */

const firstNames = [
  'Ada',
  'Björn',
  'Chloé',
  'Dörte',
  'Émile',
  'Francesca',
  'Günther',
  'Hélène',
  'Iñaki',
  'Jürgen',
  'Käthe',
  'Łukasz',
  'Māra',
  'Noëlle',
  'Ömer',
  'Petra',
]
const lastNames = [
  'Müller',
  'Großmann',
  'Österreich',
  'Dupont',
  'Rossi',
  'Weiß',
  'Ångström',
  'Fernández',
  'Jäger',
  'Schäfer',
  'Kowalski',
  'Meier',
  "O'Brien",
]
const departments = ['Forschung', 'Vertrieb', 'Produktion', 'Finanzen', 'Personal'] as const
const titles: Readonly<Record<(typeof departments)[number], string>> = {
  Forschung: 'Ingenieurin',
  Vertrieb: 'Kundenberater',
  Produktion: 'Mechaniker',
  Finanzen: 'Controllerin',
  Personal: 'Referent',
}
const locations = ['Zürich', 'München', 'Genève'] as const

/** What the file of locations tells of each: its key, street, postal code, city and country. */
const offices: Readonly<Record<(typeof locations)[number], readonly string[]>> = {
  Zürich: ['ZRH', 'Bahnhofstrasse 1', '8001', 'Zürich', 'CH'],
  München: ['MUC', 'Marienplatz 2', '80331', 'München', 'DE'],
  Genève: ['GVA', 'Rue du Rhône 3', '1204', 'Genève', 'CH'],
}

const peopleCount = 200
/** Everybody reports to the person whose number is theirs divided by this, so the tree is four levels deep. */
const reportsPerManager = 6

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new RangeError('an empty list has no items')
  return item
}

const two = (number: number): string => String(number).padStart(2, '0')

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')

type Person = { readonly number: number; readonly id: string; readonly firstName: string; readonly lastName: string }

const people: readonly Person[] = Array.from({ length: peopleCount }, (_, index) => ({
  number: index + 1,
  // Ids are text: the leading zeros must survive.
  id: String(index + 1).padStart(5, '0'),
  firstName: at(firstNames, index * 7),
  lastName: at(lastNames, index * 5),
}))

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replaceAll('Ł', 'L')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

const managerOf = ({ number }: Person): string =>
  number === 1 ? '' : at(people, Math.max(0, Math.ceil((number - 1) / reportsPerManager) - 1)).id

const employeeRow = (person: Person): readonly string[] => {
  const { number, id, firstName, lastName } = person
  const department = at(departments, number)
  return [
    id,
    firstName,
    lastName,
    `${plain(firstName)}.${plain(lastName)}.${number}@example.com`,
    number === 1 ? 'Geschäftsführerin' : titles[department],
    department,
    at(locations, number),
    managerOf(person),
    `${two((number % 28) + 1)}.${two((number % 12) + 1)}.${2005 + (number % 20)}`,
    number % 3 === 0 ? 'Teilzeit' : 'Vollzeit',
    number % 3 === 0 ? '32,5' : '40,0',
    number % 10 === 0 ? `Hauptstraße ${number}\nHinterhaus` : `Hauptstraße ${number}`,
  ]
}

const absenceRow = ({ number, id }: Person): readonly string[] => [
  `A-${number}`,
  id,
  number % 4 === 0 ? 'Krankheit' : 'Urlaub',
  `${two((number % 27) + 1)}.07.2026`,
  `${two((number % 27) + 2)}.07.2026`,
  '2',
  'genehmigt',
]

const timesheetRow = ({ number, id }: Person): readonly string[] => [
  `T-${number}`,
  id,
  `${two((number % 28) + 1)}.06.2026`,
  '08:00',
  '16:45',
  '45',
  '8,0',
]

const balanceRow = ({ number, id }: Person): readonly string[] => [
  id,
  'Urlaub',
  String(5 + (number % 25)),
  String(25 - (number % 25)),
]

/** File name to contents: what an HR system in Switzerland or Germany might export. */
export const demoFiles: Readonly<Record<string, string>> = {
  'employees.csv': csv(
    [
      'Personalnummer',
      'Vorname',
      'Nachname',
      'E-Mail',
      'Position',
      'Abteilung',
      'Standort',
      'Vorgesetzter',
      'Eintrittsdatum',
      'Beschäftigungsart',
      'Wochenstunden',
      'Straße',
    ],
    people.map(employeeRow),
  ),
  'absences.csv': csv(
    ['Abwesenheits-ID', 'Personalnummer', 'Abwesenheitsart', 'Beginn', 'Ende', 'Tage', 'Status'],
    people.filter(({ number }) => number % 2 === 0).map(absenceRow),
  ),
  'time_off_balances.csv': csv(
    ['Personalnummer', 'Abwesenheitsart', 'Resturlaub Tage', 'Genommen Tage'],
    people.map(balanceRow),
  ),
  'locations.csv': csv(
    ['Standortschlüssel', 'Standort', 'Straße', 'PLZ', 'Ort', 'Land'],
    locations.map((name) => [offices[name][0] ?? '', name, ...offices[name].slice(1)]),
  ),
  'timesheets.csv': csv(
    ['Buchungs-ID', 'Personalnummer', 'Datum', 'Startzeit', 'Endzeit', 'Pause', 'Stunden'],
    people.filter(({ number }) => number % 2 === 1).map(timesheetRow),
  ),
}
