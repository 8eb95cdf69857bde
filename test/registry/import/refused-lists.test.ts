import { once } from 'node:events'
import { createWriteStream, existsSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { sentenceOf } from '#registry/cli/sentences'
import { HEADER, importing, line, listOf } from './importing'

const workbook = (): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER.split(','), line(1).split(',')]), 'Data')
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

const lockedWorkbook = (): Buffer => {
  const box = CFB.utils.cfb_new()
  CFB.utils.cfb_add(box, '/EncryptionInfo', Buffer.alloc(64, 1))
  CFB.utils.cfb_add(box, '/EncryptedPackage', Buffer.alloc(5000, 7))
  return Buffer.from(CFB.write(box, { type: 'buffer' }) as Uint8Array)
}

/** A sheet of OpenDocument whose first cell stands two billion times in its row. */
const repeatingWorkbook = (bookType: 'ods' | 'fods'): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER.split(','), line(1).split(',')]), 'Data')
  const bytes = write(book, { type: 'buffer', bookType }) as Buffer
  const repeating = (text: string): Buffer =>
    Buffer.from(text.replace('<table:table-cell ', '<table:table-cell table:number-columns-repeated="2000000000" '))
  if (bookType === 'fods') return repeating(String(bytes))
  const zip = CFB.read(bytes, { type: 'buffer' })
  CFB.utils.cfb_add(zip, '/content.xml', repeating(String(Buffer.from(CFB.find(zip, '/content.xml')?.content ?? ''))))
  return Buffer.from(CFB.write(zip, { type: 'buffer', fileType: 'zip' }) as Uint8Array)
}

/** A letter, a show or a mail of the years in which workbooks looked just so from outside. */
const oldFile = (box: string): Buffer => {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, `/${box}`, Buffer.alloc(5000, 1))
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

/** A workbook whose sheet says that it is a kilobyte, and is a hundred megabytes. */
const lyingWorkbook = (): Buffer => {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const packed = deflateRawSync(Buffer.alloc(100e6, ' '))
  const [head, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
  head.writeUInt32LE(0x04034b50)
  entry.writeUInt32LE(0x02014b50)
  for (const [part, at] of [[head, 8] as const, [entry, 10] as const]) {
    part.writeUInt16LE(8, at)
    part.writeUInt32LE(packed.length, at + 10)
    part.writeUInt32LE(1000, at + 14)
    part.writeUInt16LE(name.length, at + 18)
  }
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(head.length + name.length + packed.length, 16)
  return Buffer.concat([head, name, packed, entry, name, end])
}

/** An office with a registry of three people in service. */
async function inService() {
  const at = importing()
  await at.run(listOf(line(1), line(2), line(3)))
  const before = readFileSync(at.path)
  const files = readdirSync(join(at.folder, 'registry'))
  return {
    ...at,
    expectUntouched: () => {
      expect(readFileSync(at.path).equals(before)).toBe(true)
      expect(readdirSync(join(at.folder, 'registry'))).toEqual(files)
      expect(at.people()).toHaveLength(3)
    }
  }
}

describe('the registry in service stays as it is, and a plain sentence says why', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 x'), { kind: 'wrong-kind-of-file', looksLike: 'PDF' }],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), { kind: 'wrong-kind-of-file', looksLike: 'JPEG' }],
    ['a zip file', Buffer.from('PK\u0003\u0004xxxxholiday.jpg'), { kind: 'wrong-kind-of-file', looksLike: 'ZIP' }],
    [
      'bytes that are no text',
      Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 256)),
      { kind: 'wrong-kind-of-file', looksLike: 'binary' }
    ],
    ['a text for machines', '<?xml version="1.0"?><people/>', { kind: 'wrong-kind-of-file', looksLike: 'XML' }],
    ['JSON', '{"nik": 1}', { kind: 'wrong-kind-of-file', looksLike: 'JSON' }],
    ['an empty file', '', { kind: 'file-empty' }],
    ['a text without a header', 'just words\nand more\n', { kind: 'no-header' }],
    ['half a workbook', workbook().subarray(0, 4000), { kind: 'workbook-damaged' }],
    ['a letter of an old Word', oldFile('WordDocument'), { kind: 'wrong-kind-of-file', looksLike: 'Word' }],
    ['a show of an old PowerPoint', oldFile('PowerPoint Document'), { kind: 'wrong-kind-of-file', looksLike: 'PowerPoint' }],
    ['a mail', oldFile('__substg1.0_0037001F'), { kind: 'wrong-kind-of-file', looksLike: 'Outlook' }],
    ['a workbook that is larger than it says', lyingWorkbook(), { kind: 'workbook-damaged' }],
    ['a workbook that says one cell two billion times', repeatingWorkbook('ods'), { kind: 'workbook-damaged' }],
    ['the same in one text', repeatingWorkbook('fods'), { kind: 'workbook-damaged' }],
    ['a workbook with a password', lockedWorkbook(), { kind: 'workbook-locked' }],
    ['half a row at the end', listOf(line(4), line(5)).slice(0, -60), { kind: 'file-cut-off' }],
    ['a quote that is never closed', listOf(line(4), line(5).replace('SITI', '"SITI')), { kind: 'file-cut-off' }],
    [
      'no column for the NIK',
      listOf(line(4)).replace('NIK,', 'X,').replace('3324145708900041', 'x'),
      { kind: 'column-missing', columns: ['nik'] }
    ],
    ['no column for the name', listOf(line(4)).replace('NAMA', 'X'), { kind: 'column-missing', columns: ['name'] }],
    [
      'Cyrillic letters',
      Buffer.from(
        listOf(
          ...Array.from({ length: 40 }, (_, n) =>
            line(n + 4, '\xcd\xc0\xc2\xc0\xcb\xdc\xcd\xdb\xc9 \xd1\xc8\xd2\xc8 \xc0\xcc\xc8\xcd\xc0 \xcd\xd3\xd0 \xc4\xce\xca\xce \x81\x8d')
          )
        ),
        'latin1'
      ),
      { kind: 'unknown-encoding' }
    ],
    [
      'nothing but damaged NIKs',
      listOf(line(4).replace('3324145708900041', '3.32E+15')),
      { kind: 'nothing-taken-over', read: 1, reason: 'number-scientific' }
    ]
  ])('for %s', async (_, content, problem) => {
    const at = await inService()
    expect(await at.refusal(content)).toEqual(problem)
    at.expectUntouched()
    expect(sentenceOf(problem as Parameters<typeof sentenceOf>[0])).toMatch(/^[A-Z].{20,}\. The registry in service is unchanged\.$/)
  })

  it('for a list without a header whose first person was pointed at as its columns, and nobody is kept as the name of one', async () => {
    const at = await inService()
    const [nik = '', , name = ''] = line(4).split(',')
    const map = { columns: { nik, name } }
    expect(await at.refusal(`${line(4)}\n${line(5)}\n`, { map })).toEqual({ kind: 'no-header' })
    at.expectUntouched()
    const maps = join(at.folder, 'registry', 'column-maps.json')
    expect(existsSync(maps) ? readFileSync(maps, 'utf8') : '').not.toContain(name)
  })

  it.each([
    ['a list that is nothing but zeros behind its rows', listOf(line(4)), { kind: 'file-cut-off' }],
    ['a workbook', 'PK\u0003\u0004[Content_Types].xml', { kind: 'workbook-too-large', megabytes: 2147 }]
  ])('for a file of 2 GB that is %s, and its memory does not grow with it', async (_, content, problem) => {
    const at = await inService()
    const file = join(at.folder, 'large')
    writeFileSync(file, content)
    truncateSync(file, 2 ** 31)
    const before = process.memoryUsage.rss()
    expect(await at.refusal('', { file })).toEqual(problem)
    expect(process.memoryUsage.rss() - before).toBeLessThan(200e6)
    at.expectUntouched()
  })

  it('for a file that is not there', async () => {
    const at = await inService()
    expect(await at.refusal('', { file: join(at.folder, 'nowhere.csv') })).toEqual({ kind: 'file-missing' })
    at.expectUntouched()
  })

  it('for a period older than the one held, unless that is what is wanted', async () => {
    const at = await inService()
    expect(await at.refusal(listOf(line(7)), { period: '2026-T3' })).toEqual({ kind: 'older-period', held: '2026-T4' })
    expect(await at.refusal(listOf(line(7), line(8)), { period: '2026-11' })).toEqual({ kind: 'older-period', held: '2026-T4' })
    at.expectUntouched()
    await at.run(listOf(line(7)), { period: '2026-T3', isForced: true })
    expect(at.held()?.period).toBe('2026-T3')
  })

  it('for a list with far fewer people than the one held', async () => {
    const at = await inService()
    expect(await at.refusal(listOf(line(7)))).toEqual({ kind: 'far-fewer-rows', held: 3, kept: 1 })
    at.expectUntouched()
  })

  it('for an older or a far smaller list of another source, which would take its place', async () => {
    const at = await inService()
    const other = { source: 'village-list' } as const
    expect(await at.refusal(listOf(line(7), line(8)), { ...other, period: '2025-01' })).toEqual({ kind: 'older-period', held: '2026-T4' })
    expect(await at.refusal(listOf(line(7)), other)).toEqual({ kind: 'far-fewer-rows', held: 3, kept: 1 })
    at.expectUntouched()
    await at.run(listOf(line(7)), { ...other, isForced: true })
    expect(at.held()?.source).toBe('village-list')
  })

  it('for a map that names a column which is not there', async () => {
    const at = await inService()
    expect(await at.refusal(listOf(line(7)), { map: { columns: { nik: 'NOMOR' } } })).toEqual({
      kind: 'column-missing',
      columns: ['NOMOR']
    })
    at.expectUntouched()
  })

  it('when the disk fills midway', async () => {
    const at = await inService()
    const full = join(at.folder, 'full')
    symlinkSync('/dev/full', full)
    const broken = Array.from({ length: 3000 }, (_, n) => line(n + 10).replace('SITI AMINAH', ''))
    expect(await at.refusal(listOf(line(7), line(8), line(9), ...broken), { setAsideFile: full })).toEqual({ kind: 'no-room' })
    at.expectUntouched()
  })

  it('when the officer cancels', async () => {
    const at = await inService()
    const stop = new AbortController()
    const onProgress = ({ step }: { step: string }): void => {
      if (step === 'names') stop.abort()
    }
    const lines = Array.from({ length: 4000 }, (_, n) => line(n + 10))
    expect(await at.refusal(listOf(...lines), {}, { signal: stop.signal, onProgress })).toEqual({ kind: 'cancelled' })
    at.expectUntouched()
  })
})

it('reads a long list without keeping it in memory', async () => {
  const at = importing()
  const file = join(at.folder, 'large.csv')
  const out = createWriteStream(file)
  out.write(`${HEADER}\n`)
  // rows that are set aside cost the reader as much as others and the builder nothing
  const chunk = `${Array.from({ length: 2000 }, (_, n) => line(n).replace('SITI AMINAH', '')).join('\n')}\n`
  for (let n = 0; n < 360; n++) if (!out.write(chunk)) await once(out, 'drain')
  out.end(`${line(1)}\n`)
  await once(out, 'finish')
  const before = liveBytes()
  let [told, most] = [0, 0]
  const onProgress = () => {
    if (++told % 20 === 0) most = Math.max(most, liveBytes())
  }
  const report = await at.run('', { file }, { onProgress })
  expect(report).toMatchObject({ read: 720_001, kept: 1, setAside: 720_000 })
  // split into fields and kept, such a list takes more than 300 MB
  expect(most).toBeGreaterThan(0)
  expect(most - before).toBeLessThan(100e6)
})

/** What is in use: how much of what is left over still lies about is the engine's own affair. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // what the first run lets go of, the second clears away
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
