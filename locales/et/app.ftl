# Töölauaaken. Nimed on nimetavas käändes: laused on ehitatud nende ümber.
# $name on inimese või organisatsiooni nimi, $count arv, $when kirjutatud aeg, $level ligipääsutase.

## Aken

navigation = Jaotised
organisation = Organisatsioon
all-organisations = Kõik organisatsioonid
no-organisation = Organisatsioone pole
no-organisation-text = Küsi kutsujalt või ava kutse link.
language = Keel
sign-out-of = Logi välja: { $name }
close = Sulge
with-keys = { $text } ({ $keys })
cancel = Loobu
dismiss = Peida teade
loading = Laadimine…
try-again = Proovi uuesti
discard = Eemalda
undo = Võta tagasi
undone = Tagasi võetud. Midagi ei saadetud.
people = Inimesed
invitations = Kutsed
levels = Ligipääsutasemed
history = Logi
settings = Seaded
panel-width = Paneeli laius
layers = Menüüd
search = Otsing
choose-organisation = Vali organisatsioon
choose-organisation-text = See vaade näitab ühte organisatsiooni korraga.
everything-sent = Kõik on saadetud.
offline-old = Andmed seisuga { $when }.
keys-go-to = Mine: { $name }
saved-views = Salvestatud vaated
organisation-offered = Sulle pakutakse omandit
organisation-asked = Palutakse hallata
organisation-waits = { $count ->
    [one] { $number } ootab
   *[other] { $number } ootab
}
invitations-failed = { $count ->
    [one] { $count } ebaõnnestus
   *[other] { $count } ebaõnnestus
}
failed-safe = Selles arvutis hoitav ja sinu otsused on alles.
details-copy = Kopeeri üksikasjad
details-copied = Üksikasjad on lõikelaual.

## Sisse- ja väljalogimine

sign-in-heading = Logi Doorwardi sisse
sign-in-lead = Oma organisatsiooni serveri kontoga.
sign-in = Logi sisse
signing-in = Sisselogimine…
server-address = Serveri aadress
server-address-hint = Näiteks https://doorward.example.com
email = E-post
password = Parool
field-missing = Täida see väli.
sign-in-again = Jätkamiseks logi uuesti sisse
sign-in-again-clean = Sisselogimine on lõppenud. Midagi pole kadunud.
sign-in-again-unsent = { $count ->
    [one] { $count } muudatus on selles arvutis alles ja saadetakse pärast sisselogimist.
   *[other] { $count } muudatust on selles arvutis alles ja saadetakse pärast sisselogimist.
}
sign-out = Logi välja
sign-out-clean = Organisatsioonide andmed eemaldatakse sellest arvutist.
sign-out-unsent = { $count ->
    [one] { $count } muudatus on veel saatmata. Jäta see siia arvutisse järgmise sisselogimiseni või eemalda.
   *[other] { $count } muudatust on veel saatmata. Jäta need siia arvutisse järgmise sisselogimiseni või eemalda.
}
sign-out-keep = { $count ->
    [one] Jäta { $count } muudatus alles ja logi välja
   *[other] Jäta { $count } muudatust alles ja logi välja
}
sign-out-discard = { $count ->
    [one] Eemalda { $count } muudatus
   *[other] Eemalda { $count } muudatust
}

## Ühendus serveriga

sync-idle = Sünkroonitud
sync-idle-since = Sünkroonitud { $when }
sync-working = Uuendamine…
sync-offline = Ühendus puudub
sync-offline-since = Ühendus puudub · { $when }
sync-signed-out = Logi uuesti sisse
sync-update-needed = Vaja on uuendust
banner = Selle arvuti olek
offline = Serveriga pole ühendust.
offline-unsent = { $count ->
    [one] { $count } muudatus on selles arvutis salvestatud ja saadetakse, kui ühendus taastub.
   *[other] { $count } muudatust on selles arvutis salvestatud ja saadetakse, kui ühendus taastub.
}
offline-unsaved = { $count ->
    [one] { $count } muudatus ootab ühendust. Doorwardi sulgemisel läheb see kaotsi.
   *[other] { $count } muudatust ootavad ühendust. Doorwardi sulgemisel lähevad need kaotsi.
}
needs-you = { $count ->
    [one] { $count } muudatus ootab sind
   *[other] { $count } muudatust ootab sind
}
needs-you-text = Server ei võtnud soovitut vastu.
review-changes = Vaata muudatusi
update-needed = See Doorward on serveri jaoks liiga vana.
update-needed-text = Siia arvutisse salvestatu jääb alles. Selle saatmiseks uuenda Doorwardi.
sync-sending-of = Saatmine: { $done }/{ $count }…
needs-you-now = { $count ->
    [one] { $count } muudatus ootab sind.
   *[other] { $count } muudatust ootavad sind.
}
needs-you-conflict = { $name } muutis sama inimese andmeid, kui olid võrguta.

## Taotlused

requests = Taotlused
requests-count = { $count ->
    [one] { $count } taotlus
   *[other] { $count } taotlust
}
as-of = Seisuga { $when }
no-requests = Keegi ei oota.
no-requests-text = Uued liitumistaotlused ilmuvad siia ise.
next-request = { $count ->
    [one] Järgmine: { $name }, jäänud { $count }.
   *[other] Järgmine: { $name }, jäänud { $count }.
}
waits-just-now = just praegu
asked-to-join = Soovib liituda
position = Amet
no-position = Amet märkimata
position-change = Muuda ametit
position-set = Amet muudetud: { $name }.
note = Märkus
quoted = „{ $text }“
answer = Vastus
came-by = Allikas
came-by-form = Taotlusvorm, { $when }
came-by-link = Link, { $when }
access-question = Mida { $name } teha saab?
access-barred = Mõnda taset siin anda ei saa.
access-proposed-lowest = Madalaim sobiv tase. Hiljem saab seda muuta.
access-proposed-settings = Seda taset pakuvad taotlustele seaded. Hiljem saab seda muuta.
access-proposed-nearest = Tase, mida seaded taotlustele pakuvad, või lähim, mille saad anda. Hiljem saab seda muuta.
access-more = { $count ->
    [one] Näita veel { $count }
   *[other] Näita veel { $count }
}
included = kuulub siia
not-included = Ei kuulu sellesse tasemesse
level-of-its-own = Oma ligipääsutase
approve = Kinnita
approved = Taotlus kinnitatud: { $name }, { $level }.
decline = Lükka tagasi
declined = Taotlus tagasi lükatud: { $name }.
decline-name = Lükka tagasi: { $name }
decline-why = Miks?
decline-message = Taotleja loeb seda. Teksti saab muuta.
decline-message-in = Taotleja loeb seda oma keeles: { $language }.
decline-message-each = Igaüks loeb seda oma keeles. Teksti saab muuta: siis loevad kõik seda, mida kirjutasid.
decline-needs-reason = Kirjuta, miks: taotleja loeb seda.
reason-not-ours = Pole meie töötaja
reason-not-ours-text = Me ei tunne sind oma töötajana.
reason-duplicate = Kordus
reason-duplicate-text = Sul on juba teine taotlus või liikmesus.
reason-more = Vaja lisateavet
reason-more-text = Saada uus taotlus ja räägi endast rohkem: millega siin tegeled ja kes sind tunneb.
reason-other = Muu
to-be-checked = Server kontrollib selle üle.
undo-hint = Tagasi saab võtta 10 sekundi jooksul.
waits-days = { $count ->
    [one] { $count } päev
   *[other] { $count } päeva
}

## Võrguta tehtud muudatused

outbox = Võrguta muudatused
outbox-saved = { $count ->
    [one] { $count } veel saatmata
   *[other] { $count } veel saatmata
}
outbox-empty = Kõik on saadetud.
outbox-empty-text = Võrguta tehtud otsused püsivad siin kindlalt, kuni need jõuavad serverisse.
outbox-needs-you = Ootavad sind
outbox-waiting = Ootavad saatmist
outbox-sent = Täna saadetud
outbox-batch-waiting = { $count ->
    [one] { $number } kutse ootab saatmist
   *[other] { $number } kutset ootab saatmist
}
outbox-batch-refused = { $count ->
    [one] { $number } rida lükati tagasi
   *[other] { $number } rida lükati tagasi
}
outbox-batch-sent = { $count ->
    [one] { $number } kutse jõudis serverisse
   *[other] { $number } kutset jõudis serverisse
}
outbox-more = { $count ->
    [one] ja veel { $count }
   *[other] ja veel { $count }
}
send-now = Saada kohe
send-now-offline = Serveriga pole ühendust.
kept-in-memory = Töötad võtmehoidla ja paroolilauseta, seepärast ei kirjutata sellesse arvutisse midagi. Saatmata muudatused kaovad, kui sulged Doorwardi.
closing = Kas sulgeda Doorward?
closing-unsent = { $count ->
    [one] { $count } muudatus on saatmata. Sellesse arvutisse ei kirjutata midagi ja see kaob, kui sulged Doorwardi.
   *[other] { $count } muudatust on saatmata. Sellesse arvutisse ei kirjutata midagi ja need kaovad, kui sulged Doorwardi.
}
closing-stay = Jäta avatuks
closing-anyway = Sulge ikkagi
made-at = Tehtud { $when }
entry-held = { $seconds ->
    [one] Saadetakse { $seconds } sekundi pärast
   *[other] Saadetakse { $seconds } sekundi pärast
}
entry-waiting = Ootab
entry-sending = Saatmisel
entry-applied = Saadetud
entry-no-change = Muutusteta
entry-refused = Ei võetud vastu
entry-stuck = Ei lähe teele
stuck-text = Server ei suutnud seda mitu korda vastu võtta. Proovi uuesti või eemalda.
doubt = Server tõenäoliselt seda vastu ei võta. { $why }
already = Juba tehtud: { $name }, { $when }.
already-so = Nii oli juba.
author-system = Doorward
author-from = { $name } ({ $organisation })
author-operator = Serveri haldaja
command-approve-request = Kinnita: { $name }, { $level }
command-approve-request-plain = Kinnita: { $name }
command-decline-request = Lükka tagasi: { $name }
command-other = Muudatus: { $name }

## Mis selles arvutis ei õnnestunud

failure-offline = Serveriga pole ühendust. Kontrolli aadressi ja võrku.
failure-wrong-address = See pole Doorwardi serveri aadress. See algab https://
failure-not-saved = Siia arvutisse ei õnnestunud salvestada. Kas ketas on täis?
failure-keychain-locked = Selle arvuti võtmehoidla on lukus. Ava see ja proovi uuesti.
failure-in-use = Doorward on juba avatud.
failure-already-sent = See on juba saadetud ja seda ei saa tagasi võtta.
failure-not-a-table = See pole tabel: vaja on CSV-teksti või Exceli faili (.xlsx).
failure-table-too-large = Fail on liiga suur. Loetakse kuni 2 MB; jaga see osadeks.
failure-too-many-rows = Tabelis on üle 5000 inimese. Jaga see osadeks.
failure-empty-table = Selles tabelis pole kedagi.
failure-no-change = Nii juba on.
failure-untrusted = Sellel aadressil olev server ei suuda tõendada, kes ta on. Kontrolli aadressi või küsi serveri haldajalt.
failure-not-doorward = Sellel aadressil miski vastab, kuid see ei ole Doorwardi server.
failure-not-a-link = See ei ole kutse link. Kopeeri see tervikuna, nii nagu see kirjas või sõnumis on.
failure-no-browser = Brauser ei avane. Kopeeri link ja ava see ise.
failure-not-here = Server selles arvutis ei käivitu. Midagi ei läinud kaotsi. Proovi uuesti või taaskäivita Doorward.
failure-wrong-passphrase = See ei ole õige paroolilause. Selle kaitstud andmed on puutumata.
failure-short-passphrase = Kaitsmiseks liiga lühike: vaja on vähemalt 15 märki, näiteks paar sõna.
failure-locked = Serveriga pole olnud ühendust nii kaua, et siin hoitav on lukus. See avaneb kohe, kui server vastab.
failure-unsent = Midagi ootab veel saatmist. Saada see enne ära või loobu sellest.
failure-unknown = See ei õnnestunud. Proovi uuesti.
failure-not-copied = Kopeerimine ei õnnestunud. Proovi uuesti.

## Klaviatuur

keys = Klaviatuur
keys-hint = J ja K liiguvad, A kinnitab, R lükkab tagasi, 1 kuni 5 valivad taseme.
keys-everywhere = Kõikjal
keys-go = Mine
keys-lists = Loendites
keys-offline = Vastuolu korral
keys-actions = Tegevused valituga
keys-filter = Filtreeri loendit
keys-undo = Võta viimane tegevus tagasi
keys-region = Akna järgmine osa
keys-region-back = Akna eelmine osa
keys-back = Tagasi
keys-forward = Edasi
keys-organisation = Organisatsioon 1 kuni 9
keys-next = Järgmine rida
keys-previous = Eelmine rida
keys-extend = Laienda valikut
keys-page = Leht üles, alla
keys-end = Algusesse, lõppu
keys-tick = Märgi
keys-tick-all = Märgi kõik leitud
keys-open = Ava paneel
keys-step-back = Samm tagasi: märked, paneel, filter
keys-approve-alike = Kinnita, järgmine samal tasemel
keys-level = Vali ligipääsutase
keys-keep-theirs = Jäta teise oma
keys-use-mine = Kasuta enda oma
keys-per-line = Vali rea kaupa
keys-or = või
keys-then = siis
keys-off = Üksikud klahvid on seadetes välja lülitatud.
key-space = Tühik
keys-change-level = Muuda ligipääsutaset
keys-pause = Peata või jätka
keys-zoom = Suurem, väiksem, tavaline

## Otsing ja käsud

palette = Otsing ja käsud
palette-hint = Mida otsid?
palette-go = Mine
palette-people = Inimesed
palette-commands = Käsud
palette-recent = Viimased tegevused
palette-nothing = Midagi ei leitud: „{ $text }“.
palette-count = { $count ->
    [one] { $count } tulemus
   *[other] { $count } tulemust
}
use-theme-light = Hele kujundus
use-theme-dark = Tume kujundus
use-theme-system = Süsteemi kujundus
undo-of = Võta tagasi: { $text }
reverse-reopen-request = Ava taotlus uuesti: { $name }
reverse-suspend-member = Peata: { $name }
reverse-resume-member = Jätka: { $name }
reverse-change-grant = Anna endine ligipääs: { $name }
reverse-end-membership = Lõpeta liikmesus: { $name }
reverse-expire-membership = Märgi aegunuks: { $name }
reverse-renew-membership = Pikenda endise ligipääsuga: { $name }

## Loendid

find-clear = Tühjenda otsing
filter-clear = Eemalda filter: { $name }
filters = Filtrid
ticks-clear = Eemalda märked
ticked = { $count ->
    [one] { $count } märgitud
   *[other] { $count } märgitud
}
one-ticked = Märgitud: { $ticked }. Need nupud käivad avatud taotluse kohta: { $name }.
tick-all = { $count ->
    [one] Vali { $count }
   *[other] Vali kõik { $count }
}
tick-all-first = { $count ->
    [one] Vali esimene
   *[other] Vali esimesed { $count }
}
ticking = { $count ->
    [one] Seni valitud { $count }…
   *[other] Seni valitud { $count }…
}
nobody-matches = Keegi ei vasta filtrile.
nobody-matches-search = Otsingule „{ $text }“ ei vasta keegi.
filter-all-clear = Eemalda filter
changed-just-now = Muudetud just praegu: { $name }.
changed-by = Muudetud: { $name }, { $when }.
changed-meanwhile = See on vahepeal muutunud.
show-change = Näita
look-first = Vaata enne, mis muutus.

## Seaded

settings-general = Üldine
settings-at-login = Käivita koos arvutiga
settings-at-login-text = Kui logid arvutisse sisse, käivitub Doorward salves, ilma aknata.
settings-keeps-running = Jää salve tööle
settings-keeps-running-text = Akna sulgemine ei lõpeta Doorwardi tööd. Kui salve pole, siis lõpetab.
settings-look = Välimus
theme = Kujundus
theme-system = Nagu süsteemis
theme-light = Hele
theme-dark = Tume
density = Read
density-normal = Tavalised
density-comfortable = Avarad
single-keys = Ühe klahvi kiirkäsud
single-keys-text = Tähed nagu A ja J toimivad, kui teksti ei sisestata.
single-keys-off-text = Toimivad ainult Ctrl-klahvid: { $approve } kinnitab, { $decline } lükkab tagasi.
settings-shortcuts = Kõik kiirklahvid
settings-show = Näita
accounts = Kontod
account-add = Lisa konto…
account-add-heading = Lisa konto
account-add-text = Kõigi kontode töö on ühes loendis. Igaühel on selles arvutis oma failid ja igaüks logib välja eraldi.
account-in-program = selles arvutis
account-front = ees
account-switch = Mine sellele
account-next = Järgmine konto
account-out-text = Välja logitud. Saatmata muudatused ootavad, kuni logid uuesti sisse.
account-out = välja logitud
account-out-of = Välja logitud: { $name }.
account-go-on = Jätka: { $name }
account-unsent = { $count ->
    [one] { $count } muudatus on veel saatmata.
   *[other] { $count } muudatust on veel saatmata.
}
settings-kept = Sünkroonimine ja hoidmine
settings-account = Konto
settings-server = Server
settings-synced = Viimati sünkroonitud
settings-never = Veel mitte
settings-where = Kohalik koopia
settings-encrypted = Hoitakse selles arvutis krüpteeritult.
settings-in-memory = Ainult mälus. Doorwardi sulgemisel kaob.
own-account = Sinu konto
own-account-text = Nimi, parool, seadmed ja konto kustutamine on serveri lehel.
own-account-button = Ava brauseris
clear-copy = Kustuta kohalik koopia
clear-copy-text = Logib välja ja eemaldab organisatsioonide andmed sellest arvutist.
clear-copy-button = Kustuta ja logi välja…
settings-about = Teave
diagnostics-copy = Kopeeri diagnostika
diagnostics-text = Versioon, olekud ja arvud. Nimesid, aadresse ega saladusi pole.
diagnostics-copied = Diagnostika on lõikelaual.

## Esimene käivitus

back = Tagasi
welcome-heading = Tere tulemast
welcome-lead = Otsusta, kes sisse pääseb: taotlused, kutsed ja ligipääs, võrguga ja ilma.
welcome-connect = Ühenda serveriga
welcome-connect-text = Organisatsioonil on Doorward juba olemas. Vaja on selle serveri aadressi.
welcome-link = Ava kutse link
welcome-link-text = Sulle saadeti link organisatsiooniga liitumiseks.
welcome-try = Proovi selles arvutis
welcome-try-text = Väike ettevõte näidisinimestega. Rohkem pole vaja midagi paigaldada ja miski ei lahku sellest arvutist.
connect-heading = Ühendamine serveriga
connect-lead = Aadressi teab see, kes organisatsioonis Doorwardi peab.
connect = Ühenda
connecting = Serveri otsimine…
another-server = Muu server
link-heading = Kutse link
link-lead = Kutse leht avaneb brauseris. Avamine ise midagi ei muuda.
link = Kutse link
link-hint = See näeb välja nii: https://doorward.example.com/j/…
link-open = Ava brauseris
link-opened = Leht on brauseris avatud. Pärast liitumist tule tagasi ja logi sisse.
handed-heading = Kas avada kutse?
handed-text = Teine programm palub avada kutse lingi. Leht avaneb brauseris serveris { $server }. Avamisega ei võeta midagi vastu.
handed-caution = Ava see ainult siis, kui ootasid seda.
handed-nowhere = Teine programm andis üle kutse lingi. Selline link ei ütle, millise serveri juurde see kuulub: ühenda kõigepealt organisatsiooni serveriga või ava link kirjast brauseris.
handed-not = Mitte praegu
seen-no-more = Seda, mille kohta see oli, sulle enam ei näidata.
linked-nobody = See link viib inimeseni, keda selles arvutis ei näe.
try-heading = Proovimine selles arvutis
try-lead = Doorward käivitab siin oma serveri ja logib sisse väikese ettevõtte omanikuna.
try-people = Inimesed, taotlused ja kutsed neljas keeles
try-here-only = Kõik jääb sellesse arvutisse ja ühtki kirja ei saadeta
try-again-later = Päris serveriga saab ühenduda igal ajal
try-begin = Alusta
try-starting = Väikese ettevõtte loomine…
passphrase-heading = Kaitse seda, mida siin hoitakse
passphrase-lead = Sellel arvutil pole võtmehoidlat. Organisatsioonide andmeid kaitseb parooliväljend.
passphrase = Parooliväljend
passphrase-again = Sama veel kord
passphrase-hint = Paar sõna, mida tead ainult sina, vähemalt 15 tähemärki.
passphrase-differs = Need ei ole samad.
passphrase-use = Kasuta seda väljendit
passphrase-without = Tööta ilma
passphrase-without-text = Ilma väljendita ei kirjutata sellesse arvutisse midagi. Mis pole Doorwardi sulgemiseks saadetud, läheb kaotsi.
sealed-heading = Doorward on lukus
sealed-lead = Selles arvutis hoitava avab sinu parooliväljend.
sealed-open = Ava
forgotten = Unustasin selle
forgotten-heading = Alusta uuesti
forgotten-lead = Unustatud väljendiga kaitstut ei ava keegi.
forgotten-text = See pannakse kõrvale koos saatmata muudatustega. Mis on serveris, tuleb sisselogimisel tagasi.
locked-heading = Võtmehoidla on lukus
locked-lead = Selles arvutis hoitav on alles. Ava arvuti võtmehoidla ja proovi uuesti.
locked-without-text = Saad töötada ka ilma selleta: selle kaitstud andmed jäävad puutumata, sellesse arvutisse ei kirjutata midagi juurde ja see, mis Doorwardi sulgemisel on saatmata, läheb kaotsi.
locked-other-heading = Doorward ei saa oma andmeid avada


## Inimesed

people-count = { $count ->
    [one] { $count } inimene
   *[other] { $count } inimest
}
people-found = Leitud { $many }
people-found-first = Leitutest esimesed { $many }
members-count = { $count ->
    [one] { $count } liige
   *[other] { $count } liiget
}
people-keys = J ja K liigutavad, X märgib, Enter avab, E muudab ligipääsutaset.
people-invited = Kutsutud ({ $count })
people-closed = Sulle ei ole inimesi näha.
people-closed-text = Sinu ligipääsutase ei luba näha, kes on liige.
no-people = Siin pole veel kedagi.
no-others = Peale sinu pole siin veel kedagi.
no-people-text = Siia ilmuvad need, keda kutsud või vastu võtad.
begin-mail = Kutsu e-postiga
begin-mail-text = Kleebi aadressid: igaüks saab oma kirja.
begin-qr = Tee link või QR-kood
begin-qr-text = Seinale, vestlusesse või vastuvõtulauale.
begin-table = Too tabel
begin-table-text = CSV või Excel. Enne näed, mis igast reast saaks.
find-person = Otsi inimest
column-name = Nimi
column-contact = Kontakt
column-level = Ligipääsutase
column-starts = Algus
column-ends = Lõpp
person-state = Olek
last-sign-in = Viimane sisselogimine
columns = Veerud
columns-usual = Tavalised veerud
column-wider = Laiemaks: { $name }
column-narrower = Kitsamaks: { $name }
column-least = Kitsamalt poleks see loetav.
state-starting = Pole alanud
state-member-long = Kinnitatud
state-starting-long = Liige alates { $when }
state-lapsed-long = Lõppes { $when }, saab pikendada
state-paused-long = Ei kehti enne jätkamist
state-invited-long = Kutsele pole veel vastatud
state-waiting-long = Taotlus ootab otsust
state-declined-long = Tagasi lükatud
state-cancelled-long = Tühistatud
state-ended-long = Liikmesus on lõpetatud
state-expired-long = Liikmesus on aegunud
room = Ruum
in-room = Ruum: { $name }
room-not-there = ruumi pole enam
former-member = Endine liige
unseen-for = { $count ->
    [one] { $count } päev sisse logimata
   *[other] { $count } päeva sisse logimata
}
ticks = Märked
is-ticked = Märgitud
not-sent-yet = Pole veel saadetud
no-level = Puudub
view-save = Salvesta vaade
view-rename = Nimeta vaade ümber
view-of = Salvestatud vaade: { $name }
view-name-taken = Selle loendi teisel vaatel on sama nimi.
view-remove = Eemalda vaade
view-name = Nimi
view-hint = See seisab külgribal koos leitute arvuga, ainult selles arvutis.
view-saved = Vaade salvestatud: „{ $name }“.
view-removed = Vaade eemaldatud: „{ $name }“.
person-since = Alates
person-invited-by = kutsuja: { $name }
never-seen = Sisselogimisi pole teada
public-list = Avalik nimekiri
public-list-on = Avalikult näha
public-list-off = Ei ole avalikult näha
public-list-own = Selle otsustab igaüks enda kohta.
person-access = Ligipääs: { $level }
from-extra = Antud isiklikult, lisaks tasemele
from-extra-by = Antud isiklikult: { $name }, { $when }
not-in-force = ei kehti
because-no-member = Ei kehti: liikmesust praegu pole.
because-invited = Hakkab kehtima, kui kutse on vastu võetud.
because-lapsed = Ei kehti: tähtaeg on möödas.
because-suspended = Ei kehti: peatatud.
because-not-started = Ei kehti enne algust.
because-plan = Ei kehti: organisatsiooni pakett ei sisalda seda.
because-limited = Ei kehti: ligipääs on piiratud mõne asukohaga.
rooms = Ruumid
rooms-all = Kõik ruumid, ka tulevased
access-no-rooms = Ruumid: pole
rooms-none = Puuduvad
timeline = Mis on juhtunud
milestone-person-invited = Kutsutud: { $name }
milestone-invitation-resent = Kutse saadetud uuesti: { $name }
milestone-invitation-accepted = Kutse vastu võetud
milestone-invitation-declined = Kutse tagasi lükatud
milestone-invitation-revoked = Kutse tühistatud: { $name }
milestone-join-requested = Liitumistaotlus
milestone-request-approved = Taotlus kinnitatud: { $name }
milestone-request-declined = Taotlus tagasi lükatud: { $name }
milestone-request-cancelled = Taotlus tühistatud
milestone-request-reopened = Uuesti arutusel: { $name }
milestone-member-added = Lisatud: { $name }
milestone-superseded = Asendatud teise taotluse või kutsega
milestone-membership-ended = Liikmesus lõpetatud: { $name }
milestone-membership-expired = Liikmesus märgitud aegunuks: { $name }
milestone-membership-renewed = Liikmesus pikendatud: { $name }
milestone-member-suspended = Liikmesus peatatud: { $name }
milestone-member-resumed = Liikmesus jätkub: { $name }
milestone-grant-changed = Ligipääs muudetud: { $name }
milestone-other = Muudetud: { $name }
act-pause = Peata
act-resume = Jätka
act-end = Lõpeta liikmesus
act-expire = Märgi aegunuks
act-renew = Pikenda
act-add-more = Lisa liikmeks…
add-of = Lisa liikmeks: { $name }
act-reopen = Ava taotlus uuesti
write-letter = Kirjuta e-kiri
copy-address = Kopeeri aadress
address-copied = Kopeeritud: { $contact }
more-acts = Veel
owner-must-remain = Vähemalt üks omanik peab jääma.
go-to-request = Otsusta taotlus
go-to-invitation = Näita kutset
paused-one = Liikmesus peatatud: { $name }.
resumed-one = Liikmesus jätkub: { $name }.
ended-one = Liikmesus lõpetatud: { $name }.
expired-one = Liikmesus märgitud aegunuks: { $name }.
reopened-one = Taotlus uuesti avatud: { $name }.
taking-back = { $count ->
    [one] { $count } muudatuse tagasivõtmine…
   *[other] { $count } muudatuse tagasivõtmine…
}
undone-by-opposite = Tagasi võetud. Logis on näha mõlemad.
change-this = Muuda
change-level = Muuda ligipääsu
level-now = Praegu: { $level }
level-choose = Vali tase.

## Mitu korraga

bulk-level = Muuda ligipääsu
bulk-pause = Peata
bulk-resume = Jätka
bulk-end = Lõpeta…
bulk-end-title = Liikmesuste lõpetamine
bulk-level-question = Millise taseme nad saavad?
bulk-level-means = { $count ->
    [one] { $count } inimene saab taseme „{ $level }“.
   *[other] { $count } inimest saavad taseme „{ $level }“.
}
bulk-level-same = { $count ->
    [one] { $count } inimesel on juba tase „{ $level }“, see jääb alles.
   *[other] { $count } inimesel on juba tase „{ $level }“, see jääb alles.
}
bulk-level-do = { $count ->
    [one] Anna „{ $level }“ { $count } inimesele
   *[other] Anna „{ $level }“ { $count } inimesele
}
bulk-level-done = { $count ->
    [one] Tase „{ $level }“ antud { $count } inimesele.
   *[other] Tase „{ $level }“ antud { $count } inimesele.
}
bulk-pause-means = { $count ->
    [one] { $count } inimese ligipääs ei kehti enne jätkamist. Tähtajad jooksevad edasi.
   *[other] { $count } inimese ligipääs ei kehti enne jätkamist. Tähtajad jooksevad edasi.
}
bulk-pause-do = { $count ->
    [one] Peata { $count } liikmesus
   *[other] Peata { $count } liikmesust
}
bulk-pause-done = { $count ->
    [one] { $count } liikmesus peatatud.
   *[other] { $count } liikmesust peatatud.
}
bulk-resume-means = { $count ->
    [one] { $count } inimese ligipääs hakkab uuesti kehtima.
   *[other] { $count } inimese ligipääs hakkab uuesti kehtima.
}
bulk-resume-do = { $count ->
    [one] Jätka { $count } liikmesust
   *[other] Jätka { $count } liikmesust
}
bulk-resume-done = { $count ->
    [one] { $count } liikmesus jätkub.
   *[other] { $count } liikmesust jätkub.
}
bulk-end-means = { $count ->
    [one] { $count } liikmesus lõpeb kohe: kogu ligipääs kaob ja inimene saab teate. Hiljem saab seda pikendada.
   *[other] { $count } liikmesust lõpeb kohe: kogu ligipääs kaob ja inimesed saavad teate. Hiljem saab neid pikendada.
}
bulk-end-do = { $count ->
    [one] Lõpeta { $count } liikmesus
   *[other] Lõpeta { $count } liikmesust
}
bulk-end-done = { $count ->
    [one] { $count } liikmesus lõpetatud.
   *[other] { $count } liikmesust lõpetatud.
}
bulk-looking = Vaadatud { $count } / { $total }
bulk-giving = Tehtud { $count } / { $total }
bulk-nobody = Siin pole kedagi, kellega seda teha.
bulk-not-so = Nende olek ei luba seda.
bulk-stay = { $count ->
    [one] { $count } jääb nii nagu on. { $why }
   *[other] { $count } jäävad nii nagu on. { $why }
}
bulk-refused = { $count ->
    [one] { $count } lükati tagasi.
   *[other] { $count } lükati tagasi.
}
bulk-unread = { $count ->
    [one] { $count } kirjet ei õnnestunud lugeda, see jääb nii, nagu on.
   *[other] { $count } kirjet ei õnnestunud lugeda, need jäävad nii, nagu on.
}
bulk-gain = Nad saavad edaspidi
bulk-lose = Nad ei saa enam
bulk-of-them = { $count ->
    [one] { $count } neist
   *[other] { $count } neist
}
and-more = { $count ->
    [one] ja veel { $count }
   *[other] ja veel { $count }
}
requests-all = Kõik
requests-from-people = Inimestelt
requests-over-week = Ootab üle nädala
requests-chosen = { $count ->
    [one] { $count } inimene
   *[other] { $count } inimest
}
requests-nobody-approved = Seda taset ei saa siin kellelegi anda.
decisions-come = { $count ->
    [one] { $names }: administraatorit ei ole. Otsustad sina.
   *[other] { $names }: administraatoreid ei ole. Otsustad sina.
}
find-request = Otsi taotlust
waits-long = Ootab kauem kui nädal
last-decided = Viimane otsus: { $name }, { $when }
approve-name = Kinnita: { $name }
approve-many = { $count ->
    [one] Kinnita { $count } taotlus
   *[other] Kinnita { $count } taotlust
}
approved-many = { $count ->
    [one] { $count } taotlus kinnitatud.
   *[other] { $count } taotlust kinnitatud.
}
decline-many = { $count ->
    [one] Lükka { $count } taotlus tagasi
   *[other] Lükka { $count } taotlust tagasi
}
declined-many = { $count ->
    [one] { $count } taotlus tagasi lükatud.
   *[other] { $count } taotlust tagasi lükatud.
}
bulk-get = { $count ->
    [one] { $count } saab taseme „{ $level }“
   *[other] { $count } saavad taseme „{ $level }“
}
bulk-keeps = { $count ->
    [one] Jääb ootama: { $names }. { $why }
   *[other] Jäävad ootama: { $names }. { $why }
}
level-proposed-each = Nagu igaühele pakutud
level-not-there = Sellist taset seal pole.
level-of = Tase: { $name }
stays-waiting = Jääb ootama
untick = Eemalda märge: { $name }
next-one = Järgmine taotlus
reopen = Ava uuesti

## Kahe õiguste kogumi erinevused

level = Ligipääsutase
on = Sees
off = Väljas
diff-before = Enne
diff-after = Nüüd
diff-none = puudub
diff-extras = Lisaks tasemele
diff-rooms = Ruumid
diff-rooms-count = { $count ->
    [one] { $count } ruum
   *[other] { $count } ruumi
}
diff-sites = Asukohad
diff-sites-count = { $count ->
    [one] { $count } asukoht
   *[other] { $count } asukohta
}
diff-limit = Piiratud
diff-no-limit = piiranguta
diff-starts = Algus
diff-no-start = kohe
diff-ends = Lõpp
diff-no-end = Tähtajatu
diff-gained = Nüüdsest
diff-lost = Enam mitte
diff-same = { $count ->
    [one] { $count } õigus jääb samaks
   *[other] { $count } õigust jääb samaks
}

## Ligipääsutasemed

levels-count = { $count ->
    [one] { $count } tase
   *[other] { $count } taset
}
levels-built-in = Sisseehitatud, lukus
levels-of-your-own = Oma tasemed
levels-caption = Mida iga ligipääsutase lubab
levels-permission = Õigus
levels-locked = Sisseehitatud tasemeid ei saa muuta: need tähendavad igas organisatsioonis sama.
level-holders = { $count ->
    [one] { $count } inimene
   *[other] { $count } inimest
}
level-nobody = mitte keegi
level-without = ei sisaldu
level-all-rooms = Sissepääs kõigisse ruumidesse, ka tulevastesse
level-not-known = siin teadmata
group-administration = Organisatsiooni juhtimine
group-work = Töö
group-spending = Organisatsiooni kulul
group-benefits = Soodustused
group-workspace = Tööruum
group-rooms = Ruumid

## Ligipääs

access-of = Ligipääs: { $name }
access-renew-of = Pikenda ligipääsu · { $name }
access-change-of = Muuda ligipääsu · { $name }
access-details = Veel: ruumid, kuupäevad, üksikud õigused
access-reading = Loeme, mida saab anda…
access-staff = Töötaja ligipääs
access-staff-base = Luba sisse logida ja oma broneeringuid hallata
access-staff-base-means = Oma broneeringute lisamine, muutmine ja tühistamine.
access-staff-base-ends = Võta linnuke ära, et sisselogimine siin lõpetada. Enne salvestamist ei muutu midagi.
access-staff-joins = Töötab siin: haldab oma broneeringuid
access-staff-joins-means = Ta logib juba sisse. Lisanduvad oma broneeringud ja see, mida siis märkida saab.
access-staff-many = Sisselogimine lõpetatakse ükshaaval. Et kõigi õigusi muuta, vali teine tase.
access-option-all-bookings = Kõik broneeringud
access-option-all-bookings-means = Kõigi broneeringute lisamine, muutmine ja kustutamine, ka kolleegide omade.
access-option-client-list = Klientide nimekiri
access-option-client-list-means = Kõigi klientide, kontaktide ja külastuste nägemine ning märkmete kirjutamine.
access-option-business = Müük, veebibroneerimine, seaded
access-option-business-means = Kõige laiem: sama mis peaadministraatoril.
access-rooms-all = See tase avab kõik ruumid, ka hiljem lisatavad.
access-site-whole = Kõik asukoha ruumid, mis täna olemas on
access-limit = Haldab ainult
access-limit-means = Haldamine kehtib siis ainult nende asukohtade kohta. Tasemed, seaded, arved ja logi ei kuulu sinna.
access-from-level = Tasemest
access-dates = Millal
access-ends-whole = Kogu ligipääs lõpeb päevaga { $day }.
access-first-day = Esimene päev
access-note = Märkus logisse
access-note-text = See jääb logisse ja seda ei saadeta kellelegi.
access-term-never = Lõputa
access-term-week = See nädal
access-term-trial = Proov, 14 päeva
access-term-date = Kuupäevani
access-copy = Kopeeri teiselt inimeselt
access-copy-find = Otsi inimest
access-will = Saab edaspidi
access-gains = Saab lisaks
access-loses = Ja enam ei saa
access-same = { $count ->
    [one] { $count } õigus jääb samaks
   *[other] { $count } õigust jääb samaks
}
access-number-rooms = { $count ->
    [one] { $count } ruum täna
   *[other] { $count } ruumi täna
}
access-number-people = { $count ->
    [one] { $count } inimene täna
   *[other] { $count } inimest täna
}
access-number-requests = { $count ->
    [one] { $count } taotlus ootab praegu
   *[other] { $count } taotlust ootab praegu
}
access-personal = Isikuandmed
access-equals-business = Kõik müügis, veebibroneerimises ja seadetes, nagu peaadministraatoril. Välja arvatud inimeste haldamine.
access-equals-administrator = Sama mis administraatoril: kõik peale organisatsiooni kustutamise.
access-equals-owner = Sama mis omanikul: kõik, ka organisatsiooni üleandmine.
access-overtaken = Vahepeal on seda muudetud:
access-overtaken-by = Vahepeal on seda muutnud { $name }:
access-overtaken-many = { $count ->
    [one] Vahepeal on seda ühel neist muudetud:
   *[other] Vahepeal on seda muudetud { $count } inimesel neist:
}
access-look-first = Vali kõigepealt, millise versiooniga jätkata.
access-keep-theirs = Jätka selle versiooniga
access-use-mine = Jätka minu omaga
access-save-approve = Kinnita: { $level }
access-save-change = Salvesta ligipääs
access-save-give = Anna: { $level }
access-save-change-invitation = Salvesta ligipääs
access-save-resend = Saada uuesti: { $level }
access-save-renew = Lase uuesti sisse: { $level }
access-save-withdraw = Lõpeta sisselogimine
access-save-add = Lisa: { $level }
access-saved-approve = Taotlus kinnitatud: { $name }, { $level }.
access-saved-change = Ligipääs muudetud: { $name }.
access-saved-change-invitation = Kutse ligipääs muudetud: { $name }.
access-saved-resend = Kutse uuesti saadetud: { $name }.
access-saved-renew = Liikmesus pikendatud: { $name }, { $level }.
access-saved-withdraw = { $name } ei saa siin enam sisse logida.
access-withdraws = Kui salvestad, ei saa { $name } siin enam sisse logida ja kaob ka kõik, mis sellega avanes. Liikmeks jätmiseks vali hoopis tase „Liige“.
access-saved-add = Liikmeks lisatud: { $name }, { $level }.
level-new = Uus tase
level-copy = Kopeeri ja muuda
level-edit = Muuda taset
level-edit-of = Muuda taset: { $level }
level-name = Taseme nimi
level-people = { $count ->
    [one] See tase on { $count } inimesel
   *[other] See tase on { $count } inimesel
}
level-people-unknown = Kui paljudel inimestel see tase on, pole siin teada.
level-people-change = { $count ->
    [0] Kellegi ligipääs ei muutu
    [one] Ligipääs muutub { $count } inimesel
   *[other] Ligipääs muutub { $count } inimesel
}
level-person-gains = Lisaks: { $rights }
level-person-loses = Enam mitte: { $rights }
level-person-same = Midagi ei muutu
level-links = { $count ->
    [one] Seda annab { $count } avatud link
   *[other] Seda annab { $count } avatud linki
}
level-save = Salvesta tase
level-make = Loo tase
level-made = Tase loodud: { $level }.
level-saved = Tase muudetud: { $level }.
level-delete = Kustuta tase
level-delete-with = Selle asemel on kõigil
level-delete-none = Ei midagi
level-deleted = Tase kustutatud: { $level }.
level-delete-do = Kustuta: { $level }
level-name-needed = Anna tasemele nimi.
access-of-many = { $count ->
    [one] { $count } inimese ligipääs
   *[other] { $count } inimese ligipääs
}
access-of-invitation = Ligipääs, mille kutse annab
access-save-invite = Kasuta seda ligipääsu
access-save-many = { $count ->
    [one] Anna { $count } inimesele
   *[other] Anna { $count } inimesele
}
access-saved-many = { $count ->
    [one] Ligipääs muudetud: { $count } inimene.
   *[other] Ligipääs muudetud: { $count } inimest.
}
access-has-it = See on juba olemas.
forbidden-needs = Selleks on vaja õigust „{ $permission }“, mida sinu ligipääs ei sisalda.
refused-why = Miks?
access-edges = Millal ja kus
access-until = Kuni { $when }
access-from = Alates { $when }
access-only-in = Haldab ainult: { $sites }
access-before-start = seni: alates { $when }
access-before-end = seni: kuni { $when }
access-before-limit = seni: ainult { $sites }
access-no-end = Lõpuajata
access-no-start = Alguspäevata
access-no-limit = Asukohtadega enam ei piirata
access-keeps-end = Igaühele jääb oma viimane päev
access-keeps-start = Igaühele jääb oma esimene päev
access-keeps-limit = Igaühele jääb oma asukohtade piirang
access-each-own = Igaühele jääb oma.
access-renew-term = { $count ->
    [one] Eelmine tähtaeg oli { $count } päev. Uus on sama pikk, kui sa teisiti ei vali.
   *[other] Eelmine tähtaeg oli { $count } päeva. Uus on sama pikk, kui sa teisiti ei vali.
}
access-renew-stays = Viimane päev on alles ees ja jääb samaks.
access-renew-undated = Varem lõppu ei olnud. Kui nüüd peab olema, vali see siin.
refusal-rule = { $count ->
    [one] Reegel { $rules }
   *[other] Reeglid { $rules }
}

## Ruumid

places-count = { $rooms ->
    [one] { $rooms } ruum
   *[other] { $rooms } ruumi
}
rooms-find = Otsi ruumi
rooms-nothing-found = Sellist ruumi ega asukohta pole.
site = Asukoht
site-new = Uus asukoht
site-name = Asukoha nimi
site-make = Loo asukoht
site-made = Asukoht loodud: „{ $name }“.
site-rename = Nimeta asukoht ümber
site-rename-of = Nimeta ümber: { $name }
site-changed = Asukoha uus nimi: „{ $name }“.
site-remove = Eemalda asukoht
site-removed = Asukoht eemaldatud: „{ $name }“.
site-acts = Tegevused: { $name }
site-empty = Siin pole veel ruume.
room-new = Uus ruum
room-new-here = Uus ruum siia
room-name = Ruumi nimi
room-make = Loo ruum
room-made = Ruum loodud: „{ $name }“.
room-new-means = Uus ruum on avatud ainult omanikele ja administraatoritele, kuni see kellelegi antakse.
room-change = Nimeta ümber või vii mujale
room-change-of = Nimeta ümber või vii mujale: { $name }
room-changed = Ruum muudetud: „{ $name }“.
room-moved-means = Sisenejad jäävad samaks: kellel on asukoha kõik ruumid, sellele jäävad praegused ruumid.
room-remove = Eemalda…
room-remove-of = Eemalda: { $name }
room-remove-do = Eemalda: { $name }
room-removed = Ruum eemaldatud: „{ $name }“.
room-removal-nobody = See ruum pole kellelegi nimeliselt antud.
room-removal-unknown = Kellele see ruum on nimeliselt antud, pole siin teada.
room-removal-members = { $count ->
    [one] { $count } inimene ei saa enam siseneda
   *[other] { $count } inimest ei saa enam siseneda
}
room-removal-invited = { $count ->
    [one] { $count } avatud kutse ei anna seda enam
   *[other] { $count } avatud kutset ei anna seda enam
}
room-removal-for-good = Ruumi ei saa tagasi tuua: uus samanimeline on teine ruum.
room-who = Kes saab siseneda
room-nobody = Keegi ei saa veel siseneda.
room-unknown = Siin pole teada, kes sisse pääseb.
room-kept-out = Praegu ei pääse sisse
room-let-in = Lase keegi sisse…
room-let-in-of = Kellele avada: { $room }
room-let-in-find = Otsi inimesi
room-let-in-gets = Saab siseneda: { $room }
room-let-in-has = Saab juba siseneda
room-let-in-only = Lisandub ainult see ruum. Tasemed, õigused ja kuupäevad jäävad samaks.
room-let-in-nobody = Vali keegi, kelle saab sisse lasta.
room-let-in-do = { $count ->
    [one] Lase { $count } inimene sisse
   *[other] Lase { $count } inimest sisse
}
room-let-in-done = { $count ->
    [one] { $count } inimene saab nüüd siseneda: { $room }.
   *[other] { $count } inimest saab nüüd siseneda: { $room }.
}
room-all = { $count ->
    [one] { $count } inimene, inimeste nimekirjas
   *[other] { $count } inimest, inimeste nimekirjas
}
place-name-needed = Anna nimi.
place-save = Salvesta

## Miks

why = Miks?
why-of = Miks: { $name }
why-right = Õigus
why-room-too = Ja see ruum
why-any-room = Ei küsi
why-yes = Praegu tohib
why-no = Praegu ei tohi
why-until = See võib ise muutuda: { $when }
why-level = Sisaldub ligipääsutasemes „{ $level }“.
why-extra = Antud isiklikult, lisaks tasemele.
why-every-member = See on igal liikmel.
why-not-given = Ei sisaldu tasemes ega isiklikes õigustes.
why-manager = Haldava organisatsiooni omanikuna.
why-room = Ruum on antud nimeliselt.
why-site = Antud on kõik ruumid: { $name }.
why-every-room = Tase avab kõik ruumid.
why-no-room = Seda ruumi pole antud.
why-no-member = Liikmesust siin pole.
why-no-member-now = Kehtivat liikmesust pole: { $state }.
why-suspended = Liikmesus on peatatud.
why-starts = Liikmesus algab hiljem: { $when }
why-lapsed = Lõppkuupäev on möödas: { $when }
why-plan = Organisatsiooni pakett ei sisalda seda.
why-limited = Ligipääs on piiratud mõne asukohaga, see aga kuulub kogu organisatsioonile.
why-account = Konto on suletud või peatatud.
why-organisation = Organisatsioon on suletud või välja lülitatud.

## Kutsed

invitations-count = { $count ->
    [one] { $count } avatud
   *[other] { $count } avatud
}
invitations-filters = Millised kutsed
find-short = Otsi
invitations-find = Otsi kutset
tab-waiting = Ootel
tab-failed = Ebaõnnestunud
tab-expired = Aegunud
tab-accepted = Vastu võetud
tab-revoked = Tühistatud
no-invitations-waiting = Ükski kutse ei oota.
no-invitations-failed = Kõik kirjad on kohal.
no-invitations-expired = Ükski kutse pole aegunud.
no-invitations-accepted = Keegi pole veel kutset vastu võtnud.
no-invitations-revoked = Ühtki kutset pole tühistatud.
no-invitations-text = Kutsu inimesi e-postiga või tee link paljudele.
column-to = Kellele
invitation-level = Tase
column-by = Kuidas
column-sent = Saadetud
column-expires = Aegub
column-state = Olek
channel-email = E-post
channel-sms = SMS
channel-link = Link või QR-kood
on-this-computer = Veel saatmata
delivery-queued = Järjekorras
delivery-sent = Saadetud
delivery-delivered = Kohal
delivery-opened = Avatud
delivery-bounced = Tuli tagasi
delivery-failed = Ebaõnnestus
delivery-not-sent = Saatmata
delivery-accepted = Vastu võetud
delivery-declined = Tagasi lükatud
delivery-expired = Aegunud
delivery-revoked = Tühistatud
delivery-superseded = Asendatud
delivery-waits-asked = Meil paluti aeglustada; jätkame: { $until }.
delivery-waits-unusable = Seda ei õnnestunud üle anda; uus katse: { $until }.
delivery-waits-limit = SMS-e on saadetud nii palju kui lubatud; jätkame: { $until }.
undelivered-unknown = Meiliserver ei tunne seda aadressi.
undelivered-full = Postkast on täis.
undelivered-refused = Meiliserver keeldus kirjast.
undelivered-domain = Selle aadressi meiliserverit pole olemas.
undelivered-unreachable = Meiliserver polnud kättesaadav.
undelivered-other = Meiliserver keeldus aadressist.
undelivered-not-sent = Serveril pole kirjade saatmiseks vahendit. Kopeeri link ja anna see ise edasi.
undelivered-no-gateway = Serveril ei ole SMS-ide saatmiseks lüüsi. Kopeeri link ja anna see ise edasi.
undelivered-country = Siit ei saadeta SMS-e sellesse riiki. Kopeeri link ja anna see ise edasi.
undelivered-text = SMS-i ei õnnestunud kätte toimetada. Kopeeri link või kasuta e-posti aadressi.
undelivered-words = Mida server vastas
did-you-mean = Kas mõtlesid { $contact }?
invite-instead = Kutsu see aadress
was-opened = Varem avatud
steps = Mis juhtus
invited-by = Kutsuja
by-and-when = { $name }, { $when }
works-until = Kehtib kuni
date-and-distance = { $when } ({ $distance })
message = Sõnum
change = Muuda
change-nothing = Midagi pole veel muudetud.
ends-on = Viimane päev
resend = Saada uuesti
resend-text = Saadetakse uus link. Vana lakkab töötamast.
resend-with-dates = Vali uued kuupäevad
resend-needs-dates = Selle kutse lõpukuupäev on möödas. Vali uus või jäta see tühjaks.
copy-link = Kopeeri link
link-copied = Link on kopeeritud: { $name }. See töötab ainult sellel aadressil.
link-copied-plain = Link on kopeeritud.
link-not-yet = Link tekib, kui kutse on serverisse jõudnud.
link-needs-server = Linki teab ainult server, kuid ühendust pole.
revoke = Tühista kutse
keys-revoke = Tühista kutse või sulge link
next-invitation = Järgmine: { $name }.
invitation-resent = Uus link läheb teele: { $name }. Vana lakkab töötamast.
invitation-revoked = Kutse on tühistatud: { $name }.

## Lingid ja QR-koodid

share-link = Link
link-form = Kuju
form-link = Link
form-link-text = Rühmaga jagamiseks
form-card = QR-kaart
form-card-text = Trükitud, ühele inimesele
form-poster = QR-plakat
form-poster-text = Trükitud, kõigile möödujatele
link-used = { $count } / { $limit }
link-is-open = Kehtib
link-is-closed = Suletud
link-approval = Kinnitamine
link-approval-on = Iga tulija ootab kinnitamist
link-approval-off = Lingi omanik liitub kohe
link-label = Lingi nimi
link-label-hint = Seda näed ainult sina, näiteks „Valvelaud“.
link-needs-label = Anna lingile nimi.
link-uses = Mitmele inimesele
link-uses-most = { $count ->
    [one] kuni { $count }
   *[other] kuni { $count }
}
link-domains = Aadressidele, mille lõpus on
link-domains-hint = example.ee, example.com
link-domains-text = Linki saab kasutada ainult see, kel on seal kinnitatud e-posti aadress. Tühi: igaüks.
link-domains-wrong = See ei ole e-posti domeen. Kirjuta nii: example.ee.
link-domains-most = { $count ->
    [one] kuni { $count } domeen
   *[other] kuni { $count } domeeni
}
link-domains-for = Aadressidele, mille lõpus on { $domains }
link-domains-any = Iga aadress
link-needs-approval = Kinnita iga tulija
link-needs-approval-text = Lingist tekib ainult taotlus. Otsustad sina.
link-approval-fixed = Plakatil alati sees: seda näevad kõik.
link-offline = Lingid ja QR-koodid teeb server, kuid ühendust pole. E-kutsed saab kirjutada kohe ja need saadetakse hiljem.
link-term = { $count ->
    [one] Link kehtib { $count } päeva.
   *[other] Link kehtib { $count } päeva.
}
make-link = Tee link
link-made = Link on tehtud: „{ $name }“.
link-closed = Link on suletud: „{ $name }“.
close-link = Sulge link
close-link-text = Suletud lingiga ei saa enam keegi liituda. Kes on liitunud, jääb.
link-anew = Uus link
link-anew-of = Uus link: „{ $name }“
link-anew-dead = Vana link lakkab kohe töötamast. Sellega ei saa enam keegi liituda.
link-anew-dead-printed = Vana link ja kõik selle prinditud koodid lakkavad kohe töötamast. Prindi uus.
link-anew-kept = { $count ->
    [0] Seda pole veel keegi kasutanud.
    [one] Seda on kasutanud { $count } inimene. Talle jääb kõik alles.
   *[other] Seda on kasutanud { $count } inimest. Neile jääb kõik alles.
}
link-anew-make = Tee uus link
link-made-anew = Uus link: „{ $name }“. Vana lakkab töötamast.
link-change-of = Muuda linki „{ $name }“
link-change-text = Aadress ja prinditud kood jäävad samaks. Lingi eest vastutab see, kes seda muutis.
link-change-save = Salvesta
link-changed = Link on muudetud: „{ $name }“.
link-not-there-yet = Muudatus pole veel serverisse jõudnud.
show-link = Näita linki ja QR-koodi
show-link-text = Kes seda näeb, saab seda kasutada. Logisse jääb märge näitamise kohta.
qr-of = QR-kood liitumiseks: { $name }
scan-to-join = Skanni ja liitu
save-code = Salvesta SVG
print-code = Prindi…
print-code-title = Koodi printimine
print = Prindi
print-size = Paber
print-language = Keel
print-second-language = Teine keel
print-no-second = Puudub
print-hint = Kood ja sõnad tulevad mustalt valgel, olenemata teemast. Faili hoidmiseks vali prindiaknas „Salvesta PDF-ina“.
poster-how = Ava telefoni kaamera, suuna see koodile ja järgi linki.
poster-approval = Iga taotlus kinnitatakse kohapeal.
poster-one = See kaart kehtib ühe korra.

## Inimeste kutsumine

invite-people-to = Kutsu inimesi: { $name }
invite-by = Kuidas
invite-to = E-posti aadressid
invite-to-hint = Kirjuta või kleebi mitu: komad, read, Nimi <a@b.ee>
invite-to-phones = Telefoninumbrid
invite-to-phones-hint = Kirjuta või kleebi mitu korraga: +372 5555 1234, igaüks eraldi real
named-contact = { $name } <{ $contact }>
contact-correct = Parandamiseks klõpsa
contact-drop = Eemalda { $contact }
contact-leave-out = Jäta välja
contacts-more = { $count ->
    [one] ja veel { $count }
   *[other] ja veel { $count }
}
outcome-new = saab kutse
outcome-already-member = on juba liige
outcome-already-invited = on juba kutsutud
outcome-request-waiting = on taotlenud liitumist
outcome-refused = ei saa kutsuda
outcome-malformed = pole aadress
outcome-checking = Kontrollin aadresse…
outcome-count-new = { $count ->
    [one] { $count } uus
   *[other] { $count } uut
}
outcome-count-member = { $count ->
    [one] { $count } on juba liige: { $names }
   *[other] { $count } on juba liikmed: { $names }
}
outcome-count-member-many = { $count ->
    [one] { $count } on juba liige
   *[other] { $count } on juba liikmed
}
outcome-count-invited = { $count ->
    [one] { $count } on juba kutsutud: { $names }
   *[other] { $count } on juba kutsutud: { $names }
}
outcome-count-invited-many = { $count ->
    [one] { $count } on juba kutsutud
   *[other] { $count } on juba kutsutud
}
outcome-count-waiting = { $count ->
    [one] { $count } on taotlenud liitumist: { $names }
   *[other] { $count } on taotlenud liitumist: { $names }
}
outcome-count-waiting-many = { $count ->
    [one] { $count } on taotlenud liitumist
   *[other] { $count } on taotlenud liitumist
}
outcome-count-refused = { $count ->
    [one] { $count } ei saa kutsuda. { $why }
   *[other] { $count } ei saa kutsuda. { $why }
}
outcome-count-malformed = { $count ->
    [one] { $count } pole e-posti aadress: paranda või eemalda see.
   *[other] { $count } pole e-posti aadressid: paranda või eemalda need.
}
outcome-count-malformed-phone = { $count ->
    [one] { $count } ei ole telefoninumber: alusta märgiga + ja riigikoodiga või eemalda see.
   *[other] { $count } ei ole telefoninumbrid: alusta märgiga + ja riigikoodiga või eemalda need.
}
outcome-unreached = { $count ->
    [one] Sellest serverist ei saadeta sõnumeid numbrile { $names }. Kutsu ja kopeeri link või kasuta e-posti aadressi.
   *[other] Sellest serverist ei saadeta sõnumeid { $count } numbrile ({ $names }). Kutsu ja kopeeri lingid või kasuta e-posti aadresse.
}
did-you-mean-instead = { $contact }: kas mõtlesid { $meant }?
use-this = Võta see
invite-instead-of = Kutse aadressile { $contact } tühistatakse, kui see teele läheb.
choose-level = Vali tase
letter-language = Kirja keel
letter-language-auto = Saaja keel, kui see on teada
use-lowest = Võta madalaim sobiv: { $level }
invite-message = Sõnum
invite-message-hint = Vabatahtlik. Läheb kirja sisse.
letter-preview = Kiri, nagu seda nähakse
text-language = Sõnumi keel
text-preview = Sõnum, nagu seda nähakse
text-count = { $count ->
    [one] { $length }/{ $room } · { $count } sõnum
   *[other] { $length }/{ $room } · { $count } sõnumit
}
text-countries = Sõnumeid saadetakse numbritele, mis algavad: { $countries }.
text-fixed = Sõnad on ette antud, et keegi ei saaks esineda kellegi teisena.
invite-count = { $count ->
    [0] Kutsu
    [one] Kutsu { $count } inimene
   *[other] Kutsu { $count } inimest
}
send-again-to = { $count ->
    [one] Saada uuesti { $count } inimesele
   *[other] Saada uuesti { $count } inimesele
}
invite-nobody = Kirjuta vähemalt üks aadress.
invite-nobody-phone = Kirjuta vähemalt üks telefoninumber.
invite-none-new = Nende seas pole kedagi uut.
not-invited = { $contact }: { $why }
invited = { $count ->
    [one] Kutsutud { $count } inimene.
   *[other] Kutsutud { $count } inimest.
}
sent-again = { $count ->
    [one] Uus link läheb { $count } inimesele.
   *[other] Uued lingid lähevad { $count } inimesele.
}
invited-and-again = { $count ->
    [one] Kutsutud { $count } inimene, uuesti saadetud { $again }.
   *[other] Kutsutud { $count } inimest, uuesti saadetud { $again }.
}
sent-when-online = Saadetakse, kui ühendus taastub.
saving = Salvestan…
saving-of = Salvestatud { $done } / { $count }…
consequence-letters = { $count ->
    [one] { $count } inimene saab kirja.
   *[other] { $count } inimest saavad kirja.
}
consequence-again = { $count ->
    [one] { $count } inimene saab uue lingi. Vana lakkab töötamast.
   *[other] { $count } inimest saavad uue lingi. Vanad lakkavad töötamast.
}
consequence-level = Kes kutse vastu võtab, saab kohe ligipääsutaseme { $level }.
consequence-term = { $count ->
    [one] Lingid kehtivad { $count } päeva.
   *[other] Lingid kehtivad { $count } päeva.
}
consequence-undo = 10 sekundit saab kõik tagasi võtta. Pärast seda saab iga kutse tühistada.
consequence-offline = Kirjad lähevad teele, kui ühendus taastub. Seni saab kõik tagasi võtta.

## Logi

history-filters = Millised kirjed
history-find = Otsi logist
history-who = Kes
history-what = Mis
history-by = Kes: { $name }
history-about = Teema: { $what }
history-links = Lingid
history-other = Muu
history-somebody = Keegi
history-unnamed = nimeta
history-barred = Sa ei saa siin logi lugeda.
history-kept = Ühendust pole. Need kirjed on selles arvutis; vanemate jaoks on vaja ühendust.
history-searched-to = Otsitud kuni: { $when }.
history-further = Otsi veel varasemast
history-none-kept = Logi pole veel selles arvutis.
history-none-kept-text = Seda loetakse serverist. Loetu jääb alles ja on hiljem ka ühenduseta näha.
history-empty = Siin pole veel midagi juhtunud.
history-empty-text = Kõik, mida organisatsioonis tehakse, kirjutatakse siia ja jääb alles.
history-nothing-found = Midagi sellist pole juhtunud.
history-nothing-days = Neil päevil ei juhtunud midagi.
history-offline-at = ühenduseta, { $when }
history-save = Ekspordi
history-save-csv = Tabel (CSV)
history-save-ndjson = Programmidele (NDJSON)
history-saving = Kirjeid loetakse.
history-saved = { $count ->
    [one] Salvestatud { $count } kirje: { $path }
   *[other] Salvestatud { $count } kirjet: { $path }
}
history-file-head = Logi: { $name }, salvestatud { $when }
history-found-by = Leitud otsinguga „{ $text }“
history-broken = Ahel katkenud
history-broken-text = See kirje ei jätka eelmist: midagi on muudetud või eemaldatud. Teata sellest serveri haldajale.
history-chain-ok = Ahel terve
history-reason = Põhjus
history-note = Märkus
history-contact = Aadress
history-until = Kuni
history-made = Tehtud
history-made-offline = { $when }, ühenduseta
history-arrived = Serveris
history-entry = Kirje
history-erased = Selle kirje sisu kustutati koos inimese andmetega.
event-person-invited = Kutse saadetud: { $name }, { $level }
event-invitation-resent = Kutse uuesti saadetud: { $name }
event-invitation-changed = { $moved ->
    [yes] Kutse muudetud: { $name }, { $before } → { $level }
   *[no] Kutse muudetud: { $name }
}
event-invitation-revoked = Kutse tühistatud: { $name }
event-invitation-accepted = { $leveled ->
    [yes] Kutse vastu võetud: { $level }
   *[no] Kutse vastu võetud
}
event-invitation-declined = Kutse tagasi lükatud
event-superseded = Suletud, mis oli veel avatud: { $name }
event-join-requested = Liitumistaotlus
event-request-cancelled = Taotlus tühistatud
event-request-approved = Taotlus kinnitatud: { $name }, { $level }
event-request-declined = Taotlus tagasi lükatud: { $name }
event-request-reopened = Taotlus uuesti avatud: { $name }
event-member-added = { $own ->
    [yes] Lingiga liitumine: { $level }
   *[no] Liige lisatud: { $name }, { $level }
}
event-grant-changed = { $moved ->
    [yes] Ligipääs muudetud: { $name }, { $before } → { $level }
   *[no] Ligipääs muudetud: { $name }
}
event-member-suspended = Liikmesus peatatud: { $name }
event-member-resumed = Liikmesus jätkub: { $name }
event-membership-ended = { $own ->
    [yes] Organisatsioonist lahkumine
   *[no] Liikmesus lõpetatud: { $name }
}
event-membership-expired = Liikmesus aegunud: { $name }
event-membership-renewed = Liikmesus pikendatud: { $name }, { $level }
event-visibility-set = Avaliku nimekirja nähtavus muudetud: { $name }
event-position-set = Ametikoht muudetud: { $name }
event-renamed = Uus nimi: { $name }
event-readdressed = Teine kontaktaadress
event-link-used = { $named ->
    [yes] Kasutatud link „{ $object }“
   *[no] Kasutatud link
}
event-link-made = { $named ->
    [yes] Tehtud link „{ $object }“: { $level }
   *[no] Tehtud link: { $level }
}
event-link-changed = { $named ->
    [yes] Muudetud link „{ $object }“
   *[no] Muudetud link
}
event-link-closed = { $named ->
    [yes] Suletud link „{ $object }“
   *[no] Suletud link
}
event-link-shown = { $named ->
    [yes] Salajane link „{ $object }“ näidatud
   *[no] { $told ->
        [yes] Kutse salajane link näidatud: { $name }
       *[no] Salajane link näidatud
    }
}
event-level-made = Tehtud ligipääsutase „{ $object }“
event-level-changed = Muudetud ligipääsutase „{ $object }“
event-level-deleted = Kustutatud ligipääsutase „{ $object }“
event-settings-changed = Seaded muudetud
event-organisation-made = Organisatsioon asutatud
event-plan-set = Pakett muudetud
event-sign-in-set = Sisselogimise viis muudetud
event-longest-term-set = Kutsete pikim tähtaeg muudetud
event-organisation-deactivated = Organisatsioon välja lülitatud
event-organisation-activated = Organisatsioon uuesti sisse lülitatud
event-erased = Inimese andmed kustutatud
event-ownership-offered = Omandiõigus pakutud: { $name }
event-ownership-accepted = Omandiõigus vastu võetud
event-offer-withdrawn = Omandiõiguse pakkumine tagasi võetud: { $name }
event-room-made = Tehtud ruum „{ $object }“
event-room-changed = Muudetud ruum „{ $object }“
event-room-removed = Eemaldatud ruum „{ $object }“
event-site-made = Tehtud asukoht „{ $object }“
event-site-changed = Muudetud asukoht „{ $object }“
event-site-removed = Eemaldatud asukoht „{ $object }“
event-staff-record-made = Tehtud töötaja kaart: { $name }
event-staff-record-changed = Muudetud töötaja kaart: { $name }
event-staff-record-removed = Eemaldatud töötaja kaart: { $name }
event-staff-tied = Töötaja kaart seotud kontoga: { $name }
event-management-proposed = Teisel organisatsioonil paluti hallata
event-management-accepted = Haldamine vastu võetud
event-management-ended = Haldamine lõpetatud
event-account-closing = { $name } sulgeb oma konto
event-account-kept = { $name } jättis oma konto alles
event-account-deleted = { $name } kustutas oma konto
event-withdrawn = Suletud see, mis oli lahti: { $name }
event-organisation-deleted = Organisatsioon kustutatud
event-other = Tegevus, mida see versioon ei tunne

## Ühenduseta tehtud muudatuste konfliktid

conflict = Konflikt
conflict-who = muudetud kaks korda: sinu poolt ja { $name }
ask-colleague = Küsi: { $name }
ask-by-letter = Alustab e-kirja sinu meiliprogrammis.
conflict-caption = Sinu variant, praegu kehtiv ja see, mis oli enne
conflict-mine-at = Sina, { $when }, ühenduseta
conflict-theirs-at = { $name }, { $when }
conflict-not-known = siin teadmata
conflict-name = Nimi
conflict-same = Sinu muudatus on sama mis praegu kehtiv.
conflict-theirs-more = See variant ({ $name }) annab lisaks:
conflict-theirs-less = See variant ({ $name }) ei anna:
keep-theirs = Jäta see: { $name }
keep-theirs-less = Jäta see: { $name }, vähem õigusi
use-mine = Võta minu oma
use-mine-less = Võta minu oma, vähem õigusi
choose-per-line = Vali ridade kaupa
conflict-edit = Muuda…
apply-lines = Kasuta valitut
conflict-kept-theirs = { $name }: praegu kehtiv jääb.
conflict-overruled = { $name }: kasutatakse sinu varianti.
approval-not-applied = Sinu kinnitust ei rakendatud.
invite-them-instead = Saada selle asemel kutse
command-invite-person = Kutsu: { $name }, { $level }
command-resend-invitation = Saada kutse uuesti: { $name }
command-change-invitation = Muuda kutset: { $name }, { $level }
command-revoke-invitation = Tühista kutse: { $name }
command-make-link = Tee link „{ $name }“
command-change-link = Muuda linki „{ $name }“
command-close-link = Sulge link „{ $name }“
command-cancel-request = Tühista taotlus
command-reopen-request = Ava taotlus uuesti: { $name }
command-add-member = Lisa: { $name }, { $level }
command-change-grant = Muuda ligipääsu: { $name }, { $level }
command-suspend-member = Peata liikmesus: { $name }
command-resume-member = Jätka liikmesust: { $name }
command-expire-membership = Märgi liikmesus aegunuks: { $name }
command-end-membership = Lõpeta liikmesus: { $name }
command-renew-membership = Pikenda liikmesust: { $name }, { $level }
command-set-visibility = Muuda avaliku nimekirja nähtavust: { $name }
command-set-position = Muuda ametikohta: { $name }
command-make-level = Tee ligipääsutase „{ $name }“
command-change-level = Muuda ligipääsutaset „{ $name }“
command-delete-level = Kustuta ligipääsutase „{ $name }“
command-change-settings = Muuda seadeid
command-make-staff-record = Tee töötaja kaart: { $name }
command-change-staff-record = Muuda töötaja kaarti: { $name }
command-remove-staff-record = Eemalda töötaja kaart: { $name }
command-make-room = Tee ruum „{ $name }“
command-change-room = Muuda ruumi „{ $name }“
command-remove-room = Eemalda ruum „{ $name }“
command-make-site = Tee asukoht „{ $name }“
command-change-site = Muuda asukohta „{ $name }“
command-remove-site = Eemalda asukoht „{ $name }“
command-offer-ownership = Paku omandiõigust: { $name }
command-accept-ownership = Võta omandiõigus vastu
command-withdraw-offer = Võta omandiõiguse pakkumine tagasi: { $name }
command-propose-management = Palu teisel organisatsioonil hallata
command-accept-management = Võta haldamine vastu
command-end-management = Lõpeta haldamine
command-delete-organisation = Kustuta organisatsioon
command-delete-account = Kustuta oma konto
command-cancel-account-deletion = Jäta oma konto alles

## What is not shown, and where people are reached

requests-closed = Sulle ei ole taotlusi näha.
requests-closed-text = Sinu ligipääsutase ei luba taotluste üle otsustada.
invitations-closed = Sulle ei ole kutseid näha.
invitations-closed-text = Sinu ligipääsutase ei luba inimesi kutsuda.
waits-yesterday = eile, { $time }
verified-email = E-post on kinnitatud
verified-phone = Telefon on kinnitatud
verified-both = E-post ja telefon on kinnitatud

## Putting requests off

keys-snooze = Lükka edasi või näita jälle
snooze = Lükka edasi
snooze-hint = Taotlus kaob seniks loendist. Ainult selles arvutis, kellelegi sellest ei teatata.
snooze-tomorrow = Homme hommikuni
snooze-monday = Esmaspäeva hommikuni
snooze-date = Muu päevani…
snooze-date-title = Lükka edasi kuni
snooze-day = Päev
snooze-date-error = Vali päev pärast tänast.
snooze-confirm = Lükka edasi
snooze-wake = Näita kohe
snoozed = Edasi lükatud kuni { $when }: { $name }
snoozed-no-more = Jälle loendis: { $name }
snoozed-until = Edasi lükatud kuni { $when }
requests-snoozed = Edasi lükatud { $count }

## What needs care beside requests

care-count = { $count ->
    [one] { $count } vajab hoolt
   *[other] { $count } vajavad hoolt
}
care-count-more = { $many } vajavad hoolt
requests-care = Vajab hoolt
care-undelivered = Kutse ei jõudnud kohale
care-runs-out = Kutse kehtib kuni { $when }
care-access-ends = Ligipääs kuni { $when }
care-ran-out = Kutse aegus { $when }
care-nothing = Miski ei vaja hoolt
care-nothing-text = Siin on kutsed, mis ei jõudnud kohale või hakkavad aeguma, ja ligipääs, mis kohe lõpeb.
care-see = Vaata, mis vajab hoolt ({ $count })
care-snoozed = { $count ->
    [one] { $count } on edasi lükatud.
   *[other] { $count } on edasi lükatud.
}
care-show = Näita
care-asleep = Need on edasi lükatud.
care-back = Tagasi kiireloomulise juurde
care-resend = Saada kutse uuesti: { $name }
care-revoke = Tühista kutse: { $name }
care-resent = { $count ->
    [one] Välja läheb { $count } uus link. Vana enam ei tööta.
   *[other] Välja läheb { $count } uut linki. Vanad enam ei tööta.
}
care-revoked = { $count ->
    [one] { $count } kutse tühistati.
   *[other] { $count } kutset tühistati.
}
care-some = { $count ->
    [one] { $count } neist saab uuesti saata.
   *[other] { $count } neist saab uuesti saata.
}
care-none-of-these = Ühtegi neist ei saa uuesti saata.
care-none-changed = Neist ühtegi ei saa muuta.
care-one-ticked = Märgitud: { $ticked }. Need nupud käivad avatud rea kohta: { $name }.
care-change = Muuda ligipääsu
care-open-person = Ava inimene
care-open-invitation = Ava kutse

## Somebody like whoever asks

similar = Sarnane inimene: { $name }. { $state }
similar-since = Sarnane inimene: { $name }. { $state } ({ $when })
compare = Võrdle
compare-title = Kas sama inimene?
compare-asks = Soovib liituda
compare-known = Siin juba olemas
compare-end = Lõpp
compare-name = Nimi
compare-contacts = Kontaktid
compare-same = sama
compare-open = Ava inimeste all

## Narrowing the history

history-whom = Inimene
history-about-whom = Inimene: { $name }
history-days = Päevad
history-days-today = Täna
history-days-week = Viimased 7 päeva
history-days-month = Viimased 30 päeva
history-days-own = Ühest päevast teiseni…
history-days-title = Millised päevad
history-days-from = Esimene päev
history-days-until = Viimane päev
history-days-error = Vali päev, mis ei ole enne esimest.
history-days-show = Näita neid päevi

# Inviting many at once.
import = Impordi inimesi
import-of = Import · { $name }
import-table = Impordi tabel
import-step = Samm { $step } / 3
import-drop = Lase lahti, et inimesi importida
import-source = Lohista tabel siia
import-source-text = CSV või Excel (.xlsx), kuni 5000 inimest. Midagi ei saadeta enne, kui oled üle vaadanud.
import-choose = Vali fail
import-paste = Või kleebi read
import-paste-hint = Üks inimene real: nimi, e-post või telefon
import-paste-nothing = Kleebi kõigepealt midagi.
import-look = Vaata ridu
import-earlier = Varasemad impordid
import-pasted = Kleebitud read
import-columns = Mis on veergudes
import-column = Veerg { $number }
import-use-ignored = Ei kasutata
import-use-name = Nimi
import-use-first-name = Eesnimi
import-use-last-name = Perekonnanimi
import-use-email = E-post
import-use-phone = Telefon
import-use-position = Amet
import-encoding = Kodeering
import-separator = Eraldaja
import-comma = Koma
import-semicolon = Semikoolon
import-tab = Tabeldusmärk
import-bar = Püstkriips
import-headings = Esimene rida on pealkirjad
import-looks-right = Kas on loetav?
import-rows = Milliseid ridu näidatakse
import-rows-all = Kõik
import-rows-to-fix = Parandada
import-rows-skipped = Välja jäetud
import-rows-none = Selliseid ridu pole.
import-ready = { $count ->
    [one] { $count } inimene on valmis
   *[other] { $count } inimest on valmis
}
import-row = Rida
import-outcome = Mis juhtub
row-ready = Saab kutse
row-approves = On taotlenud: taotlus kinnitatakse
row-member = On juba liige, jäetakse välja
row-invited = On juba kutsutud, jäetakse välja
row-twice = Seisab juba eespool
row-refused = Ei saa kutsuda
row-no-contact = Pole e-posti ega telefoni
row-two-ats = Kaks @-märki
row-no-country = Lisa riigi kood, näiteks +372
row-malformed = See pole e-posti aadress ega telefoninumber
row-bad-name = Nimi on liiga pikk või näeb välja nagu veebiaadress
row-unknown-level = Sellise nimega taset pole
row-two-levels = Sellise nimega tasemeid on rohkem kui üks
row-level-barred = Seda taset sa anda ei saa
import-fix = Rida { $number }
import-contact = E-post või telefon
import-fix-save = Kasuta seda
import-country = Riigi kood
import-country-hint = Riigi kood näeb välja nii: +372.
import-use-for = { $count ->
    [one] Kasuta { $what } { $count } rea jaoks
   *[other] Kasuta { $what } { $count } rea jaoks
}
import-use-level = { $count ->
    [one] Kasuta { $count } rea jaoks, kus on „{ $written }“
   *[other] Kasuta { $count } rea jaoks, kus on „{ $written }“
}
import-nobody = Selles tabelis pole veel kedagi, keda kutsuda.
import-invite = { $count ->
    [one] Kutsu { $number } inimene
   *[other] Kutsu { $number } inimest
}
import-confirm = Kutsu inimesi: { $name }
import-confirm-many = { $count ->
    [one] { $number } inimene saab kirja või sõnumi oma lingiga.
   *[other] { $number } inimest saavad kirja või sõnumi, igaüks oma lingiga.
}
import-confirm-level = Kutse vastuvõtja tase on { $level }.
import-confirm-levels = Kutse vastuvõtja tase on see, mis tema real: { $levels }.
import-confirm-of = { $level } ({ $number })
import-confirm-term = { $count ->
    [one] Lingid kehtivad { $count } päeva.
   *[other] Lingid kehtivad { $count } päeva.
}
import-confirm-left = { $count ->
    [one] { $count } rida jäetakse välja.
   *[other] { $count } rida jäetakse välja.
}
import-sent = { $count ->
    [one] { $count } kutse on teel.
   *[other] { $count } kutset on teel.
}
import-keeping = { $count ->
    [one] Selles arvutis salvestatakse { $number } kutse…
   *[other] Selles arvutis salvestatakse { $number } kutset…
}
batch-sent = Saadetud { $sent } / { $total }
batch-refused = keeldutud: { $count }
batch-to-fix = parandada: { $count }
batch-skipped = välja jäetud: { $count }
batch-accepted = vastu võetud: { $count }
batch-level = { $level }, { $when }
batch-left = { $count ->
    [one] umbes { $count } min
   *[other] umbes { $count } min
}
batch-levels = { $level } või rea tase, { $when }
batch-paused = peatatud
batch-pause = Peata
batch-go-on = Jätka
batch-take-back = { $count ->
    [one] Võta tagasi { $number } saatmata
   *[other] Võta tagasi { $number } saatmata
}
batch-taken-back = Saatmata kutsed on tagasi võetud.
batch-save = { $count ->
    [one] Salvesta { $number } parandatav rida
   *[other] Salvesta { $number } parandatavat rida
}
batch-saved = Salvestatud: { $path }
batch-resend = { $count ->
    [one] Saada uuesti { $number }, mis ei jõudnud kohale
   *[other] Saada uuesti { $number }, mis ei jõudnud kohale
}
batch-revoke = { $count ->
    [one] Tühista { $number } vastu võtmata
   *[other] Tühista { $number } vastu võtmata
}
batch-revoke-dead = { $count ->
    [one] { $number } inimese kutse lakkab töötamast.
   *[other] { $number } inimese kutsed lakkavad töötamast.
}
batch-revoke-kept = Kes on vastu võtnud, jääb. Saatmata kutseid ei saadeta.
batch-act-undo = 10 sekundit saab selle tagasi võtta.
batch-act-offline = See läheb teele, kui ühendus taastub. Seni saab selle tagasi võtta.
batch-revoked = { $count ->
    [one] Tühistatud { $count } kutse.
   *[other] Tühistatud { $count } kutset.
}
batch-row-waiting = Ootab saatmist
batch-row-sent = Saadetud
batch-row-skipped = Välja jäetud
batch-row-taken-back = Tagasi võetud
## Kelluke

settings-notifications = Teavitused
settings-notify = Teata töölaual
settings-notify-text = Kuni vaatad mujale. Mitte kunagi, kui see aken on ees.
settings-told-requests = Uued taotlused
settings-told-invitations = Kutsed ja lingid, mis vajavad tähelepanu
settings-told-changes = Minu muudatused, mida vastu ei võetud
settings-told-others = Kõik muu
settings-letters = Kirjad
settings-letters-text = Igaüks kohe või taotlustest ja kutsetest koos kord päevas: seda valitakse sinu konto lehel.
settings-quiet = Vaikne aeg
settings-quiet-text = Siis ei näidata töölaual midagi. Kõik on teavituste loendis.
settings-quiet-from = Alates
settings-quiet-until = Kuni
settings-requests = Taotlused: { $organisation }
settings-gates = Pakett ja sisselogimine: { $organisation }
gate-plan-pro = Pakett: Pro
gate-plan-pro-text = Kõik on kaasas, ka töötajate broneeringud, kliendid ja müük.
gate-plan-free = Pakett: Free
gate-plan-free-text = Broneeringud, kliendid, müük ja ärisätted on ainult omanikel ja administraatoritel ning teistele neid anda ei saa. Paketiga Pro hakkab varem antu taas kehtima.
gate-sign-in-any = Sisselogimine: igal viisil, mida server pakub
gate-sign-in-any-text = Kutsed ja lingid toimivad.
gate-sign-in-external = Sisselogimine: ainult väliste kontodega
gate-sign-in-external-text = Kedagi kutsuda ei saa ja ükski link ei lase sisse. Avatud kutsed jäävad nimekirja ja toimivad taas, kui see välja lülitatakse.
gates-operator = Mõlemad määrab serveri haldaja. Muutmiseks pöördu tema poole.
settings-accepts = Võõrad võivad liituda soovida
settings-accepts-text = Organisatsioon on kogukondade loendis ja selle leht võtab taotlusi vastu.
settings-reminder = Otsustajatele tuletatakse taotlust meelde pärast
settings-reminder-text = Iga taotluse kohta üks kord: rakenduses ja kirjaga.
settings-escalation = Haldav organisatsioon võib samuti otsustada pärast
settings-escalation-text = Kui seda organisatsiooni haldab teine. Kui siin keegi otsustada ei saa, võib ta kohe.
settings-waiting = Keeldumise järel võib uuesti taotleda pärast
settings-waiting-text = Arvates viimasest keeldumisest. 0 puhul kohe.
settings-days = { $count ->
    [one] päeva
   *[other] päeva
}
settings-questions = Küsimused taotluse vormil
settings-questions-text = Kõige rohkem viis. Vastuseid loeb taotluse kõrval see, kes otsustab.
settings-question = { $number }. küsimus
settings-question-add = Lisa küsimus
settings-question-remove = Eemalda { $number }. küsimus
settings-questions-save = Salvesta küsimused
settings-inviting = Kutsed: { $organisation }
settings-term = Kutsed ja lingid kehtivad
settings-term-text = { $count ->
    [one] Kõige rohkem { $count } päev, selle määras serveri haldaja.
   *[other] Kõige rohkem { $count } päeva, selle määras serveri haldaja.
}
settings-remind = Tuleta avatud kutseid meelde
settings-remind-text = Kolmandal päeval ja üks päev enne lõppu.
settings-default-level = Tase, mida pakutakse esimesena
settings-default-level-text = Kutsuja võib valida teise.
settings-default-level-warns = Kes kiirustades kutsub, annab selle kõik.
settings-links = Uued lingid vajavad kinnitust
settings-links-text = Lingi tegija võib valida teisiti. Plakat vajab kinnitust alati.
settings-saved = Seaded on salvestatud: { $organisation }

## Omanikud ja haldavad organisatsioonid

prove = Kinnita, et see oled sina
prove-text = Selleks on parooli veel kord vaja. See saadetakse üks kord ja seda ei hoita selles arvutis.
prove-here = See server töötab sinu arvutis: selle omanik on see, kes arvutit kasutab. Doorward logib sind veel kord sisse.
prove-password = Konto { $account } parool
prove-wrong = See ei ole selle konto parool.
prove-go = Kinnita
act-offer = Paku omandit
act-offer-more = Paku omandit…
offer-of = Paku omandit · { $name }
leave-of = Lahku: { $organisation }
leave-loses = Kõik, mida sa siin teha tohid, lõpeb kohe, ja ükski ruum sulle enam ei avane.
leave-rows = Kõik, mida su arvuti organisatsiooni kohta hoiab, kustutatakse.
leave-back = Tagasi võtta seda ei saa: tagasi pääsed ainult kutset vastu võttes või, kui seal taotlusi vastu võetakse, uut taotlust esitades.
leave-confirm = Lahku
own-leave = Oma liikmesuse lõpetad omaenda realt: seal öeldakse enne, mis sellest järgneb.
offer-means = { $name } saab siin teha kõike: kõik ruumid, kõigi ligipääs, organisatsiooni kustutamine.
offer-waits = Enne nõustumist ei muutu midagi. Pakkumine kehtib 7 päeva ja seni saab selle tagasi võtta.
offer-undated = Selle liikmesuse lõppkuupäev kaob, kui pakkumine vastu võetakse.
offer-step-down = Tee minust administraator, kui pakkumine vastu võetakse
offer-step-down-text = Sulle jääb kõik peale organisatsiooni kustutamise ja üleandmise. Muidu on omanikke mitu.
ownership-offered = Omandit pakuti: { $name }.
ownership-withdrawn = Omandi pakkumine võeti tagasi: { $name }.
offer-stands = Omandit on pakutud: { $name }. Pakkuja: { $by }. Kehtib kuni { $when }; enne nõustumist ei muutu midagi.
offer-to-you = { $by } pakub sulle omandit kuni { $when }.
offer-look = Vaata
act-withdraw-offer = Võta pakkumine tagasi
offer-region = Sulle pakutud
offer-banner = { $by } pakub sulle omandit: { $organisation }.
offer-answer = Omand: { $organisation }
offer-answer-by = { $by } pakub sulle omandit: { $organisation }.
offer-answer-means = Omanik saab seal teha kõike: kõik ruumid, kõigi ligipääs, organisatsiooni kustutamine.
offer-undated-own = Sellest alates ei ole sinu ligipääsul lõppkuupäeva.
offer-answer-step-down = { $by } saab administraatoriks, kui sa nõustud.
offer-answer-no = Kui sa seda ei soovi, ei ole vaja midagi teha: pakkumine lõpeb ise, { $when }.
offer-accept = Hakka omanikuks
offer-later = Hiljem
offer-accepted = Oled nüüd omanik: { $organisation }.
another-organisation = teine organisatsioon
settings-owners = Omanikud: { $organisation }
owner-undated = Lõppkuupäevata
owner-until = Kuni { $when }
owners-text = Vähemalt üks lõppkuupäevata omanik peab jääma. Üleandmiseks ava keegi jaotises „Inimesed“ ja paku omandit.
owners-text-others = Vähemalt üks lõppkuupäevata omanik peab jääma. Keegi ei saa omanikuks ilma nõustumata.
step-down = Loobu omandist
step-down-text = Saad administraatoriks, teised omanikud jäävad.
step-down-act = Loobu…
step-down-keeps = Sulle jääb kõik, mida administraatorid teevad: inimesed, ruumid, tasemed, seaded, logi.
step-down-loses = Sa ei saa enam organisatsiooni kustutada, üle anda ega omanike ligipääsu muuta.
step-down-back = Uuesti saab sulle omandit pakkuda ainult omanik.
step-down-confirm = Hakka administraatoriks
settings-memberships = Ligipääs ja liikmesus: { $organisation }
settings-request-level = Taotlusele vastatakse tasemega
settings-request-level-text = Seda pakutakse otsustajale esimesena. Kui ta seda anda ei saa, pakutakse madalamat.
settings-expire = Sulge liikmesused, mille tähtaeg on möödas
settings-expire-on = Pärast viimast päeva loetakse liikmesus aegunuks. Pikendamine annab ligipääsu tagasi.
settings-expire-off = Pärast viimast päeva ligipääsu ei ole ja liikmesus jääb loendisse möödunud tähtajaga, kuni keegi selle pikendab või lõpetab.
settings-lock = Arvutis olev koopia lukustub ühenduseta pärast
settings-lock-text = Kes nii kaua serverini ei jõua, ei loe siin midagi, kuni server jälle vastab.
settings-grace = Viimase omaniku konto ootab enne kustutamist
settings-grace-text = Selle aja jooksul pakutakse omandit administraatoritele. Seejärel organisatsioon kustutatakse. 0 puhul kohe.
settings-end = Organisatsiooni kustutamine
delete-organisation = Kustuta { $organisation }
delete-organisation-text = Jäädavalt ja kõigi jaoks. Seda saab ainult omanik ja ainult siis, kui peale omanike liikmeid ei ole.
delete-organisation-act = Kustuta…
delete-organisation-final = Organisatsioon kustutatakse kohe. Järelemõtlemise aega ei ole ja midagi ei saa tagasi võtta.
delete-organisation-members = Omanike liikmesus lõpeb ja igaühele antakse teada.
delete-organisation-open = Avatud taotlused ja kutsed enam ei kehti, lingid ja QR-koodid samuti.
delete-organisation-managed = Hallatavad kogukonnad jäävad iseseisvaks.
delete-organisation-remains = Kirjed jäävad serverisse, aga õigust neile ei ole enam kellelgi.
delete-organisation-type = Kinnitamiseks kirjuta „{ $organisation }“
delete-organisation-type-first = Kirjuta kõigepealt nimi.
delete-organisation-confirm = Kustuta jäädavalt
organisation-deleted = Kustutatud: { $organisation }.
stepped-down = Oled nüüdsest administraator.
settings-public = Avalik leht
public-application = Liitumise taotlemine
public-application-text = Sellel aadressil saab igaüks taotleda liitumist. Pane see oma veebilehele või saada inimestele.
public-application-none = Aadressi pole: kutsumata inimeste taotlused on välja lülitatud.
public-page = Avalik leht
public-page-text = Organisatsiooni leht liikmetega, kes on valinud, et nad on nimekirjas.
public-page-none = Lehte veel pole: nimekirjas pole kedagi ja taotlusi vastu ei võeta.
public-widget = Nimekiri veebilehele
public-widget-text = Kaks rida, mis näitavad liikmete nimekirja sinu veebilehel.
public-id = Tunnus
public-id-text = Selle järgi leiavad organisatsiooni teised: see, mida hakatakse siit haldama, ja programmid.
public-copy = Kopeeri
public-copy-of = Kopeeri: { $what }
public-copied = Kopeeritud.

settings-management = Haldamine
management-ask = Las seda organisatsiooni haldab teine
management-ask-text = Selle otsustajad vastavad taotlustele, millele siin keegi ei vasta. Enne peab sealne omanik nõustuma.
management-ask-act = Küsi
management-which = Milline organisatsioon
management-other = Muu, oma lehe aadressi järgi
management-address = Lehe aadress
management-address-text = Organisatsiooni leht, näiteks https://doorward.example/o/0190…, või selle tunnus. Mõlemad leiavad selle administraatorid oma seadetest jaotisest „Avalik leht“.
management-wrong-address = See ei ole organisatsiooni lehe aadress.
management-proposed = Küsitud. Sealne omanik peab nõustuma.
management-waits = Haldamise palve ootab vastust: { $manager }
management-asked = Küsija: { $name } · { $when }
management-withdraw = Võta tagasi
management-withdrawn = Palve võeti tagasi.
managed-by = Haldaja { $manager }: { $organisation }
acting-owner = Tegutsed siin omanikuna haldava organisatsiooni nimel.
managed-by-text = Selle otsustajad vastavad taotlustele, millele siin keegi ei vasta. Kuni siin pole omanikku, tegutsevad sealsed omanikud.
management-end = Lõpeta haldamine
management-ended = Organisatsioon on nüüdsest omaette: { $organisation }.
manages = Haldamisel: { $organisation }
manages-asked = Palub haldamist: { $organisation }
management-banner = { $by } palub, et { $manager } haldaks organisatsiooni { $organisation }.
management-answer = Haldamine: { $organisation }
management-answer-by = { $by } palub, et { $manager } haldaks organisatsiooni { $organisation }.
management-means-requests = Kes otsustab taotlusi organisatsioonis { $manager }, vastab ka neile, millele organisatsioonis { $organisation } keegi ei vasta.
management-means-owners = Kuni organisatsioonil { $organisation } pole oma omanikku, tegutsevad { $manager } omanikud.
management-means-end = Lõpetada võib kumbki pool.
management-accept = Halda
management-accepted = Sinu organisatsioon haldab: { $organisation }.
management-declined = Haldamisest keelduti: { $organisation }.

## Nimepidi hoitavad töötajad

settings-staff = Töötajad: { $organisation }
settings-staff-text = Kes siin töötavad, oma sisselogimisega või ilma.
staff-no-login = Sisselogimiseta
staff-add = Lisa…
staff-add-title = Lisa töötaja
staff-name = Nimi
staff-contact = E-post sisselogimiseks
staff-contact-text = Sinna läheb nupuga kutse.
staff-contact-malformed = See pole e-posti aadress ega telefoninumber.
staff-grants = Avab oma broneeringud; seejärel saab märkida rohkem. Enne salvestamist ei saadeta midagi.
staff-has-login = Tagasivõtmiseks eemalda märge. Enne salvestamist ei muutu midagi.
staff-withdraws = Salvestamine lõpetab sisselogimise kohe, koos kõigega, mis sellega käis.
staff-signs-in = Luba sisse logida
staff-show = Näita ligipääsu
staff-save = Salvesta
staff-saved = Salvestatud: { $name }.
staff-remove = Eemalda
staff-removed = Eemaldatud: { $name }.
