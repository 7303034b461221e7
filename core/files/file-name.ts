import type { Dataset } from './datasets.ts'

/** What the name of an uploaded object says about it. */
export type FileClaim =
  | { readonly kind: 'export'; readonly dataset: Dataset }
  /** A zip archive whose own name says nothing: the names of the files in it may. */
  | { readonly kind: 'archive' }
  /** A directory marker or one of our own reports: not even worth a line. */
  | { readonly kind: 'marker' }
  /** Half an upload under the name a client uses until it is whole; it is renamed when done. */
  | { readonly kind: 'temporary' }
  | { readonly kind: 'unclaimed' }

const temporary = [
  /\.filepart$/i,
  /\.part$/i,
  /\.tmp$/i,
  /\.temp$/i,
  /\.partial$/i,
  /\.crdownload$/i,
  /^\.in\./i,
  /^~\$/,
  /^\./,
]
/** Packed or encrypted by whoever took it along, or numbered as the copy of another. */
const ownReport = /\.result(?:[-_ ]*\(?\d+\)?)?\.csv(?:\.(?:csv|txt|zip|gz|pgp|gpg|asc))*$/i

const extensions = ['csv', 'tsv', 'txt', 'xlsx?', 'json', 'jsonl', 'ndjson', 'xml', 'zip', 'gz', 'pgp', 'gpg', 'asc']

/** A date, a time or a number. */
const dated = String.raw`(?:[-_ .:\d]|(?<=\d)[tz])*`
/** A date of six digits at least: `1_employees.csv` may be a piece of the employees. */
const datedBefore = String.raw`(?:(?=(?:[-_ .:tz]*\d){6})\d(?:[-_ .:\d]|(?<=\d)[tz])*)?`
/**
 * Nothing but a date or a time may stand before the word, and nothing but these or a number behind it: `employees_berlin.csv` is not all there is of the employees, and
 * `employee_absences.csv` is something else.
 */
const claimed = (word: string, more = '', ending = extensions.join('|')): RegExp =>
  new RegExp(`^${datedBefore}${word}s?${more}${dated}(?:\\.(?:${ending}))*$`, 'i')
/** Some systems write letters and their accents as two characters. */
const literally = (word: string): string =>
  word
    .trim()
    .normalize()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** What may follow the word: whether the file holds everything, or what changed since the one before. */
const extent = '(?:[-_ .]?(?:full|delta))?'

const words: readonly (readonly [string, Dataset])[] = [
  ['employee', 'employees'],
  ['employment', 'employments'],
  ['absence', 'absences'],
  ['(?:time[-_ ]?off|absence|leave)[-_ ]?balance', 'time_off_balances'],
  ['timesheet', 'timesheets'],
  ['group', 'groups'],
  ['legal[-_ ]?entit(?:y|ie)', 'legal_entities'],
  ['(?:work[-_ ]?)?location', 'locations'],
  ['(?:absence|time[-_ ]?off|leave)[-_ ]?type', 'absence_types'],
]
const claims = words.map(([word, dataset]) => [claimed(word, extent), dataset] as const)

/** The file name that each dataset is told to customers under. */
export const fileNames: Readonly<Record<Dataset, string>> = {
  employees: 'employees.csv',
  employments: 'employments.csv',
  absences: 'absences.csv',
  time_off_balances: 'time_off_balances.csv',
  timesheets: 'timesheets.csv',
  groups: 'groups.csv',
  legal_entities: 'legal_entities.csv',
  locations: 'locations.csv',
  absence_types: 'absence_types.csv',
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize()

/** Whether a name inside the customer's folder is that of a part: the word of its join, with a date or a number behind it at most. */
export const namesPart = (files: string, path: string): boolean => claimed(literally(files)).test(nameIn(path))

/** Whether a name is that of an export whose files are named by a word of the integration's own: what may follow is as with the fixed ones. */
export const namesExport = (word: string, path: string): boolean => claimed(literally(word), extent).test(nameIn(path))

const readable = new RegExp(`\\.(?:${extensions.join('|')})$`, 'i')

/** Whether a file whose name says nothing may still be one to join. */
export const mayBePart = (path: string): boolean => readable.test(nameIn(path))

const archived = /\.zip(?:\.(?:pgp|gpg|asc))*$/i

/** Whether a name is that of a zip archive, which may hold several exports. */
export const namesArchive = (path: string): boolean => archived.test(nameIn(path))

const anyEnding = '[a-z][a-z0-9]*'

/**
 * Whether a name is that of a manifest: the word of the mapping, with a date or a number behind it at most, and whatever ending; or
 * only the ending that the mapping says, as in `export.done` and `*.trg`.
 */
export const namesManifest = (manifest: string, path: string): boolean => {
  const [, word = '', ending = anyEnding] = /^(.*?)(?:\.([a-z][a-z0-9]*))?$/i.exec(manifest.trim()) ?? []
  const endings = `${ending}|gz|pgp|gpg|asc`
  const named =
    word === '*' ? new RegExp(`\\.${ending}(?:\\.(?:${endings}))*$`, 'i') : claimed(literally(word), '', endings)
  return !namesArchive(path) && named.test(nameIn(path))
}

const wrapped = /(?:\.(?:zip|gz|pgp|gpg|asc))+$/i

/** What lists know a file by, its name in lower case and without what it was packed or encrypted in; of one from an archive, that of the archive as well. */
export const listedNames = (path: string): readonly string[] =>
  path.split(/[/\\]/).map((name) => name.trim().replace(wrapped, '').toLowerCase())

/** The name of a file that came in an archive. */
export const memberName = (archive: string, path: string): string => `${archive}/${path}`

/** The word that a part is named by: `Contracts` of `Contracts-2026-01-31.csv` and of `20260131_Contracts.csv`. */
export const partWord = (path: string): string => {
  const bare = nameIn(path).replace(new RegExp(`(?:\\.(?:${extensions.join('|')}))+$`, 'i'), '')
  const word = bare.replace(new RegExp(`^${datedBefore}|${dated}$`, 'gi'), '')
  return word === '' ? bare : word
}

const saidExtent = new RegExp(`.(full|delta)${dated}(?:\\.(?:${extensions.join('|')}))*$`, 'i')

/** What the name of an export file says it holds; undefined where it says nothing. Only the end of it counts: the word may hold anything. */
export const extentInName = (path: string): 'full' | 'delta' | undefined => {
  const word = saidExtent.exec(nameIn(path))?.[1]?.toLowerCase()
  return word === 'full' || word === 'delta' ? word : undefined
}

/** The name under which the customer finds what became of a file, in the same folder; of one that came in an archive beside that. */
export const resultName = (path: string): string => {
  const beside = path.replace(/\.zip(?:\.(?:pgp|gpg|asc))*\/(?:.*\/)?/i, '.')
  return `${beside.replace(new RegExp(`(?:\\.(?:${extensions.join('|')}))+$`, 'i'), '')}.result.csv`
}

/** Whether a name says that the file is encrypted. */
export const namesEncrypted = (path: string): boolean => /\.(?:pgp|gpg|asc)$/i.test(path)

/** Judges a name inside the customer's folder; only the last part of a path counts. */
export const claimOf = (path: string): FileClaim => {
  if (path === '' || path.endsWith('/')) return { kind: 'marker' }
  const name = nameIn(path)
  if (ownReport.test(name)) return { kind: 'marker' }
  if (temporary.some((pattern) => pattern.test(name))) return { kind: 'temporary' }
  const dataset = claims.find(([pattern]) => pattern.test(name))?.[1]
  if (dataset) return { kind: 'export', dataset }
  return namesArchive(name) ? { kind: 'archive' } : { kind: 'unclaimed' }
}
