import type { Duration } from 'aws-cdk-lib'
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { controlTable, pointInTimeDays, recordsTable, type TableShape } from '#core/deployment/tables.ts'
import type { Access } from './access.ts'
import type { DataKey } from './data-key.ts'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

type TablesProps = { readonly settings: Settings; readonly key: DataKey }

/** DynamoDB asks for these of whoever reads or writes a table under a customer's key. */
const keyForTables = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
]

const text = (name: string) => ({ name, type: AttributeType.STRING })

const createTable = (scope: Construct, id: string, shape: TableShape, { settings, key }: TablesProps): Table => {
  const table = new Table(scope, id, {
    partitionKey: text(shape.partitionKey),
    sortKey: text(shape.sortKey),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key.key,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: pointInTimeDays,
    },
    deletionProtection: settings.removalPolicy === 'retain',
    removalPolicy: removal(settings),
  })
  for (const index of shape.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType[index.projection],
    })
  }
  return table
}

/** `control` holds what people and syncs decide, `records` what the API serves. */
export class Tables extends Construct {
  readonly #control: Table
  readonly #records: Table
  readonly #key: DataKey

  constructor(scope: Construct, id: string, props: TablesProps) {
    super(scope, id)
    this.#key = props.key
    this.#control = createTable(this, 'Control', controlTable, props)
    this.#records = createTable(this, 'Records', recordsTable, props)
  }

  control(...actions: readonly ('GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query')[]): Access {
    const { tableArn, tableName } = this.#control
    return this.#access(actions, [tableArn], { CONTROL_TABLE: tableName })
  }

  records(...actions: readonly ('BatchGetItem' | 'BatchWriteItem' | 'Query')[]): Access {
    const { tableArn, tableName } = this.#records
    const indexes = recordsTable.indexes.map(({ name }) => `${tableArn}/index/${name}`)
    return this.#access(actions, [tableArn, ...indexes], { RECORDS_TABLE: tableName })
  }

  /** How many reads and writes each table refused for the moment. */
  throttles(period: Duration): Readonly<Record<string, Metric>> {
    const tables = { control: this.#control, records: this.#records }
    const events = ['ReadThrottleEvents', 'WriteThrottleEvents'] as const
    const found = Object.entries(tables).flatMap(([name, table]) =>
      events.map((event) => [`${name}${event}`, table.metric(event, { period, statistic: 'Sum' })] as const),
    )
    return Object.fromEntries(found)
  }

  #access(actions: readonly string[], resources: readonly string[], environment: Access['environment']): Access {
    const items = new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [...resources],
    })
    return { statements: [items, this.#key.through('dynamodb', keyForTables)], environment }
  }
}
