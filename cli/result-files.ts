import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { integrationPath } from './pages.ts'

const SettingSchema = v.object({ result_files: v.boolean() })

const words = { on: true, off: false } as const
const isWord = (word: string): word is keyof typeof words => Object.hasOwn(words, word)

/** `result-files --integration ID on`: what became of each file is put back into the customer's SFTP folder. */
export const resultFilesCommand = (api: ApiClient, integrationId: string, word: string) => {
  if (!isWord(word)) throw new CommandError(`"${word}" says nothing here; it must be on or off.`)
  return api('PATCH', integrationPath(integrationId), SettingSchema, { body: { result_files: words[word] } })
}
