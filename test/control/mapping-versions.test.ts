import { expect, test } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import { approveMapping, putMapping, readMappingVersion, saveMapping } from '#core/control/mapping-versions.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const integration: Integration = {
  id: 'sftp:abc',
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: { organizationName: 'Acme', creatorEmail: null, originId: null },
  scopeConfigId: null,
  sftpUser: 'abc',
  publicKeys: [],
  language: 'en',
  enableFiltering: false,
  enableFieldMapping: false,
  mappings: {},
  createdAt: 1,
  deletedAt: null,
}
const mapping: Mapping = { dataset: 'employees', id: { columns: ['Nr'] }, fields: {} }

test('a put that is overtaken by a later one does not take back its number', async () => {
  const store = memoryControlStore()
  await store.create(integrationKey(integration.id), integration)
  let overtaken = false
  const slow: ControlStore = {
    ...store,
    replace: async (...replacement) => {
      if (!overtaken) {
        overtaken = true
        await putMapping(store, integration, mapping, 2)
      }
      return store.replace(...replacement)
    },
  }
  expect((await putMapping(slow, integration, mapping, 1)).version).toBe(1)
  const stored = await readDocument(store, integrationKey(integration.id), IntegrationSchema)
  expect(stored?.mappings.employees).toEqual({ approved: 0, latest: 2 })
})

test('an approval that comes between freezes the draft: what is saved becomes a version of its own', async () => {
  const store = memoryControlStore()
  await store.create(integrationKey(integration.id), integration)
  const draft = await saveMapping(store, integration, mapping, { version: 0, revision: 1 }, 1)
  expect(draft).toMatchObject({ version: 1, origin: 'editor' })
  const current = { ...integration, mappings: { employees: { approved: 0, latest: 1 } } }
  const { sk } = mappingKey(integration.id, 'employees', 1)
  let isApproved = false
  const slow: ControlStore = {
    ...store,
    replace: async (key, ...rest) => {
      if (!isApproved && key.sk === sk) {
        isApproved = true
        await approveMapping(store, { integrationId: integration.id, dataset: 'employees', version: 1 }, 2)
      }
      return store.replace(key, ...rest)
    },
  }
  const changed = { ...mapping, id: { columns: ['Id'] } }
  const saved = await saveMapping(slow, current, changed, { version: 1, revision: 1 }, 3)
  expect(saved).toMatchObject({ version: 2, mapping: changed })
  expect(await readMappingVersion(store, integration.id, 'employees', 1)).toMatchObject({ mapping, approvedAt: 2 })
})
