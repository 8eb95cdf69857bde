import { expect, it } from 'vitest'
import { readListing } from '#main/printing/windows-printer'

it('reads one printer, several and none from what PowerShell writes', () => {
  expect(readListing('{"Name":"Kantor","IsDefault":true,"Status":0}')).toEqual([{ name: 'Kantor', isDefault: true, state: 'idle' }])
  expect(
    readListing(
      '[{"Name":"A","IsDefault":false,"Status":8},{"Name":"B","IsDefault":true,"Status":11},{"Name":"C","IsDefault":false,"Status":99}]'
    )
  ).toEqual([
    { name: 'A', isDefault: false, state: 'stopped' },
    { name: 'B', isDefault: true, state: 'busy' },
    { name: 'C', isDefault: false, state: 'unknown' }
  ])
  expect(readListing('\r\n')).toEqual([])
})
