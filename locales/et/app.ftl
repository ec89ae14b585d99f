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
failure-unknown = Midagi läks valesti. Midagi pole kadunud. Proovi uuesti.

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
