import { datasets } from '#core/files/datasets.ts'
import { columnIndex } from './columns.ts'
import { headerWords } from './header-words.ts'
import type { Mapping } from './mapping.ts'
import { isMaskedField } from './mask.ts'
import { matchHeader } from './match-header.ts'
import { type SampleColumn, share } from './sample-column.ts'

/** Below this a name may just as well mean something harmless: `Amount` is rarely a salary. */
const sureEnough = 0.8

const tellingWords =
  /^(?:passport|passnummer|passeport|passaporto|pasaporte|ausweis|ausweisnummer|identity|personalausweis|dni|iban|bonus|salary|gehalt|lohn|salaire|stipendio|salario)$/

const isTelling = (name: string): boolean =>
  headerWords(name).some((word) => tellingWords.test(word)) ||
  datasets.some((dataset) =>
    matchHeader(dataset, name).some(({ field, confidence }) => confidence >= sureEnough && isMaskedField(field)),
  )

/** A column of a joined file is called as in its own file, behind the name of the join. */
const isTellingName = (name: string): boolean => isTelling(name) || isTelling(name.slice(name.indexOf('.') + 1))

const iban = /^[A-Z]{2}\d{2} ?(?:[A-Z\d]{4} ?){2,7}[A-Z\d]{1,4}$/

const looksTelling = ({ values }: SampleColumn): boolean =>
  values.length > 0 && share(values, (value) => iban.test(value)) > 0.5

/** The columns whose cells are shown masked: by what a mapping makes of them, by their name, and by what they hold. */
export const maskedColumns = (
  columns: readonly SampleColumn[],
  mapping: Pick<Mapping, 'fields'> | null,
): ReadonlySet<number> => {
  const header = columns.map(({ name }) => name)
  const mapped = Object.entries(mapping?.fields ?? {})
    .filter(([field]) => isMaskedField(field))
    .flatMap(([, sources]) =>
      sources.flatMap((source) => (source.from === 'column' ? [columnIndex(header, source.column)] : [])),
    )
  const telling = columns.filter((column) => isTellingName(column.name) || looksTelling(column))
  return new Set([...mapped, ...telling.map(({ index }) => index)])
}
