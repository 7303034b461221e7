import { laptopAccess } from './dynamodb/start-dynamo.ts'

/** How to reach a service at `endpoint`: with the credentials of the environment, else with some that any emulator takes. */
export const awsAccess = (endpoint: string) => {
  const { AWS_ACCESS_KEY_ID, AWS_PROFILE, AWS_REGION } = process.env
  const hasCredentials = (AWS_ACCESS_KEY_ID ?? AWS_PROFILE) !== undefined
  if (!hasCredentials) return { ...laptopAccess, endpoint }
  return { region: AWS_REGION ?? laptopAccess.region, endpoint }
}
