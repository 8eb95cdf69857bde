import styles from './StickPicture.module.css'

export type StickMoment = 'plug' | 'choose' | 'wait' | 'out'

/** How far the stick is from the computer. */
const AWAY: Record<StickMoment, number> = { plug: 46, choose: 0, wait: 0, out: 46 }

function Computer() {
  return (
    <>
      <rect className={styles.case} x="8" y="8" width="104" height="78" rx="8" />
      <rect className={styles.screen} x="17" y="17" width="86" height="60" rx="4" />
      <path className={styles.case} d="M40 86h40l6 18H34z" />
      <rect className={styles.slot} x="108" y="38" width="9" height="22" rx="2" />
    </>
  )
}

function Stick({ away }: { away: number }) {
  return (
    <g transform={`translate(${112 + away} 49)`}>
      <rect className={styles.plug} x="0" y="-8" width="18" height="16" />
      <rect className={styles.stick} x="16" y="-14" width="56" height="28" rx="6" />
      <circle className={styles.hole} cx="62" cy="0" r="4" />
    </g>
  )
}

/** What the screen of the drawn computer shows, and what the stick does. */
function Doing({ moment }: { moment: StickMoment }) {
  switch (moment) {
    case 'plug':
      return <path className={styles.arrow} d="M214 92h-46m0 0l12-9m-12 9l12 9" />
    case 'choose':
      return (
        <>
          <rect className={styles.row} x="25" y="25" width="70" height="12" rx="3" />
          <rect className={styles.chosen} x="25" y="41" width="70" height="12" rx="3" />
          <rect className={styles.row} x="25" y="57" width="70" height="12" rx="3" />
        </>
      )
    case 'wait':
      return (
        <>
          <circle className={styles.clock} cx="60" cy="47" r="20" />
          <path className={styles.hand} d="M60 35v12l8 6" />
        </>
      )
    case 'out':
      return (
        <>
          <path className={styles.tick} d="M44 47l11 12 22-24" />
          <path className={styles.arrow} d="M168 92h46m0 0l-12-9m12 9l-12 9" />
        </>
      )
  }
}

/** A drawing of what the hand does now; the words beside it say the same. */
export function StickPicture({ moment }: { moment: StickMoment }) {
  return (
    <svg className={styles.picture} viewBox="0 0 240 112" aria-hidden="true">
      <Computer />
      <Stick away={AWAY[moment]} />
      <Doing moment={moment} />
    </svg>
  )
}
