import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { type Month, monthName } from '#shared/reports/month'
import { api } from '../api'
import { SaveToChoice } from '../files/SaveToChoice'
import { asLanguage } from '../text/use-format'
import { FormDialog } from '../ui/Dialog'
import { useDeed } from '../use-deed'

/** Where the report goes: the documents of this PC or a stick. */
export function SaveReportDialog({ month, onClose }: { month: Month; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const save = useDeed(api.reports.export, { says: ({ files }) => t('reports.saved', { files: files.join(', ') }), onDone: onClose })
  const [to, setTo] = useState<string>(DOCUMENTS)
  return (
    <FormDialog
      title={t('reports.saveTitle', { month: monthName(month, asLanguage(i18n.language)) })}
      deed={t('reports.save')}
      waitsToBeRead
      isBusy={save.isBusy}
      problem={save.problem}
      onSubmit={() => save.act({ month, to })}
      onClose={onClose}
    >
      <p>{t('reports.saveTeach')}</p>
      <SaveToChoice to={to} onChange={setTo} />
    </FormDialog>
  )
}
