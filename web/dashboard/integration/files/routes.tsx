import { createRoute } from '@tanstack/react-router'
import { integrationRoute } from '../route.tsx'
import { FilePage } from './file-page.tsx'
import { FileSearchSchema } from './file-search.ts'
import { FilesPage } from './files-page.tsx'

const filesRoute = createRoute({ getParentRoute: () => integrationRoute, path: '/files', component: FilesPage })

const fileRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/files/$fileId',
  validateSearch: FileSearchSchema,
  component: FilePage,
})

export const fileRoutes = [filesRoute, fileRoute] as const
