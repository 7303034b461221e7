import { type Customer, newCustomer } from '../e2e/customer.ts'
import type { Product } from '../e2e/product.ts'

const words = {
  first: ['Ada', 'Alan', 'Grace', 'Edsger', 'Barbara', 'Donald', 'Frances', 'Tony', 'Margaret', 'Ken'],
  last: ['Lovelace', 'Turing', 'Hopper', 'Dijkstra', 'Liskov', 'Knuth', 'Allen', 'Hoare', 'Hamilton', 'Thompson'],
  status: ['active', 'active', 'active', 'on leave', 'inactive'],
  type: ['Vollzeit', 'Teilzeit', 'Werkstudent', 'Sonstige'],
  department: ['Engineering', 'Sales', 'Finance'],
  location: ['Berlin', 'Zürich'],
  shirt: ['S', 'M', 'L', 'XL'],
}

const nth = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
const two = (number: number): string => String(number).padStart(2, '0')

const header =
  'Employee ID;First name;Last name;Work email;Hire date;Date of birth;Status;Employment type;Gender;Department;Location;IBAN;Shirt size;Desk'

/** No day of a hire date is above 12: nothing tells day and month apart. */
const rowOf = (at: number): string => {
  const [first, last] = [nth(words.first, at), nth(words.last, Math.floor(at / 10) + at)]
  return [
    String(1000 + at),
    first,
    last,
    `${first}.${last}.${at}@example.com`.toLowerCase(),
    `${two((at % 12) + 1)}/${two(((at * 5) % 12) + 1)}/${2010 + (at % 12)}`,
    `${two((at % 28) + 1)}/${two((at % 12) + 1)}/${1970 + (at % 30)}`,
    nth(words.status, at),
    nth(words.type, at),
    at % 2 === 0 ? 'f' : 'm',
    nth(words.department, at),
    nth(words.location, at),
    `DE89${String(370400440532013000 + at)}`,
    nth(words.shirt, at),
    `D-${at}`,
  ].join(';')
}

/** An export of so many people, in the way of a German payroll. */
export const employeesFile = (people: number): string =>
  `${[header, ...Array.from({ length: people }, (_, at) => rowOf(at))].join('\n')}\n`

type Settings = {
  readonly enable_field_mapping?: boolean
  readonly enable_filtering?: boolean
  readonly mapping_approver?: 'vendor' | 'customer'
}

/** A customer who is connected, and is asked for these steps. */
export const customerWith = async (product: Product, settings: Settings): Promise<Customer> => {
  const customer = await newCustomer(product)
  await product.call('PATCH', customer.base, { body: settings })
  return customer
}

export const setupLink = async (product: Product, { id }: Customer, language = 'en'): Promise<string> => {
  const path = `/v1/integrations/${encodeURIComponent(id)}/setup-link`
  const { json } = await product.call('POST', path, { body: { language, link_type: 'EMBEDDED' } })
  return String(Object(json).data?.link)
}
