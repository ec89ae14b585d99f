# Words shared by window, pages and letters.
# $status is a status name such as approved; $name a person's name; $when and $until are written dates.

## Access levels

level-owner = Owner
level-administrator = Administrator
level-finance-manager = Finance manager
level-manager = Manager
level-staff = Staff
level-member = Member
level-guest = Guest

## Permissions, as what one can do

permission-members-view = See who is a member
permission-members-manage = Add, pause, end and renew memberships
permission-requests-decide = Decide requests to join
permission-invitations-manage = Send and revoke invitations
permission-access-grant = Change what members may do
permission-levels-manage = Make and change access levels
permission-rooms-manage = Make and change rooms
permission-settings-manage = Change the organisation’s settings
permission-history-view = Read the history
permission-history-export = Save the history to a file
permission-billing-view = See bills
permission-billing-pay = Pay bills
permission-organisation-delete = Delete the organisation
permission-bookings-own = See and change your own bookings
permission-bookings-all = See and change everybody’s bookings
permission-clients-view = See clients and how to reach them
permission-clients-note = Write notes on clients
permission-sales = Sell and see sales
permission-online-booking = Set up online booking
permission-business-settings = Change the settings of the business
permission-spend-goods = Order goods at the organisation’s expense
permission-spend-bookings = Book at the organisation’s expense
permission-spend-coworking = Order coworking at the organisation’s expense
permission-spend-hotel = Order hotels at the organisation’s expense
permission-discounts = Use the partners’ discounts
permission-chat = Take part in the chat
permission-tasks = Work with tasks
permission-calendar = Use the calendar
permission-files = Work with files
permission-calls = Take part in calls
access-enters = Enter: { $room }
access-enters-all = Enter all rooms, also later ones

## Levels in one sentence

able-owner = Do everything in the organisation, also give access to others
able-administrator = Do everything in the organisation except delete it

## Statuses of a membership

status-invited = Invited
status-requested = Waiting
status-approved = Member
status-rejected = Declined
status-cancelled = Withdrawn
status-ended = Ended
status-expired = Expired
status-suspended = Paused
status-lapsed = Lapsed
status-ahead = Starts on { $when }

## What somebody did

decided = { $status ->
    [approved] { $name } approved this, { $when }.
    [rejected] { $name } declined this, { $when }.
    [cancelled] { $name } withdrew this, { $when }.
    [ended] { $name } ended this, { $when }.
    [expired] { $name } set this to expired, { $when }.
   *[changed] { $name } changed this, { $when }.
}

## Refusals of the rules

refusal-not-found = There is no such thing here, or it is not open to you.
refusal-no-access = You no longer have access to this organisation.
refusal-forbidden = Your access level does not include this.
refusal-sign-in-again = Sign in again first. This step needs a sign-in of the last 10 minutes.
refusal-external-sign-in = This organisation takes only sign-in with an external account, so nobody can be invited or let in by a link. Whoever runs the server changes this.
refusal-self = Nobody does this to themselves.
refusal-address-mismatch = This invitation is for another address.
refusal-wrong-status = { $status ->
    [invited] The invitation is still open.
    [requested] The request is still waiting.
    [approved] Already a member.
    [rejected] Already declined.
    [cancelled] Already withdrawn.
    [ended] The membership has ended.
   *[expired] The membership has expired.
}
refusal-expired = This no longer works: the time for it has passed.
refusal-used-up = This link has been used by as many people as it allows.
refusal-not-accepting = This organisation takes no requests to join at the moment.
refusal-offer-void = The offer no longer stands.
refusal-not-accepted = It was not accepted.
refusal-changed-meanwhile = Somebody changed this meanwhile. Choose which to keep.
refusal-target-above = This person holds more than you.
refusal-above-link = A link never gives this much. Invite by address instead.
refusal-above-giver = This gives more than you hold.
refusal-room-not-held = This opens a room that is not open to you.
refusal-dates = These dates are not possible.
refusal-plan-required = The organisation’s plan does not include this: it takes the Pro plan. Whoever runs the server changes the plan.
refusal-giver-lost-right = Who sent the invitation may no longer give this access. The organisation has been told.
refusal-needs-acceptance = Nobody becomes Owner without accepting it.
refusal-level-in-use = The access level is in use. Choose one that takes its place.
refusal-site-in-use = The site still has rooms, or it is the only one. Move or remove its rooms first.
refusal-already-member = Already a member.
refusal-already-open = There is an open request or invitation already.
refusal-already-invited = An invitation to this address is open already.
refusal-request-waiting = This person’s request waits to be decided.
refusal-other-domain = This link is for addresses at { $domains }.
refusal-person-left = This person left or declined. Send an invitation instead.
refusal-no-account = The organisation knows no such account.
refusal-too-soon = Asking again works from { $until }.
refusal-not-texted = No text message goes to this country from here. Use an e-mail address or a link.
refusal-limit = { $which ->
    [contact] This address has had as many invitations from here as one gets in a day. Try again tomorrow.
    [everywhere] This address has had as many invitations in a day as one gets from all organisations together. Try again tomorrow.
    [organisation] Your organisation has sent as many invitations today as one sends in a day. Try again tomorrow.
    [stopped] This address gets no more invitations from here, and trying again later does not change that. Talk to the person in another way.
    [kept] As many are kept already as can be. Remove one first.
   *[other] A limit is reached. Try again later.
}
refusal-invalid = One of the fields cannot hold this.
refusal-one-step = Management goes one step only: who manages an organisation is not managed itself.
refusal-has-members = The organisation still has members besides its Owners. End their memberships first.
refusal-manages-ownerless = This organisation manages one that has no Owner of its own without an end date. Give it an Owner first.
refusal-last-owner = An Owner must remain. Make somebody else Owner first.
refusal-unknown = The server said no for a reason that this version of Doorward does not know. Update Doorward to read it.

## Problems with a request to the server

problem-malformed = The server did not understand this.
problem-wrong-content-type = The server does not take this kind of content.
problem-too-large = This is larger than the server takes.
problem-signed-out = Sign in to go on.
problem-sign-in-failed = Address or password do not fit.
problem-not-found = There is no such thing here, or it is not open to you.
problem-wrong-method = This address does not work this way.
problem-id-reused = This was sent before with other content.
problem-bad-cursor = The list begins anew.
problem-no-longer-works = This no longer works.
problem-too-many = Too many attempts. Wait a little and try again.
problem-update-needed = This version of Doorward is too old for the server. Update it.
problem-foreign-origin = This came from another website and was not carried out.
problem-unknown-host = The server does not answer at this address.
problem-invalid = One of the fields cannot hold this.
problem-refused = This was refused.
problem-unavailable = The server cannot answer right now. Try again in a moment.
problem-store-full = The server has no room left. Nothing was changed.

## Notifications of the window

no-name = Name not given
notify-news = { $count ->
    [one] { $count } new notification
   *[other] { $count } new notifications
}
notify-refused = { $count ->
    [one] { $count } of your changes needs you
   *[other] { $count } of your changes need you
}
notify-review = Review
notify-later = Later
notify-requests = { $count ->
    [one] { $count } person is waiting
   *[other] { $count } people are waiting
}

## The tray

tray-waiting = { $count ->
    [0] Nobody is waiting
    [one] { $count } person is waiting
   *[other] { $count } people are waiting
}
tray-open = Open Requests
tray-pause = Pause notifications for 1 hour
tray-quit = Quit Doorward
import-running = Inviting: { $done } of { $total }
import-paused-at = Inviting paused: { $done } of { $total }
invite-people = Invite people

## What somebody is told: the subjects of letters, the lines of the bell and of notifications
# $by is who did it.

letter-invitation-subject = { $inviter } invites you to { $organisation }
letter-request-subject = { $name } asks to join { $organisation }
letter-approved-subject = { $organisation } approved your request
letter-declined-subject = { $organisation } declined your request
letter-accepted-subject = { $name } accepted your invitation
letter-invitation-declined-subject = { $name } declined your invitation
letter-giver-lost-right-subject = The invitation to { $organisation } could not be accepted
letter-added-subject = You are a member of { $organisation }
letter-grant-changed-subject = Your access at { $organisation } has changed
letter-suspended-subject = Your membership of { $organisation } is paused
letter-resumed-subject = Your membership of { $organisation } goes on
letter-ended-subject = Your membership of { $organisation } has ended
letter-renewed-subject = Your membership of { $organisation } is renewed
letter-invitation-waits-subject = Your invitation to { $organisation } is waiting
letter-invitation-ends-subject = Your invitation to { $organisation } ends soon
letter-request-waits-subject = { $name } is still waiting for an answer from { $organisation }
letter-request-escalates-subject = { $name } has been waiting too long for an answer from { $organisation }
letter-membership-ends-subject = Your membership of { $organisation } is about to end
letter-new-link-subject = { $name } asks for a new link to { $organisation }
letter-ownership-offered-subject = You are offered ownership of { $organisation }
letter-ownership-offer-made-subject = Ownership of { $organisation } is offered to { $name }
letter-ownership-accepted-subject = { $name } is Owner of { $organisation }
letter-ownership-withdrawn-subject = The offer of ownership of { $organisation } is withdrawn
letter-link-lost-right-subject = Nobody can join { $organisation } by “{ $link }”
letter-bounced-subject = Your invitation to { $name } came back
letter-failed-subject = Your invitation to { $name } could not be sent
letter-request-stuck-subject = Nobody else can decide your request to { $organisation }
letter-management-proposed-subject = { $organisation } asks to be managed
letter-management-accepted-subject = { $organisation } is managed from now on
letter-management-ended-subject = Management of { $organisation } has ended
letter-account-closing-subject = { $name } is closing their account
letter-account-deleted-subject = { $name } deleted their account
letter-organisation-deleted-subject = { $organisation } was deleted
letter-invitation-subject-operator = You are invited to { $organisation }
bell = Notifications
bell-unread = { $count ->
    [one] { $count } unread
   *[other] { $count } unread
}
bell-read-all = Mark all as read
bell-older = Show older
bell-nothing = Nothing yet
bell-nothing-text = Requests, answers and everything else you are told stand here.
bell-new = unread
bell-decided = { $by } handled the request of { $name } to { $organisation }
bell-requests-handed = Requests to join { $organisation } wait for your answer
bell-decided-nobody = The request of { $name } to { $organisation } is answered
bell-membership-ends-soon = Your membership of { $organisation } ends in a week
bell-unknown = Something happened at { $organisation }
