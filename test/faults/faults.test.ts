import { afterAll, describe, expect, it } from 'vitest'
import { dynalite } from '../contracts/dynalite.ts'
import { startApps } from './apps.ts'
import { openPool } from './pool.ts'
import { runSeed } from './run.ts'

const dynamo = await dynalite()
const pool = await openPool()
const apps = startApps()
afterAll(async () => {
  apps.close()
  await pool.close()
})

describe('a customer whose files are worked on by processes that are killed, stalled and short of everything', () => {
  it('has the records of an undisturbed run in the end', { timeout: 600_000 }, async () => {
    const { findings, trace } = await runSeed({ seed: 1, endpoint: dynamo.endpoint, pool, apps })
    expect(findings, trace.join('\n')).toEqual([])
  })
})
