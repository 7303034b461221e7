import type { Mapping } from '#core/mapping/mapping.ts'

/** What a request says of how the files of a mapping are read. */
export const readAs = ({ joins = [], dialect }: Pick<Mapping, 'joins' | 'dialect'>) => ({
  joins: [...joins],
  ...(dialect && { dialect }),
})
