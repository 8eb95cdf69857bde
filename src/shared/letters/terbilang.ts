const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'] as const

const scales = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu']
] as const

const largest = 999_999_999_999_999

/** An amount in Indonesian words, 0 to 999 trillion; throws on anything else, for a letter must not state a wrong sum. */
export function terbilang(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > largest) throw new RangeError('terbilang takes whole numbers from 0 to 999.999.999.999.999')
  return n === 0 ? units[0] : inWords(n).join(' ')
}

/** `1.234,5`: at most two decimals, rounded; throws past 999 trillion. */
export function formatNumber(n: number): string {
  if (!Number.isFinite(n) || Math.abs(n) > largest) throw new RangeError('not a number to print')
  const [whole = '0', decimals = ''] = Math.abs(n).toFixed(2).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const tail = decimals.replace(/0+$/, '')
  const text = tail === '' ? grouped : `${grouped},${tail}`
  return n < 0 && text !== '0' ? `-${text}` : text
}

/** `Rp1.000.000`; whole rupiah only. */
export function formatRupiah(n: number): string {
  if (!Number.isInteger(n)) throw new RangeError('rupiah have no decimals')
  return n < 0 ? `-Rp${formatNumber(-n)}` : `Rp${formatNumber(n)}`
}

function inWords(n: number): string[] {
  for (const [size, name] of scales) {
    if (n < size) continue
    const [count, rest] = [Math.floor(n / size), n % size]
    return [...(size === 1_000 && count === 1 ? ['seribu'] : [...inWords(count), name]), ...inWords(rest)]
  }
  if (n >= 200) return [...inWords(Math.floor(n / 100)), 'ratus', ...inWords(n % 100)]
  if (n >= 100) return ['seratus', ...inWords(n - 100)]
  if (n >= 20) return [...inWords(Math.floor(n / 10)), 'puluh', ...inWords(n % 10)]
  if (n >= 12) return [...inWords(n - 10), 'belas']
  return n === 0 ? [] : [units[n] ?? '']
}
