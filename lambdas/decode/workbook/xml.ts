import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import type { Bytes } from '../bytes.ts'
import { workbookUnreadable } from '../refusals.ts'

export type Attributes = Readonly<Record<string, string>>

/** What is told of XML: names are without the prefix of their namespace. */
export type XmlVisitor = {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Parts of workbooks are flat. */
const maxDepth = 64
/** A cell holds 32,767 characters at most. */
const longestPiece = 2 * 1024 * 1024

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const fail = (): never => {
  throw new UnreadableFile(workbookUnreadable())
}

const parserFor = ({ open, close, text }: XmlVisitor, moved: () => void) => {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  let depth = 0
  parser.on('error', fail)
  // Nothing that a workbook needs is declared in one.
  parser.on('doctype', fail)
  parser.on('opentag', ({ name, attributes }) => {
    moved()
    depth += 1
    if (depth > maxDepth) fail()
    open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    moved()
    depth -= 1
    close?.(localName(name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

/** Reads XML from its beginning to its end; yields now and then, so that what was told can be passed on. */
export async function* readXml(bytes: Bytes, visitor: XmlVisitor): AsyncGenerator<undefined> {
  let silent = 0
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      return fail()
    }
  }
  const parser = parserFor(visitor, () => {
    silent = 0
  })
  for await (const chunk of bytes) {
    const text = decode(chunk)
    silent += text.length
    parser.write(text)
    if (silent > longestPiece) fail()
    yield
  }
  parser.write(decode())
  parser.close()
}

/** Reads XML whose every element counts. */
export const visitXml = async (bytes: Bytes, visitor: XmlVisitor): Promise<void> => {
  await Array.fromAsync(readXml(bytes, visitor))
}
