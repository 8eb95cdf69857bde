import { type ClosedDesk, serveClosed } from '#main/recovery/closed-desk'
import type { Run } from '#main/rpc/serve'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import { updatesOf } from '#main/updates/updates'
import { testSecrets } from './test-desk'

/** The calls of a desk whose data stay closed; it stays so unless `reopen` says otherwise. */
export function closedRun(desk: Pick<ClosedDesk, 'reason' | 'data'> & Partial<ClosedDesk>): Run {
  return serveClosed({
    secrets: testSecrets(),
    now: () => 0,
    screens: noScreens,
    timers: { set: () => () => undefined },
    installer: noInstaller,
    updates: updatesOf(desk.data, { version: '0.0.0', publisherKey: undefined }),
    reopen: async () => desk.reason,
    report: () => 'test',
    ...desk
  })
}
