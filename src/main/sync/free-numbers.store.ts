import { entities } from '#shared/changes/entities'
import type { Op } from '#shared/changes/op'
import { caseSeries, ticketNumber } from '#shared/visits/ticket-number'
import { nextCaseNumber, nextTicketNo } from '../database/next-numbers'
import type { Writer } from '../database/tables'

/**
 * What is sent again, with the next free ticket and case number where another record has them, as after this desk was put back: else it would be refused
 * for ever, and all that hangs on it with it. Numbers of letters stay, as they are on paper.
 */
export async function withFreeNumbers(trx: Writer, ops: readonly Op[]): Promise<Op[]> {
  const freed: Op[] = []
  for (const op of ops) freed.push(await freedOp(trx, op))
  return freed
}

async function freedOp(trx: Writer, op: Op): Promise<Op> {
  if (op.type !== 'create') return op
  if (op.entity === 'visit') return { ...op, fields: { ...op.fields, ...(await freeTicket(trx, op)) } }
  if (op.entity === 'case') return { ...op, fields: { ...op.fields, ...(await freeCaseNumber(trx, op)) } }
  return op
}

type Created = Extract<Op, { type: 'create' }>

async function freeTicket(trx: Writer, { id, fields }: Created): Promise<object> {
  const { data: visit } = entities.visit.safeParse({ ...fields, id })
  if (!visit) return {}
  const { day, deskCode, lane, ticket } = visit
  const other = trx.selectFrom('visit').select('id').where('day', '=', day).where('deskCode', '=', deskCode)
  if (!(await other.where('ticket', '=', ticket).where('id', '!=', id).executeTakeFirst())) return {}
  const ticketNo = await nextTicketNo(trx, day, deskCode, lane)
  return { ticketNo, ticket: ticketNumber(lane, ticketNo, deskCode) }
}

async function freeCaseNumber(trx: Writer, { id, fields }: Created): Promise<object> {
  const { data: made } = entities.case.safeParse({ ...fields, id })
  if (!made) return {}
  const other = trx.selectFrom('case').select('id').where('number', '=', made.number).where('id', '!=', id)
  if (!(await other.executeTakeFirst())) return {}
  return { number: await nextCaseNumber(trx, caseSeries(made.number)) }
}
