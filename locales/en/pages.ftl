# Pages that invited and requesting people see.
# $organisation, $inviter and $name are names; $contact is an address; $when is a written date.

language-name = English
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-time = { $date }, { $time } UTC

## Every page

page-language = Language
page-signed-in = Signed in as { $contact }
page-errors = Check these fields
page-optional = optional
page-sign-in = Sign in
page-sign-up = Create an account
page-sign-out = Sign out
page-me = My memberships
page-help = Help
page-cancel = Back
card-empty = First and last name

## Sign up

sign-up-title = Create your account
sign-up-for = for { $organisation }
sign-up-button = Create account
sign-up-have = Have an account already?
sign-up-preview = Show how others will see me
field-name = First and last name
field-name-hint = This is how others will see you.
field-email = E-mail address
field-email-fixed = The invitation was sent to this address. It becomes your login.
field-email-or-phone = E-mail address or phone
field-email-or-phone-hint = With a phone we send a code by text message. Write it with the country code, such as +372 5555 1234.
field-code = Code
field-phone = Phone
field-phone-fixed = The invitation was sent to this number. It becomes your login.
field-password = Password
field-password-hint = At least { $length } characters. Not a password that many people use, and not made of your name, your address or the name of the organisation. A few words in a row are easy to remember.
field-password-count = Characters: { $count } (at least { $length })
error-name = Write your first and last name, at most 80 characters, without a web address.
error-email = Write a complete e-mail address, for example anna@example.com.
error-did-you-mean = Did you mean { $contact }? Correct it, or send the form again if it is right as it is.
error-email-or-phone = Write an e-mail address, or a phone with its country code that we can send a code to.
error-phone = Write the number with its country code, for example +372 5555 1234.
error-code = That is not the code. After five tries it no longer works.
error-password-short = Make it at least { $length } characters long.
error-password-long = Make it at most { $length } characters long.
error-password-common = This password is on lists that attackers try first. Choose another one.
error-password-context = This password is made of names that are easy to guess here. Choose another one.
no-texts-title = This server sends no text messages
no-letters-title = This server sends no letters
no-letters-text = An address is confirmed by a letter, so nobody can sign up here by themselves. Ask whoever runs the server to set up mail, or for an invitation made by them.
check-mail-title = Check your mail
check-mail-text = A letter is on its way to { $contact }. Type the code from it here, or open its link. The code works for ten minutes, the link for 24 hours.
check-mail-hint = Nothing there after a few minutes? Look in the spam folder, or start again.
code-title = Enter the code
code-text = If { $contact } can be reached, a code of six digits is on its way there. It works for ten minutes.
code-button = Confirm
code-again = Start again
code-hint = No message after a minute? The number may be mistyped, or have an account already: sign in with it.
code-dead-title = This code no longer works
code-dead-text = It was used or tried too often, or its time is over. Start again: a new code comes with it.
code-dead-link = It was tried too often, or its ten minutes are over. The link in the letter works still. Or start again: a new code comes with it.

## Sign in and out

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-none = No account yet?
sign-out-title = Sign out?
sign-out-text = { $contact } will be signed out of this browser. Your memberships stay as they are.
signed-out-title = Signed out
signed-out-text = Nobody is signed in in this browser now.

## Confirm an address

confirm-title = Confirm your address
confirm-text = { $contact } becomes the login of the account “{ $name }”.
confirm-not-you = Did somebody else sign up with your address? Close this page, and nothing happens.
confirm-button = Confirm address
confirmed-notice = The address is confirmed. Sign in to go on.
confirm-dead-title = This link no longer works
confirm-dead-text = It was used already, or its 24 hours have passed. Sign in, or sign up again to get a new letter.

## Help

help-title = Joining, step by step
help-account-title = Joining without an account
help-account-text = Open the link from the letter, the message or the QR code and press “{ join-continue }”. Write your first and last name and choose a password. Confirm your address or number with the link or code that we send there, and accept the invitation. All of it works in the browser of a phone or a computer; nothing has to be installed.
help-profile-title = Your name and profile
help-profile-text = Others see the first and last name of your account. You can change it under “{ account-title }”, and every organisation you belong to gets the new one. Whether you are listed publicly you choose under “{ page-me }”, for each organisation by itself.
help-switch-title = Several accounts and organisations
help-switch-text = One account can belong to any number of organisations: “{ page-me }” shows them all, and the Doorward program lists the work of all of them together and switches between them at once. To use another account in the same browser or program, sign out first; work that was not sent can be kept for the account it belongs to.
help-guest-title = What a guest may do
help-guest-text = A guest takes part in the chat, the tasks, the calendar, the files and the calls of the organisation that invited them, and has its partners’ discounts. A guest does not see the list of members and decides nothing.

## Join

join-title = { $inviter } invites you
join-title-operator = You are invited to { $organisation }
join-title-link = Join { $organisation }
join-message = { $inviter } writes
join-able = You will be able to
join-level = Access level: { $level }
join-limited = Administration only at: { $sites }
join-from = From { $when }
join-until = Until { $when }
join-for = This invitation is for { $contact }.
join-for-domains = This link is for addresses at { $domains }.
join-signed-in = You are signed in as { $contact }.
join-works-until = The link works until { $when }.
join-stranger = You do not know { $inviter }? Close this page, and nothing happens.
join-stranger-link = You do not know { $organisation }? Close this page, and nothing happens.
join-accept = Accept invitation
join-decline = Decline
join-continue = Continue
join-have-account = Sign in with your account
join-another = Use another account
join-add-phone = Add this number to your account
join-add-address = Add this address to your account
join-ask-as = Ask to join as { $name }
join-link-button = Join
join-link-ask = Ask to join
join-link-approval = Somebody at { $organisation } decides about it first.
join-done-title = Welcome to { $organisation }
join-done-text = You are a member now. Your access works at once.
join-asked-title = Request sent
join-asked-text = { $organisation } has been told. You will read the answer here and at { $contact }.
join-declined-title = You declined
join-declined-text = { $organisation } has been told. You can close this page.
join-expired-title = This invitation has expired
join-expired-text = Ask { $inviter } for a new one.
join-expired-link-text = Ask the person who gave it to you for a new one.
join-revoked-title = This invitation was withdrawn
join-revoked-text = { $organisation } took it back. If you think that is a mistake, ask { $inviter }.
join-refused-title = This invitation was declined
join-refused-text = It cannot be accepted any more. Ask { $inviter } for a new one.
join-used-title = This invitation has been used
join-used-text = Somebody has joined with it already. If it was you, sign in with the account you used then.
join-used-up-title = This link has been used up
join-used-up-text = As many people have joined with it as it allows. Ask for a new one.
join-closed-title = This link was closed
join-closed-text = { $organisation } closed it. Ask for a new one.
join-renewed-title = This link was renewed
join-renewed-text = { $organisation } made a new one in its place. Use the newest letter, or ask for the new link.
join-renewed-phone = { $organisation } made a new one in its place. Use the newest text message, or ask for the new link.
join-unknown-title = This link does not work
join-unknown-text = A newer letter may hold the link that works, or a part of the address got lost when it was copied.
join-lost-title = Open the link again
join-lost-text = This page forgets the link after ten minutes. Open it again from the letter or message, or from where you found the link or code.
join-member-title = You are a member of { $organisation }
join-member-text = Nothing is left to do here.
join-refusal-title = This does not work right now

## Community page

community-title = Join { $organisation }
community-text = Send a request. Somebody at { $organisation } reads it and answers.
community-account-first = To send a request you need an account, so that the answer finds you.
field-position = Your position
field-note = Note
field-note-hint = Who you are and why you ask. Only those who decide read it.
community-answer-to = You will read the answer here and at { $contact }.
community-answer-here = You will read the answer here.
community-answer-change = Change
community-answer-add = Add an e-mail address
community-decided-by = Decided by: { $names }.
community-decided-by-more = Decided by: { $names } and others.
community-send = Send request
community-closed-title = No requests are taken here
community-closed-text = There is no such community, or it takes no requests at the moment.
community-open-title = You have asked already
community-open-text = Your request to { $organisation } waits for an answer, or an invitation to you is open. You find it among your memberships.
error-too-long = Shorten this to at most { $length } characters.
error-answer = Answer this question.

## My memberships

me-title = My memberships
me-text = Members are residents of their community and get its privileges. Do you belong to another community here? Send it a request. To change your position, write to its administrator.
me-none-title = No membership yet
me-none-text = Members are residents of their community and get its privileges. Do you belong to a community here? Send it a request, or open the link of an invitation that you got.
me-asked = sent { $when }
me-since = since { $when }
me-invited = invited { $when }
me-ended = until { $when }
me-withdraw = Withdraw request
me-withdrawn = The request to { $organisation } is withdrawn.
me-past = { $count ->
    [one] { $count } former membership
   *[other] { $count } former memberships
}

## When something does not work

limit-title = Too many attempts
limit-text = { $seconds ->
    [one] Wait { $seconds } second, then try again.
   *[other] Wait { $seconds } seconds, then try again.
}
foreign-title = This came from another website
foreign-text = Nothing was changed. Open the page here and try again.
lost-title = There is no such page
lost-text = The address may be wrong, or the page is not open to you.
broken-title = This did not work

## A new password

sign-in-forgot = Forgot your password?
forgot-title = Choose a new password
forgot-text = Write the address or phone number you sign in with. A link goes there.
forgot-button = Send the link
forgot-sent-text = If { $contact } is the login of an account, a link is on its way to it. Open it to choose a new password. It works for one hour.
forgot-sent-hint = Nothing there after a few minutes? Look in the spam folder, or try another address of yours.
reset-title = Choose a new password
reset-text = You are signed out on every device then, and sign in with the new password.
reset-button = Change password
reset-done = Your password is changed. Sign in with the new one.
reset-dead-text = It was used already, a newer letter holds the link that works, or its hour has passed.
reset-again = Send a new letter
field-login = Login
field-new-password = New password

## Joining, more of it

join-card = Others will see you like this
join-not-bookings = Other people’s bookings: not included
join-not-clients = Clients and how to reach them: not included
join-not-members = Managing people: not included
join-gone-title = This organisation is closed
join-gone-text = { $organisation } takes nobody in any more. The link no longer works.
join-expired-link-title = This link has expired
join-expired-can-ask = You can ask for a new link here. The letter with it goes to the address that was invited.
join-expired-can-ask-phone = You can ask for a new link here. The text message with it goes to the number that was invited.
join-expired-ask = Ask { $inviter } for a new link
join-expired-ask-all = Ask { $organisation } for a new link
join-expired-asked-title = Asked for a new link
join-expired-asked-text = { $organisation } has been asked for a new link. When it is sent, you find it in your mail.
join-expired-asked-phone = { $organisation } has been asked for a new link. When it is sent, it comes as a text message.
join-stop = Do not invite me to { $organisation } again
join-stopped-title = No more invitations from here
join-stopped-text = { $organisation } can no longer send invitations to this address. One that is open can be left to expire.

## Choosing a community

choose-title = Join a community
choose-text = Members get the privileges of residents. Do you belong to one of these communities? Send it a request.
choose-none-title = No community to join
choose-none-text = No community takes requests at the moment. With an invitation you can join any time: open its link.
choose-none-yet = Choose a community
choose-later = { $organisation }: from { $when }
choose-declined = Declined on { $when }
choose-declined-reason = Declined on { $when }: { $reason }
choose-left-out = { $count ->
    [one] { $count } community is not listed: you are in it or have asked.
   *[other] { $count } communities are not listed: you are in them or have asked.
}
choose-left-out-some = Communities that you are in or have asked are not listed.
choose-search = Name of the community
choose-find = Search
choose-more = { $count ->
    [one] { $count } community is shown, and there are more. Search for yours by its name.
   *[other] { $count } communities are shown, and there are more. Search for yours by its name.
}
choose-nothing-found = No community that takes requests has “{ $text }” in its name.
choose-skip = Skip for now
choose-later-hint = You can do this any time from your memberships.
field-community = Community
error-community = Choose a community from the list.
community-card = They will see you like this

## What one does with a membership

me-until = until { $when }
me-visible = Visible in the public list
me-shown = { $organisation } lists you publicly now.
me-hidden = { $organisation } no longer lists you publicly.
me-leave = Leave…
me-leave-text = Your access at { $organisation } ends at once, and the organisation sees that you left. To come back you need a new invitation or request.
me-leave-button = Leave { $organisation }
me-left = You left { $organisation }.
me-last-owner = You are its last Owner. Make somebody else Owner before you leave.
me-request = Ask to join another community
me-request-first = Ask to join a community
me-accepted = Welcome to { $organisation }. You are a member now.
me-declined = You declined the invitation of { $organisation }.
me-offer = { $name } offers you ownership…
me-offer-means = As Owner you can do everything there: every room, everybody’s access, deleting the organisation. Your access has no end date from then on.
me-offer-ends = If you do not want it, there is nothing to do: the offer ends by itself on { $when }.
me-own = Become Owner
me-owner = You are Owner of { $organisation } now.
me-stuck = Only you could decide this request, and nobody decides their own. Let somebody else decide requests, or withdraw it.
limit-minutes = { $minutes ->
    [one] Wait { $minutes } minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
}

## Rooms, passes and what came to nothing

me-resident = Resident { $organisation }
me-pass = Show pass
me-pass-of = Show pass: { $organisation }
me-rooms = Access to rooms
me-all-rooms = All rooms
me-no-rooms = No room yet
me-more-rooms = For more rooms, write to the administrator of { $organisation }.
me-reason = Reason: { $reason }
me-closed = Cancelled and declined
me-closed-show = { $count ->
    [one] Show { $count } cancelled or declined
   *[other] Show { $count } cancelled or declined
}
me-closed-hide = Hide cancelled and declined
pass-title = My pass
pass-code = QR code of the pass
pass-text = Hold the code to the reader at the door. It works for one minute, and this page renews it by itself.
pass-first = { $count ->
    [one] The code opens the first { $count } of your rooms.
   *[other] The code opens the first { $count } of your rooms.
}
pass-none-title = There is no pass
pass-none-text = A pass is for members whose access works now.

## Making an organisation

founding-title = Make an organisation
founding-text = You become its Owner: you decide who gets in and what they may do there.
founding-button = Make it
founding-done-title = { $organisation } is there
founding-done-text = You are its Owner, and your access works at once.
founding-done-next = Open the Doorward program on your computer and sign in with { $contact }. There you invite people, make rooms and access levels, and choose whether strangers may ask to join.
founding-done-server = If it asks for the server: { $server }
field-organisation = Name of the organisation
error-organisation = Write the name of the organisation, at most 80 characters, without a web address.

## My account
account-title = My account
account-rename = Another name…
account-rename-text = What you are called now everywhere you are a member. What you did before keeps the old name in audit logs.
account-rename-button = Save the name
account-renamed = The new name is saved.
field-present-password = Present password
field-new-email = New e-mail address
field-new-phone = New phone number
field-new-phone-hint = With the country code, for example +372 5555 1234.
account-password-title = Change password
account-password-text = Every other device is signed out then. This browser stays signed in.
account-password-changed = Your password is changed. Every other device is signed out.
account-forgot = I do not know my present password
account-address-title = Change e-mail address
account-address-text = A code goes to the new address. Once you have typed it, you sign in with that address, and your organisations reach you there.
account-address-button = Send the code
account-address-sent = If { $contact } can be used, a code of six digits is on its way there. It works for ten minutes.
account-address-hint = No letter? The address may be mistyped, or have an account of its own.
account-address-same = This is your address already.
account-address-changed = You are reached at { $contact } now. The address before has been told.
account-phone-title = Phone number
account-phone-text = A code goes to the number by text message. Once you have typed it, you can sign in with the number, too. Organisations that know the number before get the new one.
account-phone-sent = If { $contact } can be used, a code of six digits is on its way there. It works for ten minutes.
account-phone-hint = No text message? The number may be mistyped, or have an account of its own.
account-phone-elsewhere = No text message goes to this country from here.
account-phone-same = This is your number already.
account-phone-changed = { $contact } is your number now.
account-phone-removed = The number is removed.
account-phone-remove = Remove the number…
account-phone-remove-text = You cannot sign in with it any more, and get no text messages. Organisations that reach you by it get your e-mail address instead.
account-phone-remove-button = Remove the number
account-phone-only = You sign in with this number alone: it can be changed, and not removed.
account-devices = Devices
account-here = this browser
account-seen = last used { $when }
account-sign-out = Sign out
account-signed-out = That device is signed out.
account-sign-out-others = Sign out everywhere else
account-signed-out-others = { $count ->
    [0] You are signed in nowhere else.
    [one] { $count } other device is signed out.
   *[other] { $count } other devices are signed out.
}
account-letters = Letters
account-letters-about = Letters about requests and invitations
account-letters-text = What concerns yourself always comes at once.
account-letters-at-once = Each at once
account-letters-daily = Together, once a day in the morning
account-letters-save = Save
account-letters-saved = Saved.
account-delete = Delete account…
account-delete-text = Your memberships end at once, requests and invitations are withdrawn, and administrators are told. What names you is erased everywhere. This cannot be undone.
account-delete-closes = You are the last Owner of { $organisations }. Your account closes on { $when }: until then you keep your access, can make somebody else Owner, and can take this back. After that { $organisations } is deleted with it.
account-delete-name = Your name, to confirm
account-delete-name-hint = Type { $name }
account-delete-button = Delete account
account-wrong-name = This is not the name of your account.
account-wrong-password = This is not your password.
account-closes = Your account closes on { $when }. Until then you keep your access, can make somebody else Owner, and can take this back.
account-keep = Keep my account
account-kept = Your account stays.
account-gone-title = Your account is deleted
account-gone-text = You are signed out everywhere. What names you is being erased.

## Public pages

me-public = Your public page
public-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
public-nobody = Nobody is listed here at the moment.
public-mine = My membership
public-join = Ask to join
public-before = Previous members
public-after = More members
public-member-of = Member of
notices-in-app = In the Doorward app, under “Requests”.
notices-older = Older

## Accounts of other sites

with-or = or
with-continue = Continue with { $provider }
with-new-text = { $provider } has said who you are. Is this how others should see you?
with-address-hint = { $provider } has verified this address. It becomes your login.
with-connect-title = Connect { $provider }
with-connect-text = { $contact } has an account here already. Sign in with its password first; then { $provider } is connected, and is enough from then on.
with-connect-own-text = Type the password of { $contact } once. From then on you can come in with { $provider }, too.
with-connect-button = Sign in and connect
with-again = Try again with { $provider }
with-otherwise = Come in another way
with-stale-title = This no longer works
with-stale-text = It took more than ten minutes, or you went on in another window. Nothing is lost.
with-down-title = { $provider } cannot be reached
with-down-text = Try again in a few minutes, or come in another way. Nothing is lost.
with-refused-title = { $provider } did not let you in
with-refused-text = Its answer does not prove who you are. Try again; if it happens again, tell whoever runs this server.
with-cancelled-title = You turned back at { $provider }
with-cancelled-text = Nothing was changed. You can come in another way.
with-taken-title = This { $provider } account is somebody’s already
with-taken-text = Another account here is connected to it. Sign out, and come in with { $provider } to see which one.
with-no-address-title = { $provider } has not verified an address of yours
with-no-address-text = An account here needs one. Create it with your e-mail address, or sign in with your password; then you can connect { $provider } under “{ account-title }”.
no-letters-ways = An address is confirmed by a letter, and this server sends none. Come in with an account that you have elsewhere.
account-ways = Ways to sign in
account-no-password = You have no password. The desktop program asks for one, and so do changing your address and deleting the account. A link to choose one comes by letter.
account-get-password = Choose a password
account-connected = connected on { $when }
account-connect = Connect { $provider }
account-disconnect = Disconnect
account-disconnected = { $provider } is disconnected.
account-last-way = This is your only way in. Choose a password first, then disconnect.
