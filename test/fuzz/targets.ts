import type { Target } from './target.ts'
import { decodeTarget } from './targets/decode.ts'
import { draftTarget } from './targets/draft.ts'
import { encodingTarget } from './targets/encoding.ts'
import { jsonTarget } from './targets/json.ts'
import { landingTarget } from './targets/landing.ts'
import { mapperTarget } from './targets/mapper.ts'
import { packetTarget } from './targets/packets.ts'
import { publicKeyTarget } from './targets/public-key.ts'
import { queryTarget } from './targets/query.ts'
import { readerTarget } from './targets/reader.ts'
import { splitterTarget } from './targets/splitter.ts'
import { workbookTarget } from './targets/workbook.ts'

/** Everything that takes input from outside. */
export const targets: readonly Target[] = [
  splitterTarget,
  encodingTarget,
  decodeTarget,
  jsonTarget,
  workbookTarget,
  readerTarget,
  mapperTarget,
  draftTarget,
  packetTarget,
  publicKeyTarget,
  landingTarget,
  queryTarget,
]
