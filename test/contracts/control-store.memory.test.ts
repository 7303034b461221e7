import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { controlStoreContract } from './control-store.ts'

controlStoreContract('memory', async () => memoryControlStore())
