import { describe, expect, it } from 'vitest'
import { checkNip, formatNip } from '#shared/letters/nip'

describe('a NIP', () => {
  it.each(['197001011995031001', '19700101 199503 1 001', '19700101.199503.1.001'])('%s is printed in groups of 8, 6, 1 and 3', text => {
    expect(formatNip(text)).toBe('19700101 199503 1 001')
    expect(checkNip(text)).toEqual({ nip: '197001011995031001', blocks: [], warnings: [] })
  })

  it.each([
    ['', ''],
    [' - ', '-'],
    ['12345', '12345'],
    ['1970010119950310011', '1970010119950310011']
  ])('%j stays %j', (text, printed) => {
    expect(formatNip(text)).toBe(printed)
  })

  it.each(['', '19700101199503100', '1970010119950310011', '19700101199503100A', '１９７００１０１１９９５０３１００１', '1'.repeat(40)])(
    '%j is blocked',
    text => {
      expect(checkNip(text)).toEqual({ blocks: ['not-18-digits'], warnings: [] })
    }
  )

  it.each([
    ['197002311995031001', ['no-such-birth-date']],
    ['197013011995031001', ['no-such-birth-date']],
    ['197001011995131001', ['no-such-month']],
    ['197001012022211001', ['no-such-month']],
    ['197001011995033001', ['unknown-sex']],
    ['197001011995031000', ['serial-zero']]
  ])('%s is doubted, not blocked', (nip, warnings) => {
    expect(checkNip(nip)).toEqual({ nip, blocks: [], warnings })
  })
})
