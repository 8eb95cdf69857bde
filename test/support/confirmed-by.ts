import type { DeskApi } from '#shared/contract'
import type { Role } from '#shared/officers/officer'
import type { Second } from '#shared/rpc/call'

/** The PIN that every officer of the sample office starts with. */
const SAMPLE_PIN = '123456'

/** What an officer of the sample office types to confirm a call that two make together. */
export async function confirmedBy({ api }: { api: DeskApi }, role: Role): Promise<Second> {
  const officers = await api.officers.list({})
  const found = officers.ok ? officers.value.find(one => one.roles[0] === role) : undefined
  return { officerId: found?.id ?? '', pin: SAMPLE_PIN }
}
