# Fereastra aplicației. Numele stau la nominativ: propozițiile sunt construite în jurul lor.
# $name este numele unei persoane sau organizații, $count un număr, $when o oră scrisă, $level un nivel de acces.

## Fereastra

navigation = Secțiuni
organisation = Organizația
all-organisations = Toate organizațiile
no-organisation = Nicio organizație
organisation-waiting = { $name } ({ $count })
language = Limba
sign-out-of = Ieși din cont: { $name }
close = Închide
cancel = Renunță
dismiss = Ascunde mesajul
loading = Se încarcă…
try-again = Încearcă din nou
discard = Înlătură
undo = Anulează
undone = Anulat. Nu s-a trimis nimic.
no-name = Nume necunoscut
people = Persoane
invitations = Invitații
levels = Niveluri de acces
history = Jurnal
settings = Setări
panel-width = Lățimea panoului
layers = Meniuri
search = Căutare
invite-people = Invită persoane
choose-organisation = Alege o organizație
choose-organisation-text = Acest ecran arată câte o organizație.
everything-sent = Totul este trimis.
offline-old = Datele sunt din { $when }.
keys-go-to = Mergi la { $name }
saved-views = Vizualizări salvate
organisation-menu = Organizația: { $name }
organisation-waits = { $count ->
    [one] așteaptă { $number }
    [few] așteaptă { $number }
   *[other] așteaptă { $number }
}
invitations-failed = { $count ->
    [one] { $count } eșuată
    [few] { $count } eșuate
   *[other] { $count } de invitații eșuate
}

## Intrarea și ieșirea din cont

sign-in-heading = Intră în Doorward
sign-in-lead = Cu contul de pe serverul organizației tale.
sign-in = Intră în cont
signing-in = Se deschide contul…
server-address = Adresa serverului
server-address-hint = De exemplu https://doorward.example.com
email = E-mail
password = Parolă
field-missing = Completează acest câmp.
sign-in-again = Intră din nou în cont pentru a continua
sign-in-again-clean = Sesiunea s-a încheiat. Nu s-a pierdut nimic.
sign-in-again-unsent = { $count ->
    [one] { $count } modificare este păstrată pe acest calculator și va fi trimisă după ce intri în cont.
    [few] { $count } modificări sunt păstrate pe acest calculator și vor fi trimise după ce intri în cont.
   *[other] { $count } de modificări sunt păstrate pe acest calculator și vor fi trimise după ce intri în cont.
}
sign-out = Ieși din cont
sign-out-clean = Ce se păstrează despre organizații pe acest calculator va fi șters.
sign-out-unsent = { $count ->
    [one] { $count } modificare nu a fost trimisă încă. Păstreaz-o pe acest calculator până la următoarea intrare în cont sau înlătur-o.
    [few] { $count } modificări nu au fost trimise încă. Păstrează-le pe acest calculator până la următoarea intrare în cont sau înlătură-le.
   *[other] { $count } de modificări nu au fost trimise încă. Păstrează-le pe acest calculator până la următoarea intrare în cont sau înlătură-le.
}
sign-out-keep = { $count ->
    [one] Păstrează modificarea și ieși
    [few] Păstrează { $count } modificări și ieși
   *[other] Păstrează { $count } de modificări și ieși
}
sign-out-discard = { $count ->
    [one] Înlătură modificarea
    [few] Înlătură { $count } modificări
   *[other] Înlătură { $count } de modificări
}

## Legătura cu serverul

sync-idle = Sincronizat
sync-idle-since = Sincronizat { $when }
sync-working = Se actualizează…
sync-sending = { $count ->
    [one] Se trimite { $count } modificare…
    [few] Se trimit { $count } modificări…
   *[other] Se trimit { $count } de modificări…
}
sync-offline = Fără conexiune
sync-offline-since = Fără conexiune, sincronizat { $when }
sync-signed-out = Intră din nou în cont
sync-update-needed = E nevoie de actualizare
banner = Starea acestui calculator
offline = Nu există legătură cu serverul.
offline-unsent = { $count ->
    [one] { $count } modificare este salvată pe acest calculator și va fi trimisă când revine conexiunea.
    [few] { $count } modificări sunt salvate pe acest calculator și vor fi trimise când revine conexiunea.
   *[other] { $count } de modificări sunt salvate pe acest calculator și vor fi trimise când revine conexiunea.
}
needs-you = { $count ->
    [one] { $count } modificare te așteaptă
    [few] { $count } modificări te așteaptă
   *[other] { $count } de modificări te așteaptă
}
needs-you-text = Serverul nu a acceptat ce i s-a cerut.
review-changes = Vezi modificările
update-needed = Această versiune Doorward este prea veche pentru server.
update-needed-text = Ce este salvat pe acest calculator rămâne aici. Actualizează Doorward pentru a trimite.
sync-sending-of = Se trimite { $done } din { $count }…

## Cereri

requests = Cereri
requests-count = { $count ->
    [one] { $count } cerere
    [few] { $count } cereri
   *[other] { $count } de cereri
}
as-of = Situația de la { $when }
no-requests = Nu așteaptă nimeni.
no-requests-text = Cererile noi de aderare apar aici singure.
next-request = { $count ->
    [one] Urmează: { $name }, a rămas { $count }.
    [few] Urmează: { $name }, au rămas { $count }.
   *[other] Urmează: { $name }, au rămas { $count }.
}
waits-just-now = Chiar acum
asked-to-join = Cerere de aderare
position = Funcția
no-position = Funcție neprecizată
note = Notă
quoted = „{ $text }”
answer = Răspuns
came-by = Sursa
came-by-form = Formular de cerere, { $when }
came-by-link = Un link, { $when }
access-question = Ce va putea face { $name }?
access-proposed = Nivelul propus pentru cereri. Îl poți schimba mai târziu.
access-barred = Unele niveluri nu pot fi acordate aici. { $why }
access-more = { $count ->
    [one] Arată încă { $count }
    [few] Arată încă { $count }
   *[other] Arată încă { $count }
}
included = inclus
not-included = Nu este inclus în acest nivel
level-of-its-own = Nivel de acces propriu
approve = Aprobă
approved = Cerere aprobată: { $name }, { $level }.
decline = Respinge
declined = Cerere respinsă: { $name }.
decline-name = Respinge: { $name }
decline-why = De ce?
decline-message = Textul va fi citit de cine a făcut cererea. Îl poți schimba.
decline-needs-reason = Scrie de ce: textul va fi citit de cine a făcut cererea.
reason-not-ours = Nu lucrează la noi
reason-not-ours-text = Nu figurezi printre angajații noștri.
reason-duplicate = Dublură
reason-duplicate-text = Există deja o altă cerere sau calitate de membru a ta.
reason-more = Mai multe informații
reason-more-text = Trimite o cerere nouă și spune-ne mai multe despre tine: cu ce te ocupi aici și cine te cunoaște.
reason-other = Altceva
to-be-checked = Serverul va verifica.
undo-hint = Poți anula timp de 10 secunde.

## Modificări fără rețea

outbox = Modificări fără rețea
outbox-saved = { $count ->
    [one] { $count } încă netrimisă
    [few] { $count } încă netrimise
   *[other] { $count } încă netrimise
}
outbox-empty = Totul este trimis.
outbox-empty-text = Ce hotărăști fără rețea se păstrează aici, în siguranță, până ajunge la server.
outbox-needs-you = Te așteaptă
outbox-waiting = Așteaptă trimiterea
outbox-sent = Trimise
send-now = Trimite acum
send-now-offline = Nu există legătură cu serverul.
kept-in-memory = Pe acest calculator nu există un inel de chei, așa că nu se scrie nimic pe disc. Ce nu este trimis se pierde când închizi Doorward.
closing = Închizi Doorward?
closing-unsent = { $count ->
    [one] { $count } modificare nu a fost trimisă. Pe acest calculator nu există un inel de chei, nu se scrie nimic pe disc și ea se pierde când închizi Doorward.
    [few] { $count } modificări nu au fost trimise. Pe acest calculator nu există un inel de chei, nu se scrie nimic pe disc și ele se pierd când închizi Doorward.
   *[other] { $count } de modificări nu au fost trimise. Pe acest calculator nu există un inel de chei, nu se scrie nimic pe disc și ele se pierd când închizi Doorward.
}
closing-stay = Lasă deschis
closing-anyway = Închide oricum
made-at = Făcută { $when }
entry-held = { $seconds ->
    [one] Se trimite în { $seconds } secundă
    [few] Se trimite în { $seconds } secunde
   *[other] Se trimite în { $seconds } de secunde
}
entry-waiting = În așteptare
entry-sending = Se trimite
entry-applied = Trimisă
entry-no-change = Fără schimbare
entry-refused = Neacceptată
entry-stuck = Blocată
stuck-text = Serverul nu a putut primi modificarea de mai multe ori. Încearcă din nou sau înlătur-o.
doubt = Probabil serverul nu va accepta. { $why }
already = Făcută deja: { $name }, { $when }.
already-so = Era deja așa.
author-system = Doorward
author-operator = Operatorul serverului
command-approve-request = Aprobă: { $name }, { $level }
command-approve-request-plain = Aprobă: { $name }
command-decline-request = Respinge: { $name }
command-other = Modificare: { $name }

## Ce nu a mers pe acest calculator

failure-offline = Nu există legătură cu serverul. Verifică adresa și conexiunea.
failure-wrong-address = Aceasta nu este adresa unui server Doorward. Începe cu https://
failure-not-saved = Nu s-a putut salva pe acest calculator. Este discul plin?
failure-keychain-locked = Inelul de chei al acestui calculator este încuiat. Descuie-l și încearcă din nou.
failure-in-use = Doorward este deja deschis.
failure-already-sent = A fost trimis deja și nu mai poate fi anulat.
failure-no-change = Este deja așa.
failure-unknown = Ceva nu a mers. Nu s-a pierdut nimic. Încearcă din nou.

## Tastatura

keys = Tastatura
keys-hint = J și K mută, A aprobă, R respinge, 1 până la 5 aleg nivelul.
keys-move = Cererea următoare și cea dinainte
keys-everywhere = Peste tot
keys-go = Mergi la
keys-lists = În liste
keys-requests = La cereri
keys-offline = La un conflict
keys-actions = Acțiuni pentru selecție
keys-filter = Filtrează lista
keys-undo = Anulează ultima acțiune
keys-region = Partea următoare a ferestrei
keys-region-back = Partea precedentă a ferestrei
keys-back = Înapoi
keys-forward = Înainte
keys-organisation = Organizația 1–9
keys-next = Rândul următor
keys-previous = Rândul precedent
keys-extend = Extinde selecția
keys-page = Pagina de sus, de jos
keys-end = La început, la sfârșit
keys-tick = Bifează
keys-tick-all = Bifează tot ce s-a găsit
keys-open = Deschide panoul
keys-step-back = Un pas înapoi: bife, panou, filtru
keys-approve-alike = Aprobă, apoi următoarea la același nivel
keys-level = Alege nivelul de acces
keys-snooze = Amână
keys-keep-theirs = Păstrează varianta celuilalt
keys-use-mine = Folosește varianta mea
keys-per-line = Alege pe rânduri
keys-or = sau
keys-then = apoi
keys-off = Tastele simple sunt oprite în setări.
key-space = Spațiu

## Notificări

notify-request = { $organisation }: { $name } cere să intre
notify-requests = { $count ->
    [one] { $count } cerere nouă
    [few] { $count } cereri noi
   *[other] { $count } de cereri noi
}

## Căutare și comenzi

palette = Căutare și comenzi
palette-hint = Ce cauți?
palette-go = Mergi la
palette-people = Persoane
palette-commands = Comenzi
palette-recent = Acțiuni recente
palette-nothing = Nu s-a găsit nimic: „{ $text }”.
palette-count = { $count ->
    [one] { $count } rezultat
    [few] { $count } rezultate
   *[other] { $count } de rezultate
}
use-theme-light = Temă luminoasă
use-theme-dark = Temă întunecată
use-theme-system = Tema sistemului
undo-of = Anulează: { $text }
reverse-decline-request = Redeschide cererea: { $name }
reverse-suspend-member = Reia: { $name }
reverse-resume-member = Suspendă: { $name }
reverse-approve-request = Încheie calitatea de membru: { $name }

## Liste

find-clear = Golește căutarea
filter-clear = Elimină filtrul: { $name }
filters = Filtre
ticks-clear = Elimină bifele
ticked = { $count ->
    [one] { $count } rând bifat
    [few] { $count } rânduri bifate
   *[other] { $count } de rânduri bifate
}
tick-all = { $count ->
    [one] Selectează { $count }
    [few] Selectează toate cele { $count }
   *[other] Selectează toate cele { $count }
}
ticking = { $count ->
    [one] Selectat până acum: { $count }…
    [few] Selectate până acum: { $count }…
   *[other] Selectate până acum: { $count }…
}
nobody-matches = Nimeni nu corespunde.
nobody-matches-search = Nimeni nu corespunde căutării „{ $text }”.
filter-all-clear = Elimină filtrul
changed-just-now = Modificat chiar acum: { $name }.
changed-by = Modificat: { $name }, { $when }.
changed-meanwhile = Între timp ceva s-a modificat aici.
show-change = Arată
look-first = Vezi mai întâi ce s-a modificat.
