import { createRoute } from '@tanstack/react-router'
import { integrationRoute } from '../route.tsx'
import { SettingsPage } from './settings-page.tsx'
import { SettingsSearchSchema } from './settings-search.ts'

export const settingsRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/settings',
  validateSearch: SettingsSearchSchema,
  component: SettingsPage,
})
