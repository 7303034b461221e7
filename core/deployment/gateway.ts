import { type Method, type Route, routes } from './routes.ts'

export type GatewayPath = {
  readonly method: Method | 'ANY'
  readonly path: string
  readonly function: Route['function']
}

const whole = (folder: string, name: Route['function']): GatewayPath => ({
  method: 'ANY',
  path: `${folder}/{proxy+}`,
  function: name,
})

/**
 * What the REST API knows of the routes: folders, each handed whole to the function that has a router of its own, and the few documents
 * by name. So a new route of a folder is no new resource of the stack. The laptop's front has the same.
 */
export const gatewayPaths: readonly GatewayPath[] = [
  whole('/v1', 'api'),
  // Connections have SFTP users, which one function alone may touch.
  whole('/manage/connections', 'connect'),
  whole('/manage', 'api'),
  whole('/flow', 'connect'),
  ...routes.filter(({ function: name }) => name === 'docs' || name === 'pages'),
]
