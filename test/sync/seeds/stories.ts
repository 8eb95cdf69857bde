import type { Action } from '../sim/actions'

/** Stories of three desks in which something once went wrong, by what is right now. */
export const stories: Readonly<Record<string, readonly Action[]>> = {
  'a copied desk may speak': [{ k: 'clone', d: 0, a: 0, b: 0 }],
  'letters that copies of one desk number alike are settled like any other': [
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'clone', d: 1, a: 0, b: 0 },
    { k: 'letter', d: 1, a: 0, b: 0 },
    { k: 'letter', d: 4, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 320 },
    { k: 'clone', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 4, a: 0, b: 0 },
    { k: 'together', d: 0, a: 982, b: 0 },
    { k: 'talk', d: 10, a: 0, b: 246 },
    { k: 'mend', d: 10, a: 0, b: 0 }
  ],
  'what was replaced while it waited is not judged any more': [
    { k: 'remove', d: 0, a: 0, b: 0 },
    { k: 'editIdentity', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 783 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'poison', d: 0, a: 1, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'restore', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 2 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'mend', d: 0, a: 0, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 }
  ],
  'what others hold is given back until it is taken': [
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 346 },
    { k: 'revoke', d: 0, a: 0, b: 0 },
    { k: 'together', d: 1, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'what was replaced leaves the fold of every copy': [
    { k: 'register', d: 0, a: 0, b: 0 },
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'poison', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 316, b: 0 },
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'withdraw', d: 0, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'a parked change is known by its hash': [
    { k: 'trespass', d: 2, a: 0, b: 0 },
    { k: 'clone', d: 2, a: 0, b: 0 },
    { k: 'trespass', d: 2, a: 0, b: 0 }
  ],
  'an answer that comes after the feed changes nothing': [
    { k: 'register', d: 0, a: 0, b: 0 },
    { k: 'backUp', d: 2, a: 0, b: 0 },
    { k: 'together', d: 2, a: 1, b: 0 },
    { k: 'openCase', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 664 },
    { k: 'rollBackSilently', d: 2, a: 0, b: 0 }
  ],
  'a foreign fork gives way and what it passed is folded again': [
    { k: 'editIdentity', d: 2, a: 0, b: 2 },
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'openCase', d: 3, a: 0, b: 0 },
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 3, a: 0, b: 779 },
    { k: 'together', d: 2, a: 0, b: 0 },
    { k: 'editIdentity', d: 0, a: 0, b: 2 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 }
  ],
  'two pasts part at the oldest change without an answer': [
    { k: 'clone', d: 1, a: 0, b: 0 },
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'close', d: 11, a: 0, b: 0 },
    { k: 'clone', d: 11, a: 0, b: 0 },
    { k: 'together', d: 0, a: 821, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'openCase', d: 1, a: 0, b: 0 },
    { k: 'trespass', d: 4, a: 0, b: 0 }
  ],
  'power goes between the fork and its line in the journal': [
    { k: 'clone', d: 2, a: 0, b: 0 },
    { k: 'moveCase', d: 2, a: 0, b: 0 },
    { k: 'check', d: 3, a: 0, b: 0 },
    { k: 'together', d: 7, a: 356, b: 2 },
    { k: 'talk', d: 2, a: 105, b: 993 }
  ],
  'two restores of one backup do not choose one epoch': [
    { k: 'backUp', d: 1, a: 0, b: 0 },
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'restore', d: 1, a: 0, b: 0 },
    { k: 'editLow', d: 1, a: 0, b: 0 },
    { k: 'together', d: 0, a: 2, b: 0 },
    { k: 'restore', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 0 },
    { k: 'merge', d: 1, a: 1, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'the journal knows an epoch that the disk forgot': [
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'backUp', d: 2, a: 0, b: 0 },
    { k: 'close', d: 1, a: 0, b: 0 },
    { k: 'together', d: 1, a: 0, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 1, b: 1 },
    { k: 'close', d: 2, a: 0, b: 0 },
    { k: 'together', d: 2, a: 2, b: 0 },
    { k: 'restore', d: 2, a: 0, b: 0 },
    { k: 'rollBack', d: 2, a: 0, b: 0 },
    { k: 'editLow', d: 2, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'a refused change that only its maker has is missed': [
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'trespass', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 687 },
    { k: 'together', d: 2, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'together', d: 1, a: 212, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'together', d: 1, a: 948, b: 0 }
  ],
  'the same change at the same number is not the same feed': [
    { k: 'moveCase', d: 1, a: 0, b: 0 },
    { k: 'editLow', d: 0, a: 0, b: 0 },
    { k: 'editIdentity', d: 0, a: 0, b: 0 },
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 621 },
    { k: 'close', d: 2, a: 0, b: 0 },
    { k: 'editLow', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 },
    { k: 'close', d: 0, a: 0, b: 0 },
    { k: 'together', d: 2, a: 1, b: 471 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'the journal brings back what was written anew': [
    { k: 'clone', d: 1, a: 0, b: 0 },
    { k: 'finishVisit', d: 3, a: 0, b: 0 },
    { k: 'letter', d: 1, a: 0, b: 0 },
    { k: 'voidLetter', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 11, a: 0, b: 428 },
    { k: 'backUp', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 771 },
    { k: 'rollBack', d: 1, a: 0, b: 0 }
  ],
  'a restored desk holds its numbers though its disk forgets why': [
    { k: 'backUp', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'restore', d: 0, a: 0, b: 0 },
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'rollBack', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 }
  ],
  'a gap ends where the feed has been taken': [
    { k: 'backUpServer', d: 0, a: 0, b: 0 },
    { k: 'trespass', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 430 },
    { k: 'moveCase', d: 2, a: 0, b: 0 },
    { k: 'together', d: 0, a: 573, b: 0 },
    { k: 'editLow', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 245 },
    { k: 'moveCase', d: 2, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 2 }
  ],
  'what is taken back needs nothing that was lost': [
    { k: 'addProgramme', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 727 },
    { k: 'letter', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 1, a: 0, b: 0 },
    { k: 'together', d: 0, a: 2, b: 0 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'a lost own change that others give back does not stop the feed': [
    { k: 'clone', d: 1, a: 0, b: 0 },
    { k: 'letter', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 779 },
    { k: 'rollBackSilently', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 0 },
    { k: 'close', d: 3, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'a number that only a put-back server could have told is given again where people see it': [
    { k: 'letter', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 572 },
    { k: 'restore', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 523, b: 682 },
    { k: 'together', d: 1, a: 796, b: 1 },
    { k: 'letter', d: 1, a: 0, b: 0 }
  ],
  'a chain that two copies wrote is not taken on trust': [
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'remove', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 879 },
    { k: 'remove', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 990 },
    { k: 'talk', d: 2, a: 0, b: 2 },
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 228, b: 0 },
    { k: 'talk', d: 2, a: 1, b: 1 },
    { k: 'editIdentity', d: 0, a: 0, b: 0 },
    { k: 'together', d: 1, a: 294, b: 0 }
  ],
  'a parked change that was put off is taken in the end': [
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'poison', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 214 },
    { k: 'rollBackSilently', d: 1, a: 0, b: 0 }
  ],
  'a parked change takes the place of one that only came back from others': [
    { k: 'clone', d: 2, a: 0, b: 0 },
    { k: 'clone', d: 2, a: 0, b: 0 },
    { k: 'letter', d: 8, a: 0, b: 0 },
    { k: 'talk', d: 3, a: 949, b: 0 },
    { k: 'poison', d: 4, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'a change that is only here is not the one of its name that was replaced': [
    { k: 'poison', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 591 },
    { k: 'restore', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 2 },
    { k: 'withdraw', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'editIdentity', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 }
  ],
  'what hangs on a lost change gives its own place': [
    { k: 'poison', d: 2, a: 0, b: 1 },
    { k: 'talk', d: 2, a: 0, b: 966 },
    { k: 'letter', d: 2, a: 0, b: 0 },
    { k: 'mend', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 176, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'restore', d: 2, a: 0, b: 0 }
  ],
  'what others give back stands for itself': [
    { k: 'appoint', d: 0, a: 0, b: 0 },
    { k: 'close', d: 1, a: 0, b: 0 },
    { k: 'trespass', d: 0, a: 0, b: 0 },
    { k: 'editLow', d: 2, a: 0, b: 0 },
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 701, b: 0 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'moveCase', d: 0, a: 0, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'editLow', d: 0, a: 0, b: 0 },
    { k: 'together', d: 2, a: 179, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 2 },
    { k: 'together', d: 0, a: 375, b: 276 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 }
  ],
  'an answer is about what was sent, not about its name': [
    { k: 'editIdentity', d: 0, a: 0, b: 0 },
    { k: 'editIdentity', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 911 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 2, b: 0 },
    { k: 'register', d: 0, a: 0, b: 0 },
    { k: 'together', d: 2, a: 803, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'an answer to a clash makes nobody part of himself': [
    { k: 'register', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 821 },
    { k: 'rollBackSilently', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'merge', d: 1, a: 0, b: 1 },
    { k: 'merge', d: 1, a: 0, b: 1 },
    { k: 'editLow', d: 2, a: 1, b: 0 },
    { k: 'together', d: 0, a: 357, b: 0 },
    { k: 'together', d: 0, a: 381, b: 0 },
    { k: 'merge', d: 2, a: 1, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 647 },
    { k: 'together', d: 0, a: 743, b: 0 },
    { k: 'together', d: 0, a: 2, b: 0 },
    { k: 'resolve', d: 0, a: 0, b: 1 }
  ],
  'a copy writes anew what it was given back and nobody else may keep': [
    { k: 'editLow', d: 1, a: 0, b: 0 },
    { k: 'moveCase', d: 1, a: 0, b: 0 },
    { k: 'moveCase', d: 1, a: 0, b: 0 },
    { k: 'clone', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 693, b: 0 },
    { k: 'letter', d: 1, a: 0, b: 0 },
    { k: 'together', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 11, a: 0, b: 514 },
    { k: 'talk', d: 11, a: 469, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'rollBackSilently', d: 1, a: 0, b: 0 },
    { k: 'editLow', d: 1, a: 0, b: 0 },
    { k: 'finishVisit', d: 1, a: 0, b: 0 },
    { k: 'letter', d: 1, a: 0, b: 0 }
  ],
  'what was put in the place of a lost change may be here before it': [
    { k: 'poison', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 471, b: 0 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'mend', d: 0, a: 0, b: 0 },
    { k: 'rollBack', d: 0, a: 0, b: 0 }
  ],
  'what a new epoch hangs on is offered again': [
    { k: 'poison', d: 2, a: 0, b: 0 },
    { k: 'together', d: 2, a: 0, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'backUp', d: 2, a: 0, b: 0 },
    { k: 'restore', d: 2, a: 0, b: 0 }
  ],
  'what others made is given back until the feed has brought it': [
    { k: 'addProgramme', d: 2, a: 0, b: 0 },
    { k: 'together', d: 1, a: 28, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'register', d: 1, a: 0, b: 0 },
    { k: 'poison', d: 2, a: 0, b: 0 },
    { k: 'close', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 897 },
    { k: 'talk', d: 2, a: 81, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 202 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 2 },
    { k: 'talk', d: 2, a: 907, b: 847 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'restore', d: 1, a: 0, b: 0 }
  ],
  'a refused change whose name another copy has taken is offered again': [
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'poison', d: 4, a: 0, b: 0 },
    { k: 'talk', d: 4, a: 0, b: 526 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'poison', d: 0, a: 0, b: 0 }
  ],
  'what was refused, lost, given back and lost by the server is given to it again': [
    { k: 'poison', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 839 },
    { k: 'restore', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'what a desk gives back and does not hold is brought to it at once': [
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'close', d: 2, a: 0, b: 0 },
    { k: 'poison', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 292, b: 0 },
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'rollBackSilently', d: 2, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'restore', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 2, a: 0, b: 0 },
    { k: 'together', d: 1, a: 918, b: 0 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 }
  ],
  'what hangs on a change that its desk has lost for good is given back by that desk too': [
    { k: 'trespass', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 542, b: 0 },
    { k: 'editLow', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 1, b: 2 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'rollBackServer', d: 0, a: 0, b: 0 },
    { k: 'rollBackSilently', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 119, b: 0 },
    { k: 'talk', d: 1, a: 612, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 2 },
    { k: 'rollBack', d: 1, a: 0, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 }
  ],
  'a field that was never given is to a desk and to the server as one that says nothing': [
    { k: 'merge', d: 2, a: 0, b: 1 },
    { k: 'unmerge', d: 2, a: 0, b: 0 },
    { k: 'clone', d: 0, a: 0, b: 0 },
    { k: 'merge', d: 0, a: 1, b: 0 }
  ],
  'what was taken in while its replacement was refused is not mended once more when the feed turns that round': [
    { k: 'note', d: 0, a: 0, b: 0 },
    { k: 'moveCase', d: 1, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 234, b: 0 },
    { k: 'appoint', d: 2, a: 1, b: 595 },
    { k: 'appoint', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 270, b: 1 },
    { k: 'addProgramme', d: 0, a: 0, b: 0 },
    { k: 'letter', d: 0, a: 0, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 },
    { k: 'mend', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 1, a: 0, b: 2 },
    { k: 'together', d: 0, a: 2, b: 0 },
    { k: 'restoreServer', d: 0, a: 0, b: 0 }
  ],
  'copies that are turned away in turn are told of what was replaced': [
    { k: 'poison', d: 2, a: 0, b: 0 },
    { k: 'clone', d: 2, a: 0, b: 0 },
    { k: 'editIdentity', d: 7, a: 0, b: 0 },
    { k: 'clone', d: 11, a: 0, b: 0 }
  ],
  'a disk that fell behind what came from others brings back what was written about it': [
    { k: 'register', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 0, b: 0 },
    { k: 'together', d: 0, a: 2, b: 0 },
    { k: 'merge', d: 1, a: 0, b: 2 },
    { k: 'rollBack', d: 1, a: 0, b: 0 }
  ],
  'what was taken back stays taken back when the journal brings both back': [
    { k: 'poison', d: 0, a: 0, b: 0 },
    { k: 'talk', d: 0, a: 0, b: 545 },
    { k: 'withdraw', d: 0, a: 0, b: 0 },
    { k: 'rollBack', d: 0, a: 0, b: 0 }
  ]
}
