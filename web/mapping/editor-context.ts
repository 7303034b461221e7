import { createContext, useContext } from 'react'
import type { Issue } from '#core/issues/issue.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { FileColumn, MappingClient, UnderstoodFile } from './client.ts'

/** A field that the vendor defines. */
export type OwnField = { readonly key: string; readonly label: string | null }

export type EditorContextValue = {
  readonly client: MappingClient
  readonly file: UnderstoodFile
  /** Whether the file is read as the mapping says: while it is asked for, its columns are those of before. */
  readonly isRead: boolean
  readonly mapping: Mapping
  readonly change: (mapping: Mapping) => void
  /** The fields that may be filled, in the order in which they are shown. */
  readonly fields: readonly string[]
  readonly ownFields: readonly OwnField[]
  /** Fields without which the mapping cannot be approved. */
  readonly missing: readonly string[]
  readonly needed: ReadonlySet<string>
  /** What is wrong with the rows as they are mapped now. */
  readonly issues: readonly Issue[]
}

export const EditorContext = createContext<EditorContextValue | undefined>(undefined)

export const useEditor = (): EditorContextValue => {
  const value = useContext(EditorContext)
  if (!value) throw new Error('A part of the mapping editor is shown outside of it.')
  return value
}

/** Whether no row of a column tells day and month apart. */
export const isDateUnsure = ({ issues }: UnderstoodFile, column: string): boolean =>
  issues.some((issue) => issue.code === 'DATE_AMBIGUOUS' && issue.column === column)

/** Whether columns can be looked into: a mapping may speak of some that are not there. */
export const areThere = ({ file, isRead }: Pick<EditorContextValue, 'file' | 'isRead'>, names: readonly string[]) => {
  const header = file.columns.map(({ name }) => name)
  return isRead && names.every((name) => columnIndex(header, name) >= 0)
}

export const columnNamed = ({ columns }: UnderstoodFile, name: string): FileColumn | undefined =>
  columns.find((column) => column.name === name)
