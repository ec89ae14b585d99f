# Letters. $organisation, $inviter and $name are names; $contact is an address; $when and $until are written dates.

letter-hello = Hello { $name },
letter-hello-plain = Hello,
letter-link-hint = If the button does not work, copy this address into your browser:
letter-able = You will be able to
letter-able-now = You can now
letter-position = Position: { $position }
letter-reason = The reason given
letter-me = My memberships

## Invitation

letter-invitation-text = { $inviter } invites you to join { $organisation }. Your access level there: { $level }.
letter-invitation-text-operator = You are invited to run { $organisation }. Your access level there: { $level }.
letter-invitation-message = { $inviter } writes
letter-invitation-button = Accept invitation
letter-invitation-until = The link works until { $until }, and only for { $contact }.
letter-invitation-why = You get this letter because { $inviter } entered the address { $contact } in Doorward. You do not know { $inviter }? Then leave it, and nothing happens.
letter-invitation-why-operator = You get this letter because the address { $contact } was entered in Doorward. Was it a mistake? Then leave it, and nothing happens.

## Requests

letter-request-text = { $name } is waiting for an answer from { $organisation }. Open Doorward to approve or decline.
letter-request-note = { $name } writes
letter-decided-subject = { $name }: the request to { $organisation } is answered
letter-decider-why = You get this letter because you may decide requests at { $organisation }.
letter-approved-text = You are a member of { $organisation } now. Your access level: { $level }.
letter-declined-text = Your request to join { $organisation } was declined.
letter-declined-after = If you think that is a mistake, write to { $organisation }.

## Answers to invitations

letter-accepted-text = { $name } is a member of { $organisation } now. Access level: { $level }.
letter-invitation-declined-text = { $name } does not join { $organisation }. The invitation is closed.
letter-giver-lost-right-text = { $name } could not accept the invitation to { $organisation }, because { $inviter } may no longer give this access. Open Doorward and send it again, then it works.
letter-inviter-why = You get this letter because you may send invitations at { $organisation }.
letter-giver-why = You get this letter because you sent the invitation.

## What becomes of a membership

letter-added-text = { $organisation } has added you. Your access level: { $level }.
letter-grant-changed-text = Your access level at { $organisation } is { $level } now.
letter-suspended-text = Until it goes on, your access at { $organisation } does not work.
letter-resumed-text = Your access at { $organisation } works again. Your access level: { $level }.
letter-ended-text = Your access at { $organisation } no longer works.
letter-renewed-text = Your access at { $organisation } works. Your access level: { $level }.
letter-member-until = It works until { $until }.
letter-member-why = You get this letter because you have a membership or a request at { $organisation }.

## Accounts

letter-confirmation-subject = Confirm your address
letter-confirmation-text = Somebody signed up to Doorward as { $name } with this address. If it was you, type this code on the page where you signed up, or press the button.
letter-confirmation-button = Confirm address
letter-confirmation-after = The code works for ten minutes, the button for 24 hours. Was it not you? Then leave it, and nothing happens.
letter-account-exists-subject = You have an account already
letter-account-exists-text = Somebody signed up to Doorward with this address, but it has an account already. If it was you, sign in.
letter-account-exists-button = Sign in
letter-account-exists-after = Was it not you? Then leave it. Nothing was changed.
letter-account-why = You get this letter because the address { $contact } was used to sign up to Doorward.

## Reminders
# $asked and $end are written days, $end-time is a day with its time.

letter-invitation-waits-text = You are invited to join { $organisation } and have not answered yet. Your access level there: { $level }.
letter-invitation-ends-text = The invitation to join { $organisation } is about to end. Your access level there: { $level }.
letter-request-waits-text = { $name } asked to join { $organisation } on { $asked } and has no answer yet. Open Doorward to approve or decline.
letter-request-escalates-text = { $name } asked to join { $organisation } on { $asked } and still has no answer. Everybody who may decide is told now. Open Doorward to approve or decline.
letter-request-escalates-managed = From now on the organisation that manages { $organisation } may decide it, too.
letter-requests-handed-subject = { $count ->
    [one] { $count } request at { $organisation } is yours to decide
   *[other] { $count } requests at { $organisation } are yours to decide
}
letter-requests-handed-text = From now on you can decide who joins { $organisation }. These people are waiting for an answer. Open Doorward to approve or decline.
letter-requests-handed-line = { $name }, since { $asked }
letter-requests-handed-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
letter-membership-ends-soon-subject = Your membership of { $organisation } ends on { $end }
letter-membership-ends-soon-text = Your access at { $organisation } works until { $end-time }.
letter-membership-ends-text = Your access at { $organisation } works until { $end-time }, then it stops.
letter-membership-ends-after = Do you want to stay? Write to { $organisation }: it can renew your membership.
letter-new-link-text = Somebody opened the invitation that went to { $name }, but its time has passed. They would like a new link.
letter-new-link-how = Open Doorward and send the invitation again: a new letter goes out, and the old link stays dead. Do you know nothing of it? Then leave it.

## A new password

letter-reset-subject = Choose a new password
letter-reset-text = Somebody asked for a new password for your account. If it was you, choose one now.
letter-reset-button = Choose a new password
letter-reset-after = The link works for one hour, and once. Was it not you? Then leave it, and your password stays as it is.
letter-provider-connected-subject = Another way into your account
letter-provider-connected-text = An account of another site was connected to your account in Doorward. Whoever has it can sign in as you from now on.
letter-provider-connected-button = See your account
letter-provider-connected-after = Was it not you? Disconnect it there, and choose a new password at once.
letter-password-changed-subject = Your password was changed
letter-password-changed-text = The password of your account has been changed, and your other devices were signed out.
letter-password-changed-after = Was it not you? Then choose a new password at once.
letter-login-why = You get this letter because { $contact } is the login of your account in Doorward.
letter-new-address-subject = Confirm your new address
letter-new-address-text = { $name } wants to use this address for their account in Doorward. Type this code on the page where you asked for it.
letter-new-address-after = It works for ten minutes. Was it not you? Then leave it, and nothing happens.
letter-new-address-why = You get this letter because { $contact } was named as the new address of an account in Doorward.
letter-address-changed-subject = Your account has another address
letter-address-changed-text = Your account in Doorward is reached at another address now. This one no longer signs in to it and gets no more letters.
letter-address-changed-after = Was it not you? Then write to whoever runs this server at once.
letter-address-changed-why = You get this letter because { $contact } was the address of your account in Doorward.
letter-phone-changed-subject = The phone number of your account has changed
letter-phone-changed-text = The phone number of your account in Doorward was added, changed or removed.

## The digest

letter-digest-subject = { $count ->
    [one] { $count } thing happened
   *[other] { $count } things happened
}
letter-digest-text = This is what happened since the last letter.
letter-digest-button = Change how letters come
letter-digest-after = Open Doorward to deal with what waits. It stands there until somebody does.
letter-digest-why = You get this letter once a day because you chose so for { $contact }.

## Ownership

letter-ownership-offered-text = You can become Owner of { $organisation }. An Owner may do everything there, and delete the organisation.
letter-ownership-offered-how = Open Doorward within 7 days to accept. Until then nothing changes.
letter-ownership-offer-made-text = { $name } can accept ownership of { $organisation } within 7 days. Until then nothing changes.
letter-ownership-accepted-text = { $name } accepted ownership of { $organisation } and may do everything there from now on.
letter-ownership-withdrawn-text = Ownership of { $organisation } is no longer offered to { $name }.

## Letters and links that lead nowhere, and a request nobody can decide

letter-link-lost-right-text = { $name } could not join { $organisation } by the link “{ $link }”, because { $inviter } may no longer give this access. Open Doorward and make a new link.
letter-bounced-text = The invitation to { $organisation } did not reach { $name }: the other side refuses it for good.
letter-failed-text = The invitation to { $organisation } could not be sent to { $name }.
letter-undelivered-reason = What the other side said
letter-undelivered-how = Check the address and invite again, or open the invitation in Doorward and copy its link.
letter-request-stuck-text = You asked to join { $organisation } on { $asked }. Only you could decide this request, and nobody decides their own. Let somebody else decide requests, or cancel yours.
letter-requester-why = You get this letter because you asked to join { $organisation }.

## Management, and the end of accounts and organisations

letter-owner-why = You get this letter because you are an Owner of one of the two organisations.
letter-management-proposed-text = { $name } asks on behalf of { $organisation } that your organisations work together: one manages the other. It needs the yes of an Owner of the managing organisation. Until then nothing changes.
letter-management-accepted-text = { $name } accepted the management of { $organisation }. Whoever decides requests in the managing organisation can answer those that nobody answers here. While there is no Owner here, its Owners act.
letter-management-ended-text = { $name } ended the management of { $organisation }, or the proposal of it. From now on it stands on its own.
letter-account-closing-text = { $name } asked for their account at { $organisation } to be deleted. It closes when the grace period has passed, and can be kept until then. If { $name } is the last Owner, every Administrator is offered ownership; if nobody accepts, the organisation is deleted.
letter-account-deleted-text = { $name } deleted their account, and the membership at { $organisation } ended with it.
letter-organisation-deleted-text = { $organisation } was deleted, and your membership there ended with it.

## Text messages
# Two messages of 70 letters must hold it; the link stands at the end.

sms-invitation = { $organisation } invites you: { $link }
sms-code = { $code } is your code for { $site }. It works for 10 minutes. Tell it nobody.
sms-reset = New password for { $site }: { $link }
sms-account-exists = You already have an account at { $site }. Sign in: { $link }
sms-phone-changed = The phone number of your account at { $site } has changed. Was it not you? Write to whoever runs { $site }.
