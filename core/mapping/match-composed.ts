import type { Dataset } from '#core/files/datasets.ts'
import { fieldShapes, type Shape } from './field-shapes.ts'
import { type Kinds, kindsOfName } from './word-kinds.ts'

// Names that are put together of a few kinds of words: `e-mail (private)`, `Código do funcionário`, `Retribuzione annua lorda`.

/** What a name means whose words are all of the kinds that make one, and how sure that is. */
export type Composed = { readonly field: string; readonly confidence: number }

const fullConfidence = 0.85
const shortConfidence = 0.75
const weakConfidence = 0.62

/** Whether each need is met by a word of its own. */
const areMet = ([need, ...others]: readonly string[], words: readonly Kinds[]): boolean =>
  need === undefined ||
  words.some((kinds, at) => kinds.has(need) && areMet(others, [...words.slice(0, at), ...words.slice(at + 1)]))

const mayStand = (kinds: Kinds, { needs, allows = [] }: Shape): boolean =>
  kinds.has('filler') ||
  kinds.has('owner') ||
  needs.some((need) => kinds.has(need)) ||
  allows.some((each) => kinds.has(each))

/** The shape that the words of a name have: of several, the one that needs most, and of these the first. */
export const matchShape = (shapes: readonly Shape[], name: string): Composed | undefined => {
  const { words, isShort } = kindsOfName(name)
  if (words.length === 0) return undefined
  const found = shapes
    .filter((shape) => words.every((kinds) => mayStand(kinds, shape)) && areMet(shape.needs, words))
    .reduce<Shape | undefined>(
      (best, shape) => (best === undefined || shape.needs.length > best.needs.length ? shape : best),
      undefined,
    )
  if (found === undefined) return undefined
  const confidence = found.isWeak ? weakConfidence : isShort ? shortConfidence : fullConfidence
  return { field: found.field, confidence }
}

/** The field, or `remote_id`, that a name means. */
export const matchComposed = (dataset: Dataset, name: string): Composed | undefined =>
  matchShape(fieldShapes[dataset], name)
