import { Fn } from 'aws-cdk-lib'
import {
  CfnEIP,
  CfnInternetGateway,
  CfnRoute,
  CfnRouteTable,
  CfnSecurityGroup,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
  CfnVPC,
  CfnVPCGatewayAttachment,
} from 'aws-cdk-lib/aws-ec2'
import type { CfnServer } from 'aws-cdk-lib/aws-transfer'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

const range = '10.99.0.0/24'
const subnets = ['10.99.0.0/25', '10.99.0.128/25']
const everybody = '0.0.0.0/0'

type SftpNetworkProps = { readonly settings: Settings; readonly port: number }

/** A network with nothing in it but the SFTP server's endpoint, in two zones, each with an address that never changes. */
export class SftpNetwork extends Construct {
  readonly endpoint: CfnServer.EndpointDetailsProperty
  /** As customers are told them. */
  readonly addresses: readonly string[]

  constructor(scope: Construct, id: string, { settings, port }: SftpNetworkProps) {
    super(scope, id)
    const vpc = new CfnVPC(this, 'Vpc', { cidrBlock: range })
    acknowledge(vpc, {
      'AwsSolutions-VPC7': 'Nothing but the SFTP server is in it, and that writes a log of every connection.',
    })
    const table = routeOut(this, vpc)
    const subnetIds = subnets.map((cidrBlock, zone) => {
      const place = { vpcId: vpc.ref, cidrBlock, availabilityZone: Fn.select(zone, Fn.getAzs()) }
      const { ref } = new CfnSubnet(this, `Subnet${zone}`, place)
      new CfnSubnetRouteTableAssociation(this, `Way${zone}`, { subnetId: ref, routeTableId: table.ref })
      return ref
    })
    const { allocationIds, addresses } = this.#addresses(settings)
    this.addresses = addresses
    this.endpoint = {
      vpcId: vpc.ref,
      subnetIds,
      addressAllocationIds: [...allocationIds],
      securityGroupIds: [this.#door(vpc, settings, port)],
    }
  }

  #addresses(settings: Settings) {
    const { sftpAllocationIds, sftpAddresses = [] } = settings
    if (sftpAllocationIds !== undefined) return { allocationIds: sftpAllocationIds, addresses: sftpAddresses }
    const made = subnets.map((_, zone) => {
      const address = new CfnEIP(this, `Address${zone}`, { domain: 'vpc' })
      // Firewalls of customers know it.
      address.applyRemovalPolicy(removal(settings))
      return address
    })
    return {
      allocationIds: made.map(({ attrAllocationId }) => attrAllocationId),
      addresses: made.map(({ ref }) => ref),
    }
  }

  #door(vpc: CfnVPC, { sftpClients = [everybody] }: Settings, port: number): string {
    const group = new CfnSecurityGroup(this, 'Door', {
      vpcId: vpc.ref,
      groupDescription: 'Rosterport: who reaches the SFTP server',
      securityGroupIngress: sftpClients.map((cidrIp) => ({
        cidrIp,
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        description: 'SFTP',
      })),
    })
    acknowledge(group, {
      'AwsSolutions-EC23': 'HR systems are anywhere, and keys let them in; sftpClients narrows it.',
    })
    return group.attrGroupId
  }
}

const routeOut = (scope: Construct, vpc: CfnVPC): CfnRouteTable => {
  const gateway = new CfnInternetGateway(scope, 'Gateway')
  const attachment = new CfnVPCGatewayAttachment(scope, 'Attachment', {
    vpcId: vpc.ref,
    internetGatewayId: gateway.ref,
  })
  const table = new CfnRouteTable(scope, 'Table', { vpcId: vpc.ref })
  const route = { routeTableId: table.ref, destinationCidrBlock: everybody, gatewayId: gateway.ref }
  new CfnRoute(scope, 'Route', route).addResourceDependency(attachment)
  return table
}
