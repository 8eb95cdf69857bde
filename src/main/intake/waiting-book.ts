import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import type { DeskKeys } from '../keys/desk-keys'
import type { Secrets } from '../keys/secrets'
import type { Ports } from '../ports'
import { forgetBookCopies, keepBookCopies, readBookCopies } from './book-copies'
import { hasIntakeBook, type IntakeBook, openIntakeBook, setAsideIntakeBook, shredIntakeBook } from './intake.store'
import { isSettled } from './settled'

type Opened = { data: string; secrets: Secrets; keys: DeskKeys; db: Reader }

/**
 * The emergency book that was written while these data stayed closed, with what only its copies still hold. One whose every entry is in the log by now is
 * forgotten, and its copies with it. A desk opens whatever becomes of its book.
 */
export async function waitingBook(opened: Opened, { clock, report }: Pick<Ports, 'clock' | 'report'>): Promise<Desk['intake']> {
  const { data, db, keys } = opened
  try {
    const book = await findBook(opened, clock.now())
    if (!book || book === 'unreadable') return book
    if (!(await isSettled(db, book.list()))) {
      await keepBookCopies(data, book.list())
      return {
        ...book,
        setAside: async (id, reason) => {
          await book.setAside(id, reason)
          await keepBookCopies(data, book.list())
        }
      }
    }
    book.close()
    await forgetBookCopies(data, keys.device)
    shredIntakeBook(data)
    return undefined
  } catch (error) {
    report('intake', error)
    return 'unreadable'
  }
}

async function findBook({ data, secrets, keys, db }: Opened, at: number): Promise<IntakeBook | 'unreadable' | undefined> {
  const copied = await readBookCopies(data, keys)
  const here = hasIntakeBook(data) ? ((await openIntakeBook(data, secrets)) ?? 'unreadable') : undefined
  const known = new Set(here && here !== 'unreadable' ? here.list().map(({ id }) => id) : [])
  const missing = copied.filter(({ id, aside }) => aside === null && !known.has(id))
  if (missing.length === 0 || (await isSettled(db, missing))) return here
  if (here === 'unreadable') setAsideIntakeBook(data, at)
  const book = here && here !== 'unreadable' ? here : await openIntakeBook(data, secrets)
  book?.giveBack(missing)
  return book ?? 'unreadable'
}
