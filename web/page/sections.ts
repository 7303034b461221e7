import { type ComponentType, lazy } from 'react'
import type { Connection } from '../flow/api.ts'
import type { en } from '../messages/en.ts'
import { FilesSection } from './files-section.tsx'

export type SectionId = keyof typeof en.page.sections

type Section = {
  readonly id: SectionId
  /** Whether it is linked; it is unless said. */
  readonly isLinked?: (connection: Connection) => boolean
  /** `detail` is what follows the section in the address. */
  readonly View: ComponentType<{ readonly detail: string | undefined }>
}

/** The first section comes with the page, the others when they are looked at. */
const KeysSection = lazy(async () => ({ default: (await import('./keys-section.tsx')).KeysSection }))
const ConnectionSection = lazy(async () => ({ default: (await import('./connection-section.tsx')).ConnectionSection }))
const ColumnsSection = lazy(async () => ({ default: (await import('./columns-section.tsx')).ColumnsSection }))
const ContactsSection = lazy(async () => ({ default: (await import('./contacts-section.tsx')).ContactsSection }))
const HeldSection = lazy(async () => ({ default: (await import('./held-section.tsx')).HeldSection }))

const files: Section = { id: 'files', View: FilesSection }

/** In the order in which they are linked. */
export const sections: readonly Section[] = [
  files,
  { id: 'held', View: HeldSection, isLinked: ({ removals_approver }) => removals_approver === 'customer' },
  { id: 'columns', View: ColumnsSection },
  { id: 'keys', View: KeysSection },
  { id: 'connection', View: ConnectionSection },
  { id: 'contacts', View: ContactsSection },
]

export const sectionNamed = (name: string): Section => sections.find(({ id }) => id === name) ?? files
