import { describe, expect, it } from 'vitest'
import { cellsOf, readAll } from './read-all.ts'

const dos: Readonly<Record<string, number>> = { ü: 0x81, é: 0x82, ä: 0x84, ö: 0x94, ß: 0xe1, Ö: 0x99 }
const latin9: Readonly<Record<string, number>> = { œ: 0xbd, Ž: 0xb4, ž: 0xb8, '€': 0xa4, é: 0xe9 }
const encoded = (text: string, codes: Readonly<Record<string, number>>) =>
  Uint8Array.from([...text].map((sign) => codes[sign] ?? sign.codePointAt(0) ?? 0))

describe('an encoding of the West', () => {
  it('is that of DOS where quotes would stand between letters', async () => {
    const text = 'id;name\n1;Jürgen Groß\n2;Käthe Böhm\n3;René Ös\n'
    const found = await readAll(encoded(text, dos), { isDraft: true })
    expect(found.dialect).toMatchObject({ encoding: 'ibm850' })
    expect(cellsOf(found).map(([, name]) => name)).toEqual(['Jürgen Groß', 'Käthe Böhm', 'René Ös'])
  })

  it('is ISO 8859-15 where fractions would stand beside letters', async () => {
    const text = 'id;name;pay\n1;Cœur;€ 1\n2;Benež;€ 2\n'
    const found = await readAll(encoded(text, latin9), { isDraft: true })
    expect(found.dialect).toMatchObject({ encoding: 'iso-8859-15' })
    expect(cellsOf(found)).toEqual([
      ['1', 'Cœur', '€ 1'],
      ['2', 'Benež', '€ 2'],
    ])
  })

  it.each(['Müller;1½ days', 'Käthe „Kati“ Böhm;x', 'O’Brien–Smith ü;…'])(
    'is Windows-1252 where such signs stand for themselves: %s',
    async (line) => {
      const signs = { '„': 0x84, '“': 0x93, '’': 0x92, '–': 0x96, '…': 0x85 }
      const found = await readAll(encoded(`id;name;note\n1;${line}\n2;Müller;x\n`, signs), { isDraft: true })
      expect(found.dialect).toMatchObject({ encoding: 'windows-1252' })
    },
  )
})
