# Окно программы. Имена стоят в именительном падеже: фразы построены вокруг них.
# $name: имя человека или организации, $count: число, $when: записанное время, $level: уровень доступа.

## Окно

navigation = Разделы
organisation = Организация
all-organisations = Все организации
no-organisation = Нет организаций
organisation-waiting = { $name } ({ $count })
language = Язык
sign-out-of = Выйти: { $name }
close = Закрыть
cancel = Отмена
dismiss = Скрыть сообщение
loading = Загрузка…
try-again = Повторить
discard = Убрать
undo = Отменить
undone = Отменено. Ничего не отправлено.
no-name = Имя не указано
people = Люди
invitations = Приглашения
levels = Уровни доступа
history = Журнал
settings = Настройки
panel-width = Ширина панели
layers = Меню
search = Поиск
invite-people = Пригласить людей
choose-organisation = Выберите организацию
choose-organisation-text = Этот экран показывает одну организацию.
everything-sent = Всё отправлено.
offline-old = Данные на { $when }.
keys-go-to = Перейти: { $name }
saved-views = Сохранённые виды
organisation-menu = Организация: { $name }
organisation-waits = { $count ->
    [one] ожидает { $number }
    [few] ожидают { $number }
    [many] ожидают { $number }
   *[other] ожидает { $number }
}
invitations-failed = { $count ->
    [one] { $count } не доставлено
    [few] { $count } не доставлены
    [many] { $count } не доставлено
   *[other] { $count } не доставлено
}

## Вход и выход

sign-in-heading = Вход в Doorward
sign-in-lead = С учётной записью на сервере вашей организации.
sign-in = Войти
signing-in = Выполняется вход…
server-address = Адрес сервера
server-address-hint = Например, https://doorward.example.com
email = Электронная почта
password = Пароль
field-missing = Заполните это поле.
sign-in-again = Войдите снова, чтобы продолжить
sign-in-again-clean = Срок входа истёк. Ничего не потеряно.
sign-in-again-unsent = { $count ->
    [one] { $count } изменение хранится на этом компьютере и будет отправлено после входа.
    [few] { $count } изменения хранятся на этом компьютере и будут отправлены после входа.
    [many] { $count } изменений хранятся на этом компьютере и будут отправлены после входа.
   *[other] { $count } изменения хранятся на этом компьютере и будут отправлены после входа.
}
sign-out = Выйти
sign-out-clean = Сведения об организациях, которые хранятся на этом компьютере, будут удалены.
sign-out-unsent = { $count ->
    [one] { $count } изменение ещё не отправлено. Его можно сохранить на этом компьютере до следующего входа или убрать.
    [few] { $count } изменения ещё не отправлены. Их можно сохранить на этом компьютере до следующего входа или убрать.
    [many] { $count } изменений ещё не отправлены. Их можно сохранить на этом компьютере до следующего входа или убрать.
   *[other] { $count } изменения ещё не отправлены. Их можно сохранить на этом компьютере до следующего входа или убрать.
}
sign-out-keep = { $count ->
    [one] Сохранить { $count } изменение и выйти
    [few] Сохранить { $count } изменения и выйти
    [many] Сохранить { $count } изменений и выйти
   *[other] Сохранить { $count } изменения и выйти
}
sign-out-discard = { $count ->
    [one] Убрать { $count } изменение
    [few] Убрать { $count } изменения
    [many] Убрать { $count } изменений
   *[other] Убрать { $count } изменения
}

## Связь с сервером

sync-idle = Обновлено
sync-idle-since = Обновлено { $when }
sync-working = Обновление…
sync-sending = { $count ->
    [one] Отправляется { $count } изменение…
    [few] Отправляются { $count } изменения…
    [many] Отправляются { $count } изменений…
   *[other] Отправляются { $count } изменения…
}
sync-offline = Нет связи
sync-offline-since = Нет связи, обновлено { $when }
sync-signed-out = Войдите снова
sync-update-needed = Нужно обновление
banner = Состояние этого компьютера
offline = Нет связи с сервером.
offline-unsent = { $count ->
    [one] { $count } изменение сохранено на этом компьютере и будет отправлено, когда связь вернётся.
    [few] { $count } изменения сохранены на этом компьютере и будут отправлены, когда связь вернётся.
    [many] { $count } изменений сохранены на этом компьютере и будут отправлены, когда связь вернётся.
   *[other] { $count } изменения сохранены на этом компьютере и будут отправлены, когда связь вернётся.
}
needs-you = { $count ->
    [one] { $count } изменение ждёт вас
    [few] { $count } изменения ждут вас
    [many] { $count } изменений ждут вас
   *[other] { $count } изменения ждут вас
}
needs-you-text = Сервер не принял то, о чём его попросили.
review-changes = Посмотреть изменения
update-needed = Эта версия Doorward устарела для сервера.
update-needed-text = Сохранённое на этом компьютере останется здесь. Обновите Doorward, чтобы отправить его.
sync-sending-of = Отправка: { $done } из { $count }…

## Запросы

requests = Запросы
requests-count = { $count ->
    [one] { $count } запрос
    [few] { $count } запроса
    [many] { $count } запросов
   *[other] { $count } запроса
}
as-of = По состоянию на { $when }
no-requests = Никто не ждёт.
no-requests-text = Новые запросы на вступление появятся здесь сами.
next-request = { $count ->
    [one] Дальше: { $name }, остался { $count }.
    [few] Дальше: { $name }, осталось { $count }.
    [many] Дальше: { $name }, осталось { $count }.
   *[other] Дальше: { $name }, осталось { $count }.
}
waits-just-now = Только что
asked-to-join = Запрос на вступление
position = Должность
no-position = Должность не указана
note = Комментарий
quoted = «{ $text }»
answer = Ответ
came-by = Источник
came-by-form = Форма запроса, { $when }
came-by-link = Ссылка, { $when }
access-question = Что сможет делать { $name }?
access-proposed = Этот уровень предлагается для запросов. Изменить его можно в любой момент.
access-barred = Некоторые уровни здесь дать нельзя. { $why }
access-more = { $count ->
    [one] Показать ещё { $count }
    [few] Показать ещё { $count }
    [many] Показать ещё { $count }
   *[other] Показать ещё { $count }
}
included = входит
not-included = Не входит в этот уровень
level-of-its-own = Свой уровень доступа
approve = Подтвердить
approved = Запрос подтверждён: { $name }, { $level }.
decline = Отклонить
declined = Запрос отклонён: { $name }.
decline-name = Отклонить: { $name }
decline-why = Почему?
decline-message = Этот текст увидит автор запроса. Его можно изменить.
decline-needs-reason = Напишите почему: это увидит автор запроса.
reason-not-ours = Не наш сотрудник
reason-not-ours-text = Мы не знаем вас как нашего сотрудника.
reason-duplicate = Повтор
reason-duplicate-text = У вас уже есть другой запрос или членство.
reason-more = Нужны сведения
reason-more-text = Отправьте новый запрос и расскажите о себе подробнее: чем вы здесь занимаетесь и кто вас знает.
reason-other = Другое
to-be-checked = Сервер это проверит.
undo-hint = Отменить можно в течение 10 секунд.

## Изменения без сети

outbox = Изменения без сети
outbox-saved = { $count ->
    [one] { $count } ещё не отправлено
    [few] { $count } ещё не отправлены
    [many] { $count } ещё не отправлено
   *[other] { $count } ещё не отправлено
}
outbox-empty = Всё отправлено.
outbox-empty-text = Решения, принятые без сети, надёжно хранятся здесь, пока не дойдут до сервера.
outbox-needs-you = Ждут вас
outbox-waiting = Ждут отправки
outbox-sent = Отправлены
send-now = Отправить сейчас
send-now-offline = Нет связи с сервером.
kept-in-memory = На этом компьютере нет связки ключей, поэтому на диск ничего не пишется. Неотправленное пропадёт, когда вы закроете Doorward.
closing = Закрыть Doorward?
closing-unsent = { $count ->
    [one] { $count } изменение ещё не отправлено. На этом компьютере нет связки ключей, на диск ничего не пишется, и оно пропадёт, когда вы закроете Doorward.
    [few] { $count } изменения ещё не отправлены. На этом компьютере нет связки ключей, на диск ничего не пишется, и они пропадут, когда вы закроете Doorward.
    [many] { $count } изменений ещё не отправлены. На этом компьютере нет связки ключей, на диск ничего не пишется, и они пропадут, когда вы закроете Doorward.
   *[other] { $count } изменения ещё не отправлены. На этом компьютере нет связки ключей, на диск ничего не пишется, и они пропадут, когда вы закроете Doorward.
}
closing-stay = Не закрывать
closing-anyway = Всё равно закрыть
made-at = Сделано { $when }
entry-held = { $seconds ->
    [one] Отправка через { $seconds } секунду
    [few] Отправка через { $seconds } секунды
    [many] Отправка через { $seconds } секунд
   *[other] Отправка через { $seconds } секунды
}
entry-waiting = Ожидает
entry-sending = Отправляется
entry-applied = Отправлено
entry-no-change = Без изменений
entry-refused = Не принято
entry-stuck = Не уходит
stuck-text = Сервер несколько раз не смог это принять. Повторите или уберите.
doubt = Сервер, вероятно, этого не примет. { $why }
already = Уже сделано: { $name }, { $when }.
already-so = Так уже было.
author-system = Doorward
author-operator = Оператор сервера
command-approve-request = Подтвердить: { $name }, { $level }
command-approve-request-plain = Подтвердить: { $name }
command-decline-request = Отклонить: { $name }
command-other = Изменение: { $name }

## Что не удалось на этом компьютере

failure-offline = Нет связи с сервером. Проверьте адрес и подключение.
failure-wrong-address = Это не адрес сервера Doorward. Он начинается с https://
failure-not-saved = Не удалось сохранить на этом компьютере. Возможно, диск заполнен.
failure-keychain-locked = Связка ключей этого компьютера закрыта. Откройте её и повторите.
failure-in-use = Doorward уже открыт.
failure-already-sent = Это уже отправлено, отменить нельзя.
failure-no-change = Так уже есть.
failure-unknown = Что-то не получилось. Ничего не потеряно. Повторите.

## Клавиатура

keys = Клавиатура
keys-hint = J и K: соседний запрос, A: подтвердить, R: отклонить, от 1 до 5: уровень доступа.
keys-move = Следующий и предыдущий запрос
keys-everywhere = Везде
keys-go = Перейти
keys-lists = В списках
keys-requests = В запросах
keys-offline = При расхождении
keys-actions = Действия с выбранным
keys-filter = Фильтр списка
keys-undo = Отменить последнее действие
keys-region = Следующая часть окна
keys-region-back = Предыдущая часть окна
keys-back = Назад
keys-forward = Вперёд
keys-organisation = Организация с 1 по 9
keys-next = Следующая строка
keys-previous = Предыдущая строка
keys-extend = Расширить выделение
keys-page = Страница вверх, вниз
keys-end = В начало, в конец
keys-tick = Отметить
keys-tick-all = Отметить всё найденное
keys-open = Открыть панель
keys-step-back = Шаг назад: отметки, панель, фильтр
keys-approve-alike = Подтвердить, и следующий с тем же уровнем
keys-level = Выбрать уровень доступа
keys-snooze = Отложить
keys-keep-theirs = Оставить чужое
keys-use-mine = Взять своё
keys-per-line = Выбрать по строкам
keys-or = или
keys-then = затем
keys-off = Одиночные клавиши выключены в настройках.
key-space = Пробел

## Уведомления

notify-request = { $organisation }: запрос на вступление, { $name }
notify-requests = { $count ->
    [one] { $count } новый запрос
    [few] { $count } новых запроса
    [many] { $count } новых запросов
   *[other] { $count } нового запроса
}

## Поиск и команды

palette = Поиск и команды
palette-hint = Что найти?
palette-go = Перейти
palette-people = Люди
palette-commands = Команды
palette-recent = Недавние действия
palette-nothing = Ничего не найдено: «{ $text }».
palette-count = { $count ->
    [one] { $count } результат
    [few] { $count } результата
    [many] { $count } результатов
   *[other] { $count } результата
}
use-theme-light = Светлая тема
use-theme-dark = Тёмная тема
use-theme-system = Тема как в системе
undo-of = Отменить: { $text }
reverse-decline-request = Вернуть запрос: { $name }
reverse-suspend-member = Возобновить: { $name }
reverse-resume-member = Приостановить: { $name }
reverse-approve-request = Завершить членство: { $name }

## Списки

find-clear = Очистить поиск
filter-clear = Убрать фильтр: { $name }
filters = Фильтры
ticks-clear = Снять отметки
ticked = { $count ->
    [one] Отмечена { $count } строка
    [few] Отмечены { $count } строки
    [many] Отмечено { $count } строк
   *[other] Отмечено { $count } строки
}
tick-all = { $count ->
    [one] Выбрать { $count }
    [few] Выбрать все { $count }
    [many] Выбрать все { $count }
   *[other] Выбрать все { $count }
}
ticking = { $count ->
    [one] Пока выбрана { $count } строка…
    [few] Пока выбраны { $count } строки…
    [many] Пока выбрано { $count } строк…
   *[other] Пока выбрано { $count } строки…
}
nobody-matches = Никто не подходит.
nobody-matches-search = По запросу «{ $text }» никого нет.
filter-all-clear = Убрать фильтр
changed-just-now = Только что изменено: { $name }.
changed-by = Изменено: { $name }, { $when }.
changed-meanwhile = За это время здесь что-то изменилось.
show-change = Показать
look-first = Сначала посмотрите, что изменилось.
