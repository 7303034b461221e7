import { joinedMapping, joinedWorkplace, pushed, staff, titles } from './joined-workplace.ts'
import type { Workplace } from './workplace.ts'

export const doctors = titles.replace('Nurse', 'Doctor')
export const newStaff = staff.replace('Bob', 'Rob')

export const waitingFor = (manifest: string, mapping = joinedMapping()): Promise<Workplace> =>
  joinedWorkplace({ ...mapping, manifest })

/** A first set, applied. */
export const applied = async (): Promise<Workplace> => {
  const work = await waitingFor('export')
  await pushed(work, 'contracts.csv', titles)
  await pushed(work, 'employees.csv', staff)
  await pushed(work, 'export.done', '')
  return work
}
