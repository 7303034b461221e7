import { readDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { fileKey } from '#core/control/keys.ts'
import { isProven } from '#core/control/upload-evidence.ts'
import type { DatasetInputs } from './inputs.ts'
import type { SyncPorts } from './ports.ts'

type Ports = Pick<SyncPorts, 'control' | 'now' | 'wait'>

/** The SFTP server tells of the end of an upload about when the bucket tells of its object. */
const patienceMs = 5_000
const lookEveryMs = 100

const isTold = async ({ control }: Ports, file: ExportFile): Promise<boolean> =>
  (await readDocument(control, fileKey(file), ExportFileSchema))?.upload !== undefined

/**
 * Waits a moment for word of the uploads of files that may remove something, so that one sync does what two would do else. Answers
 * whether some has come, so that the inputs are to be looked up again.
 */
export const awaitUploadEnds = async (ports: Ports, inputs: readonly DatasetInputs[]): Promise<boolean> => {
  const untold = inputs
    .filter(({ committed }) => committed !== undefined)
    .flatMap(({ candidates }) => candidates.filter((file) => !file.upload && !isProven(file, ports.now())))
  if (untold.length === 0) return false
  let told: readonly boolean[] = []
  for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
    told = await Promise.all(untold.map((file) => isTold(ports, file)))
    if (told.every((each) => each)) break
    await ports.wait(lookEveryMs)
  }
  return told.some((each) => each)
}
