import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useCall } from '../flow-context.ts'
import { sendFile, type UploadWish } from './send-file.ts'

type Sent = Awaited<ReturnType<typeof sendFile>>
type Upload = { readonly file: File; readonly wish: UploadWish }

/** Sends a file, tells how far it is, and stops when told so: what was sent until then is not used. */
export const useUpload = (onSent: (sent: Sent) => unknown) => {
  const call = useCall()
  const [sentBytes, setSentBytes] = useState(0)
  const running = useRef<AbortController>(undefined)
  const { mutate, reset, isPending, data, error, variables } = useMutation({
    mutationFn: ({ file, wish }: Upload) => {
      const controller = new AbortController()
      running.current = controller
      setSentBytes(0)
      return sendFile(call, file, wish, { signal: controller.signal, onProgress: setSentBytes })
    },
    onSuccess: onSent,
  })
  return {
    send: (file: File, wish: UploadWish) => mutate({ file, wish }),
    reset,
    cancel: () => {
      running.current?.abort()
      reset()
    },
    /** The file that is on its way, and how much of it has left. */
    underWay: isPending ? { file: variables.file, sentBytes } : undefined,
    sent: data,
    error,
  }
}
