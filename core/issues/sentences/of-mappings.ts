/** About a mapping: what it lacks, what it waits for, and what a proposal is not sure of. */
export const mappingSentences = {
  idColumnMissing: {
    message:
      'The file has no column "{column}", which tells whose row is whose. The columns are: {columns}. Nothing of the file was applied.',
    fix: 'Put the column back into the export under this name, or choose another id column in the mapping.',
  },
  idColumnRenamed: {
    message:
      'The file has no column "{column}", which tells whose row is whose. It may be called "{likely}" now. The columns are: {columns}. Nothing of the file was applied.',
    fix: 'Put the column back into the export under this name, or choose another id column in the mapping.',
  },
  mappedColumnMissing: {
    message: 'The file has no column "{column}", from which {field} is filled. Nothing of the file was applied.',
    fix: 'Put the column back into the export under this name, or change the mapping.',
  },
  mappedColumnRenamed: {
    message:
      'The file has no column "{column}", from which {field} is filled. It may be called "{likely}" now. Nothing of the file was applied.',
    fix: 'Put the column back into the export under this name, or change the mapping.',
  },
  fieldUnknown: {
    message: 'The mapping fills "{name}", which is no field of {dataset}.',
    fix: 'Correct the name of the field in the mapping, or remove it.',
  },
  fieldNotMapped: {
    message: 'The mapping does not fill {fields, or}, without which no row of {dataset} can be used.',
    fix: 'Choose a column for {fields, or} in the mapping.',
  },
  constantUnreadable: {
    message: 'The mapping gives {field} a constant that this field cannot hold.',
    fix: 'Correct the constant in the mapping: dates as yyyy-MM-dd, numbers with a decimal point.',
  },
  filterFieldMissing: {
    message:
      'The employee filter looks at {field}, which no column of the file fills. Nothing of the file was applied.',
    fix: 'Choose a column for {field} in the mapping, or take the rule out of the filter.',
  },
  dataPointMissing: {
    message: 'The file has no column that fills {point}, which is required.',
    fix: 'Add a column such as "{column}" to the export, or choose the column that holds it in the mapping.',
  },
  mappingNotApproved: {
    message: 'The file was received, but nothing of it is applied before the mapping of its columns is approved.',
    fix: 'Check the proposed mapping and approve it; the file is then applied without another upload.',
  },
  setupNotConfirmed: {
    message:
      'The file was received, but nothing of it is applied before the customer has confirmed the steps of the setup.',
    fix: 'Send the customer a setup link; the file is then applied without another upload.',
  },
  idRepeats: {
    message: '"{column}" looks like the id, but in {rows} sample rows {repeats} repeat an id and {blank} have none.',
    fix: 'Check the id column before you approve the mapping: it must be different in every row and never change.',
  },
  idsTogetherRepeat: {
    message: 'No column is an id, and even {columns} together repeat in the sample.',
    fix: 'Check the id column before you approve the mapping: it must be different in every row and never change.',
  },
  noColumnIsId: {
    message: 'No column looks like an id. "{column}" is proposed because it differs most from row to row.',
    fix: 'Check the id column before you approve the mapping: it must be different in every row and never change.',
  },
  dateAmbiguous: {
    message: 'In no row of the file can day and month be told apart; {format} is assumed.',
    fix: 'Check a date you know before you approve the mapping, and correct the date format if it is the other way round.',
  },
  datesMixed: {
    message:
      'Some dates can be read only with the day first, others only with the month first; {format} is assumed, as most of them are.',
    fix: 'Have the export write all dates of the column in one format, or check which is right before you approve the mapping.',
  },
  columnUnfit: {
    message:
      'The column is called as a field is, but too many of its cells cannot be read as that in one way, so it is not proposed.',
    fix: 'Have the export write it alike in every row (days as yyyy-MM-dd, plain numbers), or map it before you approve.',
  },
  dateZoned: {
    message:
      'The days of the column have a time and a zone. The day counts as it is written; where the time is a midnight elsewhere, such as 22:00Z, that is the day before.',
    fix: 'Compare a day you know before you approve the mapping. If it is one too early, have the export write days without a time.',
  },
  thousandsAssumed: {
    message:
      'Every number of the column could have thousands or three decimal places, such as 1.234; thousands are assumed.',
    fix: 'Check a number you know before you approve the mapping, and correct the decimal sign if it is the other way round.',
  },
  decimalsAssumed: {
    message:
      'Every number of the column could have thousands or three decimal places, such as 1.234; decimal places are assumed.',
    fix: 'Check a number you know before you approve the mapping, and correct the decimal sign if it is the other way round.',
  },
  blocksAssumed: {
    message:
      'The report seems to print {columns, and} once for each block of rows: an empty cell is taken for what stands above it.',
    fix: 'Check people in the middle of a block before you approve the mapping. If empty means empty, take the column out of fillDown.',
  },
  flagAssumed: {
    message: 'People have several rows. The one that "{column}" marks counts, and the others are their history.',
    fix: 'Check somebody with several rows before you approve the mapping.',
  },
  latestAssumed: {
    message:
      'People have several rows. The one that holds today by "{column}" counts, and the others are their history.',
    fix: 'Check somebody with several rows before you approve the mapping.',
  },
} as const
