import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Service } from '#shared/directory/directory'
import { api } from '../api'
import { FindField, type Found } from '../ui/FindField'
import { useCall } from '../use-call'
import { inWords } from './term-name'

type ServiceFinderProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  /** The service's code; empty when none is chosen. */
  value: string
  onChange: (service: Service | null) => void
  autoFocus?: boolean
}

type FoundService = Found & { service: Service }

/** Finds a service of the directory by any word of its name, description or program. */
export function ServiceFinder({ label, hint, error, isOptional, value, onChange, autoFocus }: ServiceFinderProps) {
  const { i18n } = useTranslation()
  const isEnglish = i18n.language === 'en'
  const [taken, setTaken] = useState<Service | null>(null)
  const isTaken = taken !== null && taken.code === value
  const kept = useCall(api.directory.service, { code: value }, { enabled: value !== '' && !isTaken })
  const chosen = isTaken ? taken : kept.value?.code === value ? kept.value : null
  const nameOf = useCallback((service: Service) => (isEnglish ? service.nameEn : service.nameId), [isEnglish])
  const moreOf = useCallback((service: Service) => inWords(service.description, service.descriptionEn, i18n.language), [i18n.language])
  const find = useCallback(
    async (text: string): Promise<FoundService[]> => {
      const answer = await api.directory.services({ text })
      return answer.ok ? answer.value.map(service => ({ value: service.code, label: nameOf(service), more: moreOf(service), service })) : []
    },
    [nameOf, moreOf]
  )
  const choose = (found: FoundService | null) => {
    setTaken(found?.service ?? null)
    onChange(found?.service ?? null)
  }
  return (
    <FindField
      label={label}
      hint={hint}
      error={error}
      isOptional={isOptional ?? false}
      chosen={chosen ? nameOf(chosen) : ''}
      find={find}
      onChoose={choose}
      opensEmpty
      autoFocus={autoFocus ?? false}
    />
  )
}
