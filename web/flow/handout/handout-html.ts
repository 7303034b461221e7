type Line = readonly [string, string]

export type Handout = {
  readonly language: string
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly { readonly heading: string; readonly lines: readonly Line[] }[]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{width:100%;border-collapse:collapse}td,th{padding:.25rem .5rem;border:1px solid #bbb;text-align:left;vertical-align:top}
th{width:18rem;font-weight:600}td{font-family:ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
@media print{body{margin:0;font-size:11px}tr{break-inside:avoid}}`

const row = ([name, value]: Line): string => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`

/** One page that needs nothing else: to be mailed, opened and printed by people who do not have the link. */
export const handoutHtml = ({ language, title, subtitle, sections }: Handout): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<meta name="viewport" content="width=device-width"><style>${style}</style></head><body>`,
    `<h1>${escaped(title)}</h1><p>${escaped(subtitle)}</p>`,
    ...sections.map(({ heading, lines }) => `<h2>${escaped(heading)}</h2><table>${lines.map(row).join('\n')}</table>`),
    '</body></html>\n',
  ].join('\n')
