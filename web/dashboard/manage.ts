import { createContext, useContext } from 'react'
import { failed } from '../api/failure.ts'
import type { AnswerOf, Call } from './call.ts'
import type { Session } from './sign-in/session.ts'

/** Who is signed in, and what they may do. */
type Me = AnswerOf<'GET /manage/me'>

type ManageValue = { readonly session: Session; readonly call: Call; readonly me: Me }

export const ManageContext = createContext<ManageValue | undefined>(undefined)

/** The API as whoever is signed in, by `call('GET /manage/…', { path, query, body })`, and who that is. */
export const useManage = (): ManageValue => {
  const value = useContext(ManageContext)
  if (!value) throw failed({ code: 'UNKNOWN', message: 'A page is shown to somebody who is not signed in.' })
  return value
}
