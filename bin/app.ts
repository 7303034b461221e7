import { App } from 'aws-cdk-lib'
import { defineApp } from '../lib/define-app.ts'

defineApp(new App())
