/** What main announces to the screens. Announcements inform; they never make something happen. */
export type Announcement = { kind: 'data-changed'; entities: string[] } | { kind: 'print-progress'; attemptId: string }
