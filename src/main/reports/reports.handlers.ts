import { reportTable } from '#shared/reports/month-report'
import type { reportsContract } from '#shared/reports/reports.contract'
import { ok } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { tableFiles } from '#wire/table-files'
import type { Desk } from '../desk'
import { folderFor, saveFiles } from '../files/save-files'
import { monthReport } from './month-report'

export const reportsHandlers: HandlersOf<typeof reportsContract, Desk> = {
  month: async (desk, { month }) => ok(await monthReport(desk, month)),

  export: async (desk, { month, to }) => {
    const folder = await folderFor(desk, to)
    if (!folder.ok) return folder
    const saved = await saveFiles(
      folder.value,
      await tableFiles({ name: `laporan_${month}`, ...reportTable(await monthReport(desk, month)) })
    )
    return saved.ok ? ok({ files: saved.value }) : saved
  }
}
