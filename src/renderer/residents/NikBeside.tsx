import styles from './NikBeside.module.css'

/** A NIK, masked or whole, with every shown digit marked in which it differs from the other one. */
export function NikBeside({ nik, other }: { nik: string; other: string | null }) {
  return (
    <span className={styles.nik}>
      {[...nik].map((digit, at) =>
        isUnlike(digit, other?.[at]) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its place
          <mark key={at} className={styles.unlike}>
            {digit}
          </mark>
        ) : (
          digit
        )
      )}
    </span>
  )
}

const isUnlike = (digit: string, other: string | undefined): boolean =>
  digit !== '*' && other !== undefined && other !== '*' && digit !== other
