import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

const read = (): string => window.location.hash.slice(1)

/** Where somebody is on the page, as the address has it: reloads stay there, and the browser's way back works. */
export const usePlace = () => {
  const [section = '', detail] = useSyncExternalStore(subscribe, read).split('/')
  return { section, detail }
}

export const hrefOf = (...place: readonly string[]): string => `#${place.join('/')}`

export const goTo = (...place: readonly string[]): void => {
  window.location.hash = place.join('/')
}
