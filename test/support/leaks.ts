// Looking for typed words in the bytes of files.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The ways a text could lie in a file. */
export function forms(text: string): Buffer[] {
  const utf8 = Buffer.from(text)
  const inBase64 = [0, 1, 2].map(shift =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4)
  )
  // four letters stand somewhere in any file of some length
  const telling = inBase64.filter(part => part.length >= 8)
  return [
    utf8,
    Buffer.from(text.toLowerCase()),
    Buffer.from(text.toUpperCase()),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(utf8.toString('hex')),
    ...telling.map(part => Buffer.from(part))
  ]
}

/** Where below a folder one of these texts, or a word of them, can be read. */
export function leaks(folder: string, texts: readonly string[]): string[] {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter(name => statSync(join(folder, name)).isFile())
  const needles = texts
    .flatMap(text => [text, ...text.split(' ').filter(word => word.length > 7)])
    .flatMap(text => forms(text).map(bytes => ({ text, bytes })))
  return names.flatMap(name => {
    const bytes = readFileSync(join(folder, name))
    return needles.filter(needle => bytes.includes(needle.bytes)).map(({ text }) => `${name}: ${text}`)
  })
}
