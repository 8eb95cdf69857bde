import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { api } from '../api'
import { SaveToChoice } from '../files/SaveToChoice'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

/** Where the findings go: the documents of this PC or a stick. */
export function SaveFindingsDialog({ file, onClose }: { file: FileAt; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const save = useAct(api.listCheck.export)
  const [to, setTo] = useState<string>(DOCUMENTS)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const go = async () => {
    const answer = await save.act({ file, to })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('quality.listSaved', { files: answer.value.files.join(', ') }))
    onClose()
  }
  return (
    <FormDialog
      title={t('quality.listSaveTitle')}
      deed={t('quality.listSave')}
      isBusy={save.isBusy}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('quality.listSaveTeach')}</p>
      <SaveToChoice to={to} onChange={setTo} />
    </FormDialog>
  )
}
