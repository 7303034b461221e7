import type { Dataset } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import { noSheets, sheetLargest, sheetMissing, sheetNamed, sheetOnly } from '../refusals.ts'
import type { Sheet } from './parts.ts'

type Chosen = { readonly sheet: Sheet; readonly by: Evidence['by']; readonly issues: readonly Issue[] }

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const namesOf = (sheets: readonly Sheet[]): readonly string[] => sheets.map(({ name }) => name)

/** What people call their sheets. */
const words: Partial<Readonly<Record<Dataset, RegExp>>> = {
  employees:
    /^(?:mitarbeiter(?:innen)?|mitarbeitende|beschäftigte|personal|stammdaten|staff|people|workers?|personnel|employés|salariés|collaborateurs|dipendenti|collaboratori|empleados|trabajadores|medewerkers|werknemers|colaboradores|funcionários)(?:[-_ .\d]*)$/i,
  absences:
    /^(?:abwesenheiten|fehlzeiten|urlaub|absences?|congés|assenze|ferie|ausencias|vacaciones|afwezigheid|verlof|ausências|férias)(?:[-_ .\d]*)$/i,
}

const isNamed = (name: string, dataset: Dataset | null): boolean => {
  if (dataset && words[dataset]?.test(name.trim())) return true
  const claim = claimOf(name)
  return claim.kind === 'export' && claim.dataset === dataset
}

const asWanted = (sheets: readonly Sheet[], wanted: string, only: Sheet | undefined): Chosen => {
  const sheet = sheets.find(({ name }) => sameName(name, wanted))
  if (sheet) return { sheet, by: 'said', issues: [] }
  // Some exports name their only sheet after the month.
  if (only) return { sheet: only, by: 'only', issues: [sheetOnly(only.name, wanted)] }
  throw new UnreadableFile(sheetMissing(wanted, namesOf(sheets)))
}

/** The sheet that the mapping names, else the only one, else the one that is named after the dataset, else the largest. */
export const chooseSheet = (sheets: readonly Sheet[], wanted: string | undefined, dataset: Dataset | null): Chosen => {
  const bySize = sheets.toSorted((a, b) => b.part.uncompressedSize - a.part.uncompressedSize)
  const [largest] = bySize
  if (!largest) throw new UnreadableFile(noSheets())
  const only = sheets.length === 1 ? largest : undefined
  if (wanted !== undefined) return asWanted(sheets, wanted, only)
  if (only) return { sheet: only, by: 'only', issues: [] }
  const named = sheets.find(({ name }) => isNamed(name, dataset))
  const sheet = named ?? largest
  const others = namesOf(sheets).filter((name) => name !== sheet.name)
  if (named) return { sheet, by: 'named', issues: [sheetNamed(sheet.name, others)] }
  return { sheet, by: 'largest', issues: [sheetLargest(sheet.name, others)] }
}
