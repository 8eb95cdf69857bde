import { IconQrcode, IconScan } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verification } from '#shared/letters/letters.contract'
import { api } from '../api'
import { useScanner } from '../scanner'
import { LETTER_CODE } from '../search/scan'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { Verdict } from './Verdict'
import styles from './VerifyScreen.module.css'

/** Periksa surat: scan or paste the code of a paper; answered on this desk, without a line. */
export function VerifyScreen() {
  const { t } = useTranslation()
  const { code } = useSearch({ from: '/verify' })
  const navigate = useNavigate()
  const field = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [found, setFound] = useState<Verification | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)

  const check = useCallback(async (typed: string) => {
    if (typed.trim() === '') return
    const answer = await api.letters.verify({ text: typed.trim().slice(0, 1000) })
    setFound(answer.ok ? answer.value : null)
    setProblem(answer.ok ? null : answer.problem)
    setText('')
    field.current?.querySelector('input')?.focus()
  }, [])
  useEffect(() => {
    if (code) void check(code)
  }, [code, check])
  useScanner(scanned => {
    if (LETTER_CODE.test(scanned) || document.activeElement instanceof HTMLInputElement) void check(scanned)
  })

  return (
    <Screen title={t('letters.verifyTitle')} lead={t('letters.verifyLead')}>
      <div className={styles.top}>
        <Card>
          <form
            className={styles.scan}
            noValidate
            onSubmit={event => {
              event.preventDefault()
              void check(text)
            }}
          >
            <div ref={field} className={styles.field}>
              <TextField
                label={t('letters.code')}
                hint={t('letters.codeHint')}
                maxLength={1000}
                autoFocus
                value={text}
                onChange={event => setText(event.currentTarget.value)}
              />
            </div>
            <Button tone="primary" type="submit">
              <IconScan aria-hidden="true" />
              {t('letters.check')}
            </Button>
          </form>
        </Card>
      </div>
      <div className={styles.result}>
        {problem && <ProblemNotice problem={problem} />}
        {found ? (
          <Verdict found={found} onOpen={letterId => void navigate({ to: '/letters/$letterId', params: { letterId } })} />
        ) : (
          <EmptyState icon={<IconQrcode />} title={t('letters.verifyEmpty')}>
            {t('letters.verifyEmptyTeach')}
          </EmptyState>
        )}
      </div>
      <Notice title={t('letters.notTte')} />
    </Screen>
  )
}
