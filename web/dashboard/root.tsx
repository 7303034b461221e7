import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { FailedPage, MissingPage } from './missing-page.tsx'

/** What all pages have around them. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: MissingPage,
  errorComponent: FailedPage,
})
