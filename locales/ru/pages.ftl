# Страницы для приглашённых и желающих вступить.
# $organisation, $inviter и $name: имена; $contact: адрес; $when: записанная дата.

language-name = Русский
date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year }
date-time = { $date }, { $time } UTC

## Каждая страница

page-language = Язык
page-signed-in = Вход выполнен: { $contact }
page-errors = Проверьте эти поля
page-optional = необязательно
page-sign-in = Войти
page-sign-up = Создать учётную запись
page-sign-out = Выйти
page-me = Мои членства
page-cancel = Назад
card-empty = Имя и фамилия

## Регистрация

sign-up-title = Новая учётная запись
sign-up-for = для организации «{ $organisation }»
sign-up-button = Создать учётную запись
sign-up-have = Уже есть учётная запись?
sign-up-preview = Показать, как меня увидят
field-name = Имя и фамилия
field-name-hint = Так вас будут видеть другие.
field-email = Адрес электронной почты
field-email-fixed = Приглашение отправлено на этот адрес. Он станет вашим логином.
field-password = Пароль
field-password-hint = Не короче { $length } символов. Несколько слов подряд легко запомнить.
error-name = Напишите имя и фамилию: не длиннее 80 символов, без адресов сайтов.
error-email = Напишите адрес полностью, например anna@example.com.
error-password-short = Пароль должен быть не короче { $length } символов.
error-password-long = Пароль должен быть не длиннее { $length } символов.
error-password-common = Этот пароль есть в списках, с которых начинают взломщики. Выберите другой.
error-password-context = Этот пароль состоит из имён, которые здесь легко угадать. Выберите другой.
check-mail-title = Проверьте почту
check-mail-text = Письмо отправлено на адрес { $contact }. Откройте ссылку из него, чтобы подтвердить адрес. Она действует 24 часа.
check-mail-hint = Письма нет через несколько минут? Загляните в спам или зарегистрируйтесь ещё раз.

## Вход и выход

sign-in-title = Вход
sign-in-button = Войти
sign-in-none = Ещё нет учётной записи?
sign-out-title = Выйти?
sign-out-text = В этом браузере завершится сеанс { $contact }. Ваши членства останутся как есть.
signed-out-title = Сеанс завершён
signed-out-text = Теперь в этом браузере никто не работает под учётной записью.

## Подтверждение адреса

confirm-title = Подтвердите адрес
confirm-text = { $contact } станет логином учётной записи «{ $name }».
confirm-not-you = Ваш адрес указал кто-то другой? Закройте страницу, и ничего не произойдёт.
confirm-button = Подтвердить адрес
confirmed-notice = Адрес подтверждён. Войдите, чтобы продолжить.
confirm-dead-title = Ссылка больше не действует
confirm-dead-text = Она уже использована, или прошли её 24 часа. Войдите или зарегистрируйтесь ещё раз, чтобы получить новое письмо.

## Вступление

join-title = Вас приглашает { $inviter }
join-title-operator = Приглашение в организацию «{ $organisation }»
join-title-link = Вступить в организацию «{ $organisation }»
join-message = { $inviter } пишет
join-able = Что вы сможете делать
join-level = Уровень доступа: { $level }
join-room = Входить: { $room }
join-all-rooms = Входить во все помещения
join-from = С { $when }
join-until = До { $when }
join-for = Приглашение для { $contact }.
join-signed-in = Сейчас открыта учётная запись { $contact }.
join-works-until = Ссылка действует до { $when }.
join-stranger = Имя { $inviter } вам незнакомо? Закройте страницу, и ничего не произойдёт.
join-stranger-link = Организация «{ $organisation }» вам незнакома? Закройте страницу, и ничего не произойдёт.
join-accept = Принять приглашение
join-decline = Отклонить
join-continue = Продолжить
join-have-account = Войти со своей учётной записью
join-another = Войти с другой учётной записью
join-ask-as = Отправить запрос от имени: { $name }
join-link-button = Вступить
join-link-ask = Отправить запрос
join-link-approval = Сначала решение примет «{ $organisation }».
join-done-title = Добро пожаловать: { $organisation }
join-done-text = Членство подтверждено. Доступ уже действует.
join-asked-title = Запрос отправлен
join-asked-text = { $organisation } знает о нём. Ответ появится здесь и придёт на адрес { $contact }.
join-declined-title = Приглашение отклонено
join-declined-text = { $organisation } знает об этом. Страницу можно закрыть.
join-expired-title = Срок приглашения прошёл
join-expired-text = Попросите новое. Отправитель: { $inviter }.
join-expired-link-text = Попросите новую ссылку там, где получили эту.
join-revoked-title = Приглашение отозвано
join-revoked-text = Его отозвала организация «{ $organisation }». Если это ошибка, обратитесь к отправителю: { $inviter }.
join-refused-title = Приглашение было отклонено
join-refused-text = Принять его больше нельзя. Попросите новое. Отправитель: { $inviter }.
join-used-title = Приглашение уже использовано
join-used-text = По нему уже вступили. Если это были вы, войдите с той же учётной записью.
join-used-up-title = Ссылка исчерпана
join-used-up-text = По ней вступило столько людей, сколько разрешено. Попросите новую.
join-closed-title = Ссылка закрыта
join-closed-text = Её закрыла организация «{ $organisation }». Попросите новую.
join-unknown-title = Ссылка не действует
join-unknown-text = Возможно, рабочая ссылка в более новом письме, или при копировании потерялась часть адреса.
join-lost-title = Откройте ссылку ещё раз
join-lost-text = Через десять минут страница забывает ссылку. Откройте её снова из письма.
join-member-title = Членство уже есть: { $organisation }
join-member-text = Больше ничего делать не нужно.
join-refusal-title = Сейчас это невозможно

## Страница сообщества

community-title = Вступить: { $organisation }
community-text = Отправьте запрос. В организации «{ $organisation }» его прочитают и ответят.
community-account-first = Чтобы отправить запрос, нужна учётная запись: на неё придёт ответ.
field-position = Ваша должность
field-note = Примечание
field-note-hint = Кто вы и почему хотите вступить. Прочитают только те, кто решает.
community-answer-to = Ответ появится здесь и придёт на адрес { $contact }.
community-answer-here = Ответ появится здесь.
community-send = Отправить запрос
community-closed-title = Здесь не принимают запросы
community-closed-text = Такого сообщества нет, или сейчас оно не принимает запросы.
community-open-title = Запрос уже отправлен
community-open-text = Запрос в организацию «{ $organisation }» ждёт ответа, или для вас открыто приглашение. Оно среди ваших членств.
error-too-long = Сократите текст до { $length } символов.
error-answer = Ответьте на этот вопрос.

## Мои членства

me-title = Мои членства
me-text = Участники получают преимущества своего сообщества. Чтобы сменить должность, напишите его администратору.
me-none-title = Членств пока нет
me-none-text = Состоите в одном из здешних сообществ? Отправьте ему запрос или откройте ссылку из приглашения.
me-asked = отправлено { $when }
me-since = с { $when }
me-invited = приглашение от { $when }
me-ended = до { $when }
me-withdraw = Отменить запрос
me-withdrawn = Запрос отменён: { $organisation }.
me-past = { $count ->
    [one] { $count } прежнее членство
    [few] { $count } прежних членства
    [many] { $count } прежних членств
   *[other] { $count } прежнего членства
}

## Когда что-то не получается

limit-title = Слишком много попыток
limit-text = { $seconds ->
    [one] Подождите { $seconds } секунду и попробуйте снова.
    [few] Подождите { $seconds } секунды и попробуйте снова.
    [many] Подождите { $seconds } секунд и попробуйте снова.
   *[other] Подождите { $seconds } секунды и попробуйте снова.
}
foreign-title = Это пришло с другого сайта
foreign-text = Ничего не изменено. Откройте страницу здесь и попробуйте снова.
lost-title = Такой страницы нет
lost-text = Возможно, адрес неверный или страница для вас закрыта.
broken-title = Не получилось

## Новый пароль

sign-in-forgot = Забыли пароль?
forgot-title = Новый пароль
forgot-text = Укажите адрес, с которым входите. На него придёт письмо со ссылкой.
forgot-button = Отправить письмо
forgot-sent-text = Если с адресом { $contact } есть учётная запись, письмо уже в пути. Откройте ссылку из него, чтобы задать новый пароль. Она действует один час.
forgot-sent-hint = Письма нет через несколько минут? Проверьте папку со спамом или попробуйте другой свой адрес.
reset-title = Новый пароль
reset-text = После этого сеансы на всех устройствах завершатся, войти можно будет с новым паролем.
reset-button = Изменить пароль
reset-done = Пароль изменён. Войдите с новым паролем.
reset-dead-text = Она уже использована, рабочая ссылка в более новом письме, или её час прошёл.
reset-again = Отправить новое письмо
field-login = Логин
field-new-password = Новый пароль

## Ещё о вступлении

join-card = Так вас увидят другие
join-not-bookings = Чужие записи: не входит
join-not-clients = Контакты клиентов: не входит
join-not-members = Управление людьми: не входит
join-gone-title = Организация закрыта
join-gone-text = Организация «{ $organisation }» больше никого не принимает. Ссылка не действует.
join-expired-link-title = Срок ссылки прошёл
join-expired-can-ask = Здесь можно попросить новую ссылку. Письмо с ней придёт на адрес, который приглашали.
join-expired-ask = Попросить новую ссылку: { $inviter }
join-expired-ask-all = Попросить новую ссылку: { $organisation }
join-expired-asked-title = Просьба о новой ссылке отправлена
join-expired-asked-text = Просьба о новой ссылке отправлена в организацию «{ $organisation }». Когда ссылку отправят, она придёт письмом.

## Выбор сообщества

choose-title = Вступить в сообщество
choose-text = Участники получают привилегии резидентов. Состоите в одном из этих сообществ? Отправьте ему запрос.
choose-none-title = Нет сообществ для вступления
choose-none-text = Сейчас ни одно сообщество не принимает запросы. По приглашению можно вступить в любое время: откройте его ссылку.
choose-none-yet = Выберите сообщество
choose-later = { $organisation }: с { $when }
choose-left-out = { $count ->
    [one] { $count } сообщество не показано: вы уже в нём или отправили запрос.
    [few] { $count } сообщества не показаны: вы уже в них или отправили запрос.
    [many] { $count } сообществ не показаны: вы уже в них или отправили запрос.
   *[other] { $count } сообщества не показаны: вы уже в них или отправили запрос.
}
choose-skip = Пропустить
choose-later-hint = Это можно сделать в любое время со страницы ваших членств.
field-community = Сообщество
error-community = Выберите сообщество из списка.
community-card = Так вас увидят

## Что делают с членством

me-until = до { $when }
me-visible = Показывать в открытом списке
me-shown = Теперь вы в открытом списке: { $organisation }.
me-hidden = Вас больше нет в открытом списке: { $organisation }.
me-leave = Выйти…
me-leave-text = Доступ в организации «{ $organisation }» сразу прекратится, и там увидят, что вы вышли. Чтобы вернуться, нужны новое приглашение или запрос.
me-leave-button = Выйти: { $organisation }
me-left = Членство завершено: { $organisation }.
me-last-owner = Других владельцев нет. Прежде чем выйти, сделайте владельцем другого человека.
me-request = Отправить запрос в другое сообщество
me-request-first = Отправить запрос в сообщество
me-accepted = Добро пожаловать: { $organisation }. Членство подтверждено.
me-declined = Приглашение отклонено: { $organisation }.
me-stuck = Решить этот запрос могли бы только вы, а собственный запрос никто не решает. Дайте кому-нибудь ещё право решать запросы или отмените свой.
limit-minutes = { $minutes ->
    [one] Подождите { $minutes } минуту и попробуйте снова.
    [few] Подождите { $minutes } минуты и попробуйте снова.
    [many] Подождите { $minutes } минут и попробуйте снова.
   *[other] Подождите { $minutes } минуты и попробуйте снова.
}
