import * as v from 'valibot'
import type { Descriptions } from '../description.ts'
import { ToolsPathSchema } from '../tools.ts'
import { coverageStatus } from './integrations.ts'

const syncType = v.picklist(['FULL', 'DELTA'])

export const ForceSyncSchema = v.object({ type: v.optional(syncType, 'FULL') })

const text = v.nullable(v.string())
const image = v.pipe(v.string(), v.url())
const covered = { id: v.string(), coverage_status: coverageStatus }
const nothing = v.array(v.never())

const ToolSchema = v.object({
  id: v.string(),
  label: v.string(),
  internal_label: text,
  assets: v.object({ logo_url: image, icon_url: image, icon_black_url: image }),
  paid_api_details_markdown: text,
  fast_track_details_markdown: text,
  partner_only_details_markdown: text,
  connection_guide_url: text,
  coverage: v.object({
    read_models: v.array(v.object({ ...covered, label: v.string(), fields: v.array(v.object(covered)) })),
    write_actions: nothing,
    features: nothing,
  }),
})

export const generalDescriptions = {
  'GET /v1/check-api-key': {
    summary: 'The environment that an API key belongs to',
    data: v.object({
      environment_id: v.string(),
      customer_id: v.pipe(v.string(), v.description('The deprecated name of `environment_id`.')),
    }),
  },
  'POST /v1/force-sync': {
    summary: 'Sync an integration now',
    integrationHeader: true,
    body: ForceSyncSchema,
    data: v.object({ already_queued: v.boolean(), sync_id: v.string(), type: syncType }),
    audit: 'sync.forced',
  },
  'GET /v1/tools/{category}': {
    summary: 'The tools that customers can connect',
    path: ToolsPathSchema,
    data: v.object({ tools: v.array(ToolSchema) }),
  },
  'POST /v1/passthrough/{tool}/{api}': {
    summary: 'Requests to the API of an HR system: behind files there is none',
    integrationHeader: true,
    data: null,
    audit: null,
  },
} as const satisfies Partial<Descriptions>
