import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LandingMessageSchema, landedObjects, landingMessage } from '#core/files/landing.ts'

const read = (text: string) => landedObjects(v.parse(LandingMessageSchema, JSON.parse(text)))

describe('an S3 notification', () => {
  it('decodes keys as S3 encodes them, plus signs for spaces', () => {
    const object = { key: 'user/red+flower%2B%C3%BC.csv', size: 1, eTag: 'e', versionId: 'v', sequencer: '0A' }
    const record = {
      eventName: 'ObjectCreated:CompleteMultipartUpload',
      eventTime: '2026-01-01T00:00:00.000Z',
      s3: { bucket: { name: 'b' }, object },
    }
    expect(read(JSON.stringify({ Records: [record] }))).toMatchObject([
      { key: 'user/red flower+ü.csv', eventTime: Date.UTC(2026, 0, 1) },
    ])
  })

  it('is empty when S3 only tests the queue', () => {
    expect(read(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' }))).toEqual([])
  })

  it('passes over everything that is not a new object', () => {
    const record = {
      eventName: 'ObjectRemoved:Delete',
      eventTime: '2026-01-01T00:00:00.000Z',
      s3: { bucket: { name: 'b' }, object: { key: 'k', versionId: 'v' } },
    }
    expect(read(JSON.stringify({ Records: [record] }))).toEqual([])
  })

  it('that we write ourselves says what one of S3 would, for any key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
        (key, date) => {
          const landed = {
            bucket: 'b',
            key,
            versionId: 'v',
            etag: 'e',
            size: 3,
            eventTime: date.getTime(),
            sequencer: '0A',
          }
          expect(read(landingMessage(landed))).toEqual([landed])
        },
      ),
    )
  })
})
