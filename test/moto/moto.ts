import { randomUUID } from 'node:crypto'
import { laptopAccess } from '../../local/dynamodb/start-dynamo.ts'

const endpoint = process.env.MOTO_ENDPOINT
if (!endpoint) throw new Error('Set MOTO_ENDPOINT to the address of a moto server, or run .ci/run, which starts one.')

/** What a client needs to talk to the moto server. */
export const moto = { ...laptopAccess, endpoint }

/** A name that no other test uses: the server outlives a test. */
export const freshName = (kind: string): string => `${kind}-${randomUUID()}`
