import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { RosterportStack } from './rosterport-stack.ts'
import { readSettings, stageOf } from './settings.ts'
import { readStageFile } from './stage-file.ts'

const stages = new URL('../stages/', import.meta.url)

/** One stack, named by its stage, and the rule packs that judge it: a finding without a reason fails the synthesis. */
export const defineApp = (app: App, folder = stages): RosterportStack => {
  const given = (key: string): unknown => app.node.tryGetContext(key)
  const file = readStageFile(new URL(`${stageOf(given('stage'))}.json`, folder))
  const settings = readSettings((key) => given(key) ?? file[key])
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
  return new RosterportStack(app, `rosterport-${settings.stage}`, settings)
}
