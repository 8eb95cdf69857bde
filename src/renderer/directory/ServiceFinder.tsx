import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Service } from '#shared/directory/directory'
import { api } from '../api'
import { FindField, type Found } from '../ui/FindField'
import { useCall } from '../use-call'

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

/** Finds a service of the directory by any word of its name, description or program. */
export function ServiceFinder({ label, hint, error, isOptional, value, onChange, autoFocus }: ServiceFinderProps) {
  const { i18n } = useTranslation()
  const isEnglish = i18n.language === 'en'
  const chosen = useCall(api.directory.service, { code: value }, { enabled: value !== '' })
  const nameOf = useCallback((service: Service) => (isEnglish ? service.nameEn : service.nameId), [isEnglish])
  const find = useCallback(
    async (text: string): Promise<Found[]> => {
      const answer = await api.directory.services({ text })
      if (!answer.ok) return []
      return answer.value
        .filter(one => one.status === 'active')
        .map(one => ({ value: one.code, label: nameOf(one), more: one.description }))
    },
    [nameOf]
  )
  const choose = async (found: Found | null) => {
    if (!found) return onChange(null)
    const answer = await api.directory.service({ code: found.value })
    onChange(answer.ok ? answer.value : null)
  }
  return (
    <FindField
      label={label}
      hint={hint}
      error={error}
      isOptional={isOptional ?? false}
      chosen={value && chosen.value?.code === value ? nameOf(chosen.value) : ''}
      find={find}
      onChoose={found => void choose(found)}
      opensEmpty
      autoFocus={autoFocus ?? false}
    />
  )
}
