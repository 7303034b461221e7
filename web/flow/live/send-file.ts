import type { Dataset } from '#core/files/datasets.ts'
import { failed } from '../../api/failure.ts'
import type { callFlow } from '../api.ts'

export type UploadWish = { readonly purpose: 'sample' } | { readonly purpose: 'delivery'; readonly dataset: Dataset }

type Progress = { readonly signal: AbortSignal; readonly onProgress: (sentBytes: number) => void }

type Place = { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** By a request of the old kind: `fetch` does not tell how much of a body is sent. Answers whether the file was taken. */
const put = ({ method, url, headers }: Place, file: File, { signal, onProgress }: Progress): Promise<boolean> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('loadend', () => resolve(request.status >= 200 && request.status < 300))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })

/** Puts a file where the server says. Throws a failure. */
export const sendFile = async (call: typeof callFlow, file: File, wish: UploadWish, progress: Progress) => {
  const begun = await call('POST /flow/uploads', { body: { name: file.name, size: file.size, ...wish } })
  const isTaken = !progress.signal.aborted && (await put(begun, file, progress))
  if (!isTaken) throw failed({ code: 'UNREACHABLE', message: 'The file could not be sent.' })
  return begun
}
