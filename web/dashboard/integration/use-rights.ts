import { useManage } from '../manage.ts'

/** What whoever is signed in may do; the server decides, this only says so beforehand. */
export const useRights = () => {
  const { role, personal_data } = useManage().me
  return { isAdmin: role === 'admin', seesPeople: personal_data } as const
}
