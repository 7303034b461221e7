import type { ModelId } from '#core/model/models.ts'
import type { ManifestTable } from './manifest-table.ts'

/** What becomes of the records of a model when what is committed gives way to what was. */
export type ManifestDifference = {
  /** Numbers of the rows that go. */
  readonly goes: readonly number[]
  readonly comes: number
  readonly changes: number
  /** Of the records that stayed then although no file gave them any more, those that are gone or another: no file says what they were. */
  readonly lost: number
}

/** Whether a row of each says the same of a record: what it is, and whom and what it mentions. */
const saysSame = (now: ManifestTable, at: number, then: ManifestTable, index: number): boolean => {
  if (now.own(at) !== then.own(index)) return false
  const [start, startThen] = [now.referencesStart(at), then.referencesStart(index)]
  const count = now.referencesStart(at + 1) - start
  if (then.referencesStart(index + 1) - startThen !== count) return false
  for (let i = 0; i < count; i += 1) {
    const isSame = now.targetId(now.target(start + i)) === then.targetId(then.target(startThen + i))
    if (!isSame || now.role(start + i) !== then.role(startThen + i)) return false
  }
  return true
}

export const differenceTo = (now: ManifestTable, then: ManifestTable, model: ModelId): ManifestDifference => {
  const goes: number[] = []
  for (let index = 0; index < now.size; index += 1)
    if (now.model(index) === model && then.find(now.id(index)) < 0) goes.push(index)
  let [comes, changes, lost] = [0, 0, 0]
  for (let index = 0; index < then.size; index += 1) {
    if (then.model(index) !== model) continue
    const at = now.find(then.id(index))
    if (at >= 0 && saysSame(now, at, then, index)) continue
    if (then.absentSince(index) !== null) lost += 1
    else if (at < 0) comes += 1
    else changes += 1
  }
  return { goes, comes, changes, lost }
}
