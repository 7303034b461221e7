import { api, type Command, integrationOf } from './command.ts'
import { required } from './options.ts'
import { previewReplayCommand, previewRollbackCommand, replayCommand, rollbackCommand } from './replay.ts'

export const replayCommands: Readonly<Record<string, Command>> = {
  'replay preview': {
    takes: ['integration'],
    argument: 'id of a file',
    run: async (options, id) => previewReplayCommand(await api(), integrationOf(options), id),
  },
  'replay run': {
    takes: ['integration', 'reason'],
    argument: 'id of a file',
    run: async (options, id) => replayCommand(await api(), integrationOf(options), id, required(options, 'reason')),
  },
  'rollback preview': {
    takes: ['integration'],
    argument: 'id of a sync',
    run: async (options, id) => previewRollbackCommand(await api(), integrationOf(options), id),
  },
  'rollback run': {
    takes: ['integration', 'removals', 'reason'],
    argument: 'id of a sync',
    run: async (options, id) => {
      const wish = { removals: options.removals, reason: required(options, 'reason') }
      return rollbackCommand(await api(), integrationOf(options), id, wish)
    },
  },
}
