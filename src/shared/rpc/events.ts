import type { VisitorAnswer } from '#shared/screens/visitor-page'

/** What main announces to the screens. Announcements inform; they never make something happen. */
export type Announcement =
  | { kind: 'data-changed'; entities: string[] }
  | { kind: 'print-progress'; attemptId: string }
  /** The screen has been locked because nobody was there. */
  | { kind: 'session-changed' }
  /** What is kept, sent or received, or how the line is, has changed. */
  | { kind: 'sync-changed' }
  /** There is more, or less, room on the disk than before. */
  | { kind: 'space-changed' }
  /** The lists of services, rules, days and areas are others now. */
  | { kind: 'reference-changed' }
  /** A visitor pressed a button on the screen that faces them. */
  | { kind: 'visitor-answered'; answer: VisitorAnswer }
