import { useQuery } from '@tanstack/react-query'
import type { Area } from '#shared/areas/area'
import { api } from '../api'

export type District = { code: string; name: string; province: string }

const valueOr = <T>(result: { ok: true; value: T } | { ok: false }, otherwise: T): T => (result.ok ? result.value : otherwise)

async function listDistricts(): Promise<District[]> {
  const provinces = valueOr<Area[]>(await api.areas.provinces({}), [])
  const children = await Promise.all(
    provinces.map(async ({ code, name }) => ({ name, areas: valueOr<Area[]>(await api.areas.children({ code }), []) }))
  )
  return children.flatMap(({ name: province, areas }) => areas.map(({ code, name }) => ({ code, name, province })))
}

/** All 514 districts with the names of their provinces; they never change while the program runs. */
export function useDistricts(): District[] | undefined {
  return useQuery({ queryKey: ['districts'], queryFn: listDistricts, staleTime: Number.POSITIVE_INFINITY }).data
}
