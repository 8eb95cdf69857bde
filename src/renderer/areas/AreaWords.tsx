import { formatAreaPath } from '#shared/areas/area'
import { api } from '../api'
import { useCall } from '../use-call'

/** A village's code in words, up to its district. */
export function AreaWords({ code }: { code: string }) {
  const { value } = useCall(api.areas.path, { code })
  return <>{value ? formatAreaPath(value.filter(area => area.level !== 'province')) : ''}</>
}
