import type { ProblemTexts, UpdateProblem } from '../problem'

export const updateProblems: Pick<ProblemTexts, UpdateProblem> = {
  'no-release': () => ({
    happened: 'No new version is ready to be installed.',
    safe: 'The desk runs on with this version.',
    todo: 'Wait for a new version from the district, or read the district’s stick.'
  }),
  busy: ({ visitors }) => ({
    happened: visitors === 1 ? 'One visitor is still waiting or being served.' : `${visitors} visitors are still waiting or being served.`,
    safe: 'Nothing has been changed.',
    todo: 'Finish today’s work at the counter first, then install.'
  }),
  'on-battery': () => ({
    happened: 'This computer runs on its battery.',
    safe: 'Nothing has been changed.',
    todo: 'Plug it in, then try again.'
  }),
  'installer-damaged': () => ({
    happened: 'The installer is no longer what its publisher signed, so it was thrown away and not started.',
    safe: 'The desk and its data are unchanged.',
    todo: 'It is fetched from the district again by itself. If this repeats, have the computer checked for viruses.'
  }),
  'not-started': () => ({
    happened: 'The installer could not be started on this computer.',
    safe: 'The desk and its data are unchanged; a new backup was made.',
    todo: 'Ask the computer’s administrator to start it from the folder "updates" in the data folder.'
  }),
  'no-way-back': () => ({
    happened: 'The installer of the version before is not on this computer.',
    safe: 'The data are unchanged.',
    todo: 'Ask an administrator to install the version before, from the district.'
  })
}
