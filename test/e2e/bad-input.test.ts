import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '#core/issues/issue.ts'
import { type BadFile, badFiles, changing, rowsWith, staff } from './bad-files.ts'
import { csv, employeesCsv } from './company.ts'
import { type Customer, type DatasetReport, type ListedFile, newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'
import { withSftp, write } from './push.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

/** Every record, the removed ones too, as it stands: text that differs when anything of it does. */
const recordsOf = async ({ id }: Customer): Promise<ReadonlyMap<string, string>> => {
  const options = { include_deleted: true, page_size: 250 }
  const found = await everything(product.sdk(id).hris.getEmployees(options))
  return new Map(found.map((record) => [record.remote_id, JSON.stringify(record)]))
}

type Outcome = {
  readonly file: ListedFile
  readonly report: DatasetReport | undefined
  readonly syncs: number
  /** Remote ids whose record is not what it was. */
  readonly moved: readonly string[]
}

const push = async (customer: Customer, { name, as = 'employees.csv', content }: BadFile): Promise<Outcome> => {
  const [before, syncsBefore] = [await recordsOf(customer), await customer.syncs()]
  await customer.deliver({ [as]: content(rowsWith(name)) })
  const [after, syncs, file] = [await recordsOf(customer), await customer.syncs(), await customer.fileNamed(as)]
  return {
    file,
    report: syncs.flatMap(({ datasets }) => datasets).find((report) => report.file_id === file.id),
    syncs: syncs.length - syncsBefore.length,
    moved: [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)),
  }
}

const lanes = 4

/** Spreads the files over a few customers, each of whom pushes one after the other on top of a good file. */
const pushAll = (): ReadonlyMap<BadFile, Promise<Outcome>> => {
  const outcomes = new Map<BadFile, Promise<Outcome>>()
  for (let lane = 0; lane < lanes; lane += 1) {
    const ready = newCustomer(product).then(async (customer) => {
      await customer.deliver({ 'employees.csv': employeesCsv(staff) })
      await customer.approve()
      return customer
    })
    let last: Promise<unknown> = ready
    for (const file of badFiles.filter((_, index) => index % lanes === lane)) {
      const outcome = last.then(async () => push(await ready, file))
      outcomes.set(file, outcome)
      last = outcome.catch(() => undefined)
    }
  }
  return outcomes
}

describe('a file is pushed with', () => {
  let outcomes: ReadonlyMap<BadFile, Promise<Outcome>>
  beforeAll(() => {
    outcomes = pushAll()
  })

  const expectIssue = ({ issue }: BadFile, found: readonly Issue[]): void => {
    const same = found.find(({ code }) => code === issue?.code)
    expect(same, JSON.stringify(found)).toBeDefined()
    expect(`${same?.message} ${same?.fix}`).toMatch(issue?.says ?? /^$/)
    if (issue?.rows) expect(same?.rows).toEqual(issue.rows)
    if (issue?.column !== undefined) expect(same?.column).toBe(issue.column)
  }

  const expectations: Readonly<Record<BadFile['becomes'], (bad: BadFile, outcome: Outcome) => void>> = {
    ignored: (bad, { file, syncs, moved }) => {
      expect(file.state).toBe('IGNORED')
      expectIssue(bad, file.issues)
      expect({ syncs, moved }).toEqual({ syncs: 0, moved: [] })
    },
    rejected: (bad, { file, syncs, moved }) => {
      expect(file.state).toBe('REJECTED')
      expectIssue(bad, file.issues)
      expect({ syncs, moved }).toEqual({ syncs: 0, moved: [] })
    },
    refused: (bad, { file, report, syncs, moved }) => {
      expect(file.state).toBe('REFUSED')
      expectIssue(bad, file.issues)
      expect(report).toMatchObject({ outcome: 'refused', issues: file.issues })
      expect({ syncs, moved }).toEqual({ syncs: 1, moved: [] })
    },
    partly: (bad, { file, report, syncs, moved }) => {
      expect(file.state).toBe('ACCEPTED')
      expectIssue(bad, report?.issues ?? [])
      expect(report).toMatchObject({ outcome: 'applied', counts: { created: 0, updated: 1, removed: 0 } })
      expect(report?.counts.quarantined).toBeGreaterThan(0)
      expect({ syncs, moved }).toEqual({ syncs: 1, moved: [changing] })
    },
    whole: (_, { file, report, syncs, moved }) => {
      expect(file).toMatchObject({ state: 'ACCEPTED', issues: [] })
      expect(report).toMatchObject({ counts: { quarantined: 0, updated: 1, removed: 0, held: 0 }, issues: [] })
      expect({ syncs, moved }).toEqual({ syncs: 1, moved: [changing] })
    },
  }

  it.each(badFiles)('$name: it is $becomes', { timeout: 120_000 }, async (bad) => {
    const outcome = await outcomes.get(bad)
    if (!outcome) throw new Error('The file was not pushed.')
    expectations[bad.becomes](bad, outcome)
  })
})

describe('at the SFTP server', () => {
  const refusedLogin = /authentication methods failed/
  let customer: Customer
  let other: Customer
  beforeAll(async () => {
    ;[customer, other] = await Promise.all([newCustomer(product), newCustomer(product)])
  })
  const content = csv(rowsWith('x'))
  const pushAs = (login: Partial<Customer['target']>, path = '/employees.csv') =>
    withSftp({ ...customer.target, ...login }, (sftp) => write(sftp, path, content))

  it('refuses a key of somebody else, without saying whether the user exists', async () => {
    await expect(pushAs({ privateKey: other.target.privateKey })).rejects.toThrow(refusedLogin)
    await expect(pushAs({ user: 'nobody' })).rejects.toThrow(refusedLogin)
    await expect(pushAs({ user: '../etc' })).rejects.toThrow(refusedLogin)
  })

  it.each(['../employees.csv', '/../../etc/passwd', 'a/../../employees.csv'])('refuses the path %s', async (path) => {
    await expect(pushAs({}, path)).rejects.toThrow('That path is outside your folder: use a path below "/".')
  })

  it('keeps a path that names another customer in the own folder', async () => {
    await pushAs({}, `/${other.username}/employees.csv`)
    await customer.settled(1)
    expect(await other.files()).toEqual([])
    expect(await customer.files()).toEqual([expect.objectContaining({ name: `${other.username}/employees.csv` })])
    const readPasswords = withSftp(customer.target, (sftp) =>
      promisify<Buffer>((done) => sftp.readFile('../../../etc/passwd', (error, data) => done(error ?? null, data)))(),
    )
    await expect(readPasswords).rejects.toThrow('outside your folder')
  })

  it('understands an upload under a temporary name that is then renamed', async () => {
    await withSftp(customer.target, async (sftp) => {
      await write(sftp, '/employees-2.csv.filepart', content)
      await promisify<void>((done) =>
        sftp.rename('/employees-2.csv.filepart', '/employees-2.csv', (error) => done(error ?? null)),
      )()
    })
    await customer.settled(3)
    expect(await customer.fileNamed('employees-2.csv.filepart')).toMatchObject({ state: 'IGNORED' })
    expect(await customer.fileNamed('employees-2.csv')).toMatchObject({ state: 'QUEUED' })
  })
})
