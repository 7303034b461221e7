import { functionEnvironments } from '#core/deployment/environment.ts'
import { secretPgpKeyStore } from '../adapters/secret-pgp-key-store.ts'
import { customResource, putAnswer } from '../host-keys/custom-resource.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { clock } from '../runtime/system.ts'
import { keepPgpKeys } from './keep-pgp-keys.ts'
import { makePgpKey } from './make-pgp-key.ts'

const environment = parseEnvironment(functionEnvironments['pgp-keys'], process.env)
const store = secretPgpKeyStore(environment.PGP_SECRET_ID)

const provide = async () => {
  await keepPgpKeys(store, () => makePgpKey(clock()))
  return {}
}

export const handler = customResource(provide, putAnswer)
