import type { ModelId } from '#core/model/models.ts'
import type { ManifestRow } from './manifest.ts'

/**
 * What other datasets have to say of the records that one of them gives or mentions. Of those that have a record, the first decides
 * what it says; it leaves when none has it any more.
 */
export type Others = {
  /** The models that others tell of too. */
  readonly models: readonly ModelId[]
  /** Whether a dataset that comes first has the record. */
  readonly decide: (id: string) => boolean
  /** Whether a record that is decided elsewhere now shows something else inside others than is stored. */
  readonly move: (id: string) => boolean
  /** The committed row by which the record is stored; undefined when this dataset has decided it so far, or nobody had it. */
  readonly committed: (id: string) => ManifestRow | undefined
  /** Records that this dataset has, and that another one decided until now: what is stored of them is not what it says. */
  readonly inherited: ReadonlySet<string>
}

/** Nobody else tells of the same models. */
export const noOthers: Others = {
  models: [],
  decide: () => false,
  move: () => false,
  committed: () => undefined,
  inherited: new Set(),
}
