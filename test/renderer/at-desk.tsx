// A piece of the screen as a signed-in officer sees it, at an address that can be read.
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Role } from '#shared/officers/officer'
import { SecondOfficer } from '../../src/renderer/officers/SecondOfficer'
import { type Session, SessionContext } from '../../src/renderer/session'
import { show } from './show'

const OFFICE: Session['office'] = {
  id: '0199aa00-0000-7000-8000-000000000001',
  name: 'Rumah SLRT Kabupaten Kendal',
  brand: null,
  districtCode: '33.24',
  place: 'Kendal',
  unitCode: 'SLRT-A',
  letterhead: {
    lines: ['PEMERINTAH KABUPATEN KENDAL'],
    address: 'Kantor contoh',
    postcode: null,
    phone: null,
    email: null,
    website: null,
    logo: null
  },
  numberPattern: '{klasifikasi}/{urut}/{unit}/{bulan}/{tahun}',
  codeSet: 'permendagri-83-2022',
  paper: 'F4',
  timeZone: 'WIB',
  deskCode: 'A'
}

export const TODAY = '2026-11-23'

export const OWN_ID = '0199aa00-0000-7000-8000-000000000002'

const sessionOf = (roles: Role[]): Session => ({
  officer: { id: OWN_ID, name: 'Contoh Ratna', roles, position: null, decreeNumber: null, isActive: true },
  office: OFFICE,
  today: TODAY,
  state: {
    kind: 'open',
    office: OFFICE,
    districtName: 'Kabupaten Kendal',
    today: TODAY,
    clock: 'well',
    keyProtection: { name: 'test', isProtected: true },
    journalBehind: 0,
    space: 'well',
    secondJournal: 'none',
    backup: 'well',
    recoveredChanges: 0
  },
  lock: () => undefined
})

/** Draws the piece for an officer of these roles and waits until it is there; answers where the officer was sent. */
export async function showAtDesk(piece: ReactNode, roles: Role[] = ['front-office']): Promise<{ address: () => string }> {
  const root = createRootRoute({ component: () => <div data-testid="desk">{piece}</div> })
  const rest = createRoute({ getParentRoute: () => root, path: '$' })
  const router = createRouter({ routeTree: root.addChildren([rest]), history: createMemoryHistory({ initialEntries: ['/'] }) })
  show(
    <SessionContext value={sessionOf(roles)}>
      <RouterProvider router={router as never} />
      <SecondOfficer />
    </SessionContext>
  )
  await screen.findByTestId('desk')
  return { address: () => router.history.location.href }
}
