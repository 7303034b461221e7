// Adds up what the steps left in the directory it is given, and prints "N passed, N failed".
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const directory = process.argv[2]

const reportOf = (step) => {
  try {
    return JSON.parse(readFileSync(join(directory, `${step}.json`), 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}

// A file that does not even load has failed without a single test in it.
const brokenFiles = (report) =>
  report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)

const outcomeOf = (step) => {
  const report = reportOf(step)
  const exitCode = Number(readFileSync(join(directory, `${step}.exit`), 'utf8'))
  const failed = report.numFailedTests + brokenFiles(report).length
  // A step that fails outside of any test counts as one failure.
  return { step, passed: report.numPassedTests, failed: exitCode === 0 ? failed : Math.max(failed, 1) }
}

const outcomes = readdirSync(directory)
  .filter((name) => name.endsWith('.exit'))
  .map((name) => outcomeOf(basename(name, '.exit')))
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)

for (const { step } of outcomes.filter((outcome) => outcome.failed > 0)) console.log(`failed: ${step}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
