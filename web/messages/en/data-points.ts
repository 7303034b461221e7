export const dataPoints = {
  title: 'What your HR system sends',
  intro:
    'Your HR system uploads these files by itself (CSV, Excel or JSON), for example every night. Columns may have other names and any order: they are matched once the first file is here.',
  files: 'Files',
  required: 'needed',
  optionalFile: 'send it if you have it',
  columns: '{count, plural, one {Column} other {Columns}}',
  example: 'for example {example}',
  shareFile: 'Share {file}',
  notShared: 'This file is not shared. Nothing of it is stored, even if it arrives.',
  rule: 'What is not marked as needed may be missing or empty. What you leave out is not stored, even if it is in the file.',
  template: 'Download template',
  copyList: 'Copy list',
  list: {
    heading: '{file}, one row for each entry, with these columns:',
    required: '(needed)',
  },
}
