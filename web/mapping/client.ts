import type * as v from 'valibot'
import type { flowDescriptions } from '#core/api/endpoints/flow.ts'
import type { Mapping } from '#core/mapping/mapping.ts'

type Descriptions = typeof flowDescriptions
type AnswerOf<Route extends keyof Descriptions> = v.InferOutput<Descriptions[Route]['data']>

export type UnderstoodFile = AnswerOf<'POST /flow/understand'>
export type FileColumn = UnderstoodFile['columns'][number]
export type StoredMappings = AnswerOf<'GET /flow/mappings/{dataset}'>
export type StoredVersion = NonNullable<StoredMappings['latest']>
export type Preview = AnswerOf<'POST /flow/mappings/{dataset}/preview'>
export type PreviewPerson = Preview['people'][number]
export type ValueCounts = AnswerOf<'POST /flow/values'>
export type JoinLook = AnswerOf<'POST /flow/joins'>
export type JoinableFile = JoinLook['files'][number]
export type WordCount = ValueCounts['columns'][number]['values'][number]

/** `undefined`: somebody else has stored a mapping since, so nothing was changed. */
type Changed = StoredMappings | undefined

/** A version as the window knows it, 0 for none. */
export type Seen = Pick<StoredVersion, 'version' | 'revision'>

/** How a mapping has its files read. */
type ReadAs = Pick<Mapping, 'joins' | 'dialect'>

/** What the editor asks the server for: one dataset of one connection. Each throws when the server does not do it. */
export type MappingClient = {
  /** Names what is asked about, for caches. */
  readonly key: readonly unknown[]
  /** With a dialect, as that says it. */
  readonly understand: (dialect?: Mapping['dialect']) => Promise<UnderstoodFile>
  readonly read: () => Promise<StoredMappings>
  readonly store: (mapping: Mapping, basedOn: Seen) => Promise<Changed>
  readonly approve: (seen: Seen) => Promise<Changed>
  readonly preview: (mapping: Mapping) => Promise<Preview>
  readonly countValues: (columns: readonly string[], how: ReadAs) => Promise<ValueCounts>
  readonly joins: (how: ReadAs) => Promise<JoinLook>
  /** Whoever uses it approves, also where that is not left to customers. */
  readonly approvesAlways?: true
}
