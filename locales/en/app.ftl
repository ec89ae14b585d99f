# The desktop window. Names stand in the nominative: sentences are built around them.
# $name is a person's or organisation's name, $count a number, $when a written time, $level an access level.

## Frame

navigation = Main
organisation = Organisation
all-organisations = All organisations
no-organisation = No organisation
no-organisation-text = Ask who invited you, or open an invitation link.
language = Language
sign-out-of = Sign out: { $name }
close = Close
with-keys = { $text } ({ $keys })
cancel = Cancel
dismiss = Hide this message
loading = Loading…
try-again = Try again
discard = Discard
undo = Undo
undone = Taken back. Nothing was sent.
people = People
invitations = Invitations
levels = Access levels
history = Audit log
settings = Settings
panel-width = Width of the panel
layers = Menus
search = Search
choose-organisation = Choose an organisation
choose-organisation-text = This screen shows one organisation at a time.
everything-sent = Everything is sent.
offline-old = What you see is as of { $when }.
keys-go-to = Go to { $name }
saved-views = Saved views
organisation-offered = Ownership offered to you
organisation-asked = Asked to manage it
organisation-waits = { $count ->
    [one] { $number } waits
   *[other] { $number } wait
}
invitations-failed = { $count ->
    [one] { $count } failed
   *[other] { $count } failed
}
failed-safe = Everything kept on this computer and everything you decided is safe.
details-copy = Copy details
details-copied = The details are on the clipboard.

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
sync-offline = Offline
sync-offline-since = Offline · { $when }
sync-signed-out = Sign in again
sync-update-needed = Update needed
banner = State of this computer
offline = You are offline.
offline-unsent = { $count ->
    [one] { $count } change is saved on this computer and will be sent when the connection returns.
   *[other] { $count } changes are saved on this computer and will be sent when the connection returns.
}
offline-unsaved = { $count ->
    [one] { $count } change waits for the connection. It is lost when you close Doorward.
   *[other] { $count } changes wait for the connection. They are lost when you close Doorward.
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
needs-you-now = { $count ->
    [one] { $count } change needs you.
   *[other] { $count } changes need you.
}
needs-you-conflict = { $name } changed the same person while you were offline.

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
waits-just-now = just now
asked-to-join = Asked to join
position = Position
no-position = No position given
position-change = Change the position
position-set = Changed the position of { $name }.
note = Note
quoted = “{ $text }”
answer = Answer
came-by = Came from
came-by-form = Request form, { $when }
came-by-link = A link, { $when }
access-question = What will { $name } be able to do?
access-barred = Some levels cannot be given here.
access-proposed-lowest = The lowest level that fits. You can change it later.
access-proposed-settings = The settings propose this level for requests. You can change it later.
access-proposed-nearest = The level that the settings propose for requests, or the nearest that you may give. You can change it later.
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
decline-message-in = They will read this, in their language: { $language }.
decline-message-each = Each of them reads this in their own language. You can change it; then all read what you wrote.
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
waits-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

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
outbox-sent = Sent today
outbox-batch-waiting = { $count ->
    [one] { $number } invitation waits to be sent
   *[other] { $number } invitations wait to be sent
}
outbox-batch-refused = { $count ->
    [one] { $number } row was refused
   *[other] { $number } rows were refused
}
outbox-batch-sent = { $count ->
    [one] { $number } invitation reached the server
   *[other] { $number } invitations reached the server
}
outbox-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
send-now = Send now
send-now-offline = You are offline.
kept-in-memory = You work without a keychain and without a passphrase, so nothing is written to this computer. What is not sent is lost when you close Doorward.
closing = Close Doorward?
closing-unsent = { $count ->
    [one] { $count } change has not been sent. Nothing is written to this computer, and it is lost when you close Doorward.
   *[other] { $count } changes have not been sent. Nothing is written to this computer, and they are lost when you close Doorward.
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
author-from = { $name } ({ $organisation })
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
failure-not-a-table = This is not a table: CSV text or an Excel file (.xlsx) is needed.
failure-table-too-large = The file is too large. Up to 2 MB can be read; split it into parts.
failure-too-many-rows = The table has more than 5,000 people. Split it into parts.
failure-empty-table = Nobody stands in this table.
failure-no-change = This is so already.
failure-untrusted = The server at this address cannot show who it is. Check the address, or ask whoever runs the server.
failure-not-doorward = Something answers at this address, but it is no Doorward server.
failure-not-a-link = This is no invitation link. Copy it whole, as it stands in the letter or message.
failure-no-browser = The browser does not open. Copy the link into it yourself.
failure-not-here = The server on this computer does not start. Nothing was lost. Try again, or restart Doorward.
failure-wrong-passphrase = This is not the passphrase. What it protects is untouched.
failure-short-passphrase = Too short to protect anything: 15 characters or more, a few words for instance.
failure-locked = The server was not heard for so long that what is kept here is locked. It opens as soon as the server answers.
failure-unsent = Something still waits to be sent. Send or discard it first.
failure-unknown = This did not work. Try again.
failure-not-copied = The clipboard took nothing. Try again.

## Keyboard

keys = Keyboard
keys-hint = J and K move, A approves, R declines, 1 to 5 choose the level.
keys-everywhere = Everywhere
keys-go = Go to
keys-lists = In lists
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
keys-keep-theirs = Keep theirs
keys-use-mine = Use mine
keys-per-line = Choose per line
keys-or = or
keys-then = then
keys-off = Single keys are switched off in the settings.
key-space = Space
keys-change-level = Change the access level
keys-pause = Pause or resume
keys-zoom = Larger, smaller, as designed

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
reverse-reopen-request = Reopen the request: { $name }
reverse-suspend-member = Pause: { $name }
reverse-resume-member = Resume: { $name }
reverse-change-grant = Give the access from before: { $name }
reverse-end-membership = End the membership: { $name }
reverse-expire-membership = Set to expired: { $name }
reverse-renew-membership = Renew with the access from before: { $name }

## Lists

find-clear = Clear the search
filter-clear = Clear the filter: { $name }
filters = Filters
ticks-clear = Clear the ticks
ticked = { $count ->
    [one] { $count } ticked
   *[other] { $count } ticked
}
one-ticked = Ticked: { $ticked }. These buttons are about the request that is open: { $name }.
tick-all = { $count ->
    [one] Select { $count }
   *[other] Select all { $count }
}
tick-all-first = { $count ->
    [one] Select the first
   *[other] Select the first { $count }
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

## Settings

settings-general = General
settings-at-login = Start with the computer
settings-at-login-text = When you sign in to this computer Doorward starts in the tray, without a window.
settings-keeps-running = Keep running in the tray
settings-keeps-running-text = Closing the window does not end Doorward. Where there is no tray, it does.
settings-look = Appearance
theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
density = Rows
density-normal = Normal
density-comfortable = Comfortable
single-keys = Single-key shortcuts
single-keys-text = Letters such as A and J act while no text is typed.
single-keys-off-text = Only keys with Ctrl act: { $approve } approves, { $decline } declines.
settings-shortcuts = All keyboard shortcuts
settings-show = Show
accounts = Accounts
account-add = Add an account…
account-add-heading = Add an account
account-add-text = Work of all accounts stands in one list. Each keeps its own files on this computer, and signs out by itself.
account-in-program = on this computer
account-front = in front
account-switch = Switch to it
account-next = Next account
account-out-text = Signed out. What is not sent waits until you sign in again.
account-out = signed out
account-out-of = { $name } is signed out.
account-go-on = Go on as { $name }
account-unsent = { $count ->
    [one] { $count } change is not sent yet.
   *[other] { $count } changes are not sent yet.
}
settings-kept = Sync and storage
settings-account = Account
settings-server = Server
settings-synced = Last synced
settings-never = Not yet
settings-where = Local copy
settings-encrypted = Kept on this computer, encrypted.
settings-in-memory = In memory only. It is gone when Doorward is closed.
own-account = Your account
own-account-text = Name, password, devices and deleting the account are on a page of the server.
own-account-button = Open in the browser
clear-copy = Clear the local copy
clear-copy-text = Signs out and removes what is kept of your organisations on this computer.
clear-copy-button = Clear and sign out…
settings-about = About
diagnostics-copy = Copy diagnostics
diagnostics-text = Version, states and numbers. No names, no addresses, no secrets.
diagnostics-copied = Diagnostics are on the clipboard.

## First run

back = Back
welcome-heading = Welcome to Doorward
welcome-lead = Decide who gets in: requests, invitations and access, with or without a network.
welcome-connect = Connect to a server
welcome-connect-text = Your organisation already uses Doorward. You need the address of its server.
welcome-link = Open an invitation link
welcome-link-text = Somebody sent you a link to join an organisation.
welcome-try = Try it on this computer
welcome-try-text = A small business with demo people. Nothing else to install, nothing leaves this computer.
connect-heading = Connect to a server
connect-lead = Whoever runs Doorward in your organisation knows its address.
connect = Connect
connecting = Looking for the server…
another-server = Another server
link-heading = Open an invitation link
link-lead = The page of the invitation opens in your browser. Nothing is accepted by opening it.
link = Invitation link
link-hint = It looks like https://doorward.example.com/j/…
link-open = Open in the browser
link-opened = The page is open in your browser. When you have joined, come back and sign in.
handed-heading = Open an invitation?
handed-text = Another program asks Doorward to open the link of an invitation. The page opens in your browser at { $server }. Nothing is accepted by opening it.
handed-caution = Open it only if you expected it.
handed-nowhere = Another program handed over the link of an invitation. Such a link does not say which server it belongs to: connect to the server of the organisation first, or open the link from the letter in your browser.
handed-not = Not now
seen-no-more = What this was about is no longer shown to you.
linked-nobody = This link leads to nobody you can see on this computer.
try-heading = Try it on this computer
try-lead = Doorward starts a server of its own here and signs you in as the owner of a small business.
try-people = People, requests and invitations in four languages to try things on
try-here-only = Everything stays on this computer, and no letter is sent
try-again-later = You can connect to a real server at any time
try-begin = Start
try-starting = Making the small business…
passphrase-heading = Protect what is kept here
passphrase-lead = This computer has no keychain. A passphrase protects what Doorward keeps of your organisations.
passphrase = Passphrase
passphrase-again = The same once more
passphrase-hint = A few words that only you know, 15 characters or more.
passphrase-differs = The two are not the same.
passphrase-use = Use this passphrase
passphrase-without = Work without
passphrase-without-text = Without a passphrase nothing is written to this computer. What is not sent when you close Doorward is lost.
sealed-heading = Doorward is locked
sealed-lead = Your passphrase opens what is kept on this computer.
sealed-open = Open
forgotten = I forgot it
forgotten-heading = Begin anew
forgotten-lead = Nobody can open what the forgotten passphrase protects.
forgotten-text = It is put aside. Changes that were not sent stay in it. What the server has comes back when you sign in.
locked-heading = The keychain is locked
locked-lead = What is kept on this computer is safe. Unlock the keychain of this computer and try again.
locked-without-text = You can work without it: what it protects stays untouched, nothing more is written to this computer, and what is not sent when you close Doorward is lost.
locked-other-heading = Doorward cannot open what it keeps


## People

people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-found = { $many } found
people-found-first = The first { $many } of more that match
members-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
people-keys = J and K move, X ticks, Enter opens, E changes the access level.
people-invited = Invited people ({ $count })
people-closed = The people are not shown to you.
people-closed-text = Your access level does not include seeing who is a member.
no-people = Nobody is here yet.
no-others = Nobody else is here yet.
no-people-text = Whoever you invite, or let in, appears here.
begin-mail = Invite by e-mail
begin-mail-text = Paste addresses; each gets a letter of their own.
begin-qr = Make a link or a QR code
begin-qr-text = For the wall, the chat or the front desk.
begin-table = Bring a table
begin-table-text = CSV or Excel. You see first what would come of each row.
find-person = Find a person
column-name = Name
column-contact = Contact
column-level = Access level
column-starts = Starts
column-ends = Ends
person-state = State
last-sign-in = Last sign-in
columns = Columns
columns-usual = Columns as usual
column-wider = Wider: { $name }
column-narrower = Narrower: { $name }
column-least = As narrow as it can be read.
state-starting = Not started
state-member-long = Member
state-starting-long = A member from { $when } on
state-lapsed-long = Ended on { $when }, can be renewed
state-paused-long = Can do nothing until resumed
state-invited-long = Has not answered yet
state-waiting-long = Asked to join, not decided
state-declined-long = It was declined
state-cancelled-long = It was taken back
state-ended-long = The membership has ended
state-expired-long = The membership has expired
room = Room
in-room = With { $name }
room-not-there = a room that is gone
former-member = Former member
unseen-for = { $count ->
    [one] Not signed in for { $count } day
   *[other] Not signed in for { $count } days
}
ticks = Ticks
is-ticked = Ticked
not-sent-yet = Not sent yet
no-level = None
view-save = Save view
view-rename = Rename view
view-of = Saved view: { $name }
view-name-taken = Another view of this list has this name.
view-remove = Remove view
view-name = Name
view-hint = It stands in the sidebar with how many it finds, on this computer only.
view-saved = Saved the view “{ $name }”.
view-removed = Removed the view “{ $name }”.
person-since = Since
person-invited-by = invited by { $name }
never-seen = No sign-in known
public-list = Public list
public-list-on = Listed publicly
public-list-off = Not listed publicly
public-list-own = Everybody decides this for themselves.
person-access = Access: { $level }
from-extra = Given personally, beyond the level
from-extra-by = Given personally by { $name }, { $when }
not-in-force = not in force
because-no-member = Not in force: there is no membership now.
because-invited = Works once the invitation is accepted.
because-lapsed = Not in force: the end date has passed.
because-suspended = Not in force: paused.
because-not-started = Not in force before the start.
because-plan = Not in force: the organisation’s plan does not include it.
because-limited = Not in force: the access is limited to some sites.
rooms = Rooms
rooms-all = All rooms, also later ones
access-no-rooms = Rooms: none
rooms-none = None
timeline = What happened
milestone-person-invited = Invited by { $name }
milestone-invitation-resent = Invitation sent again by { $name }
milestone-invitation-accepted = Invitation accepted
milestone-invitation-declined = Invitation declined
milestone-invitation-revoked = Invitation revoked by { $name }
milestone-join-requested = Asked to join
milestone-request-approved = Approved by { $name }
milestone-request-declined = Declined by { $name }
milestone-request-cancelled = Request withdrawn
milestone-request-reopened = Taken up again by { $name }
milestone-member-added = Added by { $name }
milestone-superseded = Another request or invitation took its place
milestone-membership-ended = Ended by { $name }
milestone-membership-expired = Set to expired by { $name }
milestone-membership-renewed = Renewed by { $name }
milestone-member-suspended = Paused by { $name }
milestone-member-resumed = Resumed by { $name }
milestone-grant-changed = Access changed by { $name }
milestone-other = Changed by { $name }
act-pause = Pause
act-resume = Resume
act-end = End membership
act-expire = Set to expired
act-renew = Renew
act-add-more = Add as member…
add-of = Add { $name } as member
act-reopen = Reopen the request
write-letter = Write an e-mail
copy-address = Copy the address
address-copied = Copied: { $contact }
more-acts = More
owner-must-remain = At least one Owner must remain.
go-to-request = Decide the request
go-to-invitation = Show the invitation
paused-one = Paused { $name }.
resumed-one = Resumed { $name }.
ended-one = Ended the membership of { $name }.
expired-one = Set the membership of { $name } to expired.
reopened-one = Reopened the request of { $name }.
taking-back = { $count ->
    [one] Taking back { $count } change…
   *[other] Taking back { $count } changes…
}
undone-by-opposite = Taken back. Both are in the history.
change-this = Change
change-level = Change access
level-now = Now: { $level }
level-choose = Choose a level.

## Many at once

bulk-level = Change access
bulk-pause = Pause
bulk-resume = Resume
bulk-end = End…
bulk-end-title = End memberships
bulk-level-question = Which level do they get?
bulk-level-means = { $count ->
    [one] { $count } person gets { $level }.
   *[other] { $count } people get { $level }.
}
bulk-level-same = { $count ->
    [one] { $count } has { $level } already and keeps it.
   *[other] { $count } have { $level } already and keep it.
}
bulk-level-do = { $count ->
    [one] Give { $level } to { $count } person
   *[other] Give { $level } to { $count } people
}
bulk-level-done = { $count ->
    [one] Gave { $level } to { $count } person.
   *[other] Gave { $level } to { $count } people.
}
bulk-pause-means = { $count ->
    [one] { $count } person can do nothing here until resumed. Their dates run on.
   *[other] { $count } people can do nothing here until resumed. Their dates run on.
}
bulk-pause-do = { $count ->
    [one] Pause { $count } person
   *[other] Pause { $count } people
}
bulk-pause-done = { $count ->
    [one] Paused { $count } person.
   *[other] Paused { $count } people.
}
bulk-resume-means = { $count ->
    [one] { $count } person can again do what their level allows.
   *[other] { $count } people can again do what their level allows.
}
bulk-resume-do = { $count ->
    [one] Resume { $count } person
   *[other] Resume { $count } people
}
bulk-resume-done = { $count ->
    [one] Resumed { $count } person.
   *[other] Resumed { $count } people.
}
bulk-end-means = { $count ->
    [one] { $count } membership ends at once: all access is gone, and the person is told. It can be renewed later.
   *[other] { $count } memberships end at once: all access is gone, and the people are told. They can be renewed later.
}
bulk-end-do = { $count ->
    [one] End { $count } membership
   *[other] End { $count } memberships
}
bulk-end-done = { $count ->
    [one] Ended { $count } membership.
   *[other] Ended { $count } memberships.
}
bulk-looking = { $count } of { $total } looked at
bulk-giving = { $count } of { $total } done
bulk-nobody = There is nobody it could be done to.
bulk-not-so = Their state does not allow this.
bulk-stay = { $count ->
    [one] { $count } stays as it is. { $why }
   *[other] { $count } stay as they are. { $why }
}
bulk-refused = { $count ->
    [one] { $count } was refused.
   *[other] { $count } were refused.
}
bulk-unread = { $count ->
    [one] { $count } could not be read and stays as it is.
   *[other] { $count } could not be read and stay as they are.
}
bulk-gain = They will be able to
bulk-lose = They will no longer
bulk-of-them = { $count ->
    [one] { $count } of them
   *[other] { $count } of them
}
and-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
requests-all = All
requests-from-people = From people
requests-over-week = Waiting over a week
requests-chosen = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
requests-nobody-approved = Nobody can be given this level.
decisions-come = { $count ->
    [one] { $names } has no administrator. Decisions come to you.
   *[other] { $names } have no administrator. Decisions come to you.
}
find-request = Find a request
waits-long = Waiting for more than a week
last-decided = Last decided: { $name }, { $when }
approve-name = Approve { $name }
approve-many = { $count ->
    [one] Approve { $count } person
   *[other] Approve { $count } people
}
approved-many = { $count ->
    [one] Approved { $count } person.
   *[other] Approved { $count } people.
}
decline-many = { $count ->
    [one] Decline { $count } person
   *[other] Decline { $count } people
}
declined-many = { $count ->
    [one] Declined { $count } request.
   *[other] Declined { $count } requests.
}
bulk-get = { $count ->
    [one] { $count } gets { $level }
   *[other] { $count } get { $level }
}
bulk-keeps = { $count ->
    [one] { $names } stays waiting. { $why }
   *[other] { $names } stay waiting. { $why }
}
level-proposed-each = As proposed for each
level-not-there = There is no such level there.
level-of = Level of { $name }
stays-waiting = Stays waiting
untick = Untick { $name }
next-one = Next request
reopen = Reopen

## Differences between two grants

level = Access level
on = On
off = Off
diff-before = Before
diff-after = After
diff-none = none
diff-extras = Beyond the level
diff-rooms = Rooms
diff-rooms-count = { $count ->
    [one] { $count } room
   *[other] { $count } rooms
}
diff-sites = Sites
diff-sites-count = { $count ->
    [one] { $count } site
   *[other] { $count } sites
}
diff-limit = Limited to
diff-no-limit = no limit
diff-starts = Starts
diff-no-start = at once
diff-ends = Ends
diff-no-end = No end date
diff-gained = From now on
diff-lost = No longer
diff-same = { $count ->
    [one] { $count } right stays the same
   *[other] { $count } rights stay the same
}

## Access levels

levels-count = { $count ->
    [one] { $count } level
   *[other] { $count } levels
}
levels-built-in = Built in, locked
levels-of-your-own = Your own
levels-caption = What each access level allows
levels-permission = Right
levels-locked = Built-in levels are locked: they mean the same in every organisation.
level-holders = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
level-nobody = nobody
level-without = not included
level-all-rooms = Enter every room, also later ones
level-not-known = not known here
group-administration = Running the organisation
group-work = Work
group-spending = At the organisation’s expense
group-benefits = Benefits
group-workspace = Workspace
group-rooms = Rooms

## Access

access-of = Access of { $name }
access-renew-of = Renew access · { $name }
access-change-of = Change access · { $name }
access-details = More: rooms, dates, single rights
access-reading = Reading what may be given…
access-staff = Staff access
access-staff-base = Allow sign-in and managing own bookings
access-staff-base-means = Add, change and cancel their own bookings.
access-staff-base-ends = Untick to end their sign-in here. Nothing changes before Save.
access-staff-joins = Work here: manage own bookings
access-staff-joins-means = They sign in already. This adds their own bookings and what can be ticked then.
access-staff-many = Sign-in is ended one by one. Choose another level to change what all of them may do.
access-option-all-bookings = All bookings
access-option-all-bookings-means = Add, change and delete every booking, also those of colleagues.
access-option-client-list = Client list
access-option-client-list-means = See every client with contacts and visits, and write notes.
access-option-business = Sales, online booking, settings
access-option-business-means = The most there is: the same as the main administrator.
access-rooms-all = This level opens all rooms, also later ones.
access-site-whole = Every room of the site as it is today
access-limit = Administers only
access-limit-means = Administration then covers only what belongs to these sites. Levels, settings, bills and history are not included.
access-from-level = From the level
access-dates = When
access-ends-whole = All of the access ends with { $day }.
access-first-day = First day
access-note = Note for the log
access-note-text = It stays in the history and is sent to nobody.
access-term-never = No end
access-term-week = This week
access-term-trial = Trial, 14 days
access-term-date = Until a date
access-copy = Copy from another person
access-copy-find = Find a person
access-will = Will be able to
access-gains = Will also be able to
access-loses = And will no longer
access-same = { $count ->
    [one] { $count } right stays the same
   *[other] { $count } rights stay the same
}
access-number-rooms = { $count ->
    [one] { $count } room today
   *[other] { $count } rooms today
}
access-number-people = { $count ->
    [one] { $count } person today
   *[other] { $count } people today
}
access-number-requests = { $count ->
    [one] { $count } request waits now
   *[other] { $count } requests wait now
}
access-personal = Personal data
access-equals-business = Everything in sales, online booking and settings, like the main administrator. Not: managing people.
access-equals-administrator = Equal to an administrator: everything but deleting the organisation.
access-equals-owner = Equal to an owner: everything, also handing the organisation over.
access-overtaken = Somebody has changed this meanwhile:
access-overtaken-by = { $name } has changed this meanwhile:
access-overtaken-many = { $count ->
    [one] Somebody has changed this for one of them meanwhile:
   *[other] Somebody has changed this for { $count } of them meanwhile:
}
access-look-first = Choose first which version to go on with.
access-keep-theirs = Go on with theirs
access-use-mine = Go on with mine
access-save-approve = Approve: { $level }
access-save-change = Save access
access-save-give = Give { $level }
access-save-change-invitation = Save access
access-save-resend = Resend: { $level }
access-save-renew = Let in again: { $level }
access-save-withdraw = End sign-in
access-save-add = Add: { $level }
access-saved-approve = Approved { $name } as { $level }.
access-saved-change = Changed the access of { $name }.
access-saved-change-invitation = Changed what the invitation of { $name } gives.
access-saved-resend = Sent the invitation to { $name } again.
access-saved-renew = { $name } is let in again as { $level }.
access-saved-withdraw = { $name } can no longer sign in here.
access-withdraws = Saving ends the sign-in of { $name } here at once, with every option that came with it. To keep them as a member, choose the level Member instead.
access-saved-add = Added { $name } as { $level }.
level-new = New level
level-copy = Copy to change
level-edit = Change level
level-edit-of = Change the level { $level }
level-name = Name of the level
level-people = { $count ->
    [one] { $count } person has this level
   *[other] { $count } people have this level
}
level-people-unknown = How many people have this level is not known here.
level-people-change = { $count ->
    [0] Nobody’s access changes
    [one] Access of { $count } person changes
   *[other] Access of { $count } people changes
}
level-person-gains = Also: { $rights }
level-person-loses = No longer: { $rights }
level-person-same = Nothing changes
level-links = { $count ->
    [one] { $count } open link gives it
   *[other] { $count } open links give it
}
level-save = Save level
level-make = Make level
level-made = Made the level { $level }.
level-saved = Changed the level { $level }.
level-delete = Delete level
level-delete-with = Instead of it, everybody has
level-delete-none = Nothing instead
level-deleted = Deleted the level { $level }.
level-delete-do = Delete { $level }
level-name-needed = Give the level a name.
access-of-many = { $count ->
    [one] Access of { $count } person
   *[other] Access of { $count } people
}
access-of-invitation = Access that the invitation gives
access-save-invite = Use this access
access-save-many = { $count ->
    [one] Give it to { $count } person
   *[other] Give it to { $count } people
}
access-saved-many = { $count ->
    [one] Changed the access of { $count } person.
   *[other] Changed the access of { $count } people.
}
access-has-it = It is what they have.
forbidden-needs = This takes the right “{ $permission }”, which your access does not include.
refused-why = Why?
access-edges = When and where
access-until = Until { $when }
access-from = From { $when }
access-only-in = Administers only { $sites }
access-before-start = so far: from { $when }
access-before-end = so far: until { $when }
access-before-limit = so far: only { $sites }
access-no-end = Without an end
access-no-start = Without a first day
access-no-limit = No longer limited to sites
access-keeps-end = Their own last day stays
access-keeps-start = Their own first day stays
access-keeps-limit = Their own limit to sites stays
access-each-own = Each keeps their own.
access-renew-term = { $count ->
    [one] The last term was { $count } day. The new one is as long unless you choose otherwise.
   *[other] The last term was { $count } days. The new one is as long unless you choose otherwise.
}
access-renew-stays = The last day is still ahead and stays as it was.
access-renew-undated = There was no end before. Choose one here if there is to be one now.
refusal-rule = { $count ->
    [one] Rule { $rules }
   *[other] Rules { $rules }
}

## Rooms

places-count = { $rooms ->
    [one] { $rooms } room
   *[other] { $rooms } rooms
}
rooms-find = Find a room
rooms-nothing-found = No room or site is called that.
site = Site
site-new = New site
site-name = Name of the site
site-make = Make site
site-made = Made the site “{ $name }”.
site-rename = Rename the site
site-rename-of = Rename { $name }
site-changed = The site is now called “{ $name }”.
site-remove = Remove the site
site-removed = Removed the site “{ $name }”.
site-acts = What can be done with { $name }
site-empty = No rooms here yet.
room-new = New room
room-new-here = New room here
room-name = Name of the room
room-make = Make room
room-made = Made the room “{ $name }”.
room-new-means = A new room opens to nobody but owners and administrators until it is given.
room-change = Rename or move
room-change-of = Rename or move { $name }
room-changed = Changed the room “{ $name }”.
room-moved-means = Who may enter stays the same: whoever has all rooms of a site keeps the rooms they have now.
room-remove = Remove…
room-remove-of = Remove { $name }
room-remove-do = Remove { $name }
room-removed = Removed the room “{ $name }”.
room-removal-nobody = Nobody’s access names this room.
room-removal-unknown = Whose access names this room is not known here.
room-removal-members = { $count ->
    [one] { $count } person will no longer enter it
   *[other] { $count } people will no longer enter it
}
room-removal-invited = { $count ->
    [one] { $count } open invitation will no longer give it
   *[other] { $count } open invitations will no longer give it
}
room-removal-for-good = The room is not brought back: a new one of the same name is another room.
room-who = Who can enter
room-nobody = Nobody can enter yet.
room-unknown = Who can enter is not known here.
room-kept-out = Cannot enter now
room-let-in = Let somebody in…
room-let-in-of = Let somebody into { $room }
room-let-in-find = Find people
room-let-in-gets = Will be able to enter { $room }
room-let-in-has = Can enter already
room-let-in-only = Only this room is added. Levels, rights and dates stay as they are.
room-let-in-nobody = Choose somebody who can be let in.
room-let-in-do = { $count ->
    [one] Let { $count } person in
   *[other] Let { $count } people in
}
room-let-in-done = { $count ->
    [one] { $count } person can enter { $room } now.
   *[other] { $count } people can enter { $room } now.
}
room-all = { $count ->
    [one] { $count } person, in the list of people
   *[other] { $count } people, in the list of people
}
place-name-needed = Give it a name.
place-save = Save

## Why

why = Why?
why-of = Why: { $name }
why-right = Right
why-room-too = And this room
why-any-room = Not asked
why-yes = May do this now
why-no = May not do this now
why-until = This may change by itself: { $when }
why-level = The access level { $level } includes it.
why-extra = It was given personally, beyond the level.
why-every-member = Every member has it.
why-not-given = Neither the level nor a personal right includes it.
why-manager = As owner of the organisation that manages this one.
why-room = The room was given by name.
why-site = All rooms of { $name } were given.
why-every-room = The level opens every room.
why-no-room = This room was not given.
why-no-member = There is no membership here.
why-no-member-now = There is no membership in force: { $state }.
why-suspended = The membership is paused.
why-starts = The membership begins later: { $when }
why-lapsed = The end date has passed: { $when }
why-plan = The organisation’s plan does not include it.
why-limited = Access is limited to some sites, and this belongs to the whole organisation.
why-account = The account is closed or suspended.
why-organisation = The organisation is closed or switched off.

## Invitations

invitations-count = { $count ->
    [one] { $count } open
   *[other] { $count } open
}
invitations-filters = Which invitations
find-short = Find
invitations-find = Find an invitation
tab-waiting = Waiting
tab-failed = Failed
tab-expired = Expired
tab-accepted = Accepted
tab-revoked = Revoked
no-invitations-waiting = No invitation is waiting.
no-invitations-failed = Every letter has arrived.
no-invitations-expired = No invitation has expired.
no-invitations-accepted = Nobody has accepted an invitation yet.
no-invitations-revoked = No invitation was revoked.
no-invitations-text = Invite people by e-mail, or make a link for many.
column-to = To
invitation-level = Level
column-by = By
column-sent = Sent
column-expires = Expires
column-state = State
channel-email = E-mail
channel-sms = SMS
channel-link = Link or QR code
on-this-computer = Not sent yet
delivery-queued = Queued
delivery-sent = Sent
delivery-delivered = Delivered
delivery-opened = Opened
delivery-bounced = Came back
delivery-failed = Failed
delivery-not-sent = Not sent
delivery-accepted = Accepted
delivery-declined = Declined
delivery-expired = Expired
delivery-revoked = Revoked
delivery-superseded = Replaced
delivery-waits-asked = We were asked to slow down; continuing at { $until }.
delivery-waits-unusable = It could not be handed over; next try at { $until }.
delivery-waits-limit = The limit of text messages is reached; continuing at { $until }.
undelivered-unknown = The mail server does not know this address.
undelivered-full = The mailbox is full.
undelivered-refused = The mail server refused the letter.
undelivered-domain = No mail server answers for this address.
undelivered-unreachable = The mail server could not be reached.
undelivered-other = The mail server refused the address.
undelivered-not-sent = The server has nothing to send letters with. Copy the link and pass it on yourself.
undelivered-no-gateway = The server has no gateway for text messages. Copy the link and pass it on yourself.
undelivered-country = No text messages go to this country from here. Copy the link and pass it on yourself.
undelivered-text = The text message could not be delivered. Copy the link, or use an e-mail address.
undelivered-words = What the server said
did-you-mean = Did you mean { $contact }?
invite-instead = Invite that address
was-opened = Opened before
steps = What happened
invited-by = Invited by
by-and-when = { $name }, { $when }
works-until = Works until
date-and-distance = { $when } ({ $distance })
message = Message
change = Change
change-nothing = Nothing is changed yet.
ends-on = Last day
resend = Resend
resend-text = A new link will be sent. The old one stops working.
resend-with-dates = Choose new dates
resend-needs-dates = The end date of this invitation has passed. Choose a new one, or none.
copy-link = Copy link
link-copied = Link copied: { $name }. Only this address can use it.
link-copied-plain = Link copied.
link-not-yet = There is a link as soon as the invitation has reached the server.
link-needs-server = Only the server knows the link. You are offline.
revoke = Revoke
keys-revoke = Revoke, or close the link
next-invitation = Next: { $name }.
invitation-resent = A new link goes to { $name }. The old one stops working.
invitation-revoked = Revoked the invitation to { $name }.

## Links and QR codes

share-link = Link
link-form = Form
form-link = Link
form-link-text = To share with a group
form-card = QR card
form-card-text = Printed, for one person
form-poster = QR poster
form-poster-text = Printed, for everybody who passes
link-used = { $count } of { $limit } used
link-is-open = Works
link-is-closed = Closed
link-approval = Approval
link-approval-on = Everybody who comes waits for approval
link-approval-off = Whoever has the link joins at once
link-label = Name of the link
link-label-hint = Only you see it, for example “Front desk”.
link-needs-label = Give the link a name.
link-uses = For how many people
link-uses-most = { $count ->
    [one] { $count } at most
   *[other] { $count } at most
}
link-domains = For addresses at
link-domains-hint = example.ee, example.com
link-domains-text = Only who has confirmed an e-mail address there can use the link. Empty: anybody.
link-domains-wrong = This is no mail domain. Write it like example.ee.
link-domains-most = { $count ->
    [one] { $count } domain at most
   *[other] { $count } domains at most
}
link-domains-for = For addresses at { $domains }
link-domains-any = Any address
link-needs-approval = Approve everybody who comes
link-needs-approval-text = Using the link only makes a request. You decide.
link-approval-fixed = Always on for a poster: everybody can see it.
link-offline = Links and QR codes are made by the server, and you are offline. Invitations by e-mail can be written now and are sent later.
link-term = { $count ->
    [one] The link works for { $count } day.
   *[other] The link works for { $count } days.
}
make-link = Make link
link-made = Made the link “{ $name }”.
link-closed = Closed the link “{ $name }”.
close-link = Close link
close-link-text = When it is closed, nobody else can join by it. Who has joined stays.
link-anew = New link
link-anew-of = New link for “{ $name }”
link-anew-dead = The old link stops working at once. Nobody else can join by it.
link-anew-dead-printed = The old link and every printed code of it stop working at once. Print the new one.
link-anew-kept = { $count ->
    [0] Nobody has used it yet.
    [one] { $count } person has used it. They keep what they have.
   *[other] { $count } people have used it. They keep what they have.
}
link-anew-make = Make new link
link-made-anew = A new link for “{ $name }”. The old one stops working.
link-change-of = Change the link “{ $name }”
link-change-text = The address and the printed code stay the same. Whoever changes a link answers for it.
link-change-save = Save
link-changed = Changed the link “{ $name }”.
link-not-there-yet = The change has not reached the server yet.
show-link = Show link and QR code
show-link-text = Whoever sees it can use it. The audit log notes that it was shown.
qr-of = QR code: join { $name }
scan-to-join = Scan to join
save-code = Save SVG
print-code = Print…
print-code-title = Print the code
print = Print
print-size = Paper
print-language = Language
print-second-language = Second language
print-no-second = None
print-hint = The code and the words come out black on white, whatever the theme. Choose “Save as PDF” in the print dialogue to keep a file.
poster-how = Open the camera of your phone, point it at the code and follow the link.
poster-approval = Somebody there confirms every request.
poster-one = This card works once.

## Inviting people

invite-people-to = Invite people to { $name }
invite-by = How
invite-to = E-mail addresses
invite-to-hint = Type or paste many: commas, lines, Name <a@b.ee>
invite-to-phones = Phone numbers
invite-to-phones-hint = Type or paste many: +372 5555 1234, one per line
named-contact = { $name } <{ $contact }>
contact-correct = Click to correct
contact-drop = Remove { $contact }
contact-leave-out = Leave out
contacts-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
outcome-new = will be invited
outcome-already-member = already a member
outcome-already-invited = already invited
outcome-request-waiting = has asked to join
outcome-refused = cannot be invited
outcome-malformed = no address
outcome-checking = Looking at the addresses…
outcome-count-new = { $count ->
    [one] { $count } new
   *[other] { $count } new
}
outcome-count-member = { $count ->
    [one] { $count } already a member: { $names }
   *[other] { $count } already members: { $names }
}
outcome-count-member-many = { $count ->
    [one] { $count } already a member
   *[other] { $count } already members
}
outcome-count-invited = { $count ->
    [one] { $count } already invited: { $names }
   *[other] { $count } already invited: { $names }
}
outcome-count-invited-many = { $count ->
    [one] { $count } already invited
   *[other] { $count } already invited
}
outcome-count-waiting = { $count ->
    [one] { $count } has asked to join: { $names }
   *[other] { $count } have asked to join: { $names }
}
outcome-count-waiting-many = { $count ->
    [one] { $count } has asked to join
   *[other] { $count } have asked to join
}
outcome-count-refused = { $count ->
    [one] { $count } cannot be invited. { $why }
   *[other] { $count } cannot be invited. { $why }
}
outcome-count-malformed = { $count ->
    [one] { $count } is no e-mail address: correct or remove it.
   *[other] { $count } are no e-mail addresses: correct or remove them.
}
outcome-count-malformed-phone = { $count ->
    [one] { $count } is no phone number: begin with + and the country code, or remove it.
   *[other] { $count } are no phone numbers: begin with + and the country code, or remove them.
}
outcome-unreached = { $count ->
    [one] No text message goes to { $names } from this server. Invite and copy the link, or use an e-mail address.
   *[other] No text messages go to { $count } of these from this server ({ $names }). Invite and copy their links, or use e-mail addresses.
}
did-you-mean-instead = { $contact }: did you mean { $meant }?
use-this = Use this
invite-instead-of = The invitation to { $contact } is revoked when this one goes out.
choose-level = Choose a level
letter-language = Language of the letter
letter-language-auto = Theirs, if known
use-lowest = Use the lowest that fits: { $level }
invite-message = Message
invite-message-hint = Optional. It stands in the letter.
letter-preview = The letter as they see it
text-language = Language of the message
text-preview = The message as they see it
text-count = { $count ->
    [one] { $length }/{ $room } · { $count } message
   *[other] { $length }/{ $room } · { $count } messages
}
text-countries = Text messages go to numbers that begin with { $countries }.
text-fixed = The words are fixed, so that nobody can pretend to be somebody else.
invite-count = { $count ->
    [0] Invite
    [one] Invite { $count } person
   *[other] Invite { $count } people
}
send-again-to = { $count ->
    [one] Resend to { $count } person
   *[other] Resend to { $count } people
}
invite-nobody = Type at least one address.
invite-nobody-phone = Type at least one phone number.
invite-none-new = Nobody new is among them.
not-invited = { $contact }: { $why }
invited = { $count ->
    [one] Invited { $count } person.
   *[other] Invited { $count } people.
}
sent-again = { $count ->
    [one] A new link goes to { $count } person.
   *[other] New links go to { $count } people.
}
invited-and-again = { $count ->
    [one] Invited { $count } person, sent { $again } again.
   *[other] Invited { $count } people, sent { $again } again.
}
sent-when-online = Will be sent when online.
saving = Saving…
saving-of = { $done } of { $count } saved…
consequence-letters = { $count ->
    [one] { $count } person gets a letter.
   *[other] { $count } people get a letter each.
}
consequence-again = { $count ->
    [one] { $count } person gets a new link. The old one stops working.
   *[other] { $count } people get a new link. The old ones stop working.
}
consequence-level = Whoever accepts gets the access level { $level } at once.
consequence-term = { $count ->
    [one] The links work for { $count } day.
   *[other] The links work for { $count } days.
}
consequence-undo = For 10 seconds everything can be taken back. After that, each invitation can be revoked.
consequence-offline = The letters leave when the connection returns. Until then everything can be taken back.

## History

history-filters = Which entries
history-find = Find in the log
history-who = Who
history-what = What
history-by = By { $name }
history-about = About: { $what }
history-links = Links
history-other = Other
history-somebody = Somebody
history-unnamed = without a name
history-barred = You cannot read the audit log here.
history-kept = You are offline. These entries are kept on this computer; older ones need the connection.
history-searched-to = Searched back to { $when }.
history-further = Look further back
history-none-kept = The audit log is not on this computer yet.
history-none-kept-text = It is read from the server. What you have read is kept for the next time without a connection.
history-empty = Nothing has happened here yet.
history-empty-text = Whatever somebody does in the organisation is written here and stays.
history-nothing-found = Nothing like this happened.
history-nothing-days = Nothing happened in these days.
history-offline-at = offline, { $when }
history-save = Export
history-save-csv = Table (CSV)
history-save-ndjson = For programs (NDJSON)
history-saving = The entries are being read.
history-saved = { $count ->
    [one] Saved { $count } entry: { $path }
   *[other] Saved { $count } entries: { $path }
}
history-file-head = Audit log of { $name }, saved { $when }
history-found-by = Found by “{ $text }”
history-broken = Chain broken
history-broken-text = This entry does not continue the one before it: something was changed or removed. Tell whoever runs the server.
history-chain-ok = Chain intact
history-reason = Reason
history-note = Note
history-contact = Address
history-until = Until
history-made = Made
history-made-offline = { $when }, offline
history-arrived = At the server
history-entry = Entry
history-erased = What this entry said was erased together with the person.
event-person-invited = Invited { $name } as { $level }
event-invitation-resent = Sent the invitation to { $name } again
event-invitation-changed = { $moved ->
    [yes] Changed the invitation to { $name }: { $before } → { $level }
   *[no] Changed the invitation to { $name }
}
event-invitation-revoked = Revoked the invitation to { $name }
event-invitation-accepted = { $leveled ->
    [yes] Accepted the invitation as { $level }
   *[no] Accepted the invitation
}
event-invitation-declined = Declined the invitation
event-superseded = Closed what was still open for { $name }
event-join-requested = Asked to join
event-request-cancelled = Withdrew the request
event-request-approved = Approved { $name } as { $level }
event-request-declined = Declined { $name }
event-request-reopened = Reopened the request of { $name }
event-member-added = { $own ->
    [yes] Joined by a link as { $level }
   *[no] Added { $name } as { $level }
}
event-grant-changed = { $moved ->
    [yes] Changed { $name }: { $before } → { $level }
   *[no] Changed the access of { $name }
}
event-member-suspended = Paused { $name }
event-member-resumed = Resumed { $name }
event-membership-ended = { $own ->
    [yes] Left the organisation
   *[no] Ended the membership of { $name }
}
event-membership-expired = Set the membership of { $name } to expired
event-membership-renewed = Renewed the membership of { $name } as { $level }
event-visibility-set = Changed the public listing of { $name }
event-position-set = Changed the position of { $name }
event-renamed = Took the name { $name }
event-readdressed = Is reached at another address
event-link-used = { $named ->
    [yes] Used the link “{ $object }”
   *[no] Used a link
}
event-link-made = { $named ->
    [yes] Made the link “{ $object }” for { $level }
   *[no] Made a link for { $level }
}
event-link-changed = { $named ->
    [yes] Changed the link “{ $object }”
   *[no] Changed a link
}
event-link-closed = { $named ->
    [yes] Closed the link “{ $object }”
   *[no] Closed a link
}
event-link-shown = { $named ->
    [yes] Looked at the secret of the link “{ $object }”
   *[no] { $told ->
        [yes] Looked at the secret link for { $name }
       *[no] Looked at a secret link
    }
}
event-level-made = Made the access level “{ $object }”
event-level-changed = Changed the access level “{ $object }”
event-level-deleted = Deleted the access level “{ $object }”
event-settings-changed = Changed the settings
event-organisation-made = Founded the organisation
event-plan-set = Set the plan
event-sign-in-set = Set how people sign in
event-longest-term-set = Set the longest term of invitations
event-organisation-deactivated = Switched the organisation off
event-organisation-activated = Switched the organisation on again
event-erased = Erased what was kept of a person
event-ownership-offered = Offered ownership to { $name }
event-ownership-accepted = Accepted ownership
event-offer-withdrawn = Withdrew the offer of ownership to { $name }
event-room-made = Made the room “{ $object }”
event-room-changed = Changed the room “{ $object }”
event-room-removed = Removed the room “{ $object }”
event-site-made = Made the site “{ $object }”
event-site-changed = Changed the site “{ $object }”
event-site-removed = Removed the site “{ $object }”
event-staff-record-made = Made a staff record for { $name }
event-staff-record-changed = Changed the staff record of { $name }
event-staff-record-removed = Removed the staff record of { $name }
event-staff-tied = Tied the staff record of { $name } to an account
event-management-proposed = Asked another organisation to manage this one
event-management-accepted = Accepted the management
event-management-ended = Ended the management
event-account-closing = { $name } is closing their account
event-account-kept = { $name } keeps their account
event-account-deleted = { $name } deleted their account
event-withdrawn = Closed what was open for { $name }
event-organisation-deleted = Deleted the organisation
event-other = Did something this version does not know

## Conflicts of offline changes

conflict = Conflict
conflict-who = changed twice: by you and by { $name }
ask-colleague = Ask { $name }
ask-by-letter = Begins an e-mail in your mail program.
conflict-caption = What you made of it, what holds now, and what it was before
conflict-mine-at = You, { $when }, offline
conflict-theirs-at = { $name }, { $when }
conflict-not-known = not known here
conflict-name = Name
conflict-same = Your change is the same as what holds now.
conflict-theirs-more = With the version of { $name } also:
conflict-theirs-less = With the version of { $name } not:
keep-theirs = Keep { $name }’s
keep-theirs-less = Keep { $name }’s, less access
use-mine = Use mine
use-mine-less = Use mine, less access
choose-per-line = Choose per line
conflict-edit = Change it…
apply-lines = Use what is chosen
conflict-kept-theirs = { $name }: what holds now stays.
conflict-overruled = { $name }: your version is used.
approval-not-applied = Your approval was not applied.
invite-them-instead = Invite them instead
command-invite-person = Invite { $name } as { $level }
command-resend-invitation = Send the invitation to { $name } again
command-change-invitation = Change the invitation to { $name }: { $level }
command-revoke-invitation = Revoke the invitation to { $name }
command-make-link = Make the link “{ $name }”
command-change-link = Change the link “{ $name }”
command-close-link = Close the link “{ $name }”
command-cancel-request = Withdraw the request
command-reopen-request = Reopen the request of { $name }
command-add-member = Add { $name } as { $level }
command-change-grant = Give { $name } the level { $level }
command-suspend-member = Pause { $name }
command-resume-member = Resume { $name }
command-expire-membership = Set the membership of { $name } to expired
command-end-membership = End the membership of { $name }
command-renew-membership = Renew the membership of { $name } as { $level }
command-set-visibility = Change the public listing of { $name }
command-set-position = Change the position of { $name }
command-make-level = Make the access level “{ $name }”
command-change-level = Change the access level “{ $name }”
command-delete-level = Delete the access level “{ $name }”
command-change-settings = Change the settings
command-make-staff-record = Make a staff record for { $name }
command-change-staff-record = Change the staff record of { $name }
command-remove-staff-record = Remove the staff record of { $name }
command-make-room = Make the room “{ $name }”
command-change-room = Change the room “{ $name }”
command-remove-room = Remove the room “{ $name }”
command-make-site = Make the site “{ $name }”
command-change-site = Change the site “{ $name }”
command-remove-site = Remove the site “{ $name }”
command-offer-ownership = Offer ownership to { $name }
command-accept-ownership = Accept ownership
command-withdraw-offer = Withdraw the offer of ownership to { $name }
command-propose-management = Ask another organisation to manage this one
command-accept-management = Accept the management
command-end-management = End the management
command-delete-organisation = Delete the organisation
command-delete-account = Delete your account
command-cancel-account-deletion = Keep your account

## What is not shown, and where people are reached

requests-closed = The requests are not shown to you.
requests-closed-text = Your access level does not include deciding who gets in.
invitations-closed = The invitations are not shown to you.
invitations-closed-text = Your access level does not include inviting people.
waits-yesterday = yesterday, { $time }
verified-email = Verified e-mail
verified-phone = Verified phone
verified-both = Verified e-mail and phone

## Putting requests off

keys-snooze = Snooze, or show again
snooze = Snooze
snooze-hint = It leaves your list until then. Only on this computer; nobody is told.
snooze-tomorrow = Until tomorrow morning
snooze-monday = Until Monday morning
snooze-date = Until another day…
snooze-date-title = Snooze until
snooze-day = Day
snooze-date-error = Choose a day after today.
snooze-confirm = Snooze
snooze-wake = Show again now
snoozed = Snoozed until { $when }: { $name }
snoozed-no-more = Shown again: { $name }
snoozed-until = Snoozed until { $when }
requests-snoozed = Snoozed { $count }

## What needs care beside requests

care-count = { $count ->
    [one] { $count } needs care
   *[other] { $count } need care
}
care-count-more = { $many } need care
requests-care = Needs care
care-undelivered = The invitation did not arrive
care-runs-out = The invitation works until { $when }
care-access-ends = Access until { $when }
care-ran-out = The invitation ran out on { $when }
care-nothing = Nothing needs care
care-nothing-text = Invitations that did not arrive or run out, and access that is about to end, stand here.
care-see = See what needs care ({ $count })
care-snoozed = { $count ->
    [one] { $count } is snoozed.
   *[other] { $count } are snoozed.
}
care-show = Show
care-asleep = These are snoozed.
care-back = Back to what is due
care-resend = Send the invitation to { $name } again
care-revoke = Revoke the invitation to { $name }
care-resent = { $count ->
    [one] { $count } new link goes out. The old one stops working.
   *[other] { $count } new links go out. The old ones stop working.
}
care-revoked = { $count ->
    [one] Revoked { $count } invitation.
   *[other] Revoked { $count } invitations.
}
care-some = { $count ->
    [one] { $count } of them can be sent again.
   *[other] { $count } of them can be sent again.
}
care-none-of-these = None of these can be sent again.
care-none-changed = None of these can be changed.
care-one-ticked = Ticked: { $ticked }. These buttons are about who is open: { $name }.
care-change = Change access
care-open-person = Open this person
care-open-invitation = Open the invitation

## Somebody like whoever asks

similar = Similar person: { $name }. { $state }
similar-since = Similar person: { $name }. { $state } ({ $when })
compare = Compare
compare-title = The same person?
compare-asks = Asks to join
compare-known = Known here
compare-end = End
compare-name = Name
compare-contacts = Reached at
compare-same = same
compare-open = Open in People

## Narrowing the history

history-whom = Person
history-about-whom = About { $name }
history-days = Days
history-days-today = Today
history-days-week = Last 7 days
history-days-month = Last 30 days
history-days-own = From one day to another…
history-days-title = Which days
history-days-from = First day
history-days-until = Last day
history-days-error = Choose a day that is not before the first.
history-days-show = Show these days

# Inviting many at once.
import = Import people
import-of = Import · { $name }
import-table = Import a table
import-step = Step { $step } of 3
import-drop = Drop to import people
import-source = Drop a table here
import-source-text = CSV or Excel (.xlsx), up to 5,000 people. Nothing is sent before you have looked at it.
import-choose = Choose a file
import-paste = Or paste rows
import-paste-hint = One person per line: name, e-mail or phone
import-paste-nothing = Paste something first.
import-look = Look at the rows
import-earlier = Earlier imports
import-pasted = Pasted rows
import-columns = What the columns are
import-column = Column { $number }
import-use-ignored = Not used
import-use-name = Name
import-use-first-name = First name
import-use-last-name = Last name
import-use-email = E-mail
import-use-phone = Phone
import-use-position = Position
import-encoding = Encoding
import-separator = Separator
import-comma = Comma
import-semicolon = Semicolon
import-tab = Tab
import-bar = Vertical bar
import-headings = First row is headings
import-looks-right = Looks right?
import-rows = Which rows are shown
import-rows-all = All
import-rows-to-fix = To fix
import-rows-skipped = Left out
import-rows-none = No such rows.
import-ready = { $count ->
    [one] { $count } person is ready
   *[other] { $count } people are ready
}
import-row = Row
import-outcome = What happens
row-ready = Will be invited
row-approves = Has asked to join: will be approved
row-member = Already a member, left out
row-invited = Already invited, left out
row-twice = Stands further up already
row-refused = Cannot be invited
row-no-contact = No e-mail or phone
row-two-ats = Two @ signs
row-no-country = Add the country code, for example +373
row-malformed = Not an e-mail address or phone number
row-bad-name = The name is too long or looks like a web address
row-unknown-level = No level is called this
row-two-levels = More than one level is called this
row-level-barred = You cannot give this level
import-fix = Row { $number }
import-contact = E-mail or phone
import-fix-save = Use this
import-country = Country code
import-country-hint = A country code looks like +373.
import-use-for = { $count ->
    [one] Use { $what } for { $count } row
   *[other] Use { $what } for { $count } rows
}
import-use-level = { $count ->
    [one] Use it for { $count } row with “{ $written }”
   *[other] Use it for { $count } rows with “{ $written }”
}
import-nobody = Nobody in this table can be invited yet.
import-invite = { $count ->
    [one] Invite { $number } person
   *[other] Invite { $number } people
}
import-confirm = Invite people to { $name }
import-confirm-many = { $count ->
    [one] { $number } person gets a letter or message with a link of their own.
   *[other] { $number } people get a letter or message each, with a link of their own.
}
import-confirm-level = Whoever accepts has the level { $level }.
import-confirm-levels = Whoever accepts has the level of their row: { $levels }.
import-confirm-of = { $level } ({ $number })
import-confirm-term = { $count ->
    [one] The links work for { $count } day.
   *[other] The links work for { $count } days.
}
import-confirm-left = { $count ->
    [one] { $count } row is left out.
   *[other] { $count } rows are left out.
}
import-sent = { $count ->
    [one] { $count } invitation is on its way.
   *[other] { $count } invitations are on their way.
}
import-keeping = { $count ->
    [one] Keeping { $number } invitation on this computer…
   *[other] Keeping { $number } invitations on this computer…
}
batch-sent = { $sent } of { $total } sent
batch-refused = { $count } refused
batch-to-fix = { $count } to fix
batch-skipped = { $count } left out
batch-accepted = { $count } accepted
batch-level = { $level }, sent { $when }
batch-left = { $count ->
    [one] about { $count } min
   *[other] about { $count } min
}
batch-levels = { $level } or the level of the row, sent { $when }
batch-paused = paused
batch-pause = Pause
batch-go-on = Go on
batch-take-back = { $count ->
    [one] Take back { $number } that has not left
   *[other] Take back { $number } that have not left
}
batch-taken-back = What had not left is taken back.
batch-save = { $count ->
    [one] Save { $number } row to fix
   *[other] Save { $number } rows to fix
}
batch-saved = Saved: { $path }
batch-resend = { $count ->
    [one] Resend { $number } that did not arrive
   *[other] Resend { $number } that did not arrive
}
batch-revoke = { $count ->
    [one] Revoke { $number } not accepted
   *[other] Revoke { $number } not accepted
}
batch-revoke-dead = { $count ->
    [one] The invitation of { $number } person stops working.
   *[other] The invitations of { $number } people stop working.
}
batch-revoke-kept = Who has accepted stays. What has not left this computer is not sent.
batch-act-undo = For 10 seconds it can be taken back.
batch-act-offline = It leaves when the connection returns. Until then it can be taken back.
batch-revoked = { $count ->
    [one] Revoked { $count } invitation.
   *[other] Revoked { $count } invitations.
}
batch-row-waiting = Waits to be sent
batch-row-sent = Sent
batch-row-skipped = Left out
batch-row-taken-back = Taken back
## The bell

settings-notifications = Notifications
settings-notify = Tell me on the desktop
settings-notify-text = While you look elsewhere. Never while this window is in front.
settings-told-requests = New requests
settings-told-invitations = Invitations and links that need care
settings-told-changes = My changes that were refused
settings-told-others = Everything else
settings-letters = Letters
settings-letters-text = Each at once, or those about requests and invitations together once a day: chosen on the page of your account.
settings-quiet = Quiet hours
settings-quiet-text = Nothing is shown on the desktop then. It stands in the list of notifications.
settings-quiet-from = From
settings-quiet-until = Until
settings-requests = Requests to { $organisation }
settings-gates = Plan and sign-in of { $organisation }
gate-plan-pro = Plan: Pro
gate-plan-pro-text = Everything is included, also bookings, clients and sales for the staff.
gate-plan-free = Plan: Free
gate-plan-free-text = Bookings, clients, sales and business settings work for owners and administrators only, and cannot be given to others. What others were given comes back with the Pro plan.
gate-sign-in-any = Sign-in: any way this server offers
gate-sign-in-any-text = Invitations and links work.
gate-sign-in-external = Sign-in: external accounts only
gate-sign-in-external-text = Nobody is invited, and no link lets anybody in. Open invitations stay listed and work again when this is switched off.
gates-operator = Both are set by whoever runs the server. Ask them to change it.
settings-accepts = Strangers may ask to join
settings-accepts-text = The organisation stands in the list of communities, and its page takes requests.
settings-reminder = Whoever decides is reminded of a request after
settings-reminder-text = Once of each request, in the app and by letter.
settings-escalation = The managing organisation may decide, too, after
settings-escalation-text = Where another organisation manages this one. While nobody here can decide, it may at once.
settings-waiting = Somebody declined may ask again after
settings-waiting-text = Counted from the newest decline. With 0 at once.
settings-days = { $count ->
    [one] day
   *[other] days
}
settings-questions = Questions on the request form
settings-questions-text = At most five. Whoever decides reads the answers beside the request.
settings-question = Question { $number }
settings-question-add = Add a question
settings-question-remove = Remove question { $number }
settings-questions-save = Save questions
settings-inviting = Invitations to { $organisation }
settings-term = Invitations and links work for
settings-term-text = { $count ->
    [one] At most { $count } day, set by whoever runs the server.
   *[other] At most { $count } days, set by whoever runs the server.
}
settings-remind = Remind of open invitations
settings-remind-text = On the third day, and one day before the end.
settings-default-level = Level that is proposed first
settings-default-level-text = Whoever invites can choose another one.
settings-default-level-warns = Whoever invites in a hurry gives all of this.
settings-links = New links need approval
settings-links-text = Whoever makes a link can choose otherwise. A poster always needs approval.
settings-saved = Settings of { $organisation } saved

## Owners, and organisations that manage others

prove = Confirm that it is you
prove-text = This takes your password once more. It is sent once and not kept on this computer.
prove-here = This server runs on your computer: whoever uses it is its owner. Doorward signs you in once more.
prove-password = Password of { $account }
prove-wrong = That is not the password of this account.
prove-go = Confirm
act-offer = Offer ownership
act-offer-more = Offer ownership…
offer-of = Offer ownership · { $name }
leave-of = Leave { $organisation }
leave-loses = Everything that you may do here ends at once, and no room opens to you any more.
leave-rows = Everything that this computer keeps of the organisation is deleted.
leave-back = You cannot take this back: whoever leaves comes back only by accepting an invitation or, where requests are taken, by asking to join again.
leave-confirm = Leave
own-leave = You end your own membership from your own row: what follows is said there first.
offer-means = { $name } will be able to do everything here: every room, everybody’s access, deleting the organisation.
offer-waits = Nothing changes before the offer is accepted. It stands for 7 days and can be withdrawn until then.
offer-undated = An end date of this membership is taken away when the offer is accepted.
offer-step-down = Make me Administrator when it is accepted
offer-step-down-text = You keep everything but deleting the organisation and handing it over. Otherwise there are several Owners.
ownership-offered = Offered ownership to { $name }.
ownership-withdrawn = Withdrew the offer of ownership to { $name }.
offer-stands = Ownership is offered to { $name } by { $by } until { $when }. Nothing changes before it is accepted.
offer-to-you = { $by } offers you ownership until { $when }.
offer-look = Look at it
act-withdraw-offer = Withdraw the offer
offer-region = Offered to you
offer-banner = { $by } offers you ownership of { $organisation }.
offer-answer = Ownership of { $organisation }
offer-answer-by = { $by } offers you ownership of { $organisation }.
offer-answer-means = As Owner you can do everything there: every room, everybody’s access, deleting the organisation.
offer-undated-own = Your access has no end date from then on.
offer-answer-step-down = { $by } becomes Administrator when you accept.
offer-answer-no = If you do not want it, there is nothing to do: the offer ends by itself on { $when }.
offer-accept = Become Owner
offer-later = Later
offer-accepted = You are Owner of { $organisation }.
another-organisation = another organisation
settings-owners = Owners of { $organisation }
owner-undated = No end date
owner-until = Until { $when }
owners-text = At least one Owner without an end date must remain. To hand over, open somebody under People and offer ownership.
owners-text-others = At least one Owner without an end date must remain. Nobody becomes Owner without accepting.
step-down = Step down as Owner
step-down-text = You become Administrator; the other Owners stay.
step-down-act = Step down…
step-down-keeps = You keep everything that Administrators do: people, rooms, levels, settings, history.
step-down-loses = You can no longer delete the organisation, hand it over, or change the access of Owners.
step-down-back = Only an Owner can offer you ownership again.
step-down-confirm = Become Administrator
settings-memberships = Access and memberships: { $organisation }
settings-request-level = Requests are answered with
settings-request-level-text = The level proposed first to whoever decides. Where they may not give it, a lower one is proposed.
settings-expire = Close memberships that have come to their end
settings-expire-on = Once the last day has passed, the membership is set to expired. Renewing lets the person in again.
settings-expire-off = After the last day nobody gets in, and the membership stays in the list as lapsed until somebody renews or ends it.
settings-lock = Computers lock their copy without contact after
settings-lock-text = Whoever has not reached the server for so long reads nothing here until the server answers again.
settings-grace = The account of the last Owner waits before it is deleted
settings-grace-text = Meanwhile Administrators are offered ownership. After it the organisation is deleted. With 0 at once.
settings-end = Deleting the organisation
delete-organisation = Delete { $organisation }
delete-organisation-text = For good and for everybody. Only an Owner can, and only while nobody but Owners is a member.
delete-organisation-act = Delete…
delete-organisation-final = It is deleted at once. There is no grace period, and nothing of this can be taken back.
delete-organisation-members = The memberships of its Owners end, and each of them is told.
delete-organisation-open = Open requests and invitations are over; links and QR codes no longer work.
delete-organisation-managed = Communities that it manages stand on their own.
delete-organisation-remains = Its records stay on the server, and nobody has a right to them any more.
delete-organisation-type = Type “{ $organisation }” to confirm
delete-organisation-type-first = Type the name first.
delete-organisation-confirm = Delete for good
organisation-deleted = { $organisation } is deleted.
stepped-down = You are Administrator from now on.
settings-public = Public page
public-application = Asking to join
public-application-text = Whoever opens this address can ask to join. Put it on your website or send it to people.
public-application-none = There is no address: requests of people who were not invited are switched off.
public-page = Public page
public-page-text = The page of the organisation with the members who chose to be listed.
public-page-none = There is none yet: nobody is listed, and no requests are taken.
public-widget = List for a website
public-widget-text = Two lines that show the listed members on a page of yours.
public-id = Identifier
public-id-text = Names the organisation to others: to one that shall be managed from here, and to programs.
public-copy = Copy
public-copy-of = Copy: { $what }
public-copied = Copied.

settings-management = Management
management-ask = Let another organisation manage this one
management-ask-text = Its deciders answer requests that nobody answers here. An Owner there must accept first.
management-ask-act = Ask
management-which = Which organisation
management-other = Another one, by the address of its page
management-address = Address of its page
management-address-text = The page of the organisation, for example https://doorward.example/o/0190…, or its identifier. Its administrators find both in their settings under Public page.
management-wrong-address = This is not the address of an organisation’s page.
management-proposed = Asked. An Owner there must accept.
management-waits = { $manager } is asked to manage this organisation
management-asked = Asked by { $name } · { $when }
management-withdraw = Withdraw
management-withdrawn = Withdrew the question.
managed-by = { $manager } manages { $organisation }
acting-owner = You act as an owner here for the organisation that manages it.
managed-by-text = Its deciders answer requests that nobody answers here. While there is no Owner here, its Owners act.
management-end = End management
management-ended = { $organisation } stands on its own from now on.
manages = Manages { $organisation }
manages-asked = { $organisation } asks to be managed
management-banner = { $by } asks that { $manager } manages { $organisation }.
management-answer = Manage { $organisation }
management-answer-by = { $by } asks that { $manager } manages { $organisation }.
management-means-requests = Whoever decides requests at { $manager } also answers those that nobody at { $organisation } answers.
management-means-owners = While { $organisation } has no Owner of its own, the Owners of { $manager } act as its Owners.
management-means-end = Either side can end it.
management-accept = Manage it
management-accepted = Your organisation manages { $organisation }.
management-declined = Declined to manage { $organisation }.

## Staff kept by name

settings-staff = Staff of { $organisation }
settings-staff-text = People who work here, with or without a sign-in of their own.
staff-no-login = No sign-in
staff-add = Add somebody…
staff-add-title = Add somebody
staff-name = Name
staff-contact = E-mail to sign in with
staff-contact-text = An invitation with a button goes there.
staff-contact-malformed = This is neither an e-mail address nor a phone number.
staff-grants = Opens their own bookings; more can be ticked then. Nothing is sent before Save.
staff-has-login = Untick to withdraw it. Nothing changes before Save.
staff-withdraws = Saving ends the sign-in at once, with everything that came with it.
staff-signs-in = Allow sign-in
staff-show = Show their access
staff-save = Save
staff-saved = Saved: { $name }.
staff-remove = Remove
staff-removed = Removed: { $name }.
