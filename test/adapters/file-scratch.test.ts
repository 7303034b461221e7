import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { fileScratch } from '../../lambdas/adapters/file-scratch.ts'

const folder = await mkdtemp(join(tmpdir(), 'rosterport-test-'))
afterAll(() => rm(folder, { recursive: true }))

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 20 })

it('gives back every text, whether it still lies in memory or on disk', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 200_000 }), (some, times) => {
      const scratch = fileScratch(folder)
      const all = some.map((text) => text.repeat(Math.ceil(times / (some.length * (text.length + 1)))))
      const places = all.map(scratch.add)
      for (const text of all) scratch.add(text.repeat(8))
      expect(scratch.read(places)).toEqual(all)
      scratch.close()
    }),
    { numRuns: 30 },
  )
})

it('gives back bytes among texts, as they were when it took them', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 20 }), (some) => {
      const scratch = fileScratch(folder)
      const taken = some.map((bytes) => {
        const given = bytes.slice()
        const place = scratch.put(given)
        given.fill(0)
        return { place, text: scratch.add('ü'.repeat(100_000)) }
      })
      expect(taken.map(({ place }) => [...scratch.get(place)])).toEqual(some.map((bytes) => [...bytes]))
      expect(scratch.read(taken.map(({ text }) => text)).every((text) => text === 'ü'.repeat(100_000))).toBe(true)
      scratch.close()
    }),
    { numRuns: 20 },
  )
})

it('leaves nothing that another process could find, or that outlives this one', async () => {
  const scratch = fileScratch(folder)
  const place = scratch.add('secret')
  for (let megabyte = 0; megabyte < 3; megabyte += 1) scratch.add('x'.repeat(1024 * 1024))
  expect(await readdir(folder)).toEqual([])
  expect(scratch.read([place])).toEqual(['secret'])
  scratch.close()
})
