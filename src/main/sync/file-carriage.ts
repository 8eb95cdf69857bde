import type { Desk } from '../desk'
import { askForFiles, fetchFiles } from './fetch-files'
import type { Line } from './http-line'
import { isOfTheLine } from './line-errors'

/** Brings what the district hands to its desks, behind everything else: a conversation stops it, and after the conversation it goes on. */
export type FileCarriage = {
  /** How often the district has published; another number than the last one means that there is something to ask for. */
  filesAre(count: number): void
  go(line: Pick<Line, 'request'>): Promise<void>
  rest(): Promise<void>
}

export function fileCarriage(desk: Desk, mayGoOn: () => boolean): FileCarriage {
  let known = 0
  let told = 0
  let going: Promise<void> | undefined

  const carry = async (line: Pick<Line, 'request'>): Promise<void> => {
    try {
      if (told !== known) {
        const count = told
        if (await askForFiles(desk, line, desk.files)) known = count
      }
      await fetchFiles(desk, line, desk.files, mayGoOn)
    } catch (error) {
      // the line is the conversations' business; after the next one that went well it goes on where it was
      if (!isOfTheLine(error)) desk.report('district-files', error)
    }
  }

  return {
    filesAre(count) {
      told = count
    },
    go(line) {
      going ??= carry(line).finally(() => {
        going = undefined
      })
      return going
    },
    rest: async () => going
  }
}
