import { z } from 'zod'
import type { DriveProblem } from '#shared/files/drive-problem'
import { FilePlace } from '#shared/proposals/proposals.contract'
import { call } from '#shared/rpc/call'
import { Month } from './month'
import type { MonthReport } from './month-report'

export const reportsContract = {
  /** What the office did in a month, as far as this desk knows, beside the month before. Nobody is named. */
  month: call<MonthReport>()(z.object({ month: Month })),
  /** The same figures as CSV and XLSX; answers where the files lie. */
  export: call<{ files: string[] }, DriveProblem>()(z.object({ month: Month, to: FilePlace }))
}
