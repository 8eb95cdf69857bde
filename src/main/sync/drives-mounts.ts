/** Where desktops of Linux mount what is plugged in, and administrators by hand. */
const ROOTS = ['/media/', '/run/media/', '/mnt/']
/** File systems that are no drive: where a desktop or the system keeps its own. */
const NO_DRIVES = ['autofs', 'overlay', 'proc', 'sysfs', 'tmpfs', 'devtmpfs', '9p', 'virtiofs', 'squashfs', 'iso9660', 'udf']

/** The mount points of sticks in the text of `/proc/self/mountinfo`; of one that is mounted over another, only the path. */
export function mountsIn(mountinfo: string): string[] {
  const found = mountinfo.split('\n').flatMap(line => {
    const [fields = '', source = ''] = line.split(' - ')
    const path = unescaped(fields.split(' ')[4] ?? '')
    const isOurs = ROOTS.some(root => path.startsWith(root)) && !NO_DRIVES.includes(source.split(' ')[0] ?? '')
    return isOurs ? [path] : []
  })
  return [...new Set(found)].sort()
}

/** The kernel writes spaces and their like as three octal digits. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
