export function isBuildStale(): boolean
export function buildWhenStale(): Promise<void>
