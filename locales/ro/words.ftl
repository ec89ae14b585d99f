# Cuvinte comune ferestrei, paginilor și scrisorilor.
# $status este numele stării, de exemplu approved; $name numele persoanei; $when și $until date scrise.

## Niveluri de acces

level-owner = Proprietar
level-administrator = Administrator
level-finance-manager = Manager financiar
level-manager = Manager
level-staff = Personal
level-member = Membru
level-guest = Oaspete

## Permisiuni: ce se poate face

permission-members-view = Vezi lista membrilor
permission-members-manage = Adaugi membri, suspenzi, închei și reînnoiești calitatea de membru
permission-requests-decide = Decizi asupra cererilor de aderare
permission-invitations-manage = Trimiți și revoci invitații
permission-access-grant = Modifici drepturile membrilor
permission-levels-manage = Creezi și modifici niveluri de acces
permission-rooms-manage = Creezi și modifici săli
permission-settings-manage = Modifici setările organizației
permission-history-view = Citești jurnalul
permission-history-export = Salvezi jurnalul într-un fișier
permission-billing-view = Vezi facturile
permission-billing-pay = Plătești facturile
permission-organisation-delete = Ștergi organizația
permission-bookings-own = Vezi și modifici programările proprii
permission-bookings-all = Vezi și modifici toate programările
permission-clients-view = Vezi clienții și contactele lor
permission-clients-note = Scrii note despre clienți
permission-sales = Vinzi și vezi vânzările
permission-online-booking = Configurezi programarea online
permission-business-settings = Modifici setările afacerii
permission-spend-goods = Comanzi produse pe cheltuiala organizației
permission-spend-bookings = Rezervi pe cheltuiala organizației
permission-spend-coworking = Comanzi coworking pe cheltuiala organizației
permission-spend-hotel = Comanzi hotel pe cheltuiala organizației
permission-discounts = Folosești reducerile partenerilor
permission-chat = Participi la discuții
permission-tasks = Lucrezi cu sarcini
permission-calendar = Folosești calendarul
permission-files = Lucrezi cu fișiere
permission-calls = Participi la apeluri
access-enters = Intri în: { $room }
access-enters-all = Intri în toate sălile, și în cele viitoare

## Niveluri într-o propoziție

able-owner = Faci orice în organizație, inclusiv dai acces altora
able-administrator = Faci orice în organizație, în afară de a o șterge

## Stările calității de membru

status-invited = Invitație
status-requested = În așteptare
status-approved = Confirmată
status-rejected = Respinsă
status-cancelled = Anulată
status-ended = Încheiată
status-expired = Expirată
status-suspended = Suspendată
status-lapsed = Termen depășit
status-ahead = Începe pe { $when }

## Cine ce a făcut

decided = { $status ->
    [approved] Aprobată: { $name }, { $when }.
    [rejected] Respinsă: { $name }, { $when }.
    [cancelled] Anulată: { $name }, { $when }.
    [ended] Încheiată: { $name }, { $when }.
    [expired] Marcată ca expirată: { $name }, { $when }.
   *[changed] Modificată: { $name }, { $when }.
}

## Refuzuri ale regulilor

refusal-not-found = Nu există așa ceva aici sau nu ai acces.
refusal-no-access = Nu mai ai acces la această organizație.
refusal-forbidden = Nivelul tău de acces nu include acest lucru.
refusal-sign-in-again = Intră din nou în cont: acest pas cere o conectare din ultimele 10 minute.
refusal-external-sign-in = Această organizație acceptă numai conectarea cu un cont extern, așa că invitațiile și linkurile nu funcționează. Asta schimbă operatorul serverului.
refusal-self = Nimeni nu face acest lucru pentru sine.
refusal-address-mismatch = Această invitație este pentru altă adresă.
refusal-wrong-status = { $status ->
    [invited] Invitația este încă deschisă.
    [requested] Cererea este încă în așteptare.
    [approved] Calitatea de membru este deja confirmată.
    [rejected] A fost deja respinsă.
    [cancelled] A fost deja anulată.
    [ended] Calitatea de membru s-a încheiat.
   *[expired] Calitatea de membru a expirat.
}
refusal-expired = Nu mai este valabil: termenul a trecut.
refusal-used-up = Linkul a fost folosit de câte persoane permite.
refusal-not-accepting = Această organizație nu primește acum cereri de aderare.
refusal-offer-void = Oferta nu mai este valabilă.
refusal-not-accepted = Nu a fost acceptat.
refusal-changed-meanwhile = Între timp cineva a modificat. Alege ce rămâne.
refusal-target-above = Această persoană are mai multe drepturi decât tine.
refusal-above-link = Un link nu dă niciodată atâtea drepturi. Invită mai bine pe o adresă.
refusal-above-giver = Astfel ai da mai multe drepturi decât ai.
refusal-room-not-held = Aceasta deschide o sală la care nu ai acces.
refusal-dates = Aceste date nu sunt posibile.
refusal-plan-required = Planul organizației nu include acest lucru: e nevoie de planul Pro. Planul îl schimbă operatorul serverului.
refusal-giver-lost-right = Expeditorul invitației nu mai poate da acest acces. Organizația a fost anunțată.
refusal-needs-acceptance = Nimeni nu devine proprietar fără acordul său.
refusal-level-in-use = Nivelul de acces este folosit. Alege ce îl înlocuiește.
refusal-site-in-use = Locația mai are săli sau este singura. Mută sau elimină mai întâi sălile.
refusal-already-member = Calitatea de membru există deja.
refusal-already-open = Există deja o cerere sau o invitație deschisă.
refusal-already-invited = Există deja o invitație deschisă pentru această adresă.
refusal-request-waiting = Cererea acestei persoane așteaptă o decizie.
refusal-other-domain = Linkul este pentru adrese de la { $domains }.
refusal-person-left = Această persoană a plecat sau a refuzat. Trimite o invitație.
refusal-no-account = Organizația nu cunoaște un astfel de cont.
refusal-too-soon = Poți cere din nou începând cu { $until }.
refusal-not-texted = De aici nu se trimit SMS-uri în această țară. Folosește o adresă de e-mail sau un link.
refusal-limit = { $which ->
    [contact] Această adresă a primit de aici atâtea invitații câte sunt permise într-o zi. Încearcă mâine.
    [everywhere] Această adresă a primit într-o zi atâtea invitații câte sunt permise de la toate organizațiile împreună. Încearcă mâine.
    [organisation] Organizația ta a trimis astăzi atâtea invitații câte sunt permise într-o zi. Încearcă mâine.
    [stopped] Această adresă nu mai primește invitații de aici, iar o nouă încercare nu schimbă asta. Ia legătura cu persoana altfel.
    [kept] S-au păstrat deja câte se pot păstra. Șterge mai întâi una.
   *[other] S-a atins o limită. Încearcă mai târziu.
}
refusal-invalid = Un câmp nu poate conține această valoare.
refusal-one-step = Administrarea merge un singur pas: cine administrează o organizație nu este la rândul său administrat.
refusal-has-members = Organizația mai are membri în afară de proprietari. Încheiați mai întâi calitatea lor de membru.
refusal-manages-ownerless = Această organizație administrează alta care nu are un proprietar propriu fără termen. Dați-i mai întâi un proprietar.
refusal-last-owner = Trebuie să rămână un proprietar. Numește întâi alt proprietar.
refusal-unknown = Serverul a refuzat dintr-un motiv pe care această versiune Doorward nu îl cunoaște. Actualizează Doorward ca să îl citești.

## Probleme la cererea către server

problem-malformed = Serverul nu a înțeles cererea.
problem-wrong-content-type = Serverul nu primește acest tip de conținut.
problem-too-large = Este mai mare decât primește serverul.
problem-signed-out = Intră în cont pentru a continua.
problem-sign-in-failed = Adresa sau parola nu se potrivesc.
problem-not-found = Nu există așa ceva aici sau nu ai acces.
problem-wrong-method = Această adresă nu funcționează astfel.
problem-id-reused = S-a trimis deja cu alt conținut.
problem-bad-cursor = Lista începe din nou.
problem-no-longer-works = Nu mai este valabil.
problem-too-many = Prea multe încercări. Așteaptă puțin și încearcă din nou.
problem-update-needed = Această versiune Doorward este prea veche pentru server. Actualizeaz-o.
problem-foreign-origin = Cererea a venit de pe alt site și nu a fost executată.
problem-unknown-host = Serverul nu răspunde la această adresă.
problem-invalid = Un câmp nu poate conține această valoare.
problem-refused = S-a refuzat.
problem-unavailable = Serverul nu poate răspunde acum. Încearcă peste puțin timp.
problem-store-full = Serverul nu mai are loc. Nimic nu s-a schimbat.

## Notificările ferestrei

no-name = Nume necunoscut
notify-news = { $count ->
    [one] o notificare nouă
    [few] { $count } notificări noi
   *[other] { $count } de notificări noi
}
notify-refused = { $count ->
    [one] { $count } modificare a ta te așteaptă
    [few] { $count } modificări ale tale te așteaptă
   *[other] { $count } de modificări ale tale te așteaptă
}
notify-review = Examinează
notify-later = Mai târziu
notify-requests = { $count ->
    [one] { $count } persoană așteaptă
    [few] { $count } persoane așteaptă
   *[other] { $count } de persoane așteaptă
}

## Bara de sistem

tray-waiting = { $count ->
    [0] Nu așteaptă nimeni
    [one] { $count } persoană așteaptă
    [few] { $count } persoane așteaptă
   *[other] { $count } de persoane așteaptă
}
tray-open = Deschide cererile
tray-pause = Oprește notificările timp de 1 oră
tray-quit = Închide Doorward
import-running = Se invită: { $done } din { $total }
import-paused-at = Întrerupt: { $done } din { $total }
invite-people = Invită persoane

## Ce se anunță: subiectele scrisorilor, rândurile clopoțelului și ale notificărilor

letter-invitation-subject = { $inviter } te invită la { $organisation }
letter-request-subject = { $name } cere să adere la { $organisation }
letter-approved-subject = { $organisation } ți-a aprobat cererea
letter-declined-subject = { $organisation } ți-a respins cererea
letter-accepted-subject = { $name } a acceptat invitația ta
letter-invitation-declined-subject = { $name } a refuzat invitația ta
letter-giver-lost-right-subject = Invitația la { $organisation } nu a putut fi acceptată
letter-added-subject = Faci parte din { $organisation }
letter-grant-changed-subject = Accesul tău la { $organisation } s-a schimbat
letter-suspended-subject = Calitatea ta de membru la { $organisation } este suspendată
letter-resumed-subject = Calitatea ta de membru la { $organisation } continuă
letter-ended-subject = Calitatea ta de membru la { $organisation } s-a încheiat
letter-renewed-subject = Calitatea ta de membru la { $organisation } este reînnoită
letter-invitation-waits-subject = Invitația ta la { $organisation } așteaptă
letter-invitation-ends-subject = Invitația ta la { $organisation } expiră curând
letter-request-waits-subject = { $name } încă așteaptă un răspuns de la { $organisation }
letter-request-escalates-subject = { $name } așteaptă de prea mult timp un răspuns de la { $organisation }
letter-membership-ends-subject = Calitatea ta de membru la { $organisation } se încheie curând
letter-new-link-subject = { $name } cere un link nou pentru { $organisation }
letter-ownership-offered-subject = Ți se oferă rolul de proprietar: { $organisation }
letter-ownership-offer-made-subject = { $organisation }: rolul de proprietar este oferit – { $name }
letter-ownership-accepted-subject = { $organisation }: noul proprietar este { $name }
letter-ownership-withdrawn-subject = { $organisation }: oferta rolului de proprietar este retrasă
letter-link-lost-right-subject = Nimeni nu poate adera la { $organisation } prin „{ $link }”
letter-bounced-subject = Invitația ta pentru { $name } s-a întors
letter-failed-subject = Invitația ta pentru { $name } nu a putut fi trimisă
letter-request-stuck-subject = Nimeni altcineva nu poate decide cererea ta la { $organisation }
letter-management-proposed-subject = { $organisation } cere să fie administrată
letter-management-accepted-subject = { $organisation }: administrarea a fost acceptată
letter-management-ended-subject = { $organisation }: administrarea s-a încheiat
letter-account-closing-subject = { $name } își închide contul
letter-account-deleted-subject = { $name } și-a șters contul
letter-organisation-deleted-subject = { $organisation } a fost ștearsă
letter-invitation-subject-operator = Invitație la { $organisation }
bell = Notificări
bell-unread = { $count ->
    [one] una necitită
    [few] { $count } necitite
   *[other] { $count } de necitite
}
bell-read-all = Marchează tot ca citit
bell-older = Arată mai vechi
bell-nothing = Încă nimic
bell-nothing-text = Aici stau cererile, răspunsurile și tot ce ți se anunță.
bell-new = necitită
bell-decided = { $by } a răspuns la cererea lui { $name } pentru { $organisation }
bell-requests-handed = Cereri de aderare la { $organisation } așteaptă răspunsul tău
bell-decided-nobody = S-a răspuns la cererea lui { $name } pentru { $organisation }
bell-membership-ends-soon = Calitatea ta de membru la { $organisation } se încheie într-o săptămână
bell-unknown = Ceva s-a întâmplat la { $organisation }
