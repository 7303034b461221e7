/** The customer closed the window before the end. */
export class RosterportCancelledError extends Error {
  override readonly name = 'RosterportCancelledError'
}

/** There is a window already: only one can be open. */
export class RosterportAlreadyOpenError extends Error {
  override readonly name = 'RosterportAlreadyOpenError'
}

type Options = {
  /** Where the frame is put: the body of the document unless given. */
  readonly container?: HTMLElement
}

type Message =
  | { readonly type: 'success'; readonly data: { readonly activation_token: string } }
  | { readonly type: 'close' }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What other code posts is not for us. */
const parseMessage = (value: unknown): Message | undefined => {
  if (!isRecord(value)) return undefined
  if (value.type === 'close') return { type: 'close' }
  if (value.type !== 'success' || !isRecord(value.data)) return undefined
  const { activation_token } = value.data
  return typeof activation_token === 'string' ? { type: 'success', data: { activation_token } } : undefined
}

const createFrame = (address: string): HTMLIFrameElement => {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = 'Rosterport'
  frame.allow = 'clipboard-read; clipboard-write'
  // The page inside needs the origin to check to whom it speaks.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-downloads', 'allow-popups')
  frame.sandbox.add('allow-popups-to-escape-sandbox')
  Object.assign(frame.style, {
    position: 'fixed',
    inset: '0',
    width: '100%',
    height: '100%',
    border: '0',
    background: 'transparent',
    zIndex: '2147483647',
  })
  return frame
}

let isOpen = false

/**
 * Opens a connection or setup link over the page, and answers the activation token with which your server activates the
 * integration. Rejects with `RosterportCancelledError` when the customer closes the window. Messages count only when they come
 * from the window's own frame and from the link's origin.
 */
export const showRosterport = (link: string, { container = document.body }: Options = {}): Promise<string> => {
  if (isOpen) return Promise.reject(new RosterportAlreadyOpenError('The window is open already.'))
  const { origin, href } = new URL(link)
  const frame = createFrame(href)
  const focused = document.activeElement
  isOpen = true
  return new Promise((resolve, reject) => {
    const end = (): void => {
      window.removeEventListener('message', listen)
      frame.remove()
      isOpen = false
      if (focused instanceof HTMLElement) focused.focus()
    }
    const listen = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
      const message = source === frame.contentWindow && from === origin ? parseMessage(data) : undefined
      if (!message) return
      end()
      if (message.type === 'success') resolve(message.data.activation_token)
      else reject(new RosterportCancelledError('The customer closed the window.'))
    }
    window.addEventListener('message', listen)
    container.append(frame)
    frame.focus()
  })
}
