import { sentences } from '#core/issues/say.ts'
import type { Sentences } from '../sentences.ts'

/** The customer reads them here: what they are told to send to the customer is theirs to do. */
export const issueSentences: Sentences = {
  ...sentences,
  setupNotConfirmed: {
    message: 'The file was received, but nothing of it is applied before the steps of the setup are confirmed.',
    fix: 'Finish the setup; the file is then applied without another upload.',
  },
  heldForEmptyFile: {
    message: sentences.heldForEmptyFile.message,
    fix: 'Check the filter of the export in the HR system and upload the file again. If nobody is left, have the connection deleted.',
  },
}
