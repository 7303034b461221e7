import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { RosterportStack } from '../lib/rosterport-stack.ts'
import { readSettings } from '../lib/settings.ts'

const app = new App()
const settings = readSettings((key) => app.node.tryGetContext(key))
new RosterportStack(app, `rosterport-${settings.stage}`, settings)
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
