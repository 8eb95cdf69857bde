import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskState } from '#shared/office/office.contract'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import mark from '../assets/mark.svg'
import { ClockNotice } from '../shell/ClockNotice'
import { asLanguage, createFormat } from '../text/use-format'
import { EmptyState } from '../ui/EmptyState'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { List } from '../ui/List'
import { Notice } from '../ui/Notice'
import { useCall } from '../use-call'
import { OfficerFace } from './OfficerFace'
import { PinForm } from './PinForm'
import styles from './SignInScreen.module.css'

type SignInScreenProps = {
  state: Extract<DeskState, { kind: 'open' }>
  /** Whose screen is locked: their PIN is asked first, and anybody else may take the counter over. */
  lockedFor?: OfficerCard
  onIn?: (officer: OfficerCard) => void
  beforeIn?: () => Promise<unknown>
}

/** Who is on duty: a name, then six digits. */
export function SignInScreen({ state, lockedFor, onIn, beforeIn }: SignInScreenProps) {
  const { t, i18n } = useTranslation()
  const [chosen, setChosen] = useState<OfficerCard | null>(lockedFor ?? null)
  const officers = useCall(api.officers.list, {})
  const format = createFormat(asLanguage(i18n.language), state.office.timeZone, state.today)
  return (
    <div className={styles.page}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <img src={mark} alt="" />
          {t('shell.product')}
        </div>
        <div>
          <p className={styles.office}>{state.office.brand ?? state.office.name}</p>
          <p className={styles.district}>{state.districtName}</p>
          <p className={styles.motto}>{t('signIn.motto')}</p>
        </div>
        <p className={styles.day}>{format.dateLong(state.today)}</p>
      </aside>
      <main className={styles.main}>
        <div className={styles.top}>
          <LanguageSwitch />
        </div>
        {chosen ? (
          <PinForm
            key={chosen.id}
            officer={chosen}
            note={
              lockedFor?.id === chosen.id
                ? { title: t('signIn.locked'), lead: t('signIn.lockedLead', { name: lockedFor.name }) }
                : undefined
            }
            back={t(lockedFor?.id === chosen.id ? 'signIn.other' : 'signIn.notYou')}
            onBack={() => setChosen(null)}
            onIn={onIn}
            beforeIn={beforeIn}
          />
        ) : (
          <>
            <div>
              <h1 className={styles.title}>{t(lockedFor ? 'signIn.takeOver' : 'signIn.title')}</h1>
              <p className={styles.lead}>{lockedFor ? t('signIn.takeOverLead', { name: lockedFor.name }) : t('signIn.lead')}</p>
            </div>
            <div className={styles.officers}>
              <List label={t('signIn.officers')} items={officers.value ?? []} keyOf={one => one.id} onOpen={setChosen} hasFocus>
                {one => <OfficerFace officer={one} />}
              </List>
              {officers.value?.length === 0 && <EmptyState title={t('signIn.noOfficers')}>{t('signIn.noOfficersTeach')}</EmptyState>}
            </div>
          </>
        )}
        {state.clock === 'behind' && <ClockNotice today={state.today} />}
        {!state.keyProtection.isProtected && <Notice tone="attention">{t('signIn.testKeys', { name: state.keyProtection.name })}</Notice>}
      </main>
    </div>
  )
}
