import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ImportState } from '#shared/registry/extracts.contract'
import { ImportStateCard } from '../../src/renderer/registry/ImportStateCard'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Refused = Extract<ImportState, { kind: 'refused' }>
const refused = (problem: Refused['problem']): Refused => ({
  kind: 'refused',
  file: 'warga.csv',
  source: 'DTSEN',
  period: '2026-T4',
  problem,
  setAsideFile: null
})

it('tells of an import that somebody cancelled calmly, and of one that failed with an alarm', async () => {
  putDesk({})
  await showAtDesk(<ImportStateCard state={refused({ kind: 'cancelled' })} onAgain={() => undefined} />)
  expect(screen.getByRole('status')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  await showAtDesk(<ImportStateCard state={refused({ kind: 'file-empty' })} onAgain={() => undefined} />)
  expect(screen.getByRole('alert')).toBeTruthy()
})
