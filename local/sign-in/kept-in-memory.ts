import type { AdapterPayload } from 'oidc-provider'

type Kept = { readonly payload: AdapterPayload; readonly until: number }

/** What the provider remembers, until it stops: codes, grants and sessions. */
export const keptInMemory = () => {
  const kept = new Map<string, Kept>()
  const read = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    return found && found.until > Date.now() ? found.payload : undefined
  }
  const findBy = (model: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    const key = [...kept].find(([id, { payload }]) => id.startsWith(`${model}:`) && payload[field] === value)?.[0]
    return key === undefined ? undefined : read(key)
  }
  return (model: string) => ({
    upsert: async (id: string, payload: AdapterPayload, seconds: number) => {
      kept.set(`${model}:${id}`, { payload, until: Date.now() + seconds * 1000 })
    },
    find: async (id: string) => read(`${model}:${id}`),
    findByUid: async (uid: string) => findBy(model, 'uid', uid),
    findByUserCode: async (userCode: string) => findBy(model, 'userCode', userCode),
    consume: async (id: string) => {
      const found = kept.get(`${model}:${id}`)
      if (found) found.payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id: string) => {
      kept.delete(`${model}:${id}`)
    },
    revokeByGrantId: async (grantId: string) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  })
}
