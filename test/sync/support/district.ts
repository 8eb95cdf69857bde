// A real district server on the loopback, and real desks that join it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach } from 'vitest'
import { buildApp } from '#server/app'
import { backUp } from '#server/backup/backup'
import { restoreBackup } from '#server/backup/restore'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import type { Place } from '#server/database/place'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { makeDistrict } from '#server/districts/make-district'
import { LIMITS, type Limits } from '#server/limits'
import { MORNING, type TestDesk, testDesk, value } from '#test/support/test-desk'

export const KENDAL = '33.24'

const from = Date.now()
/** The district's clock: the day of the desks in these tests, as it goes on. */
export const districtNow = (): number => MORNING + Date.now() - from

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleanUps.splice(0).reverse()) await clean()
})

export type District = Awaited<ReturnType<typeof openDistrict>>

/** A district server with its own folder, listening on a port of its own. */
export async function openDistrict(place?: Place) {
  const folder = mkdtempSync(join(tmpdir(), 'district-'))
  const at: Place = place ?? { kind: 'sqlite', folder }
  let server = await openDatabase(at)
  await makeDistrict(server, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, districtNow())
  const logs: string[] = []
  const listen = async (port: number, limits: Partial<Limits> = {}) => {
    const app = await buildApp({ server, now: districtNow, limits: { ...LIMITS, ...limits }, log: { write: line => void logs.push(line) } })
    await app.listen({ host: '127.0.0.1', port })
    return app
  }
  let app = await listen(0)
  const { port } = app.server.address() as { port: number }
  cleanUps.push(async () => {
    await app.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    logs,
    get server() {
      return server
    },
    code: () => makeEnrolmentCode(server, KENDAL, { now: districtNow(), isAutoConfirm: true }),
    /** The line is cut: nobody listens any more. */
    close: () => app.close(),
    async open(limits?: Partial<Limits>) {
      app = await listen(port, limits)
    },
    /** While this runs the server has no table of that name: every call about it ends in a fault. */
    async without(table: string, run: () => Promise<unknown>) {
      const away = `${table}_away`
      const rename = (from: string, to: string) =>
        inDistrict(server, KENDAL, ({ trx }) => sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(trx))
      await rename(table, away)
      await run()
      await rename(away, table)
    },
    backUp: (file: string) => backUp(server, file, districtNow()),
    /** The administrator puts a backup back, by the book. */
    async restore(file: string) {
      await app.close()
      await server.close()
      await restoreBackup(file, at)
      server = await openDatabase(at)
      app = await listen(port)
    },
    /** The folder as a disk image or a copy program would take it, while nobody writes. */
    async copyTo(target: string) {
      await server.close()
      cpSync(folder, target, { recursive: true })
      server = await openDatabase(at)
    },
    /** The folder is put back behind the program's back. */
    async putBack(copy: string) {
      await app.close()
      await server.close()
      rmSync(folder, { recursive: true })
      cpSync(copy, folder, { recursive: true })
      server = await openDatabase(at)
      app = await listen(port)
    }
  }
}

/** Where a desk stands: in the server's own building, or at the end of a line on which bytes are dear. */
export type Distance = 'near' | 'far'

/** By the desk's own clock every answer takes a while, or none at all. */
function placed(desk: TestDesk, distance: Distance): TestDesk {
  let looks = 0
  return Object.assign(desk, { desk: Object.assign(desk.desk, { monotonic: () => (distance === 'far' ? 50 * looks++ : 0) }) })
}

/** The first desk of a district: it has been working alone, and joins. */
export async function firstDesk(district: District, distance: Distance = 'far'): Promise<TestDesk> {
  const desk = placed(await testDesk({ officer: 'manager', isOwn: true }), distance)
  value(await desk.api.sync.join({ server: district.address, code: await district.code() }))
  await sync(desk)
  return desk
}

/** A further desk of the same office: it joins before it is set up, and takes what the district has. */
export async function furtherDesk(district: District, distance: Distance = 'far'): Promise<TestDesk> {
  const desk = placed(await testDesk(), distance)
  value(await desk.api.sync.join({ server: district.address, code: await district.code() }))
  await sync(desk)
  value(await desk.api.office.openHere({}))
  await sync(desk)
  const officers = value(await desk.api.officers.list({}))
  desk.desk.session.officer = officers.find(officer => officer.roles.includes('manager'))
  return desk
}

/** One conversation; fails the test when the line or the server does. */
export async function sync({ api, reported }: Pick<TestDesk, 'api' | 'reported'>): Promise<void> {
  const status = value(await api.sync.sendNow({}))
  if (status.problem) throw reported.at(-1)?.error ?? new Error(`no conversation: ${JSON.stringify(status.problem)}`)
}
