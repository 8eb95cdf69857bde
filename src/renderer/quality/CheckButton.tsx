import { useTranslation } from 'react-i18next'
import type { QualityLine } from '#shared/quality/quality.contract'
import type { CheckableFlaw } from '#shared/residents/flaw-check'
import { api } from '../api'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

type CheckButtonProps = { kind: CheckableFlaw; line: QualityLine; onConfirm: () => void }

/** Beside somebody to be repaired: that it is right as it is. Beside somebody who was found right: that it is not. */
export function CheckButton({ kind, line, onConfirm }: CheckButtonProps) {
  const { t } = useTranslation()
  const may = useMay()
  const notify = useNotify()
  const reopen = useAct(api.quality.reopen)
  if (!may(api.quality.confirm)) return null
  const takeBack = async () => {
    const answer = await reopen.act({ residentId: line.residentId, kind })
    if (answer.ok) notify.done(t('quality.reopened', { name: line.name }))
    else notify.problem(answer.problem)
  }
  return line.check ? (
    <Button aria-label={`${t('quality.reopen')}: ${line.name}`} isBusy={reopen.isBusy} onClick={() => void takeBack()}>
      {t('quality.reopen')}
    </Button>
  ) : (
    <Button aria-label={`${t('quality.confirm')}: ${line.name}`} onClick={onConfirm}>
      {t('quality.confirm')}
    </Button>
  )
}
