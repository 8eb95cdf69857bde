import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit, RegistryHit } from '#shared/search/search.contract'
import { api } from '../api'
import { KEYS, useKey } from '../keys'
import { PartNotice } from '../registry/PartNotice'
import { useScanner } from '../scanner'
import { ProblemNotice } from '../ui/Notice'
import { HitList } from './HitList'
import { RegistryHitDialog } from './RegistryHitDialog'
import styles from './SearchBox.module.css'
import { SearchField } from './SearchField'
import { isTypingElsewhere, LETTER_CODE, SLIP_CODE } from './scan'
import { answers, useEnterAhead, useFind } from './use-find'

export type SearchBoxProps = {
  /** Opens what was found; without it the box goes there itself. */
  onOpen?: (hit: Hit) => void
}

/** The one box: F2 from anywhere, a scanner from anywhere. Asks at every key and opens with Enter. */
export function SearchBox({ onOpen }: SearchBoxProps) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const go = useGo()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const finding = useFind(text, 'look-up')
  const { hits } = finding
  const [fromRegistry, setFromRegistry] = useState<RegistryHit | null>(null)
  const isShown = isOpen && text.trim().length > 1

  const focus = () => {
    field.current?.focus()
    field.current?.select()
    setIsOpen(true)
  }
  const type = (next: string) => {
    ahead.forget()
    setText(next)
    setAt(0)
    setIsOpen(true)
  }
  const leave = () => {
    ahead.forget()
    setText('')
    setIsOpen(false)
    field.current?.blur()
  }
  const open = (hit: Hit) => {
    leave()
    if (onOpen) onOpen(hit)
    else if (hit.kind === 'registry') setFromRegistry(hit)
    else go.toHit(hit)
  }
  const ahead = useEnterAhead(finding, text, hits, open)
  useKey(KEYS.search, focus)
  useScanner(scanned => {
    if (isTypingElsewhere(field.current)) return
    if (LETTER_CODE.test(scanned)) {
      leave()
      go.toVerify(scanned)
      return
    }
    if (SLIP_CODE.test(scanned)) {
      leave()
      go.toSlip(scanned)
      return
    }
    focus()
    type(scanned)
    void api.search.find({ text: scanned, purpose: 'look-up' }).then(answer => {
      const only = answer.ok && answer.value.length === 1 ? answer.value[0] : undefined
      if (only) open(only)
    })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, Math.max(hits.length - 1, 0)))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') {
      const hit = hits[at]
      if (hit && answers(finding, text)) open(hit)
      else if (LETTER_CODE.test(text)) {
        leave()
        go.toVerify(text)
      } else if (text.trim().length > 1) ahead.wait()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className={styles.search}>
      <SearchField
        ref={field}
        label={t('search.label')}
        listId={`${id}-list`}
        isShown={isShown}
        at={isShown && hits[at] ? at : undefined}
        placeholder={t('search.placeholder')}
        value={text}
        onFocus={() => setIsOpen(true)}
        onBlur={() => {
          ahead.forget()
          setIsOpen(false)
        }}
        onType={type}
        onKeyDown={onKeyDown}
      />
      {isShown && (
        <div className={styles.panel}>
          <HitList id={`${id}-list`} hits={hits} at={at} onOpen={open} />
          {finding.problem && <ProblemNotice problem={finding.problem} />}
          {!finding.problem && hits.length === 0 && answers(finding, text) && (
            <div className={styles.nothing}>
              <p className={styles.nothingTitle}>{t('search.nothing', { text: text.trim() })}</p>
              <p>{t('search.nothingTeach')}</p>
              <PartNotice />
            </div>
          )}
        </div>
      )}
      {fromRegistry && <RegistryHitDialog hit={fromRegistry} onClose={() => setFromRegistry(null)} />}
    </search>
  )
}

/** Where each kind of answer is looked at. */
function useGo() {
  const navigate = useNavigate()
  return {
    toVerify: (code: string) => void navigate({ to: '/verify', search: { code } }),
    toSlip: (code: string) => void navigate({ to: '/referrals', search: { code } }),
    toHit: (hit: Exclude<Hit, RegistryHit>) => {
      if (hit.kind === 'resident') void navigate({ to: '/residents/$residentId', params: { residentId: hit.residentId } })
      else if (hit.kind === 'visit') void navigate({ to: '/visits/$visitId', params: { visitId: hit.visitId } })
      else if (hit.kind === 'case') void navigate({ to: '/cases/$caseId', params: { caseId: hit.caseId } })
      else void navigate({ to: '/letters/$letterId', params: { letterId: hit.letterId } })
    }
  }
}
