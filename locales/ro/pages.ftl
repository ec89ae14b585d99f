# Pagini pentru persoanele invitate și pentru cele care cer să adere.
# $organisation, $inviter și $name sunt nume; $contact este o adresă; $when este o dată scrisă.

language-name = Română
date = { $day } { $month ->
    [1] ianuarie
    [2] februarie
    [3] martie
    [4] aprilie
    [5] mai
    [6] iunie
    [7] iulie
    [8] august
    [9] septembrie
    [10] octombrie
    [11] noiembrie
   *[12] decembrie
} { $year }
date-time = { $date }, ora { $time } UTC

## Fiecare pagină

page-language = Limba
page-signed-in = Cont deschis: { $contact }
page-errors = Verifică aceste câmpuri
page-optional = opțional
page-sign-in = Intră în cont
page-sign-up = Creează un cont
page-sign-out = Ieși din cont
page-me = Organizațiile mele
page-help = Ajutor
page-cancel = Înapoi
card-empty = Prenume și nume

## Cont nou

sign-up-title = Creează un cont
sign-up-for = pentru { $organisation }
sign-up-button = Creează contul
sign-up-have = Ai deja un cont?
sign-up-preview = Arată cum mă vor vedea ceilalți
field-name = Prenume și nume
field-name-hint = Așa te vor vedea ceilalți.
field-email = Adresă de e-mail
field-email-fixed = Invitația a fost trimisă la această adresă. Ea devine numele tău de utilizator.
field-email-or-phone = Adresă de e-mail sau telefon
field-email-or-phone-hint = Pe telefon trimitem un cod prin SMS. Scrie numărul cu prefixul țării, de exemplu +373 69 123 456.
field-code = Cod
field-phone = Telefon
field-phone-fixed = Invitația a fost trimisă la acest număr. El devine numele tău de utilizator.
field-password = Parolă
field-password-hint = Cel puțin { $length } caractere. Nu o parolă folosită de mulți și nici una făcută din numele tău, adresa ta sau numele organizației. Câteva cuvinte la rând se țin minte ușor.
field-password-count = Caractere: { $count } (cel puțin { $length })
error-name = Scrie prenumele și numele: cel mult 80 de caractere, fără adrese web.
error-email = Scrie adresa completă, de exemplu anna@example.com.
error-did-you-mean = Ai vrut să scrii { $contact }? Corectează adresa sau trimite formularul din nou dacă este corectă.
error-email-or-phone = Scrie o adresă de e-mail sau un telefon cu prefixul țării, la care putem trimite un cod.
error-phone = Scrie numărul cu prefixul țării, de exemplu +372 5555 1234.
error-code = Acesta nu este codul. După cinci încercări nu mai funcționează.
error-password-short = Parola trebuie să aibă cel puțin { $length } caractere.
error-password-long = Parola trebuie să aibă cel mult { $length } caractere.
error-password-common = Această parolă este pe listele pe care atacatorii le încearcă întâi. Alege alta.
error-password-context = Această parolă este formată din nume ușor de ghicit aici. Alege alta.
no-texts-title = Acest server nu trimite SMS-uri
no-letters-title = Acest server nu trimite scrisori
no-letters-text = Adresa se confirmă printr-o scrisoare, așa că aici nimeni nu își poate face singur un cont. Cere-i operatorului serverului să configureze e-mailul sau să îți facă o invitație.
check-mail-title = Verifică e-mailul
check-mail-text = O scrisoare este pe drum către { $contact }. Scrie aici codul din ea sau deschide linkul. Codul este valabil zece minute, linkul 24 de ore.
check-mail-hint = Nu a sosit după câteva minute? Caută în mesajele nedorite sau ia-o de la început.
code-title = Introdu codul
code-text = Dacă { $contact } poate primi mesaje, un cod din șase cifre este pe drum. Este valabil zece minute.
code-button = Confirmă
code-again = Ia-o de la început
code-hint = Nu a venit nimic într-un minut? Poate că numărul e scris greșit sau are deja un cont: conectează-te cu el.
code-dead-title = Codul nu mai funcționează
code-dead-text = A fost folosit sau încercat de prea multe ori ori i-a trecut timpul. Ia-o de la început: vine un cod nou.
code-dead-link = A fost încercat de prea multe ori ori au trecut cele zece minute. Linkul din scrisoare încă funcționează. Sau ia-o de la început: vine un cod nou.

## Intrare și ieșire

sign-in-title = Intră în cont
sign-in-button = Intră în cont
sign-in-none = Nu ai încă un cont?
sign-out-title = Ieși din cont?
sign-out-text = { $contact } va fi deconectat din acest browser. Calitatea ta de membru rămâne neschimbată.
signed-out-title = Cont închis
signed-out-text = În acest browser nu mai este deschis niciun cont.

## Confirmarea adresei

confirm-title = Confirmă adresa
confirm-text = { $contact } devine numele de utilizator al contului „{ $name }”.
confirm-not-you = Altcineva a folosit adresa ta? Închide pagina, nu se întâmplă nimic.
confirm-button = Confirmă adresa
confirmed-notice = Adresa este confirmată. Intră în cont pentru a continua.
confirm-dead-title = Acest link nu mai este valabil
confirm-dead-text = A fost folosit deja sau au trecut cele 24 de ore. Intră în cont sau creează contul din nou pentru o scrisoare nouă.

## Ajutor

help-title = Cum te alături, pas cu pas
help-account-title = Fără cont
help-account-text = Deschide linkul din scrisoare, din mesaj sau din codul QR și apasă „{ join-continue }”. Scrie prenumele și numele și alege o parolă. Confirmă adresa sau numărul cu linkul sau codul pe care îl trimitem acolo și acceptă invitația. Totul funcționează în browserul unui telefon sau calculator; nu trebuie instalat nimic.
help-profile-title = Numele și profilul tău
help-profile-text = Ceilalți văd prenumele și numele contului. Le poți schimba la „{ account-title }”, iar fiecare organizație din care faci parte primește numele nou. Dacă apari în lista publică alegi la „{ page-me }”, pentru fiecare organizație în parte.
help-switch-title = Mai multe conturi și organizații
help-switch-text = Un cont poate face parte din oricâte organizații: „{ page-me }” le arată pe toate, iar programul Doorward arată împreună lucrările tuturor și trece imediat de la una la alta. Pentru alt cont în același browser sau program, ieși mai întâi; ce nu a fost trimis poate fi păstrat pentru contul căruia îi aparține.
help-guest-title = Ce poate face un oaspete
help-guest-text = Un oaspete ia parte la chatul, sarcinile, calendarul, fișierele și apelurile organizației care l-a invitat și are reducerile partenerilor ei. Lista membrilor nu o vede și nu decide nimic.

## Aderare

join-title = { $inviter } te invită
join-title-operator = Invitație la { $organisation }
join-title-link = Aderă la { $organisation }
join-message = { $inviter } scrie
join-able = Ce vei putea face
join-level = Nivel de acces: { $level }
join-limited = Administrare doar la: { $sites }
join-from = Din { $when }
join-until = Până la { $when }
join-for = Invitația este pentru { $contact }.
join-for-domains = Linkul este pentru adrese de la { $domains }.
join-signed-in = Contul deschis acum: { $contact }.
join-works-until = Linkul este valabil până la { $when }.
join-stranger = { $inviter } este un nume necunoscut? Închide pagina, nu se întâmplă nimic.
join-stranger-link = { $organisation } este un nume necunoscut? Închide pagina, nu se întâmplă nimic.
join-accept = Acceptă invitația
join-decline = Refuză
join-continue = Continuă
join-have-account = Intră cu contul tău
join-another = Folosește alt cont
join-add-phone = Adaugă acest număr la contul tău
join-add-address = Adaugă această adresă la contul tău
join-ask-as = Cere să aderi ca { $name }
join-link-button = Aderă
join-link-ask = Cere să aderi
join-link-approval = Întâi decide { $organisation }.
join-done-title = Bun venit la { $organisation }
join-done-text = Calitatea de membru este confirmată. Accesul este deja valabil.
join-asked-title = Cerere trimisă
join-asked-text = { $organisation } știe de ea. Vei citi răspunsul aici și la { $contact }.
join-declined-title = Ai refuzat invitația
join-declined-text = { $organisation } știe acest lucru. Poți închide pagina.
join-expired-title = Această invitație a expirat
join-expired-text = Cere una nouă. Expeditor: { $inviter }.
join-expired-link-text = Cere unul nou de unde l-ai primit.
join-revoked-title = Această invitație a fost revocată
join-revoked-text = A fost revocată de { $organisation }. Dacă este o greșeală, întreabă expeditorul: { $inviter }.
join-refused-title = Această invitație a fost refuzată
join-refused-text = Nu mai poate fi acceptată. Cere una nouă. Expeditor: { $inviter }.
join-used-title = Această invitație a fost folosită
join-used-text = Cineva a aderat deja cu ea. Dacă ai fost tu, intră cu același cont.
join-used-up-title = Acest link s-a epuizat
join-used-up-text = Au aderat cu el câte persoane permite. Cere unul nou.
join-closed-title = Acest link a fost închis
join-closed-text = A fost închis de { $organisation }. Cere unul nou.
join-renewed-title = Acest link a fost înlocuit
join-renewed-text = { $organisation } a făcut unul nou în locul lui. Deschide cea mai nouă scrisoare sau cere linkul nou.
join-renewed-phone = { $organisation } a făcut unul nou în locul lui. Deschide cel mai nou SMS sau cere linkul nou.
join-unknown-title = Acest link nu funcționează
join-unknown-text = Linkul valabil poate fi într-o scrisoare mai nouă sau o parte din adresă s-a pierdut la copiere.
join-lost-title = Deschide din nou linkul
join-lost-text = Pagina uită linkul după zece minute. Deschide-l din nou: din scrisoare, din mesaj sau de acolo unde ai găsit linkul ori codul.
join-member-title = Ești deja la { $organisation }
join-member-text = Nu mai este nimic de făcut aici.
join-refusal-title = Acum nu este posibil

## Pagina comunității

community-title = Aderă la { $organisation }
community-text = Trimite o cerere. { $organisation } o citește și îți răspunde.
community-account-first = Pentru a trimite o cerere ai nevoie de un cont, ca răspunsul să ajungă la tine.
field-position = Funcția ta
field-note = Notă
field-note-hint = Cine ești și de ce ceri. O citesc numai cei care decid.
community-answer-to = Vei citi răspunsul aici și la { $contact }.
community-answer-here = Vei citi răspunsul aici.
community-answer-change = Schimbă
community-answer-add = Adaugă o adresă de e-mail
community-decided-by = Decizia aparține: { $names }.
community-decided-by-more = Decizia aparține: { $names } și alții.
community-send = Trimite cererea
community-closed-title = Aici nu se primesc cereri
community-closed-text = Nu există o astfel de comunitate sau acum nu primește cereri.
community-open-title = Ai cerut deja
community-open-text = Cererea ta către { $organisation } așteaptă un răspuns sau există o invitație deschisă pentru tine. O găsești între organizațiile tale.
error-too-long = Scurtează la cel mult { $length } caractere.
error-answer = Răspunde la această întrebare.

## Organizațiile mele

me-title = Organizațiile mele
me-text = Membrii sunt rezidenți ai comunității lor și primesc privilegiile ei. Faci parte și din altă comunitate de aici? Trimite-i o cerere. Pentru a-ți schimba funcția, scrie administratorului ei.
me-none-title = Nicio organizație încă
me-none-text = Membrii sunt rezidenți ai comunității lor și primesc privilegiile ei. Faci parte dintr-o comunitate de aici? Trimite-i o cerere sau deschide linkul invitației primite.
me-asked = trimisă pe { $when }
me-since = din { $when }
me-invited = invitație din { $when }
me-ended = până la { $when }
me-withdraw = Retrage cererea
me-withdrawn = Cererea către { $organisation } este retrasă.
me-past = { $count ->
    [one] o calitate de membru încheiată
    [few] { $count } calități de membru încheiate
   *[other] { $count } de calități de membru încheiate
}

## Când ceva nu funcționează

limit-title = Prea multe încercări
limit-text = { $seconds ->
    [one] Așteaptă { $seconds } secundă și încearcă din nou.
    [few] Așteaptă { $seconds } secunde și încearcă din nou.
   *[other] Așteaptă { $seconds } de secunde și încearcă din nou.
}
foreign-title = Cererea a venit de pe alt site
foreign-text = Nimic nu s-a schimbat. Deschide pagina aici și încearcă din nou.
lost-title = Nu există o astfel de pagină
lost-text = Adresa poate fi greșită sau pagina nu îți este accesibilă.
broken-title = Nu a reușit

## O parolă nouă

sign-in-forgot = Ai uitat parola?
forgot-title = Alege o parolă nouă
forgot-text = Scrie adresa sau telefonul cu care intri în cont. Acolo ajunge un link.
forgot-button = Trimite linkul
forgot-sent-text = Dacă { $contact } este numele de utilizator al unui cont, un link este pe drum. Deschide-l pentru a alege o parolă nouă. Este valabil o oră.
forgot-sent-hint = Nu a sosit după câteva minute? Caută în mesajele nedorite sau încearcă altă adresă a ta.
reset-title = Alege o parolă nouă
reset-text = După aceea contul se închide pe toate dispozitivele și intri cu parola nouă.
reset-button = Schimbă parola
reset-done = Parola este schimbată. Intră cu cea nouă.
reset-dead-text = A fost folosit deja, linkul valabil este într-o scrisoare mai nouă sau a trecut ora lui.
reset-again = Trimite o scrisoare nouă
field-login = Nume de utilizator
field-new-password = Parolă nouă

## Mai mult despre aderare

join-card = Așa te vor vedea ceilalți
join-not-bookings = Programările altora: nu sunt incluse
join-not-clients = Contactele clienților: nu sunt incluse
join-not-members = Administrarea persoanelor: nu este inclusă
join-gone-title = Această organizație este închisă
join-gone-text = { $organisation } nu mai primește pe nimeni. Linkul nu mai este valabil.
join-expired-link-title = Acest link a expirat
join-expired-can-ask = Poți cere aici un link nou. Scrisoarea cu el ajunge la adresa invitată.
join-expired-can-ask-phone = Poți cere aici un link nou. SMS-ul cu el ajunge la numărul invitat.
join-expired-ask = Cere un link nou de la { $inviter }
join-expired-ask-all = Cere un link nou de la { $organisation }
join-expired-asked-title = Ai cerut un link nou
join-expired-asked-text = { $organisation } știe că aștepți un link nou. Când este trimis, îl găsești în e-mail.
join-expired-asked-phone = { $organisation } știe că aștepți un link nou. Când este trimis, îl primești prin SMS.
join-stop = Nu mă mai invitați la { $organisation }
join-stopped-title = Gata cu invitațiile de aici
join-stopped-text = { $organisation } nu mai poate trimite invitații la această adresă. Una deschisă poate fi lăsată să expire.

## Alegerea comunității

choose-title = Aderă la o comunitate
choose-text = Membrii primesc privilegiile rezidenților. Faci parte din una dintre aceste comunități? Trimite-i o cerere.
choose-none-title = Nicio comunitate disponibilă
choose-none-text = Acum nicio comunitate nu primește cereri. Cu o invitație poți adera oricând: deschide linkul ei.
choose-none-yet = Alege o comunitate
choose-later = { $organisation }: din { $when }
choose-declined = Respinsă pe { $when }
choose-declined-reason = Respinsă pe { $when }: { $reason }
choose-left-out = { $count ->
    [one] O comunitate nu apare în listă: faci parte din ea sau ai trimis o cerere.
    [few] { $count } comunități nu apar în listă: faci parte din ele sau ai trimis o cerere.
   *[other] { $count } de comunități nu apar în listă: faci parte din ele sau ai trimis o cerere.
}
choose-left-out-some = Comunitățile din care faci parte sau cărora le-ai trimis o cerere nu apar în listă.
choose-search = Numele comunității
choose-find = Caută
choose-more = { $count ->
    [one] Este afișată { $count } comunitate, dar mai sunt și altele. Caut-o pe a ta după nume.
    [few] Sunt afișate { $count } comunități, dar mai sunt și altele. Caut-o pe a ta după nume.
   *[other] Sunt afișate { $count } de comunități, dar mai sunt și altele. Caut-o pe a ta după nume.
}
choose-nothing-found = Nicio comunitate care primește cereri nu are „{ $text }” în nume.
choose-skip = Omite deocamdată
choose-later-hint = Poți face asta oricând din pagina organizațiilor tale.
field-community = Comunitate
error-community = Alege o comunitate din listă.
community-card = Așa te vor vedea

## Ce faci cu o calitate de membru

me-until = până la { $when }
me-visible = Vizibil în lista publică
me-shown = Acum apari în lista publică: { $organisation }.
me-hidden = Nu mai apari în lista publică: { $organisation }.
me-leave = Pleacă…
me-leave-text = Accesul tău la { $organisation } se încheie imediat și organizația vede că ai plecat. Pentru a reveni ai nevoie de o invitație sau de o cerere nouă.
me-leave-button = Pleacă din { $organisation }
me-left = Ai plecat din { $organisation }.
me-last-owner = Nu există alt proprietar. Înainte de a pleca, fă proprietar pe altcineva.
me-request = Cere să aderi la altă comunitate
me-request-first = Cere să aderi la o comunitate
me-accepted = Bun venit la { $organisation }. Calitatea de membru este confirmată.
me-declined = Ai refuzat invitația de la { $organisation }.
me-offer = { $name } îți oferă proprietatea…
me-offer-means = Proprietarul poate face totul acolo: toate încăperile, accesul tuturor, ștergerea organizației. De atunci accesul tău nu mai are dată de încheiere.
me-offer-ends = Dacă nu dorești, nu e nimic de făcut: oferta se încheie singură, { $when }.
me-own = Devino proprietar
me-owner = Proprietatea e a ta: { $organisation }.
me-stuck = Doar tu ai putea decide această cerere, iar nimeni nu își decide propria cerere. Dă altcuiva dreptul de a decide cereri sau retrage-o.
limit-minutes = { $minutes ->
    [one] Așteaptă { $minutes } minut și încearcă din nou.
    [few] Așteaptă { $minutes } minute și încearcă din nou.
   *[other] Așteaptă { $minutes } de minute și încearcă din nou.
}

## Încăperi, permise și ce nu s-a împlinit

me-resident = Rezident { $organisation }
me-pass = Arată permisul
me-pass-of = Arată permisul: { $organisation }
me-rooms = Acces în încăperi
me-all-rooms = Toate încăperile
me-no-rooms = Nicio încăpere încă
me-more-rooms = Pentru mai multe încăperi, scrie administratorului: { $organisation }.
me-reason = Motiv: { $reason }
me-closed = Anulate și respinse
me-closed-show = { $count ->
    [one] Arată o cerere anulată sau respinsă
    [few] Arată { $count } cereri anulate sau respinse
   *[other] Arată { $count } de cereri anulate sau respinse
}
me-closed-hide = Ascunde cele anulate și respinse
pass-title = Permisul meu
pass-code = Codul QR al permisului
pass-text = Ține codul în fața cititorului de la ușă. Este valabil un minut, iar pagina îl reînnoiește singură.
pass-first = { $count ->
    [one] Codul deschide doar o încăpere, prima în ordine alfabetică.
    [few] Codul deschide doar { $count } încăperi, primele în ordine alfabetică.
   *[other] Codul deschide doar { $count } de încăperi, primele în ordine alfabetică.
}
pass-none-title = Nu există permis
pass-none-text = Permisul este pentru membrii al căror acces este valabil acum.

## O organizație nouă

founding-title = Creează o organizație
founding-text = Devii proprietarul ei: tu hotărăști cine intră și ce poate face acolo.
founding-button = Creează
founding-done-title = { $organisation } este creată
founding-done-text = Ești proprietarul ei, iar accesul tău funcționează imediat.
founding-done-next = Deschide programul Doorward pe calculator și conectează-te cu { $contact }. Acolo inviți oameni, adaugi săli și niveluri de acces și alegi dacă străinii pot cere să adere.
founding-done-server = Dacă ți se cere serverul: { $server }
field-organisation = Numele organizației
error-organisation = Scrie numele organizației: cel mult 80 de caractere, fără adrese web.

## My account
account-title = Contul meu
account-rename = Alt nume…
account-rename-text = Așa te numești de acum peste tot unde ești membru. Ce ai făcut înainte rămâne în jurnale cu numele vechi.
account-rename-button = Salvează numele
account-renamed = Numele nou este salvat.
field-present-password = Parola actuală
field-new-email = Adresă de e-mail nouă
field-new-phone = Număr de telefon nou
field-new-phone-hint = Cu prefixul țării, de exemplu +372 5555 1234.
account-password-title = Schimbă parola
account-password-text = După aceea contul se închide pe toate celelalte dispozitive. În acest browser rămâi conectat.
account-password-changed = Parola este schimbată. Contul este închis pe toate celelalte dispozitive.
account-forgot = Nu știu parola actuală
account-address-title = Schimbă adresa de e-mail
account-address-text = Un cod pleacă la adresa nouă. După ce îl scrii, intri cu acea adresă, iar organizațiile îți scriu acolo.
account-address-button = Trimite codul
account-address-sent = Dacă { $contact } poate fi folosită, un cod din șase cifre este pe drum. Este valabil zece minute.
account-address-hint = Nu vine nicio scrisoare? Adresa poate fi greșită sau are deja un cont.
account-address-same = Aceasta este deja adresa ta.
account-address-changed = Adresa ta este acum { $contact }. Adresa de dinainte a fost înștiințată.
account-phone-title = Număr de telefon
account-phone-text = Un cod pleacă la număr prin SMS. După ce îl scrii, poți intra și cu acest număr. Organizațiile care știu numărul de dinainte îl primesc pe cel nou.
account-phone-sent = Dacă numărul { $contact } poate fi folosit, un cod din șase cifre este pe drum. Este valabil zece minute.
account-phone-hint = Nu vine niciun mesaj? Numărul poate fi greșit sau are deja un cont.
account-phone-elsewhere = De aici nu se trimit SMS-uri în această țară.
account-phone-same = Acesta este deja numărul tău.
account-phone-changed = Numărul tău este acum { $contact }.
account-phone-removed = Numărul este șters.
account-phone-remove = Șterge numărul…
account-phone-remove-text = Nu mai poți intra cu el și nu mai primești SMS-uri. Organizațiile care te știu după acest număr primesc în loc adresa ta de e-mail.
account-phone-remove-button = Șterge numărul
account-phone-only = Intri doar cu acest număr: poate fi schimbat, dar nu șters.
account-devices = Dispozitive
account-here = acest browser
account-seen = folosit ultima dată { $when }
account-sign-out = Deconectare
account-signed-out = Dispozitivul este deconectat.
account-sign-out-others = Deconectează-te de pe celelalte dispozitive
account-signed-out-others = { $count ->
    [0] Nu ești conectat nicăieri în altă parte.
    [one] { $count } alt dispozitiv este deconectat.
    [few] Alte { $count } dispozitive sunt deconectate.
   *[other] Alte { $count } de dispozitive sunt deconectate.
}
account-letters = Scrisori
account-letters-about = Scrisori despre cereri și invitații
account-letters-text = Ce te privește pe tine vine mereu imediat.
account-letters-at-once = Fiecare imediat
account-letters-daily = Împreună, o dată pe zi, dimineața
account-letters-save = Salvează
account-letters-saved = Salvat.
account-delete = Șterge contul…
account-delete-text = Calitatea de membru încetează imediat, cererile și invitațiile sunt retrase, iar administratorii sunt anunțați. Tot ce te numește este șters peste tot. Nu se poate reveni.
account-delete-closes = Ești ultimul proprietar: { $organisations }. Contul se închide la { $when }: până atunci îți păstrezi accesul, poți numi alt proprietar sau te poți răzgândi. Apoi { $organisations } se șterge odată cu el.
account-delete-name = Numele tău, pentru confirmare
account-delete-name-hint = Scrie { $name }
account-delete-button = Șterge contul
account-wrong-name = Acesta nu este numele contului tău.
account-wrong-password = Aceasta nu este parola ta.
account-closes = Contul tău se închide la { $when }. Până atunci îți păstrezi accesul, poți numi alt proprietar sau te poți răzgândi.
account-keep = Păstrează contul
account-kept = Contul tău rămâne.
account-gone-title = Contul tău este șters
account-gone-text = Ești deconectat peste tot. Tot ce te numește se șterge.

## Pagini publice

me-public = Pagina ta publică
public-members = { $count ->
    [one] un membru
    [few] { $count } membri
   *[other] { $count } de membri
}
public-nobody = Momentan nu apare nimeni aici.
public-mine = Calitatea mea de membru
public-join = Cere să aderi
public-before = Membrii anteriori
public-after = Mai mulți membri
public-member-of = Membru în
notices-in-app = În aplicația Doorward, la „Cereri”.
notices-older = Mai vechi

## Conturi de pe alte site-uri

with-or = sau
with-continue = Continuă cu { $provider }
with-new-text = { $provider } a confirmat cine ești. Așa vrei să te vadă ceilalți?
with-address-hint = { $provider } a verificat această adresă. Ea devine numele tău de utilizator.
with-connect-title = Conectează { $provider }
with-connect-text = { $contact } are deja un cont aici. Intră mai întâi cu parola lui; apoi { $provider } este conectat și de atunci ajunge el singur.
with-connect-own-text = Scrie o dată parola contului { $contact }. De atunci poți intra și cu { $provider }.
with-connect-button = Intră și conectează
with-again = Încearcă din nou cu { $provider }
with-otherwise = Intră altfel
with-stale-title = Nu mai este valabil
with-stale-text = Au trecut mai mult de zece minute sau ai continuat în altă fereastră. Nu s-a pierdut nimic.
with-down-title = { $provider } nu răspunde
with-down-text = Încearcă din nou peste câteva minute sau intră altfel. Nu s-a pierdut nimic.
with-refused-title = Nu ai putut intra cu { $provider }
with-refused-text = Răspunsul nu dovedește cine ești. Încearcă din nou; dacă se repetă, spune-i celui care administrează serverul.
with-cancelled-title = Te-ai oprit la { $provider }
with-cancelled-text = Nu s-a schimbat nimic. Poți intra altfel.
with-taken-title = Acest cont { $provider } este deja folosit
with-taken-text = Cu el este conectat alt cont de aici. Ieși și intră cu { $provider } ca să vezi care.
with-no-address-title = { $provider } nu a verificat o adresă a ta
with-no-address-text = Un cont de aici are nevoie de una. Creează-l cu adresa ta de e-mail sau intră cu parola; apoi poți conecta { $provider } la „{ account-title }”.
no-letters-ways = Adresa se confirmă printr-o scrisoare, iar acest server nu trimite scrisori. Intră cu un cont pe care îl ai în altă parte.
account-ways = Cum intri
account-no-password = Nu ai o parolă. O cer programul de pe calculator, schimbarea adresei și ștergerea contului. Un link pentru alegerea ei vine prin scrisoare.
account-get-password = Alege o parolă
account-connected = conectat pe { $when }
account-connect = Conectează { $provider }
account-disconnect = Deconectează
account-disconnected = { $provider } este deconectat.
account-last-way = Este singurul mod în care intri. Alege mai întâi o parolă, apoi deconectează.
