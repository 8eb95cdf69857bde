export const search = {
  label: 'Search residents, visits, cases or letters',
  placeholder: 'NIK, KK, name, phone, ticket or letter number',
  results: 'Search results',
  noNik: 'No NIK',
  ticket: 'Ticket {{ticket}}',
  openCases: 'open cases: {{n}}',
  nothing: 'Nothing for "{{text}}" at this desk.',
  nothingTeach:
    'Try part of the name, or the NIK alone. Not found does not mean not entitled: a new resident is registered from their visit.',
  group: { resident: 'Residents', visit: 'Visits', case: 'Cases', letter: 'Letters' },
  why: {
    nik: 'NIK matches',
    kk: 'KK number matches',
    name: 'similar name',
    phone: 'phone matches',
    'provisional-id': 'provisional number matches',
    ticket: 'ticket number',
    'case-number': 'case number',
    'letter-number': 'letter number'
  }
}
