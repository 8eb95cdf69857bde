import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Verification } from '#shared/letters/letters.contract'
import { Verdict } from '../../src/renderer/letters/Verdict'
import { showAtDesk } from './at-desk'

const LETTER = '0199aa00-0000-7000-8000-000000000010'
const genuine = (here: Extract<Verification, { kind: 'genuine' }>['here']): Verification => ({
  kind: 'genuine',
  number: '400.9/007/SLRT-A/X/2026',
  issuedOn: '2026-10-01',
  letterType: 'keterangan-dtsen',
  initials: 'S. A.',
  nikTail: '0001',
  here
})

it.each([
  ['valid on its last day', { letterId: LETTER, status: 'issued', validUntil: '2026-11-23' }, 'Surat asli dan berlaku'],
  ['past on the day after', { letterId: LETTER, status: 'issued', validUntil: '2026-11-22' }, 'Surat asli, tetapi lewat masa berlakunya'],
  ['void, whatever its last day is', { letterId: LETTER, status: 'void', validUntil: '2026-11-22' }, 'Surat asli, tetapi sudah dibatalkan'],
  ['of no last day', { letterId: LETTER, status: 'issued', validUntil: null }, 'Surat asli dan berlaku'],
  ['of another computer', null, 'Kode asli, suratnya tidak ada di komputer ini']
] as const)('calls a genuine letter %s', async (_, here, verdict) => {
  await showAtDesk(<Verdict found={genuine(here)} onOpen={() => undefined} />)
  expect(await screen.findByRole('heading', { name: verdict })).toBeTruthy()
})
