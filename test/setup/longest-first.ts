import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What waits for processes and browsers takes minutes: begun last, it would leave the other workers idle. */
const longest = ['faults/faults', 'browser/', 'e2e/', 'sync/', 'fuzz/']

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((part) => moduleId.includes(`/test/${part}`))
  return place < 0 ? longest.length : place
}

/** Test files in the order in which all of them take the least time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
