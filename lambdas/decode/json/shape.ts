import type { Token } from 'stream-json/core/parser.js'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import { jsonTooDeep, jsonTooWide } from '../refusals.ts'

/** A place in JSON and what stands there: all elements of a list are one place. */
export type Shape = {
  readonly fields: Map<string, Shape>
  items: Shape | undefined
  /** How many objects stand here. */
  objects: number
  /** Whether a text, number or truth stands here. */
  hasValue: boolean
}

const maxDepth = 32
/** Objects whose keys are ids have no end of places. */
const maxPlaces = 20_000

const newShape = (): Shape => ({ fields: new Map(), items: undefined, objects: 0, hasValue: false })

/** What is met on the way through JSON. */
export type Visitor = {
  readonly enter: (at: Shape) => void
  readonly leave: (at: Shape) => void
  readonly value: (at: Shape, text: string) => void
}

type Open = { readonly at: Shape; readonly isList: boolean }

/** Where the walk is, and the places that it has seen. */
const placesFrom = (root: Shape) => {
  const open: Open[] = []
  let here = root
  let places = 0

  const added = (): Shape => {
    places += 1
    if (places > maxPlaces) throw new UnreadableFile(jsonTooWide())
    return newShape()
  }
  const field = (key: string): void => {
    const { fields } = open.at(-1)?.at ?? root
    const found = fields.get(key) ?? added()
    fields.set(key, found)
    here = found
  }
  const descend = (isList: boolean): void => {
    if (open.length >= maxDepth) throw new UnreadableFile(jsonTooDeep(maxDepth))
    open.push({ at: here, isList })
    if (!isList) return
    here.items ??= added()
    here = here.items
  }
  /** Answers what is left. */
  const ascend = (): Shape => {
    const left = open.pop()?.at ?? root
    const outer = open.at(-1)
    here = outer === undefined ? root : ((outer.isList ? outer.at.items : undefined) ?? outer.at)
    return left
  }
  return { here: () => here, field, descend, ascend }
}

/** Goes through tokens, from one place to the next. Places that it had not seen are added below `root`. */
export const shapeWalker = (root: Shape, { enter, leave, value }: Visitor) => {
  const { here, field, descend, ascend } = placesFrom(root)
  const take = (token: Token): void => {
    if (token.name === 'keyValue') field(token.value)
    else if (token.name === 'startObject') {
      enter(here())
      descend(false)
    } else if (token.name === 'startArray') descend(true)
    else if (token.name === 'endObject') leave(ascend())
    else if (token.name === 'endArray') ascend()
    else if (token.name === 'stringValue' || token.name === 'numberValue') value(here(), token.value)
    else if (token.name === 'trueValue' || token.name === 'falseValue') value(here(), String(token.value))
  }
  return take
}

/** The shape of everything that the tokens hold. */
export const shapeOf = async (tokens: AsyncIterable<readonly Token[]>): Promise<Shape> => {
  const root = newShape()
  const take = shapeWalker(root, {
    enter: (at) => {
      at.objects += 1
    },
    leave: () => undefined,
    value: (at) => {
      at.hasValue = true
    },
  })
  for await (const some of tokens) for (const token of some) take(token)
  return root
}
