import { memoryRecordStore } from '../fakes/memory-record-store.ts'
import { recordStoreContract } from './record-store.ts'
import { leadMs } from './stored-records.ts'

recordStoreContract('memory', (now) => memoryRecordStore(now, leadMs))
