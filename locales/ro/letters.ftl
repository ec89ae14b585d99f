# Scrisori. $organisation, $inviter și $name sunt nume; $contact este o adresă; $when și $until sunt date scrise.

letter-hello = Bună, { $name },
letter-hello-plain = Bună,
letter-link-hint = Dacă butonul nu funcționează, copiază această adresă în browser:
letter-able = Ce vei putea face
letter-able-now = Ce poți face acum
letter-position = Funcție: { $position }
letter-reason = Motivul
letter-me = Organizațiile mele

## Invitație

letter-invitation-text = { $inviter } te invită să aderi la { $organisation }. Nivelul tău de acces: { $level }.
letter-invitation-text-operator = Ai o invitație de a conduce { $organisation }. Nivelul tău de acces: { $level }.
letter-invitation-message = { $inviter } scrie
letter-invitation-button = Acceptă invitația
letter-invitation-until = Linkul este valabil până la { $until } și numai pentru { $contact }.
letter-invitation-why = Primești această scrisoare pentru că { $inviter } a introdus adresa { $contact } în Doorward. { $inviter } este un nume necunoscut? Nu face nimic și nu se întâmplă nimic.
letter-invitation-why-operator = Primești această scrisoare pentru că adresa { $contact } a fost introdusă în Doorward. Este o greșeală? Nu face nimic și nu se întâmplă nimic.

## Cereri

letter-request-text = { $name } așteaptă un răspuns de la { $organisation }. Deschide Doorward pentru a aproba sau a respinge.
letter-request-note = { $name } scrie
letter-decided-subject = { $name }: cererea către { $organisation } are un răspuns
letter-decider-why = Primești această scrisoare pentru că poți decide asupra cererilor la { $organisation }.
letter-approved-text = Calitatea ta de membru la { $organisation } este confirmată. Nivelul tău de acces: { $level }.
letter-declined-text = Cererea ta de a adera la { $organisation } a fost respinsă.
letter-declined-after = Dacă este o greșeală, scrie la { $organisation }.

## Răspunsuri la invitații

letter-accepted-text = { $name } face acum parte din { $organisation }. Nivel de acces: { $level }.
letter-invitation-declined-text = { $name } nu aderă la { $organisation }. Invitația este închisă.
letter-giver-lost-right-text = { $name } nu a putut accepta invitația la { $organisation }, pentru că { $inviter } nu mai poate da acest acces. Deschide Doorward și trimite invitația din nou, apoi funcționează.
letter-inviter-why = Primești această scrisoare pentru că poți trimite invitații la { $organisation }.
letter-giver-why = Primești această scrisoare pentru că ai trimis invitația.

## Ce se întâmplă cu calitatea de membru

letter-added-text = Ai acces la { $organisation }. Nivelul tău de acces: { $level }.
letter-grant-changed-text = Nivelul tău de acces la { $organisation } este acum { $level }.
letter-suspended-text = Cât timp este suspendată, accesul tău la { $organisation } nu funcționează.
letter-resumed-text = Accesul tău la { $organisation } funcționează din nou. Nivelul tău de acces: { $level }.
letter-ended-text = Accesul tău la { $organisation } nu mai funcționează.
letter-renewed-text = Accesul tău la { $organisation } funcționează. Nivelul tău de acces: { $level }.
letter-member-until = Este valabil până la { $until }.
letter-member-why = Primești această scrisoare pentru că ai o calitate de membru sau o cerere la { $organisation }.

## Conturi

letter-confirmation-subject = Confirmă adresa
letter-confirmation-text = Cu această adresă s-a creat în Doorward contul „{ $name }”. Dacă ai fost tu, scrie acest cod pe pagina unde ai creat contul sau apasă butonul.
letter-confirmation-button = Confirmă adresa
letter-confirmation-after = Codul este valabil zece minute, butonul 24 de ore. Nu ai fost tu? Nu face nimic și nu se întâmplă nimic.
letter-account-exists-subject = Ai deja un cont
letter-account-exists-text = Cineva a folosit această adresă pentru un cont nou în Doorward, dar adresa are deja un cont. Dacă ai fost tu, intră în cont.
letter-account-exists-button = Intră în cont
letter-account-exists-after = Nu ai fost tu? Nu face nimic. Nimic nu s-a schimbat.
letter-account-why = Primești această scrisoare pentru că adresa { $contact } a fost folosită pentru un cont în Doorward.

## Amintiri
# $asked și $end sunt zile scrise, $end-time este o zi cu ora ei.

letter-invitation-waits-text = Ai o invitație de a adera la { $organisation } și încă nu ai răspuns. Nivelul tău de acces: { $level }.
letter-invitation-ends-text = Invitația de a adera la { $organisation } expiră curând. Nivelul tău de acces: { $level }.
letter-request-waits-text = { $name } a cerut pe { $asked } să adere la { $organisation } și încă nu are răspuns. Deschide Doorward pentru a aproba sau a respinge.
letter-request-escalates-text = { $name } a cerut pe { $asked } să adere la { $organisation } și tot nu are răspuns. Acum află toți cei care pot decide. Deschide Doorward pentru a aproba sau a respinge.
letter-request-escalates-managed = De acum poate decide și organizația care administrează { $organisation }.
letter-requests-handed-subject = { $count ->
    [one] { $count } cerere așteaptă decizia ta: { $organisation }
    [few] { $count } cereri așteaptă decizia ta: { $organisation }
   *[other] { $count } de cereri așteaptă decizia ta: { $organisation }
}
letter-requests-handed-text = De acum poți decide cine intră în { $organisation }. Aceste persoane așteaptă un răspuns. Deschide Doorward pentru a aproba sau a respinge.
letter-requests-handed-line = { $name }, din { $asked }
letter-requests-handed-more = { $count ->
    [one] și încă { $count }
    [few] și încă { $count }
   *[other] și încă { $count }
}
letter-membership-ends-soon-subject = Calitatea ta de membru la { $organisation } se încheie pe { $end }
letter-membership-ends-soon-text = Accesul tău la { $organisation } este valabil până la { $end-time }.
letter-membership-ends-text = Accesul tău la { $organisation } este valabil până la { $end-time }, apoi se oprește.
letter-membership-ends-after = Vrei să rămâi? Scrie la { $organisation }: îți poate reînnoi calitatea de membru.
letter-new-link-text = Invitația trimisă la { $name } a fost deschisă, dar termenul ei a trecut. Este nevoie de un link nou.
letter-new-link-how = Deschide Doorward și trimite invitația din nou: pleacă o scrisoare nouă, iar linkul vechi rămâne nevalabil. Nu știi nimic despre asta? Nu face nimic.

## O parolă nouă

letter-reset-subject = Alege o parolă nouă
letter-reset-text = S-a cerut o parolă nouă pentru contul tău. Dacă ai fost tu, alege-o acum.
letter-reset-button = Alege o parolă nouă
letter-reset-after = Linkul este valabil o oră și o singură dată. Nu ai fost tu? Nu face nimic și parola rămâne aceeași.
letter-provider-connected-subject = Un mod nou de a intra în contul tău
letter-provider-connected-text = Un cont de pe alt site a fost conectat la contul tău Doorward. De acum se poate intra și cu el în numele tău.
letter-provider-connected-button = Vezi contul tău
letter-provider-connected-after = Nu ai fost tu? Deconectează-l acolo și alege imediat o parolă nouă.
letter-password-changed-subject = Parola ta a fost schimbată
letter-password-changed-text = Parola contului tău a fost schimbată, iar contul a fost închis pe celelalte dispozitive ale tale.
letter-password-changed-after = Nu ai fost tu? Alege imediat o parolă nouă.
letter-login-why = Primești această scrisoare pentru că { $contact } este numele de utilizator al contului tău Doorward.
letter-new-address-subject = Confirmă adresa nouă
letter-new-address-text = { $name } vrea să folosească această adresă pentru contul său Doorward. Scrie acest cod pe pagina unde l-ai cerut.
letter-new-address-after = Este valabil zece minute. Nu ai fost tu? Atunci nu face nimic și nu se întâmplă nimic.
letter-new-address-why = Primești această scrisoare pentru că { $contact } a fost indicată ca adresă nouă a unui cont Doorward.
letter-address-changed-subject = Contul tău are altă adresă
letter-address-changed-text = Contul tău Doorward are acum altă adresă. Cu aceasta nu se mai poate intra și nu mai primește scrisori.
letter-address-changed-after = Nu ai fost tu? Atunci scrie imediat celor care țin acest server.
letter-address-changed-why = Primești această scrisoare pentru că { $contact } a fost adresa contului tău Doorward.
letter-phone-changed-subject = Numărul de telefon al contului tău s-a schimbat
letter-phone-changed-text = Numărul de telefon al contului tău Doorward a fost adăugat, schimbat sau șters.

## The digest

letter-digest-subject = { $count ->
    [one] S-a întâmplat { $count } lucru
    [few] S-au întâmplat { $count } lucruri
   *[other] S-au întâmplat { $count } de lucruri
}
letter-digest-text = Iată ce s-a întâmplat de la ultima scrisoare.
letter-digest-button = Schimbă cum vin scrisorile
letter-digest-after = Deschide Doorward ca să răspunzi celor care așteaptă. Totul rămâne acolo până răspunde cineva.
letter-digest-why = Primești această scrisoare o dată pe zi fiindcă ai ales așa pentru { $contact }.

## Proprietari

letter-ownership-offered-text = Poți deveni proprietarul organizației { $organisation }. Proprietarul poate face totul acolo, inclusiv să șteargă organizația.
letter-ownership-offered-how = Ca să accepți, deschide Doorward în 7 zile. Până atunci nu se schimbă nimic.
letter-ownership-offer-made-text = { $name } poate accepta în 7 zile rolul de proprietar al organizației { $organisation }. Până atunci nu se schimbă nimic.
letter-ownership-accepted-text = { $name } a acceptat rolul de proprietar al organizației { $organisation } și poate face totul acolo de acum înainte.
letter-ownership-withdrawn-text = Rolul de proprietar al organizației { $organisation } nu mai este oferit. Cui: { $name }.

## Letters and links that lead nowhere, and a request nobody can decide

letter-link-lost-right-text = { $name } nu a putut adera la { $organisation } prin linkul „{ $link }”, pentru că { $inviter } nu mai poate da acest acces. Deschide Doorward și creează un link nou.
letter-bounced-text = Invitația la { $organisation } nu a ajuns la { $name }: cealaltă parte o refuză definitiv.
letter-failed-text = Invitația la { $organisation } nu a putut fi trimisă: { $name }.
letter-undelivered-reason = Ce a răspuns cealaltă parte
letter-undelivered-how = Verifică adresa și invită din nou sau deschide invitația în Doorward și copiază linkul.
letter-request-stuck-text = Ai cerut pe { $asked } să aderi la { $organisation }. Doar tu ai putea decide această cerere, iar nimeni nu își decide propria cerere. Dă altcuiva dreptul de a decide cereri sau anuleaz-o pe a ta.
letter-requester-why = Primești această scrisoare pentru că ai cerut să aderi la { $organisation }.

## Management, and the end of accounts and organisations

letter-owner-why = Primești această scrisoare deoarece ești proprietar al uneia dintre cele două organizații.
letter-management-proposed-text = { $name } propune, în numele organizației { $organisation }, ca una dintre organizațiile tale să o administreze pe cealaltă. Este nevoie de acordul unui proprietar al organizației care administrează. Până atunci nu se schimbă nimic.
letter-management-accepted-text = { $name } a acceptat administrarea organizației { $organisation }. Cine decide cererile în organizația care administrează poate răspunde și la cele la care nu răspunde nimeni aici. Cât timp aici nu există proprietar, acționează proprietarii ei.
letter-management-ended-text = { $name } a încheiat administrarea organizației { $organisation } sau propunerea de a o administra. De acum înainte este de sine stătătoare.
letter-account-closing-text = { $name } a cerut ștergerea contului; privește organizația { $organisation }. Contul se închide când trece perioada de așteptare și poate fi păstrat până atunci. Dacă este ultimul proprietar, fiecărui administrator i se oferă proprietatea; dacă nimeni nu acceptă, organizația se șterge.
letter-account-deleted-text = { $name } și-a șters contul, iar calitatea de membru la { $organisation } s-a încheiat.
letter-organisation-deleted-text = Organizația { $organisation } a fost ștearsă, iar calitatea ta de membru s-a încheiat.

## Text messages
# Two messages of 70 letters must hold it; the link stands at the end.

sms-invitation = { $organisation } te invită: { $link }
sms-code = { $code } este codul tău pentru { $site }. E valabil 10 minute. Nu-l spune nimănui.
sms-reset = Parolă nouă pentru { $site }: { $link }
sms-account-exists = Ai deja un cont pe { $site }. Conectare: { $link }
sms-phone-changed = Numărul de telefon al contului tău pe { $site } s-a schimbat. Nu ai fost tu? Scrie celor care țin { $site }.
