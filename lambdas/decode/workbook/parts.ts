import type { Entry } from 'yauzl'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import type { Archive } from '../archive.ts'
import type { Bytes } from '../bytes.ts'
import { otherWorkbook, workbookUnreadable } from '../refusals.ts'
import { visitXml } from './xml.ts'

/** Whether an archive is what an office program saves (ECMA-376, part 2, and OpenDocument). */
export const isWorkbook = ({ entries }: Archive): boolean => {
  const names = new Set(entries.map(({ fileName }) => fileName))
  return names.has('[Content_Types].xml') || (names.has('mimetype') && names.has('content.xml'))
}

const partOf = ({ entries }: Archive, path: string): Entry | undefined =>
  entries.find(({ fileName }) => fileName.toLowerCase() === path.toLowerCase())

type Relation = { readonly id: string; readonly type: string; readonly path: string }

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** A target is meant from the folder of its source, or from the root if it begins with a slash. */
const resolved = (folder: string, target: string): string => new URL(target, `file:///${folder}`).pathname.slice(1)

/** Lists of relations, sheets and styles are short. */
const smallPart = 30_000_000

/** What a part refers to; `''` is the package itself. */
const relationsOf = async (archive: Archive, source: string): Promise<readonly Relation[]> => {
  const folder = folderOf(source)
  const entry = partOf(archive, `${folder}_rels/${source.slice(folder.length)}.rels`)
  const relations: Relation[] = []
  if (entry)
    await visitXml(archive.read(entry, smallPart), {
      open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
        if (name === 'Relationship' && URL.canParse(target, `file:///${folder}`))
          relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolved(folder, target) })
      },
    })
  return relations
}

export type Sheet = { readonly name: string; readonly part: Entry }

export type Workbook = {
  /** The sheets that are shown, in their order. */
  readonly sheets: readonly Sheet[]
  readonly strings: Entry | undefined
  readonly styles: Entry | undefined
  /** Whether days are counted from 1904, as old Macs did. */
  readonly from1904: boolean
}

type Listed = { readonly name: string; readonly relation: string }

const readSheetList = async (part: Bytes) => {
  const listed: Listed[] = []
  let from1904 = false
  await visitXml(part, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (element !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      listed.push({ name: attributes.name ?? '', relation })
    },
  })
  return { listed, from1904 }
}

/** What a workbook consists of. One whose parts are not XML is refused. */
export const readWorkbook = async (archive: Archive): Promise<Workbook> => {
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')
  const entry = main && partOf(archive, main.path)
  if (!main || !entry || !/\.xml$/i.test(main.path)) throw new UnreadableFile(otherWorkbook())
  const relations = await relationsOf(archive, main.path)
  const pathOf = (test: (relation: Relation) => boolean): Entry | undefined => {
    const found = relations.find(test)
    return found && partOf(archive, found.path)
  }
  const { listed, from1904 } = await readSheetList(archive.read(entry, smallPart))
  const sheets = listed.flatMap(({ name, relation }): readonly Sheet[] => {
    const part = pathOf(({ id, type }) => id === relation && type === 'worksheet')
    return part ? [{ name, part }] : []
  })
  if (listed.length === 0 && relations.length === 0) throw new UnreadableFile(workbookUnreadable())
  const strings = pathOf(({ type }) => type === 'sharedStrings')
  return { sheets, strings, styles: pathOf(({ type }) => type === 'styles'), from1904 }
}
