import { ticketNumber } from '#shared/visits/ticket-number'
import type { Visit } from '#shared/visits/visit'
import { create } from '../changes/record'
import { nextTicketNo } from '../database/next-numbers'
import type { Writer } from '../database/tables'
import { getOffice } from '../office/office.store'

type Arrival = Pick<Visit, 'id' | 'day' | 'arrivedAt' | 'lane' | 'channel' | 'purpose' | 'vulnerableGroup'>

/** Gives the next ticket of a lane on a day, in the change that is open. */
export async function checkIn(trx: Writer, arrival: Arrival): Promise<Visit> {
  const { deskCode } = await getOffice(trx)
  const ticketNo = await nextTicketNo(trx, arrival.day, deskCode, arrival.lane)
  return create(trx, 'visit', {
    ...arrival,
    deskCode,
    ticketNo,
    ticket: ticketNumber(arrival.lane, ticketNo, deskCode),
    status: 'waiting',
    calledAt: null,
    servingAt: null,
    endedAt: null,
    officerId: null,
    privacyNotice: null,
    privacyNoticedAt: null
  })
}
