import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { arrangeShelf, listShelf, type ShelfFile, shelfPath, sweepShelf } from '#registry/shelf'
import { lastMonthOf, REGISTRY_SOURCES } from '#shared/registry/edition'

const folder = mkdtempSync(join(tmpdir(), 'shelf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (source: ShelfFile['source'], period: string, n: number, village: string | null = null): ShelfFile => ({
  path: shelfPath(folder, { source, period, n, village }),
  source,
  period,
  n,
  village
})
const told = (files: readonly ShelfFile[]): string[] => files.map(({ source, period, n }) => `${source} ${period} ${n}`)
const inService = (...files: ShelfFile[]): string[] => told(arrangeShelf(files).inService)

describe('the shelf of registers', () => {
  it('knows its files by their names again, and nothing else', () => {
    const all = [file('DTSEN', '2026-T4', 12), file('village-list', '2026-11', 13, '33.24.14.2006')]
    for (const { path } of all) writeFileSync(path, '')
    for (const other of ['registry.db', 'registry.key', 'column-maps.json', 'dtsen_2026-t4_14.registry.part', 'dtsen_2026-t5_1.registry'])
      writeFileSync(join(folder, other), '')
    expect(listShelf(folder).sort((a, b) => a.n - b.n)).toEqual(all)
    sweepShelf(folder)
    expect(readdirSync(folder)).not.toContain('dtsen_2026-t4_14.registry.part')
    expect(readdirSync(folder)).toContain(basename(all[0]?.path ?? ''))
  })

  it('is empty where there is no folder', () => expect(listShelf(join(folder, 'none'))).toEqual([]))

  it('answers with the newest of each source, DTSEN first, and with the period before of DTSEN', () => {
    expect(
      inService(
        file('village-list', '2026-11', 6, '33.24.14.2006'),
        file('DTKS', '2025-01', 1),
        file('DTKS', '2025-02', 2),
        file('DTSEN', '2026-T2', 3),
        file('DTSEN', '2026-T3', 4),
        file('DTSEN', '2026-T4', 5)
      )
    ).toEqual(['DTSEN 2026-T4 5', 'DTSEN 2026-T3 4', 'DTKS 2025-02 2', 'village-list 2026-11 6'])
  })

  it('lets a second import of a period take the place of the first', () =>
    expect(inService(file('DTSEN', '2026-T4', 1), file('DTSEN', '2026-T4', 2), file('DTSEN', '2026-T3', 0))).toEqual([
      'DTSEN 2026-T4 2',
      'DTSEN 2026-T3 0'
    ]))

  it('drops the newer period when somebody goes back to an older one', () =>
    expect(inService(file('DTSEN', '2026-T2', 1), file('DTSEN', '2026-T4', 2), file('DTSEN', '2026-T3', 3))).toEqual([
      'DTSEN 2026-T3 3',
      'DTSEN 2026-T2 1'
    ]))

  it('keeps the lists of different villages beside each other, twenty of them', () => {
    const lists = Array.from({ length: 25 }, (_, n) => file('village-list', '2026-11', n, `33.24.14.20${String(n).padStart(2, '0')}`))
    const { inService: kept, surplus } = arrangeShelf([...lists, file('village-list', '2026-10', 30, '33.24.14.2024')])
    expect(kept).toHaveLength(20)
    expect(kept[0]).toMatchObject({ n: 30, village: '33.24.14.2024' })
    expect(surplus).toHaveLength(6)
  })

  it('never holds more than the disk was promised, whatever was imported in whatever order', () => {
    const anyFile = fc.record({
      source: fc.constantFrom(...REGISTRY_SOURCES),
      period: fc.constantFrom('2025-T4', '2026-03', '2026-T1', '2026-T2', '2026-T3', '2026-12'),
      n: fc.nat(50),
      village: fc.constant(null)
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyFile, { selector: ({ n }) => n }), drafts => {
        const files = drafts.map(({ source, period, n }) => file(source, period, n))
        const { inService: kept, surplus } = arrangeShelf(files)
        expect(kept.length + surplus.length).toBe(files.length)
        for (const source of REGISTRY_SOURCES) {
          const [newest, ...before] = kept.filter(one => one.source === source)
          const all = files.filter(one => one.source === source)
          expect(newest?.n).toBe(all.length > 0 ? Math.max(...all.map(({ n }) => n)) : undefined)
          expect(before.length).toBeLessThanOrEqual(source === 'DTSEN' ? 1 : 0)
          for (const one of before) expect(lastMonthOf(one.period)).toBeLessThan(lastMonthOf(newest?.period ?? ''))
        }
      })
    )
  })
})
