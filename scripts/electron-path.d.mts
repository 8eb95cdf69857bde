export function findElectron(): { path: string; kind: 'electron' | 'stand-in' }
