import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { RosterportStack } from './rosterport-stack.ts'
import { readSettings } from './settings.ts'

/** One stack, named by its stage, and the rule pack that judges it: a finding without a reason fails the synthesis. */
export const defineApp = (app: App): RosterportStack => {
  const settings = readSettings((key) => app.node.tryGetContext(key))
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return new RosterportStack(app, `rosterport-${settings.stage}`, settings)
}
