import { functionEnvironments } from '#core/deployment/environment.ts'
import { secretHostKeyStore } from '../adapters/secret-host-key-store.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { customResource, putAnswer } from './custom-resource.ts'
import { generateHostKeys } from './generate-host-keys.ts'
import { keepHostKeys } from './keep-host-keys.ts'
import { publicHostKeys } from './public-keys.ts'

const environment = parseEnvironment(functionEnvironments['host-keys'], process.env)
const store = secretHostKeyStore(environment.HOST_KEY_SECRET_ID)

const provide = async () => ({ PublicKeys: publicHostKeys(await keepHostKeys(store, generateHostKeys)).join('\n') })

export const handler = customResource(provide, putAnswer)
