import type { Workplace } from './workplace.ts'

/** The workplace's ports, and the keys of everything that is opened in the archive and every table read or write through them. */
export const counting = ({ ports }: Workplace) => {
  const opened: string[] = []
  let recordCalls = 0
  const counted = {
    ...ports,
    archive: {
      ...ports.archive,
      open: (ref: { readonly key: string; readonly versionId?: string | undefined }, start?: number) => {
        opened.push(
          ref.key.split('/')[0] === 'manifests'
            ? `manifest of ${ref.key.split('/')[3]}`
            : (ref.key.split('/')[0] ?? ''),
        )
        return ports.archive.open(ref, start)
      },
    },
    records: {
      ...ports.records,
      get: (...reading: Parameters<typeof ports.records.get>) => {
        recordCalls += 1
        return ports.records.get(...reading)
      },
      write: (...writing: Parameters<typeof ports.records.write>) => {
        recordCalls += 1
        return ports.records.write(...writing)
      },
    },
  }
  return { ports: counted, opened, recordCalls: () => recordCalls }
}
