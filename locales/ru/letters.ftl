# Письма. $organisation, $inviter и $name: имена; $contact: адрес; $when и $until: записанные даты.

letter-hello = Здравствуйте, { $name }!
letter-hello-plain = Здравствуйте!
letter-link-hint = Если кнопка не работает, скопируйте этот адрес в браузер:
letter-able = Что вы сможете делать
letter-able-now = Что вы можете теперь
letter-position = Должность: { $position }
letter-reason = Причина
letter-me = Мои членства

## Приглашение

letter-invitation-text = { $inviter } приглашает вас вступить в организацию «{ $organisation }». Ваш уровень доступа: { $level }.
letter-invitation-text-operator = Вас приглашают управлять организацией «{ $organisation }». Ваш уровень доступа: { $level }.
letter-invitation-message = { $inviter } пишет
letter-invitation-button = Принять приглашение
letter-invitation-until = Ссылка действует до { $until } и только для { $contact }.
letter-invitation-why = Вы получили это письмо, потому что на адрес { $contact } отправлено приглашение. Отправитель: { $inviter }. Имя { $inviter } вам незнакомо? Ничего не делайте, и ничего не произойдёт.
letter-invitation-why-operator = Вы получили это письмо, потому что в Doorward указан адрес { $contact }. Это ошибка? Ничего не делайте, и ничего не произойдёт.

## Запросы

letter-request-text = { $name } ждёт ответа от организации «{ $organisation }». Откройте Doorward, чтобы подтвердить или отклонить.
letter-request-note = { $name } пишет
letter-decided-subject = { $name }: ответ на запрос дан, { $organisation }
letter-decider-why = Вы получили это письмо, потому что можете решать по запросам в организации «{ $organisation }».
letter-approved-text = Ваше членство в организации «{ $organisation }» подтверждено. Ваш уровень доступа: { $level }.
letter-declined-text = Ваш запрос на вступление в организацию «{ $organisation }» отклонён.
letter-declined-after = Если это ошибка, напишите в организацию «{ $organisation }».

## Ответы на приглашения

letter-accepted-text = Теперь членство подтверждено: { $name }, { $organisation }. Уровень доступа: { $level }.
letter-invitation-declined-text = Приглашение в организацию «{ $organisation }» отклонено и закрыто: { $name }.
letter-giver-lost-right-text = Приглашение в организацию «{ $organisation }» не удалось принять: { $name }. Отправитель { $inviter } больше не может давать этот доступ. Откройте Doorward и отправьте приглашение ещё раз, тогда оно сработает.
letter-inviter-why = Вы получили это письмо, потому что можете отправлять приглашения в организации «{ $organisation }».
letter-giver-why = Вы получили это письмо, потому что отправляли приглашение.

## Что происходит с членством

letter-added-text = Организация «{ $organisation }» добавила вас. Ваш уровень доступа: { $level }.
letter-grant-changed-text = Теперь ваш уровень доступа в организации «{ $organisation }»: { $level }.
letter-suspended-text = Пока членство приостановлено, доступ в организации «{ $organisation }» не действует.
letter-resumed-text = Доступ в организации «{ $organisation }» снова действует. Ваш уровень доступа: { $level }.
letter-ended-text = Доступ в организации «{ $organisation }» больше не действует.
letter-renewed-text = Доступ в организации «{ $organisation }» действует. Ваш уровень доступа: { $level }.
letter-member-until = Срок: до { $until }.
letter-member-why = Вы получили это письмо, потому что у вас есть членство или запрос в организации «{ $organisation }».

## Учётные записи

letter-confirmation-subject = Подтвердите адрес
letter-confirmation-text = С этим адресом в Doorward создаётся учётная запись «{ $name }». Если это вы, введите этот код на странице регистрации или нажмите кнопку.
letter-confirmation-button = Подтвердить адрес
letter-confirmation-after = Код действует десять минут, кнопка — 24 часа. Это не вы? Ничего не делайте, и ничего не произойдёт.
letter-account-exists-subject = У вас уже есть учётная запись
letter-account-exists-text = Этот адрес указали при регистрации в Doorward, но учётная запись с ним уже есть. Если это вы, войдите.
letter-account-exists-button = Войти
letter-account-exists-after = Это не вы? Ничего не делайте. Ничего не изменено.
letter-account-why = Вы получили это письмо, потому что адрес { $contact } указан при регистрации в Doorward.

## Напоминания
# $asked и $end: записанные дни; $end-time: день и время.

letter-invitation-waits-text = Вас пригласили вступить в организацию «{ $organisation }», ответа пока нет. Ваш уровень доступа: { $level }.
letter-invitation-ends-text = Срок приглашения в организацию «{ $organisation }» подходит к концу. Ваш уровень доступа: { $level }.
letter-request-waits-text = { $name } ждёт ответа от организации «{ $organisation }». Дата запроса: { $asked }. Откройте Doorward, чтобы подтвердить или отклонить.
letter-request-escalates-text = { $name } всё ещё ждёт ответа от организации «{ $organisation }». Дата запроса: { $asked }. Об этом сообщено всем, кто может решать. Откройте Doorward, чтобы подтвердить или отклонить.
letter-request-escalates-managed = Теперь решить может и управляющая организация. Сообщество: { $organisation }.
letter-requests-handed-subject = { $count ->
    [one] { $count } запрос ждёт вашего решения: { $organisation }
    [few] { $count } запроса ждут вашего решения: { $organisation }
    [many] { $count } запросов ждут вашего решения: { $organisation }
   *[other] { $count } запроса ждут вашего решения: { $organisation }
}
letter-requests-handed-text = Теперь вы можете решать, кто вступит в организацию «{ $organisation }». Эти люди ждут ответа. Откройте Doorward, чтобы подтвердить или отклонить.
letter-requests-handed-line = { $name }, ждёт с { $asked }
letter-requests-handed-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
letter-membership-ends-soon-subject = Членство заканчивается { $end }: { $organisation }
letter-membership-ends-soon-text = Доступ в организации «{ $organisation }» действует до { $end-time }.
letter-membership-ends-text = Доступ в организации «{ $organisation }» действует до { $end-time }, затем прекратится.
letter-membership-ends-after = Хотите остаться? Напишите в организацию «{ $organisation }»: там могут продлить членство.
letter-new-link-text = Приглашение, которое получает { $name }, открыли, но его срок прошёл. Нужна новая ссылка.
letter-new-link-how = Откройте Doorward и отправьте приглашение ещё раз: придёт новое письмо, а старая ссылка так и не будет действовать. Ничего об этом не знаете? Ничего не делайте.

## Новый пароль

letter-reset-subject = Задайте новый пароль
letter-reset-text = Для вашей учётной записи запросили новый пароль. Если это вы, задайте его сейчас.
letter-reset-button = Задать новый пароль
letter-reset-after = Ссылка действует один час и один раз. Это не вы? Ничего не делайте, пароль останется прежним.
letter-provider-connected-subject = Новый способ входа в вашу учётную запись
letter-provider-connected-text = К вашей учётной записи в Doorward подключена учётная запись другого сайта. С ней теперь можно войти от вашего имени.
letter-provider-connected-button = Открыть учётную запись
letter-provider-connected-after = Это были не вы? Отключите её там и сразу задайте новый пароль.
letter-password-changed-subject = Пароль изменён
letter-password-changed-text = Пароль вашей учётной записи изменён, сеансы на других ваших устройствах завершены.
letter-password-changed-after = Это не вы? Сразу задайте новый пароль.
letter-login-why = Вы получили это письмо, потому что с адресом { $contact } входят в вашу учётную запись в Doorward.
letter-new-address-subject = Подтвердите новый адрес
letter-new-address-text = { $name } хочет использовать этот адрес для своей учётной записи в Doorward. Введите этот код на странице, где вы его запросили.
letter-new-address-after = Он действует десять минут. Это были не вы? Тогда ничего не делайте, и ничего не произойдёт.
letter-new-address-why = Вы получили это письмо, потому что адрес { $contact } указан как новый адрес учётной записи в Doorward.
letter-address-changed-subject = У вашей учётной записи другой адрес
letter-address-changed-text = Теперь у вашей учётной записи в Doorward другой адрес. С этим адресом больше нельзя войти, и письма на него больше не приходят.
letter-address-changed-after = Это были не вы? Тогда сразу напишите оператору этого сервера.
letter-address-changed-why = Вы получили это письмо, потому что { $contact } был адресом вашей учётной записи в Doorward.
letter-phone-changed-subject = У вашей учётной записи изменился номер телефона
letter-phone-changed-text = Номер телефона вашей учётной записи в Doorward добавлен, изменён или удалён.

## The digest

letter-digest-subject = { $count ->
    [one] { $count } событие
    [few] { $count } события
    [many] { $count } событий
   *[other] { $count } события
}
letter-digest-text = Вот что произошло со времени прошлого письма.
letter-digest-button = Изменить, как приходят письма
letter-digest-after = Откройте Doorward, чтобы ответить тем, кто ждёт. Всё остаётся там, пока кто-нибудь не ответит.
letter-digest-why = Это письмо приходит раз в день: так выбрано для { $contact }.

## Владельцы

letter-ownership-offered-text = Вы можете стать владельцем организации «{ $organisation }». Владельцу доступно всё, включая удаление организации.
letter-ownership-offered-how = Чтобы согласиться, откройте Doorward в течение 7 дней. До этого ничего не изменится.
letter-ownership-offer-made-text = Предложение стать владельцем организации «{ $organisation }» действует 7 дней. Кому: { $name }. До согласия ничего не изменится.
letter-ownership-accepted-text = Предложение принято. { $name } – владелец организации «{ $organisation }», теперь с полным доступом.
letter-ownership-withdrawn-text = Предложение стать владельцем организации «{ $organisation }» больше не действует. Кому: { $name }.

## Letters and links that lead nowhere, and a request nobody can decide

letter-link-lost-right-text = По ссылке «{ $link }» не удалось присоединиться к организации «{ $organisation }»: { $name }. Автор ссылки { $inviter } больше не может давать этот доступ. Откройте Doorward и создайте новую ссылку.
letter-bounced-text = Приглашение в организацию «{ $organisation }» не дошло: { $name }. Другая сторона окончательно отказалась его принять.
letter-failed-text = Приглашение в организацию «{ $organisation }» не удалось отправить: { $name }.
letter-undelivered-reason = Что ответила другая сторона
letter-undelivered-how = Проверьте адрес и пригласите снова или откройте приглашение в Doorward и скопируйте ссылку.
letter-request-stuck-text = Вы просили принять вас в организацию «{ $organisation }». Дата запроса: { $asked }. Решить его могли бы только вы, а собственный запрос никто не решает. Дайте кому-нибудь ещё право решать запросы или отмените свой.
letter-requester-why = Вы получили это письмо, потому что просили принять вас в организацию «{ $organisation }».

## Management, and the end of accounts and organisations

letter-owner-why = Вы получили это письмо, потому что вы владелец одной из двух организаций.
letter-management-proposed-text = { $name } от имени организации «{ $organisation }» предлагает, чтобы одна из ваших организаций управляла другой. Нужно согласие владельца управляющей организации. До этого ничего не меняется.
letter-management-accepted-text = { $name } – теперь организация «{ $organisation }» под управлением. Кто решает о заявках в управляющей организации, тот ответит и на те, на которые здесь никто не отвечает. Пока здесь нет владельца, действуют её владельцы.
letter-management-ended-text = { $name } – управление организацией «{ $organisation }» или предложение о нём завершено. Теперь она действует сама.
letter-account-closing-text = { $name } закрывает свою учётную запись; это касается организации «{ $organisation }». Учётная запись закроется, когда пройдёт срок ожидания; до этого её можно сохранить. Если это последний владелец, права владельца предлагаются каждому администратору; если никто не согласится, организация будет удалена.
letter-account-deleted-text = { $name }: учётной записи больше нет, и членство в организации «{ $organisation }» завершено.
letter-organisation-deleted-text = Организация «{ $organisation }» удалена, и ваше членство в ней завершено.

## Text messages
# Two messages of 70 letters must hold it; the link stands at the end.

sms-invitation = { $organisation } приглашает вас: { $link }
sms-code = { $code } – ваш код для { $site }. Действует 10 минут. Никому его не сообщайте.
sms-reset = Новый пароль для { $site }: { $link }
sms-account-exists = У вас уже есть учётная запись на { $site }. Вход: { $link }
sms-phone-changed = Номер телефона вашей учётной записи на { $site } изменён. Это были не вы? Напишите оператору { $site }.
