import * as v from 'valibot'
import { expect, test } from 'vitest'
import { listDocuments, readDocument, updateDocument } from '#core/control/documents.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const key = { pk: 'COUNTERS', sk: 'one' }
const CounterSchema = v.object({ count: v.number() })
const addOne = ({ count }: { count: number }) => ({ count: count + 1 })

test('a document that is not there reads as undefined and is not updated', async () => {
  const store = memoryControlStore()
  expect(await readDocument(store, key, CounterSchema)).toBeUndefined()
  expect(await updateDocument(store, key, CounterSchema, addOne)).toBeUndefined()
})

test('concurrent updates all count', async () => {
  const store = memoryControlStore()
  await store.create(key, { count: 0 })
  await Promise.all(Array.from({ length: 8 }, () => updateDocument(store, key, CounterSchema, addOne)))
  expect(await readDocument(store, key, CounterSchema)).toEqual({ count: 8 })
})

test('a change that answers its argument writes nothing', async () => {
  const store = memoryControlStore()
  await store.create(key, { count: 1 })
  expect(await updateDocument(store, key, CounterSchema, (value) => value)).toEqual({ count: 1 })
  expect((await store.get(key))?.revision).toBe(1)
})

test('a store that loses every race is reported as contended, after a bounded number of attempts', async () => {
  const store = memoryControlStore()
  await store.create(key, { count: 0 })
  const contended: ControlStore = { ...store, replace: async () => false }
  await expect(updateDocument(contended, key, CounterSchema, addOne)).rejects.toMatchObject({ code: 'STORE_CONTENDED' })
})

test('a document of another shape is a fault that names the paths and no values', async () => {
  const store = memoryControlStore()
  await store.create(key, { count: 'Erika Mustermann' })
  const reading = readDocument(store, key, CounterSchema)
  await expect(reading).rejects.toMatchObject({ code: 'CONTROL_DOCUMENT_INVALID' })
  await expect(reading).rejects.toThrow(/count/)
  await expect(reading).rejects.not.toThrow(/Erika/)
})

test('a listing walks through every page', async () => {
  const store = memoryControlStore()
  for (const sk of ['a', 'b', 'c', 'd', 'e']) await store.create({ pk: 'COUNTERS', sk }, { count: sk.charCodeAt(0) })
  const listed: string[] = []
  for await (const { count } of listDocuments(store, { pk: 'COUNTERS', limit: 2 }, CounterSchema)) {
    listed.push(String.fromCharCode(count))
  }
  expect(listed).toEqual(['a', 'b', 'c', 'd', 'e'])
})
