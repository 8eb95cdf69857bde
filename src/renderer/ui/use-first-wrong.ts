import { type RefObject, useEffect, useRef } from 'react'

/** A form whose first wrong field comes into sight, with the focus, after each try to save it that was refused there; `tries` counts them. */
export function useFirstWrong<Form extends HTMLElement = HTMLFormElement>(tries: number): RefObject<Form | null> {
  const form = useRef<Form>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input')?.focus()
  }, [tries])
  return form
}
