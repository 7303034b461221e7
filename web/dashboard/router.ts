import { createRouter } from '@tanstack/react-router'
import { basePath } from './page-settings.ts'
import { routeTree } from './routes.tsx'

export const router = createRouter({
  routeTree,
  basepath: basePath === '' ? '/' : basePath,
  defaultPreload: false,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // The library is told its types by an interface.
  interface Register {
    router: typeof router
  }
}
