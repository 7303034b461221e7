import * as v from 'valibot'
import { toolCoverage } from './coverage.ts'
import { sftpAssets } from './tool-assets.ts'

export const ToolsPathSchema = v.object({
  category: v.picklist(['hris', 'ats', 'assessment', 'lms'], 'must be hris, ats, assessment or lms'),
})
type Category = v.InferOutput<typeof ToolsPathSchema>['category']

const sftp = {
  id: 'sftp',
  label: 'SFTP',
  internal_label: null,
  assets: sftpAssets,
  paid_api_details_markdown: null,
  fast_track_details_markdown: null,
  partner_only_details_markdown: null,
  connection_guide_url: null,
  coverage: toolCoverage,
} as const

/** The tools of contract 3.6. Files carry HR data only. */
export const toolsOf = (category: Category) => (category === 'hris' ? [sftp] : [])
