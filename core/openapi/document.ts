import { descriptionOf } from '#core/api/descriptions.ts'
import { routes } from '#core/deployment/routes.ts'
import { operationOf } from './operation.ts'
import { errorSchemas } from './responses.ts'

const about = `Every answer has the same envelope: \`{"status":"success","data":…}\`, or
\`{"status":"error","error":{"code","title","message","log_url"}}\`. Switch on \`code\`. The paths under \`/v1\` speak Kombo's
wire: an app with Kombo's SDK sets \`server_url\` to this server's address and \`/v1\`.`

/** The OpenAPI document: made of the routes and of what the handlers parse by. */
export const openApiDocument = () => {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const description = descriptionOf(route)
    if (description)
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, description) }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Rosterport', version: '1', description: about },
    // Relative to where the document lies, whatever the deployment's address.
    servers: [{ url: '.' }],
    tags: [{ name: 'Records' }, { name: 'General' }, { name: 'Management' }, { name: 'Connection flow' }],
    paths,
    components: {
      schemas: errorSchemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, or the ID token of a member.' },
        session: { type: 'http', scheme: 'bearer', description: 'A session of the connection flow.' },
      },
    },
  }
}
