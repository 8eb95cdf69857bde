import { emptyDisk } from './disk'
import { DISTRICT } from './district'
import { ModelDesk } from './model-desk'
import { ModelServer } from './model-server'
import { bent } from './sealing'
import { emptyServerDisk } from './server-disk'
import type { Storage } from './storage'

/** Everything in memory: thousands of stories in the time that real disks take for one. */
export const modelStorage: Storage = {
  server: async (fuse, now) => new ModelServer(DISTRICT, emptyServerDisk(), fuse, now),
  desk: (device, fuse, ports) => new ModelDesk({ district: DISTRICT, device, disk: emptyDisk(), fuse }, ports),
  bent,
  up: message => message,
  down: message => message,
  end: async () => undefined
}
