import { RouterProvider } from '@tanstack/react-router'
import { SecondOfficer } from './officers/SecondOfficer'
import { router } from './router'

/** Everything behind the sign-in: a chunk of its own, so that the first screen does not wait for it. */
export function Screens() {
  return (
    <>
      <RouterProvider router={router} />
      <SecondOfficer />
    </>
  )
}
