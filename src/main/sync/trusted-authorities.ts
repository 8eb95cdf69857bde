import tls, { type SecureContext } from 'node:tls'

let trusted: SecureContext | undefined

/** Whose certificates are believed: the public authorities that the program knows, and those that this PC's administrator has installed, as a district without a public name needs. */
export function trustedAuthorities(): SecureContext {
  trusted ??= tls.createSecureContext({ ca: [...new Set([...tls.getCACertificates('default'), ...installed()])] })
  return trusted
}

function installed(): string[] {
  try {
    return tls.getCACertificates('system')
  } catch {
    return [] // without them the public authorities are believed all the same
  }
}
