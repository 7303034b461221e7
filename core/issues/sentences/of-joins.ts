/** About files that are read together. */
export const joinSentences = {
  fileAwaited: {
    message: 'Waiting for {names, and}: the files of a set are applied together.',
    fix: 'Nothing, if it is on its way. Else upload it, or take its join out of the mapping.',
  },
  filesMayFollow: {
    message: 'Waiting until no file of the set has come for {minutes} minutes.',
    fix: 'Nothing: the files are then applied together.',
  },
  fileIsManifest: {
    message: 'It says that a set of files is complete. No data is read from it.',
    fix: 'Nothing to do.',
  },
  manifestAwaited: {
    message:
      'Waiting for the manifest “{name}”, which is uploaded after these files and says that their set is complete.',
    fix: 'Nothing, if it is on its way. Else upload it: it may be empty, or list the names of the files. Or take the manifest out of the mapping.',
  },
  listedFilesAwaited: {
    message: 'Waiting for {names, and}, which the manifest {manifest} lists: the files of a set are applied together.',
    fix: 'Nothing, if it is on its way. Else upload it, or a manifest that does not list it.',
  },
  filesAwaitedAgain: {
    message: 'Waiting for {names, and} once more: it was refused, so that nothing of its set is applied.',
    fix: 'Upload the corrected file, and after it a manifest once more.',
  },
  manifestTooLong: {
    message: 'A manifest has the names of files and nothing else, but this file has more than {kilobytes} KB.',
    fix: 'Upload a manifest that is empty or lists the names of the files. If this file holds data, choose another name for manifests in the mapping.',
  },
  joinColumnMissing: {
    message: 'The file has no column “{column}”, by which it is joined with {join}.',
    fix: 'Add the column to the export again, or choose other key columns in the mapping.',
  },
  joinKeyRepeated: {
    message: 'A later row has the same key and says something else, so these rows do not count.',
    fix: 'Export one row per key, or say in the mapping which rows count, for example those of the current contract.',
  },
  joinRowMissing: {
    message: '{file} has no row with the key of these rows, so its columns are empty for them.',
    fix: 'Nothing, if that is so. Else check that both files write the key alike, leading zeros included.',
  },
  joinTooLarge: {
    message: 'The files that are joined hold more than {rows} rows, or {characters} characters in the columns in use.',
    fix: 'Make the file with the most rows the main file, export fewer rows, or map fewer of its columns.',
  },
} as const
