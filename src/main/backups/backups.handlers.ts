import type { backupsContract } from '#shared/backups/backups.contract'
import { ok } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'

export const backupsHandlers: HandlersOf<typeof backupsContract, Desk> = {
  state: async desk => ok(desk.backups.state()),
  make: desk => desk.backups.make(),
  test: desk => desk.backups.test(),
  makeCode: async desk => ok({ code: desk.backups.makeCode() }),
  copyToStick: (desk, { drive }) => desk.backups.toStick(drive)
}
