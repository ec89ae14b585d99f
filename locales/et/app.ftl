# Töölauaaken. Nimed on nimetavas käändes: laused on ehitatud nende ümber.
# $name on inimese või organisatsiooni nimi, $count arv, $when kirjutatud aeg, $level ligipääsutase.

## Aken

navigation = Jaotised
organisation = Organisatsioon
all-organisations = Kõik organisatsioonid
no-organisation = Organisatsioone pole
organisation-waiting = { $name } ({ $count })
language = Keel
sign-out-of = Logi välja: { $name }
close = Sulge
cancel = Loobu
dismiss = Peida teade
loading = Laadimine…
try-again = Proovi uuesti
discard = Eemalda
undo = Võta tagasi
undone = Tagasi võetud. Midagi ei saadetud.
no-name = Nimi puudub
people = Inimesed
invitations = Kutsed
levels = Ligipääsutasemed
history = Logi
settings = Seaded
panel-width = Paneeli laius
layers = Menüüd
search = Otsing
invite-people = Kutsu inimesi
choose-organisation = Vali organisatsioon
choose-organisation-text = See vaade näitab ühte organisatsiooni korraga.
everything-sent = Kõik on saadetud.
offline-old = Andmed seisuga { $when }.
keys-go-to = Mine: { $name }
saved-views = Salvestatud vaated
organisation-menu = Organisatsioon: { $name }
organisation-waits = { $count ->
    [one] { $number } ootab
   *[other] { $number } ootab
}
invitations-failed = { $count ->
    [one] { $count } ebaõnnestus
   *[other] { $count } ebaõnnestus
}

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
sync-sending = { $count ->
    [one] { $count } muudatuse saatmine…
   *[other] { $count } muudatuse saatmine…
}
sync-offline = Ühendus puudub
sync-offline-since = Ühendus puudub, sünkroonitud { $when }
sync-signed-out = Logi uuesti sisse
sync-update-needed = Vaja on uuendust
banner = Selle arvuti olek
offline = Serveriga pole ühendust.
offline-unsent = { $count ->
    [one] { $count } muudatus on selles arvutis salvestatud ja saadetakse, kui ühendus taastub.
   *[other] { $count } muudatust on selles arvutis salvestatud ja saadetakse, kui ühendus taastub.
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
waits-just-now = Just praegu
asked-to-join = Soovib liituda
position = Amet
no-position = Amet märkimata
note = Märkus
quoted = „{ $text }“
answer = Vastus
came-by = Allikas
came-by-form = Taotlusvorm, { $when }
came-by-link = Link, { $when }
access-question = Mida { $name } teha saab?
access-proposed = Seda taset pakutakse taotlustele. Hiljem saab seda muuta.
access-barred = Mõnda taset siin anda ei saa. { $why }
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
outbox-sent = Saadetud
send-now = Saada kohe
send-now-offline = Serveriga pole ühendust.
kept-in-memory = Selles arvutis pole võtmehoidlat, seepärast ei kirjutata kettale midagi. Saatmata muudatused kaovad, kui sulged Doorwardi.
closing = Kas sulgeda Doorward?
closing-unsent = { $count ->
    [one] { $count } muudatus on saatmata. Selles arvutis pole võtmehoidlat, kettale ei kirjutata midagi ja see kaob, kui sulged Doorwardi.
   *[other] { $count } muudatust on saatmata. Selles arvutis pole võtmehoidlat, kettale ei kirjutata midagi ja need kaovad, kui sulged Doorwardi.
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
failure-no-change = Nii juba on.
failure-untrusted = Sellel aadressil olev server ei suuda tõendada, kes ta on. Kontrolli aadressi või küsi serveri haldajalt.
failure-not-doorward = Sellel aadressil miski vastab, kuid see ei ole Doorwardi server.
failure-not-a-link = See ei ole kutse link. Kopeeri see tervikuna, nii nagu see kirjas või sõnumis on.
failure-no-browser = Brauser ei avane. Kopeeri link ja ava see ise.
failure-not-here = Server selles arvutis ei käivitu. Midagi ei läinud kaotsi. Proovi uuesti või taaskäivita Doorward.
failure-wrong-passphrase = See ei ole õige paroolilause. Selle kaitstud andmed on puutumata.
failure-short-passphrase = Kaitsmiseks liiga lühike: vaja on vähemalt 15 märki, näiteks paar sõna.
failure-unsent = Midagi ootab veel saatmist. Saada see enne ära või loobu sellest.
failure-unknown = Midagi läks valesti. Midagi pole kadunud. Proovi uuesti.
failure-not-copied = Kopeerimine ei õnnestunud. Proovi uuesti.

## Klaviatuur

keys = Klaviatuur
keys-hint = J ja K liiguvad, A kinnitab, R lükkab tagasi, 1 kuni 5 valivad taseme.
keys-move = Järgmine ja eelmine taotlus
keys-everywhere = Kõikjal
keys-go = Mine
keys-lists = Loendites
keys-requests = Taotlustes
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
keys-snooze = Lükka edasi
keys-keep-theirs = Jäta teise oma
keys-use-mine = Kasuta enda oma
keys-per-line = Vali rea kaupa
keys-or = või
keys-then = siis
keys-off = Üksikud klahvid on seadetes välja lülitatud.
key-space = Tühik
keys-people = Inimeste vaates
keys-change-level = Muuda ligipääsutaset
keys-pause = Peata või jätka

## Teated

notify-request = { $organisation }: { $name } soovib liituda
notify-requests = { $count ->
    [one] { $count } uus taotlus
   *[other] { $count } uut taotlust
}

## Otsing ja käsud

palette = Otsing ja käsud
palette-hint = Mida otsid?
palette-go = Mine
palette-people = Inimesed
palette-commands = Käsud
palette-recent = Viimased tegevused
palette-nothing = Midagi ei leitud: „{ $text }”.
palette-count = { $count ->
    [one] { $count } tulemus
   *[other] { $count } tulemust
}
use-theme-light = Hele kujundus
use-theme-dark = Tume kujundus
use-theme-system = Süsteemi kujundus
undo-of = Võta tagasi: { $text }
reverse-decline-request = Ava taotlus uuesti: { $name }
reverse-suspend-member = Jätka: { $name }
reverse-resume-member = Peata: { $name }
reverse-approve-request = Lõpeta liikmesus: { $name }

## Loendid

find-clear = Tühjenda otsing
filter-clear = Eemalda filter: { $name }
filters = Filtrid
ticks-clear = Eemalda märked
ticked = { $count ->
    [one] { $count } märgitud
   *[other] { $count } märgitud
}
tick-all = { $count ->
    [one] Vali { $count }
   *[other] Vali kõik { $count }
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
settings-kept = Sünkroonimine ja hoidmine
settings-account = Konto
settings-server = Server
settings-synced = Viimati sünkroonitud
settings-never = Veel mitte
settings-where = Kohalik koopia
settings-encrypted = Hoitakse selles arvutis krüpteeritult.
settings-in-memory = Ainult mälus. Doorwardi sulgemisel kaob.
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
passphrase-hint = Mitu sõna, mida tead ainult sina.
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
locked-other-heading = Doorward ei saa oma andmeid avada


## Inimesed

people-count = { $count ->
    [one] { $count } inimene
   *[other] { $count } inimest
}
people-keys = J ja K liigutavad, X märgib, Enter avab, E muudab ligipääsutaset.
people-closed = Sulle ei ole inimesi näha.
people-closed-text = Sinu ligipääsutase ei luba näha, kes on liige.
no-people = Siin pole veel kedagi.
no-people-text = Siia ilmuvad need, keda kutsud või vastu võtad.
begin-mail = Kutsu e-postiga
begin-mail-text = Kleebi aadressid: igaüks saab oma kirja.
begin-qr = Tee link või QR-kood
begin-qr-text = Seinale, vestlusesse või vastuvõtulauale.
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
unseen-for = { $count ->
    [one] { $count } päev sisse logimata
   *[other] { $count } päeva sisse logimata
}
ticks = Märked
is-ticked = Märgitud
not-sent-yet = Pole veel saadetud
no-level = Puudub
view-save = Salvesta vaade
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
from-extra = Antud isiklikult, lisaks tasemele
not-in-force = ei kehti
because-no-member = Ei kehti: pole liige.
because-lapsed = Ei kehti: tähtaeg on möödas.
because-suspended = Ei kehti: peatatud.
because-not-started = Ei kehti enne algust.
because-plan = Ei kehti: organisatsiooni pakett ei sisalda seda.
because-limited = Ei kehti: ligipääs on piiratud mõne asukohaga.
rooms = Ruumid
rooms-all = Kõik ruumid, ka tulevased
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
more-acts = Veel
owner-must-remain = Vähemalt üks omanik peab jääma.
go-to-request = Otsusta taotlus
go-to-invitation = Näita kutset
paused-one = Liikmesus peatatud: { $name }.
resumed-one = Liikmesus jätkub: { $name }.
ended-one = Liikmesus lõpetatud: { $name }.
expired-one = Liikmesus märgitud aegunuks: { $name }.
renewed-one = Liikmesus pikendatud: { $name }.
level-changed = Ligipääsutase muudetud: { $name }, { $level }.
undone-by-opposite = Tagasi võetud. Logis on näha mõlemad.
change-this = Muuda
change-level = Muuda taset
change-level-of = Muuda ligipääsutaset: { $name }
level-now = Praegu: { $level }
level-choose = Vali tase.
level-give = Anna tase „{ $level }“

## Mitu korraga

bulk-level = Muuda taset
bulk-pause = Peata
bulk-resume = Jätka
bulk-end = Lõpeta…
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
bulk-not-so = See ei sobi nende olekuga.
bulk-stay = { $count ->
    [one] { $count } jääb nii nagu on. { $why }
   *[other] { $count } jäävad nii nagu on. { $why }
}
bulk-refused = { $count ->
    [one] { $count } lükati tagasi.
   *[other] { $count } lükati tagasi.
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
