import type { visitor as id } from '../id/visitor'
import type { Shape } from '../shape'

export const visitor = {
  welcome: 'Welcome',
  wait: 'Please wait, an officer will see you.',
  now: 'Queue number',
  come: 'Please come to the counter.',
  check: 'Is what is written here right?',
  checkMore: 'Take your time. If something is wrong, press CORRECT IT and tell the officer.',
  right: 'RIGHT',
  wrong: 'CORRECT IT',
  rate: 'How was our service today?',
  rateMore: 'Your answer is not kept with your name.',
  score: { 1: 'Not satisfied', 2: 'Less satisfied', 3: 'Satisfied', 4: 'Very satisfied' },
  thanks: 'Thank you',
  thanksMore: 'We have received your answer.',

  button: 'Visitor’s screen',
  title: 'Visitor’s screen',
  lead: 'The visitor sees only what you send from here. The NIK is shown only if you tick it.',
  whose: 'Whose data',
  pick: 'What is shown',
  name: 'Name',
  nik: 'NIK',
  birth: 'Place and date of birth',
  address: 'Address',
  phone: 'Phone number',
  nobody: 'There is nobody in this visit yet. The queue number and the rating can be shown all the same.',
  sendTicket: 'Show the number',
  sendMirror: 'Ask the visitor to check',
  sendRating: 'Ask for a rating',
  clear: 'Clear the screen',
  noScreen: 'This computer has no visitor’s screen yet. An administrator adds it with the switch --visitor.',
  showing: {
    idle: 'The screen is empty.',
    ticket: 'The queue number is shown.',
    mirror: 'The visitor is checking …',
    rating: 'Waiting for a rating …',
    thanks: 'The visitor has answered.'
  },
  saidRight: 'The visitor pressed RIGHT.',
  saidWrong: 'The visitor pressed CORRECT IT. Ask which part is wrong.',
  saidScore: 'The visitor has given a rating.',
  counts: 'Ratings of 30 days: {{very}} very satisfied, {{good}} satisfied, {{less}} less, {{not}} not.'
} satisfies Shape<typeof id>
