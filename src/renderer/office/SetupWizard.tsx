import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#shared/clock'
import type { KeyProtection } from '#shared/office/office.contract'
import type { PcClock } from '#shared/office/pc-clock'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import { api } from '../api'
import mark from '../assets/mark.svg'
import { KEYS } from '../keys'
import type { TypedOfficer } from '../officers/OfficerDialog'
import { useSyncStatus } from '../sync/use-sync-status'
import { fieldError } from '../text/field-error'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { Steps } from '../ui/Steps'
import { useFirstWrong } from '../ui/use-first-wrong'
import { useAct } from '../use-call'
import { FileOfSystem } from './FileOfSystem'
import { FromStickDialog } from './FromStickDialog'
import { LetterheadFields } from './LetterheadFields'
import { NumberFields } from './NumberFields'
import { OfficePlaceFields } from './OfficePlaceFields'
import { emptyOfficeForm, OFFICE_PARTS, OfficeForm, officeSettingsOf } from './office-form'
import { SetupCheck } from './SetupCheck'
import { officersProblem, SetupOfficers } from './SetupOfficers'
import { SetupSigners } from './SetupSigners'
import styles from './SetupWizard.module.css'
import type { TypedSigner } from './SignerDialog'
import { TakeOverOffice } from './TakeOverOffice'
import { WelcomeScreen } from './WelcomeScreen'

const STEPS = ['office', 'letterhead', 'numbers', 'officers', 'signers', 'check'] as const
type StepKey = (typeof STEPS)[number]
const STEP_TEXT = {
  office: 'setup.stepOffice',
  letterhead: 'setup.stepLetterhead',
  numbers: 'setup.stepNumbers',
  officers: 'setup.stepOfficers',
  signers: 'setup.stepSigners',
  check: 'setup.stepCheck'
} as const

type SetupWizardProps = {
  today: LocalDate
  clock: PcClock
  keyProtection: KeyProtection
  onRebuilt: (rebuilt: Rebuilt) => void
  /** Copies from a stick have taken this desk's place. */
  onClosed: () => Promise<void>
}

/** First run: the whole office in six steps, kept only when the last one is confirmed. */
export function SetupWizard({ today, clock, keyProtection, onRebuilt, onClosed }: SetupWizardProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [step, setStep] = useState<StepKey | null>(null)
  const [isTakingOver, setTakingOver] = useState(false)
  const [isFromStick, setFromStick] = useState(false)
  const link = useSyncStatus()?.link.kind ?? 'alone'
  const [furthest, setFurthest] = useState(0)
  const [deskCode, setDeskCode] = useState('A')
  const [firstNumber, setFirstNumber] = useState('1')
  const [officers, setOfficers] = useState<TypedOfficer[]>([])
  const [signers, setSigners] = useState<TypedSigner[]>([])
  /** How often the step on the screen was to be left. */
  const [tries, setTries] = useState(0)
  const fields = useFirstWrong<HTMLElement>(tries)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const setUp = useAct(api.office.setUp)
  const form = useForm<OfficeForm>({ resolver: standardSchemaResolver(OfficeForm), defaultValues: emptyOfficeForm, mode: 'onTouched' })
  const typed = { ...form.getValues(), ...useWatch({ control: form.control }) }
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (step && step !== 'office') heading.current?.focus()
  }, [step])

  if (isTakingOver || link !== 'alone') return <TakeOverOffice onBack={() => setTakingOver(false)} />
  if (step === null)
    return (
      <>
        <WelcomeScreen
          today={today}
          clock={clock}
          keyProtection={keyProtection}
          onOwn={() => setStep('office')}
          onDistrict={() => setTakingOver(true)}
          onStick={() => setFromStick(true)}
        />
        {isFromStick && <FromStickDialog onRebuilt={onRebuilt} onClosed={onClosed} onClose={() => setFromStick(false)} />}
      </>
    )

  const at = STEPS.indexOf(step)
  const first = Number(firstNumber)
  const isFirstRight = /^\d{1,5}$/.test(firstNumber) && first >= 1
  const isDeskCodeRight = /^[A-Z]$/.test(deskCode)
  const go = (key: StepKey) => {
    setTries(0)
    setStep(key)
    setFurthest(Math.max(furthest, STEPS.indexOf(key)))
  }
  const isRight = async (): Promise<boolean> => {
    if (step === 'office' || step === 'letterhead') return form.trigger([...OFFICE_PARTS[step]])
    if (step === 'numbers') return (await form.trigger([...OFFICE_PARTS.numbers])) && isFirstRight && isDeskCodeRight
    if (step === 'officers') return officersProblem(officers) === null
    return step !== 'signers' || signers.length > 0
  }
  const next = async () => {
    const following = STEPS[at + 1]
    if ((await isRight()) && following) go(following)
    else setTries(before => before + 1)
  }
  const finish = async () => {
    setProblem(null)
    const result = await setUp.act({
      settings: officeSettingsOf(form.getValues()),
      deskCode,
      firstNumber: first,
      officers: officers.map(({ isActive: _, ...officer }) => officer),
      signers: signers.map(({ isActive: _, ...signer }) => signer)
    })
    if (result.ok) notify.done(t('setup.ready'))
    else setProblem(result.problem)
  }

  return (
    <div className={styles.page}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <img src={mark} alt="" />
          {t('shell.product')}
        </div>
        <div className={styles.steps}>
          <Steps
            inColumn
            current={step}
            onGo={go}
            steps={STEPS.map((key, index) => ({ key, label: t(STEP_TEXT[key]), isDone: index < furthest, isReachable: index < at }))}
          />
        </div>
        <LanguageSwitch />
      </aside>
      <main className={styles.main}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {t(STEP_TEXT[step])}
          </h1>
          {step === 'officers' && <p className={styles.lead}>{t('setup.officersLead')}</p>}
          {step === 'signers' && <p className={styles.lead}>{t('setup.signersLead')}</p>}
          {step === 'check' && <p className={styles.lead}>{t('setup.checkLead')}</p>}
        </div>
        <section ref={fields} className={styles.body} aria-label={t(STEP_TEXT[step])}>
          {problem && <ProblemNotice problem={problem} />}
          {step === 'office' && <OfficePlaceFields form={form} isNew />}
          {step === 'letterhead' && <LetterheadFields form={form} Choose={FileOfSystem} />}
          {step === 'numbers' && (
            <NumberFields form={form} today={today} sequence={isFirstRight ? first : 1}>
              <TextField
                label={t('setup.firstNumber')}
                hint={t('setup.firstNumberHint')}
                inputMode="numeric"
                maxLength={5}
                value={firstNumber}
                onChange={event => setFirstNumber(event.target.value)}
                error={isFirstRight ? null : fieldError(t, 'first-number')}
              />
              <TextField
                label={t('setup.deskCode')}
                hint={t('setup.deskCodeHint')}
                maxLength={1}
                value={deskCode}
                onChange={event => setDeskCode(event.target.value.toUpperCase())}
                error={isDeskCodeRight ? null : fieldError(t, 'desk-code')}
              />
            </NumberFields>
          )}
          {step === 'officers' && <SetupOfficers officers={officers} onChange={setOfficers} isTried={tries > 0} />}
          {step === 'signers' && <SetupSigners signers={signers} onChange={setSigners} isTried={tries > 0} />}
          {step === 'check' && (
            <SetupCheck form={typed} deskCode={deskCode} firstNumber={first} officers={officers} signers={signers} today={today} />
          )}
        </section>
        <div className={styles.foot}>
          <Button shortcut={KEYS.back} disabled={setUp.isBusy} onClick={() => (at === 0 ? setStep(null) : go(STEPS[at - 1] ?? 'office'))}>
            {t('ui.back')}
          </Button>
          {step === 'check' ? (
            <Button tone="primary" shortcut={KEYS.primary} isBusy={setUp.isBusy} onClick={() => void finish()}>
              {t(setUp.isBusy ? 'setup.finishing' : 'setup.finish')}
            </Button>
          ) : (
            <Button tone="primary" shortcut={KEYS.primary} onClick={() => void next()}>
              {t('ui.next')}
            </Button>
          )}
        </div>
      </main>
    </div>
  )
}
