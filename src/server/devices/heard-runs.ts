/** So many runs of a desk are remembered: a PC that was copied is noticed within as many starts of either one. */
const REMEMBERED = 32

/**
 * Which runs of its program a device was heard from, the newest last, and whether it must be two computers under one name: a run that has
 * ended never comes back, so one that is heard again behind another is still going on beside it. F14.
 */
export function hearRun(heard: readonly string[], run: string): { heard: string[]; isTwoPcs: boolean } {
  const at = heard.indexOf(run)
  const isTwoPcs = at >= 0 && at < heard.length - 1
  return { heard: [...heard.filter(known => known !== run), run].slice(-REMEMBERED), isTwoPcs }
}
