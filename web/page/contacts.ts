import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contacts } from '../flow/api.ts'
import { useCall } from '../flow/flow-context.ts'
import type { Language } from '../messages/languages.ts'

export type Contact = Contacts['contacts'][number]

const queryKey = ['contacts'] as const

export const useContacts = () => {
  const call = useCall()
  return useQuery({ queryKey, queryFn: () => call('GET /flow/contacts') })
}

type Change<Wish> = UseMutationResult<Contacts, Error, Wish>

/** Each change answers the contacts as they are after it. */
const useChange = <Wish>(change: (wish: Wish) => Promise<Contacts>): Change<Wish> => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

export const useAddContact = () => {
  const call = useCall()
  return useChange((body: Pick<Contact, 'email' | 'language'>) => call('POST /flow/contacts', { body }))
}

type Wish = { readonly id: string; readonly language?: Language; readonly mails?: boolean }

export const useChangeContact = () => {
  const call = useCall()
  return useChange(({ id, ...body }: Wish) =>
    call('PATCH /flow/contacts/{contact_id}', { path: { contact_id: id }, body }),
  )
}

export const useRemoveContact = () => {
  const call = useCall()
  return useChange((id: string) => call('DELETE /flow/contacts/{contact_id}', { path: { contact_id: id } }))
}
