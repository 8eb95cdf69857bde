import type { ReactNode } from 'react'
import { SCORES, type VisitorAnswer, type VisitorPage } from '#shared/screens/visitor-page'
import mark from '../assets/mark.svg'
// a visitor reads Indonesian, whatever the officer chose
import { visitor as words } from '../text/id/visitor'
import { cx } from '../ui/cx'
import styles from './VisitorScreen.module.css'

type VisitorScreenProps = { page: VisitorPage; onAnswer: (answer: VisitorAnswer) => void }

/** The screen that faces the visitor: big words, at most four buttons, nothing to type and nowhere to go. */
export function VisitorScreen({ page, onAnswer }: VisitorScreenProps) {
  switch (page.kind) {
    case 'idle':
      return <Sheet title={words.welcome} more={words.wait} isBig />
    case 'ticket':
      return (
        <Sheet title={words.now} more={words.come}>
          <p className={styles.ticket}>{page.ticket}</p>
        </Sheet>
      )
    case 'mirror':
      return (
        <Sheet title={words.check} more={words.checkMore}>
          <dl className={styles.lines}>
            {page.lines.map(line => (
              <div key={line.label}>
                <dt>{line.label}</dt>
                <dd>{line.value}</dd>
              </div>
            ))}
          </dl>
          <div className={styles.buttons}>
            <Press tone="wrong" onPress={() => onAnswer({ kind: 'mirror', id: page.id, isRight: false })}>
              {words.wrong}
            </Press>
            <Press tone="right" onPress={() => onAnswer({ kind: 'mirror', id: page.id, isRight: true })}>
              {words.right}
            </Press>
          </div>
        </Sheet>
      )
    case 'rating':
      return (
        <Sheet title={words.rate} more={words.rateMore}>
          <div className={styles.buttons}>
            {SCORES.map(score => (
              <Press key={score} tone={score > 2 ? 'right' : 'wrong'} onPress={() => onAnswer({ kind: 'rating', id: page.id, score })}>
                {words.score[score]}
              </Press>
            ))}
          </div>
        </Sheet>
      )
    case 'thanks':
      return <Sheet title={words.thanks} more={words.thanksMore} isBig />
  }
}

function Sheet({ title, more, isBig, children }: { title: string; more: string; isBig?: boolean; children?: ReactNode }) {
  return (
    <main className={styles.page}>
      <img className={styles.mark} src={mark} alt="" />
      <h1 className={cx(styles.title, isBig && styles.big)}>{title}</h1>
      <p className={styles.more}>{more}</p>
      {children}
    </main>
  )
}

function Press({ tone, onPress, children }: { tone: 'right' | 'wrong'; onPress: () => void; children: string }) {
  return (
    <button type="button" className={cx(styles.press, styles[tone])} onClick={onPress}>
      {children}
    </button>
  )
}
