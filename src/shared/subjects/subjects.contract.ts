import { z } from 'zod'
import { SUBJECT_PURPOSES } from '#shared/audit/subject-purposes'
import type { DriveProblem } from '#shared/files/drive-problem'
import { FilePlace } from '#shared/proposals/proposals.contract'
import { call } from '#shared/rpc/call'

/** What was saved: a paper to read and the same as JSON for another program, letters and pictures beside them; `missing`: how many of those are not here. */
export type SubjectExport = { files: string[]; records: number; looks: number; missing: number }

export const subjectsContract = {
  /** Everything that this desk holds about one person, and who looked at it here, as PDF and JSON with the letters and pictures. UU 27/2022 art. 7: a copy on request. */
  export: call<SubjectExport, { kind: 'not-found' } | DriveProblem>()(
    z.object({ residentId: z.uuid(), purpose: z.enum(SUBJECT_PURPOSES), to: FilePlace })
  )
}
