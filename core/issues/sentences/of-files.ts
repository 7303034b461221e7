const uploadAgain = 'Export the file again and upload it again, as a whole.'
const asCsv = 'Set the export to CSV (comma, semicolon or tab between the columns) and upload it again.'
const switchNamesOn = 'Switch column names (headers) on in the export, so that they are the first row of the file.'
const noTable = `It holds no table of text. ${asCsv}`

/** About a file as a whole, before anybody knows what its columns mean. */
export const fileSentences = {
  fileTooLarge: {
    message: 'The file has more than {rows} rows, which is more than a sync takes in.',
    fix: 'Leave out of the export whoever is not needed, or split it by company and connect each part by itself.',
  },
  fileTooLargeAlone: {
    message: 'The file has more than {rows} rows, which is too much where rows are joined or depend on each other.',
    fix: 'Export fewer rows, or one file in which every row tells all of its person.',
  },
  fileTemporary: {
    message: 'The name is one that clients use while an upload is under way, so the file was not read.',
    fix: 'Nothing to do if the client renames it when it is done. If the file stays, upload it under its final name.',
  },
  fileNameUnclaimed: {
    message: 'The name does not say what the file holds, so nothing of it was applied.',
    fix: 'Name the file {names}; a date may follow the word, as in employees-2026-01-31.csv. Or join it to another file in the mapping. If the name has to stay, the vendor can give its word to the integration (file_names); then upload the file again.',
  },
  fileWithoutBytes: {
    message: 'The file has no content (0 bytes), so nothing was changed.',
    fix: 'Check the export job: it may have failed, or uploaded before the file was written. Then upload the file again.',
  },
  fileBlank: { message: 'The file is empty. Nothing was changed.', fix: uploadAgain },
  fileGone: {
    message: 'The file was deleted or renamed before it could be read, so nothing was changed.',
    fix: 'Upload the file again, and leave it where it is: received files are cleared away by themselves.',
  },
  uploadBrokenOff: {
    message: 'The upload broke off, so only a part of the file arrived. It is not used.',
    fix: 'Let the HR system upload the file again. If it happens often, look for a time limit or an unstable connection there.',
  },
  fileNotKept: {
    message: 'The records should be made anew, but the file that they come from is not kept any longer.',
    fix: 'Upload the file again, or wait for the next one: it is applied by the mapping and settings of then.',
  },
  deltaChainBroken: {
    message:
      'The records come from a full file and from the changes that followed, and one of these files is not kept any longer or does not count. Nothing was applied, because nobody can tell what it said.',
    fix: 'Upload a full file, with “full” in its name (employees-full.csv): it begins anew.',
  },
  deltaChainTooLong: {
    message: 'A thousand files of changes have followed the last full one. Nothing was applied.',
    fix: 'Upload a full file, with “full” in its name (employees-full.csv): it begins anew.',
  },
  deltaJoined: {
    message:
      'The file holds only what changed, but files of this kind are joined with others, so that nobody can tell what these say of the rest. Nothing of it was applied.',
    fix: 'Upload a full file, or take the joins out of the mapping.',
  },
  fileSuperseded: {
    message: 'A newer file of the same kind was applied first, so this one was not needed.',
    fix: 'Nothing to do. If this is the right one after all, upload it again.',
  },
  fileExcluded: {
    message: 'What this file brought was undone, and it is not used any more.',
    fix: 'Upload a corrected file. If this one was right after all, have it replayed, or upload it again.',
  },
  fileBinary: {
    message: 'The file holds no readable text, although its name says so.',
    fix: 'Check what the HR system wrote into it; upload the export as CSV.',
  },
  fileIsExcel: {
    message: 'The file is a workbook of a kind that is not read here (such as .xls, .xlsb or .ods).',
    fix: 'In Excel or in the HR system, save it as .xlsx or as CSV, and upload that file.',
  },
  fileIsCompressed: {
    message: 'The file is compressed in a way that is not read here.',
    fix: 'Pack it as .zip or .gz instead, or upload the CSV file itself.',
  },
  fileIsEncrypted: {
    message: 'The file is a PGP key, a signature or signed text, not an encrypted file.',
    fix: 'Upload the encrypted file itself, or the CSV file as it is: SFTP encrypts it on its way.',
  },
  fileIsXml: { message: 'The file is XML or HTML, not a table of text.', fix: `XML cannot be read. ${asCsv}` },
  fileIsPdf: { message: 'The file is a PDF document, not a table of text.', fix: noTable },
  fileIsParquet: { message: 'The file is a Parquet file, not a table of text.', fix: noTable },
  fileIsPicture: { message: 'The file is a picture, not a table of text.', fix: noTable },
  fileIsResult: {
    message:
      'The file is a table of results that was put into the folder here, not an export. Nothing of it was applied.',
    fix: 'Upload the export of the HR system. Tables of results are for reading only, and may be deleted.',
  },
  headerTooLong: {
    message: 'Row {row} should hold the column names, but it is too long for that.',
    fix: 'Check that the first row holds the column names and ends with a line break.',
  },
  headerBlank: { message: 'Row {row} should hold the column names, but it is empty.', fix: switchNamesOn },
  headerBelowEnd: {
    message: 'Row {row} should hold the column names, but the file has fewer rows.',
    fix: switchNamesOn,
  },
  headerHoldsEmail: {
    message: 'Row {row} should hold the column names, but its cell {cell} is an e-mail address.',
    fix: switchNamesOn,
  },
  headerHoldsDate: {
    message: 'Row {row} should hold the column names, but its cell {cell} is a date.',
    fix: switchNamesOn,
  },
  headerHoldsTruth: {
    message: 'Row {row} should hold the column names, but its cell {cell} is a value such as "yes" or "true".',
    fix: switchNamesOn,
  },
  headerHoldsNumbers: {
    message: 'Row {row} should hold the column names, but most of its cells are numbers.',
    fix: switchNamesOn,
  },
  headerAbsent: {
    message:
      'Row {row} holds data already, and no row above it holds column names, so the columns are called "column 1", "column 2" and so on.',
    fix: switchNamesOn,
  },
  headerFound: {
    message: 'The column names were found in row {row}; what stands above it was left out.',
    fix: 'Nothing to do if that is so. Otherwise say in the mapping which row holds them.',
  },
  headerDuplicate: {
    message: 'Two columns are named "{name}"; the later one is called "{renamed}" here.',
    fix: 'Give every column of the export a name of its own.',
  },
  tooManyColumns: {
    message: 'Row {row} has more than {limit} columns. Nothing of this file was applied.',
    fix: 'Export only the columns that are needed. If the export has fewer, its delimiter or its line breaks are damaged.',
  },
  noRows: {
    message: 'The file has column names but no rows below them.',
    fix: 'Check the filter of the export in the HR system. If it is meant to be empty, nothing needs to be done.',
  },
  lastColumnPadded: {
    message: 'No row has a cell for the last column ({columns}); it is taken as empty.',
    fix: 'If these columns should hold something, check the export: delimiters at the end of the rows are missing.',
  },
  lastColumnsPadded: {
    message: 'No row has a cell for the last {count} columns ({columns}); they are taken as empty.',
    fix: 'If these columns should hold something, check the export: delimiters at the end of the rows are missing.',
  },
  quoteMisplaced: {
    message:
      'A quotation mark stands where it may not, so the cells of this row cannot be told apart. Lines up to the next quotation mark may belong to it.',
    fix: 'Put the whole cell in quotation marks and double those inside it ("5"" pipe"), or remove the stray one.',
  },
  quoteNotClosed: {
    message:
      'A quotation mark opens in row {row} and never closes, so everything after it would be one cell. Nothing of this file was applied.',
    fix: 'Remove or double the stray quotation mark in row {row}. If the file was cut off while it was written, upload it again.',
  },
  encodingInvalid: {
    message: 'This row holds bytes that are no characters in the encoding of the rest of the file.',
    fix: 'Export the whole file in one encoding, UTF-8 if there is a choice.',
  },
  recordTooLong: {
    message: 'Row {row} is longer than {limit} MB. Nothing of this file was applied.',
    fix: 'Check that every row ends with a line break, and leave documents and pictures out of the export.',
  },
  fileCutShort: {
    message: 'The file ends in the middle of row {row}. Nothing of it was applied.',
    fix: uploadAgain,
  },
  rowTooLong: {
    message: 'The row has more cells than the {columns} columns.',
    fix: 'A cell that holds the delimiter must stand in quotation marks: check the export, or the text in this row.',
    example: '{cells} cells',
  },
  rowTooShort: {
    message: 'The row has fewer cells than the {columns} columns.',
    fix: 'Every row needs a cell for every column, empty ones too. A line break inside a cell must stand in quotation marks.',
    example: '{cells} cells',
  },
  rowOfOneCell: {
    message: 'The row has fewer cells than the {columns} columns.',
    fix: 'Every row needs a cell for every column, empty ones too. A line break inside a cell must stand in quotation marks.',
    example: '1 cell',
  },
  rowOfText: {
    message: 'These rows at the end of the file are text and nobody’s data, so they were left aside.',
    fix: 'Nothing to do. Without closing lines in the export, this line goes.',
  },
  rowExplains: {
    message: 'Row {row} explains the columns and is nobody’s data, so it was left aside.',
    fix: 'Nothing to do, if that is so. Otherwise name the row of the column names in the mapping.',
  },
  rowOfTotals: {
    message: 'These rows hold totals and nobody’s data, so they were left aside.',
    fix: 'Nothing to do. Without totals in the export, this line goes.',
  },
} as const
