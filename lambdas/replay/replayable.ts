import { isDatasetOff, readConfiguration } from '#core/control/configuration.ts'
import { brokeOff, type ExportFile } from '#core/control/file.ts'
import { type Integration, openStepsOf } from '#core/control/integration.ts'
import { joinedAs } from '#core/control/joined-name.ts'
import { mappingNumbers } from '#core/control/mapping-versions.ts'
import { fileById } from '../mapping/find-file.ts'
import { recentFiles } from '../sync/inputs.ts'
import type { ReplayPorts } from './ports.ts'

/** Why a file cannot be applied again. */
export type NoReplay =
  | 'no-such-file'
  | 'too-long-ago'
  | 'not-kept'
  | 'broke-off'
  | 'on-its-way'
  | 'unclaimed'
  | 'unpacked'
  | 'inactive'
  | 'no-mapping'
  | 'off'

export type Replayable =
  | { readonly kind: 'file'; readonly file: ExportFile }
  | { readonly kind: 'refused'; readonly why: NoReplay }

const refused = (why: NoReplay): Replayable => ({ kind: 'refused', why })

const onItsWay: readonly ExportFile['state'][] = ['RECEIVED', 'ARCHIVED', 'QUEUED']

/** What the file itself says against it. Asking twice for the same is no mistake. */
const refusalOf = (file: ExportFile): NoReplay | null => {
  if (!file.archive) return 'not-kept'
  if (brokeOff(file)) return 'broke-off'
  if (file.state === 'UNPACKED') return 'unpacked'
  return onItsWay.includes(file.state) && file.replayedAt === undefined ? 'on-its-way' : null
}

const refusalOfDataset = async (
  { control, system }: Pick<ReplayPorts, 'control' | 'system'>,
  integration: Integration,
  { dataset, name }: ExportFile,
): Promise<NoReplay | null> => {
  if (integration.status === 'INACTIVE') return 'inactive'
  if (dataset === null) return (await joinedAs(control, integration, name)) ? null : 'unclaimed'
  if (openStepsOf(integration).length > 0 || mappingNumbers(integration, dataset).approved === 0) return 'no-mapping'
  return isDatasetOff(await readConfiguration(control, integration, system.clock()), dataset) ? 'off' : null
}

/** The file, if it may be applied again. A sync looks through the newest files only, so older ones are out of reach. */
export const replayable = async (ports: ReplayPorts, integration: Integration, fileId: string): Promise<Replayable> => {
  const file = (await recentFiles(ports.control, integration.id)).find(({ id }) => id === fileId)
  if (!file) return refused((await fileById(ports, integration.id, fileId)) ? 'too-long-ago' : 'no-such-file')
  const why = refusalOf(file) ?? (await refusalOfDataset(ports, integration, file))
  return why ? refused(why) : { kind: 'file', file }
}
