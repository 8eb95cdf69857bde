import { basename, parse } from 'node:path'
import { ImportError } from '#registry/import/import-error'
import type { ListFindings } from '#shared/quality/list-check'
import type { ListCheck, listCheckContract } from '#shared/quality/list-check.contract'
import type { ImportProblem } from '#shared/registry/import-problem'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { tableFiles } from '#wire/table-files'
import { areaLineOf } from '../areas/area-line'
import type { Desk } from '../desk'
import { pathOf } from '../files/own-files'
import { folderFor, saveFiles } from '../files/save-files'
import { listAllKnown } from '../residents/pairs.store'
import { listByIds } from '../residents/residents.store'
import { findingsTable } from './findings-table'

export const listCheckHandlers: HandlersOf<typeof listCheckContract, Desk> = {
  check: (desk, { file }) => checkOf(desk, file),
  export: async (desk, { file, to }) => {
    const folder = await folderFor(desk, to)
    if (!folder.ok) return folder
    const checked = await checkOf(desk, file)
    if (!checked.ok) return checked
    const name = `temuan_${parse(checked.value.name).name}_${desk.today()}`.replace(/[^\w.-]+/g, '-')
    const saved = await saveFiles(folder.value, await tableFiles({ name, ...findingsTable(checked.value) }))
    return saved.ok ? ok({ files: saved.value }) : saved
  }
}

async function checkOf(desk: Desk, file: Parameters<typeof pathOf>[1]): Promise<Result<ListCheck, ImportProblem>> {
  const path = await pathOf(desk, file)
  if (path === undefined) return refuse({ kind: 'file-missing' })
  const known = await listAllKnown(desk.db)
  try {
    const order = { file: path, referenceFile: desk.referenceFile, known: known.map(({ id: _, ...one }) => one), today: desk.today() }
    const { meetings, ...found } = await desk.listWork.check(order)
    return ok({ ...found, name: basename(path), meetings: await meetingsOf(desk, meetings, known) })
  } catch (error) {
    if (error instanceof ImportError) return refuse(error.problem)
    throw error
  }
}

async function meetingsOf(
  desk: Desk,
  meetings: ListFindings['meetings'],
  known: readonly { id: string }[]
): Promise<ListCheck['meetings']> {
  const ids = [...new Set(meetings.flatMap(({ residentAt }) => known[residentAt]?.id ?? []))]
  const residents = new Map((await listByIds(desk.db, ids)).map(one => [one.id, one]))
  const cards: ListCheck['meetings'] = []
  for (const { residentAt, ...meeting } of meetings) {
    const resident = residents.get(known[residentAt]?.id ?? '')
    if (!resident) continue
    const areaLine = await areaLineOf(desk.reference, resident.address.villageCode)
    cards.push({ ...meeting, residentId: resident.id, residentName: resident.name, areaLine })
  }
  return cards
}
