import type { subjects as id } from '../id/subjects'
import type { Shape } from '../shape'

export const subjects: Shape<typeof id> = {
  export: 'Copy of the data',
  title: 'A copy of all data about {{name}}',
  teach:
    'Everything that this desk holds about this person, and who looked at it, as a PDF to read and as JSON for another program, with their letters and the pictures of SIKS-NG. What the registers say of them is in the JSON. Read it before you hand it over: a note may speak of somebody else.',
  purpose: 'Who asks for it?',
  purposes: {
    'own-request': 'The person themselves',
    guardian: 'A parent, guardian, or holder of a power of attorney',
    authority: 'An authority, in writing'
  },
  save: 'Save the copy',
  saved: 'The copy of the data is saved',
  missing_one: '{{count, number}} letter or picture is not among them',
  missing_other: '{{count, number}} letters or pictures are not among them',
  missingTeach:
    'They lie on another desk, or are damaged here. Save the copy once more when this desk has a line to the district, or ask the desk that made them.',
  keep: 'The files are not locked. Hand them only to who may have them, and delete them from this PC afterwards.'
}
