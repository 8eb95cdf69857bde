import type { Machine } from '#shared/changes/machine'

export const PROPOSAL_STATUSES = ['ready', 'proposed', 'approved', 'rejected', 'withdrawn'] as const
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number]

/** An answer that was keyed in by mistake is taken back; only a withdrawn proposal is over for good. */
export const proposalMachine: Machine<ProposalStatus> = {
  ready: ['proposed', 'withdrawn'],
  proposed: ['approved', 'rejected', 'withdrawn'],
  approved: ['proposed'],
  rejected: ['proposed'],
  withdrawn: []
}

/** What only a proposal with an answer has: without it, it waits. */
export const NOT_ANSWERED = { answeredOn: null, answerNote: null } as const
