import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type LocalDate, yearOf } from '#shared/clock'
import type { Service } from '#shared/directory/directory'
import { formatDateShort } from '#shared/local-date-input'
import { addWorkingDays, type MarkedDays, markedDays } from '#shared/office/working-days'
import { api } from '../api'
import { useSession } from '../session'
import { useCall } from '../use-call'

/** Working days an agency or the office takes when no standard says otherwise. */
const USUAL_DAYS = 5

type Limit = Pick<Service, 'timeLimit' | 'timeLimitUnit'>

/** The day a service has to be done by: its own limit, counted in working days; minutes mean the next working day. */
export function dueDay(limit: Limit | null, today: LocalDate, marked: MarkedDays): LocalDate {
  if (!limit) return addWorkingDays(today, USUAL_DAYS, marked)
  if (limit.timeLimitUnit === 'months') return addWorkingDays(addDays(today, limit.timeLimit * 30 - 1), 1, marked)
  return addWorkingDays(today, limit.timeLimitUnit === 'minutes' ? 1 : limit.timeLimit, marked)
}

export type DueSuggestion = { day: LocalDate; typed: string; why: string }

/** By when the next step should be done, as the service's standard says; undefined until the desk has answered. */
export function useDueSuggestion(serviceCode: string | null): DueSuggestion | undefined {
  const { t } = useTranslation()
  const { today } = useSession()
  const year = yearOf(today)
  const service = useCall(api.directory.service, { code: serviceCode ?? '' }, { enabled: serviceCode !== null })
  const now = useCall(api.office.holidays, { year })
  const next = useCall(api.office.holidays, { year: year + 1 })
  const limit = service.value && service.value.code === serviceCode ? service.value : null
  const isReady =
    now.value !== undefined && next.value !== undefined && (serviceCode === null || limit !== null || service.problem !== undefined)
  return useMemo(() => {
    if (!isReady) return undefined
    const day = dueDay(limit, today, markedDays([...(now.value ?? []), ...(next.value ?? [])]))
    const why = limit
      ? t('cases.dueByService', { limit: t(`directory.timeLimitIs.${limit.timeLimitUnit}`, { count: limit.timeLimit }) })
      : t('cases.dueUsual', { count: USUAL_DAYS })
    return { day, typed: formatDateShort(day), why }
  }, [isReady, now.value, next.value, limit, today, t])
}
