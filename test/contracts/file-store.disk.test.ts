import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { inOtherProcess } from './child.ts'
import { fileStoreContract } from './file-store.ts'

const scratch = await mkdtemp(join(tmpdir(), 'rosterport-files-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

let made = 0
const freshRoot = () => {
  made += 1
  return join(scratch, String(made))
}

fileStoreContract('disk', async () => {
  const root = freshRoot()
  return { store: diskFileStore(root, 'landing'), other: diskFileStore(root, 'archive') }
})

const scriptWith = (root: string, body: string): string => {
  const module = new URL('../../local/adapters/disk-file-store.ts', import.meta.url)
  return `import { diskFileStore } from '${module}'
    const store = diskFileStore(${JSON.stringify(root)}, 'landing')
    const bytes = (text) => new TextEncoder().encode(text)
    ${body}`
}

describe('the disk file store among processes', () => {
  it('sees at once what another process has put', async () => {
    const root = freshRoot()
    const store = diskFileStore(root, 'landing')
    await store.put('in/a.csv', Buffer.from('old'))
    const child = await inOtherProcess(
      scriptWith(root, `await store.put('in/a.csv', bytes('new')); console.log('put')`),
    )
    expect(await store.head({ key: 'in/a.csv' })).toMatchObject({ size: 3, etag: '22af645d1859cb5ca6da0c484f1f37ea' })
    await child.finished()
  })

  it('keeps what was put, and shows nothing of what was being put, when the process is killed', async () => {
    const root = freshRoot()
    const child = await inOtherProcess(
      scriptWith(
        root,
        `await store.put('in/whole.csv', bytes('whole'))
       const endless = async function* () {
         yield bytes('half')
         console.log('writing')
         await new Promise(() => setInterval(() => undefined, 1000))
       }
       await store.put('in/half.csv', endless())`,
      ),
    )
    await child.kill()
    const store = diskFileStore(root, 'landing')
    expect(await store.head({ key: 'in/whole.csv' })).toMatchObject({ size: 5 })
    expect(await store.head({ key: 'in/half.csv' })).toBeUndefined()
    await store.put('in/half.csv', Buffer.from('again'))
    expect(await store.head({ key: 'in/half.csv' })).toMatchObject({ size: 5 })
  })

  it('gives versions ids that sort by time, also when the clock stands still or steps back', async () => {
    const times = [5_000, 5_000, 4_000, 6_000]
    const store = diskFileStore(freshRoot(), 'landing', () => times.shift() ?? 0)
    const ids: string[] = []
    for (const body of ['a', 'b', 'c', 'd']) ids.push((await store.put('k', Buffer.from(body))).versionId)
    expect(ids.toSorted()).toEqual(ids)
    expect(await store.head({ key: 'k' })).toMatchObject({ versionId: ids[3], modifiedAt: 6_000 })
  })

  it('leaves no empty directories behind what was removed', async () => {
    const root = freshRoot()
    const store = diskFileStore(root, 'landing')
    const { versionId } = await store.put('deep/er/a.csv', Buffer.from('x'))
    await store.removeVersion('deep/er/a.csv', versionId)
    expect(await readdir(join(root, 'landing', 'objects'))).toEqual([])
  })

  it('survives puts and removals of the same folder at once', async () => {
    const store = diskFileStore(freshRoot(), 'landing')
    const once = async (index: number) => {
      const { versionId } = await store.put(`folder/${index % 3}`, Buffer.from(String(index)))
      await store.removeVersion(`folder/${index % 3}`, versionId)
    }
    await Promise.all(Array.from({ length: 60 }, (_, index) => once(index)))
    const left: string[] = []
    for await (const file of store.list('')) left.push(file.key)
    expect(left).toEqual([])
  })
})
