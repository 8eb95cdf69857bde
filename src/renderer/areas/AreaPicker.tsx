import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageMatch } from '#shared/areas/area'
import { formatAreaPath } from '#shared/areas/area'
import { api } from '../api'
import { useSession } from '../session'
import { FindField, type Found } from '../ui/FindField'
import { useCall } from '../use-call'

type AreaPickerProps = {
  label: ReactNode
  /** The village's code; empty when none is chosen. */
  value: string
  onChange: (code: string) => void
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
}

const asFound = (match: VillageMatch): Found => ({
  value: match.code,
  label: `${match.kind === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${match.village}`,
  more: `Kecamatan ${match.subdistrict}, ${match.district}, ${match.province}`
})

/** Villages by any of their names; those of the office's own district come first, the rest of the country after. */
async function findVillages(text: string, district: string): Promise<Found[]> {
  const [near, all] = await Promise.all([
    api.areas.searchVillages({ text, within: district, limit: 8 }),
    api.areas.searchVillages({ text, limit: 12 })
  ])
  const here = near.ok ? near.value : []
  const seen = new Set(here.map(one => one.code))
  return [...here, ...(all.ok ? all.value.filter(one => !seen.has(one.code)) : [])].map(asFound)
}

/** Picks a village and with it the kecamatan, the district and the province. */
export function AreaPicker({ label, value, onChange, hint, error, isOptional }: AreaPickerProps) {
  const { t } = useTranslation()
  const { office } = useSession()
  const path = useCall(api.areas.path, { code: value }, { enabled: value !== '' })
  const chosen = useMemo(
    () => (value && path.value ? formatAreaPath(path.value.filter(area => area.level !== 'province')) : ''),
    [value, path.value]
  )
  const find = useCallback((text: string) => findVillages(text, office.districtCode), [office.districtCode])
  return (
    <FindField
      label={label}
      chosen={chosen}
      find={find}
      onChoose={found => onChange(found?.value ?? '')}
      hint={hint}
      error={error}
      isOptional={isOptional ?? false}
      placeholder={t('residents.villagePlaceholder')}
    />
  )
}
