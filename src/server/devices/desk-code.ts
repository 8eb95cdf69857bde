/** The first letter (A, B ... Z, AA, AB ...) that no desk of the district has ever had. */
export function nextDeskCode(taken: Iterable<string>): string {
  const used = new Set(taken)
  for (let n = 0; ; n++) {
    const code = deskCode(n)
    if (!used.has(code)) return code
  }
}

function deskCode(n: number): string {
  const last = String.fromCharCode(65 + (n % 26))
  return n < 26 ? last : deskCode(Math.floor(n / 26) - 1) + last
}
