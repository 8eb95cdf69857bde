import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { certificateEnd } from '../certificate-end'
import type { Database } from '../database/place'
import type { App } from '../http'
import { type DistrictHealth, listHealth } from './health.store'

export type Metrics = {
  contentType: string
  text(): Promise<string>
  /** Counts what a desk sent: frames that were kept, and changes by what became of them. */
  countFrame(district: string, verdicts: readonly { kind: string }[]): void
  /** What a desk sent could not be kept for want of room. */
  noteNoRoom(): void
  /** Whether there was no room for what was sent last: such a database still answers whoever only reads. */
  isOutOfRoom(): boolean
}

const GAUGES: Record<string, { help: string; of(health: DistrictHealth): number }> = {
  loket_feed_head: { help: 'The last feed number', of: health => health.head },
  loket_desks: { help: 'Desks that may speak', of: health => health.desks },
  loket_changes_waiting: { help: 'Changes that wait for another', of: health => health.waiting },
  loket_changes_refused: { help: 'Changes somebody has to look at', of: health => health.refused },
  loket_access_logs_contradicting: { help: 'Desks whose access log is not the one known here', of: health => health.rewrittenLogs.length },
  loket_feed_renewals: {
    help: 'How often desks have made the feed begin anew within a day',
    of: health => health.renewals.reduce((sum, { times }) => sum + times, 0)
  },
  loket_most_brought_bytes: { help: 'The most that one desk has brought today', of: health => health.brought[0]?.bytes ?? 0 },
  loket_oldest_unseen_seconds: { help: 'Seconds since the most silent desk spoke', of: health => health.oldestUnseen?.seconds ?? 0 },
  loket_backup_seconds: { help: 'Seconds since the last backup; -1 for none', of: health => health.backupSeconds ?? -1 }
}

/** Figures of this process and of its districts, in the form that Prometheus reads. */
export function metricsOf(app: App, server: Database, now: () => number, certificate?: { cert: string }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = new Histogram({
    name: 'loket_http_seconds',
    help: 'Answered calls by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [registry]
  })
  const frames = new Counter({
    name: 'loket_frames_total',
    help: 'Frames that were taken',
    labelNames: ['district'],
    registers: [registry]
  })
  const changes = new Counter({
    name: 'loket_changes_total',
    help: 'Changes by verdict',
    labelNames: ['district', 'verdict'],
    registers: [registry]
  })
  const gauges = Object.entries(GAUGES).map(([name, { help, of }]) => ({
    gauge: new Gauge({ name, help, labelNames: ['district'], registers: [registry] }),
    of
  }))
  const isUp = new Gauge({ name: 'loket_database_up', help: 'Whether the database answers, and can be written', registers: [registry] })
  const room = new Gauge({
    name: 'loket_disk_free_bytes',
    help: 'Room on the disk of the data folder; -1 where it is elsewhere',
    registers: [registry]
  })
  const expires = new Gauge({
    name: 'loket_certificate_expires_timestamp_seconds',
    help: 'When the certificate in use runs out, in seconds since 1970; 0 for none',
    registers: [registry]
  })
  let isOutOfRoom = false
  app.addHook('onResponse', async (request, reply) => {
    calls.observe({ route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1_000)
  })
  return {
    contentType: registry.contentType,
    async text() {
      // the figures of a database that does not answer are none
      const found = await listHealth(server, now()).catch(() => undefined)
      const isReadOnly = await server.isReadOnly().catch(() => true)
      expires.set(certificate ? certificateEnd(certificate.cert) / 1_000 : 0)
      isUp.set(found && !isReadOnly && !isOutOfRoom ? 1 : 0)
      room.set((await server.freeBytes?.()) ?? -1)
      for (const { gauge } of gauges) gauge.reset()
      for (const health of found ?? []) for (const { gauge, of } of gauges) gauge.set({ district: health.district }, of(health))
      return registry.metrics()
    },
    noteNoRoom() {
      isOutOfRoom = true
    },
    isOutOfRoom: () => isOutOfRoom,
    countFrame(district, verdicts) {
      isOutOfRoom = false
      frames.inc({ district })
      for (const { kind } of verdicts) changes.inc({ district, verdict: kind })
    }
  }
}
