export function findElectron(): { path: string; kind: 'electron' | 'stand-in' }
export function electronCommand(): { command: string; args: string[]; kind: 'electron' | 'stand-in' }
