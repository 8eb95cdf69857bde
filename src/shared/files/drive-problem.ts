/** Why something does not lie on a stick or in a folder of this PC. `drive-not-written`: it is write-protected, closed to this account, or gives back other bytes. */
export type DriveProblem = { kind: 'no-drive' } | { kind: 'drive-full' } | { kind: 'drive-not-written' }
