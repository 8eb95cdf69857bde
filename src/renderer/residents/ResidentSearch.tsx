import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit, PersonHit, RegistryHit } from '#shared/search/search.contract'
import { KEYS, useKey } from '../keys'
import { useScanner } from '../scanner'
import { HitList } from '../search/HitList'
import { SearchField } from '../search/SearchField'
import { SearchFilters } from '../search/SearchFilters'
import { isTypingElsewhere } from '../search/scan'
import { NO_FILTER, readFilter } from '../search/search-filter'
import { answers, useEnterAhead, useFind } from '../search/use-find'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { Kbd } from '../ui/Kbd'
import { ProblemNotice } from '../ui/Notice'
import styles from './ResidentSearch.module.css'

type ResidentSearchProps = {
  onPick: (hit: PersonHit) => void
  /** Takes somebody of the register; left out where only a resident will do. */
  onRegistry?: (hit: RegistryHit) => void
  /** Offered only under what was found, never before anybody has searched; left out where only a known person will do. */
  onNew?: (typed: string) => void
}

type Someone = PersonHit | RegistryHit
const isSomeone = (hit: Hit): hit is Someone => hit.kind === 'resident' || hit.kind === 'registry'

/** Finds the person first. Only below the answer, and only after one, stands "Daftarkan warga baru". */
export function ResidentSearch({ onPick, onRegistry, onNew }: ResidentSearchProps) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [typed, setTyped] = useState(NO_FILTER)
  const filter = useMemo(() => readFilter(typed), [typed])
  const finding = useFind(text, 'visit', filter)
  const hits = finding.hits.filter(isSomeone).filter(hit => hit.kind === 'resident' || onRegistry)
  const isAnswered = text.trim().length > 1 && answers(finding, text)
  const twins = hits.some((hit, index) => hit.birthDate && hits.slice(index + 1).some(other => other.birthDate === hit.birthDate))

  const pick = (hit: Hit) => {
    if (hit.kind === 'resident') onPick(hit)
    else if (hit.kind === 'registry') onRegistry?.(hit)
  }
  const ahead = useEnterAhead(finding, text, hits, pick)
  const type = (next: string) => {
    ahead.forget()
    setText(next)
    setAt(0)
  }
  useKey(KEYS.search, () => {
    field.current?.focus()
    field.current?.select()
  })
  useKey(KEYS.add, () => onNew?.(text.trim()), { enabled: isAnswered && onNew !== undefined })
  useScanner(scanned => {
    if (isTypingElsewhere(field.current)) return
    field.current?.focus()
    type(scanned)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const hit = hits[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, Math.max(hits.length - 1, 0)))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') {
      if (hit && isAnswered) pick(hit)
      else if (text.trim().length > 1) ahead.wait()
    } else return
    event.preventDefault()
  }

  return (
    <div className={styles.search}>
      <SearchField
        ref={field}
        label={t('residents.searchLabel')}
        listId={id}
        isShown={hits.length > 0}
        at={hits[at] && at}
        autoFocus
        placeholder={t('residents.searchPlaceholder')}
        value={text}
        onBlur={ahead.forget}
        onType={type}
        onKeyDown={onKeyDown}
      />
      {onRegistry && (
        <SearchFilters
          typed={typed}
          onType={next => {
            setTyped(next)
            setAt(0)
          }}
        />
      )}
      <div className={styles.answer} aria-live="polite">
        {finding.problem && <ProblemNotice problem={finding.problem} />}
        {text.trim().length < 2 && (
          <EmptyState icon={<IconSearch />} title={t(onNew ? 'residents.searchFirst' : 'residents.searchLabel')}>
            {t(onNew ? 'residents.searchTeach' : 'residents.searchTeachKnown')}
          </EmptyState>
        )}
        {twins && <p className={styles.twins}>{t('residents.searchTwins')}</p>}
        <HitList id={id} hits={hits} at={at} onOpen={pick} />
        {isAnswered && !finding.problem && hits.length === 0 && (
          <p className={styles.none}>
            <strong>{t('search.nothing', { text: text.trim() })}</strong> {onNew && t('residents.searchNone')}
          </p>
        )}
        {isAnswered && onNew && (
          <div className={styles.new}>
            <Button tone={hits.length === 0 ? 'primary' : 'quiet'} onClick={() => onNew(text.trim())} aria-keyshortcuts={KEYS.add}>
              <IconUserPlus aria-hidden="true" />
              {t('residents.registerNew')}
              <Kbd of={KEYS.add} />
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
