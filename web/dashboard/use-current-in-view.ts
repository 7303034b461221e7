import { useEffect, useRef } from 'react'

/** For links in one line that is wider than a phone: the current one is brought into view. */
export const useCurrentInView = (current: string) => {
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time another one is current
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return nav
}
