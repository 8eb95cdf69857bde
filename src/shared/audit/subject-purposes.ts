/** Who asked for a copy of all data about a person: the person, their parent, guardian or holder of a power of attorney, or an authority that the law lets ask. */
export const SUBJECT_PURPOSES = ['own-request', 'guardian', 'authority'] as const
export type SubjectPurpose = (typeof SUBJECT_PURPOSES)[number]
