export const reports = {
  title: 'Monthly report',
  lead: 'A month’s figures for the head of the office, without anybody’s data.',
  month: 'Month',
  earlier: 'Month before',
  later: 'Month after',
  soFar: 'This month is not over: figures up to {{date}}.',
  desks: 'Desks counted: {{desks}}.',
  noBefore: 'Nothing is known of {{month}}, so there is nothing to compare with.',
  empty: 'Nothing was recorded in {{month}}',
  emptyTeach: 'Choose another month, or look at Sync if another desk’s data should be here.',
  none: 'None.',
  print: 'Print the report',
  save: 'Save as a file',
  saveTitle: 'Save the report of {{month}}',
  saveTeach: 'The figures are saved as CSV and XLSX. An older file of the same month is replaced.',
  saved: 'Report saved: {{files}}'
}
