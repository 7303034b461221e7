import fc from 'fast-check'
import * as v from 'valibot'
import { claimOf } from '#core/files/file-name.ts'
import { LandingMessageSchema, landedObjects, landingMessage } from '#core/files/landing.ts'
import { hostileText } from '../hostile.ts'
import { hold, target } from '../target.ts'

const objects = fc.record({
  bucket: fc.string(),
  key: hostileText(6).map((text) => text.toWellFormed()),
  versionId: fc.string(),
  etag: fc.string(),
  size: fc.nat(),
  eventTime: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  sequencer: fc.string(),
})

export const landingTarget = target(
  'landing',
  fc.record({ object: objects, json: fc.json(), key: hostileText(6) }),
  ({ object, json, key }) => {
    const [back] = landedObjects(v.parse(LandingMessageSchema, JSON.parse(landingMessage(object))))
    hold(JSON.stringify(back) === JSON.stringify(object), 'an object that does not survive its notification')
    const strange = v.safeParse(LandingMessageSchema, JSON.parse(json))
    if (strange.success) landedObjects(strange.output)
    claimOf(key)
  },
)
