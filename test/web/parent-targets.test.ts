import { describe, expect, it } from 'vitest'
import { parentTargets } from '../../web/flow/parent-targets.ts'

const own = 'https://hr.example.com'
const app = 'https://app.example.com'

describe('messages go', () => {
  it('to the page around, when any page may embed', () => {
    expect(parentTargets({ allowed: [], parent: app, own })).toEqual([app])
  })

  it('to everybody only when any page may embed and the browser does not tell which one does', () => {
    expect(parentTargets({ allowed: [], parent: undefined, own })).toEqual(['*'])
  })

  it('to the page around when it is on the list, or is this server’s own', () => {
    expect(parentTargets({ allowed: [app], parent: app, own })).toEqual([app])
    expect(parentTargets({ allowed: [app], parent: own, own })).toEqual([own])
  })

  it('to nobody when the page around is not on the list', () => {
    expect(parentTargets({ allowed: [app], parent: 'https://evil.example', own })).toEqual([])
  })

  it('to each on the list when the browser does not tell which one it is', () => {
    expect(parentTargets({ allowed: [app, 'https://b.example'], parent: undefined, own })).toEqual([
      app,
      'https://b.example',
    ])
  })
})
