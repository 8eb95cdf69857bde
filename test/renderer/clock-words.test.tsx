import { screen } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { ClockQuality } from '#shared/office/clock-check'
import { CaseHistory } from '../../src/renderer/cases/CaseHistory'
import { ClashItem } from '../../src/renderer/sync/ClashItem'
import { showAtDesk } from './at-desk'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const AT = Date.UTC(2026, 10, 23, 2, 30)
const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`

afterEach(() => i18next.changeLanguage('id'))

const showCard = (clock: ClockQuality) =>
  showAtDesk(
    <ul>
      <ClashItem
        clash={{
          ...{ entity: 'resident', id: id(31), change: 'd.1.9', kind: 'field-moved-on', title: 'Siti Aminah', parent: null, isMine: false },
          fields: [{ field: 'birthDate', standing: '1990-08-17', wished: '1991-08-17' }],
          wishedBy: { officerName: 'Contoh Bagus', deskCode: 'B', at: AT, clock },
          standingBy: null,
          standingIn: { birthDate: 'd.1.4' }
        }}
      />
    </ul>
  )

describe('a conflict card', () => {
  it.each([
    [{ kind: 'exact' }, 'jam cocok', 'clock agrees'],
    [{ kind: 'bounded', within: 2 * MINUTE }, '± 2 menit', '± 2 minutes'],
    [{ kind: 'bounded', within: MINUTE }, '± 1 menit', '± 1 minute'],
    [{ kind: 'unknown' }, 'jam komputer itu belum dicocokkan', 'that computer’s clock has not been compared'],
    [{ kind: 'wrong', ahead: 3 * HOUR - 40 }, 'jam komputer itu 3 jam terlalu maju', 'that computer’s clock is 3 hours fast'],
    [{ kind: 'wrong', ahead: -2.5 * HOUR }, 'jam komputer itu 2,5 jam terlalu lambat', 'that computer’s clock is 2.5 hours slow']
  ] as const)('says of a clock that is %j how far its moment can be trusted', async (clock, id, en) => {
    await showCard(clock)
    expect(await screen.findByText(`Contoh Bagus, loket B, 23 November 2026, 09.30 WIB (${id})`)).toBeTruthy()
    await i18next.changeLanguage('en')
    expect(await screen.findByText(`Contoh Bagus, desk B, 23 November 2026, 09.30 WIB (${en})`)).toBeTruthy()
  })
})

it('the history of a case warns of a clock that was wrong, and says nothing of one that was right', async () => {
  const event = (n: number, clockAhead: number | null): CaseCard['events'][number] => ({
    ...{ id: id(n), caseId: id(40), kind: 'note', text: `Catatan ${n}`, status: null, at: AT + n * HOUR, officerId: id(50) },
    ...{ officerName: 'Contoh Bagus', clockAhead }
  })
  await showAtDesk(<CaseHistory events={[event(11, null), event(12, 3 * HOUR)]} />)
  const lines = (await screen.findAllByRole('listitem')).map(line => line.textContent)
  expect(lines[0]).toContain('21.30 WIB (jam komputer itu 3 jam terlalu maju) · Contoh Bagus')
  expect(lines[1]).toContain('20.30 WIB · Contoh Bagus')
})
