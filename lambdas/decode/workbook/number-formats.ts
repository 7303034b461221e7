import { UnreadableFile } from '../../reading/unreadable-file.ts'
import type { Bytes } from '../bytes.ts'
import { workbookUnreadable } from '../refusals.ts'
import { visitXml } from './xml.ts'

/** What a number in a cell is shown as. `zeros`: with so many digits at least. */
export type NumberKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'zeros'; readonly digits: number }

export const plainNumber: NumberKind = { kind: 'number' }

/** Formats that have a number instead of a code (ECMA-376, part 1, 18.8.30), those of East Asia among them. */
const builtIn = (id: number): NumberKind | undefined => {
  if ([45, 47, 32, 33].includes(id) || (id >= 18 && id <= 21)) return { kind: 'time' }
  if (id === 46) return { kind: 'duration' }
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' }
  return id < 50 ? plainNumber : undefined
}

/** Text in quotes, single characters, colours, conditions and languages: nothing that says what a number is. */
const decoration = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi

/** What the code of a format makes of a number. */
const kindOfFormat = (code: string): NumberKind => {
  const [shown = ''] = code.slice(0, 300).replace(decoration, '').toLowerCase().split(';')
  if (/general|standard/.test(shown)) return plainNumber
  if (/^0{2,}$/.test(shown)) return { kind: 'zeros', digits: shown.length }
  if (/\[[hms]+\]/.test(shown)) return { kind: 'duration' }
  const isTime = /[hs]/.test(shown)
  if (/[yd]/.test(shown) || (shown.includes('m') && !isTime)) return { kind: 'date' }
  return isTime ? { kind: 'time' } : plainNumber
}

/** Excel takes 65,490. */
const maxFormats = 100_000

/** The kind of each cell format, by its number. */
export const readNumberKinds = async (styles: Bytes): Promise<readonly NumberKind[]> => {
  const codes = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let inCellFormats = false
  await visitXml(styles, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId)
      if (codes.size + kinds.length > maxFormats) throw new UnreadableFile(workbookUnreadable())
      if (name === 'numFmt') codes.set(id, kindOfFormat(formatCode))
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) kinds.push(codes.get(id) ?? builtIn(id) ?? plainNumber)
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return kinds
}
