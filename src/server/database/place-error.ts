/** Why a place is not opened or a command not done; its text is for whoever runs the server. */
export class PlaceError extends Error {}
