# Lehed kutsututele ja liituda soovijatele.
# $organisation, $inviter ja $name on nimed; $contact on aadress; $when on kirjutatud kuupäev.

language-name = Eesti
date = { $day }. { $month ->
    [1] jaanuar
    [2] veebruar
    [3] märts
    [4] aprill
    [5] mai
    [6] juuni
    [7] juuli
    [8] august
    [9] september
    [10] oktoober
    [11] november
   *[12] detsember
} { $year }
date-time = { $date } kell { $time } UTC

## Iga leht

page-language = Keel
page-signed-in = Sisse logitud: { $contact }
page-errors = Kontrolli neid välju
page-optional = valikuline
page-sign-in = Logi sisse
page-sign-up = Loo konto
page-sign-out = Logi välja
page-me = Minu liikmesused
page-help = Abi
page-cancel = Tagasi
card-empty = Ees- ja perekonnanimi

## Konto loomine

sign-up-title = Loo konto
sign-up-for = organisatsiooni jaoks: { $organisation }
sign-up-button = Loo konto
sign-up-have = Konto on juba olemas?
sign-up-preview = Näita, kuidas teised mind näevad
field-name = Ees- ja perekonnanimi
field-name-hint = Nii näevad sind teised.
field-email = E-posti aadress
field-email-fixed = Kutse saadeti sellele aadressile. Sellest saab sinu kasutajanimi.
field-email-or-phone = E-posti aadress või telefon
field-email-or-phone-hint = Telefonile saadame SMS-iga koodi. Kirjuta number koos riigikoodiga, näiteks +372 5555 1234.
field-code = Kood
field-phone = Telefon
field-phone-fixed = Kutse saadeti sellele numbrile. Sellest saab sinu kasutajanimi.
field-password = Parool
field-password-hint = Vähemalt { $length } märki. Ei sobi levinud parool ega see, mis koosneb sinu nimest, aadressist või organisatsiooni nimest. Mitu sõna järjest on kerge meelde jätta.
field-password-count = Märke: { $count } (vähemalt { $length })
error-name = Kirjuta ees- ja perekonnanimi, kuni 80 märki, ilma veebiaadressita.
error-email = Kirjuta täielik e-posti aadress, näiteks anna@example.com.
error-did-you-mean = Kas mõtlesid { $contact }? Paranda aadress või saada vorm uuesti, kui see on õige.
error-email-or-phone = Kirjuta e-posti aadress või riigikoodiga telefoninumber, millele saame koodi saata.
error-phone = Kirjuta number koos riigikoodiga, näiteks +372 5555 1234.
error-code = See ei ole õige kood. Pärast viit katset see enam ei kehti.
error-password-short = Parool olgu vähemalt { $length } märki pikk.
error-password-long = Parool olgu kuni { $length } märki pikk.
error-password-common = See parool on loendites, millest ründajad alustavad. Vali teine.
error-password-context = See parool koosneb nimedest, mida on siin kerge ära arvata. Vali teine.
no-texts-title = See server ei saada SMS-e
no-letters-title = See server ei saada kirju
no-letters-text = Aadress kinnitatakse kirjaga, seega ei saa siin ise kontot luua. Palu serveri haldajal e-post seadistada või saata sulle kutse.
check-mail-title = Vaata oma postkasti
check-mail-text = Kiri on teel aadressile { $contact }. Sisesta siia kirjas olev kood või ava kirjas olev link. Kood kehtib kümme minutit, link 24 tundi.
check-mail-hint = Mõne minuti pärast pole kirja? Vaata rämpsposti kausta või alusta uuesti.
code-title = Sisesta kood
code-text = Kui numbrile { $contact } saab sõnumi saata, on kuuekohaline kood teel. See kehtib kümme minutit.
code-button = Kinnita
code-again = Alusta uuesti
code-hint = Minuti jooksul ei tulnud midagi? Numbris võib olla viga või on sellega juba konto: logi sellega sisse.
code-dead-title = See kood enam ei kehti
code-dead-text = Kood on juba kasutatud, katseid oli liiga palju või sai selle aeg läbi. Alusta uuesti: siis tuleb uus kood.
code-dead-link = Katseid oli liiga palju või said kümme minutit läbi. Kirjas olev link kehtib veel. Või alusta uuesti: siis tuleb uus kood.

## Sisse- ja väljalogimine

sign-in-title = Sisselogimine
sign-in-button = Logi sisse
sign-in-none = Kontot veel ei ole?
sign-out-title = Kas logida välja?
sign-out-text = { $contact } logitakse sellest brauserist välja. Sinu liikmesused jäävad samaks.
signed-out-title = Välja logitud
signed-out-text = Selles brauseris ei ole nüüd keegi sisse logitud.

## Aadressi kinnitamine

confirm-title = Kinnita oma aadress
confirm-text = { $contact } saab konto „{ $name }“ kasutajanimeks.
confirm-not-you = Kas keegi teine kasutas sinu aadressi? Sulge leht ja midagi ei juhtu.
confirm-button = Kinnita aadress
confirmed-notice = Aadress on kinnitatud. Jätkamiseks logi sisse.
confirm-dead-title = See link enam ei kehti
confirm-dead-text = Seda on juba kasutatud või on 24 tundi möödas. Logi sisse või loo konto uuesti, et saada uus kiri.

## Abi

help-title = Liitumine samm-sammult
help-account-title = Liitumine ilma kontota
help-account-text = Ava kirjas, sõnumis või QR-koodis olev link ja vajuta „{ join-continue }“. Kirjuta ees- ja perekonnanimi ning vali parool. Kinnita oma aadress või number lingi või koodiga, mille sinna saadame, ja võta kutse vastu. Kõik see töötab telefoni või arvuti brauseris, midagi pole vaja paigaldada.
help-profile-title = Sinu nimi ja profiil
help-profile-text = Teised näevad sinu konto ees- ja perekonnanime. Saad seda muuta lehel „{ account-title }“ ja uue nime saavad kõik organisatsioonid, kuhu kuulud. Kas oled avalikus nimekirjas, valid lehel „{ page-me }“ iga organisatsiooni jaoks eraldi.
help-switch-title = Mitu kontot ja organisatsiooni
help-switch-text = Üks konto võib kuuluda kui tahes paljudesse organisatsioonidesse: „{ page-me }“ näitab neid kõiki ning Doorwardi programm näitab nende kõigi töid koos ja vahetab neid otsekohe. Teise konto kasutamiseks samas brauseris või programmis logi enne välja; saatmata töö saab alles hoida kontole, millele see kuulub.
help-guest-title = Mida külaline võib
help-guest-text = Külaline osaleb teda kutsunud organisatsiooni vestluses, ülesannetes, kalendris, failides ja kõnedes ning saab selle partnerite soodustusi. Liikmete nimekirja külaline ei näe ja ta ei otsusta midagi.

## Liitumine

join-title = { $inviter } kutsub sind
join-title-operator = Kutse organisatsiooni { $organisation }
join-title-link = Liitu: { $organisation }
join-message = { $inviter } kirjutab
join-able = Sa saad
join-level = Ligipääsutase: { $level }
join-limited = Haldamine ainult siin: { $sites }
join-from = Alates: { $when }
join-until = Kuni: { $when }
join-for = See kutse on aadressile { $contact }.
join-for-domains = See link on aadressidele, mille lõpus on { $domains }.
join-signed-in = Praegu on avatud konto { $contact }.
join-works-until = Link kehtib kuni { $when }.
join-stranger = { $inviter } ei ole tuttav nimi? Sulge leht ja midagi ei juhtu.
join-stranger-link = { $organisation } ei ole tuttav nimi? Sulge leht ja midagi ei juhtu.
join-accept = Võta kutse vastu
join-decline = Keeldu
join-continue = Jätka
join-have-account = Logi oma kontoga sisse
join-another = Kasuta teist kontot
join-add-phone = Lisa see number oma kontole
join-add-address = Lisa see aadress oma kontole
join-ask-as = Taotle liitumist nimega { $name }
join-link-button = Liitu
join-link-ask = Taotle liitumist
join-link-approval = Enne teeb otsuse { $organisation }.
join-done-title = Tere tulemast: { $organisation }
join-done-text = Liikmesus on kinnitatud. Ligipääs kehtib kohe.
join-asked-title = Taotlus on saadetud
join-asked-text = { $organisation } teab sellest. Vastust näed siin ja aadressil { $contact }.
join-declined-title = Kutsest on keeldutud
join-declined-text = { $organisation } teab sellest. Võid lehe sulgeda.
join-expired-title = See kutse on aegunud
join-expired-text = Küsi uus. Saatja: { $inviter }.
join-expired-link-text = Küsi uus sealt, kust selle said.
join-revoked-title = See kutse on tühistatud
join-revoked-text = Selle tühistas { $organisation }. Kui see on eksitus, küsi saatjalt: { $inviter }.
join-refused-title = Sellest kutsest keelduti
join-refused-text = Seda ei saa enam vastu võtta. Küsi uus. Saatja: { $inviter }.
join-used-title = See kutse on kasutatud
join-used-text = Sellega on juba liitutud. Kui see olid sina, logi sisse sama kontoga.
join-used-up-title = See link on ära kasutatud
join-used-up-text = Sellega on liitunud nii palju inimesi, kui lubatud. Küsi uus.
join-closed-title = See link on suletud
join-closed-text = Selle sulges { $organisation }. Küsi uus.
join-renewed-title = See link on uuendatud
join-renewed-text = { $organisation } tegi selle asemele uue. Ava kõige uuem kiri või küsi uus link.
join-renewed-phone = { $organisation } tegi selle asemele uue. Ava kõige uuem SMS või küsi uus link.
join-unknown-title = See link ei tööta
join-unknown-text = Kehtiv link võib olla uuemas kirjas või läks kopeerimisel osa aadressist kaduma.
join-lost-title = Ava link uuesti
join-lost-text = Leht unustab lingi kümne minuti pärast. Ava see uuesti: kirjast, sõnumist või sealt, kust sa lingi või koodi leidsid.
join-member-title = Sa oled juba liige: { $organisation }
join-member-text = Rohkem ei ole siin midagi teha.
join-refusal-title = Praegu see ei õnnestu

## Kogukonna leht

community-title = Liitu: { $organisation }
community-text = Saada taotlus. { $organisation } loeb selle läbi ja vastab.
community-account-first = Taotluse saatmiseks on vaja kontot, et vastus sinuni jõuaks.
field-position = Sinu amet
field-note = Märkus
field-note-hint = Kes sa oled ja miks liituda soovid. Seda loevad ainult otsustajad.
community-answer-to = Vastust näed siin ja aadressil { $contact }.
community-answer-here = Vastust näed siin.
community-answer-change = Muuda
community-answer-add = Lisa e-posti aadress
community-decided-by = Otsustavad: { $names }.
community-decided-by-more = Otsustavad: { $names } ja teised.
community-send = Saada taotlus
community-closed-title = Siin ei võeta taotlusi vastu
community-closed-text = Sellist kogukonda ei ole või ei võta see praegu taotlusi vastu.
community-open-title = Taotlus on juba saadetud
community-open-text = Sinu taotlus ootab vastust ({ $organisation }) või on sulle saadetud kutse. Leiad selle oma liikmesuste alt.
error-too-long = Lühenda see kuni { $length } märgini.
error-answer = Vasta sellele küsimusele.

## Minu liikmesused

me-title = Minu liikmesused
me-text = Liikmed on oma kogukonna residendid ja saavad selle soodustusi. Kuulud siin veel mõnda kogukonda? Saada sellele taotlus. Ameti muutmiseks kirjuta kogukonna administraatorile.
me-none-title = Liikmesusi veel ei ole
me-none-text = Liikmed on oma kogukonna residendid ja saavad selle soodustusi. Kuulud mõnda siinsesse kogukonda? Saada sellele taotlus või ava saadud kutse link.
me-asked = saadetud { $when }
me-since = alates { $when }
me-invited = kutsutud { $when }
me-ended = kuni { $when }
me-withdraw = Tühista taotlus
me-withdrawn = Taotlus on tühistatud: { $organisation }.
me-past = { $count ->
    [one] { $count } endine liikmesus
   *[other] { $count } endist liikmesust
}

## Kui midagi ei õnnestu

limit-title = Liiga palju katseid
limit-text = { $seconds ->
    [one] Oota { $seconds } sekund ja proovi uuesti.
   *[other] Oota { $seconds } sekundit ja proovi uuesti.
}
foreign-title = See tuli teiselt veebilehelt
foreign-text = Midagi ei muudetud. Ava leht siin ja proovi uuesti.
lost-title = Sellist lehte ei ole
lost-text = Aadress võib olla vale või pole leht sulle avatud.
broken-title = See ei õnnestunud

## Uus parool

sign-in-forgot = Unustasid parooli?
forgot-title = Vali uus parool
forgot-text = Kirjuta aadress või telefon, millega sisse logid. Sinna saadetakse link.
forgot-button = Saada link
forgot-sent-text = Kui { $contact } on mõne konto kasutajanimi, on link teel. Uue parooli valimiseks ava see. Link kehtib ühe tunni.
forgot-sent-hint = Mõne minuti pärast pole kirja? Vaata rämpsposti kausta või proovi oma teist aadressi.
reset-title = Vali uus parool
reset-text = Seejärel logitakse sind kõigis seadmetes välja ja sisse saad uue parooliga.
reset-button = Muuda parool
reset-done = Parool on muudetud. Logi uue parooliga sisse.
reset-dead-text = Seda on juba kasutatud, kehtiv link on uuemas kirjas või on tund möödas.
reset-again = Saada uus kiri
field-login = Kasutajanimi
field-new-password = Uus parool

## Liitumisest veel

join-card = Nii näevad sind teised
join-not-bookings = Teiste broneeringud: ei kuulu juurde
join-not-clients = Klientide andmed: ei kuulu juurde
join-not-members = Inimeste haldamine: ei kuulu juurde
join-gone-title = See organisatsioon on suletud
join-gone-text = { $organisation } ei võta enam kedagi vastu. Link ei kehti.
join-expired-link-title = See link on aegunud
join-expired-can-ask = Siin saad paluda uut linki. Kiri sellega saadetakse kutsutud aadressile.
join-expired-can-ask-phone = Siin saad paluda uut linki. SMS sellega saadetakse kutsutud numbrile.
join-expired-ask = Palu uut linki: { $inviter }
join-expired-ask-all = Palu uut linki: { $organisation }
join-expired-asked-title = Uut linki on palutud
join-expired-asked-text = { $organisation } teab, et ootad uut linki. Kui see saadetakse, leiad selle oma postkastist.
join-expired-asked-phone = { $organisation } teab, et ootad uut linki. Kui see saadetakse, tuleb see SMS-iga.
join-stop = Ära kutsu mind enam organisatsiooni { $organisation }
join-stopped-title = Siit enam kutseid ei tule
join-stopped-text = { $organisation } ei saa sellele aadressile enam kutseid saata. Avatud kutse võib jätta aeguma.

## Kogukonna valimine

choose-title = Liitu kogukonnaga
choose-text = Liikmed saavad residendi soodustusi. Kuulud mõnda neist kogukondadest? Saada sellele taotlus.
choose-none-title = Ühtegi kogukonda ei ole valida
choose-none-text = Praegu ei võta ükski kogukond taotlusi vastu. Kutsega saad liituda igal ajal: ava selle link.
choose-none-yet = Vali kogukond
choose-later = { $organisation }: alates { $when }
choose-declined = Tagasi lükatud { $when }
choose-declined-reason = Tagasi lükatud { $when }: { $reason }
choose-left-out = { $count ->
    [one] { $count } kogukond puudub loendist: kuulud sinna või oled taotluse saatnud.
   *[other] { $count } kogukonda puuduvad loendist: kuulud neisse või oled taotluse saatnud.
}
choose-left-out-some = Loendis ei ole kogukondi, kuhu kuulud või kuhu oled taotluse saatnud.
choose-search = Kogukonna nimi
choose-find = Otsi
choose-more = { $count ->
    [one] Näha on { $count } kogukond, aga neid on veel. Otsi oma kogukonda nime järgi.
   *[other] Näha on { $count } kogukonda, aga neid on veel. Otsi oma kogukonda nime järgi.
}
choose-nothing-found = Ühegi taotlusi vastu võtva kogukonna nimes ei ole „{ $text }“.
choose-skip = Jäta praegu vahele
choose-later-hint = Seda saad teha igal ajal oma liikmesuste lehelt.
field-community = Kogukond
error-community = Vali loendist kogukond.
community-card = Nii nad sind näevad

## Mida liikmesusega teha

me-until = kuni { $when }
me-visible = Nähtav avalikus loendis
me-shown = Oled nüüd avalikus loendis: { $organisation }.
me-hidden = Sind ei ole enam avalikus loendis: { $organisation }.
me-leave = Lahku…
me-leave-text = Sinu ligipääs lõpeb kohe ja organisatsioon näeb, et lahkusid: { $organisation }. Tagasitulekuks on vaja uut kutset või taotlust.
me-leave-button = Lahku: { $organisation }
me-left = Oled lahkunud: { $organisation }.
me-last-owner = Teisi omanikke ei ole. Enne lahkumist tee omanikuks keegi teine.
me-request = Taotle liitumist teise kogukonnaga
me-request-first = Taotle liitumist kogukonnaga
me-accepted = Tere tulemast: { $organisation }. Liikmesus on kinnitatud.
me-declined = Kutsest on keeldutud: { $organisation }.
me-offer = { $name } pakub sulle omandit…
me-offer-means = Omanik saab seal teha kõike: kõik ruumid, kõigi ligipääs, organisatsiooni kustutamine. Sellest alates ei ole sinu ligipääsul lõppkuupäeva.
me-offer-ends = Kui sa seda ei soovi, ei ole vaja midagi teha: pakkumine lõpeb ise, { $when }.
me-own = Hakka omanikuks
me-owner = Oled nüüd omanik: { $organisation }.
me-stuck = Seda taotlust saaksid otsustada ainult sina ise, aga enda taotlust ei otsusta keegi. Anna kellelegi veel õigus taotlusi otsustada või tühista enda oma.
limit-minutes = { $minutes ->
    [one] Oota { $minutes } minut ja proovi uuesti.
   *[other] Oota { $minutes } minutit ja proovi uuesti.
}

## Ruumid, läbipääsud ja see, millest midagi ei saanud

me-resident = Resident: { $organisation }
me-pass = Näita läbipääsu
me-pass-of = Näita läbipääsu: { $organisation }
me-rooms = Ligipääs ruumidele
me-all-rooms = Kõik ruumid
me-no-rooms = Ruume veel ei ole
me-more-rooms = Kui vajad rohkem ruume, kirjuta administraatorile: { $organisation }.
me-reason = Põhjus: { $reason }
me-closed = Tühistatud ja tagasi lükatud
me-closed-show = { $count ->
    [one] Näita { $count } tühistatud või tagasi lükatud taotlust
   *[other] Näita { $count } tühistatud või tagasi lükatud taotlust
}
me-closed-hide = Peida tühistatud ja tagasi lükatud
pass-title = Minu läbipääs
pass-code = Läbipääsu QR-kood
pass-text = Hoia koodi ukse juures lugeja ees. See kehtib ühe minuti ja leht uuendab seda ise.
pass-first = { $count ->
    [one] Kood avab ainult { $count } ruumi, tähestikus esimese.
   *[other] Kood avab ainult { $count } ruumi, tähestikus esimesed.
}
pass-none-title = Läbipääsu ei ole
pass-none-text = Läbipääs on liikmetel, kelle ligipääs praegu kehtib.

## Uus organisatsioon

founding-title = Loo organisatsioon
founding-text = Sinust saab selle omanik: sina otsustad, kes sisse saab ja mida keegi seal teha võib.
founding-button = Loo
founding-done-title = { $organisation } on loodud
founding-done-text = Oled selle omanik ja su õigused kehtivad kohe.
founding-done-next = Ava arvutis programm Doorward ja logi sisse: { $contact }. Seal saad kutsuda inimesi, lisada ruume ja ligipääsutasemeid ning valida, kas võõrad võivad liitumist taotleda.
founding-done-server = Kui küsitakse serveri aadressi: { $server }
field-organisation = Organisatsiooni nimi
error-organisation = Kirjuta organisatsiooni nimi, kuni 80 märki, ilma veebiaadressita.

## My account
account-title = Minu konto
account-rename = Teine nimi…
account-rename-text = Nii kutsutakse sind nüüd kõikjal, kus oled liige. Varem tehtu jääb logidesse endise nimega.
account-rename-button = Salvesta nimi
account-renamed = Uus nimi on salvestatud.
field-present-password = Praegune parool
field-new-email = Uus e-posti aadress
field-new-phone = Uus telefoninumber
field-new-phone-hint = Koos riigikoodiga, näiteks +372 5555 1234.
account-password-title = Muuda parooli
account-password-text = Seejärel logitakse kõik teised seadmed välja. Selles brauseris jääd sisse.
account-password-changed = Parool on muudetud. Kõik teised seadmed on välja logitud.
account-forgot = Ma ei tea praegust parooli
account-address-title = Muuda e-posti aadressi
account-address-text = Uuele aadressile läheb kood. Kui oled selle sisestanud, logid sisse selle aadressiga ja organisatsioonid kirjutavad sulle sinna.
account-address-button = Saada kood
account-address-sent = Kui aadressi { $contact } saab kasutada, on kuuekohaline kood sinna teel. See kehtib kümme minutit.
account-address-hint = Kirja ei tule? Aadressis võib olla viga või on sellel juba oma konto.
account-address-same = See ongi sinu aadress.
account-address-changed = Sinu aadress on nüüd { $contact }. Endisele aadressile anti sellest teada.
account-phone-title = Telefoninumber
account-phone-text = Numbrile läheb kood SMS-iga. Kui oled selle sisestanud, saad sisse logida ka selle numbriga. Organisatsioonid, kes teavad endist numbrit, saavad uue.
account-phone-sent = Kui numbrit { $contact } saab kasutada, on kuuekohaline kood sinna teel. See kehtib kümme minutit.
account-phone-hint = Sõnumit ei tule? Numbris võib olla viga või on sellel juba oma konto.
account-phone-elsewhere = Siit ei saadeta SMS-e sellesse riiki.
account-phone-same = See ongi sinu number.
account-phone-changed = Sinu number on nüüd { $contact }.
account-phone-removed = Number on eemaldatud.
account-phone-remove = Eemalda number…
account-phone-remove-text = Sellega enam sisse ei saa ja SMS-e ei tule. Organisatsioonid, kes tunnevad sind selle numbri järgi, saavad selle asemel sinu e-posti aadressi.
account-phone-remove-button = Eemalda number
account-phone-only = Logid sisse ainult selle numbriga: seda saab muuta, aga mitte eemaldada.
account-devices = Seadmed
account-here = see brauser
account-seen = viimati { $when }
account-sign-out = Logi välja
account-signed-out = See seade on välja logitud.
account-sign-out-others = Logi mujal välja
account-signed-out-others = { $count ->
    [0] Mujal sa sisse logitud ei ole.
    [one] { $count } teine seade on välja logitud.
   *[other] { $count } teist seadet on välja logitud.
}
account-letters = Kirjad
account-letters-about = Kirjad taotlustest ja kutsetest
account-letters-text = See, mis puudutab sind, tuleb alati kohe.
account-letters-at-once = Igaüks kohe
account-letters-daily = Koos, kord päevas hommikul
account-letters-save = Salvesta
account-letters-saved = Salvestatud.
account-delete = Kustuta konto…
account-delete-text = Sinu liikmesused lõpevad kohe, taotlused ja kutsed võetakse tagasi ning administraatorid saavad sellest teada. Kõik, mis sind nimetab, kustutatakse kõikjalt. Seda ei saa tagasi võtta.
account-delete-closes = Oled viimane omanik: { $organisations }. Sinu konto sulgub { $when }: seni jääb ligipääs alles, võid omanikuks teha kellegi teise või ümber mõelda. Seejärel kustutatakse koos kontoga ka { $organisations }.
account-delete-name = Sinu nimi kinnituseks
account-delete-name-hint = Kirjuta { $name }
account-delete-button = Kustuta konto
account-wrong-name = See ei ole sinu konto nimi.
account-wrong-password = See ei ole sinu parool.
account-closes = Sinu konto sulgub { $when }. Seni jääb ligipääs alles, võid omanikuks teha kellegi teise või ümber mõelda.
account-keep = Jäta konto alles
account-kept = Sinu konto jääb alles.
account-gone-title = Sinu konto on kustutatud
account-gone-text = Oled kõikjal välja logitud. Kõik, mis sind nimetab, kustutatakse.

## Avalikud lehed

me-public = Sinu avalik leht
public-members = { $count ->
    [one] { $count } liige
   *[other] { $count } liiget
}
public-nobody = Praegu pole siin kedagi loendis.
public-mine = Minu liikmesus
public-join = Taotle liitumist
public-before = Eelmised liikmed
public-after = Rohkem liikmeid
public-member-of = Liige
notices-in-app = Rakenduses Doorward, jaotises „Taotlused“.
notices-older = Varasemad

## Teiste lehtede kontod

with-or = või
with-continue = Jätka teenusega { $provider }
with-new-text = { $provider } kinnitas, kes sa oled. Kas teised näevad sind nii?
with-address-hint = { $provider } kinnitas selle aadressi. Sellest saab sinu kasutajanimi.
with-connect-title = Ühenda teenus { $provider }
with-connect-text = Aadressil { $contact } on siin juba konto. Logi kõigepealt sisse selle parooliga; siis on { $provider } ühendatud ja edaspidi piisab sellest.
with-connect-own-text = Kirjuta üks kord konto { $contact } parool. Edaspidi saad sisse ka teenusega { $provider }.
with-connect-button = Logi sisse ja ühenda
with-again = Proovi uuesti teenusega { $provider }
with-otherwise = Logi sisse teisiti
with-stale-title = See enam ei kehti
with-stale-text = Möödas on üle kümne minuti või jätkasid teises aknas. Midagi ei läinud kaduma.
with-down-title = { $provider } ei vasta
with-down-text = Proovi mõne minuti pärast uuesti või logi sisse teisiti. Midagi ei läinud kaduma.
with-refused-title = Teenusega { $provider } ei saanud sisse
with-refused-text = Vastus ei tõenda, kes sa oled. Proovi uuesti; kui see kordub, ütle serveri haldajale.
with-cancelled-title = Katkestasid sisselogimise teenusega { $provider }
with-cancelled-text = Midagi ei muudetud. Saad sisse logida teisiti.
with-taken-title = See teenuse { $provider } konto on juba kasutusel
with-taken-text = Sellega on ühendatud teine siinne konto. Logi välja ja tule sisse teenusega { $provider }, et näha, milline.
with-no-address-title = { $provider } ei ole sinu aadressi kinnitanud
with-no-address-text = Siinsel kontol peab olema aadress. Loo konto oma e-posti aadressiga või logi sisse parooliga; siis saad teenuse { $provider } ühendada lehel „{ account-title }“.
no-letters-ways = Aadress kinnitatakse kirjaga, aga see server ei saada kirju. Tule sisse kontoga, mis sul mujal on.
account-ways = Sisselogimise viisid
account-no-password = Sul ei ole parooli. Seda küsivad arvutiprogramm, aadressi muutmine ja konto kustutamine. Link parooli valimiseks tuleb kirjaga.
account-get-password = Vali parool
account-connected = ühendatud { $when }
account-connect = Ühenda teenus { $provider }
account-disconnect = Katkesta ühendus
account-disconnected = Teenus { $provider } ei ole enam ühendatud.
account-last-way = See on sinu ainus sisselogimise viis. Vali kõigepealt parool, siis katkesta ühendus.
