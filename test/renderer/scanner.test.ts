import { describe, expect, it } from 'vitest'
import { createScanDetector } from '../../src/renderer/scanner'

/** Types a text key by key, `gap` milliseconds apart, and answers what the detector made of the last key. */
function send(keys: string[], gap: number, detect = createScanDetector(), from = 1000): string | null {
  return keys.reduce<string | null>((_, key, at) => detect({ key, at: from + at * gap }), null)
}
const NIK = [...'3324145708900001']

describe('the scan detector', () => {
  it('takes a fast burst that ends in Enter for a scan', () => {
    expect(send([...NIK, 'Enter'], 8)).toBe('3324145708900001')
  })

  it('takes shifted characters with it', () => {
    expect(send(['Shift', 'S', 'Shift', 'L', '1', ':', 'A', 'B', 'C', 'Enter'], 5)).toBe('SL1:ABC')
  })

  it.each([35, 60, 200])('takes keys %i ms apart for a person', gap => {
    expect(send([...NIK, 'Enter'], gap)).toBeNull()
  })

  it('takes a short burst for a person: a ticket number typed by a quick hand is no scan', () => {
    expect(send([...'U-012', 'Enter'], 20)).toBeNull()
  })

  it('needs the Enter', () => {
    expect(send(NIK, 8)).toBeNull()
  })

  it('needs the Enter to come as fast as the characters', () => {
    const detect = createScanDetector()
    send(NIK, 8, detect)
    expect(detect({ key: 'Enter', at: 5000 })).toBeNull()
  })

  it('leaves out what a person typed just before', () => {
    const detect = createScanDetector()
    send([...'Siti'], 150, detect, 0)
    expect(send([...NIK, 'Enter'], 8, detect, 2000)).toBe('3324145708900001')
  })

  it('begins anew after each scan, and after an arrow or a function key', () => {
    const detect = createScanDetector()
    expect(send([...NIK, 'Enter'], 8, detect)).toBe('3324145708900001')
    expect(send([...'123456', 'ArrowLeft', '7', '8', 'Enter'], 8, detect, 9000)).toBeNull()
    expect(send([...'987654', 'Enter'], 8, detect, 20_000)).toBe('987654')
  })
})
