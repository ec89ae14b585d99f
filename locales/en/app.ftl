# The desktop window. Names stand in the nominative: sentences are built around them.
# $name is a person's or organisation's name, $count a number, $when a written time, $level an access level.

## Frame

navigation = Main
organisation = Organisation
all-organisations = All organisations
no-organisation = No organisation
organisation-waiting = { $name } ({ $count })
language = Language
sign-out-of = Sign out: { $name }
close = Close
cancel = Cancel
dismiss = Hide this message
loading = Loading…
try-again = Try again
discard = Discard
undo = Undo
undone = Taken back. Nothing was sent.
no-name = Name not given
people = People
invitations = Invitations
levels = Access levels
history = Audit log
settings = Settings
panel-width = Width of the panel
layers = Menus
search = Search
invite-people = Invite people
choose-organisation = Choose an organisation
choose-organisation-text = This screen shows one organisation at a time.
everything-sent = Everything is sent.
offline-old = What you see is as of { $when }.
keys-go-to = Go to { $name }
saved-views = Saved views
organisation-menu = Organisation: { $name }
organisation-waits = { $count ->
    [one] { $number } waits
   *[other] { $number } wait
}
invitations-failed = { $count ->
    [one] { $count } failed
   *[other] { $count } failed
}

## Signing in and out

sign-in-heading = Sign in to Doorward
sign-in-lead = With the account you have at your organisation’s server.
sign-in = Sign in
signing-in = Signing in…
server-address = Server address
server-address-hint = For example https://doorward.example.com
email = E-mail
password = Password
field-missing = Fill this in.
sign-in-again = Sign in again to continue
sign-in-again-clean = Your sign-in has ended. Nothing is lost.
sign-in-again-unsent = { $count ->
    [one] { $count } change is kept on this computer and will be sent after you sign in.
   *[other] { $count } changes are kept on this computer and will be sent after you sign in.
}
sign-out = Sign out
sign-out-clean = What is kept of your organisations on this computer will be removed.
sign-out-unsent = { $count ->
    [one] { $count } change has not been sent yet. Keep it on this computer, to be sent when you sign in again, or discard it.
   *[other] { $count } changes have not been sent yet. Keep them on this computer, to be sent when you sign in again, or discard them.
}
sign-out-keep = { $count ->
    [one] Keep the change, sign out
   *[other] Keep { $count } changes, sign out
}
sign-out-discard = { $count ->
    [one] Discard the change
   *[other] Discard { $count } changes
}

## How we stand with the server

sync-idle = Synced
sync-idle-since = Synced { $when }
sync-working = Updating…
sync-sending = { $count ->
    [one] Sending { $count } change…
   *[other] Sending { $count } changes…
}
sync-offline = Offline
sync-offline-since = Offline, last synced { $when }
sync-signed-out = Sign in again
sync-update-needed = Update needed
banner = State of this computer
offline = You are offline.
offline-unsent = { $count ->
    [one] { $count } change is saved on this computer and will be sent when the connection returns.
   *[other] { $count } changes are saved on this computer and will be sent when the connection returns.
}
needs-you = { $count ->
    [one] { $count } change needs you
   *[other] { $count } changes need you
}
needs-you-text = The server did not accept what was asked.
review-changes = Review changes
update-needed = Doorward is too old for this server.
update-needed-text = What is saved on this computer stays here. Update Doorward to send it.
sync-sending-of = Sending { $done } of { $count }…

## Requests

requests = Requests
requests-count = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
as-of = As of { $when }
no-requests = Nobody is waiting.
no-requests-text = New requests to join appear here by themselves.
next-request = { $count ->
    [one] Next: { $name }, { $count } left.
   *[other] Next: { $name }, { $count } left.
}
waits-just-now = Just now
asked-to-join = Asked to join
position = Position
no-position = No position given
note = Note
quoted = “{ $text }”
answer = Answer
came-by = Came by
came-by-form = Request form, { $when }
came-by-link = A link, { $when }
access-question = What will { $name } be able to do?
access-proposed = The level proposed for requests. You can change it later.
access-barred = Some levels cannot be given here. { $why }
access-more = { $count ->
    [one] Show { $count } more
   *[other] Show { $count } more
}
included = included
not-included = Not included in this level
level-of-its-own = Own access level
approve = Approve
approved = Approved { $name } as { $level }.
decline = Decline
declined = Declined the request of { $name }.
decline-name = Decline { $name }
decline-why = Why?
decline-message = They will read this. You can change it.
decline-needs-reason = Write why: they will read it.
reason-not-ours = Not our employee
reason-not-ours-text = We do not know you as one of our employees.
reason-duplicate = Duplicate
reason-duplicate-text = There is another request or membership of yours.
reason-more = Need more information
reason-more-text = Send a new request and tell us more about yourself: what you do here and who knows you.
reason-other = Other
to-be-checked = The server will check this.
undo-hint = Undo works for 10 seconds.

## Offline changes

outbox = Offline changes
outbox-saved = { $count ->
    [one] { $count } not sent yet
   *[other] { $count } not sent yet
}
outbox-empty = Everything is sent.
outbox-empty-text = What you decide without a network is kept here, safely, until it reaches the server.
outbox-needs-you = Needs you
outbox-waiting = Waiting to be sent
outbox-sent = Sent
send-now = Send now
send-now-offline = You are offline.
kept-in-memory = There is no keychain on this computer, so nothing is written to disk. What is not sent is lost when you close Doorward.
closing = Close Doorward?
closing-unsent = { $count ->
    [one] { $count } change has not been sent. There is no keychain on this computer, so nothing is written to disk, and it is lost when you close Doorward.
   *[other] { $count } changes have not been sent. There is no keychain on this computer, so nothing is written to disk, and they are lost when you close Doorward.
}
closing-stay = Keep open
closing-anyway = Close anyway
made-at = Made { $when }
entry-held = { $seconds ->
    [one] Sent in { $seconds } second
   *[other] Sent in { $seconds } seconds
}
entry-waiting = Waiting
entry-sending = Sending
entry-applied = Sent
entry-no-change = No change
entry-refused = Refused
entry-stuck = Stuck
stuck-text = The server could not take this several times. Try again, or discard it.
doubt = The server will probably refuse this. { $why }
already = { $name } had already done this, { $when }.
already-so = This was so already.
author-system = Doorward
author-operator = The operator of the server
command-approve-request = Approve { $name } as { $level }
command-approve-request-plain = Approve { $name }
command-decline-request = Decline { $name }
command-other = Change: { $name }

## What went wrong on this computer

failure-offline = The server cannot be reached. Check the address and the connection.
failure-wrong-address = This is no address of a Doorward server. It begins with https://
failure-not-saved = This could not be saved on this computer. Is the disk full?
failure-keychain-locked = The keychain of this computer is locked. Unlock it and try again.
failure-in-use = Doorward is open already.
failure-already-sent = This has been sent already and cannot be taken back.
failure-no-change = This is so already.
failure-unknown = Something went wrong. Nothing was lost. Try again.

## Keyboard

keys = Keyboard
keys-hint = J and K move, A approves, R declines, 1 to 5 choose the level.
keys-move = Next and previous request
keys-everywhere = Everywhere
keys-go = Go to
keys-lists = In lists
keys-requests = In requests
keys-offline = At a conflict
keys-actions = Actions for what is selected
keys-filter = Filter this list
keys-undo = Undo the last action
keys-region = Next part of the window
keys-region-back = Previous part of the window
keys-back = Back
keys-forward = Forward
keys-organisation = Organisation 1 to 9
keys-next = Next
keys-previous = Previous
keys-extend = Extend the selection
keys-page = Page up, page down
keys-end = First, last
keys-tick = Tick
keys-tick-all = Tick all that match
keys-open = Open the panel
keys-step-back = One step back: ticks, panel, filter
keys-approve-alike = Approve, and the next at the same level
keys-level = Choose the access level
keys-snooze = Snooze
keys-keep-theirs = Keep theirs
keys-use-mine = Use mine
keys-per-line = Choose per line
keys-or = or
keys-then = then
keys-off = Single keys are switched off in the settings.
key-space = Space

## Notifications

notify-request = { $name } asks to join { $organisation }
notify-requests = { $count ->
    [one] { $count } new request
   *[other] { $count } new requests
}

## Palette

palette = Search and commands
palette-hint = What are you looking for?
palette-go = Go to
palette-people = People
palette-commands = Commands
palette-recent = Recent actions
palette-nothing = Nothing matches “{ $text }”.
palette-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
use-theme-light = Light theme
use-theme-dark = Dark theme
use-theme-system = Theme of the system
undo-of = Undo: { $text }
reverse-decline-request = Reopen the request: { $name }
reverse-suspend-member = Resume: { $name }
reverse-resume-member = Pause: { $name }
reverse-approve-request = End the membership: { $name }

## Lists

find-clear = Clear the search
filter-clear = Clear the filter: { $name }
filters = Filters
ticks-clear = Clear the ticks
ticked = { $count ->
    [one] { $count } ticked
   *[other] { $count } ticked
}
tick-all = { $count ->
    [one] Select { $count }
   *[other] Select all { $count }
}
ticking = { $count ->
    [one] Selected { $count } so far…
   *[other] Selected { $count } so far…
}
nobody-matches = Nobody matches.
nobody-matches-search = Nobody matches “{ $text }”.
filter-all-clear = Clear filter
changed-just-now = Changed by { $name } just now.
changed-by = Changed by { $name }, { $when }.
changed-meanwhile = This changed meanwhile.
show-change = Show
look-first = Look at the change first.
