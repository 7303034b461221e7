import { beforeEach, describe, expect, it } from 'vitest'
import type { ControlStore, DocumentQuery } from '#core/ports/control-store.ts'

let partitions = 0

export const controlStoreContract = (name: string, make: () => Promise<ControlStore>): void => {
  describe(`ControlStore: ${name}`, () => {
    let store: ControlStore
    let pk: string
    beforeEach(async () => {
      store = await make()
      partitions += 1
      pk = `PARTITION#${partitions}`
    })

    const sortKeys = async (query: Omit<DocumentQuery, 'pk'>): Promise<readonly string[]> => {
      const { documents } = await store.query({ pk, ...query })
      return documents.map((document) => document.key.sk)
    }

    it('returns what was created, at once', async () => {
      const value = { name: 'Ærøskøbing', list: [1, null, { deep: true }], text: '"quoted"\n\u0000' }
      expect(await store.create({ pk, sk: 'a' }, value)).toBe(true)
      const document = await store.get({ pk, sk: 'a' })
      expect(document?.key).toEqual({ pk, sk: 'a' })
      expect(document?.value).toEqual(value)
      expect((await store.query({ pk })).documents).toEqual([document])
    })

    it('answers undefined for what is absent', async () => {
      expect(await store.get({ pk, sk: 'a' })).toBeUndefined()
      expect(await store.query({ pk })).toEqual({ documents: [], next: undefined })
    })

    it('does not create a key twice', async () => {
      expect(await store.create({ pk, sk: 'a' }, 'first')).toBe(true)
      expect(await store.create({ pk, sk: 'a' }, 'second')).toBe(false)
      expect(await store.get({ pk, sk: 'a' })).toMatchObject({ value: 'first' })
      expect(await store.create({ pk, sk: 'b' }, 'beside')).toBe(true)
    })

    it('replaces a document at its revision, once', async () => {
      await store.create({ pk, sk: 'a' }, 1)
      const first = await store.get({ pk, sk: 'a' })
      expect(await store.replace({ pk, sk: 'a' }, 2, first!.revision)).toBe(true)
      expect(await store.replace({ pk, sk: 'a' }, 3, first!.revision)).toBe(false)
      const second = await store.get({ pk, sk: 'a' })
      expect(second?.value).toBe(2)
      expect(second?.revision).not.toBe(first!.revision)
    })

    it('does not replace what was never created or is removed', async () => {
      expect(await store.replace({ pk, sk: 'a' }, 1, 1)).toBe(false)
      await store.create({ pk, sk: 'a' }, 1)
      const { revision } = (await store.get({ pk, sk: 'a' }))!
      await store.remove({ pk, sk: 'a' })
      expect(await store.replace({ pk, sk: 'a' }, 2, revision)).toBe(false)
      expect(await store.get({ pk, sk: 'a' })).toBeUndefined()
    })

    it('lets exactly one of twenty writers replace each revision', async () => {
      await store.create({ pk, sk: 'race' }, { winner: null })
      for (let round = 0; round < 3; round += 1) {
        const { revision } = (await store.get({ pk, sk: 'race' }))!
        const won = await Promise.all(
          Array.from({ length: 20 }, (_, writer) => store.replace({ pk, sk: 'race' }, { winner: writer }, revision)),
        )
        expect(won.filter(Boolean)).toHaveLength(1)
        expect((await store.get({ pk, sk: 'race' }))?.value).toEqual({ winner: won.indexOf(true) })
      }
    })

    it('lets exactly one of twenty writers create a key', async () => {
      const created = await Promise.all(
        Array.from({ length: 20 }, (_, writer) => store.create({ pk, sk: 'race' }, writer)),
      )
      expect(created.filter(Boolean)).toHaveLength(1)
      expect((await store.get({ pk, sk: 'race' }))?.value).toBe(created.indexOf(true))
    })

    it('loses no increment of twenty writers who try again', async () => {
      await store.create({ pk, sk: 'counter' }, 0)
      const increment = async (): Promise<void> => {
        const { value, revision } = (await store.get({ pk, sk: 'counter' }))!
        if (!(await store.replace({ pk, sk: 'counter' }, Number(value) + 1, revision))) await increment()
      }
      await Promise.all(Array.from({ length: 20 }, increment))
      expect((await store.get({ pk, sk: 'counter' }))?.value).toBe(20)
    })

    it('succeeds in removing what is gone', async () => {
      await store.create({ pk, sk: 'a' }, 1)
      await store.remove({ pk, sk: 'a' })
      await store.remove({ pk, sk: 'a' })
      expect(await store.create({ pk, sk: 'a' }, 2)).toBe(true)
    })

    describe('asked for a list', () => {
      const keys = ['CHORE#1', 'FILE#1#a', 'FILE#1#b', 'FILE#2', 'FILE#2#ü', 'FILE#\uffee', 'FILE#\u{1f600}', 'SYNC#1']
      beforeEach(async () => {
        for (const sk of [...keys].reverse()) await store.create({ pk, sk }, { sk })
        await store.create({ pk: `${pk}#neighbour`, sk: 'FILE#1' }, 'not ours')
      })

      it('sorts by the bytes of the key and stays in its partition', async () => {
        expect(await sortKeys({})).toEqual(keys)
        expect(await sortKeys({ descending: true })).toEqual([...keys].reverse())
      })

      it('keeps to a prefix', async () => {
        expect(await sortKeys({ prefix: 'FILE#2' })).toEqual(['FILE#2', 'FILE#2#ü'])
        expect(await sortKeys({ prefix: 'FILE#1#', descending: true })).toEqual(['FILE#1#b', 'FILE#1#a'])
        expect(await sortKeys({ prefix: 'NONE' })).toEqual([])
      })

      it('keeps to an upper bound, itself included', async () => {
        expect(await sortKeys({ until: 'FILE#1#b' })).toEqual(['CHORE#1', 'FILE#1#a', 'FILE#1#b'])
        expect(await sortKeys({ until: 'A' })).toEqual([])
      })

      it('keeps to a prefix and an upper bound together', async () => {
        expect(await sortKeys({ prefix: 'FILE#', until: 'FILE#2' })).toEqual(['FILE#1#a', 'FILE#1#b', 'FILE#2'])
        expect(await sortKeys({ prefix: 'FILE#1', until: 'SYNC#9' })).toEqual(['FILE#1#a', 'FILE#1#b'])
        expect(await sortKeys({ prefix: 'SYNC#', until: 'FILE#2' })).toEqual([])
      })

      it.each([{ descending: false }, { descending: true }])('pages through everything once: %o', async (order) => {
        const seen: string[] = []
        for (let after: string | undefined, more = true; more; more = after !== undefined) {
          const page = await store.query({ pk, limit: 3, ...order, ...(after !== undefined && { after }) })
          expect(page.documents.length).toBeLessThanOrEqual(3)
          seen.push(...page.documents.map((document) => document.key.sk))
          after = page.next
        }
        expect(seen).toEqual(order.descending ? [...keys].reverse() : keys)
      })

      it('pages through a prefix', async () => {
        const first = await store.query({ pk, prefix: 'FILE#', limit: 2 })
        expect(first.documents.map((document) => document.key.sk)).toEqual(['FILE#1#a', 'FILE#1#b'])
        expect(await sortKeys({ prefix: 'FILE#', after: first.next! })).toEqual(keys.slice(3, 7))
      })
    })

    it('pages through more than one answer of the table holds', async () => {
      const text = 'x'.repeat(300_000)
      for (const sk of ['1', '2', '3', '4', '5']) await store.create({ pk, sk }, text)
      const seen: string[] = []
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await store.query({ pk, ...(after !== undefined && { after }) })
        seen.push(...page.documents.map((document) => document.key.sk))
        after = page.next
      }
      expect(seen).toEqual(['1', '2', '3', '4', '5'])
    })

    it('fails on a document that is too large, instead of answering that it lost a race', async () => {
      await expect(store.create({ pk, sk: 'big' }, 'x'.repeat(500_000))).rejects.toThrow()
    })
  })
}
