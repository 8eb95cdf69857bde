export const signIn = {
  title: 'Who is on duty?',
  lead: 'Choose your name, then type your six-digit PIN.',
  officers: 'Officers',
  noOfficers: 'No active officer yet',
  noOfficersTeach: 'Ask the office administrator to add officers.',
  pinLabel: 'Six-digit PIN',
  samplePin: 'A sample officer. The first PIN is 123456.',
  notYou: 'Not you? Go back',
  enter: 'Sign in',
  wrongPin: 'That PIN does not match. Please try once more.',
  wait: 'Too many wrong tries. Wait {{seconds}} seconds, then try again. The office data are safe.',
  testKeys:
    'Test mode: the data key is kept in a plain file ({{name}}), not in the safe place of the operating system. Use sample data only.',
  blurred: 'The screen is blurred because nobody touched it. Press any key to go on.',
  locked: 'The screen is locked',
  lockedLead: 'What {{name}} typed is kept. Type the PIN to go on at the same place.',
  other: 'Another officer',
  takeOver: 'Who takes over the counter?',
  takeOverLead: 'What {{name}} typed is kept for them.',
  motto: 'One counter, one answer, for every resident.'
}
