import { useTranslation } from 'react-i18next'
import { isRealDate } from '#shared/clock'
import { formatPhone } from '#shared/residents/phone'
import { Address } from '#shared/residents/resident'
import { AreaWords } from '../areas/AreaWords'
import { codeWord } from '../text/code-word'
import type { Codes } from '../text/id/codes'
import { type Format, useFormat } from '../text/use-format'
import { groupNik } from '../ui/NikField'

/** Which list of words a field's codes belong to. */
const LISTS: Record<string, keyof Codes> = {
  sex: 'sex',
  religion: 'religion',
  maritalStatus: 'maritalStatus',
  phoneOwner: 'phoneOwner',
  noNikReason: 'noNikReason',
  relation: 'relation',
  roles: 'role',
  lane: 'lane',
  channel: 'channel',
  vulnerableGroup: 'vulnerableGroup',
  outcome: 'outcome',
  ending: 'ending',
  urgency: 'urgency',
  sector: 'sector',
  replyRoute: 'replyRoute',
  'case.kind': 'caseKind',
  'case.status': 'caseStatus',
  'referral.status': 'referralStatus',
  'letter.status': 'letterStatus',
  'letter.type': 'letterType',
  'visit.status': 'visitStatus',
  'documentCheck.state': 'documentState',
  'participant.role': 'participantRole',
  'printAttempt.status': 'printStatus'
}

function textOf(entity: string, field: string, value: string, language: string, format: Format): string {
  const list = LISTS[`${entity}.${field}`] ?? LISTS[field]
  if (list) return codeWord(list, value, language)
  if (field === 'nik' || field === 'kk') return groupNik(value)
  if (field === 'phone') return formatPhone(value)
  return isRealDate(value) ? format.date(value) : value
}

type FieldValueProps = { entity: string; field: string; value: unknown }

/** A value of a record as the person reads it who has to choose: codes in words, days and moments in full, an address in one line. */
export function FieldValue({ entity, field, value }: FieldValueProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  if (value === null || value === undefined || value === '') return <>{t('sync.empty')}</>
  if (typeof value === 'boolean') return <>{t(value ? 'ui.yes' : 'ui.no')}</>
  if (typeof value === 'number') return <>{field.endsWith('At') ? format.moment(value) : format.number(value)}</>
  if (typeof value === 'string') return <>{textOf(entity, field, value, i18n.language, format)}</>
  if (Array.isArray(value)) return <>{value.map(one => textOf(entity, field, String(one), i18n.language, format)).join(', ')}</>
  const address = Address.safeParse(value)
  if (!address.success) return <>{t('sync.field.other', { field })}</>
  const { line, rt, rw, villageCode, postcode } = address.data
  return (
    <>
      {[line, rt && `RT ${rt}`, rw && `RW ${rw}`, postcode].filter(Boolean).join(', ')}
      {villageCode && (
        <>
          , <AreaWords code={villageCode} />
        </>
      )}
    </>
  )
}
