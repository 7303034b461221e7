import { fileURLToPath } from 'node:url'
import { functionEnvironments } from '#core/deployment/environment.ts'
import { pageBundle } from '#core/deployment/page-bundle.ts'
import { dynamoClient } from '../adapters/clients.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { issuerEndpoints } from '../adapters/open-id.ts'
import { readPageFiles } from '../adapters/page-files.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { createPages } from './pages.ts'

const environment = parseEnvironment(functionEnvironments.pages, process.env)

const issuer = environment.OPENID_ISSUER
const clientId = environment.OPENID_CLIENT_ID

/** The bundle lies beside the handler. */
export const handler = createPages({
  control: dynamoControlStore({ client: dynamoClient(), table: environment.CONTROL_TABLE }),
  uploadOrigins: environment.UPLOAD_ORIGINS.split(' '),
  dashboardUrl: environment.DASHBOARD_URL,
  ...(issuer === '' ? {} : { signIn: { clientId, endpoints: issuerEndpoints(issuer) } }),
  files: await readPageFiles(fileURLToPath(new URL(`${pageBundle.folder}/`, import.meta.url))),
})
