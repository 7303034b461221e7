import type { AnswerOf } from '../call.ts'

/** What the management API tells of each thing that is listed here. */
export type ApiKey = AnswerOf<'GET /manage/api-keys'>['results'][number]
export type AuditEntry = AnswerOf<'GET /manage/audit'>['results'][number]
export type CustomField = AnswerOf<'GET /manage/custom-fields'>['results'][number]
export type Delivery = AnswerOf<'GET /manage/webhooks/{webhook_id}/deliveries/{delivery_id}'>
export type Member = AnswerOf<'GET /manage/members'>['results'][number]
export type Receipt = AnswerOf<'GET /manage/receipts'>['results'][number]
export type ScopeConfig = AnswerOf<'GET /manage/scope-configs'>['results'][number]
export type Settings = AnswerOf<'PATCH /manage/settings'>
export type Webhook = AnswerOf<'GET /manage/webhooks/{webhook_id}'>
