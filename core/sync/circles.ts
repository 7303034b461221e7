import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { roleOf, targetOf } from './file-table.ts'
import type { Drops, SuccessorOf } from './judge-differences.ts'
import { givenNumbers, type LivingRows, stays } from './living-rows.ts'
import type { RowIssue } from './resolve.ts'

// People who report to each other in a circle. An app that walks up from one of them would never come to an end.

const role = 'manager'

/** What to report, and the references of committed rows that are dropped for it. */
type Circles = { readonly issues: readonly RowIssue[]; readonly cut: ReadonlySet<number> }

export const noCircles: Circles = { issues: [], cut: new Set() }

type Links = {
  readonly rows: LivingRows
  /** Where each committed row stands in the file; 0 where it does not. */
  readonly known: Uint32Array
  readonly drops: Drops
  readonly successorOf: SuccessorOf
}

const referencesTo = ({ base }: LivingRows, index: number): readonly number[] => {
  const start = base.referencesStart(index)
  const all = Array.from({ length: base.referencesStart(index + 1) - start }, (_, i) => start + i)
  return all.filter((reference) => base.role(reference) === role)
}

/** People by numbers of their own: those whom the file gives as in its table, those who stay as they are stored behind them. */
const peopleIn = ({ rows, known, drops, successorOf }: Links) => {
  const { table, base, committed, given, anew } = rows
  const count = given.length
  const ofCommitted = (index: number): number => {
    if (index < 0 || index >= base.size) return -1
    return anew[index] === 1 ? table.find(base.id(index)) : count + index
  }
  const ofGiven = (number: number): number => (given[number] === 1 ? number : ofCommitted(committed[number] ?? -1))
  const ofId = (id: string): number => {
    const number = table.find(id)
    return number < 0 ? ofCommitted(base.find(id)) : ofGiven(number)
  }
  return {
    size: count + base.size,
    /** Negative where there is none. */
    managerOf: (person: number): number => {
      if (person < count) {
        for (const reference of table.references(person))
          if (roleOf(reference) === role) return ofGiven(targetOf(reference))
        return -1
      }
      const reference = referencesTo(rows, person - count).find((each) => !drops(each))
      if (reference === undefined) return -1
      const successor = successorOf(reference)
      return successor === undefined ? ofCommitted(base.target(reference)) : ofId(successor)
    },
    nameOf: (person: number): string => (person < count ? table.remoteId(person) : base.remoteId(person - count)),
    /** 0 for who is not in the file. */
    rowOf: (person: number): number => (person < count ? table.row(person) : (known[person - count] ?? 0)),
    /** The committed row of somebody whom the file does not give. */
    storedRow: (person: number): number | undefined => (person < count ? undefined : person - count),
  }
}
type People = ReturnType<typeof peopleIn>

const onTheWay = 1
const seen = 2

/** What is committed has no circle: a new one goes through somebody whom the file gives. */
const findCircles = (people: People, starts: Iterable<number>): readonly (readonly number[])[] => {
  const states = new Uint8Array(people.size)
  const circles: number[][] = []
  for (const start of starts) {
    const way: number[] = []
    let person = start
    while (person >= 0 && states[person] === 0) {
      states[person] = onTheWay
      way.push(person)
      person = people.managerOf(person)
    }
    if (person >= 0 && states[person] === onTheWay) circles.push(way.slice(way.indexOf(person)))
    for (const each of way) states[each] = seen
  }
  return circles
}

const byName = (people: People, circle: readonly number[]): readonly number[] => {
  const names = circle.map(people.nameOf)
  const first = names.reduce((found, name, i) => (name < (names[found] ?? '') ? i : found), 0)
  return [...circle.slice(first), ...circle.slice(0, first)]
}

const circleIssue = (people: People, circle: readonly number[]): RowIssue => {
  const rows = circle
    .map(people.rowOf)
    .filter((row) => row > 0)
    .toSorted((a, b) => a - b)
  const names = [...circle, ...circle.slice(0, 1)].map(people.nameOf)
  return {
    row: rows[0] ?? 0,
    issue: issue('MANAGER_CIRCLE', { ...say('managerCircle'), dataset: 'employees', rows, example: names.join(' → ') }),
  }
}

/**
 * Opens circles of managers: of each, whoever has the first id is stored without a manager, and nobody else changes.
 */
export const openCircles = (links: Links): Circles => {
  const { rows } = links
  const people = peopleIn(links)
  const issues: RowIssue[] = []
  const cut = new Set<number>()
  for (const found of findCircles(people, givenNumbers(rows))) {
    const circle = byName(people, found)
    const [first = -1] = circle
    const index = people.storedRow(first)
    if (index === undefined) rows.table.keepReferences(first, (reference) => roleOf(reference) !== role)
    else {
      rows.stored[index] ||= stays
      for (const reference of referencesTo(rows, index)) cut.add(reference)
    }
    issues.push(circleIssue(people, circle))
  }
  return { issues, cut }
}
