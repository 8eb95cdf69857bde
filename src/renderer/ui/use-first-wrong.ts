import { type RefObject, useEffect, useRef } from 'react'

/** A form whose first wrong field comes into sight, with the focus, after each try to save it that was refused there, or what stood against it as a whole; `tries` counts them. */
export function useFirstWrong<Form extends HTMLElement = HTMLFormElement>(tries: number): RefObject<Form | null> {
  const form = useRef<Form>(null)
  useEffect(() => {
    if (tries === 0) return
    const wrong = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('[aria-invalid="true"], [data-wrong] input')
    if (!wrong) form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
    wrong?.focus()
    // the focus alone would leave what is asked for out of sight above it
    const asked = wrong?.closest('fieldset') ?? wrong?.labels?.[0]
    asked?.scrollIntoView({ block: 'nearest' })
  }, [tries])
  return form
}
