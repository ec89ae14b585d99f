# Kirjad. $organisation, $inviter ja $name on nimed; $contact on aadress; $when ja $until on kirjutatud kuupäevad.

letter-hello = Tere, { $name }!
letter-hello-plain = Tere!
letter-link-hint = Kui nupp ei tööta, kopeeri see aadress brauserisse:
letter-able = Sa saad
letter-able-now = Nüüd sa saad
letter-position = Amet: { $position }
letter-reason = Põhjus
letter-me = Minu liikmesused

## Kutse

letter-invitation-text = { $inviter } kutsub sind liituma: { $organisation }. Sinu ligipääsutase: { $level }.
letter-invitation-text-operator = Sind kutsutakse juhtima: { $organisation }. Sinu ligipääsutase: { $level }.
letter-invitation-message = { $inviter } kirjutab
letter-invitation-button = Võta kutse vastu
letter-invitation-until = Link kehtib kuni { $until } ja ainult aadressile { $contact }.
letter-invitation-why = Said selle kirja, sest { $inviter } sisestas Doorwardi aadressi { $contact }. { $inviter } ei ole tuttav nimi? Siis ära tee midagi ja midagi ei juhtu.
letter-invitation-why-operator = Said selle kirja, sest Doorwardi sisestati aadress { $contact }. Kas see oli eksitus? Siis ära tee midagi ja midagi ei juhtu.

## Taotlused

letter-request-text = { $name } ootab vastust: { $organisation }. Kinnitamiseks või keeldumiseks ava Doorward.
letter-request-note = { $name } kirjutab
letter-decided-subject = { $name }: taotlusele on vastatud, { $organisation }
letter-decider-why = Said selle kirja, sest võid otsustada taotluste üle: { $organisation }.
letter-approved-text = Sinu liikmesus on kinnitatud: { $organisation }. Sinu ligipääsutase: { $level }.
letter-declined-text = Sinu liitumistaotlus on tagasi lükatud: { $organisation }.
letter-declined-after = Kui see on eksitus, kirjuta organisatsioonile: { $organisation }.

## Vastused kutsetele

letter-accepted-text = { $name } on nüüd liige: { $organisation }. Ligipääsutase: { $level }.
letter-invitation-declined-text = { $name } ei liitu: { $organisation }. Kutse on suletud.
letter-giver-lost-right-text = { $name } ei saanud kutset vastu võtta ({ $organisation }), sest { $inviter } ei või seda ligipääsu enam anda. Ava Doorward ja saada kutse uuesti, siis see töötab.
letter-inviter-why = Said selle kirja, sest võid saata kutseid: { $organisation }.
letter-giver-why = Said selle kirja, sest saatsid kutse.

## Mis saab liikmesusest

letter-added-text = Sind on lisatud: { $organisation }. Sinu ligipääsutase: { $level }.
letter-grant-changed-text = Sinu ligipääsutase on nüüd { $level } ({ $organisation }).
letter-suspended-text = Kuni liikmesus on peatatud, sinu ligipääs ei tööta: { $organisation }.
letter-resumed-text = Sinu ligipääs töötab jälle: { $organisation }. Sinu ligipääsutase: { $level }.
letter-ended-text = Sinu ligipääs enam ei tööta: { $organisation }.
letter-renewed-text = Sinu ligipääs töötab: { $organisation }. Sinu ligipääsutase: { $level }.
letter-member-until = See kehtib kuni { $until }.
letter-member-why = Said selle kirja, sest sul on liikmesus või taotlus: { $organisation }.

## Kontod

letter-confirmation-subject = Kinnita oma aadress
letter-confirmation-text = Selle aadressiga loodi Doorwardis konto nimele { $name }. Kui see olid sina, sisesta see kood lehel, kus sa konto lõid, või vajuta nuppu.
letter-confirmation-button = Kinnita aadress
letter-confirmation-after = Kood kehtib kümme minutit, nupp 24 tundi. See ei olnud sina? Siis ära tee midagi ja midagi ei juhtu.
letter-account-exists-subject = Sul on juba konto
letter-account-exists-text = Selle aadressiga prooviti Doorwardis kontot luua, kuid konto on juba olemas. Kui see olid sina, logi sisse.
letter-account-exists-button = Logi sisse
letter-account-exists-after = See ei olnud sina? Siis ära tee midagi. Midagi ei muudetud.
letter-account-why = Said selle kirja, sest aadressi { $contact } kasutati Doorwardis konto loomiseks.

## Meeldetuletused
# $asked ja $end on kirjutatud päevad, $end-time on päev ja kellaaeg.

letter-invitation-waits-text = Sind on kutsutud liituma ({ $organisation }), aga vastust veel ei ole. Sinu ligipääsutase: { $level }.
letter-invitation-ends-text = Kutse liituda aegub varsti: { $organisation }. Sinu ligipääsutase: { $level }.
letter-request-waits-text = { $name } soovib liituda ({ $organisation }) ja ootab vastust. Taotluse päev: { $asked }. Kinnitamiseks või keeldumiseks ava Doorward.
letter-request-escalates-text = { $name } soovib liituda ({ $organisation }) ja ootab ikka veel vastust. Taotluse päev: { $asked }. Nüüd teavad sellest kõik, kes võivad otsustada. Kinnitamiseks või keeldumiseks ava Doorward.
letter-request-escalates-managed = Nüüdsest võib otsustada ka haldav organisatsioon. Kogukond: { $organisation }.
letter-requests-handed-subject = { $count ->
    [one] { $count } taotlus ootab sinu otsust: { $organisation }
   *[other] { $count } taotlust ootab sinu otsust: { $organisation }
}
letter-requests-handed-text = Nüüdsest saad sina otsustada, kes liitub: { $organisation }. Need inimesed ootavad vastust. Kinnitamiseks või keeldumiseks ava Doorward.
letter-requests-handed-line = { $name }, alates { $asked }
letter-requests-handed-more = { $count ->
    [one] ja veel { $count }
   *[other] ja veel { $count }
}
letter-membership-ends-soon-subject = Sinu liikmesus lõpeb { $end }: { $organisation }
letter-membership-ends-soon-text = Sinu ligipääs kehtib kuni { $end-time }: { $organisation }.
letter-membership-ends-text = Sinu ligipääs kehtib kuni { $end-time }, siis see lõpeb: { $organisation }.
letter-membership-ends-after = Soovid jääda? Kirjuta organisatsioonile, kes saab liikmesust pikendada: { $organisation }.
letter-new-link-text = Kutse, mille saaja on { $name }, avati, kuid selle aeg on möödas. Oodatakse uut linki.
letter-new-link-how = Ava Doorward ja saada kutse uuesti: uus kiri läheb teele ja vana link enam ei tööta. Ei tea sellest midagi? Siis ära tee midagi.

## Uus parool

letter-reset-subject = Vali uus parool
letter-reset-text = Sinu kontole küsiti uut parooli. Kui see olid sina, vali see nüüd.
letter-reset-button = Vali uus parool
letter-reset-after = Link kehtib ühe tunni ja üks kord. See ei olnud sina? Siis ära tee midagi ja parool jääb samaks.
letter-provider-connected-subject = Uus viis sinu kontole sisse logida
letter-provider-connected-text = Sinu Doorwardi kontoga ühendati teise lehe konto. Nüüd saab ka sellega sinu nimel sisse logida.
letter-provider-connected-button = Ava oma konto
letter-provider-connected-after = Kas see ei olnud sina? Katkesta seal ühendus ja vali kohe uus parool.
letter-password-changed-subject = Sinu parool on muudetud
letter-password-changed-text = Sinu konto parool on muudetud ja sinu teised seadmed logiti välja.
letter-password-changed-after = See ei olnud sina? Siis vali kohe uus parool.
letter-login-why = Said selle kirja, sest { $contact } on sinu Doorwardi konto kasutajanimi.
letter-new-address-subject = Kinnita uus aadress
letter-new-address-text = { $name } soovib kasutada seda aadressi oma Doorwardi konto jaoks. Sisesta see kood lehel, kus sa selle tellisid.
letter-new-address-after = See kehtib kümme minutit. Kas see ei olnud sina? Siis ära tee midagi ja midagi ei juhtu.
letter-new-address-why = Said selle kirja, sest { $contact } märgiti Doorwardi konto uueks aadressiks.
letter-address-changed-subject = Sinu kontol on teine aadress
letter-address-changed-text = Sinu Doorwardi kontol on nüüd teine aadress. Selle aadressiga enam sisse ei saa ja siia kirju enam ei tule.
letter-address-changed-after = Kas see ei olnud sina? Siis kirjuta kohe sellele, kes seda serverit haldab.
letter-address-changed-why = Said selle kirja, sest { $contact } oli sinu Doorwardi konto aadress.
letter-phone-changed-subject = Sinu konto telefoninumber muutus
letter-phone-changed-text = Sinu Doorwardi konto telefoninumber lisati, muudeti või eemaldati.

## The digest

letter-digest-subject = { $count ->
    [one] { $count } sündmus
   *[other] { $count } sündmust
}
letter-digest-text = See juhtus pärast eelmist kirja.
letter-digest-button = Muuda, kuidas kirjad tulevad
letter-digest-after = Ava Doorward, et ootajatele vastata. Kõik jääb sinna, kuni keegi vastab.
letter-digest-why = Saad selle kirja kord päevas, sest valisid nii aadressile { $contact }.

## Omanikud

letter-ownership-offered-text = Sa võid saada organisatsiooni { $organisation } omanikuks. Omanik võib seal kõike, ka organisatsiooni kustutada.
letter-ownership-offered-how = Nõustumiseks ava Doorward 7 päeva jooksul. Seni ei muutu midagi.
letter-ownership-offer-made-text = Organisatsiooni { $organisation } omaniku rolli pakkumine kehtib 7 päeva. Kellele: { $name }. Seni ei muutu midagi.
letter-ownership-accepted-text = { $name } võttis organisatsiooni { $organisation } omaniku rolli vastu ja võib nüüd seal kõike.
letter-ownership-withdrawn-text = Organisatsiooni { $organisation } omaniku rolli enam ei pakuta. Kellele: { $name }.

## Letters and links that lead nowhere, and a request nobody can decide

letter-link-lost-right-text = { $name } ei saanud lingiga „{ $link }“ liituda ({ $organisation }), sest { $inviter } ei või seda ligipääsu enam anda. Ava Doorward ja tee uus link.
letter-bounced-text = Kutse ({ $organisation }) ei jõudnud kohale: { $name }. Teine pool keeldub sellest lõplikult.
letter-failed-text = Kutset ({ $organisation }) ei saanud saata: { $name }.
letter-undelivered-reason = Mida teine pool vastas
letter-undelivered-how = Kontrolli aadressi ja kutsu uuesti või ava kutse Doorwardis ja kopeeri selle link.
letter-request-stuck-text = Soovisid liituda: { $organisation }. Taotluse päev: { $asked }. Seda taotlust saaksid otsustada ainult sina ise, aga enda taotlust ei otsusta keegi. Anna kellelegi veel õigus taotlusi otsustada või tühista enda oma.
letter-requester-why = Said selle kirja, sest soovisid liituda: { $organisation }.

## Management, and the end of accounts and organisations

letter-owner-why = Saad selle kirja, sest oled ühe organisatsiooni omanik neist kahest.
letter-management-proposed-text = { $name } teeb organisatsiooni { $organisation } nimel ettepaneku, et üks sinu organisatsioonidest haldaks teist. Selleks on vaja haldava organisatsiooni omaniku nõusolekut. Seni ei muutu midagi.
letter-management-accepted-text = { $name } võttis organisatsiooni { $organisation } haldamise vastu. Kes haldavas organisatsioonis taotlusi otsustab, vastab ka neile, millele siin keegi ei vasta. Kuni siin omanikku ei ole, tegutsevad selle omanikud.
letter-management-ended-text = { $name } lõpetas organisatsiooni { $organisation } haldamise või ettepaneku selleks. Nüüdsest tegutseb see iseseisvalt.
letter-account-closing-text = { $name } palus oma konto kustutada; see puudutab organisatsiooni { $organisation }. Konto suletakse, kui ooteaeg on möödas, ja seni saab selle alles jätta. Kui tegu on viimase omanikuga, pakutakse omaniku rolli igale administraatorile; kui keegi ei nõustu, organisatsioon kustutatakse.
letter-account-deleted-text = { $name } kustutas oma konto ja liikmesus organisatsioonis { $organisation } lõppes.
letter-organisation-deleted-text = Organisatsioon { $organisation } on kustutatud ja sinu liikmesus seal lõppes.

## Text messages
# Two messages of 70 letters must hold it; the link stands at the end.

sms-invitation = { $organisation } kutsub sind: { $link }
sms-code = { $code } on sinu kood saidil { $site }. See kehtib 10 minutit. Ära ütle seda kellelegi.
sms-reset = Uus parool saidil { $site }: { $link }
sms-account-exists = Sul on saidil { $site } juba konto. Logi sisse: { $link }
sms-phone-changed = Sinu konto telefoninumber saidil { $site } muutus. Kas see ei olnud sina? Kirjuta sellele, kes saiti { $site } haldab.
