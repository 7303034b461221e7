import { api, type Command, datasetOf, integrationOf } from './command.ts'
import { fileNamesCommand } from './file-names.ts'
import { resultFilesCommand } from './result-files.ts'

/** What the files in a customer's folder are called, and what is put beside them. */
export const folderCommands: Readonly<Record<string, Command>> = {
  'file-names': {
    takes: ['integration', 'dataset'],
    argument: 'words',
    isArgumentOptional: true,
    run: async (options, words) => fileNamesCommand(await api(), integrationOf(options), datasetOf(options), words),
  },
  'result-files': {
    takes: ['integration'],
    argument: 'on or off',
    run: async (options, word) => resultFilesCommand(await api(), integrationOf(options), word),
  },
}
