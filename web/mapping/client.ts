import type * as v from 'valibot'
import type { flowDescriptions } from '#core/api/endpoints/flow.ts'
import type { Join } from '#core/mapping/join.ts'
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

/** What the editor asks the server for: one dataset of one connection. Each throws when the server does not do it. */
export type MappingClient = {
  /** Names what is asked about, for caches. */
  readonly key: readonly unknown[]
  readonly understand: () => Promise<UnderstoodFile>
  readonly read: () => Promise<StoredMappings>
  readonly store: (mapping: Mapping, basedOn: Seen) => Promise<Changed>
  readonly approve: (seen: Seen) => Promise<Changed>
  readonly preview: (mapping: Mapping) => Promise<Preview>
  readonly countValues: (columns: readonly string[], joins: readonly Join[]) => Promise<ValueCounts>
  readonly joins: (joins: readonly Join[]) => Promise<JoinLook>
  /** Whoever uses it approves, also where that is not left to customers. */
  readonly approvesAlways?: true
}
