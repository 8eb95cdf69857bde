import type { Machine } from '#shared/changes/machine'

export const CASE_STATUSES = [
  'registered',
  'document-check',
  'revision-requested',
  'data-verification',
  'field-verification',
  'in-process',
  'awaiting-decision',
  'awaiting-signature',
  'referred',
  'at-agency',
  'proposed-to-ministry',
  'resolved',
  'rejected',
  'cancelled',
  'duplicate',
  'invalid'
] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

const closings = ['resolved', 'rejected', 'cancelled', 'duplicate', 'invalid'] as const

/** The moves a case may make. A closed case moves only by being opened again, which a manager does with a reason. */
export const caseMachine: Machine<CaseStatus> = {
  registered: ['document-check', 'revision-requested', 'data-verification', 'in-process', 'referred', ...closings],
  'document-check': [
    'revision-requested',
    'data-verification',
    'field-verification',
    'in-process',
    'awaiting-decision',
    'referred',
    ...closings
  ],
  'revision-requested': ['document-check', 'in-process', 'referred', ...closings],
  'data-verification': ['field-verification', 'revision-requested', 'in-process', 'awaiting-decision', 'referred', ...closings],
  'field-verification': ['data-verification', 'in-process', 'awaiting-decision', 'referred', ...closings],
  'in-process': [
    'document-check',
    'revision-requested',
    'field-verification',
    'awaiting-decision',
    'referred',
    'proposed-to-ministry',
    ...closings
  ],
  'awaiting-decision': ['in-process', 'awaiting-signature', 'referred', ...closings],
  'awaiting-signature': ['awaiting-decision', 'in-process', 'referred', ...closings],
  referred: ['at-agency', 'in-process', 'proposed-to-ministry', ...closings],
  'at-agency': ['referred', 'in-process', 'proposed-to-ministry', ...closings],
  'proposed-to-ministry': ['in-process', ...closings],
  resolved: [],
  rejected: [],
  cancelled: [],
  duplicate: [],
  invalid: []
}

/** What only a case that is over has: without them it goes on. */
export const NOT_CLOSED = { closedAt: null, outcome: null } as const
