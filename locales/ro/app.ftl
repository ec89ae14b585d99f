# Fereastra aplicației. Numele stau la nominativ: propozițiile sunt construite în jurul lor.
# $name este numele unei persoane sau organizații, $count un număr, $when o oră scrisă, $level un nivel de acces.

## Fereastra

navigation = Secțiuni
organisation = Organizația
all-organisations = Toate organizațiile
no-organisation = Nicio organizație
no-organisation-text = Întreabă pe cine te-a invitat sau deschide un link de invitație.
language = Limba
sign-out-of = Ieși din cont: { $name }
close = Închide
with-keys = { $text } ({ $keys })
cancel = Renunță
dismiss = Ascunde mesajul
loading = Se încarcă…
try-again = Încearcă din nou
discard = Înlătură
undo = Anulează
undone = Anulat. Nu s-a trimis nimic.
people = Persoane
invitations = Invitații
levels = Niveluri de acces
history = Jurnal
settings = Setări
panel-width = Lățimea panoului
layers = Meniuri
search = Căutare
choose-organisation = Alege o organizație
choose-organisation-text = Acest ecran arată câte o organizație.
everything-sent = Totul este trimis.
offline-old = Datele sunt din { $when }.
keys-go-to = Mergi la { $name }
saved-views = Vederi salvate
organisation-offered = Ți se oferă proprietatea
organisation-asked = Se cere administrarea
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
failed-safe = Datele de pe acest calculator și deciziile tale sunt în siguranță.
details-copy = Copiază detaliile
details-copied = Detaliile sunt în clipboard.

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
sync-offline = Fără conexiune
sync-offline-since = Fără conexiune · { $when }
sync-signed-out = Intră din nou în cont
sync-update-needed = E nevoie de actualizare
banner = Starea acestui calculator
offline = Nu există legătură cu serverul.
offline-unsent = { $count ->
    [one] { $count } modificare este salvată pe acest calculator și va fi trimisă când revine conexiunea.
    [few] { $count } modificări sunt salvate pe acest calculator și vor fi trimise când revine conexiunea.
   *[other] { $count } de modificări sunt salvate pe acest calculator și vor fi trimise când revine conexiunea.
}
offline-unsaved = { $count ->
    [one] { $count } modificare așteaptă legătura. Dacă închizi Doorward, se pierde.
    [few] { $count } modificări așteaptă legătura. Dacă închizi Doorward, se pierd.
   *[other] { $count } de modificări așteaptă legătura. Dacă închizi Doorward, se pierd.
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
needs-you-now = { $count ->
    [one] { $count } modificare te așteaptă.
    [few] { $count } modificări te așteaptă.
   *[other] { $count } de modificări te așteaptă.
}
needs-you-conflict = { $name } a modificat datele aceleiași persoane cât timp nu aveai rețea.

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
waits-just-now = chiar acum
asked-to-join = Cerere de aderare
position = Funcția
no-position = Funcție neprecizată
position-change = Schimbă funcția
position-set = Funcție schimbată: { $name }.
note = Notă
quoted = „{ $text }”
answer = Răspuns
came-by = Sursa
came-by-form = Formular de cerere, { $when }
came-by-link = Un link, { $when }
access-question = Ce va putea face { $name }?
access-barred = Unele niveluri nu pot fi acordate aici.
access-proposed-lowest = Cel mai mic nivel potrivit. Îl poți schimba mai târziu.
access-proposed-settings = Setările propun acest nivel pentru cereri. Îl poți schimba mai târziu.
access-proposed-nearest = Nivelul propus de setări pentru cereri sau cel mai apropiat pe care îl poți acorda. Îl poți schimba mai târziu.
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
decline-message-in = Textul va fi citit de cine a făcut cererea, în limba sa: { $language }.
decline-message-each = Fiecare îl citește în limba sa. Îl poți schimba: atunci toți citesc ce ai scris.
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
waits-days = { $count ->
    [one] { $count } zi
    [few] { $count } zile
   *[other] { $count } de zile
}

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
outbox-sent = Trimise azi
outbox-batch-waiting = { $count ->
    [one] { $number } invitație așteaptă să fie trimisă
    [few] { $number } invitații așteaptă să fie trimise
   *[other] { $number } de invitații așteaptă să fie trimise
}
outbox-batch-refused = { $count ->
    [one] { $number } rând a fost refuzat
    [few] { $number } rânduri au fost refuzate
   *[other] { $number } de rânduri au fost refuzate
}
outbox-batch-sent = { $count ->
    [one] { $number } invitație a ajuns la server
    [few] { $number } invitații au ajuns la server
   *[other] { $number } de invitații au ajuns la server
}
outbox-more = { $count ->
    [one] și încă { $count }
    [few] și încă { $count }
   *[other] și încă { $count }
}
send-now = Trimite acum
send-now-offline = Nu există legătură cu serverul.
kept-in-memory = Lucrezi fără seif de chei și fără frază de acces, așa că pe acest calculator nu se scrie nimic. Ce nu este trimis se pierde când închizi Doorward.
closing = Închizi Doorward?
closing-unsent = { $count ->
    [one] { $count } modificare nu a fost trimisă. Pe acest calculator nu se scrie nimic și ea se pierde când închizi Doorward.
    [few] { $count } modificări nu au fost trimise. Pe acest calculator nu se scrie nimic și ele se pierd când închizi Doorward.
   *[other] { $count } de modificări nu au fost trimise. Pe acest calculator nu se scrie nimic și ele se pierd când închizi Doorward.
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
author-from = { $name } ({ $organisation })
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
failure-not-a-table = Acesta nu este un tabel: este nevoie de text CSV sau de un fișier Excel (.xlsx).
failure-table-too-large = Fișierul este prea mare. Se citesc până la 2 MB; împarte-l în părți.
failure-too-many-rows = Tabelul are peste 5.000 de persoane. Împarte-l în părți.
failure-empty-table = În acest tabel nu este nimeni.
failure-no-change = Este deja așa.
failure-untrusted = Serverul de la această adresă nu poate dovedi cine este. Verifică adresa sau întreabă operatorul serverului.
failure-not-doorward = La această adresă răspunde ceva, dar nu este un server Doorward.
failure-not-a-link = Acesta nu este un link de invitație. Copiază-l întreg, așa cum apare în scrisoare sau în mesaj.
failure-no-browser = Browserul nu se deschide. Copiază linkul și deschide-l manual.
failure-not-here = Serverul de pe acest calculator nu pornește. Nu s-a pierdut nimic. Încearcă din nou sau repornește Doorward.
failure-wrong-passphrase = Aceasta nu este fraza de acces. Ceea ce protejează a rămas neatins.
failure-short-passphrase = Prea scurtă ca să protejeze: cel puțin 15 caractere, de exemplu câteva cuvinte.
failure-locked = Serverul nu a mai răspuns de atâta timp încât datele păstrate aici sunt blocate. Se deschid imediat ce serverul răspunde.
failure-unsent = Ceva așteaptă încă să fie trimis. Trimite-l sau renunță la el mai întâi.
failure-unknown = Nu a reușit. Încearcă din nou.
failure-not-copied = Copierea nu a reușit. Încearcă din nou.

## Tastatura

keys = Tastatura
keys-hint = J și K mută, A aprobă, R respinge, 1 până la 5 aleg nivelul.
keys-everywhere = Peste tot
keys-go = Mergi la
keys-lists = În liste
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
keys-keep-theirs = Păstrează varianta celuilalt
keys-use-mine = Folosește varianta mea
keys-per-line = Alege pe rânduri
keys-or = sau
keys-then = apoi
keys-off = Tastele simple sunt oprite în setări.
key-space = Spațiu
keys-change-level = Schimbă nivelul de acces
keys-pause = Suspendă sau reia
keys-zoom = Mai mare, mai mic, normal

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
reverse-reopen-request = Redeschide cererea: { $name }
reverse-suspend-member = Suspendă: { $name }
reverse-resume-member = Reia: { $name }
reverse-change-grant = Redă accesul de dinainte: { $name }
reverse-end-membership = Încheie calitatea de membru: { $name }
reverse-expire-membership = Marchează expirată: { $name }
reverse-renew-membership = Reînnoiește cu accesul de dinainte: { $name }

## Liste

find-clear = Golește căutarea
filter-clear = Elimină filtrul: { $name }
filters = Filtre
ticks-clear = Elimină bifele
ticked = { $count ->
    [one] Bifat: { $count }
    [few] Bifate: { $count }
   *[other] Bifate: { $count }
}
one-ticked = Bifat: { $ticked }. Aceste butoane se referă la cererea deschisă: { $name }.
tick-all = { $count ->
    [one] Selectează { $count }
    [few] Selectează toate cele { $count }
   *[other] Selectează toate cele { $count }
}
tick-all-first = { $count ->
    [one] Selectează prima persoană
    [few] Selectează primele { $count }
   *[other] Selectează primele { $count }
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

## Setări

settings-general = Generale
settings-at-login = Pornește odată cu calculatorul
settings-at-login-text = Când te conectezi la calculator, Doorward pornește în bara de sistem, fără fereastră.
settings-keeps-running = Rămâi în bara de sistem
settings-keeps-running-text = Închiderea ferestrei nu oprește Doorward. Dacă nu există o bară de sistem, îl oprește.
settings-look = Aspect
theme = Temă
theme-system = Ca în sistem
theme-light = Luminoasă
theme-dark = Întunecată
density = Rânduri
density-normal = Normale
density-comfortable = Aerisite
single-keys = Comenzi cu o singură tastă
single-keys-text = Litere ca A și J acționează cât timp nu se scrie text.
single-keys-off-text = Acționează numai tastele cu Ctrl: { $approve } aprobă, { $decline } respinge.
settings-shortcuts = Toate comenzile de la tastatură
settings-show = Arată
accounts = Conturi
account-add = Adaugă un cont…
account-add-heading = Adaugă un cont
account-add-text = Munca tuturor conturilor stă într-o singură listă. Fiecare își păstrează fișierele sale pe acest calculator și iese separat.
account-in-program = pe acest calculator
account-front = în față
account-switch = Treci la el
account-next = Contul următor
account-out-text = Deconectat. Ce nu este trimis așteaptă până intri din nou.
account-out = deconectat
account-out-of = Deconectat: { $name }.
account-go-on = Continuă: { $name }
account-unsent = { $count ->
    [one] { $count } modificare nu este trimisă încă.
    [few] { $count } modificări nu sunt trimise încă.
   *[other] { $count } de modificări nu sunt trimise încă.
}
settings-kept = Sincronizare și stocare
settings-account = Cont
settings-server = Server
settings-synced = Ultima sincronizare
settings-never = Încă nu
settings-where = Copia locală
settings-encrypted = Se păstrează criptată pe acest calculator.
settings-in-memory = Numai în memorie. Dispare la închiderea Doorward.
own-account = Contul tău
own-account-text = Numele, parola, dispozitivele și ștergerea contului sunt pe o pagină a serverului.
own-account-button = Deschide în browser
clear-copy = Șterge copia locală
clear-copy-text = Te scoate din cont și elimină de pe acest calculator datele organizațiilor.
clear-copy-button = Șterge și ieși din cont…
settings-about = Despre
diagnostics-copy = Copiază diagnosticul
diagnostics-text = Versiune, stări și numere. Fără nume, adrese sau secrete.
diagnostics-copied = Diagnosticul este în clipboard.

## Prima pornire

back = Înapoi
welcome-heading = Bun venit în Doorward
welcome-lead = Hotărăști cine intră: cereri, invitații și acces, cu sau fără rețea.
welcome-connect = Conectare la un server
welcome-connect-text = Organizația folosește deja Doorward. Îți trebuie adresa serverului.
welcome-link = Deschide un link de invitație
welcome-link-text = Cineva ți-a trimis un link către o organizație.
welcome-try = Încearcă pe acest calculator
welcome-try-text = O mică afacere cu persoane fictive. Nu mai instalezi nimic și nimic nu pleacă de pe acest calculator.
connect-heading = Conectare la un server
connect-lead = Adresa o știe cine administrează Doorward în organizație.
connect = Conectează
connecting = Se caută serverul…
another-server = Alt server
link-heading = Link de invitație
link-lead = Pagina invitației se deschide în browser. Deschiderea ei nu schimbă nimic.
link = Linkul invitației
link-hint = Arată așa: https://doorward.example.com/j/…
link-open = Deschide în browser
link-opened = Pagina este deschisă în browser. După ce te alături, întoarce-te aici și intră în cont.
handed-heading = Deschizi invitația?
handed-text = Alt program cere să deschidă linkul unei invitații. Pagina se deschide în browser, pe serverul { $server }. Prin deschidere nu se acceptă nimic.
handed-caution = Deschide-l doar dacă îl așteptai.
handed-nowhere = Alt program a transmis linkul unei invitații. Un astfel de link nu spune cărui server îi aparține: conectează-te mai întâi la serverul organizației sau deschide linkul din scrisoare în browser.
handed-not = Nu acum
seen-no-more = Lucrul despre care era vorba nu îți mai este arătat.
linked-nobody = Linkul duce la cineva pe care nu îl vezi pe acest calculator.
try-heading = Încercare pe acest calculator
try-lead = Doorward pornește aici un server al său și intră în contul proprietarului unei mici afaceri.
try-people = Persoane, cereri și invitații în patru limbi
try-here-only = Totul rămâne pe acest calculator și nu pleacă nicio scrisoare
try-again-later = Te poți conecta oricând la un server adevărat
try-begin = Începe
try-starting = Se creează mica afacere…
passphrase-heading = Protejează ce se păstrează aici
passphrase-lead = Acest calculator nu are un seif de chei. O frază de acces protejează datele organizațiilor.
passphrase = Fraza de acces
passphrase-again = Aceeași, încă o dată
passphrase-hint = Câteva cuvinte pe care le știi numai tu, cel puțin 15 caractere.
passphrase-differs = Cele două nu sunt la fel.
passphrase-use = Folosește această frază
passphrase-without = Lucrează fără
passphrase-without-text = Fără frază nu se scrie nimic pe acest calculator. Ce nu este trimis la închiderea Doorward se pierde.
sealed-heading = Doorward este încuiat
sealed-lead = Fraza de acces deschide ce se păstrează pe acest calculator.
sealed-open = Deschide
forgotten = Am uitat-o
forgotten-heading = Ia-o de la capăt
forgotten-lead = Ce protejează fraza uitată nu mai deschide nimeni.
forgotten-text = Datele se pun deoparte, împreună cu modificările netrimise. Ce are serverul revine după intrarea în cont.
locked-heading = Seiful de chei este încuiat
locked-lead = Ce se păstrează pe acest calculator este în siguranță. Deschide seiful de chei și încearcă din nou.
locked-without-text = Poți lucra și fără el: ceea ce protejează rămâne neatins, pe acest calculator nu se mai scrie nimic, iar ce nu este trimis la închiderea Doorward se pierde.
locked-other-heading = Doorward nu își poate deschide datele


## Persoane

people-count = { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
people-found = { $many } în listă
people-found-first = Primele { $many } din cele găsite
members-count = { $count ->
    [one] { $count } membru
    [few] { $count } membri
   *[other] { $count } de membri
}
people-keys = J și K mută, X bifează, Enter deschide, E schimbă nivelul de acces.
people-invited = Persoane invitate ({ $count })
people-closed = Persoanele nu îți sunt vizibile.
people-closed-text = Nivelul tău de acces nu permite să vezi cine este membru.
no-people = Încă nu este nimeni aici.
no-others = În afară de tine, încă nu este nimeni aici.
no-people-text = Aici apar cei pe care îi inviți sau îi primești.
begin-mail = Invită prin e-mail
begin-mail-text = Lipește adresele: fiecare primește propria scrisoare.
begin-qr = Fă un link sau un cod QR
begin-qr-text = Pentru perete, conversație sau recepție.
begin-table = Adu un tabel
begin-table-text = CSV sau Excel. Vezi mai întâi ce ar ieși din fiecare rând.
find-person = Caută o persoană
column-name = Nume
column-contact = Contact
column-level = Nivel de acces
column-starts = Începe
column-ends = Se încheie
person-state = Stare
last-sign-in = Ultima conectare
columns = Coloane
columns-usual = Coloanele obișnuite
column-wider = Mai lată: { $name }
column-narrower = Mai îngustă: { $name }
column-least = Mai îngustă nu s-ar citi.
state-starting = Neîncepută
state-member-long = Confirmată
state-starting-long = Începe pe { $when }
state-lapsed-long = S-a încheiat pe { $when }, se poate reînnoi
state-paused-long = Nu are efect până la reluare
state-invited-long = Încă fără răspuns
state-waiting-long = Cererea așteaptă o decizie
state-declined-long = A fost respinsă
state-cancelled-long = A fost retrasă
state-ended-long = Calitatea de membru s-a încheiat
state-expired-long = Calitatea de membru a expirat
room = Sală
in-room = Sala: { $name }
room-not-there = sala nu mai există
former-member = Calitate de membru anterioară
unseen-for = { $count ->
    [one] Fără conectare de { $count } zi
    [few] Fără conectare de { $count } zile
   *[other] Fără conectare de { $count } de zile
}
ticks = Bife
is-ticked = Bifat
not-sent-yet = Încă netrimis
no-level = Niciunul
view-save = Salvează vederea
view-rename = Redenumește vederea
view-of = Vedere salvată: { $name }
view-name-taken = Altă vedere a acestei liste are deja acest nume.
view-remove = Elimină vederea
view-name = Nume
view-hint = Stă în bara laterală cu numărul găsit, doar pe acest calculator.
view-saved = Vedere salvată: „{ $name }”.
view-removed = Vedere eliminată: „{ $name }”.
person-since = Din
person-invited-by = invitație de la { $name }
never-seen = Nicio conectare cunoscută
public-list = Lista publică
public-list-on = Apare public
public-list-off = Nu apare public
public-list-own = Fiecare decide pentru sine.
person-access = Acces: { $level }
from-extra = Dat personal, peste nivel
from-extra-by = Dat personal: { $name }, { $when }
not-in-force = fără efect
because-no-member = Fără efect: acum nu există calitate de membru.
because-invited = Intră în vigoare când invitația este acceptată.
because-lapsed = Fără efect: termenul a trecut.
because-suspended = Fără efect: suspendată.
because-not-started = Fără efect înainte de început.
because-plan = Fără efect: planul organizației nu include aceasta.
because-limited = Fără efect: accesul este limitat la unele sedii.
rooms = Săli
rooms-all = Toate sălile, și cele viitoare
access-no-rooms = Săli: niciuna
rooms-none = Niciuna
timeline = Ce s-a întâmplat
milestone-person-invited = Invitație: { $name }
milestone-invitation-resent = Invitație trimisă din nou: { $name }
milestone-invitation-accepted = Invitație acceptată
milestone-invitation-declined = Invitație respinsă
milestone-invitation-revoked = Invitație revocată: { $name }
milestone-join-requested = Cerere de înscriere
milestone-request-approved = Cerere aprobată: { $name }
milestone-request-declined = Cerere respinsă: { $name }
milestone-request-cancelled = Cerere retrasă
milestone-request-reopened = Cerere reluată: { $name }
milestone-member-added = Adăugare: { $name }
milestone-superseded = Înlocuită de altă cerere sau invitație
milestone-membership-ended = Calitate de membru încheiată: { $name }
milestone-membership-expired = Calitate de membru marcată expirată: { $name }
milestone-membership-renewed = Calitate de membru reînnoită: { $name }
milestone-member-suspended = Calitate de membru suspendată: { $name }
milestone-member-resumed = Calitate de membru reluată: { $name }
milestone-grant-changed = Acces modificat: { $name }
milestone-other = Modificare: { $name }
act-pause = Suspendă
act-resume = Reia
act-end = Încheie calitatea de membru
act-expire = Marchează expirată
act-renew = Reînnoiește
act-add-more = Adaugă ca membru…
add-of = Adaugă ca membru: { $name }
act-reopen = Redeschide cererea
write-letter = Scrie un e-mail
copy-address = Copiază adresa
address-copied = Copiat: { $contact }
more-acts = Mai multe
owner-must-remain = Trebuie să rămână cel puțin un proprietar.
go-to-request = Decide cererea
go-to-invitation = Arată invitația
paused-one = Calitate de membru suspendată: { $name }.
resumed-one = Calitate de membru reluată: { $name }.
ended-one = Calitate de membru încheiată: { $name }.
expired-one = Calitate de membru marcată expirată: { $name }.
reopened-one = Cerere redeschisă: { $name }.
taking-back = { $count ->
    [one] Se anulează { $count } modificare…
    [few] Se anulează { $count } modificări…
   *[other] Se anulează { $count } de modificări…
}
undone-by-opposite = Anulat. În jurnal se văd ambele.
change-this = Schimbă
change-level = Schimbă accesul
level-now = Acum: { $level }
level-choose = Alege un nivel.

## Mai mulți deodată

bulk-level = Schimbă accesul
bulk-pause = Suspendă
bulk-resume = Reia
bulk-end = Încheie…
bulk-end-title = Încheierea calității de membru
bulk-level-question = Ce nivel primesc?
bulk-level-means = { $count ->
    [one] { $count } persoană primește nivelul „{ $level }”.
    [few] { $count } persoane primesc nivelul „{ $level }”.
   *[other] { $count } de persoane primesc nivelul „{ $level }”.
}
bulk-level-same = { $count ->
    [one] { $count } persoană are deja nivelul „{ $level }” și îl păstrează.
    [few] { $count } persoane au deja nivelul „{ $level }” și îl păstrează.
   *[other] { $count } de persoane au deja nivelul „{ $level }” și îl păstrează.
}
bulk-level-do = { $count ->
    [one] Dă „{ $level }” pentru { $count } persoană
    [few] Dă „{ $level }” pentru { $count } persoane
   *[other] Dă „{ $level }” pentru { $count } de persoane
}
bulk-level-done = { $count ->
    [one] Nivelul „{ $level }” dat pentru { $count } persoană.
    [few] Nivelul „{ $level }” dat pentru { $count } persoane.
   *[other] Nivelul „{ $level }” dat pentru { $count } de persoane.
}
bulk-pause-means = { $count ->
    [one] { $count } persoană nu poate face nimic aici până la reluare. Termenele curg mai departe.
    [few] { $count } persoane nu pot face nimic aici până la reluare. Termenele curg mai departe.
   *[other] { $count } de persoane nu pot face nimic aici până la reluare. Termenele curg mai departe.
}
bulk-pause-do = { $count ->
    [one] Suspendă { $count } persoană
    [few] Suspendă { $count } persoane
   *[other] Suspendă { $count } de persoane
}
bulk-pause-done = { $count ->
    [one] Suspendare făcută pentru { $count } persoană.
    [few] Suspendare făcută pentru { $count } persoane.
   *[other] Suspendare făcută pentru { $count } de persoane.
}
bulk-resume-means = { $count ->
    [one] { $count } persoană poate face din nou ce permite nivelul.
    [few] { $count } persoane pot face din nou ce permite nivelul.
   *[other] { $count } de persoane pot face din nou ce permite nivelul.
}
bulk-resume-do = { $count ->
    [one] Reia pentru { $count } persoană
    [few] Reia pentru { $count } persoane
   *[other] Reia pentru { $count } de persoane
}
bulk-resume-done = { $count ->
    [one] Reluare făcută pentru { $count } persoană.
    [few] Reluare făcută pentru { $count } persoane.
   *[other] Reluare făcută pentru { $count } de persoane.
}
bulk-end-means = { $count ->
    [one] Calitatea de membru se încheie imediat pentru { $count } persoană: tot accesul dispare și este anunțată. Poate fi reînnoită mai târziu.
    [few] Calitatea de membru se încheie imediat pentru { $count } persoane: tot accesul dispare și sunt anunțate. Poate fi reînnoită mai târziu.
   *[other] Calitatea de membru se încheie imediat pentru { $count } de persoane: tot accesul dispare și sunt anunțate. Poate fi reînnoită mai târziu.
}
bulk-end-do = { $count ->
    [one] Încheie pentru { $count } persoană
    [few] Încheie pentru { $count } persoane
   *[other] Încheie pentru { $count } de persoane
}
bulk-end-done = { $count ->
    [one] Calitate de membru încheiată pentru { $count } persoană.
    [few] Calitate de membru încheiată pentru { $count } persoane.
   *[other] Calitate de membru încheiată pentru { $count } de persoane.
}
bulk-looking = Verificate { $count } din { $total }
bulk-giving = Gata { $count } din { $total }
bulk-nobody = Nu este nimeni căruia să i se aplice.
bulk-not-so = Starea lor nu permite asta.
bulk-stay = { $count ->
    [one] { $count } persoană rămâne cum este. { $why }
    [few] { $count } persoane rămân cum sunt. { $why }
   *[other] { $count } de persoane rămân cum sunt. { $why }
}
bulk-refused = { $count ->
    [one] { $count } schimbare a fost refuzată.
    [few] { $count } schimbări au fost refuzate.
   *[other] { $count } de schimbări au fost refuzate.
}
bulk-unread = { $count ->
    [one] { $count } înregistrare nu a putut fi citită și rămâne cum este.
    [few] { $count } înregistrări nu au putut fi citite și rămân cum sunt.
   *[other] { $count } de înregistrări nu au putut fi citite și rămân cum sunt.
}
bulk-gain = Vor putea
bulk-lose = Nu vor mai putea
bulk-of-them = { $count ->
    [one] { $count } dintre ele
    [few] { $count } dintre ele
   *[other] { $count } dintre ele
}
and-more = { $count ->
    [one] și încă { $count }
    [few] și încă { $count }
   *[other] și încă { $count }
}
requests-all = Toate
requests-from-people = De la persoane
requests-over-week = Așteaptă peste o săptămână
requests-chosen = { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
requests-nobody-approved = Acest nivel nu poate fi dat nimănui aici.
decisions-come = { $count ->
    [one] { $names } nu are administrator. Deciziile vin la tine.
    [few] { $names } nu au administrator. Deciziile vin la tine.
   *[other] { $names } nu au administrator. Deciziile vin la tine.
}
find-request = Caută o cerere
waits-long = Așteaptă de mai mult de o săptămână
last-decided = Ultima decizie: { $name }, { $when }
approve-name = Aprobă: { $name }
approve-many = { $count ->
    [one] Aprobă { $count } cerere
    [few] Aprobă { $count } cereri
   *[other] Aprobă { $count } de cereri
}
approved-many = { $count ->
    [one] { $count } cerere aprobată.
    [few] { $count } cereri aprobate.
   *[other] { $count } de cereri aprobate.
}
decline-many = { $count ->
    [one] Respinge { $count } cerere
    [few] Respinge { $count } cereri
   *[other] Respinge { $count } de cereri
}
declined-many = { $count ->
    [one] { $count } cerere respinsă.
    [few] { $count } cereri respinse.
   *[other] { $count } de cereri respinse.
}
bulk-get = { $count ->
    [one] { $count } primește nivelul „{ $level }”
    [few] { $count } primesc nivelul „{ $level }”
   *[other] { $count } primesc nivelul „{ $level }”
}
bulk-keeps = { $count ->
    [one] Rămâne în așteptare: { $names }. { $why }
    [few] Rămân în așteptare: { $names }. { $why }
   *[other] Rămân în așteptare: { $names }. { $why }
}
level-proposed-each = Cum se propune fiecăruia
level-not-there = Acolo nu există un astfel de nivel.
level-of = Nivel: { $name }
stays-waiting = Rămâne în așteptare
untick = Elimină bifa: { $name }
next-one = Cererea următoare
reopen = Redeschide

## Ce diferă între două seturi de drepturi

level = Nivel de acces
on = Pornit
off = Oprit
diff-before = Înainte
diff-after = După
diff-none = fără
diff-extras = Peste nivel
diff-rooms = Săli
diff-rooms-count = { $count ->
    [one] { $count } sală
    [few] { $count } săli
   *[other] { $count } de săli
}
diff-sites = Locații
diff-sites-count = { $count ->
    [one] { $count } locație
    [few] { $count } locații
   *[other] { $count } de locații
}
diff-limit = Limitat la
diff-no-limit = fără limită
diff-starts = Începe
diff-no-start = imediat
diff-ends = Se termină
diff-no-end = Fără termen
diff-gained = De acum
diff-lost = Nu mai poate
diff-same = { $count ->
    [one] { $count } drept rămâne la fel
    [few] { $count } drepturi rămân la fel
   *[other] { $count } de drepturi rămân la fel
}

## Niveluri de acces

levels-count = { $count ->
    [one] { $count } nivel
    [few] { $count } niveluri
   *[other] { $count } de niveluri
}
levels-built-in = Predefinite, blocate
levels-of-your-own = Proprii
levels-caption = Ce permite fiecare nivel de acces
levels-permission = Drept
levels-locked = Nivelurile predefinite nu se pot schimba: înseamnă același lucru în fiecare organizație.
level-holders = { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
level-nobody = nimeni
level-without = nu este inclus
level-all-rooms = Intrare în toate sălile, și în cele viitoare
level-not-known = necunoscut aici
group-administration = Conducerea organizației
group-work = Muncă
group-spending = Pe cheltuiala organizației
group-benefits = Beneficii
group-workspace = Spațiu de lucru
group-rooms = Săli

## Acces

access-of = Acces: { $name }
access-renew-of = Reînnoiește accesul · { $name }
access-change-of = Schimbă accesul · { $name }
access-details = Mai mult: săli, date, drepturi separate
access-reading = Se citește ce se poate da…
access-staff = Acces pentru personal
access-staff-base = Permite conectarea și programările proprii
access-staff-base-means = Adaugă, modifică și anulează programările proprii.
access-staff-base-ends = Debifează ca să închei conectarea aici. Nimic nu se schimbă înainte de salvare.
access-staff-joins = Lucrează aici: își gestionează programările
access-staff-joins-means = Se conectează deja. Se adaugă programările proprii și ce se poate bifa apoi.
access-staff-many = Conectarea se încheie pe rând. Alege alt nivel ca să schimbi ce pot face toți.
access-option-all-bookings = Toate programările
access-option-all-bookings-means = Adaugă, modifică și șterge orice programare, și pe ale colegilor.
access-option-client-list = Lista clienților
access-option-client-list-means = Vede toți clienții, cu contacte și vizite, și scrie note.
access-option-business = Vânzări, programări online, setări
access-option-business-means = Cel mai larg acces: ca al administratorului principal.
access-rooms-all = Acest nivel deschide toate sălile, și pe cele viitoare.
access-site-whole = Toate sălile locației, așa cum este azi
access-limit = Administrează doar
access-limit-means = Administrarea acoperă atunci doar aceste locații. Nivelurile, setările, facturile și jurnalul nu sunt incluse.
access-from-level = Din nivel
access-dates = Când
access-ends-whole = Tot accesul se încheie cu { $day }.
access-first-day = Prima zi
access-note = Notă pentru jurnal
access-note-text = Rămâne în jurnal și nu se trimite nimănui.
access-term-never = Fără sfârșit
access-term-week = Săptămâna aceasta
access-term-trial = Probă, 14 zile
access-term-date = Până la o dată
access-copy = Copiază de la altă persoană
access-copy-find = Caută o persoană
access-will = Va putea
access-gains = Va putea în plus
access-loses = Și nu va mai putea
access-same = { $count ->
    [one] { $count } drept rămâne la fel
    [few] { $count } drepturi rămân la fel
   *[other] { $count } de drepturi rămân la fel
}
access-number-rooms = { $count ->
    [one] { $count } sală astăzi
    [few] { $count } săli astăzi
   *[other] { $count } de săli astăzi
}
access-number-people = { $count ->
    [one] { $count } persoană astăzi
    [few] { $count } persoane astăzi
   *[other] { $count } de persoane astăzi
}
access-number-requests = { $count ->
    [one] { $count } cerere așteaptă acum
    [few] { $count } cereri așteaptă acum
   *[other] { $count } de cereri așteaptă acum
}
access-personal = Date personale
access-equals-business = Tot în vânzări, programări online și setări, ca administratorul principal. Fără administrarea persoanelor.
access-equals-administrator = La fel ca un administrator: tot, în afară de ștergerea organizației.
access-equals-owner = La fel ca un proprietar: tot, și predarea organizației.
access-overtaken = Între timp s-a schimbat:
access-overtaken-by = Între timp a schimbat { $name }:
access-overtaken-many = { $count ->
    [one] Între timp s-a schimbat la o persoană dintre ele:
    [few] Între timp s-a schimbat la { $count } persoane dintre ele:
   *[other] Între timp s-a schimbat la { $count } de persoane dintre ele:
}
access-look-first = Alege întâi cu ce versiune continui.
access-keep-theirs = Continuă cu aceasta
access-use-mine = Continuă cu a mea
access-save-approve = Aprobă: { $level }
access-save-change = Salvează accesul
access-save-give = Dă: { $level }
access-save-change-invitation = Salvează accesul
access-save-resend = Trimite din nou: { $level }
access-save-renew = Primește din nou: { $level }
access-save-withdraw = Încheie conectarea
access-save-add = Adaugă: { $level }
access-saved-approve = Cerere aprobată: { $name }, { $level }.
access-saved-change = Acces modificat: { $name }.
access-saved-change-invitation = Accesul din invitație modificat: { $name }.
access-saved-resend = Invitație trimisă din nou: { $name }.
access-saved-renew = Calitate de membru prelungită: { $name }, { $level }.
access-saved-withdraw = { $name } nu se mai poate conecta aici.
access-withdraws = Salvarea încheie imediat conectarea aici pentru { $name }, cu tot ce venea cu ea. Ca să rămână membru, alege nivelul „Membru”.
access-saved-add = Membru adăugat: { $name }, { $level }.
level-new = Nivel nou
level-copy = Copiază și modifică
level-edit = Modifică nivelul
level-edit-of = Modifică nivelul: { $level }
level-name = Numele nivelului
level-people = { $count ->
    [one] { $count } persoană are acest nivel
    [few] { $count } persoane au acest nivel
   *[other] { $count } de persoane au acest nivel
}
level-people-unknown = Câte persoane au acest nivel nu se știe aici.
level-people-change = { $count ->
    [0] Accesul nimănui nu se schimbă
    [one] Accesul se schimbă pentru { $count } persoană
    [few] Accesul se schimbă pentru { $count } persoane
   *[other] Accesul se schimbă pentru { $count } de persoane
}
level-person-gains = În plus: { $rights }
level-person-loses = Nu mai are: { $rights }
level-person-same = Nimic nu se schimbă
level-links = { $count ->
    [one] Îl dă { $count } link deschis
    [few] Îl dau { $count } linkuri deschise
   *[other] Îl dau { $count } de linkuri deschise
}
level-save = Salvează nivelul
level-make = Creează nivelul
level-made = Nivel creat: { $level }.
level-saved = Nivel modificat: { $level }.
level-delete = Șterge nivelul
level-delete-with = În locul lui, toți au
level-delete-none = Nimic în loc
level-deleted = Nivel șters: { $level }.
level-delete-do = Șterge: { $level }
level-name-needed = Dă un nume nivelului.
access-of-many = { $count ->
    [one] Accesul a { $count } persoane
    [few] Accesul a { $count } persoane
   *[other] Accesul a { $count } de persoane
}
access-of-invitation = Accesul pe care îl dă invitația
access-save-invite = Folosește acest acces
access-save-many = { $count ->
    [one] Dă-l unei persoane ({ $count })
    [few] Dă-l la { $count } persoane
   *[other] Dă-l la { $count } de persoane
}
access-saved-many = { $count ->
    [one] Acces modificat: { $count } persoană.
    [few] Acces modificat: { $count } persoane.
   *[other] Acces modificat: { $count } de persoane.
}
access-has-it = Acest acces există deja.
forbidden-needs = Pentru asta e nevoie de dreptul „{ $permission }”, pe care accesul tău nu îl include.
refused-why = De ce?
access-edges = Când și unde
access-until = Până la { $when }
access-from = Din { $when }
access-only-in = Administrează doar: { $sites }
access-before-start = înainte: din { $when }
access-before-end = înainte: până la { $when }
access-before-limit = înainte: doar { $sites }
access-no-end = Fără dată de încheiere
access-no-start = Fără primă zi
access-no-limit = Nu mai e limitat la locații
access-keeps-end = Fiecare își păstrează ultima zi
access-keeps-start = Fiecare își păstrează prima zi
access-keeps-limit = Fiecare își păstrează limita la locații
access-each-own = Fiecare o păstrează pe a sa.
access-renew-term = { $count ->
    [one] Ultimul termen a fost de { $count } zi. Cel nou e la fel de lung, dacă nu alegi altfel.
    [few] Ultimul termen a fost de { $count } zile. Cel nou e la fel de lung, dacă nu alegi altfel.
   *[other] Ultimul termen a fost de { $count } de zile. Cel nou e la fel de lung, dacă nu alegi altfel.
}
access-renew-stays = Ultima zi este încă înainte și rămâne aceeași.
access-renew-undated = Înainte nu era o dată de încheiere. Dacă acum trebuie, alege-o aici.
refusal-rule = { $count ->
    [one] Regula { $rules }
    [few] Regulile { $rules }
   *[other] Regulile { $rules }
}

## Săli

places-count = { $rooms ->
    [one] { $rooms } sală
    [few] { $rooms } săli
   *[other] { $rooms } de săli
}
rooms-find = Caută o sală
rooms-nothing-found = Nicio sală sau locație nu se numește așa.
site = Locație
site-new = Locație nouă
site-name = Numele locației
site-make = Creează locația
site-made = Locație creată: „{ $name }”.
site-rename = Redenumește locația
site-rename-of = Redenumește: { $name }
site-changed = Noul nume al locației: „{ $name }”.
site-remove = Elimină locația
site-removed = Locație eliminată: „{ $name }”.
site-acts = Acțiuni: { $name }
site-empty = Aici nu sunt încă săli.
room-new = Sală nouă
room-new-here = Sală nouă aici
room-name = Numele sălii
room-make = Creează sala
room-made = Sală creată: „{ $name }”.
room-new-means = O sală nouă este deschisă doar proprietarilor și administratorilor, până când este dată altora.
room-change = Redenumește sau mută
room-change-of = Redenumește sau mută: { $name }
room-changed = Sală modificată: „{ $name }”.
room-moved-means = Cine poate intra rămâne la fel: cine are toate sălile unei locații le păstrează pe cele de acum.
room-remove = Elimină…
room-remove-of = Elimină: { $name }
room-remove-do = Elimină: { $name }
room-removed = Sală eliminată: „{ $name }”.
room-removal-nobody = Niciun acces nu numește această sală.
room-removal-unknown = Aici nu se știe al cui acces numește această sală.
room-removal-members = { $count ->
    [one] { $count } persoană nu va mai intra
    [few] { $count } persoane nu vor mai intra
   *[other] { $count } de persoane nu vor mai intra
}
room-removal-invited = { $count ->
    [one] { $count } invitație deschisă nu o va mai da
    [few] { $count } invitații deschise nu o vor mai da
   *[other] { $count } de invitații deschise nu o vor mai da
}
room-removal-for-good = Sala nu poate fi readusă: una nouă cu același nume este altă sală.
room-who = Cine poate intra
room-nobody = Nimeni nu poate intra încă.
room-unknown = Aici nu se știe cine poate intra.
room-kept-out = Acum nu pot intra
room-let-in = Lasă pe cineva să intre…
room-let-in-of = Cine să intre: { $room }
room-let-in-find = Caută persoane
room-let-in-gets = Va putea intra: { $room }
room-let-in-has = Poate intra deja
room-let-in-only = Se adaugă numai această sală. Nivelurile, drepturile și datele rămân cum sunt.
room-let-in-nobody = Alege pe cineva care poate fi lăsat să intre.
room-let-in-do = { $count ->
    [one] Lasă să intre { $count } persoană
    [few] Lasă să intre { $count } persoane
   *[other] Lasă să intre { $count } de persoane
}
room-let-in-done = { $count ->
    [one] { $count } persoană poate intra acum: { $room }.
    [few] { $count } persoane pot intra acum: { $room }.
   *[other] { $count } de persoane pot intra acum: { $room }.
}
room-all = { $count ->
    [one] { $count } persoană, în lista de persoane
    [few] { $count } persoane, în lista de persoane
   *[other] { $count } de persoane, în lista de persoane
}
place-name-needed = Dă-i un nume.
place-save = Salvează

## De ce

why = De ce?
why-of = De ce: { $name }
why-right = Drept
why-room-too = Și această sală
why-any-room = Fără întrebare
why-yes = Acum se poate
why-no = Acum nu se poate
why-until = Se poate schimba de la sine: { $when }
why-level = Face parte din nivelul de acces „{ $level }”.
why-extra = Dat personal, peste nivel.
why-every-member = Îl are orice membru.
why-not-given = Nu face parte nici din nivel, nici din drepturile personale.
why-manager = Ca proprietar al organizației care o administrează pe aceasta.
why-room = Sala a fost dată pe nume.
why-site = Au fost date toate sălile din { $name }.
why-every-room = Nivelul deschide toate sălile.
why-no-room = Această sală nu a fost dată.
why-no-member = Aici nu există calitate de membru.
why-no-member-now = Nu există calitate de membru în vigoare: { $state }.
why-suspended = Calitatea de membru este suspendată.
why-starts = Calitatea de membru începe mai târziu: { $when }
why-lapsed = Data de sfârșit a trecut: { $when }
why-plan = Planul organizației nu include aceasta.
why-limited = Accesul este limitat la unele locații, iar aceasta ține de toată organizația.
why-account = Contul este închis sau suspendat.
why-organisation = Organizația este închisă sau oprită.

## Invitații

invitations-count = { $count ->
    [one] { $count } deschisă
    [few] { $count } deschise
   *[other] { $count } deschise
}
invitations-filters = Care invitații
find-short = Caută
invitations-find = Caută o invitație
tab-waiting = În așteptare
tab-failed = Eșuate
tab-expired = Expirate
tab-accepted = Acceptate
tab-revoked = Revocate
no-invitations-waiting = Nicio invitație nu așteaptă.
no-invitations-failed = Toate scrisorile au ajuns.
no-invitations-expired = Nicio invitație nu a expirat.
no-invitations-accepted = Nimeni nu a acceptat încă o invitație.
no-invitations-revoked = Nicio invitație nu a fost revocată.
no-invitations-text = Invită persoane prin e-mail sau fă un link pentru mai mulți.
column-to = Către
invitation-level = Nivel
column-by = Prin
column-sent = Trimisă
column-expires = Expiră
column-state = Stare
channel-email = E-mail
channel-sms = SMS
channel-link = Link sau cod QR
on-this-computer = Încă netrimisă
delivery-queued = În coadă
delivery-sent = Trimisă
delivery-delivered = Livrată
delivery-opened = Deschisă
delivery-bounced = S-a întors
delivery-failed = Eșuată
delivery-not-sent = Netrimisă
delivery-accepted = Acceptată
delivery-declined = Respinsă
delivery-expired = Expirată
delivery-revoked = Revocată
delivery-superseded = Înlocuită
delivery-waits-asked = Ni s-a cerut să încetinim; continuăm: { $until }.
delivery-waits-unusable = Nu a putut fi predat spre trimitere; următoarea încercare: { $until }.
delivery-waits-limit = S-au trimis câte SMS-uri sunt permise; continuăm: { $until }.
undelivered-unknown = Serverul de e-mail nu cunoaște această adresă.
undelivered-full = Căsuța poștală este plină.
undelivered-refused = Serverul de e-mail a refuzat scrisoarea.
undelivered-domain = Niciun server de e-mail nu răspunde pentru această adresă.
undelivered-unreachable = Serverul de e-mail nu a putut fi contactat.
undelivered-other = Serverul de e-mail a refuzat adresa.
undelivered-not-sent = Serverul nu are cu ce trimite scrisori. Copiază linkul și transmite-l personal.
undelivered-no-gateway = Serverul nu are cu ce trimite SMS-uri. Copiază linkul și transmite-l chiar tu.
undelivered-country = De aici nu se trimit SMS-uri în această țară. Copiază linkul și transmite-l chiar tu.
undelivered-text = SMS-ul nu a putut fi livrat. Copiază linkul sau folosește o adresă de e-mail.
undelivered-words = Ce a răspuns serverul
did-you-mean = Ai vrut să scrii { $contact }?
invite-instead = Invită această adresă
was-opened = Deschisă înainte
steps = Ce s-a întâmplat
invited-by = Trimisă de
by-and-when = { $name }, { $when }
works-until = Valabilă până la
date-and-distance = { $when } ({ $distance })
message = Mesaj
change = Schimbă
change-nothing = Încă nu s-a schimbat nimic.
ends-on = Ultima zi
resend = Trimite din nou
resend-text = Se trimite un link nou. Cel vechi nu va mai funcționa.
resend-with-dates = Alege alte date
resend-needs-dates = Data de încheiere a acestei invitații a trecut. Alege alta sau las-o goală.
copy-link = Copiază linkul
link-copied = Link copiat: { $name }. Funcționează doar pentru această adresă.
link-copied-plain = Link copiat.
link-not-yet = Linkul apare după ce invitația ajunge la server.
link-needs-server = Doar serverul știe linkul, iar legătura lipsește.
revoke = Revocă
keys-revoke = Revocă sau închide linkul
next-invitation = Urmează: { $name }.
invitation-resent = Un link nou pleacă spre { $name }. Cel vechi nu va mai funcționa.
invitation-revoked = Invitația pentru { $name } a fost revocată.

## Linkuri și coduri QR

share-link = Link
link-form = Formă
form-link = Link
form-link-text = De împărțit cu un grup
form-card = Card QR
form-card-text = Tipărit, pentru o persoană
form-poster = Afiș QR
form-poster-text = Tipărit, pentru toți cei care trec
link-used = { $count } din { $limit }
link-is-open = Valabil
link-is-closed = Închis
link-approval = Aprobare
link-approval-on = Oricine vine așteaptă aprobarea
link-approval-off = Oricine are linkul intră imediat
link-label = Numele linkului
link-label-hint = Îl vezi doar tu, de exemplu „Recepție”.
link-needs-label = Dă un nume linkului.
link-uses = Pentru câte persoane
link-uses-most = { $count ->
    [one] cel mult { $count }
    [few] cel mult { $count }
   *[other] cel mult { $count }
}
link-domains = Pentru adrese de la
link-domains-hint = example.ee, example.com
link-domains-text = Linkul îl poate folosi doar cine are acolo o adresă de e-mail confirmată. Gol: oricine.
link-domains-wrong = Nu este un domeniu de e-mail. Scrie așa: example.ee.
link-domains-most = { $count ->
    [one] cel mult { $count } domeniu
    [few] cel mult { $count } domenii
   *[other] cel mult { $count } de domenii
}
link-domains-for = Pentru adrese de la { $domains }
link-domains-any = Orice adresă
link-needs-approval = Aprobă pe fiecare
link-needs-approval-text = Linkul face doar o cerere. Tu hotărăști.
link-approval-fixed = Mereu pornit la un afiș: îl vede oricine.
link-offline = Linkurile și codurile QR le face serverul, iar legătura lipsește. Invitațiile prin e-mail se pot scrie acum și pleacă mai târziu.
link-term = { $count ->
    [one] Linkul funcționează { $count } zi.
    [few] Linkul funcționează { $count } zile.
   *[other] Linkul funcționează { $count } de zile.
}
make-link = Fă linkul
link-made = Link făcut: „{ $name }”.
link-closed = Link închis: „{ $name }”.
close-link = Închide linkul
close-link-text = După închidere, nimeni nu mai poate intra prin el. Cine a intrat rămâne.
link-anew = Link nou
link-anew-of = Link nou: „{ $name }”
link-anew-dead = Linkul vechi încetează imediat să funcționeze. Nimeni nu mai poate intra prin el.
link-anew-dead-printed = Linkul vechi și toate codurile tipărite ale lui încetează imediat să funcționeze. Tipărește-l pe cel nou.
link-anew-kept = { $count ->
    [0] Încă nu l-a folosit nimeni.
    [one] L-a folosit { $count } persoană. Își păstrează tot ce are.
    [few] L-au folosit { $count } persoane. Își păstrează tot ce au.
   *[other] L-au folosit { $count } de persoane. Își păstrează tot ce au.
}
link-anew-make = Fă un link nou
link-made-anew = Link nou: „{ $name }”. Cel vechi nu mai funcționează.
link-change-of = Schimbă linkul „{ $name }”
link-change-text = Adresa și codul tipărit rămân aceleași. De link răspunde cine l-a schimbat.
link-change-save = Salvează
link-changed = Link schimbat: „{ $name }”.
link-not-there-yet = Schimbarea nu a ajuns încă la server.
show-link = Arată linkul și codul QR
show-link-text = Cine îl vede îl poate folosi. Jurnalul notează că a fost arătat.
qr-of = Cod QR pentru înscriere: { $name }
scan-to-join = Scanează ca să intri
save-code = Salvează SVG
print-code = Tipărește…
print-code-title = Tipărirea codului
print = Tipărește
print-size = Hârtie
print-language = Limbă
print-second-language = A doua limbă
print-no-second = Niciuna
print-hint = Codul și textul ies negru pe alb, oricare ar fi tema. Pentru un fișier, alege „Salvează ca PDF” în fereastra de tipărire.
poster-how = Deschide camera telefonului, îndreapt-o spre cod și urmează linkul.
poster-approval = Fiecare cerere este confirmată acolo.
poster-one = Acest card este valabil o singură dată.

## Cum se invită

invite-people-to = Invită persoane: { $name }
invite-by = Cum
invite-to = Adrese de e-mail
invite-to-hint = Scrie sau lipește mai multe: virgule, rânduri, Nume <a@b.ro>
invite-to-phones = Numere de telefon
invite-to-phones-hint = Scrie sau lipește mai multe: +373 69 123 456, câte unul pe rând
named-contact = { $name } <{ $contact }>
contact-correct = Apasă ca să corectezi
contact-drop = Scoate { $contact }
contact-leave-out = Lasă afară
contacts-more = { $count ->
    [one] și încă { $count }
    [few] și încă { $count }
   *[other] și încă { $count }
}
outcome-new = va primi invitația
outcome-already-member = are deja calitatea de membru
outcome-already-invited = are deja o invitație
outcome-request-waiting = a cerut să intre
outcome-refused = nu se poate invita
outcome-malformed = nu este o adresă
outcome-checking = Se verifică adresele…
outcome-count-new = { $count ->
    [one] { $count } nouă
    [few] { $count } noi
   *[other] { $count } noi
}
outcome-count-member = { $count ->
    [one] { $count } are deja calitatea de membru: { $names }
    [few] { $count } au deja calitatea de membru: { $names }
   *[other] { $count } au deja calitatea de membru: { $names }
}
outcome-count-member-many = { $count ->
    [one] { $count } are deja calitatea de membru
    [few] { $count } au deja calitatea de membru
   *[other] { $count } au deja calitatea de membru
}
outcome-count-invited = { $count ->
    [one] { $count } are deja o invitație: { $names }
    [few] { $count } au deja o invitație: { $names }
   *[other] { $count } au deja o invitație: { $names }
}
outcome-count-invited-many = { $count ->
    [one] { $count } are deja o invitație
    [few] { $count } au deja o invitație
   *[other] { $count } au deja o invitație
}
outcome-count-waiting = { $count ->
    [one] { $count } a cerut să intre: { $names }
    [few] { $count } au cerut să intre: { $names }
   *[other] { $count } au cerut să intre: { $names }
}
outcome-count-waiting-many = { $count ->
    [one] { $count } a cerut să intre
    [few] { $count } au cerut să intre
   *[other] { $count } au cerut să intre
}
outcome-count-refused = { $count ->
    [one] { $count } nu se poate invita. { $why }
    [few] { $count } nu se pot invita. { $why }
   *[other] { $count } nu se pot invita. { $why }
}
outcome-count-malformed = { $count ->
    [one] { $count } nu este o adresă de e-mail: corecteaz-o sau scoate-o.
    [few] { $count } nu sunt adrese de e-mail: corectează-le sau scoate-le.
   *[other] { $count } nu sunt adrese de e-mail: corectează-le sau scoate-le.
}
outcome-count-malformed-phone = { $count ->
    [one] { $count } nu este un număr de telefon: începe cu + și prefixul țării sau elimină-l.
    [few] { $count } nu sunt numere de telefon: începe cu + și prefixul țării sau elimină-le.
   *[other] { $count } de intrări nu sunt numere de telefon: începe cu + și prefixul țării sau elimină-le.
}
outcome-unreached = { $count ->
    [one] De pe acest server nu se trimit mesaje la { $names }. Invită și copiază linkul sau folosește o adresă de e-mail.
    [few] De pe acest server nu se trimit mesaje la { $count } dintre acestea ({ $names }). Invită și copiază linkurile sau folosește adrese de e-mail.
   *[other] De pe acest server nu se trimit mesaje la { $count } de numere dintre acestea ({ $names }). Invită și copiază linkurile sau folosește adrese de e-mail.
}
did-you-mean-instead = { $contact }: ai vrut să scrii { $meant }?
use-this = Folosește asta
invite-instead-of = Invitația pentru { $contact } se revocă atunci când pleacă aceasta.
choose-level = Alege un nivel
letter-language = Limba scrisorii
letter-language-auto = A destinatarului, dacă se știe
use-lowest = Folosește cel mai mic potrivit: { $level }
invite-message = Mesaj
invite-message-hint = Opțional. Apare în scrisoare.
letter-preview = Scrisoarea, așa cum se vede
text-language = Limba mesajului
text-preview = Mesajul, așa cum îl vor vedea
text-count = { $count ->
    [one] { $length }/{ $room } · { $count } mesaj
    [few] { $length }/{ $room } · { $count } mesaje
   *[other] { $length }/{ $room } · { $count } de mesaje
}
text-countries = Mesajele ajung la numere care încep cu { $countries }.
text-fixed = Cuvintele sunt fixe, ca nimeni să nu se poată da drept altcineva.
invite-count = { $count ->
    [0] Invită
    [one] Invită { $count } persoană
    [few] Invită { $count } persoane
   *[other] Invită { $count } de persoane
}
send-again-to = { $count ->
    [one] Trimite din nou la { $count } persoană
    [few] Trimite din nou la { $count } persoane
   *[other] Trimite din nou la { $count } de persoane
}
invite-nobody = Scrie cel puțin o adresă.
invite-nobody-phone = Scrie cel puțin un număr de telefon.
invite-none-new = Nimeni nu este nou printre ele.
not-invited = { $contact }: { $why }
invited = { $count ->
    [one] Invitată { $count } persoană.
    [few] Invitate { $count } persoane.
   *[other] Invitate { $count } de persoane.
}
sent-again = { $count ->
    [one] Un link nou pleacă la { $count } persoană.
    [few] Linkuri noi pleacă la { $count } persoane.
   *[other] Linkuri noi pleacă la { $count } de persoane.
}
invited-and-again = { $count ->
    [one] Invitată { $count } persoană, retrimise: { $again }.
    [few] Invitate { $count } persoane, retrimise: { $again }.
   *[other] Invitate { $count } de persoane, retrimise: { $again }.
}
sent-when-online = Se trimite când revine legătura.
saving = Se salvează…
saving-of = Salvate { $done } din { $count }…
consequence-letters = { $count ->
    [one] { $count } persoană primește o scrisoare.
    [few] { $count } persoane primesc câte o scrisoare.
   *[other] { $count } de persoane primesc câte o scrisoare.
}
consequence-again = { $count ->
    [one] { $count } persoană primește un link nou. Cel vechi nu va mai funcționa.
    [few] { $count } persoane primesc un link nou. Cele vechi nu vor mai funcționa.
   *[other] { $count } de persoane primesc un link nou. Cele vechi nu vor mai funcționa.
}
consequence-level = Oricine acceptă primește imediat nivelul de acces { $level }.
consequence-term = { $count ->
    [one] Linkurile funcționează { $count } zi.
    [few] Linkurile funcționează { $count } zile.
   *[other] Linkurile funcționează { $count } de zile.
}
consequence-undo = Timp de 10 secunde totul se poate lua înapoi. După aceea, fiecare invitație se poate revoca.
consequence-offline = Scrisorile pleacă atunci când revine legătura. Până atunci totul se poate lua înapoi.

## Jurnal

history-filters = Care înregistrări
history-find = Caută în jurnal
history-who = Cine
history-what = Ce
history-by = Cine: { $name }
history-about = Despre: { $what }
history-links = Linkuri
history-other = Altele
history-somebody = Cineva
history-unnamed = fără nume
history-barred = Nu poți citi jurnalul aici.
history-kept = Legătura lipsește. Aceste înregistrări sunt păstrate pe acest calculator; cele mai vechi cer legătură.
history-searched-to = Căutat până la: { $when }.
history-further = Caută mai departe în urmă
history-none-kept = Jurnalul nu este încă pe acest calculator.
history-none-kept-text = Se citește de la server. Ce ai citit se păstrează și se vede apoi și fără legătură.
history-empty = Încă nu s-a întâmplat nimic aici.
history-empty-text = Tot ce se face în organizație se scrie aici și rămâne.
history-nothing-found = Nu s-a întâmplat nimic de felul acesta.
history-nothing-days = În aceste zile nu s-a întâmplat nimic.
history-offline-at = fără legătură, { $when }
history-save = Exportă
history-save-csv = Tabel (CSV)
history-save-ndjson = Pentru programe (NDJSON)
history-saving = Se citesc înregistrările.
history-saved = { $count ->
    [one] Salvată { $count } înregistrare: { $path }
    [few] Salvate { $count } înregistrări: { $path }
   *[other] Salvate { $count } de înregistrări: { $path }
}
history-file-head = Jurnal: { $name }, salvat { $when }
history-found-by = Găsit după „{ $text }”
history-broken = Lanț întrerupt
history-broken-text = Această înregistrare nu o continuă pe cea dinainte: ceva a fost schimbat sau scos. Anunță operatorul serverului.
history-chain-ok = Lanț intact
history-reason = Motiv
history-note = Notă
history-contact = Adresă
history-until = Până la
history-made = Făcut
history-made-offline = { $when }, fără legătură
history-arrived = La server
history-entry = Înregistrare
history-erased = Conținutul acestei înregistrări a fost șters odată cu datele persoanei.
event-person-invited = Invitație trimisă: { $name }, { $level }
event-invitation-resent = Invitație trimisă din nou: { $name }
event-invitation-changed = { $moved ->
    [yes] Invitație schimbată: { $name }, { $before } → { $level }
   *[no] Invitație schimbată: { $name }
}
event-invitation-revoked = Invitație revocată: { $name }
event-invitation-accepted = { $leveled ->
    [yes] Invitație acceptată: { $level }
   *[no] Invitație acceptată
}
event-invitation-declined = Invitație respinsă
event-superseded = Închis ce era încă deschis: { $name }
event-join-requested = Cerere de înscriere
event-request-cancelled = Cerere retrasă
event-request-approved = Cerere aprobată: { $name }, { $level }
event-request-declined = Cerere respinsă: { $name }
event-request-reopened = Cerere redeschisă: { $name }
event-member-added = { $own ->
    [yes] Înscriere printr-un link: { $level }
   *[no] Calitate de membru confirmată: { $name }, { $level }
}
event-grant-changed = { $moved ->
    [yes] Acces schimbat: { $name }, { $before } → { $level }
   *[no] Acces schimbat: { $name }
}
event-member-suspended = Calitate de membru suspendată: { $name }
event-member-resumed = Calitate de membru reluată: { $name }
event-membership-ended = { $own ->
    [yes] Ieșire din organizație
   *[no] Calitate de membru încheiată: { $name }
}
event-membership-expired = Calitate de membru expirată: { $name }
event-membership-renewed = Calitate de membru prelungită: { $name }, { $level }
event-visibility-set = Vizibilitate în lista publică schimbată: { $name }
event-position-set = Funcție schimbată: { $name }
event-renamed = Nume nou: { $name }
event-readdressed = Altă adresă de contact
event-link-used = { $named ->
    [yes] Link folosit: „{ $object }”
   *[no] Link folosit
}
event-link-made = { $named ->
    [yes] Link făcut: „{ $object }”, { $level }
   *[no] Link făcut: { $level }
}
event-link-changed = { $named ->
    [yes] Link schimbat: „{ $object }”
   *[no] Link schimbat
}
event-link-closed = { $named ->
    [yes] Link închis: „{ $object }”
   *[no] Link închis
}
event-link-shown = { $named ->
    [yes] Link secret arătat: „{ $object }”
   *[no] { $told ->
        [yes] Linkul secret al invitației arătat: { $name }
       *[no] Link secret arătat
    }
}
event-level-made = Nivel de acces făcut: „{ $object }”
event-level-changed = Nivel de acces schimbat: „{ $object }”
event-level-deleted = Nivel de acces șters: „{ $object }”
event-settings-changed = Setări schimbate
event-organisation-made = Organizație înființată
event-plan-set = Abonament schimbat
event-sign-in-set = Mod de conectare schimbat
event-longest-term-set = Durata maximă a invitațiilor, schimbată
event-organisation-deactivated = Organizația a fost dezactivată
event-organisation-activated = Organizația a fost activată din nou
event-erased = Datele unei persoane, șterse
event-ownership-offered = Proprietate oferită: { $name }
event-ownership-accepted = Proprietate acceptată
event-offer-withdrawn = Oferta de proprietate retrasă: { $name }
event-room-made = Sală creată: „{ $object }”
event-room-changed = Sală modificată: „{ $object }”
event-room-removed = Sală eliminată: „{ $object }”
event-site-made = Locație făcută: „{ $object }”
event-site-changed = Locație schimbată: „{ $object }”
event-site-removed = Locație scoasă: „{ $object }”
event-staff-record-made = Fișă de angajat făcută: { $name }
event-staff-record-changed = Fișă de angajat schimbată: { $name }
event-staff-record-removed = Fișă de angajat scoasă: { $name }
event-staff-tied = Fișă de angajat legată de un cont: { $name }
event-management-proposed = S-a cerut altei organizații să administreze
event-management-accepted = Administrare acceptată
event-management-ended = Administrare încheiată
event-account-closing = { $name } își închide contul
event-account-kept = { $name } își păstrează contul
event-account-deleted = { $name } și-a șters contul
event-withdrawn = Închis ce era deschis pentru { $name }
event-organisation-deleted = Organizație ștearsă
event-other = O acțiune pe care această versiune nu o cunoaște

## Conflicte ale schimbărilor făcute fără legătură

conflict = Conflict
conflict-who = schimbat de două ori: de tine și de { $name }
ask-colleague = Întreabă: { $name }
ask-by-letter = Începe un e-mail în programul de poștă.
conflict-caption = Varianta ta, ce este valabil acum și ce era înainte
conflict-mine-at = Tu, { $when }, fără legătură
conflict-theirs-at = { $name }, { $when }
conflict-not-known = necunoscut aici
conflict-name = Nume
conflict-same = Schimbarea ta este la fel cu ce este valabil acum.
conflict-theirs-more = Varianta ({ $name }) oferă în plus:
conflict-theirs-less = Varianta ({ $name }) nu oferă:
keep-theirs = Păstrează: { $name }
keep-theirs-less = Păstrează: { $name }, mai puțin acces
use-mine = Ia varianta mea
use-mine-less = Ia varianta mea, mai puțin acces
choose-per-line = Alege pe rânduri
conflict-edit = Modifică…
apply-lines = Folosește ce s-a ales
conflict-kept-theirs = { $name }: rămâne ce este valabil acum.
conflict-overruled = { $name }: se folosește varianta ta.
approval-not-applied = Aprobarea ta nu s-a aplicat.
invite-them-instead = Trimite o invitație
command-invite-person = Invită: { $name }, { $level }
command-resend-invitation = Trimite din nou invitația: { $name }
command-change-invitation = Schimbă invitația: { $name }, { $level }
command-revoke-invitation = Revocă invitația: { $name }
command-make-link = Fă linkul „{ $name }”
command-change-link = Schimbă linkul „{ $name }”
command-close-link = Închide linkul „{ $name }”
command-cancel-request = Retrage cererea
command-reopen-request = Redeschide cererea: { $name }
command-add-member = Adaugă: { $name }, { $level }
command-change-grant = Schimbă accesul: { $name }, { $level }
command-suspend-member = Suspendă calitatea de membru: { $name }
command-resume-member = Reia calitatea de membru: { $name }
command-expire-membership = Trece calitatea de membru la expirată: { $name }
command-end-membership = Încheie calitatea de membru: { $name }
command-renew-membership = Prelungește calitatea de membru: { $name }, { $level }
command-set-visibility = Schimbă vizibilitatea în lista publică: { $name }
command-set-position = Schimbă funcția: { $name }
command-make-level = Fă nivelul de acces „{ $name }”
command-change-level = Schimbă nivelul de acces „{ $name }”
command-delete-level = Șterge nivelul de acces „{ $name }”
command-change-settings = Schimbă setările
command-make-staff-record = Fă fișa de angajat: { $name }
command-change-staff-record = Schimbă fișa de angajat: { $name }
command-remove-staff-record = Scoate fișa de angajat: { $name }
command-make-room = Creează sala „{ $name }”
command-change-room = Modifică sala „{ $name }”
command-remove-room = Elimină sala „{ $name }”
command-make-site = Fă locația „{ $name }”
command-change-site = Schimbă locația „{ $name }”
command-remove-site = Scoate locația „{ $name }”
command-offer-ownership = Oferă proprietatea: { $name }
command-accept-ownership = Acceptă proprietatea
command-withdraw-offer = Retrage oferta de proprietate: { $name }
command-propose-management = Cere altei organizații să administreze
command-accept-management = Acceptă administrarea
command-end-management = Încheie administrarea
command-delete-organisation = Șterge organizația
command-delete-account = Șterge-ți contul
command-cancel-account-deletion = Păstrează-ți contul

## What is not shown, and where people are reached

requests-closed = Cererile nu îți sunt vizibile.
requests-closed-text = Nivelul tău de acces nu permite să decizi cererile.
invitations-closed = Invitațiile nu îți sunt vizibile.
invitations-closed-text = Nivelul tău de acces nu permite să inviți persoane.
waits-yesterday = ieri, { $time }
verified-email = E-mail verificat
verified-phone = Telefon verificat
verified-both = E-mail și telefon verificate

## Putting requests off

keys-snooze = Amână sau arată din nou
snooze = Amână
snooze-hint = Cererea dispare din listă până atunci. Doar pe acest calculator; nimeni nu este anunțat.
snooze-tomorrow = Până mâine dimineață
snooze-monday = Până luni dimineață
snooze-date = Până în altă zi…
snooze-date-title = Amână până la
snooze-day = Ziua
snooze-date-error = Alege o zi de după astăzi.
snooze-confirm = Amână
snooze-wake = Arată acum
snoozed = Amânat până la { $when }: { $name }
snoozed-no-more = Din nou în listă: { $name }
snoozed-until = Amânat până la { $when }
requests-snoozed = Amânate { $count }

## What needs care beside requests

care-count = { $count ->
    [one] { $count } are nevoie de atenție
    [few] { $count } au nevoie de atenție
   *[other] { $count } de lucruri au nevoie de atenție
}
care-count-more = { $many } de lucruri au nevoie de atenție
requests-care = De rezolvat
care-undelivered = Invitația nu a ajuns
care-runs-out = Invitația e valabilă până la { $when }
care-access-ends = Acces până la { $when }
care-ran-out = Invitația a expirat la { $when }
care-nothing = Nimic de rezolvat
care-nothing-text = Aici stau invitațiile care nu au ajuns sau expiră și accesul care se încheie în curând.
care-see = Vezi ce e de rezolvat ({ $count })
care-snoozed = { $count ->
    [one] { $count } este amânată.
    [few] { $count } sunt amânate.
   *[other] { $count } sunt amânate.
}
care-show = Arată
care-asleep = Acestea sunt amânate.
care-back = Înapoi la ce e de făcut
care-resend = Trimite din nou invitația: { $name }
care-revoke = Revocă invitația: { $name }
care-resent = { $count ->
    [one] Pleacă { $count } link nou. Cel vechi nu mai funcționează.
    [few] Pleacă { $count } linkuri noi. Cele vechi nu mai funcționează.
   *[other] Pleacă { $count } de linkuri noi. Cele vechi nu mai funcționează.
}
care-revoked = { $count ->
    [one] { $count } invitație revocată.
    [few] { $count } invitații revocate.
   *[other] { $count } de invitații revocate.
}
care-some = { $count ->
    [one] { $count } dintre ele poate fi trimisă din nou.
    [few] { $count } dintre ele pot fi trimise din nou.
   *[other] { $count } dintre ele pot fi trimise din nou.
}
care-none-of-these = Niciuna dintre ele nu poate fi trimisă din nou.
care-none-changed = Niciuna dintre acestea nu poate fi schimbată.
care-one-ticked = Bifat: { $ticked }. Aceste butoane se referă la rândul deschis: { $name }.
care-change = Schimbă accesul
care-open-person = Deschide persoana
care-open-invitation = Deschide invitația

## Somebody like whoever asks

similar = Persoană asemănătoare: { $name }. { $state }
similar-since = Persoană asemănătoare: { $name }. { $state } ({ $when })
compare = Compară
compare-title = Aceeași persoană?
compare-asks = Cere să intre
compare-known = Există deja aici
compare-end = Încheiere
compare-name = Nume
compare-contacts = Contacte
compare-same = la fel
compare-open = Deschide în Persoane

## Narrowing the history

history-whom = Persoană
history-about-whom = Despre { $name }
history-days = Zile
history-days-today = Astăzi
history-days-week = Ultimele 7 zile
history-days-month = Ultimele 30 de zile
history-days-own = De la o zi la alta…
history-days-title = Care zile
history-days-from = Prima zi
history-days-until = Ultima zi
history-days-error = Alege o zi care nu e înaintea primei.
history-days-show = Arată aceste zile

# Inviting many at once.
import = Importă persoane
import-of = Import · { $name }
import-table = Importă un tabel
import-step = Pasul { $step } din 3
import-drop = Eliberează fișierul pentru a importa persoane
import-source = Trage un tabel aici
import-source-text = CSV sau Excel (.xlsx), până la 5.000 de persoane. Nimic nu se trimite înainte să te uiți.
import-choose = Alege un fișier
import-paste = Sau lipește rânduri
import-paste-hint = O persoană pe rând: nume, e-mail sau telefon
import-paste-nothing = Lipește mai întâi ceva.
import-look = Vezi rândurile
import-earlier = Importuri anterioare
import-pasted = Rânduri lipite
import-columns = Ce este în coloane
import-column = Coloana { $number }
import-use-ignored = Nefolosită
import-use-name = Nume complet
import-use-first-name = Prenume
import-use-last-name = Nume de familie
import-use-email = E-mail
import-use-phone = Telefon
import-use-position = Funcție
import-encoding = Codare
import-separator = Separator
import-comma = Virgulă
import-semicolon = Punct și virgulă
import-tab = Tabulator
import-bar = Bară verticală
import-headings = Primul rând are titluri
import-looks-right = Se citește bine?
import-rows = Ce rânduri se văd
import-rows-all = Toate
import-rows-to-fix = De corectat
import-rows-skipped = Lăsate deoparte
import-rows-none = Nu există astfel de rânduri.
import-ready = { $count ->
    [one] { $count } persoană este gata
    [few] { $count } persoane sunt gata
   *[other] { $count } de persoane sunt gata
}
import-row = Rând
import-outcome = Ce se întâmplă
row-ready = Va primi invitația
row-approves = A cerut să intre: cererea va fi aprobată
row-member = Are deja calitatea de membru, se omite
row-invited = Are deja o invitație, se omite
row-twice = Apare deja mai sus
row-refused = Nu poate fi invitată
row-no-contact = Fără e-mail sau telefon
row-two-ats = Două semne @
row-no-country = Adaugă codul țării, de exemplu +373
row-malformed = Nu este o adresă de e-mail sau un număr de telefon
row-bad-name = Numele este prea lung sau seamănă cu o adresă web
row-unknown-level = Niciun nivel nu se numește așa
row-two-levels = Mai multe niveluri se numesc așa
row-level-barred = Nu poți da acest nivel
import-fix = Rândul { $number }
import-contact = E-mail sau telefon
import-fix-save = Folosește
import-country = Codul țării
import-country-hint = Un cod de țară arată așa: +373.
import-use-for = { $count ->
    [one] { $what } pentru { $count } rând
    [few] { $what } pentru { $count } rânduri
   *[other] { $what } pentru { $count } de rânduri
}
import-use-level = { $count ->
    [one] Folosește pentru { $count } rând cu „{ $written }”
    [few] Folosește pentru { $count } rânduri cu „{ $written }”
   *[other] Folosește pentru { $count } de rânduri cu „{ $written }”
}
import-nobody = Deocamdată nimeni din acest tabel nu poate fi invitat.
import-invite = { $count ->
    [one] Invită { $number } persoană
    [few] Invită { $number } persoane
   *[other] Invită { $number } de persoane
}
import-confirm = Invită persoane în { $name }
import-confirm-many = { $count ->
    [one] { $number } persoană primește o scrisoare sau un mesaj cu linkul propriu.
    [few] { $number } persoane primesc câte o scrisoare sau un mesaj, fiecare cu linkul propriu.
   *[other] { $number } de persoane primesc câte o scrisoare sau un mesaj, fiecare cu linkul propriu.
}
import-confirm-level = Cine acceptă are nivelul { $level }.
import-confirm-levels = Cine acceptă are nivelul de pe rândul său: { $levels }.
import-confirm-of = { $level } ({ $number })
import-confirm-term = { $count ->
    [one] Linkurile sunt valabile { $count } zi.
    [few] Linkurile sunt valabile { $count } zile.
   *[other] Linkurile sunt valabile { $count } de zile.
}
import-confirm-left = { $count ->
    [one] { $count } rând se omite.
    [few] { $count } rânduri se omit.
   *[other] { $count } de rânduri se omit.
}
import-sent = { $count ->
    [one] { $count } invitație este pe drum.
    [few] { $count } invitații sunt pe drum.
   *[other] { $count } de invitații sunt pe drum.
}
import-keeping = { $count ->
    [one] Se păstrează { $number } invitație pe acest calculator…
    [few] Se păstrează { $number } invitații pe acest calculator…
   *[other] Se păstrează { $number } de invitații pe acest calculator…
}
batch-sent = Trimise { $sent } din { $total }
batch-refused = refuzate: { $count }
batch-to-fix = de corectat: { $count }
batch-skipped = omise: { $count }
batch-accepted = acceptate: { $count }
batch-level = { $level }, { $when }
batch-left = { $count ->
    [one] cam { $count } minut
    [few] cam { $count } minute
   *[other] cam { $count } de minute
}
batch-levels = { $level } sau nivelul rândului, { $when }
batch-paused = întrerupt
batch-pause = Întrerupe
batch-go-on = Continuă
batch-take-back = { $count ->
    [one] Ia înapoi { $number } netrimisă
    [few] Ia înapoi { $number } netrimise
   *[other] Ia înapoi { $number } de netrimise
}
batch-taken-back = Cele netrimise au fost luate înapoi.
batch-save = { $count ->
    [one] Salvează { $number } rând de corectat
    [few] Salvează { $number } rânduri de corectat
   *[other] Salvează { $number } de rânduri de corectat
}
batch-saved = Salvat: { $path }
batch-resend = { $count ->
    [one] Retrimite { $number } care nu a ajuns
    [few] Retrimite { $number } care nu au ajuns
   *[other] Retrimite { $number } care nu au ajuns
}
batch-revoke = { $count ->
    [one] Revocă { $number } neacceptată
    [few] Revocă { $number } neacceptate
   *[other] Revocă { $number } neacceptate
}
batch-revoke-dead = { $count ->
    [one] Invitația pentru { $number } persoană nu mai funcționează.
    [few] Invitațiile pentru { $number } persoane nu mai funcționează.
   *[other] Invitațiile pentru { $number } de persoane nu mai funcționează.
}
batch-revoke-kept = Cine a acceptat rămâne. Ce nu a plecat încă nu se trimite.
batch-act-undo = Timp de 10 secunde se poate lua înapoi.
batch-act-offline = Pleacă atunci când revine legătura. Până atunci se poate lua înapoi.
batch-revoked = { $count ->
    [one] Revocată { $count } invitație.
    [few] Revocate { $count } invitații.
   *[other] Revocate { $count } de invitații.
}
batch-row-waiting = Așteaptă trimiterea
batch-row-sent = Trimisă
batch-row-skipped = Omisă
batch-row-taken-back = Luată înapoi
## Clopoțelul

settings-notifications = Notificări
settings-notify = Anunță-mă pe desktop
settings-notify-text = Cât timp te uiți în altă parte. Niciodată cât această fereastră este în față.
settings-told-requests = Cereri noi
settings-told-invitations = Invitații și linkuri care cer atenție
settings-told-changes = Modificările mele care au fost refuzate
settings-told-others = Tot restul
settings-letters = Scrisori
settings-letters-text = Fiecare imediat, sau cele despre cereri și invitații împreună o dată pe zi: se alege pe pagina contului tău.
settings-quiet = Ore de liniște
settings-quiet-text = Atunci nu apare nimic pe desktop. Totul stă în lista de notificări.
settings-quiet-from = De la
settings-quiet-until = Până la
settings-requests = Cereri către { $organisation }
settings-gates = Plan și conectare: { $organisation }
gate-plan-pro = Plan: Pro
gate-plan-pro-text = Totul este inclus, și programările, clienții și vânzările pentru angajați.
gate-plan-free = Plan: Free
gate-plan-free-text = Programările, clienții, vânzările și setările afacerii sunt numai pentru proprietari și administratori și nu pot fi acordate altora. Ce s-a acordat deja revine cu planul Pro.
gate-sign-in-any = Conectare: în orice mod oferit de server
gate-sign-in-any-text = Invitațiile și linkurile funcționează.
gate-sign-in-external = Conectare: numai cu conturi externe
gate-sign-in-external-text = Nimeni nu poate fi invitat și niciun link nu lasă să intre. Invitațiile deschise rămân în listă și funcționează din nou când se dezactivează.
gates-operator = Ambele sunt stabilite de operatorul serverului. Cere-i lui schimbarea.
settings-accepts = Necunoscuții pot cere să adere
settings-accepts-text = Organizația stă în lista comunităților, iar pagina ei primește cereri.
settings-reminder = Cei care decid sunt anunțați din nou despre o cerere după
settings-reminder-text = O singură dată pentru fiecare cerere, în aplicație și prin scrisoare.
settings-escalation = Organizația care administrează poate decide și ea după
settings-escalation-text = Când altă organizație o administrează pe aceasta. Cât timp aici nu poate decide nimeni, poate imediat.
settings-waiting = După un refuz se poate cere din nou după
settings-waiting-text = De la cel mai nou refuz. Cu 0, imediat.
settings-days = { $count ->
    [one] zi
    [few] zile
   *[other] de zile
}
settings-questions = Întrebări în formularul cererii
settings-questions-text = Cel mult cinci. Cine decide citește răspunsurile lângă cerere.
settings-question = Întrebarea { $number }
settings-question-add = Adaugă o întrebare
settings-question-remove = Elimină întrebarea { $number }
settings-questions-save = Salvează întrebările
settings-inviting = Invitații la { $organisation }
settings-term = Invitațiile și linkurile sunt valabile
settings-term-text = { $count ->
    [one] Cel mult { $count } zi, așa a stabilit operatorul serverului.
    [few] Cel mult { $count } zile, așa a stabilit operatorul serverului.
   *[other] Cel mult { $count } de zile, așa a stabilit operatorul serverului.
}
settings-remind = Amintește de invitațiile deschise
settings-remind-text = În a treia zi și cu o zi înainte de sfârșit.
settings-default-level = Nivelul propus primul
settings-default-level-text = Cine invită poate alege altul.
settings-default-level-warns = Cine invită în grabă dă toate acestea.
settings-links = Linkurile noi cer aprobare
settings-links-text = Cine face linkul poate alege altfel. Un afiș cere mereu aprobare.
settings-saved = Setările au fost salvate: { $organisation }

## Proprietari și organizații care administrează altele

prove = Confirmă că ești chiar tu
prove-text = E nevoie de parolă încă o dată. Se trimite o singură dată și nu se păstrează pe acest calculator.
prove-here = Acest server rulează pe calculatorul tău: proprietarul lui e cine îl folosește. Doorward se conectează încă o dată.
prove-password = Parola contului { $account }
prove-wrong = Nu este parola acestui cont.
prove-go = Confirmă
act-offer = Oferă proprietatea
act-offer-more = Oferă proprietatea…
offer-of = Oferă proprietatea · { $name }
leave-of = Părăsește { $organisation }
leave-loses = Tot ce poți face aici se încheie imediat și nicio încăpere nu ți se mai deschide.
leave-rows = Tot ce păstrează calculatorul tău despre organizație se șterge.
leave-back = Nu se poate anula: revii doar acceptând o invitație sau, unde se primesc cereri, trimițând o cerere nouă.
leave-confirm = Părăsește
own-leave = Propria calitate de membru o închei din rândul tău: acolo se spune mai întâi ce urmează.
offer-means = { $name } va putea face totul aici: toate încăperile, accesul tuturor, ștergerea organizației.
offer-waits = Nimic nu se schimbă până la acceptare. Oferta e valabilă 7 zile și poate fi retrasă până atunci.
offer-undated = Data de încheiere a acestei calități de membru dispare la acceptare.
offer-step-down = Fă-mă administrator când oferta e acceptată
offer-step-down-text = Păstrezi totul, în afară de ștergerea și predarea organizației. Altfel vor fi mai mulți proprietari.
ownership-offered = Proprietate oferită: { $name }.
ownership-withdrawn = Oferta de proprietate retrasă: { $name }.
offer-stands = Proprietate oferită: { $name }. Oferă: { $by }. Valabil până la { $when }; nimic nu se schimbă până la acceptare.
offer-to-you = { $by } îți oferă proprietatea până la { $when }.
offer-look = Vezi
act-withdraw-offer = Retrage oferta
offer-region = Oferit ție
offer-banner = { $by } îți oferă proprietatea: { $organisation }.
offer-answer = Proprietatea: { $organisation }
offer-answer-by = { $by } îți oferă proprietatea: { $organisation }.
offer-answer-means = Proprietarul poate face totul acolo: toate încăperile, accesul tuturor, ștergerea organizației.
offer-undated-own = De atunci accesul tău nu mai are dată de încheiere.
offer-answer-step-down = { $by } devine administrator când accepți.
offer-answer-no = Dacă nu dorești, nu e nimic de făcut: oferta se încheie singură, { $when }.
offer-accept = Devino proprietar
offer-later = Mai târziu
offer-accepted = Proprietatea e a ta: { $organisation }.
another-organisation = altă organizație
settings-owners = Proprietari: { $organisation }
owner-undated = Fără dată de încheiere
owner-until = Până la { $when }
owners-text = Trebuie să rămână cel puțin un proprietar fără dată de încheiere. Pentru predare, deschide pe cineva la Oameni și oferă proprietatea.
owners-text-others = Trebuie să rămână cel puțin un proprietar fără dată de încheiere. Nimeni nu devine proprietar fără să accepte.
step-down = Renunță la proprietate
step-down-text = Devii administrator; ceilalți proprietari rămân.
step-down-act = Renunță…
step-down-keeps = Păstrezi tot ce fac administratorii: oameni, încăperi, niveluri, setări, jurnal.
step-down-loses = Nu mai poți șterge organizația, nici preda, nici schimba accesul proprietarilor.
step-down-back = Doar un proprietar îți poate oferi din nou proprietatea.
step-down-confirm = Devino administrator
settings-memberships = Acces și calitatea de membru: { $organisation }
settings-request-level = La cereri se răspunde cu nivelul
settings-request-level-text = Propus primul celui care decide. Dacă nu îl poate da, se propune unul mai mic.
settings-expire = Închide calitățile de membru cu termenul trecut
settings-expire-on = După ultima zi, calitatea de membru trece la expirată. Reînnoirea redă accesul.
settings-expire-off = După ultima zi nu mai e acces, iar calitatea de membru rămâne în listă cu termenul trecut până o reînnoiește sau o încheie cineva.
settings-lock = Copia de pe calculator se blochează fără contact după
settings-lock-text = Cine nu a ajuns la server atât timp nu citește nimic aici până când serverul răspunde din nou.
settings-grace = Contul ultimului proprietar așteaptă înainte de ștergere
settings-grace-text = Între timp li se oferă proprietatea administratorilor. Apoi organizația se șterge. Cu 0, imediat.
settings-end = Ștergerea organizației
delete-organisation = Șterge { $organisation }
delete-organisation-text = Definitiv și pentru toți. Poate doar un proprietar și doar cât timp nu sunt alți membri în afară de proprietari.
delete-organisation-act = Șterge…
delete-organisation-final = Se șterge imediat. Nu există perioadă de grație și nimic nu se poate recupera.
delete-organisation-members = Calitatea de membru a proprietarilor se încheie și fiecare e anunțat.
delete-organisation-open = Cererile și invitațiile deschise nu mai sunt valabile, nici linkurile și codurile QR.
delete-organisation-managed = Comunitățile pe care le administrează rămân independente.
delete-organisation-remains = Datele rămân pe server, dar nimeni nu mai are dreptul la ele.
delete-organisation-type = Pentru confirmare scrie „{ $organisation }”
delete-organisation-type-first = Scrie mai întâi numele.
delete-organisation-confirm = Șterge definitiv
organisation-deleted = Șters: { $organisation }.
stepped-down = De acum ai nivelul Administrator.
settings-public = Pagina publică
public-application = Cerere de aderare
public-application-text = La această adresă oricine poate cere să se alăture. Pune-o pe site sau trimite-o oamenilor.
public-application-none = Nu există adresă: cererile celor care nu au fost invitați sunt oprite.
public-page = Pagina publică
public-page-text = Pagina organizației, cu membrii care au ales să fie în listă.
public-page-none = Nu există încă: nimeni nu este în listă și nu se primesc cereri.
public-widget = Lista pentru un site
public-widget-text = Două rânduri care arată lista membrilor pe pagina ta.
public-id = Identificator
public-id-text = Cu el organizația este găsită de altele, de cea administrată de aici și de programe.
public-copy = Copiază
public-copy-of = Copiază: { $what }
public-copied = Copiat.

settings-management = Administrare
management-ask = Lasă altă organizație să o administreze pe aceasta
management-ask-text = Cei care decid acolo răspund la cererile la care nu răspunde nimeni aici. Întâi trebuie să accepte un proprietar de acolo.
management-ask-act = Cere
management-which = Care organizație
management-other = Alta, după adresa paginii ei
management-address = Adresa paginii
management-address-text = Pagina organizației, de exemplu https://doorward.example/o/0190…, sau identificatorul ei. Administratorii ei le găsesc pe amândouă în setări, la „Pagina publică”.
management-wrong-address = Nu este adresa paginii unei organizații.
management-proposed = Cerere trimisă. Trebuie să accepte un proprietar de acolo.
management-waits = Cererea de administrare așteaptă: { $manager }
management-asked = Cerut de { $name } · { $when }
management-withdraw = Retrage
management-withdrawn = Cererea a fost retrasă.
managed-by = { $manager } administrează { $organisation }
acting-owner = Aici acționezi ca proprietar din partea organizației care administrează.
managed-by-text = Cei care decid acolo răspund la cererile la care nu răspunde nimeni aici. Cât timp aici nu e proprietar, acționează proprietarii de acolo.
management-end = Încheie administrarea
management-ended = { $organisation } e de acum de sine stătătoare.
manages = Administrează { $organisation }
manages-asked = { $organisation } cere să fie administrată
management-banner = { $by } cere ca { $manager } să administreze { $organisation }.
management-answer = Administrarea: { $organisation }
management-answer-by = { $by } cere ca { $manager } să administreze { $organisation }.
management-means-requests = Cine decide cererile la { $manager } răspunde și la cele la care nu răspunde nimeni la { $organisation }.
management-means-owners = Cât timp { $organisation } nu are proprietar, acționează proprietarii de la { $manager }.
management-means-end = Oricare parte poate încheia.
management-accept = Administrează
management-accepted = Organizația ta administrează { $organisation }.
management-declined = Administrare refuzată: { $organisation }.

## Angajați ținuți după nume

settings-staff = Angajați: { $organisation }
settings-staff-text = Cine lucrează aici, cu sau fără conectare proprie.
staff-no-login = Fără conectare
staff-add = Adaugă…
staff-add-title = Adaugă un angajat
staff-name = Nume
staff-contact = E-mail pentru conectare
staff-contact-text = Acolo ajunge o invitație cu un buton.
staff-contact-malformed = Aceasta nu este nici adresă de e-mail, nici număr de telefon.
staff-grants = Deschide programările proprii; apoi se poate bifa mai mult. Nimic nu se trimite înainte de salvare.
staff-has-login = Debifează ca să o retragi. Nimic nu se schimbă înainte de salvare.
staff-withdraws = Salvarea încheie conectarea imediat, cu tot ce venea cu ea.
staff-signs-in = Permite conectarea
staff-show = Arată accesul
staff-save = Salvează
staff-saved = Salvat: { $name }.
staff-remove = Elimină
staff-removed = Eliminat: { $name }.
