import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'

/** What a customer's contacts get a mail about, with the facts that stand in it. None is about a person in a file. */
const OccasionSchema = v.variant('occasion', [
  v.object({ occasion: v.literal('sign-in') }),
  v.object({ occasion: v.literal('first-login') }),
  v.object({ occasion: v.literal('first-file') }),
  v.object({ occasion: v.literal('file-refused'), fileName: v.string(), fileId: v.string() }),
  v.object({
    occasion: v.literal('removals-held'),
    syncId: v.string(),
    held: v.array(v.object({ dataset: DatasetSchema, records: v.number() })),
  }),
  v.object({ occasion: v.literal('file-late'), lastFileId: v.string(), fileName: v.string(), hours: v.number() }),
])
export type Occasion = v.InferOutput<typeof OccasionSchema>

/** Messages of the queue: an occasion that is to be told to every contact, or one mail to one of them. */
export const ToldMessageSchema = v.object({
  kind: v.literal('told'),
  integrationId: v.string(),
  about: OccasionSchema,
})
export const MailMessageSchema = v.object({
  kind: v.literal('mail'),
  integrationId: v.string(),
  contactId: v.string(),
  about: OccasionSchema,
})
export type ToldMessage = v.InferOutput<typeof ToldMessageSchema>
export type MailMessage = v.InferOutput<typeof MailMessageSchema>

/** Tells one occasion from another of its kind: what is told again is the same. */
export const occasionName = (about: Occasion): string => {
  switch (about.occasion) {
    case 'file-refused':
      return `${about.occasion}-${about.fileId}`
    case 'removals-held':
      return `${about.occasion}-${about.syncId}`
    case 'file-late':
      return `${about.occasion}-${about.lastFileId}`
    default:
      return about.occasion
  }
}
