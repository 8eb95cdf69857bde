export const visits = {
  title: 'Visit',
  newcomer: 'Ticket {{ticket}}',
  rail: 'Summary of the visit',
  people: 'Who is here, and as what',
  nobody: 'Nobody yet',
  nobodyTeach: 'Read out the privacy notice, then press F6 to find the person who came.',
  findPerson: 'Find the person',
  addPerson: 'Add a person',
  searchAgain: 'Search somebody else',
  removePart: 'Remove the role {{role}} from {{name}}',
  toCase: 'On to the case',
  toDocuments: 'On to the documents',
  toLetter: 'On to the letter',
  step: { guest: 'Guest', resident: 'Resident', case: 'Case', documents: 'Documents', ending: 'Ending', letter: 'Letter' },

  privacy: 'Privacy notice',
  privacyMissing: 'Privacy notice not read yet',
  privacyRead: 'It was read out',
  privacyGiven: 'Given {{time}}, version {{version}}',
  privacyText:
    'What we ask is used to serve you today and to follow it up, as is the duty of the social agency. It is kept locked in this office and passed on only to the agency that handles it. You may see it and have it corrected at this counter at any time.',

  roleTitle: 'Their part in this visit',
  roleLegend: '{{name}} has come as what?',
  part: {
    self: 'For themselves',
    concerned: 'Person concerned',
    applicant: 'Applicant for another',
    reporter: 'Reporter',
    representative: 'Representative'
  },
  partMore: {
    self: 'Applicant and person concerned',
    concerned: 'The case is about them, present or not',
    applicant: 'Applies for their family or child',
    reporter: 'Tells of somebody else’s situation',
    representative: 'Holds a letter of authority'
  },
  relation: 'Relation to the person concerned',
  relationHint: 'For example mother, child, neighbour, head of the RT.',
  join: 'Add to the visit',
  joined: '{{name}} is part of this visit.',

  cases: 'Cases of this visit',
  noCases: 'No cases yet',
  noEnding: 'No ending yet',
  anotherCase: 'Another case',
  openCase: 'Open {{number}}',
  caseEnded: 'This case has its ending at the counter: {{ending}}',
  nextIs: 'Next: {{step}}, by {{date}}.',
  closedNow: 'The case is closed. For anything else, open a new case.',
  alsoRefer: 'Also refer to an agency',
  otherCases: 'Other cases of this visit',

  notServing: 'This person is not being served yet. Entries can be saved once service has begun.',
  serve: 'Start serving',
  over: 'This visit is over.',
  finish: 'Finish the visit',
  finished: 'Visit {{ticket}} is finished. Thank you.',
  finishNoCase: 'Not yet: note what the person needs as a case, even a mere question.',
  finishMissing_one: 'Not yet: {{count, number}} case has no ending.',
  finishMissing_other: 'Not yet: {{count, number}} cases have no ending.'
}
