import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { timeZoneOf } from '#shared/areas/time-zone'
import { counted } from '#shared/counted'
import { tableFiles } from '#wire/table-files'
import { writeSynced } from '#wire/write-synced'
import { saveListing } from '../affected/affected.store'
import { affectedTable } from '../affected/affected-table'
import { listAffected } from '../affected/list-affected'
import { noticeDraft } from '../affected/notice'
import { inDistrict, readSnapshot } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { heldUntil } from '../devices/devices.store'
import { districtDay } from '../districts/district-day'
import { getDistrict } from '../districts/districts.store'
import { listFilesUntil } from '../files/files.store'
import { deskNamed } from './desk-named'
import type { Command } from './shell'
import { chosenDistrict, flagFor, readArgs, textOf, withServer } from './with-server'

/** For the 72 hours of UU 27/2022: whose data a lost PC held. */
export const affected: Command = {
  usage: 'affected DESK --by NAME --reason "WHY" --out DIR [--district CODE]   whose data a lost desk held, and a draft of the notice',
  async run(shell, args) {
    const text = { type: 'string' } as const
    const given = readArgs(args, { district: text, by: text, reason: text, out: text }, 1)
    const [by, reason, out] = [given.values.by, given.values.reason, given.values.out].map(value => textOf(value)?.trim())
    const code = given.rest[0]?.toUpperCase()
    if (!code || !by || !reason || !out) throw new PlaceError(`usage: ${this.usage}`)
    const now = shell.now()
    await withServer(shell, given, async server => {
      const chosen = await chosenDistrict(server, given)
      const today = districtDay(chosen, now)
      const found = await readSnapshot(server, chosen, async inside => {
        const desk = await deskNamed(inside, code)
        const until = heldUntil(desk)
        const [extract] = until === null ? [] : await listFilesUntil(inside, 'registry', until)
        return { desk, people: await listAffected(inside, desk), extract, districtName: (await getDistrict(inside)).name }
      })
      const { desk, people, extract, districtName } = found
      // noted before anybody can read the list; it names nobody
      await inDistrict(server, chosen, inside =>
        saveListing(inside, { at: now, device: desk.id, listedBy: by, reason, people: people.length })
      )
      const folder = resolve(out)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const name = `terdampak_${code}_${today}`
      const draft = {
        districtName,
        zone: timeZoneOf(chosen),
        desk,
        people,
        extract: extract ? { label: extract.label, publishedAt: extract.version } : null,
        now
      }
      const files = [
        ...(await tableFiles(affectedTable(name, people, today))),
        { name: `pemberitahuan_${code}_${today}.txt`, bytes: Buffer.from(noticeDraft(draft), 'utf8') }
      ]
      for (const { name: file, bytes } of files) writeSynced(join(folder, file), bytes)
      shell.say(
        `desk ${code}: ${counted(people.length, 'person', { many: 'people' })}, ${people.filter(({ isOwn }) => isOwn).length} of them served there`
      )
      for (const { name: file } of files) shell.say(`  ${join(folder, file)}`)
      shell.say(
        'They hold personal data, unencrypted: keep them where nobody else can read them. That they were made is kept here, with your name.'
      )
      if (desk.state !== 'revoked')
        shell.say(`The desk may still speak: npm run district -- revoke ${code}${await flagFor(server, chosen)}`)
    })
  }
}
