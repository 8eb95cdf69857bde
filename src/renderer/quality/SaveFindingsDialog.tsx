import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'

/** A stick that was plugged in appears this soon. */
const LOOK_EVERY_MS = 2000

/** Where the findings go: the documents of this PC or a stick. */
export function SaveFindingsDialog({ file, onClose }: { file: FileAt; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const drives = useCall(api.sync.drives, {}, { everyMs: LOOK_EVERY_MS })
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
      <Choice
        legend={t('proposals.exportTo')}
        inColumn
        value={to}
        onChange={setTo}
        options={[
          { value: DOCUMENTS, label: t('proposals.documentsFolder') },
          ...(drives.value ?? []).map(drive => ({ value: drive.path, label: drive.name, more: drive.path }))
        ]}
      />
    </FormDialog>
  )
}
