import { type RefObject, useEffect, useRef, useState } from 'react'

/** Rows that are drawn above and below those in view, so that the keyboard finds the next one. */
const spare = 8

type Seen = { readonly top: number; readonly height: number }

/** Which rows of a long list are in view. What is out of view is not drawn, so that a list may have any length. */
export const useWindow = (count: number, rowHeight: number) => {
  const frame: RefObject<HTMLDivElement | null> = useRef(null)
  const [{ top, height }, setSeen] = useState<Seen>({ top: 0, height: 600 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = (): void => setSeen({ top: element.scrollTop, height: element.clientHeight })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  const start = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - spare)
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + spare)
  return { frame, start, end, before: start * rowHeight, after: Math.max(0, count - end) * rowHeight }
}
