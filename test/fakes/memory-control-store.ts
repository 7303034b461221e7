import type { ControlStore, DocumentKey, StoredDocument } from '#core/ports/control-store.ts'

const maxBytes = 400_000

/** As DynamoDB orders them. */
const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const copy = (value: unknown): unknown => {
  const text = JSON.stringify(value)
  if (Buffer.byteLength(text) > maxBytes) throw new Error('The document is too large.')
  return JSON.parse(text)
}

/** A control store in memory, for tests of rules that need one but are not about one. Values pass through JSON as they would on the wire. */
export const memoryControlStore = (): ControlStore => {
  const documents = new Map<string, StoredDocument>()
  const nameOf = (key: DocumentKey) => `${key.pk}\u0000${key.sk}`

  return {
    get: async (key) => documents.get(nameOf(key)),
    create: async (key, value) => {
      if (documents.has(nameOf(key))) return false
      documents.set(nameOf(key), { key, revision: 1, value: copy(value) })
      return true
    },
    replace: async (key, value, revision) => {
      if (documents.get(nameOf(key))?.revision !== revision) return false
      documents.set(nameOf(key), { key, revision: revision + 1, value: copy(value) })
      return true
    },
    remove: async (key) => {
      documents.delete(nameOf(key))
    },
    query: async ({ pk, prefix = '', until, descending = false, limit = 100, after }) => {
      const inOrder = [...documents.values()]
        .filter(
          ({ key }) =>
            key.pk === pk && key.sk.startsWith(prefix) && (until === undefined || inBytes(key.sk, until) <= 0),
        )
        .sort((a, b) => inBytes(a.key.sk, b.key.sk) * (descending ? -1 : 1))
      const rest =
        after === undefined ? inOrder : inOrder.filter(({ key }) => inBytes(key.sk, after) * (descending ? -1 : 1) > 0)
      const page = rest.slice(0, limit)
      return { documents: page, next: rest.length > limit ? page.at(-1)?.key.sk : undefined }
    },
  }
}
