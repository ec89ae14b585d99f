# Akna, lehtede ja kirjade ühised sõnad.
# $status on oleku nimi, näiteks approved; $name inimese nimi; $when ja $until kirjutatud kuupäevad.

## Ligipääsutasemed

level-owner = Omanik
level-administrator = Administraator
level-finance-manager = Finantsjuht
level-manager = Juhataja
level-staff = Töötaja
level-member = Liige
level-guest = Külaline

## Õigused: mida saab teha

permission-members-view = Näha liikmete nimekirja
permission-members-manage = Lisada liikmeid, liikmesusi peatada, lõpetada ja pikendada
permission-requests-decide = Otsustada liitumistaotluste üle
permission-invitations-manage = Saata ja tühistada kutseid
permission-access-grant = Muuta liikmete õigusi
permission-levels-manage = Luua ja muuta ligipääsutasemeid
permission-rooms-manage = Luua ja muuta ruume
permission-settings-manage = Muuta organisatsiooni seadeid
permission-history-view = Lugeda logi
permission-history-export = Salvestada logi faili
permission-billing-view = Näha arveid
permission-billing-pay = Maksta arveid
permission-organisation-delete = Kustutada organisatsioon
permission-bookings-own = Näha ja muuta oma broneeringuid
permission-bookings-all = Näha ja muuta kõiki broneeringuid
permission-clients-view = Näha kliente ja nende kontakte
permission-clients-note = Kirjutada klientide kohta märkmeid
permission-sales = Müüa ja näha müüki
permission-online-booking = Seadistada veebibroneeringut
permission-business-settings = Muuta ettevõtte seadeid
permission-spend-goods = Tellida kaupa organisatsiooni kulul
permission-spend-bookings = Broneerida organisatsiooni kulul
permission-spend-coworking = Tellida koostööpinda organisatsiooni kulul
permission-spend-hotel = Tellida hotelli organisatsiooni kulul
permission-discounts = Kasutada partnerite soodustusi
permission-chat = Osaleda vestluses
permission-tasks = Töötada ülesannetega
permission-calendar = Kasutada kalendrit
permission-files = Töötada failidega
permission-calls = Osaleda kõnedes
access-enters = Siseneda: { $room }
access-enters-all = Siseneda kõigisse ruumidesse, ka hiljem lisatavatesse

## Tasemed ühes lauses

able-owner = Teha organisatsioonis kõike, ka anda teistele ligipääsu
able-administrator = Teha organisatsioonis kõike peale selle kustutamise

## Liikmesuse olekud

status-invited = Kutsutud
status-requested = Ootab
status-approved = Kinnitatud
status-rejected = Tagasi lükatud
status-cancelled = Tühistatud
status-ended = Lõpetatud
status-expired = Aegunud
status-suspended = Peatatud
status-lapsed = Tähtaeg möödas
status-ahead = Algab { $when }

## Kes mida tegi

decided = { $status ->
    [approved] Kinnitatud: { $name }, { $when }.
    [rejected] Tagasi lükatud: { $name }, { $when }.
    [cancelled] Tühistatud: { $name }, { $when }.
    [ended] Lõpetatud: { $name }, { $when }.
    [expired] Märgitud aegunuks: { $name }, { $when }.
   *[changed] Muudetud: { $name }, { $when }.
}

## Reeglite keeldumised

refusal-not-found = Sellist asja siin ei ole või pole see sulle avatud.
refusal-no-access = Sul ei ole enam sellele organisatsioonile ligipääsu.
refusal-forbidden = Sinu ligipääsutase ei sisalda seda.
refusal-sign-in-again = Logi kõigepealt uuesti sisse: see samm vajab sisselogimist viimase 10 minuti jooksul.
refusal-external-sign-in = See organisatsioon lubab ainult välise kontoga sisselogimist, seepärast kutsed ja lingid ei toimi. Seda muudab serveri haldaja.
refusal-self = Seda ei saa teha iseenda jaoks.
refusal-address-mismatch = See kutse on teisele aadressile.
refusal-wrong-status = { $status ->
    [invited] Kutse on veel avatud.
    [requested] Taotlus ootab veel otsust.
    [approved] Liikmesus on juba kinnitatud.
    [rejected] Juba tagasi lükatud.
    [cancelled] Juba tühistatud.
    [ended] Liikmesus on lõpetatud.
   *[expired] Liikmesus on aegunud.
}
refusal-expired = See enam ei kehti: aeg on möödas.
refusal-used-up = Linki on kasutanud nii palju inimesi, kui lubatud.
refusal-not-accepting = See organisatsioon ei võta praegu liitumistaotlusi vastu.
refusal-offer-void = Pakkumine enam ei kehti.
refusal-not-accepted = Nõusolekut ei antud.
refusal-changed-meanwhile = Seda on vahepeal muudetud. Vali, kumb jääb.
refusal-target-above = Sellel inimesel on rohkem õigusi kui sinul.
refusal-above-link = Link nii palju õigusi ei anna. Kutsu selle asemel aadressiga.
refusal-above-giver = See annaks rohkem õigusi, kui sinul on.
refusal-room-not-held = See avab ruumi, mis ei ole sulle avatud.
refusal-dates = Need kuupäevad ei ole võimalikud.
refusal-plan-required = Organisatsiooni pakett ei sisalda seda: vaja on paketti Pro. Paketti muudab serveri haldaja.
refusal-giver-lost-right = Kutse saatjal ei ole enam õigust seda ligipääsu anda. Organisatsioon teab sellest.
refusal-needs-acceptance = Omanikuks saab ainult enda nõusolekul.
refusal-level-in-use = Ligipääsutase on kasutusel. Vali, mis selle asendab.
refusal-site-in-use = Asukohas on veel ruume või on see ainus. Vii ruumid enne mujale või eemalda need.
refusal-already-member = Juba liige.
refusal-already-open = Avatud taotlus või kutse on juba olemas.
refusal-already-invited = Sellele aadressile on juba avatud kutse.
refusal-request-waiting = Selle inimese taotlus ootab otsust.
refusal-other-domain = See link on aadressidele, mille lõpus on { $domains }.
refusal-person-left = See inimene lahkus või keeldus. Saada kutse.
refusal-no-account = Organisatsioon ei tunne sellist kontot.
refusal-too-soon = Uuesti saab taotleda alates { $until }.
refusal-not-texted = Siit ei saadeta SMS-e sellesse riiki. Kasuta e-posti aadressi või linki.
refusal-limit = { $which ->
    [contact] Sellele aadressile on siit saadetud nii palju kutseid, kui päevas lubatud. Proovi homme uuesti.
    [everywhere] See aadress on ööpäeva jooksul saanud nii palju kutseid, kui kõigilt organisatsioonidelt kokku lubatud. Proovi homme uuesti.
    [organisation] Sinu organisatsioon on täna saatnud nii palju kutseid, kui päevas lubatud. Proovi homme uuesti.
    [stopped] Sellele aadressile siit enam kutseid ei saadeta ja hilisem proovimine seda ei muuda. Võta inimesega ühendust muul viisil.
    [kept] Rohkem ei saa alles hoida. Eemalda enne mõni.
   *[other] Piir on täis. Proovi hiljem uuesti.
}
refusal-invalid = Üks väli on valesti täidetud.
refusal-one-step = Haldamine käib ainult ühe sammu: kes haldab teist organisatsiooni, seda ennast ei hallata.
refusal-has-members = Organisatsioonis on peale omanike veel liikmeid. Lõpeta esmalt nende liikmesus.
refusal-manages-ownerless = See organisatsioon haldab teist, millel ei ole oma tähtajatut omanikku. Määra sinna esmalt omanik.
refusal-last-owner = Omanik peab jääma. Määra enne teine omanik.
refusal-unknown = Server keeldus põhjusel, mida see Doorwardi versioon ei tunne. Uuenda Doorwardi, et seda lugeda.

## Tõrked päringus serverile

problem-malformed = Server ei saanud sellest aru.
problem-wrong-content-type = Server ei võta sellist sisu vastu.
problem-too-large = See on suurem, kui server vastu võtab.
problem-signed-out = Jätkamiseks logi sisse.
problem-sign-in-failed = Aadress või parool ei sobi.
problem-not-found = Sellist asja siin ei ole või pole see sulle avatud.
problem-wrong-method = See aadress nii ei tööta.
problem-id-reused = See saadeti juba teise sisuga.
problem-bad-cursor = Loend algab uuesti.
problem-no-longer-works = See enam ei kehti.
problem-too-many = Liiga palju katseid. Oota veidi ja proovi uuesti.
problem-update-needed = See Doorwardi versioon on serveri jaoks liiga vana. Uuenda seda.
problem-foreign-origin = See tuli teiselt veebilehelt ja jäi tegemata.
problem-unknown-host = Sellel aadressil server ei vasta.
problem-invalid = Üks väli on valesti täidetud.
problem-refused = Sellest keelduti.
problem-unavailable = Server ei saa praegu vastata. Proovi veidi hiljem uuesti.
problem-store-full = Serveris ei ole enam ruumi. Midagi ei muudetud.

## Akna teavitused

no-name = Nimi puudub
notify-news = { $count ->
    [one] { $count } uus teavitus
   *[other] { $count } uut teavitust
}
notify-refused = { $count ->
    [one] { $count } sinu muudatus ootab sind
   *[other] { $count } sinu muudatust ootab sind
}
notify-review = Vaata üle
notify-later = Hiljem
notify-requests = { $count ->
    [one] Ootel on { $count } inimene
   *[other] Ootel on { $count } inimest
}

## Salv

tray-waiting = { $count ->
    [0] Ootel pole kedagi
    [one] Ootel on { $count } inimene
   *[other] Ootel on { $count } inimest
}
tray-open = Ava taotlused
tray-pause = Peata teavitused 1 tunniks
tray-quit = Sulge Doorward
import-running = Kutsumine: { $done } / { $total }
import-paused-at = Kutsumine peatatud: { $done } / { $total }
invite-people = Kutsu inimesi

## Millest teatatakse: kirjade teemad, kellukese ja teavituste read

letter-invitation-subject = { $inviter } kutsub sind: { $organisation }
letter-request-subject = { $name } soovib liituda: { $organisation }
letter-approved-subject = Sinu taotlus on kinnitatud: { $organisation }
letter-declined-subject = Sinu taotlus on tagasi lükatud: { $organisation }
letter-accepted-subject = { $name } võttis sinu kutse vastu
letter-invitation-declined-subject = { $name } keeldus sinu kutsest
letter-giver-lost-right-subject = Kutset ei saanud vastu võtta: { $organisation }
letter-added-subject = Sa oled liige: { $organisation }
letter-grant-changed-subject = Sinu ligipääs on muutunud: { $organisation }
letter-suspended-subject = Sinu liikmesus on peatatud: { $organisation }
letter-resumed-subject = Sinu liikmesus jätkub: { $organisation }
letter-ended-subject = Sinu liikmesus on lõppenud: { $organisation }
letter-renewed-subject = Sinu liikmesust on pikendatud: { $organisation }
letter-invitation-waits-subject = Kutse ootab vastust: { $organisation }
letter-invitation-ends-subject = Kutse aegub varsti: { $organisation }
letter-request-waits-subject = { $name } ootab endiselt vastust: { $organisation }
letter-request-escalates-subject = { $name } on vastust oodanud liiga kaua: { $organisation }
letter-membership-ends-subject = Sinu liikmesus lõpeb varsti: { $organisation }
letter-new-link-subject = { $name } palub uut linki: { $organisation }
letter-ownership-offered-subject = Sulle pakutakse omaniku rolli: { $organisation }
letter-ownership-offer-made-subject = { $organisation }: omaniku rolli pakutakse – { $name }
letter-ownership-accepted-subject = { $organisation }: uus omanik on { $name }
letter-ownership-withdrawn-subject = { $organisation }: omaniku rolli pakkumine on tagasi võetud
letter-link-lost-right-subject = Lingiga „{ $link }“ ei saa liituda: { $organisation }
letter-bounced-subject = Sinu kutse tuli tagasi: { $name }
letter-failed-subject = Sinu kutset ei saanud saata: { $name }
letter-request-stuck-subject = Keegi teine ei saa sinu taotlust otsustada: { $organisation }
letter-management-proposed-subject = { $organisation } palub end hallata
letter-management-accepted-subject = { $organisation }: haldamine on vastu võetud
letter-management-ended-subject = { $organisation }: haldamine on lõppenud
letter-account-closing-subject = { $name } sulgeb oma konto
letter-account-deleted-subject = { $name } kustutas oma konto
letter-organisation-deleted-subject = { $organisation } on kustutatud
letter-invitation-subject-operator = Kutse: { $organisation }
bell = Teavitused
bell-unread = { $count ->
    [one] { $count } lugemata
   *[other] { $count } lugemata
}
bell-read-all = Märgi kõik loetuks
bell-older = Näita varasemaid
bell-nothing = Veel pole midagi
bell-nothing-text = Siin on taotlused, vastused ja kõik muu, millest sulle teatatakse.
bell-new = lugemata
bell-decided = { $by } vastas taotlusele: { $name }, { $organisation }
bell-requests-handed = Taotlused ootavad sinu vastust: { $organisation }
bell-decided-nobody = Taotlusele on vastatud: { $name }, { $organisation }
bell-membership-ends-soon = Sinu liikmesus lõpeb nädala pärast: { $organisation }
bell-unknown = Midagi juhtus: { $organisation }
