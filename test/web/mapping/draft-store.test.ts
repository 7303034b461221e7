import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../core/mapping/mapping.ts'
import type { MappingClient, StoredMappings, StoredVersion } from '../../../web/mapping/client.ts'
import { isDirty, isInUse } from '../../../web/mapping/draft-state.ts'
import { createDraftStore } from '../../../web/mapping/draft-store.ts'

const mappingWith = (column: string): Mapping => ({
  dataset: 'employees',
  id: { columns: ['Id'] },
  fields: { first_name: [{ from: 'column', column }] },
})

const notAsked = () => Promise.reject(new Error('This is not asked for here.'))

/** A server that keeps versions as ours does: the last one is written over until it is approved, unless the vendor wrote it. */
const startServer = (
  approver: StoredMappings['approver'] = 'customer',
  first: readonly Mapping[] = [mappingWith('A')],
) => {
  const versions = [...first]
  let approved = 0
  let revision = 1
  let isOpen = false
  let isDown = false
  const shown = (version: number): StoredVersion | null => {
    const mapping = versions[version - 1]
    return mapping
      ? { version, revision, origin: 'put', created_at: '2026-01-01T00:00:00.000Z', approved_at: null, mapping }
      : null
  }
  const now = (): StoredMappings => ({
    dataset: 'employees',
    latest: shown(versions.length),
    approved: shown(approved),
    approver,
  })
  const answer = async <Value>(value: () => Value): Promise<Value> => {
    if (isDown) throw new Error('The server is down.')
    return value()
  }
  const client: MappingClient = {
    key: [],
    understand: notAsked,
    preview: notAsked,
    countValues: notAsked,
    joins: notAsked,
    read: () => answer(now),
    store: (mapping, basedOn) =>
      answer(() => {
        if (basedOn.version !== versions.length || basedOn.revision !== revision) return undefined
        if (isOpen) versions.pop()
        revision = isOpen ? revision + 1 : 1
        isOpen = true
        versions.push(mapping)
        return now()
      }),
    approve: (seen) =>
      answer(() => {
        if (seen.version !== versions.length || seen.revision !== revision) return undefined
        approved = seen.version
        isOpen = false
        return now()
      }),
  }
  return {
    client,
    versions,
    now,
    setDown: (down: boolean) => {
      isDown = down
    },
  }
}

const open = (server: ReturnType<typeof startServer>, start = server.now().latest?.mapping ?? mappingWith('A')) =>
  createDraftStore(server.client, start, server.now())

describe('a draft', () => {
  it('is saved as it was changed last, however fast that was', async () => {
    const server = startServer()
    const draft = open(server)
    draft.enter(mappingWith('B'))
    const saved = draft.save()
    draft.enter(mappingWith('C'))
    await Promise.all([saved, draft.save()])
    expect(server.versions.at(-1)).toEqual(mappingWith('C'))
    expect(isDirty(draft.state())).toBe(false)
  })

  it('is not saved when nothing was changed', async () => {
    const server = startServer()
    await open(server).save()
    expect(server.versions).toHaveLength(1)
  })

  it('stays one version, however often it is saved; once it is approved the next change begins another', async () => {
    const server = startServer()
    const draft = open(server)
    for (const column of ['B', 'C', 'D']) {
      draft.enter(mappingWith(column))
      await draft.save()
    }
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('D')])
    draft.undo()
    expect(await draft.finish()).toBe(true)
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('C')])
    draft.enter(mappingWith('E'))
    await draft.save()
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('C'), mappingWith('E')])
    expect(isInUse(draft.state())).toBe(false)
  })

  it('comes back step by step, and goes forth again', () => {
    const draft = open(startServer())
    draft.enter(mappingWith('B'))
    draft.enter(mappingWith('C'))
    draft.undo()
    draft.undo()
    draft.undo()
    expect(draft.state().history.present).toEqual(mappingWith('A'))
    draft.redo()
    expect(draft.state().history.present).toEqual(mappingWith('B'))
  })

  it('keeps what was entered while the server is down, and saves it afterwards', async () => {
    const server = startServer()
    const draft = open(server)
    server.setDown(true)
    draft.enter(mappingWith('B'))
    await draft.save()
    expect(draft.state().error?.message).toBe('The server is down.')
    server.setDown(false)
    await draft.save()
    expect(draft.state().error).toBeUndefined()
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('B')])
  })
})

describe('two windows', () => {
  it('never overwrite each other: the second one is shown both', async () => {
    const server = startServer()
    const [one, other] = [open(server), open(server)]
    one.enter(mappingWith('B'))
    await one.save()
    other.enter(mappingWith('C'))
    await other.save()
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('B')])
    expect(other.state().theirs?.mapping).toEqual(mappingWith('B'))
    expect(other.state().history.present).toEqual(mappingWith('C'))
  })

  it('do not write over the same draft without being asked', async () => {
    const server = startServer()
    const one = open(server)
    one.enter(mappingWith('B'))
    await one.save()
    const other = open(server)
    one.enter(mappingWith('C'))
    await one.save()
    other.enter(mappingWith('D'))
    await other.save()
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('C')])
    expect(other.state().theirs?.mapping).toEqual(mappingWith('C'))
    expect(await other.finish()).toBe(false)
    other.keepMine()
    await other.save()
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('D')])
    one.hear(server.now())
    expect(one.state().history.present).toEqual(mappingWith('D'))
  })

  it('go on with mine, behind theirs', async () => {
    const server = startServer()
    const other = open(server)
    server.versions.push(mappingWith('B'))
    other.enter(mappingWith('C'))
    await other.save()
    other.keepMine()
    await other.save()
    expect(server.versions).toEqual([mappingWith('A'), mappingWith('B'), mappingWith('C')])
  })

  it('go on with theirs, and one step back is mine', async () => {
    const server = startServer()
    const other = open(server)
    server.versions.push(mappingWith('B'))
    other.enter(mappingWith('C'))
    await other.save()
    other.takeTheirs()
    expect(other.state().history.present).toEqual(mappingWith('B'))
    expect(isDirty(other.state())).toBe(false)
    other.undo()
    expect(other.state().history.present).toEqual(mappingWith('C'))
  })

  it('have no conflict when both entered the same', async () => {
    const server = startServer()
    const other = open(server)
    server.versions.push(mappingWith('B'))
    other.enter(mappingWith('B'))
    await other.save()
    expect(other.state().theirs).toBeUndefined()
    expect(server.versions).toHaveLength(2)
  })

  it('show what the other one stored when nothing was entered here', () => {
    const server = startServer()
    const other = open(server)
    server.versions.push(mappingWith('B'))
    other.hear(server.now())
    expect(other.state().history.present).toEqual(mappingWith('B'))
  })

  it('do not approve what was not shown', async () => {
    const server = startServer()
    const other = open(server)
    server.versions.push(mappingWith('B'))
    expect(await other.finish()).toBe(false)
    expect(server.now().approved).toBeNull()
    expect(other.state().theirs?.mapping).toEqual(mappingWith('B'))
  })
})

describe('the end of editing', () => {
  it('approves what is shown, also when it is not saved yet', async () => {
    const server = startServer()
    const draft = open(server)
    draft.enter(mappingWith('B'))
    expect(await draft.finish()).toBe(true)
    expect(server.now().approved?.mapping).toEqual(mappingWith('B'))
    expect(isInUse(draft.state())).toBe(true)
  })

  it('stores a proposal that nobody changed', async () => {
    const server = startServer('customer', [])
    expect(await open(server).finish()).toBe(true)
    expect(server.now().approved?.mapping).toEqual(mappingWith('A'))
  })

  it('leaves the approval to the vendor where it is theirs', async () => {
    const server = startServer('vendor')
    const draft = open(server)
    draft.enter(mappingWith('B'))
    expect(await draft.finish()).toBe(true)
    expect(server.versions).toHaveLength(2)
    expect(server.now().approved).toBeNull()
  })
})
