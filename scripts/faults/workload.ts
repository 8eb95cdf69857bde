// A short day at a desk in the folder that is named: intake, families, cases, notes, backups. After each answer it says what it has acknowledged.
import { writeSync } from 'node:fs'
import { headOf } from '#main/changes/log'
import { handlers } from '#main/handlers'
import { SAMPLE_PIN } from '#main/office/sample-office'
import { closeDesk } from '#main/open-desk'
import { serve } from '#main/rpc/serve'
import { contract, type DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import { newLedger } from '../kill-rounds/ledger.ts'
import { actOnce, newOfficer } from '../kill-rounds/officer.ts'
import { randomFrom } from '../seeded.ts'
import { openAt } from './desk-of.ts'

const [, , data = '', acts = '60', seed = '1'] = process.argv
const BACKUP_EVERY = 20

const desk = await openAt(data)
const api = createApi<DeskApi>(channels, serve(contract, handlers, desk))
const say = (backup?: string) => {
  const { seq, hash } = headOf(desk.raw)
  writeSync(1, `ACK ${JSON.stringify({ seq, hash, backup })}\n`)
}
await api.office.setUpSample({})
say()
const officers = await api.officers.list({})
const manager = officers.ok ? officers.value.find(officer => officer.roles.includes('manager')) : undefined
await api.officers.signIn({ officerId: manager?.id ?? '', pin: SAMPLE_PIN })
const officer = newOfficer(newLedger(), randomFrom(Number(seed)))
for (let n = 1; n <= Number(acts); n++) {
  await actOnce(officer, api)
  say()
  if (n % BACKUP_EVERY !== 0) continue
  const made = await api.backups.make({})
  if (!made.ok) throw new Error(made.problem.kind)
  say(made.value.name)
}
await closeDesk(desk)
