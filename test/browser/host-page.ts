import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const script = join(dirname(createRequire(import.meta.url).resolve('@kombo-api/connect')), 'index.mjs')

const page = `<!doctype html>
<html lang="en">
  <head><title>The vendor's app</title></head>
  <body>
    <main>
      <h1>The vendor’s app</h1>
      <p id="outcome">waiting</p>
    </main>
    <script type="module">
      import { showKomboConnect } from '/connect.js'
      const outcome = document.getElementById('outcome')
      showKomboConnect(new URLSearchParams(location.search).get('link')).then(
        (token) => { outcome.textContent = 'token ' + token },
        (error) => { outcome.textContent = error.name },
      )
    </script>
  </body>
</html>`

export type HostPage = {
  /** Of another site than the product's. */
  readonly origin: string
  /** The page that opens a link by the unmodified package. */
  readonly opening: (link: string) => string
  readonly close: () => void
}

export const startHostPage = async (): Promise<HostPage> => {
  const connect = await readFile(script)
  const server = createServer((request, response) => {
    if (request.url === '/connect.js') response.setHeader('content-type', 'text/javascript').end(connect)
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  return {
    origin,
    opening: (link) => `${origin}/?link=${encodeURIComponent(link)}`,
    close: () => server.close(),
  }
}
