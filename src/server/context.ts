import type { FrameWork } from '#wire/frame-work'
import type { Database } from './database/place'
import type { DeviceRequests } from './devices/device-requests'
import type { Metrics } from './health/metrics'
import type { LimitAll, Limits } from './limits'

/** What every route may use. */
export type Context = {
  server: Database
  now(): number
  frames: FrameWork
  limits: Limits
  metrics: Metrics
  limitAll: LimitAll
  devices: DeviceRequests
}
