import { knownOp } from '#shared/changes/op'
import { copyDisk, type Disk } from '../disk'
import type { Desk } from '../node'
import type { Plant } from '../plant'
import { openUnchecked } from '../sealing'
import { modelDesk } from './model'
import { over } from './over'

const beforeLastAct = new WeakMap<Desk, Disk>()

/** What a desk could get wrong. */
export const deskPlants: readonly Plant[] = [
  {
    name: 'cursor-before-changes',
    sentence: 'the cursor moves in one transaction, the changes follow in the next',
    rule: 'L2',
    deskStore(store, desk) {
      let late: (() => void)[] = []
      let boot = desk.boot
      return over(store, {
        atomically: work => {
          if (boot !== desk.boot) late = []
          boot = desk.boot
          if (late.length > 0) store.atomically(() => late.splice(0).forEach(write => void write()))
          return store.atomically(work)
        },
        keep: (frame, changes) => void late.push(() => store.keep(frame, changes)),
        fold: change => void late.push(() => store.fold(change)),
        refold: places => void late.push(() => store.refold(places))
      })
    }
  },
  {
    name: 'part-half-kept',
    sentence: 'of a part of the feed only the first change is kept',
    rule: 'L1',
    deskStore: store => over(store, { keep: (frame, changes) => store.keep(frame, changes.slice(0, 1)) })
  },
  {
    name: 'parked-by-name',
    sentence: 'what the server says of a parked change is noted of any change with that name',
    rule: 'D3',
    toDesk: (message, { store }) =>
      message.kind === 'parked'
        ? { ...message, changes: message.changes.map(said => ({ ...said, hash: store.find(said.id)?.hash ?? said.hash })) }
        : message
  },
  {
    name: 'counter-not-learnt',
    sentence: 'a desk that was put back or copied never learns how far its counter has come',
    rule: 'P2',
    toDesk: message => (message.kind === 'turned-away' ? { kind: 'turned-away', reason: message.reason } : message)
  },
  {
    name: 'drop-on-ack',
    sentence: 'a change that was acknowledged once is never offered again',
    rule: 'D6',
    deskStore(store) {
      const answered = new Set<string>()
      return over(store, {
        setPlace(id, place) {
          if (place.state === 'held' || place.state === 'fed') answered.add(store.find(id)?.hash ?? id)
          store.setPlace(id, place)
        },
        unsent: limit => store.unsent(limit).filter(({ hash }) => !answered.has(hash))
      })
    }
  },
  {
    name: 'own-only-refill',
    sentence: 'after a disaster of the server a desk gives back only what it made itself',
    rule: 'D6',
    deskStore: store => over(store, { heldFrame: () => undefined })
  },
  {
    name: 'parked-blocks',
    sentence: 'while one change is refused, none behind it is offered',
    rule: 'D2',
    deskStore: (store, desk) =>
      over(store, {
        unsent: limit => ([...desk.store.disk.log.values()].some(({ place }) => place.state === 'refused') ? [] : store.unsent(limit))
      })
  },
  {
    name: 'parked-dropped',
    sentence: 'a refused change is put away and nobody is told',
    rule: 'D3',
    deskStore: store =>
      over(store, { setPlace: (id, place) => store.setPlace(id, place.state === 'refused' ? { state: 'replaced' } : place) })
  },
  {
    name: 'fork-not-rewritten',
    sentence: 'after a fork a new epoch begins, and what was written under taken names stays under them',
    rule: 'D4',
    deskStore: store => over(store, { beginEpoch: () => store.beginEpoch(undefined) })
  },
  {
    name: 'fork-dropped',
    sentence: 'after a fork the own changes behind it are thrown away',
    rule: 'D4',
    deskStore: (store, desk) =>
      over(store, {
        beginEpoch(fork) {
          store.beginEpoch(fork)
          const { disk } = modelDesk(desk)
          if (fork) for (const [id, { change }] of disk.log) if (change.epoch === disk.epoch) dropFrom(disk, id)
        }
      })
  },
  {
    name: 'refold-skipped',
    sentence: 'what was passed by an earlier change is not folded again',
    rule: 'L4',
    deskStore: store => over(store, { refold: () => undefined })
  },
  {
    name: 'arrival-order',
    sentence: 'changes are folded as they arrive',
    rule: 'L4',
    deskStore: store => over(store, { isOvertaking: () => false })
  },
  {
    name: 'feed-not-forgotten',
    sentence: 'a new feed epoch leaves the old numbers standing',
    rule: 'D6',
    deskStore: store => over(store, { forgetFeed: () => undefined })
  },
  {
    name: 'cursor-survives',
    sentence: 'a new feed epoch does not put the cursor back',
    rule: 'D6',
    deskStore: store =>
      over(store, {
        setProgress({ cursor, cursorHash, ...rest }) {
          store.setProgress(cursor === 0 || cursor === undefined ? rest : { ...rest, cursor, cursorHash: cursorHash ?? null })
        }
      })
  },
  {
    name: 'unsigned-taken',
    sentence: 'a frame out of the feed is taken without a look at its signature',
    rule: 'W2',
    deskPorts: ports => ({ ...ports, open: frame => openUnchecked(frame) })
  },
  {
    name: 'later-ops-dropped',
    sentence: 'a change with an op this version does not know is thrown away',
    rule: 'V4',
    deskStore: store =>
      over(store, {
        keep: (frame, changes) =>
          store.keep(
            frame,
            changes.filter(({ change }) => change.change.ops.every(op => knownOp(op)))
          )
      })
  },
  {
    name: 'desk-lost-tail',
    sentence: 'the desk says saved before its disk has it',
    rule: 'D1',
    act(act, desk) {
      beforeLastAct.set(desk, copyDisk(modelDesk(desk).disk))
      return act
    },
    deskStops(desk) {
      const before = beforeLastAct.get(desk)
      beforeLastAct.delete(desk)
      const store = modelDesk(desk)
      if (!before || before.positions + 1 !== store.disk.positions) return
      store.disk = before
      store.journal.pop()
    }
  }
]

function dropFrom(disk: Disk, id: string): void {
  disk.log.delete(id)
  disk.unsent.delete(id)
  for (const [key, names] of disk.touching)
    disk.touching.set(
      key,
      names.filter(name => name !== id)
    )
}
