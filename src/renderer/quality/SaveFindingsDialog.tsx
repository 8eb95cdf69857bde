import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { api } from '../api'
import { SaveToChoice } from '../files/SaveToChoice'
import { FormDialog } from '../ui/Dialog'
import { useDeed } from '../use-deed'

/** Where the findings go: the documents of this PC or a stick. */
export function SaveFindingsDialog({ file, onClose }: { file: FileAt; onClose: () => void }) {
  const { t } = useTranslation()
  const save = useDeed(api.listCheck.export, { says: value => t('quality.listSaved', { files: value.files.join(', ') }), onDone: onClose })
  const [to, setTo] = useState<string>(DOCUMENTS)
  const go = async () => {
    await save.act({ file, to })
  }
  return (
    <FormDialog
      title={t('quality.listSaveTitle')}
      deed={t('quality.listSave')}
      isBusy={save.isBusy}
      problem={save.problem}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <p>{t('quality.listSaveTeach')}</p>
      <SaveToChoice to={to} onChange={setTo} />
    </FormDialog>
  )
}
