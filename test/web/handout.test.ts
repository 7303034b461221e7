import { expect, it } from 'vitest'
import { handoutHtml } from '../../web/flow/handout/handout-html.ts'

it('the page for IT shows what was entered as text, whatever it is', () => {
  const lines = [['Host', '"><script>']] as const
  const html = handoutHtml({ language: 'en', title: 'A & B', subtitle: '', sections: [{ heading: 'C', lines }] })
  expect(html).toContain('<td>&quot;&gt;&lt;script&gt;</td>')
  expect(html).toContain('<title>A &amp; B</title>')
})
