import { RemovalPolicy } from 'aws-cdk-lib'
import type { Settings } from './settings.ts'

/** What becomes of data, keys and secrets when the stack goes. */
export const removal = (settings: Settings): RemovalPolicy =>
  settings.removalPolicy === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
