import { z } from 'zod'
import type { DriveProblem } from '#shared/files/drive-problem'
import { FileAt } from '#shared/files/files.contract'
import { FilePlace } from '#shared/proposals/proposals.contract'
import type { ImportProblem } from '#shared/registry/import-problem'
import { call } from '#shared/rpc/call'
import type { ListFindings, ListMeeting } from './list-check'

export type KnownMeeting = Omit<ListMeeting, 'residentAt'> & { residentId: string; residentName: string; areaLine: string }
export type ListCheck = Omit<ListFindings, 'meetings'> & { name: string; meetings: KnownMeeting[] }

export const listCheckContract = {
  /** Looks a village's own list through: who stands on it twice, who is known here already, whose NIK is wrong. Nothing is taken over. */
  check: call<ListCheck, ImportProblem>()(z.object({ file: FileAt })),
  /** The same findings as CSV and XLSX, for who wrote the list; answers where the files lie. */
  export: call<{ files: string[] }, ImportProblem | DriveProblem>()(z.object({ file: FileAt, to: FilePlace }))
}
