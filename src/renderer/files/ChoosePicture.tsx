import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import { FileDialog } from './FileDialog'

export type ChoosesPicture = { label: string; onPicture: (bytes: Uint8Array) => void }

/** Takes a picture from the officer's own folders or a stick, with no window of the system. */
export function ChoosePicture({ label, onPicture }: ChoosesPicture) {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  const reading = useAct(api.files.picture)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const choose = async (at: FileAt) => {
    setChoosing(false)
    const read = await reading.act({ at })
    setProblem(read.ok ? null : read.problem)
    if (read.ok) onPicture(read.value)
  }
  return (
    <>
      <Button isBusy={reading.isBusy} onClick={() => setChoosing(true)}>
        {label}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
      {isChoosing && (
        <FileDialog
          title={t('extracts.choosePicture')}
          show="pictures"
          onChoose={at => void choose(at)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}
