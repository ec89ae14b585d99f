# Слова, общие для окна, страниц и писем.
# $status: имя статуса, например approved; $name: имя человека; $when и $until: записанные даты.

## Уровни доступа

level-owner = Владелец
level-administrator = Администратор
level-finance-manager = Финансовый менеджер
level-manager = Менеджер
level-staff = Сотрудник
level-member = Участник
level-guest = Гость

## Права: что можно делать

permission-members-view = Видеть список участников
permission-members-manage = Добавлять участников, приостанавливать, завершать и продлевать членство
permission-requests-decide = Решать по запросам на вступление
permission-invitations-manage = Отправлять и отзывать приглашения
permission-access-grant = Менять права участников
permission-levels-manage = Создавать и менять уровни доступа
permission-rooms-manage = Создавать и менять помещения
permission-settings-manage = Менять настройки организации
permission-history-view = Читать журнал
permission-history-export = Сохранять журнал в файл
permission-billing-view = Видеть счета
permission-billing-pay = Оплачивать счета
permission-organisation-delete = Удалить организацию
permission-bookings-own = Видеть и менять свои записи
permission-bookings-all = Видеть и менять все записи
permission-clients-view = Видеть клиентов и их контакты
permission-clients-note = Оставлять заметки о клиентах
permission-sales = Продавать и видеть продажи
permission-online-booking = Настраивать онлайн-запись
permission-business-settings = Менять настройки бизнеса
permission-spend-goods = Заказывать товары за счёт организации
permission-spend-bookings = Бронировать за счёт организации
permission-spend-coworking = Заказывать коворкинг за счёт организации
permission-spend-hotel = Заказывать гостиницу за счёт организации
permission-discounts = Пользоваться скидками партнёров
permission-chat = Писать в чат
permission-tasks = Работать с задачами
permission-calendar = Пользоваться календарём
permission-files = Работать с файлами
permission-calls = Участвовать в звонках
access-enters = Входить: { $room }
access-enters-all = Входить во все помещения, в том числе будущие

## Уровни в одном предложении

able-owner = Делать в организации всё, в том числе давать доступ другим
able-administrator = Делать в организации всё, кроме её удаления

## Статусы членства

status-invited = Приглашение
status-requested = Ожидает
status-approved = Подтверждено
status-rejected = Отклонено
status-cancelled = Отменено
status-ended = Завершено
status-expired = Истекло
status-suspended = Приостановлено
status-lapsed = Срок прошёл
status-ahead = Начнётся { $when }

## Кто и что сделал

decided = { $status ->
    [approved] Подтверждено: { $name }, { $when }.
    [rejected] Отклонено: { $name }, { $when }.
    [cancelled] Отменено: { $name }, { $when }.
    [ended] Завершено: { $name }, { $when }.
    [expired] Отмечено как истекшее: { $name }, { $when }.
   *[changed] Изменено: { $name }, { $when }.
}

## Отказы по правилам

refusal-not-found = Здесь такого нет, или доступ к этому закрыт.
refusal-no-access = Доступа к этой организации больше нет.
refusal-forbidden = Ваш уровень доступа этого не включает.
refusal-sign-in-again = Сначала войдите ещё раз: нужен вход не старше 10 минут.
refusal-external-sign-in = Эта организация принимает только вход через внешнюю учётную запись, поэтому приглашения и ссылки не действуют. Изменить это может оператор сервера.
refusal-self = Это нельзя сделать для самого себя.
refusal-address-mismatch = Это приглашение для другого адреса.
refusal-wrong-status = { $status ->
    [invited] Приглашение ещё открыто.
    [requested] Запрос ещё ожидает решения.
    [approved] Членство уже подтверждено.
    [rejected] Уже отклонено.
    [cancelled] Уже отменено.
    [ended] Членство завершено.
   *[expired] Членство истекло.
}
refusal-expired = Это больше не действует: срок прошёл.
refusal-used-up = Ссылкой воспользовалось столько людей, сколько разрешено.
refusal-not-accepting = Сейчас эта организация не принимает запросы на вступление.
refusal-offer-void = Предложение больше не действует.
refusal-not-accepted = Согласие не получено.
refusal-changed-meanwhile = Тем временем это изменили. Выберите, что оставить.
refusal-target-above = У этого человека больше прав, чем у вас.
refusal-above-link = По ссылке столько прав не дают. Пригласите по адресу.
refusal-above-giver = Так вы дали бы больше прав, чем есть у вас.
refusal-room-not-held = Это помещение не открыто для вас.
refusal-dates = Такие даты невозможны.
refusal-plan-required = Тариф организации этого не включает: нужен тариф Pro. Тариф меняет оператор сервера.
refusal-giver-lost-right = У отправителя приглашения больше нет права давать этот доступ. Организация об этом знает.
refusal-needs-acceptance = Владельцем можно стать только с собственного согласия.
refusal-level-in-use = Уровень доступа используется. Выберите, что его заменит.
refusal-site-in-use = В этом месте ещё есть помещения, или оно единственное. Сначала перенесите или уберите помещения.
refusal-already-member = Членство уже есть.
refusal-already-open = Уже есть открытый запрос или приглашение.
refusal-already-invited = На этот адрес уже есть открытое приглашение.
refusal-request-waiting = Запрос этого человека ожидает решения.
refusal-other-domain = Эта ссылка для адресов на { $domains }.
refusal-person-left = Последним словом этого человека был отказ или уход. Отправьте приглашение.
refusal-no-account = Организация не знает такой учётной записи.
refusal-too-soon = Снова отправить запрос можно с { $until }.
refusal-not-texted = Отсюда SMS в эту страну не отправляются. Укажите электронную почту или дайте ссылку.
refusal-limit = { $which ->
    [contact] На этот адрес отсюда уже отправлено столько приглашений, сколько можно за сутки. Попробуйте завтра.
    [everywhere] Этот адрес уже получил за сутки столько приглашений, сколько можно от всех организаций вместе. Попробуйте завтра.
    [organisation] Ваша организация отправила сегодня столько приглашений, сколько можно за день. Попробуйте завтра.
    [stopped] На этот адрес отсюда больше не отправляются приглашения, и повторная попытка этого не изменит. Свяжитесь с человеком иначе.
    [kept] Сохранено уже столько, сколько можно. Сначала удалите что-нибудь.
   *[other] Достигнут предел. Попробуйте позже.
}
refusal-invalid = Одно из полей заполнено неверно.
refusal-one-step = Управление идёт только на один шаг: кто управляет другой организацией, тот сам не управляется.
refusal-has-members = В организации есть участники помимо владельцев. Сначала завершите их членство.
refusal-manages-ownerless = Эта организация управляет другой, у которой нет своего бессрочного владельца. Сначала назначьте там владельца.
refusal-last-owner = Владелец должен остаться. Сначала назначьте другого владельца.
refusal-unknown = Сервер отказал по причине, которой эта версия Doorward не знает. Обновите Doorward, чтобы её прочитать.

## Сбои запроса к серверу

problem-malformed = Сервер не понял запрос.
problem-wrong-content-type = Сервер не принимает такое содержимое.
problem-too-large = Это больше, чем принимает сервер.
problem-signed-out = Войдите, чтобы продолжить.
problem-sign-in-failed = Адрес или пароль не подходят.
problem-not-found = Здесь такого нет, или доступ к этому закрыт.
problem-wrong-method = Этот адрес так не работает.
problem-id-reused = Это уже отправлялось с другим содержимым.
problem-bad-cursor = Список начинается заново.
problem-no-longer-works = Это больше не действует.
problem-too-many = Слишком много попыток. Подождите немного и попробуйте снова.
problem-update-needed = Эта версия Doorward слишком старая для сервера. Обновите её.
problem-foreign-origin = Это пришло с другого сайта и не выполнено.
problem-unknown-host = По этому адресу сервер не отвечает.
problem-invalid = Одно из полей заполнено неверно.
problem-refused = В этом отказано.
problem-unavailable = Сервер сейчас не может ответить. Попробуйте чуть позже.
problem-store-full = На сервере не осталось места. Ничего не изменено.

## Уведомления окна

no-name = Имя не указано
notify-news = { $count ->
    [one] { $count } новое уведомление
    [few] { $count } новых уведомления
    [many] { $count } новых уведомлений
   *[other] { $count } нового уведомления
}
notify-refused = { $count ->
    [one] Вас ждёт { $count } изменение
    [few] Вас ждут { $count } изменения
    [many] Вас ждут { $count } изменений
   *[other] Вас ждут { $count } изменения
}
notify-review = Рассмотреть
notify-later = Позже
notify-requests = { $count ->
    [one] Ожидает { $count } человек
    [few] Ожидают { $count } человека
    [many] Ожидают { $count } человек
   *[other] Ожидают { $count } человека
}

## Значок в области уведомлений

tray-waiting = { $count ->
    [0] Никто не ожидает
    [one] Ожидает { $count } человек
    [few] Ожидают { $count } человека
    [many] Ожидают { $count } человек
   *[other] Ожидают { $count } человека
}
tray-open = Открыть запросы
tray-pause = Приостановить уведомления на 1 час
tray-quit = Закрыть Doorward
import-running = Приглашаем: { $done } из { $total }
import-paused-at = Приостановлено: { $done } из { $total }
invite-people = Пригласить людей

## О чём сообщают: темы писем, строки колокольчика и уведомлений

letter-invitation-subject = { $inviter } приглашает вас: { $organisation }
letter-request-subject = Запрос на вступление: { $name }, { $organisation }
letter-approved-subject = Запрос подтверждён: { $organisation }
letter-declined-subject = Запрос отклонён: { $organisation }
letter-accepted-subject = Приглашение принято: { $name }
letter-invitation-declined-subject = Приглашение отклонено: { $name }
letter-giver-lost-right-subject = Приглашение не удалось принять: { $organisation }
letter-added-subject = Членство подтверждено: { $organisation }
letter-grant-changed-subject = Доступ изменён: { $organisation }
letter-suspended-subject = Членство приостановлено: { $organisation }
letter-resumed-subject = Членство возобновлено: { $organisation }
letter-ended-subject = Членство завершено: { $organisation }
letter-renewed-subject = Членство продлено: { $organisation }
letter-invitation-waits-subject = Приглашение ждёт ответа: { $organisation }
letter-invitation-ends-subject = Срок приглашения подходит к концу: { $organisation }
letter-request-waits-subject = Запрос ждёт ответа: { $name }, { $organisation }
letter-request-escalates-subject = Запрос ждёт слишком долго: { $name }, { $organisation }
letter-membership-ends-subject = Членство скоро закончится: { $organisation }
letter-new-link-subject = Просьба о новой ссылке: { $name }, { $organisation }
letter-ownership-offered-subject = Вам предлагают стать владельцем: { $organisation }
letter-ownership-offer-made-subject = { $organisation }: предложено стать владельцем – { $name }
letter-ownership-accepted-subject = { $organisation }: новый владелец – { $name }
letter-ownership-withdrawn-subject = { $organisation }: предложение стать владельцем отозвано
letter-link-lost-right-subject = По ссылке «{ $link }» не присоединиться: { $organisation }
letter-bounced-subject = Приглашение вернулось: { $name }
letter-failed-subject = Приглашение не удалось отправить: { $name }
letter-request-stuck-subject = Ваш запрос больше никто не может решить: { $organisation }
letter-management-proposed-subject = { $organisation } просит об управлении
letter-management-accepted-subject = { $organisation }: управление принято
letter-management-ended-subject = { $organisation }: управление завершено
letter-account-closing-subject = { $name }: учётная запись закрывается
letter-account-deleted-subject = { $name }: учётная запись удалена
letter-organisation-deleted-subject = { $organisation }: организация удалена
letter-invitation-subject-operator = Приглашение: { $organisation }
bell = Уведомления
bell-unread = { $count ->
    [one] { $count } непрочитанное
    [few] { $count } непрочитанных
    [many] { $count } непрочитанных
   *[other] { $count } непрочитанного
}
bell-read-all = Отметить все прочитанными
bell-older = Показать более ранние
bell-nothing = Пока ничего
bell-nothing-text = Здесь будут запросы, ответы и всё остальное, о чём вам сообщают.
bell-new = не прочитано
bell-decided = { $by }: ответ на запрос дан. { $name }, { $organisation }
bell-requests-handed = Запросы ждут вашего ответа: { $organisation }
bell-decided-nobody = На запрос дан ответ: { $name }, { $organisation }
bell-membership-ends-soon = Членство заканчивается через неделю: { $organisation }
bell-unknown = Новости: { $organisation }
