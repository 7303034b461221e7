// Starts every function of cdk.out as Lambda would: the files of its own bundle and nothing else, in a bare Node, with the variables of the
// template. Each must answer. Prints what each weighs and how long it takes until it can answer.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const assembly = process.argv[2] ?? 'cdk.out'
const [templateFile] = (await readdir(assembly)).filter((name) => name.endsWith('.template.json'))
const { Resources } = JSON.parse(await readFile(join(assembly, templateFile), 'utf8'))

// Whatever a handler asks of AWS: a secret with text, a table with nothing in it, a place for an answer to CloudFormation.
const server = createServer((request, response) => {
  request.resume()
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify({ SecretString: 'x', Items: [], Count: 0 }))
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const endpoint = `http://127.0.0.1:${server.address().port}`

const http = (path) => ({
  resource: path,
  path,
  httpMethod: 'GET',
  headers: {},
  multiValueHeaders: {},
  requestContext: { requestId: 'bundles', identity: { sourceIp: '127.0.0.1' } },
})
const answersWith = (status) => (answer) => answer.statusCode === status
const handledAll = (answer) => answer.batchItemFailures.length === 0
const finishes = () => true
const removal = { RequestType: 'Delete', ResponseURL: endpoint, StackId: 's', RequestId: 'r', LogicalResourceId: 'l' }

// What a function is asked, and how it has to answer.
const questions = {
  api: { event: http('/v1/nothing'), isRight: answersWith(404) },
  connect: { event: http('/flow/nothing'), isRight: answersWith(404) },
  docs: { event: http('/openapi.json'), isRight: answersWith(200) },
  pages: { event: http('/connect'), isRight: answersWith(200) },
  receive: { event: { Records: [] }, isRight: handledAll },
  sync: { event: { Records: [] }, isRight: handledAll },
  deliver: { event: { Records: [] }, isRight: handledAll },
  housekeeping: { event: {}, isRight: finishes },
  // gzip of a message without lines
  logins: {
    event: {
      awslogs: { data: gzipSync(JSON.stringify({ messageType: 'CONTROL_MESSAGE', logEvents: [] })).toString('base64') },
    },
    isRight: finishes,
  },
  SftpHostKeysKeeper: { event: removal, isRight: finishes },
  PgpKeeper: { event: removal, isRight: finishes },
}

const folderSize = async (folder) => {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const starter = `
const startedAt = performance.now()
const { handler } = await import('./index.mjs')
const readyMs = performance.now() - startedAt
process.on('message', async (event) => {
  const context = { getRemainingTimeInMillis: () => 20000, awsRequestId: 'bundles', functionName: 'bundles' }
  const answer = await handler(event, context)
  process.send({ readyMs, answer: answer ?? null }, () => process.exit())
})
process.send({ ready: true })
`

const variableOf = (value) => (typeof value === 'string' ? value : 'https://made-up.example.com')

const ask = async (folder, variables, event) => {
  await writeFile(join(folder, 'start.mjs'), starter)
  const env = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  }
  const child = fork(join(folder, 'start.mjs'), {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, variableOf(value)])), ...env },
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const reason = () => said.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? ''
  const ended = once(child, 'close').then(([code]) => Promise.reject(new Error(`it ended with ${code}. ${reason()}`)))
  ended.catch(() => undefined)
  const limit = setTimeout(() => child.kill(), 60_000)
  try {
    await Promise.race([once(child, 'message'), ended])
    child.send(event)
    const [told] = await Promise.race([once(child, 'message'), ended])
    return told
  } finally {
    clearTimeout(limit)
  }
}

const nameOf = (id) => id.replace(/Function[0-9A-F]{8}$/, '')
const functions = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
let failed = 0
console.log('function             bundle    answers after (this machine, not Lambda)')
for (const [id, { Properties, Metadata }] of functions) {
  const name = nameOf(id)
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    await cp(join(assembly, basename(Metadata['aws:asset:path'])), folder, { recursive: true })
    const size = await folderSize(folder)
    const { event, isRight } = questions[name]
    const { readyMs, answer } = await ask(folder, Properties.Environment?.Variables ?? {}, event)
    if (!isRight(answer)) throw new Error(`it answers ${JSON.stringify(answer).slice(0, 200)}`)
    console.log(`${name.padEnd(20)} ${(size / 1e6).toFixed(2).padStart(5)} MB ${readyMs.toFixed(0).padStart(6)} ms`)
  } catch (error) {
    failed += 1
    console.log(`${name.padEnd(20)} does not answer: ${error.message}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}
server.close()
console.log(`${functions.length - failed} of ${functions.length} functions answer with nothing but their bundle`)
process.exitCode = failed > 0 ? 1 : 0
