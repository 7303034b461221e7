import fc from 'fast-check'
import { expect, it } from 'vitest'
import { absences, employees, stepsOf, timesheets } from './edited-files.ts'
import { openTwin } from './twin.ts'

const runs = Number(process.env.SYNC_RUNS ?? 40)

it.each([employees, absences, timesheets])(
  'a file of $dataset that is told in pieces comes to exactly what it comes to in one run',
  async ({ dataset, ...subject }) => {
    await fc.assert(
      fc.asyncProperty(stepsOf({ dataset, ...subject }), fc.integer({ min: 1, max: 150 }), async (steps, piece) => {
        const [whole, cut] = [await openTwin(dataset, false), await openTwin(dataset, false, piece)]
        for (const step of steps) {
          expect(await cut.sync(step)).toEqual(await whole.sync(step))
          expect(await cut.manifest()).toEqual(await whole.manifest())
        }
      }),
      { numRuns: runs },
    )
  },
  120_000,
)
