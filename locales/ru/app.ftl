# Окно программы. Имена стоят в именительном падеже: фразы построены вокруг них.
# $name: имя человека или организации, $count: число, $when: записанное время, $level: уровень доступа.

## Окно

navigation = Разделы
organisation = Организация
all-organisations = Все организации
no-organisation = Нет организаций
no-organisation-text = Спросите того, кто вас пригласил, или откройте ссылку из приглашения.
language = Язык
sign-out-of = Выйти: { $name }
close = Закрыть
with-keys = { $text } ({ $keys })
cancel = Отмена
dismiss = Скрыть сообщение
loading = Загрузка…
try-again = Повторить
discard = Убрать
undo = Отменить
undone = Отменено. Ничего не отправлено.
people = Люди
invitations = Приглашения
levels = Уровни доступа
history = Журнал
settings = Настройки
panel-width = Ширина панели
layers = Меню
search = Поиск
choose-organisation = Выберите организацию
choose-organisation-text = Этот экран показывает одну организацию.
everything-sent = Всё отправлено.
offline-old = Данные на { $when }.
keys-go-to = Перейти: { $name }
saved-views = Сохранённые виды
organisation-offered = Вам предлагают владение
organisation-asked = Вас просят управлять
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
failed-safe = Данные на этом компьютере и ваши решения в сохранности.
details-copy = Скопировать подробности
details-copied = Подробности в буфере обмена.

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
sync-offline = Нет связи
sync-offline-since = Нет связи · { $when }
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
offline-unsaved = { $count ->
    [one] { $count } изменение ждёт связи. Если закрыть Doorward, оно пропадёт.
    [few] { $count } изменения ждут связи. Если закрыть Doorward, они пропадут.
    [many] { $count } изменений ждут связи. Если закрыть Doorward, они пропадут.
   *[other] { $count } изменения ждут связи. Если закрыть Doorward, они пропадут.
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
needs-you-now = { $count ->
    [one] { $count } изменение ждёт вас.
    [few] { $count } изменения ждут вас.
    [many] { $count } изменений ждут вас.
   *[other] { $count } изменения ждут вас.
}
needs-you-conflict = Тем временем этого же человека касается другое изменение: { $name }.

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
waits-just-now = только что
asked-to-join = Запрос на вступление
position = Должность
no-position = Должность не указана
position-change = Изменить должность
position-set = Должность изменена: { $name }.
note = Комментарий
quoted = «{ $text }»
answer = Ответ
came-by = Источник
came-by-form = Форма запроса, { $when }
came-by-link = Ссылка, { $when }
access-question = Что сможет делать { $name }?
access-barred = Некоторые уровни здесь дать нельзя.
access-proposed-lowest = Наименьший подходящий уровень. Изменить его можно в любой момент.
access-proposed-settings = Этот уровень предлагают для запросов настройки. Изменить его можно в любой момент.
access-proposed-nearest = Уровень из настроек для запросов или ближайший, который вы можете дать. Изменить его можно в любой момент.
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
decline-message-in = Этот текст увидит автор запроса. Язык автора: { $language }.
decline-message-each = Каждый увидит этот текст на своём языке. Его можно изменить: тогда все увидят то, что вы написали.
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
waits-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}

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
outbox-sent = Отправлено сегодня
outbox-batch-waiting = { $count ->
    [one] { $number } приглашение ждёт отправки
    [few] { $number } приглашения ждут отправки
    [many] { $number } приглашений ждут отправки
   *[other] { $number } приглашения ждут отправки
}
outbox-batch-refused = { $count ->
    [one] { $number } строка отклонена
    [few] { $number } строки отклонены
    [many] { $number } строк отклонены
   *[other] { $number } строки отклонены
}
outbox-batch-sent = { $count ->
    [one] { $number } приглашение дошло до сервера
    [few] { $number } приглашения дошли до сервера
    [many] { $number } приглашений дошли до сервера
   *[other] { $number } приглашения дошли до сервера
}
outbox-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
send-now = Отправить сейчас
send-now-offline = Нет связи с сервером.
kept-in-memory = Вы работаете без хранилища ключей и без парольной фразы, поэтому на этот компьютер ничего не записывается. Неотправленное пропадёт, когда вы закроете Doorward.
closing = Закрыть Doorward?
closing-unsent = { $count ->
    [one] { $count } изменение ещё не отправлено. На этот компьютер ничего не записывается, и оно пропадёт, когда вы закроете Doorward.
    [few] { $count } изменения ещё не отправлены. На этот компьютер ничего не записывается, и они пропадут, когда вы закроете Doorward.
    [many] { $count } изменений ещё не отправлены. На этот компьютер ничего не записывается, и они пропадут, когда вы закроете Doorward.
   *[other] { $count } изменения ещё не отправлены. На этот компьютер ничего не записывается, и они пропадут, когда вы закроете Doorward.
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
author-from = { $name } ({ $organisation })
author-operator = Оператор сервера
command-approve-request = Подтвердить: { $name }, { $level }
command-approve-request-plain = Подтвердить: { $name }
command-decline-request = Отклонить: { $name }
command-other = Изменение: { $name }

## Что не удалось на этом компьютере

failure-offline = Нет связи с сервером. Проверьте адрес и подключение.
failure-wrong-address = Это не адрес сервера Doorward. Он начинается с https://
failure-not-saved = Не удалось сохранить на этом компьютере. Возможно, диск заполнен.
failure-keychain-locked = Хранилище ключей этого компьютера закрыто. Откройте его и повторите.
failure-in-use = Doorward уже открыт.
failure-already-sent = Это уже отправлено, отменить нельзя.
failure-not-a-table = Это не таблица: нужен текст CSV или файл Excel (.xlsx).
failure-table-too-large = Файл слишком большой. Читаются файлы до 2 МБ; разделите его на части.
failure-too-many-rows = В таблице больше 5 000 человек. Разделите её на части.
failure-empty-table = В этой таблице никого нет.
failure-no-change = Так уже есть.
failure-untrusted = Сервер по этому адресу не может подтвердить, кто он. Проверьте адрес или спросите оператора сервера.
failure-not-doorward = По этому адресу что-то отвечает, но это не сервер Doorward.
failure-not-a-link = Это не ссылка-приглашение. Скопируйте её целиком, как она стоит в письме или сообщении.
failure-no-browser = Браузер не открывается. Скопируйте ссылку и откройте её сами.
failure-not-here = Сервер на этом компьютере не запускается. Ничего не потеряно. Попробуйте ещё раз или перезапустите Doorward.
failure-wrong-passphrase = Это не та парольная фраза. То, что она защищает, не тронуто.
failure-short-passphrase = Слишком коротко, чтобы защитить: нужно не меньше 15 знаков, например несколько слов.
failure-locked = Связи с сервером не было так долго, что сохранённое здесь закрыто. Оно откроется, как только сервер ответит.
failure-unsent = Кое-что ещё ждёт отправки. Сначала отправьте это или отмените.
failure-unknown = Не получилось. Повторите.
failure-not-copied = Не удалось скопировать. Попробуйте ещё раз.

## Клавиатура

keys = Клавиатура
keys-hint = J и K: соседний запрос, A: подтвердить, R: отклонить, от 1 до 5: уровень доступа.
keys-everywhere = Везде
keys-go = Перейти
keys-lists = В списках
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
keys-keep-theirs = Оставить чужое
keys-use-mine = Взять своё
keys-per-line = Выбрать по строкам
keys-or = или
keys-then = затем
keys-off = Одиночные клавиши выключены в настройках.
key-space = Пробел
keys-change-level = Изменить уровень доступа
keys-pause = Приостановить или возобновить
keys-zoom = Крупнее, мельче, как было

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
reverse-reopen-request = Вернуть запрос: { $name }
reverse-suspend-member = Приостановить: { $name }
reverse-resume-member = Возобновить: { $name }
reverse-change-grant = Вернуть прежний доступ: { $name }
reverse-end-membership = Завершить членство: { $name }
reverse-expire-membership = Отметить истёкшим: { $name }
reverse-renew-membership = Продлить с прежним доступом: { $name }

## Списки

find-clear = Очистить поиск
filter-clear = Убрать фильтр: { $name }
filters = Фильтры
ticks-clear = Снять отметки
ticked = { $count ->
    [one] Отмечено: { $count }
    [few] Отмечено: { $count }
    [many] Отмечено: { $count }
   *[other] Отмечено: { $count }
}
one-ticked = Отмечено: { $ticked }. Эти кнопки относятся к открытому запросу: { $name }.
tick-all = { $count ->
    [one] Выбрать { $count }
    [few] Выбрать все { $count }
    [many] Выбрать все { $count }
   *[other] Выбрать все { $count }
}
tick-all-first = { $count ->
    [one] Выбрать первые { $count }
    [few] Выбрать первые { $count }
    [many] Выбрать первые { $count }
   *[other] Выбрать первые { $count }
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

## Настройки

settings-general = Общие
settings-at-login = Запускать вместе с компьютером
settings-at-login-text = Когда вы входите в систему, Doorward запускается в области уведомлений, без окна.
settings-keeps-running = Оставаться в области уведомлений
settings-keeps-running-text = Закрытие окна не завершает Doorward. Если области уведомлений нет, завершает.
settings-look = Вид
theme = Тема
theme-system = Как в системе
theme-light = Светлая
theme-dark = Тёмная
density = Строки
density-normal = Обычные
density-comfortable = Просторные
single-keys = Одиночные клавиши
single-keys-text = Буквы вроде A и J действуют, пока не вводится текст.
single-keys-off-text = Действуют только клавиши с Ctrl: { $approve } подтверждает, { $decline } отклоняет.
settings-shortcuts = Все сочетания клавиш
settings-show = Показать
accounts = Учётные записи
account-add = Добавить учётную запись…
account-add-heading = Добавить учётную запись
account-add-text = Работа всех учётных записей стоит в одном списке. У каждой на этом компьютере свои файлы, и выходит каждая отдельно.
account-in-program = на этом компьютере
account-front = на виду
account-switch = Перейти к ней
account-next = Следующая учётная запись
account-out-text = Вход завершён. Неотправленное ждёт, пока вы не войдёте снова.
account-out = вход завершён
account-out-of = Вход завершён: { $name }.
account-go-on = Продолжить: { $name }
account-unsent = { $count ->
    [one] { $count } изменение ещё не отправлено.
    [few] { $count } изменения ещё не отправлены.
    [many] { $count } изменений ещё не отправлено.
   *[other] { $count } изменения ещё не отправлено.
}
settings-kept = Синхронизация и хранение
settings-account = Учётная запись
settings-server = Сервер
settings-synced = Последнее обновление
settings-never = Ещё не было
settings-where = Локальная копия
settings-encrypted = Хранится на этом компьютере в зашифрованном виде.
settings-in-memory = Только в памяти. После закрытия Doorward ничего не останется.
own-account = Ваша учётная запись
own-account-text = Имя, пароль, устройства и удаление учётной записи – на странице сервера.
own-account-button = Открыть в браузере
clear-copy = Удалить локальную копию
clear-copy-text = Выход и удаление данных организаций с этого компьютера.
clear-copy-button = Удалить и выйти…
settings-about = О программе
diagnostics-copy = Скопировать диагностику
diagnostics-text = Версия, состояния и числа. Без имён, адресов и секретов.
diagnostics-copied = Диагностика в буфере обмена.

## Первый запуск

back = Назад
welcome-heading = Это Doorward
welcome-lead = Решайте, кого впустить: запросы, приглашения и доступ, с сетью и без неё.
welcome-connect = Подключиться к серверу
welcome-connect-text = В организации уже есть Doorward. Нужен адрес его сервера.
welcome-link = Открыть ссылку-приглашение
welcome-link-text = Вам прислали ссылку для вступления в организацию.
welcome-try = Попробовать на этом компьютере
welcome-try-text = Небольшая компания с вымышленными людьми. Больше ничего не нужно, и ничего не уходит с этого компьютера.
connect-heading = Подключение к серверу
connect-lead = Адрес знает тот, кто ведёт Doorward в организации.
connect = Подключиться
connecting = Поиск сервера…
another-server = Другой сервер
link-heading = Ссылка-приглашение
link-lead = Страница приглашения откроется в браузере. Само открытие ничего не меняет.
link = Ссылка
link-hint = Выглядит так: https://doorward.example.com/j/…
link-open = Открыть в браузере
link-opened = Страница открыта в браузере. После вступления вернитесь сюда и войдите.
handed-heading = Открыть приглашение?
handed-text = Другая программа просит открыть ссылку приглашения. Страница откроется в браузере на сервере { $server }. Само открытие ничего не принимает.
handed-caution = Открывайте, только если ждали её.
handed-nowhere = Другая программа передала ссылку приглашения. В такой ссылке нет адреса сервера: сначала подключитесь к серверу организации или откройте ссылку из письма в браузере.
handed-not = Не сейчас
seen-no-more = То, о чём шла речь, вам больше не показывается.
linked-nobody = Ссылка ведёт к человеку, которого на этом компьютере не видно.
try-heading = Проба на этом компьютере
try-lead = Doorward запустит здесь собственный сервер, и вход будет выполнен от имени владельца небольшой компании.
try-people = Люди, запросы и приглашения на четырёх языках
try-here-only = Всё остаётся на этом компьютере, письма не уходят
try-again-later = К настоящему серверу можно подключиться в любой момент
try-begin = Начать
try-starting = Создание компании…
passphrase-heading = Защита данных на компьютере
passphrase-lead = На этом компьютере нет хранилища ключей. Данные организаций защитит парольная фраза.
passphrase = Парольная фраза
passphrase-again = Ещё раз
passphrase-hint = Несколько слов, известных только вам, от 15 знаков.
passphrase-differs = Фразы не совпадают.
passphrase-use = Защитить этой фразой
passphrase-without = Работать без неё
passphrase-without-text = Без фразы на этот компьютер ничего не записывается. Что не отправлено до закрытия Doorward, будет потеряно.
sealed-heading = Doorward закрыт
sealed-lead = Данные на этом компьютере открывает парольная фраза.
sealed-open = Открыть
forgotten = Фраза забыта
forgotten-heading = Начать заново
forgotten-lead = Что защищено забытой фразой, не откроет никто.
forgotten-text = Эти данные откладываются в сторону вместе с неотправленными изменениями. Остальное вернётся с сервера после входа.
locked-heading = Хранилище ключей закрыто
locked-lead = Данные на этом компьютере в сохранности. Откройте хранилище ключей и повторите.
locked-without-text = Можно работать и без хранилища: то, что оно защищает, останется нетронутым, на этот компьютер больше ничего не запишется, а всё, что не отправлено до закрытия Doorward, пропадёт.
locked-other-heading = Doorward не может открыть свои данные


## Люди

people-count = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
people-found = Найдено: { $many }
people-found-first = Первые { $many } из найденных
members-count = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
   *[other] { $count } участника
}
people-keys = J и K перемещают, X отмечает, Enter открывает, E меняет уровень доступа.
people-invited = Приглашённые ({ $count })
people-closed = Список людей вам не виден.
people-closed-text = Ваш уровень доступа не позволяет видеть, кто состоит в организации.
no-people = Здесь пока никого нет.
no-others = Кроме вас, здесь пока никого.
no-people-text = Здесь появятся те, кого вы пригласите или примете.
begin-mail = Пригласить по почте
begin-mail-text = Вставьте адреса: каждый получит своё письмо.
begin-qr = Сделать ссылку или QR-код
begin-qr-text = Для стены, чата или стойки.
begin-table = Загрузить таблицу
begin-table-text = CSV или Excel. Сначала видно, что выйдет из каждой строки.
find-person = Найти человека
column-name = Имя
column-contact = Контакт
column-level = Уровень доступа
column-starts = Начало
column-ends = Окончание
person-state = Состояние
last-sign-in = Последний вход
columns = Столбцы
columns-usual = Обычные столбцы
column-wider = Шире: { $name }
column-narrower = Уже: { $name }
column-least = Уже не прочитать.
state-starting = Не началось
state-member-long = Подтверждено
state-starting-long = Начнёт действовать { $when }
state-lapsed-long = Срок вышел { $when }, можно продлить
state-paused-long = Не действует до возобновления
state-invited-long = Ответа на приглашение ещё нет
state-waiting-long = Запрос ждёт решения
state-declined-long = Отклонено
state-cancelled-long = Отменено
state-ended-long = Членство завершено
state-expired-long = Членство истекло
room = Помещение
in-room = Помещение: { $name }
room-not-there = помещения больше нет
former-member = Прежнее членство
unseen-for = { $count ->
    [one] Без входа { $count } день
    [few] Без входа { $count } дня
    [many] Без входа { $count } дней
   *[other] Без входа { $count } дня
}
ticks = Отметки
is-ticked = Отмечено
not-sent-yet = Ещё не отправлено
no-level = Нет
view-save = Сохранить вид
view-rename = Переименовать вид
view-of = Сохранённый вид: { $name }
view-name-taken = Так называется другой вид этого списка.
view-remove = Убрать вид
view-name = Название
view-hint = Вид появится слева с числом найденных, только на этом компьютере.
view-saved = Вид сохранён: «{ $name }».
view-removed = Вид убран: «{ $name }».
person-since = С какого дня
person-invited-by = приглашение: { $name }
never-seen = О входах ничего не известно
public-list = Открытый список
public-list-on = Видно всем
public-list-off = Не показывается
public-list-own = Это каждый решает за себя.
person-access = Доступ: { $level }
from-extra = Дано лично, сверх уровня
from-extra-by = Дано лично: { $name }, { $when }
not-in-force = не действует
because-no-member = Не действует: членства сейчас нет.
because-invited = Начнёт действовать, когда приглашение будет принято.
because-lapsed = Не действует: срок вышел.
because-suspended = Не действует: приостановлено.
because-not-started = Не действует до начала срока.
because-plan = Не действует: не входит в тариф организации.
because-limited = Не действует: доступ ограничен несколькими местами.
rooms = Помещения
rooms-all = Все помещения, и будущие тоже
access-no-rooms = Помещения: нет
rooms-none = Нет
timeline = Что происходило
milestone-person-invited = Приглашение: { $name }
milestone-invitation-resent = Приглашение отправлено снова: { $name }
milestone-invitation-accepted = Приглашение принято
milestone-invitation-declined = Приглашение отклонено
milestone-invitation-revoked = Приглашение отозвано: { $name }
milestone-join-requested = Запрос на вступление
milestone-request-approved = Запрос подтверждён: { $name }
milestone-request-declined = Запрос отклонён: { $name }
milestone-request-cancelled = Запрос отменён
milestone-request-reopened = Запрос рассматривается снова: { $name }
milestone-member-added = Добавление: { $name }
milestone-superseded = Заменено другим запросом или приглашением
milestone-membership-ended = Членство завершено: { $name }
milestone-membership-expired = Членство отмечено истёкшим: { $name }
milestone-membership-renewed = Членство продлено: { $name }
milestone-member-suspended = Членство приостановлено: { $name }
milestone-member-resumed = Членство возобновлено: { $name }
milestone-grant-changed = Доступ изменён: { $name }
milestone-other = Изменение: { $name }
act-pause = Приостановить
act-resume = Возобновить
act-end = Завершить членство
act-expire = Отметить истёкшим
act-renew = Продлить
act-add-more = Добавить в участники…
add-of = Добавить в участники: { $name }
act-reopen = Снова открыть запрос
write-letter = Написать письмо
copy-address = Скопировать адрес
address-copied = Скопировано: { $contact }
more-acts = Ещё
owner-must-remain = Хотя бы один владелец должен остаться.
go-to-request = Рассмотреть запрос
go-to-invitation = Показать приглашение
paused-one = Членство приостановлено: { $name }.
resumed-one = Членство возобновлено: { $name }.
ended-one = Членство завершено: { $name }.
expired-one = Членство отмечено истёкшим: { $name }.
reopened-one = Запрос снова открыт: { $name }.
taking-back = { $count ->
    [one] Возвращается обратно { $count } изменение…
    [few] Возвращаются обратно { $count } изменения…
    [many] Возвращаются обратно { $count } изменений…
   *[other] Возвращаются обратно { $count } изменения…
}
undone-by-opposite = Возвращено обратно. В журнале видно и то и другое.
change-this = Изменить
change-level = Изменить доступ
level-now = Сейчас: { $level }
level-choose = Выберите уровень.

## Сразу для многих

bulk-level = Изменить доступ
bulk-pause = Приостановить
bulk-resume = Возобновить
bulk-end = Завершить…
bulk-end-title = Завершение членств
bulk-level-question = Какой уровень дать?
bulk-level-means = { $count ->
    [one] { $count } человек получит уровень «{ $level }».
    [few] { $count } человека получат уровень «{ $level }».
    [many] { $count } человек получат уровень «{ $level }».
   *[other] { $count } человека получат уровень «{ $level }».
}
bulk-level-same = { $count ->
    [one] У { $count } человека уже есть уровень «{ $level }», он останется.
    [few] У { $count } человек уже есть уровень «{ $level }», он останется.
    [many] У { $count } человек уже есть уровень «{ $level }», он останется.
   *[other] У { $count } человека уже есть уровень «{ $level }», он останется.
}
bulk-level-do = { $count ->
    [one] Дать «{ $level }» { $count } человеку
    [few] Дать «{ $level }» { $count } людям
    [many] Дать «{ $level }» { $count } людям
   *[other] Дать «{ $level }» { $count } людям
}
bulk-level-done = { $count ->
    [one] Уровень «{ $level }» дан { $count } человеку.
    [few] Уровень «{ $level }» дан { $count } людям.
    [many] Уровень «{ $level }» дан { $count } людям.
   *[other] Уровень «{ $level }» дан { $count } людям.
}
bulk-pause-means = { $count ->
    [one] Доступ { $count } человека не будет действовать до возобновления. Сроки идут дальше.
    [few] Доступ { $count } человек не будет действовать до возобновления. Сроки идут дальше.
    [many] Доступ { $count } человек не будет действовать до возобновления. Сроки идут дальше.
   *[other] Доступ { $count } человека не будет действовать до возобновления. Сроки идут дальше.
}
bulk-pause-do = { $count ->
    [one] Приостановить { $count } членство
    [few] Приостановить { $count } членства
    [many] Приостановить { $count } членств
   *[other] Приостановить { $count } членства
}
bulk-pause-done = { $count ->
    [one] Приостановлено { $count } членство.
    [few] Приостановлено { $count } членства.
    [many] Приостановлено { $count } членств.
   *[other] Приостановлено { $count } членства.
}
bulk-resume-means = { $count ->
    [one] Доступ { $count } человека снова начнёт действовать.
    [few] Доступ { $count } человек снова начнёт действовать.
    [many] Доступ { $count } человек снова начнёт действовать.
   *[other] Доступ { $count } человека снова начнёт действовать.
}
bulk-resume-do = { $count ->
    [one] Возобновить { $count } членство
    [few] Возобновить { $count } членства
    [many] Возобновить { $count } членств
   *[other] Возобновить { $count } членства
}
bulk-resume-done = { $count ->
    [one] Возобновлено { $count } членство.
    [few] Возобновлено { $count } членства.
    [many] Возобновлено { $count } членств.
   *[other] Возобновлено { $count } членства.
}
bulk-end-means = { $count ->
    [one] { $count } членство завершится сразу: весь доступ пропадёт, придёт письмо. Позже членство можно продлить.
    [few] { $count } членства завершатся сразу: весь доступ пропадёт, придут письма. Позже членство можно продлить.
    [many] { $count } членств завершатся сразу: весь доступ пропадёт, придут письма. Позже членство можно продлить.
   *[other] { $count } членства завершатся сразу: весь доступ пропадёт, придут письма. Позже членство можно продлить.
}
bulk-end-do = { $count ->
    [one] Завершить { $count } членство
    [few] Завершить { $count } членства
    [many] Завершить { $count } членств
   *[other] Завершить { $count } членства
}
bulk-end-done = { $count ->
    [one] Завершено { $count } членство.
    [few] Завершено { $count } членства.
    [many] Завершено { $count } членств.
   *[other] Завершено { $count } членства.
}
bulk-looking = Просмотрено { $count } из { $total }
bulk-giving = Сделано { $count } из { $total }
bulk-nobody = Здесь не к кому это применить.
bulk-not-so = Их состояние этого не позволяет.
bulk-stay = { $count ->
    [one] { $count } человек останется как есть. { $why }
    [few] { $count } человека останутся как есть. { $why }
    [many] { $count } человек останутся как есть. { $why }
   *[other] { $count } человека останутся как есть. { $why }
}
bulk-refused = { $count ->
    [one] Не принято: { $count }.
    [few] Не принято: { $count }.
    [many] Не принято: { $count }.
   *[other] Не принято: { $count }.
}
bulk-unread = { $count ->
    [one] Не удалось прочитать: { $count }. Ничего не меняется.
    [few] Не удалось прочитать: { $count }. Ничего не меняется.
    [many] Не удалось прочитать: { $count }. Ничего не меняется.
   *[other] Не удалось прочитать: { $count }. Ничего не меняется.
}
bulk-gain = Что станет можно
bulk-lose = Что станет нельзя
bulk-of-them = { $count ->
    [one] у { $count } из них
    [few] у { $count } из них
    [many] у { $count } из них
   *[other] у { $count } из них
}
and-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
requests-all = Все
requests-from-people = От людей
requests-over-week = Ждут больше недели
requests-chosen = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
requests-nobody-approved = Этот уровень здесь никому нельзя дать.
decisions-come = { $count ->
    [one] { $names }: администратора нет. Решения принимаете вы.
    [few] { $names }: администраторов нет. Решения принимаете вы.
    [many] { $names }: администраторов нет. Решения принимаете вы.
   *[other] { $names }: администратора нет. Решения принимаете вы.
}
find-request = Найти запрос
waits-long = Ждёт больше недели
last-decided = Последнее решение: { $name }, { $when }
approve-name = Подтвердить: { $name }
approve-many = { $count ->
    [one] Подтвердить { $count } запрос
    [few] Подтвердить { $count } запроса
    [many] Подтвердить { $count } запросов
   *[other] Подтвердить { $count } запроса
}
approved-many = { $count ->
    [one] Подтверждён { $count } запрос.
    [few] Подтверждены { $count } запроса.
    [many] Подтверждено { $count } запросов.
   *[other] Подтверждено { $count } запроса.
}
decline-many = { $count ->
    [one] Отклонить { $count } запрос
    [few] Отклонить { $count } запроса
    [many] Отклонить { $count } запросов
   *[other] Отклонить { $count } запроса
}
declined-many = { $count ->
    [one] Отклонён { $count } запрос.
    [few] Отклонены { $count } запроса.
    [many] Отклонено { $count } запросов.
   *[other] Отклонено { $count } запроса.
}
bulk-get = { $count ->
    [one] { $count } получит уровень «{ $level }»
    [few] { $count } получат уровень «{ $level }»
    [many] { $count } получат уровень «{ $level }»
   *[other] { $count } получат уровень «{ $level }»
}
bulk-keeps = { $count ->
    [one] Запрос останется ждать: { $names }. { $why }
    [few] Запросы останутся ждать: { $names }. { $why }
    [many] Запросы останутся ждать: { $names }. { $why }
   *[other] Запросы останутся ждать: { $names }. { $why }
}
level-proposed-each = Как предлагается каждому
level-not-there = Такого уровня там нет.
level-of = Уровень: { $name }
stays-waiting = Останется ждать
untick = Снять отметку: { $name }
next-one = Следующий запрос
reopen = Открыть снова

## Чем отличаются два набора прав

level = Уровень доступа
on = Вкл.
off = Выкл.
diff-before = Было
diff-after = Стало
diff-none = нет
diff-extras = Сверх уровня
diff-rooms = Помещения
diff-rooms-count = { $count ->
    [one] { $count } помещение
    [few] { $count } помещения
    [many] { $count } помещений
   *[other] { $count } помещения
}
diff-sites = Площадки
diff-sites-count = { $count ->
    [one] { $count } площадка
    [few] { $count } площадки
    [many] { $count } площадок
   *[other] { $count } площадки
}
diff-limit = Только для
diff-no-limit = без ограничений
diff-starts = Начало
diff-no-start = сразу
diff-ends = Окончание
diff-no-end = Без срока
diff-gained = Теперь можно
diff-lost = Больше нельзя
diff-same = { $count ->
    [one] { $count } право не меняется
    [few] { $count } права не меняются
    [many] { $count } прав не меняется
   *[other] { $count } права не меняется
}

## Уровни доступа

levels-count = { $count ->
    [one] { $count } уровень
    [few] { $count } уровня
    [many] { $count } уровней
   *[other] { $count } уровня
}
levels-built-in = Встроенные, изменить нельзя
levels-of-your-own = Собственные
levels-caption = Что позволяет каждый уровень доступа
levels-permission = Право
levels-locked = Встроенные уровни изменить нельзя: они значат одно и то же в каждой организации.
level-holders = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
level-nobody = никого
level-without = не входит
level-all-rooms = Вход во все помещения, и в будущие тоже
level-not-known = здесь неизвестен
group-administration = Управление организацией
group-work = Работа
group-spending = За счёт организации
group-benefits = Льготы
group-workspace = Рабочее пространство
group-rooms = Помещения

## Доступ

access-of = Доступ: { $name }
access-renew-of = Продлить доступ · { $name }
access-change-of = Изменить доступ · { $name }
access-details = Ещё: помещения, сроки, отдельные права
access-reading = Читаем, что можно дать…
access-staff = Доступ сотрудника
access-staff-base = Разрешить вход и ведение своих записей
access-staff-base-means = Создавать, изменять и отменять свои записи.
access-staff-base-ends = Снимите отметку, чтобы закрыть вход. До сохранения ничего не меняется.
access-staff-joins = Сотрудник: ведёт свои записи
access-staff-joins-means = Вход уже есть. Добавятся свои записи и то, что можно отметить дальше.
access-staff-many = Вход закрывается каждому отдельно. Чтобы изменить права всех, выберите другой уровень.
access-option-all-bookings = Все записи
access-option-all-bookings-means = Создавать, изменять и удалять любые записи, в том числе коллег.
access-option-client-list = Список клиентов
access-option-client-list-means = Видеть всех клиентов с контактами и визитами, писать заметки.
access-option-business = Продажи, онлайн-запись, настройки
access-option-business-means = Самый широкий доступ: как у главного администратора.
access-rooms-all = Этот уровень открывает все помещения, в том числе будущие.
access-site-whole = Все помещения площадки, какие есть сегодня
access-limit = Управляет только
access-limit-means = Управление действует только для этих площадок. Уровни, настройки, счета и журнал не входят.
access-from-level = Входит в уровень
access-dates = Когда
access-ends-whole = С концом этого дня закончится весь доступ: { $day }.
access-first-day = Первый день
access-note = Заметка для журнала
access-note-text = Останется в журнале и никому не отправится.
access-term-never = Без окончания
access-term-week = Эта неделя
access-term-trial = Пробно, 14 дней
access-term-date = До даты
access-copy = Взять у другого человека
access-copy-find = Найти человека
access-will = Можно будет
access-gains = Дополнительно можно будет
access-loses = И больше нельзя будет
access-same = { $count ->
    [one] { $count } право не меняется
    [few] { $count } права не меняются
    [many] { $count } прав не меняются
   *[other] { $count } права не меняются
}
access-number-rooms = { $count ->
    [one] { $count } помещение сегодня
    [few] { $count } помещения сегодня
    [many] { $count } помещений сегодня
   *[other] { $count } помещения сегодня
}
access-number-people = { $count ->
    [one] { $count } человек сегодня
    [few] { $count } человека сегодня
    [many] { $count } человек сегодня
   *[other] { $count } человека сегодня
}
access-number-requests = { $count ->
    [one] { $count } запрос ожидает сейчас
    [few] { $count } запроса ожидают сейчас
    [many] { $count } запросов ожидают сейчас
   *[other] { $count } запроса ожидают сейчас
}
access-personal = Персональные данные
access-equals-business = Всё в продажах, онлайн-записи и настройках, как у главного администратора. Кроме управления людьми.
access-equals-administrator = Как у администратора: всё, кроме удаления организации.
access-equals-owner = Как у владельца: всё, в том числе передача организации.
access-overtaken = Тем временем это изменено:
access-overtaken-by = Тем временем это изменено. Автор: { $name }
access-overtaken-many = { $count ->
    [one] Тем временем это изменено у { $count } человека из них:
    [few] Тем временем это изменено у { $count } человек из них:
    [many] Тем временем это изменено у { $count } человек из них:
   *[other] Тем временем это изменено у { $count } человека из них:
}
access-look-first = Сначала выберите, с какой версией продолжить.
access-keep-theirs = Продолжить с этой версией
access-use-mine = Продолжить со своей
access-save-approve = Подтвердить: { $level }
access-save-change = Сохранить доступ
access-save-give = Дать: { $level }
access-save-change-invitation = Сохранить доступ
access-save-resend = Отправить ещё раз: { $level }
access-save-renew = Впустить снова: { $level }
access-save-withdraw = Закрыть вход
access-save-add = Добавить: { $level }
access-saved-approve = Запрос подтверждён: { $name }, { $level }.
access-saved-change = Доступ изменён: { $name }.
access-saved-change-invitation = Доступ по приглашению изменён: { $name }.
access-saved-resend = Приглашение отправлено снова: { $name }.
access-saved-renew = Членство продлено: { $name }, { $level }.
access-saved-withdraw = { $name } больше не может войти сюда.
access-withdraws = После сохранения { $name } больше не сможет сюда входить, и всё, что с этим открывалось, закроется. Чтобы оставить участником, выберите уровень «Участник».
access-saved-add = Добавлен новый участник: { $name }, { $level }.
level-new = Новый уровень
level-copy = Копировать и изменить
level-edit = Изменить уровень
level-edit-of = Изменить уровень: { $level }
level-name = Название уровня
level-people = { $count ->
    [one] Этот уровень у { $count } человека
    [few] Этот уровень у { $count } человек
    [many] Этот уровень у { $count } человек
   *[other] Этот уровень у { $count } человека
}
level-people-unknown = Сколько человек на этом уровне, здесь неизвестно.
level-people-change = { $count ->
    [0] Ни у кого доступ не меняется
    [one] Доступ меняется у { $count } человека
    [few] Доступ меняется у { $count } человек
    [many] Доступ меняется у { $count } человек
   *[other] Доступ меняется у { $count } человека
}
level-person-gains = Дополнительно: { $rights }
level-person-loses = Больше нет: { $rights }
level-person-same = Ничего не меняется
level-links = { $count ->
    [one] Его даёт { $count } открытая ссылка
    [few] Его дают { $count } открытые ссылки
    [many] Его дают { $count } открытых ссылок
   *[other] Его дают { $count } открытой ссылки
}
level-save = Сохранить уровень
level-make = Создать уровень
level-made = Уровень создан: { $level }.
level-saved = Уровень изменён: { $level }.
level-delete = Удалить уровень
level-delete-with = Вместо него у всех будет
level-delete-none = Ничего вместо него
level-deleted = Уровень удалён: { $level }.
level-delete-do = Удалить: { $level }
level-name-needed = Дайте уровню название.
access-of-many = { $count ->
    [one] Доступ { $count } человека
    [few] Доступ { $count } человек
    [many] Доступ { $count } человек
   *[other] Доступ { $count } человека
}
access-of-invitation = Доступ по приглашению
access-save-invite = Взять этот доступ
access-save-many = { $count ->
    [one] Дать { $count } человеку
    [few] Дать { $count } людям
    [many] Дать { $count } людям
   *[other] Дать { $count } человека
}
access-saved-many = { $count ->
    [one] Доступ изменён у { $count } человека.
    [few] Доступ изменён у { $count } человек.
    [many] Доступ изменён у { $count } человек.
   *[other] Доступ изменён у { $count } человека.
}
access-has-it = Этот доступ уже есть.
forbidden-needs = Для этого нужно право «{ $permission }», а в вашем доступе его нет.
refused-why = Почему?
access-edges = Когда и где
access-until = До { $when }
access-from = С { $when }
access-only-in = Управляет только: { $sites }
access-before-start = раньше: с { $when }
access-before-end = раньше: до { $when }
access-before-limit = раньше: только { $sites }
access-no-end = Без даты окончания
access-no-start = Без первого дня
access-no-limit = Больше не ограничено площадками
access-keeps-end = Последний день у каждого остаётся свой
access-keeps-start = Первый день у каждого остаётся свой
access-keeps-limit = Ограничение площадками у каждого остаётся своё
access-each-own = У каждого остаётся своё.
access-renew-term = { $count ->
    [one] Прошлый срок: { $count } день. Новый такой же, если не выбрать другой.
    [few] Прошлый срок: { $count } дня. Новый такой же, если не выбрать другой.
    [many] Прошлый срок: { $count } дней. Новый такой же, если не выбрать другой.
   *[other] Прошлый срок: { $count } дня. Новый такой же, если не выбрать другой.
}
access-renew-stays = Последний день ещё впереди и остаётся прежним.
access-renew-undated = Раньше даты окончания не было. Если теперь она нужна, выберите её здесь.
refusal-rule = { $count ->
    [one] Правило { $rules }
    [few] Правила { $rules }
    [many] Правила { $rules }
   *[other] Правила { $rules }
}

## Помещения

places-count = { $rooms ->
    [one] { $rooms } помещение
    [few] { $rooms } помещения
    [many] { $rooms } помещений
   *[other] { $rooms } помещения
}
rooms-find = Найти помещение
rooms-nothing-found = Такого помещения или площадки нет.
site = Площадка
site-new = Новая площадка
site-name = Название площадки
site-make = Создать площадку
site-made = Площадка создана: «{ $name }».
site-rename = Переименовать площадку
site-rename-of = Переименовать: { $name }
site-changed = Новое название площадки: «{ $name }».
site-remove = Удалить площадку
site-removed = Площадка удалена: «{ $name }».
site-acts = Действия: { $name }
site-empty = Здесь пока нет помещений.
room-new = Новое помещение
room-new-here = Новое помещение здесь
room-name = Название помещения
room-make = Создать помещение
room-made = Помещение создано: «{ $name }».
room-new-means = Новое помещение открыто только владельцам и администраторам, пока его не дали другим.
room-change = Переименовать или перенести
room-change-of = Переименовать или перенести: { $name }
room-changed = Помещение изменено: «{ $name }».
room-moved-means = Кто может входить, не изменится: у кого открыты все помещения площадки, у тех останутся нынешние.
room-remove = Удалить…
room-remove-of = Удалить: { $name }
room-remove-do = Удалить: { $name }
room-removed = Помещение удалено: «{ $name }».
room-removal-nobody = Это помещение никому не открыто по имени.
room-removal-unknown = Кому это помещение открыто по имени, здесь неизвестно.
room-removal-members = { $count ->
    [one] Больше не сможет входить { $count } человек
    [few] Больше не смогут входить { $count } человека
    [many] Больше не смогут входить { $count } человек
   *[other] Больше не сможет входить { $count } человека
}
room-removal-invited = { $count ->
    [one] Его больше не даст { $count } открытое приглашение
    [few] Его больше не дадут { $count } открытых приглашения
    [many] Его больше не дадут { $count } открытых приглашений
   *[other] Его больше не даст { $count } открытого приглашения
}
room-removal-for-good = Вернуть помещение нельзя: новое с тем же названием будет другим.
room-who = Кто может входить
room-nobody = Пока никто не может входить.
room-unknown = Кто может войти, здесь неизвестно.
room-kept-out = Сейчас не могут войти
room-let-in = Впустить…
room-let-in-of = Кого впустить: { $room }
room-let-in-find = Найти людей
room-let-in-gets = Сможет входить: { $room }
room-let-in-has = Уже может входить
room-let-in-only = Добавится только это помещение. Уровни, права и сроки не изменятся.
room-let-in-nobody = Выберите, кого можно впустить.
room-let-in-do = { $count ->
    [one] Впустить { $count } человека
    [few] Впустить { $count } человек
    [many] Впустить { $count } человек
   *[other] Впустить { $count } человека
}
room-let-in-done = { $count ->
    [one] { $count } человек может входить: { $room }.
    [few] { $count } человека могут входить: { $room }.
    [many] { $count } человек могут входить: { $room }.
   *[other] { $count } человека могут входить: { $room }.
}
room-all = { $count ->
    [one] { $count } человек, в списке людей
    [few] { $count } человека, в списке людей
    [many] { $count } человек, в списке людей
   *[other] { $count } человека, в списке людей
}
place-name-needed = Дайте название.
place-save = Сохранить

## Почему

why = Почему?
why-of = Почему: { $name }
why-right = Право
why-room-too = И это помещение
why-any-room = Не спрашивать
why-yes = Сейчас можно
why-no = Сейчас нельзя
why-until = Может измениться само: { $when }
why-level = Входит в уровень доступа «{ $level }».
why-extra = Дано лично, сверх уровня.
why-every-member = Есть у всех, кто состоит в организации.
why-not-given = Не входит ни в уровень, ни в личные права.
why-manager = По праву владельца управляющей организации.
why-room = Помещение открыто по имени.
why-site = Открыты все помещения площадки «{ $name }».
why-every-room = Уровень открывает все помещения.
why-no-room = Это помещение не открыто.
why-no-member = Членства здесь нет.
why-no-member-now = Действующего членства нет: { $state }.
why-suspended = Членство приостановлено.
why-starts = Членство начнётся позже: { $when }
why-lapsed = Срок истёк: { $when }
why-plan = Не входит в тариф организации.
why-limited = Доступ ограничен площадками, а это относится ко всей организации.
why-account = Учётная запись закрыта или приостановлена.
why-organisation = Организация закрыта или отключена.

## Приглашения

invitations-count = { $count ->
    [one] { $count } открытое
    [few] { $count } открытых
    [many] { $count } открытых
   *[other] { $count } открытого
}
invitations-filters = Какие приглашения
find-short = Найти
invitations-find = Найти приглашение
tab-waiting = Ожидают
tab-failed = Не дошли
tab-expired = Истекли
tab-accepted = Приняты
tab-revoked = Отозваны
no-invitations-waiting = Ни одно приглашение не ожидает ответа.
no-invitations-failed = Все письма дошли.
no-invitations-expired = Истёкших приглашений нет.
no-invitations-accepted = Принятых приглашений пока нет.
no-invitations-revoked = Отозванных приглашений нет.
no-invitations-text = Пригласите людей по почте или создайте ссылку для многих.
column-to = Кому
invitation-level = Уровень
column-by = Как
column-sent = Отправлено
column-expires = Истекает
column-state = Состояние
channel-email = Эл. почта
channel-sms = SMS
channel-link = Ссылка или QR-код
on-this-computer = Ещё не отправлено
delivery-queued = В очереди
delivery-sent = Отправлено
delivery-delivered = Доставлено
delivery-opened = Открыто
delivery-bounced = Вернулось
delivery-failed = Не дошло
delivery-not-sent = Не отправлено
delivery-accepted = Принято
delivery-declined = Отклонено
delivery-expired = Истекло
delivery-revoked = Отозвано
delivery-superseded = Заменено
delivery-waits-asked = Нас попросили не спешить; продолжение: { $until }.
delivery-waits-unusable = Передать на отправку не удалось; следующая попытка: { $until }.
delivery-waits-limit = Отправлено столько SMS, сколько можно; продолжение: { $until }.
undelivered-unknown = Почтовый сервер не знает этого адреса.
undelivered-full = Почтовый ящик переполнен.
undelivered-refused = Почтовый сервер не принял письмо.
undelivered-domain = У этого адреса нет почтового сервера.
undelivered-unreachable = Почтовый сервер недоступен.
undelivered-other = Почтовый сервер не принял адрес.
undelivered-not-sent = Серверу нечем отправлять письма. Скопируйте ссылку и передайте её сами.
undelivered-no-gateway = Сервер не может отправлять SMS. Скопируйте ссылку и передайте её сами.
undelivered-country = В эту страну отсюда SMS не отправляются. Скопируйте ссылку и передайте её сами.
undelivered-text = SMS не удалось доставить. Скопируйте ссылку или укажите электронную почту.
undelivered-words = Что ответил сервер
did-you-mean = Может быть, { $contact }?
invite-instead = Пригласить этот адрес
was-opened = Уже открывали
steps = Что происходило
invited-by = Отправитель
by-and-when = { $name }, { $when }
works-until = Действует до
date-and-distance = { $when } ({ $distance })
message = Сообщение
change = Изменить
change-nothing = Пока ничего не изменено.
ends-on = Последний день
resend = Отправить ещё раз
resend-text = Будет отправлена новая ссылка. Старая перестанет работать.
resend-with-dates = Выбрать новые даты
resend-needs-dates = Срок, указанный в приглашении, прошёл. Выберите новый или не указывайте его.
copy-link = Скопировать ссылку
link-copied = Ссылка скопирована: { $name }. Она работает только для этого адреса.
link-copied-plain = Ссылка скопирована.
link-not-yet = Ссылка появится, когда приглашение дойдёт до сервера.
link-needs-server = Ссылку знает только сервер, а связи с ним нет.
revoke = Отозвать
keys-revoke = Отозвать или закрыть ссылку
next-invitation = Дальше: { $name }.
invitation-resent = Новая ссылка отправляется: { $name }. Старая перестанет работать.
invitation-revoked = Приглашение отозвано: { $name }.

## Ссылки и QR-коды

share-link = Ссылка
link-form = Вид
form-link = Ссылка
form-link-text = Чтобы поделиться с группой
form-card = QR-карточка
form-card-text = Печатная, для одного человека
form-poster = QR-плакат
form-poster-text = Печатный, для всех, кто проходит мимо
link-used = { $count } из { $limit }
link-is-open = Действует
link-is-closed = Закрыта
link-approval = Подтверждение
link-approval-on = Каждый, кто придёт, ждёт подтверждения
link-approval-off = Вступить можно сразу, имея ссылку
link-label = Название ссылки
link-label-hint = Его видите только вы, например «Стойка приёма».
link-needs-label = Назовите ссылку.
link-uses = На сколько человек
link-uses-most = { $count ->
    [one] не больше { $count }
    [few] не больше { $count }
    [many] не больше { $count }
   *[other] не больше { $count }
}
link-domains = Для адресов на
link-domains-hint = example.ee, example.com
link-domains-text = Ссылкой воспользуется только тот, у кого там подтверждён адрес почты. Пусто: кто угодно.
link-domains-wrong = Это не почтовый домен. Пишите так: example.ee.
link-domains-most = { $count ->
    [one] не больше { $count } домена
    [few] не больше { $count } доменов
    [many] не больше { $count } доменов
   *[other] не больше { $count } домена
}
link-domains-for = Для адресов на { $domains }
link-domains-any = Любой адрес
link-needs-approval = Подтверждать каждого
link-needs-approval-text = По ссылке приходит только запрос. Решаете вы.
link-approval-fixed = Для плаката включено всегда: его видят все.
link-offline = Ссылки и QR-коды создаёт сервер, а связи с ним нет. Приглашения по почте можно составить сейчас, они уйдут позже.
link-term = { $count ->
    [one] Ссылка действует { $count } день.
    [few] Ссылка действует { $count } дня.
    [many] Ссылка действует { $count } дней.
   *[other] Ссылка действует { $count } дня.
}
make-link = Создать ссылку
link-made = Ссылка создана: «{ $name }».
link-closed = Ссылка закрыта: «{ $name }».
close-link = Закрыть ссылку
close-link-text = После закрытия по ней больше никто не сможет войти. Вступившие остаются.
link-anew = Новая ссылка
link-anew-of = Новая ссылка: «{ $name }»
link-anew-dead = Старая ссылка сразу перестанет работать. По ней больше никто не вступит.
link-anew-dead-printed = Старая ссылка и все напечатанные коды сразу перестанут работать. Напечатайте новый.
link-anew-kept = { $count ->
    [0] По ней пока никто не приходил.
    [one] По ней уже пришёл { $count } человек. У него всё останется.
    [few] По ней уже пришли { $count } человека. У них всё останется.
    [many] По ней уже пришли { $count } человек. У них всё останется.
   *[other] По ней уже пришли { $count } человека. У них всё останется.
}
link-anew-make = Создать новую ссылку
link-made-anew = Новая ссылка: «{ $name }». Старая перестаёт работать.
link-change-of = Изменить ссылку «{ $name }»
link-change-text = Адрес и напечатанный код остаются прежними. За ссылку отвечает тот, кто её изменил.
link-change-save = Сохранить
link-changed = Ссылка изменена: «{ $name }».
link-not-there-yet = Изменение ещё не дошло до сервера.
show-link = Показать ссылку и QR-код
show-link-text = Воспользоваться ею может каждый, кто её видит. В журнале останется запись о показе.
qr-of = QR-код для вступления: { $name }
scan-to-join = Наведите камеру, чтобы вступить
save-code = Сохранить SVG
print-code = Напечатать…
print-code-title = Печать кода
print = Напечатать
print-size = Бумага
print-language = Язык
print-second-language = Второй язык
print-no-second = Нет
print-hint = Код и слова печатаются чёрным на белом при любой теме. Чтобы сохранить файл, выберите «Сохранить как PDF» в окне печати.
poster-how = Наведите камеру телефона на код и откройте ссылку.
poster-approval = Каждый запрос там подтверждают.
poster-one = Эта карточка действует один раз.

## Как пригласить людей

invite-people-to = Пригласить людей: { $name }
invite-by = Как
invite-to = Адреса эл. почты
invite-to-hint = Введите или вставьте много: запятые, строки, Имя <a@b.ru>
invite-to-phones = Номера телефонов
invite-to-phones-hint = Введите или вставьте сразу несколько: +372 5555 1234, по одному в строке
named-contact = { $name } <{ $contact }>
contact-correct = Нажмите, чтобы исправить
contact-drop = Убрать { $contact }
contact-leave-out = Не приглашать
contacts-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
outcome-new = приглашение будет отправлено
outcome-already-member = членство уже есть
outcome-already-invited = приглашение уже отправлено
outcome-request-waiting = есть запрос на вступление
outcome-refused = пригласить нельзя
outcome-malformed = это не адрес
outcome-checking = Проверяем адреса…
outcome-count-new = { $count ->
    [one] { $count } новый
    [few] { $count } новых
    [many] { $count } новых
   *[other] { $count } нового
}
outcome-count-member = { $count ->
    [one] { $count } уже с членством: { $names }
    [few] { $count } уже с членством: { $names }
    [many] { $count } уже с членством: { $names }
   *[other] { $count } уже с членством: { $names }
}
outcome-count-member-many = { $count ->
    [one] { $count } уже с членством
    [few] { $count } уже с членством
    [many] { $count } уже с членством
   *[other] { $count } уже с членством
}
outcome-count-invited = { $count ->
    [one] { $count } уже с приглашением: { $names }
    [few] { $count } уже с приглашением: { $names }
    [many] { $count } уже с приглашением: { $names }
   *[other] { $count } уже с приглашением: { $names }
}
outcome-count-invited-many = { $count ->
    [one] { $count } уже с приглашением
    [few] { $count } уже с приглашением
    [many] { $count } уже с приглашением
   *[other] { $count } уже с приглашением
}
outcome-count-waiting = { $count ->
    [one] { $count } с запросом на вступление: { $names }
    [few] { $count } с запросами на вступление: { $names }
    [many] { $count } с запросами на вступление: { $names }
   *[other] { $count } с запросами на вступление: { $names }
}
outcome-count-waiting-many = { $count ->
    [one] { $count } с запросом на вступление
    [few] { $count } с запросами на вступление
    [many] { $count } с запросами на вступление
   *[other] { $count } с запросами на вступление
}
outcome-count-refused = { $count ->
    [one] { $count } пригласить нельзя. { $why }
    [few] { $count } пригласить нельзя. { $why }
    [many] { $count } пригласить нельзя. { $why }
   *[other] { $count } пригласить нельзя. { $why }
}
outcome-count-malformed = { $count ->
    [one] { $count } не похож на адрес: исправьте или уберите его.
    [few] { $count } не похожи на адреса: исправьте или уберите их.
    [many] { $count } не похожи на адреса: исправьте или уберите их.
   *[other] { $count } не похожи на адреса: исправьте или уберите их.
}
outcome-count-malformed-phone = { $count ->
    [one] { $count } запись – не номер телефона: начните с + и кода страны или удалите её.
    [few] { $count } записи – не номера телефонов: начните с + и кода страны или удалите их.
    [many] { $count } записей – не номера телефонов: начните с + и кода страны или удалите их.
   *[other] { $count } записи – не номера телефонов: начните с + и кода страны или удалите их.
}
outcome-unreached = { $count ->
    [one] С этого сервера сообщения на { $names } не отправляются. Пригласите и скопируйте ссылку или укажите электронную почту.
    [few] С этого сервера не отправляются сообщения на { $count } номера из этих ({ $names }). Пригласите и скопируйте ссылки или укажите электронную почту.
    [many] С этого сервера не отправляются сообщения на { $count } номеров из этих ({ $names }). Пригласите и скопируйте ссылки или укажите электронную почту.
   *[other] С этого сервера не отправляются сообщения на { $count } номера из этих ({ $names }). Пригласите и скопируйте ссылки или укажите электронную почту.
}
did-you-mean-instead = { $contact }: может быть, { $meant }?
use-this = Взять этот
invite-instead-of = Приглашение на { $contact } будет отозвано, когда уйдёт это.
choose-level = Выберите уровень
letter-language = Язык письма
letter-language-auto = Язык адресата, если известен
use-lowest = Взять наименьший подходящий: { $level }
invite-message = Сообщение
invite-message-hint = Необязательно. Попадёт в письмо.
letter-preview = Письмо, как его увидят
text-language = Язык сообщения
text-preview = Сообщение, каким его увидят
text-count = { $count ->
    [one] { $length }/{ $room } · { $count } сообщение
    [few] { $length }/{ $room } · { $count } сообщения
    [many] { $length }/{ $room } · { $count } сообщений
   *[other] { $length }/{ $room } · { $count } сообщения
}
text-countries = Сообщения отправляются на номера, которые начинаются с { $countries }.
text-fixed = Слова заданы заранее, чтобы никто не мог выдать себя за другого.
invite-count = { $count ->
    [0] Пригласить
    [one] Пригласить { $count } человека
    [few] Пригласить { $count } человек
    [many] Пригласить { $count } человек
   *[other] Пригласить { $count } человека
}
send-again-to = { $count ->
    [one] Отправить ещё раз { $count } человеку
    [few] Отправить ещё раз { $count } людям
    [many] Отправить ещё раз { $count } людям
   *[other] Отправить ещё раз { $count } человека
}
invite-nobody = Введите хотя бы один адрес.
invite-nobody-phone = Введите хотя бы один номер телефона.
invite-none-new = Новых среди них нет.
not-invited = { $contact }: { $why }
invited = { $count ->
    [one] Отправляется { $count } приглашение.
    [few] Отправляются { $count } приглашения.
    [many] Отправляются { $count } приглашений.
   *[other] Отправляется { $count } приглашения.
}
sent-again = { $count ->
    [one] Отправляется { $count } новая ссылка.
    [few] Отправляются { $count } новые ссылки.
    [many] Отправляются { $count } новых ссылок.
   *[other] Отправляется { $count } новой ссылки.
}
invited-and-again = { $count ->
    [one] Отправляется { $count } приглашение, повторно: { $again }.
    [few] Отправляются { $count } приглашения, повторно: { $again }.
    [many] Отправляются { $count } приглашений, повторно: { $again }.
   *[other] Отправляется { $count } приглашения, повторно: { $again }.
}
sent-when-online = Будет отправлено, когда появится связь.
saving = Сохраняем…
saving-of = Сохранено { $done } из { $count }…
consequence-letters = { $count ->
    [one] { $count } человек получит письмо.
    [few] { $count } человека получат по письму.
    [many] { $count } человек получат по письму.
   *[other] { $count } человека получат по письму.
}
consequence-again = { $count ->
    [one] { $count } человек получит новую ссылку. Старая перестанет работать.
    [few] { $count } человека получат новые ссылки. Старые перестанут работать.
    [many] { $count } человек получат новые ссылки. Старые перестанут работать.
   *[other] { $count } человека получат новые ссылки. Старые перестанут работать.
}
consequence-level = Каждый, кто примет приглашение, сразу получит уровень доступа «{ $level }».
consequence-term = { $count ->
    [one] Ссылки действуют { $count } день.
    [few] Ссылки действуют { $count } дня.
    [many] Ссылки действуют { $count } дней.
   *[other] Ссылки действуют { $count } дня.
}
consequence-undo = 10 секунд всё можно вернуть. Потом каждое приглашение можно отозвать.
consequence-offline = Письма уйдут, когда появится связь. До тех пор всё можно вернуть.

## Журнал

history-filters = Какие записи
history-find = Найти в журнале
history-who = Кто
history-what = Что
history-by = Кто: { $name }
history-about = О чём: { $what }
history-links = Ссылки
history-other = Прочее
history-somebody = Кто-то
history-unnamed = без названия
history-barred = Здесь вам нельзя читать журнал.
history-kept = Нет связи с сервером. Эти записи сохранены на этом компьютере; более ранние нужно загрузить.
history-searched-to = Просмотрены записи до: { $when }.
history-further = Искать раньше
history-none-kept = На этом компьютере журнала ещё нет.
history-none-kept-text = Его читают с сервера. Прочитанное сохраняется и доступно потом без сети.
history-empty = Здесь ещё ничего не происходило.
history-empty-text = Всё, что делают в организации, записывается сюда и остаётся.
history-nothing-found = Ничего такого не происходило.
history-nothing-days = В эти дни ничего не происходило.
history-offline-at = без сети, { $when }
history-save = Экспорт
history-save-csv = Таблица (CSV)
history-save-ndjson = Для программ (NDJSON)
history-saving = Записи читаются.
history-saved = { $count ->
    [one] Сохранена { $count } запись: { $path }
    [few] Сохранены { $count } записи: { $path }
    [many] Сохранено { $count } записей: { $path }
   *[other] Сохранено { $count } записи: { $path }
}
history-file-head = Журнал: { $name }, сохранено { $when }
history-found-by = Найдено по «{ $text }»
history-broken = Цепочка прервана
history-broken-text = Эта запись не продолжает предыдущую: что-то изменено или удалено. Сообщите оператору сервера.
history-chain-ok = Цепочка цела
history-reason = Причина
history-note = Заметка
history-contact = Адрес
history-until = До
history-made = Сделано
history-made-offline = { $when }, без сети
history-arrived = На сервере
history-entry = Запись
history-erased = Содержание этой записи стёрто вместе с данными человека.
event-person-invited = Приглашение отправлено: { $name }, { $level }
event-invitation-resent = Приглашение отправлено ещё раз: { $name }
event-invitation-changed = { $moved ->
    [yes] Приглашение изменено: { $name }, { $before } → { $level }
   *[no] Приглашение изменено: { $name }
}
event-invitation-revoked = Приглашение отозвано: { $name }
event-invitation-accepted = { $leveled ->
    [yes] Приглашение принято: { $level }
   *[no] Приглашение принято
}
event-invitation-declined = Приглашение отклонено
event-superseded = Закрыто то, что ещё ожидало: { $name }
event-join-requested = Запрос на вступление
event-request-cancelled = Запрос отменён
event-request-approved = Запрос подтверждён: { $name }, { $level }
event-request-declined = Запрос отклонён: { $name }
event-request-reopened = Запрос снова открыт: { $name }
event-member-added = { $own ->
    [yes] Вступление по ссылке: { $level }
   *[no] Членство подтверждено: { $name }, { $level }
}
event-grant-changed = { $moved ->
    [yes] Доступ изменён: { $name }, { $before } → { $level }
   *[no] Доступ изменён: { $name }
}
event-member-suspended = Членство приостановлено: { $name }
event-member-resumed = Членство возобновлено: { $name }
event-membership-ended = { $own ->
    [yes] Выход из организации
   *[no] Членство завершено: { $name }
}
event-membership-expired = Членство истекло: { $name }
event-membership-renewed = Членство продлено: { $name }, { $level }
event-visibility-set = Изменено, виден ли человек в открытом списке: { $name }
event-position-set = Должность изменена: { $name }
event-renamed = Новое имя: { $name }
event-readdressed = Новый адрес для связи
event-link-used = { $named ->
    [yes] Использована ссылка «{ $object }»
   *[no] Использована ссылка
}
event-link-made = { $named ->
    [yes] Создана ссылка «{ $object }»: { $level }
   *[no] Создана ссылка: { $level }
}
event-link-changed = { $named ->
    [yes] Изменена ссылка «{ $object }»
   *[no] Изменена ссылка
}
event-link-closed = { $named ->
    [yes] Закрыта ссылка «{ $object }»
   *[no] Закрыта ссылка
}
event-link-shown = { $named ->
    [yes] Показана секретная ссылка «{ $object }»
   *[no] { $told ->
        [yes] Показана секретная ссылка, приглашение: { $name }
       *[no] Показана секретная ссылка
    }
}
event-level-made = Создан уровень доступа «{ $object }»
event-level-changed = Изменён уровень доступа «{ $object }»
event-level-deleted = Удалён уровень доступа «{ $object }»
event-settings-changed = Изменены настройки
event-organisation-made = Создана организация
event-plan-set = Изменён тариф
event-sign-in-set = Изменён способ входа
event-longest-term-set = Изменён наибольший срок приглашений
event-organisation-deactivated = Организация отключена
event-organisation-activated = Организация снова включена
event-erased = Стёрты данные человека
event-ownership-offered = Предложено владение: { $name }
event-ownership-accepted = Владение принято
event-offer-withdrawn = Предложение владения отозвано: { $name }
event-room-made = Создано помещение «{ $object }»
event-room-changed = Изменено помещение «{ $object }»
event-room-removed = Удалено помещение «{ $object }»
event-site-made = Создана площадка «{ $object }»
event-site-changed = Изменена площадка «{ $object }»
event-site-removed = Удалена площадка «{ $object }»
event-staff-record-made = Создана карточка сотрудника: { $name }
event-staff-record-changed = Изменена карточка сотрудника: { $name }
event-staff-record-removed = Удалена карточка сотрудника: { $name }
event-staff-tied = Карточка сотрудника связана с учётной записью: { $name }
event-management-proposed = Предложено управление другой организации
event-management-accepted = Управление принято
event-management-ended = Управление завершено
event-account-closing = { $name }: учётная запись закрывается
event-account-kept = { $name }: учётная запись сохранена
event-account-deleted = { $name }: учётная запись удалена
event-withdrawn = Закрыто то, что ждало: { $name }
event-organisation-deleted = Организация удалена
event-other = Действие, которого эта версия не знает

## Конфликты изменений без сети

conflict = Конфликт
conflict-who = изменено дважды: вами и ещё раз ({ $name })
ask-colleague = Спросить: { $name }
ask-by-letter = Начнёт письмо в вашей почтовой программе.
conflict-caption = Ваш вариант, то, что действует сейчас, и то, что было
conflict-mine-at = Вы, { $when }, без сети
conflict-theirs-at = { $name }, { $when }
conflict-not-known = здесь неизвестно
conflict-name = Имя
conflict-same = Ваше изменение совпадает с тем, что действует сейчас.
conflict-theirs-more = Этот вариант ({ $name }) ещё даёт:
conflict-theirs-less = Этот вариант ({ $name }) не даёт:
keep-theirs = Оставить: { $name }
keep-theirs-less = Оставить: { $name }, меньше прав
use-mine = Взять мой
use-mine-less = Взять мой, меньше прав
choose-per-line = Выбрать по строкам
conflict-edit = Изменить…
apply-lines = Применить выбранное
conflict-kept-theirs = { $name }: остаётся то, что действует сейчас.
conflict-overruled = { $name }: применяется ваш вариант.
approval-not-applied = Ваше подтверждение не применено.
invite-them-instead = Отправить приглашение
command-invite-person = Пригласить: { $name }, { $level }
command-resend-invitation = Отправить приглашение ещё раз: { $name }
command-change-invitation = Изменить приглашение: { $name }, { $level }
command-revoke-invitation = Отозвать приглашение: { $name }
command-make-link = Создать ссылку «{ $name }»
command-change-link = Изменить ссылку «{ $name }»
command-close-link = Закрыть ссылку «{ $name }»
command-cancel-request = Отменить запрос
command-reopen-request = Снова открыть запрос: { $name }
command-add-member = Добавить: { $name }, { $level }
command-change-grant = Изменить доступ: { $name }, { $level }
command-suspend-member = Приостановить членство: { $name }
command-resume-member = Возобновить членство: { $name }
command-expire-membership = Отметить членство как истёкшее: { $name }
command-end-membership = Завершить членство: { $name }
command-renew-membership = Продлить членство: { $name }, { $level }
command-set-visibility = Изменить видимость в открытом списке: { $name }
command-set-position = Изменить должность: { $name }
command-make-level = Создать уровень доступа «{ $name }»
command-change-level = Изменить уровень доступа «{ $name }»
command-delete-level = Удалить уровень доступа «{ $name }»
command-change-settings = Изменить настройки
command-make-staff-record = Создать карточку сотрудника: { $name }
command-change-staff-record = Изменить карточку сотрудника: { $name }
command-remove-staff-record = Удалить карточку сотрудника: { $name }
command-make-room = Создать помещение «{ $name }»
command-change-room = Изменить помещение «{ $name }»
command-remove-room = Удалить помещение «{ $name }»
command-make-site = Создать площадку «{ $name }»
command-change-site = Изменить площадку «{ $name }»
command-remove-site = Удалить площадку «{ $name }»
command-offer-ownership = Предложить владение: { $name }
command-accept-ownership = Принять владение
command-withdraw-offer = Отозвать предложение владения: { $name }
command-propose-management = Предложить управление другой организации
command-accept-management = Принять управление
command-end-management = Завершить управление
command-delete-organisation = Удалить организацию
command-delete-account = Удалить свою учётную запись
command-cancel-account-deletion = Сохранить свою учётную запись

## What is not shown, and where people are reached

requests-closed = Запросы вам не видны.
requests-closed-text = Ваш уровень доступа не позволяет решать, кого принять.
invitations-closed = Приглашения вам не видны.
invitations-closed-text = Ваш уровень доступа не позволяет приглашать людей.
waits-yesterday = вчера, { $time }
verified-email = Почта подтверждена
verified-phone = Телефон подтверждён
verified-both = Почта и телефон подтверждены

## Putting requests off

keys-snooze = Отложить или показать снова
snooze = Отложить
snooze-hint = Запрос исчезнет из списка до этого времени. Только на этом компьютере, никто об этом не узнает.
snooze-tomorrow = До завтрашнего утра
snooze-monday = До утра понедельника
snooze-date = До другого дня…
snooze-date-title = Отложить до
snooze-day = День
snooze-date-error = Выберите день позже сегодняшнего.
snooze-confirm = Отложить
snooze-wake = Показать сейчас
snoozed = Отложено до { $when }: { $name }
snoozed-no-more = Снова в списке: { $name }
snoozed-until = Отложено до { $when }
requests-snoozed = Отложено: { $count }

## What needs care beside requests

care-count = { $count ->
    [one] { $count } требует внимания
    [few] { $count } требуют внимания
    [many] { $count } требуют внимания
   *[other] { $count } требуют внимания
}
care-count-more = { $many } требуют внимания
requests-care = Требует внимания
care-undelivered = Приглашение не дошло
care-runs-out = Приглашение действует до { $when }
care-access-ends = Доступ до { $when }
care-ran-out = Приглашение истекло { $when }
care-nothing = Ничто не требует внимания
care-nothing-text = Здесь приглашения, которые не дошли или истекают, и доступ, который скоро закончится.
care-see = Показать, что требует внимания ({ $count })
care-snoozed = { $count ->
    [one] { $count } отложено.
    [few] { $count } отложено.
    [many] { $count } отложено.
   *[other] { $count } отложено.
}
care-show = Показать
care-asleep = Это отложено.
care-back = Вернуться к срочному
care-resend = Отправить приглашение ещё раз: { $name }
care-revoke = Отозвать приглашение: { $name }
care-resent = { $count ->
    [one] Отправляется { $count } новая ссылка. Старая перестаёт действовать.
    [few] Отправляются { $count } новые ссылки. Старые перестают действовать.
    [many] Отправляются { $count } новых ссылок. Старые перестают действовать.
   *[other] Отправляется { $count } новой ссылки. Старые перестают действовать.
}
care-revoked = { $count ->
    [one] Отозвано { $count } приглашение.
    [few] Отозвано { $count } приглашения.
    [many] Отозвано { $count } приглашений.
   *[other] Отозвано { $count } приглашения.
}
care-some = { $count ->
    [one] { $count } из них можно отправить снова.
    [few] { $count } из них можно отправить снова.
    [many] { $count } из них можно отправить снова.
   *[other] { $count } из них можно отправить снова.
}
care-none-of-these = Ни одно из них нельзя отправить снова.
care-none-changed = Ни одно из них нельзя изменить.
care-one-ticked = Отмечено: { $ticked }. Эти кнопки относятся к открытой строке: { $name }.
care-change = Изменить доступ
care-open-person = Открыть человека
care-open-invitation = Открыть приглашение

## Somebody like whoever asks

similar = Похожий человек: { $name }. { $state }
similar-since = Похожий человек: { $name }. { $state } ({ $when })
compare = Сравнить
compare-title = Это один и тот же человек?
compare-asks = Запрос
compare-known = Уже есть здесь
compare-end = Окончание
compare-name = Имя
compare-contacts = Контакты
compare-same = совпадает
compare-open = Открыть в людях

## Narrowing the history

history-whom = Человек
history-about-whom = О человеке: { $name }
history-days = Дни
history-days-today = Сегодня
history-days-week = Последние 7 дней
history-days-month = Последние 30 дней
history-days-own = С одного дня по другой…
history-days-title = Какие дни
history-days-from = Первый день
history-days-until = Последний день
history-days-error = Выберите день не раньше первого.
history-days-show = Показать эти дни

# Inviting many at once.
import = Импорт людей
import-of = Импорт · { $name }
import-table = Импорт таблицы
import-step = Шаг { $step } из 3
import-drop = Отпустите файл, чтобы пригласить людей
import-source = Перетащите таблицу сюда
import-source-text = CSV или Excel (.xlsx), до 5 000 человек. Ничего не отправляется, пока вы не посмотрите.
import-choose = Выбрать файл
import-paste = Или вставьте строки
import-paste-hint = По одному человеку в строке: имя, почта или телефон
import-paste-nothing = Сначала вставьте что-нибудь.
import-look = Посмотреть строки
import-earlier = Прежние импорты
import-pasted = Вставленные строки
import-columns = Что в столбцах
import-column = Столбец { $number }
import-use-ignored = Не используется
import-use-name = Имя полностью
import-use-first-name = Имя
import-use-last-name = Фамилия
import-use-email = Почта
import-use-phone = Телефон
import-use-position = Должность
import-encoding = Кодировка
import-separator = Разделитель
import-comma = Запятая
import-semicolon = Точка с запятой
import-tab = Табуляция
import-bar = Вертикальная черта
import-headings = Первая строка — заголовки
import-looks-right = Читается верно?
import-rows = Какие строки показаны
import-rows-all = Все
import-rows-to-fix = Исправить
import-rows-skipped = Пропущены
import-rows-none = Таких строк нет.
import-ready = { $count ->
    [one] Готов { $count } человек
    [few] Готовы { $count } человека
    [many] Готовы { $count } человек
   *[other] Готовы { $count } человека
}
import-row = Строка
import-outcome = Что будет
row-ready = Получит приглашение
row-approves = Ждёт ответа на запрос: запрос будет подтверждён
row-member = Уже есть членство, пропускается
row-invited = Уже есть приглашение, пропускается
row-twice = Уже есть выше в таблице
row-refused = Пригласить нельзя
row-no-contact = Нет ни почты, ни телефона
row-two-ats = Два знака @
row-no-country = Добавьте код страны, например +373
row-malformed = Это не адрес почты и не номер телефона
row-bad-name = Имя слишком длинное или похоже на адрес в интернете
row-unknown-level = Нет уровня с таким названием
row-two-levels = Так называется больше одного уровня
row-level-barred = Этот уровень вы дать не можете
import-fix = Строка { $number }
import-contact = Почта или телефон
import-fix-save = Использовать
import-country = Код страны
import-country-hint = Код страны выглядит так: +373.
import-use-for = { $count ->
    [one] { $what } для { $count } строки
    [few] { $what } для { $count } строк
    [many] { $what } для { $count } строк
   *[other] { $what } для { $count } строк
}
import-use-level = { $count ->
    [one] Применить к { $count } строке, где «{ $written }»
    [few] Применить к { $count } строкам, где «{ $written }»
    [many] Применить к { $count } строкам, где «{ $written }»
   *[other] Применить к { $count } строки, где «{ $written }»
}
import-nobody = В этой таблице пока некого пригласить.
import-invite = { $count ->
    [one] Пригласить { $number } человека
    [few] Пригласить { $number } человека
    [many] Пригласить { $number } человек
   *[other] Пригласить { $number } человека
}
import-confirm = Приглашение в организацию «{ $name }»
import-confirm-many = { $count ->
    [one] { $number } человек получит письмо или сообщение с личной ссылкой.
    [few] { $number } человека получат письмо или сообщение, у каждого своя ссылка.
    [many] { $number } человек получат письмо или сообщение, у каждого своя ссылка.
   *[other] { $number } человека получат письмо или сообщение, у каждого своя ссылка.
}
import-confirm-level = После согласия уровень доступа: { $level }.
import-confirm-levels = После согласия уровень доступа — из строки таблицы: { $levels }.
import-confirm-of = { $level } ({ $number })
import-confirm-term = { $count ->
    [one] Ссылки действуют { $count } день.
    [few] Ссылки действуют { $count } дня.
    [many] Ссылки действуют { $count } дней.
   *[other] Ссылки действуют { $count } дня.
}
import-confirm-left = { $count ->
    [one] { $count } строка пропускается.
    [few] { $count } строки пропускаются.
    [many] { $count } строк пропускается.
   *[other] { $count } строки пропускаются.
}
import-sent = { $count ->
    [one] { $count } приглашение отправляется.
    [few] { $count } приглашения отправляются.
    [many] { $count } приглашений отправляется.
   *[other] { $count } приглашения отправляются.
}
import-keeping = { $count ->
    [one] Сохраняется { $number } приглашение на этом компьютере…
    [few] Сохраняются { $number } приглашения на этом компьютере…
    [many] Сохраняются { $number } приглашений на этом компьютере…
   *[other] Сохраняются { $number } приглашения на этом компьютере…
}
batch-sent = Отправлено { $sent } из { $total }
batch-refused = отказано: { $count }
batch-to-fix = исправить: { $count }
batch-skipped = пропущено: { $count }
batch-accepted = принято: { $count }
batch-level = { $level }, { $when }
batch-left = { $count ->
    [one] ещё около { $count } минуты
    [few] ещё около { $count } минут
    [many] ещё около { $count } минут
   *[other] ещё около { $count } минуты
}
batch-levels = { $level } или уровень из строки, { $when }
batch-paused = приостановлено
batch-pause = Приостановить
batch-go-on = Продолжить
batch-take-back = { $count ->
    [one] Вернуть { $number } неотправленное
    [few] Вернуть { $number } неотправленных
    [many] Вернуть { $number } неотправленных
   *[other] Вернуть { $number } неотправленных
}
batch-taken-back = Неотправленное возвращено.
batch-save = { $count ->
    [one] Сохранить { $number } строку для исправления
    [few] Сохранить { $number } строки для исправления
    [many] Сохранить { $number } строк для исправления
   *[other] Сохранить { $number } строки для исправления
}
batch-saved = Сохранено: { $path }
batch-resend = { $count ->
    [one] Отправить ещё раз { $number } недоставленное
    [few] Отправить ещё раз { $number } недоставленных
    [many] Отправить ещё раз { $number } недоставленных
   *[other] Отправить ещё раз { $number } недоставленных
}
batch-revoke = { $count ->
    [one] Отозвать { $number } непринятое
    [few] Отозвать { $number } непринятых
    [many] Отозвать { $number } непринятых
   *[other] Отозвать { $number } непринятых
}
batch-revoke-dead = { $count ->
    [one] Перестанет работать приглашение { $number } человека.
    [few] Перестанут работать приглашения { $number } человек.
    [many] Перестанут работать приглашения { $number } человек.
   *[other] Перестанут работать приглашения { $number } человека.
}
batch-revoke-kept = Принятые остаются в силе. Неотправленное не уйдёт.
batch-act-undo = 10 секунд это можно вернуть.
batch-act-offline = Это уйдёт, когда появится связь. До тех пор всё можно вернуть.
batch-revoked = { $count ->
    [one] Отозвано { $count } приглашение.
    [few] Отозвано { $count } приглашения.
    [many] Отозвано { $count } приглашений.
   *[other] Отозвано { $count } приглашения.
}
batch-row-waiting = Ждёт отправки
batch-row-sent = Отправлено
batch-row-skipped = Пропущено
batch-row-taken-back = Возвращено
## Колокольчик

settings-notifications = Уведомления
settings-notify = Сообщать на рабочем столе
settings-notify-text = Пока вы заняты другим. Никогда, пока это окно впереди.
settings-told-requests = Новые запросы
settings-told-invitations = Приглашения и ссылки, которым нужно внимание
settings-told-changes = Мои изменения, которые не приняты
settings-told-others = Всё остальное
settings-letters = Письма
settings-letters-text = Каждое сразу, или письма о запросах и приглашениях вместе раз в день: это выбирают на странице вашей учётной записи.
settings-quiet = Тихие часы
settings-quiet-text = В это время на рабочем столе ничего не появляется. Всё есть в списке уведомлений.
settings-quiet-from = С
settings-quiet-until = До
settings-requests = Запросы: { $organisation }
settings-gates = Тариф и вход: { $organisation }
gate-plan-pro = Тариф: Pro
gate-plan-pro-text = Входит всё, в том числе записи, клиенты и продажи для сотрудников.
gate-plan-free = Тариф: Free
gate-plan-free-text = Записи, клиенты, продажи и настройки бизнеса доступны только владельцам и администраторам, и выдать их другим нельзя. С тарифом Pro выданное ранее снова заработает.
gate-sign-in-any = Вход: любым способом этого сервера
gate-sign-in-any-text = Приглашения и ссылки работают.
gate-sign-in-external = Вход: только внешние учётные записи
gate-sign-in-external-text = Приглашать нельзя, ссылки никого не впускают. Открытые приглашения остаются в списке и снова заработают, когда это отключат.
gates-operator = И то и другое задаёт оператор сервера. Чтобы изменить, обратитесь к нему.
settings-accepts = Принимать запросы от незнакомых
settings-accepts-text = Организация есть в списке сообществ, и её страница принимает запросы.
settings-reminder = Напоминать о запросе тем, кто решает, через
settings-reminder-text = Один раз о каждом запросе: в приложении и письмом.
settings-escalation = Управляющая организация тоже может решать через
settings-escalation-text = Если этой организацией управляет другая. Пока здесь решать некому, она может сразу.
settings-waiting = После отказа можно попросить снова через
settings-waiting-text = Считая от последнего отказа. При 0 сразу.
settings-days = { $count ->
    [one] день
    [few] дня
    [many] дней
   *[other] дня
}
settings-questions = Вопросы в форме запроса
settings-questions-text = Не больше пяти. Ответы видит рядом с запросом тот, кто решает.
settings-question = Вопрос { $number }
settings-question-add = Добавить вопрос
settings-question-remove = Убрать вопрос { $number }
settings-questions-save = Сохранить вопросы
settings-inviting = Приглашения: { $organisation }
settings-term = Приглашения и ссылки действуют
settings-term-text = { $count ->
    [one] Не больше { $count } дня, так решил оператор сервера.
    [few] Не больше { $count } дней, так решил оператор сервера.
    [many] Не больше { $count } дней, так решил оператор сервера.
   *[other] Не больше { $count } дня, так решил оператор сервера.
}
settings-remind = Напоминать об открытых приглашениях
settings-remind-text = На третий день и за день до окончания.
settings-default-level = Какой уровень предлагать первым
settings-default-level-text = Приглашая, можно выбрать другой.
settings-default-level-warns = Приглашая в спешке, легко дать всё это.
settings-links = Новые ссылки требуют подтверждения
settings-links-text = Создавая ссылку, можно выбрать иначе. Для плаката подтверждение нужно всегда.
settings-saved = Настройки сохранены: { $organisation }

## Владельцы и управляющие организации

prove = Подтвердите, что это вы
prove-text = Для этого нужен пароль ещё раз. Он отправляется один раз и не сохраняется на этом компьютере.
prove-here = Этот сервер работает на вашем компьютере: его владелец тот, кто за ним сидит. Doorward выполнит вход ещё раз.
prove-password = Пароль учётной записи { $account }
prove-wrong = Это не пароль этой учётной записи.
prove-go = Подтвердить
act-offer = Предложить владение
act-offer-more = Предложить владение…
offer-of = Предложить владение · { $name }
leave-of = Выход: { $organisation }
leave-loses = Всё, что вам здесь доступно, сразу прекратится, и ни одно помещение больше не откроется.
leave-rows = Всё, что хранит об организации ваш компьютер, будет удалено.
leave-back = Отменить это нельзя: вернуться можно, только приняв приглашение или, если там принимают запросы, отправив новый запрос.
leave-confirm = Выйти
own-leave = Своё членство вы завершаете на своей строке: там сначала сказано, что за этим последует.
offer-means = Кому: { $name }. Станет доступно всё, что здесь есть: все помещения, доступ каждого, удаление организации.
offer-waits = До принятия ничего не меняется. Предложение действует 7 дней, до тех пор его можно отозвать.
offer-undated = Дата окончания этого членства снимается, когда предложение принято.
offer-step-down = Когда предложение примут, сделать меня администратором
offer-step-down-text = Останется всё, кроме удаления и передачи организации. Иначе владельцев будет несколько.
ownership-offered = Предложено владение: { $name }.
ownership-withdrawn = Предложение владения отозвано: { $name }.
offer-stands = Предложено владение: { $name }. Кто предлагает: { $by }. Действует до { $when }; до принятия ничего не меняется.
offer-to-you = { $by } предлагает вам владение до { $when }.
offer-look = Посмотреть
act-withdraw-offer = Отозвать предложение
offer-region = Предложено вам
offer-banner = { $by } предлагает вам владение: { $organisation }.
offer-answer = Владение: { $organisation }
offer-answer-by = { $by } предлагает вам владение: { $organisation }.
offer-answer-means = Владелец может там всё: все помещения, доступ каждого, удаление организации.
offer-undated-own = С этого дня у вашего доступа нет даты окончания.
offer-answer-step-down = { $by } получит уровень «Администратор», когда вы согласитесь.
offer-answer-no = Если владение вам не нужно, делать ничего не надо: предложение закончится само, { $when }.
offer-accept = Стать владельцем
offer-later = Позже
offer-accepted = Теперь вы владелец: { $organisation }.
another-organisation = другая организация
settings-owners = Владельцы: { $organisation }
owner-undated = Без даты окончания
owner-until = До { $when }
owners-text = Хотя бы один владелец без даты окончания должен остаться. Чтобы передать организацию, откройте человека в разделе «Люди» и предложите владение.
owners-text-others = Хотя бы один владелец без даты окончания должен остаться. Никто не становится владельцем без согласия.
step-down = Сложить владение
step-down-text = Вы станете администратором, другие владельцы останутся.
step-down-act = Сложить владение…
step-down-keeps = Останется всё, что делают администраторы: люди, помещения, уровни, настройки, журнал.
step-down-loses = Больше нельзя будет удалить организацию, передать её и менять доступ владельцев.
step-down-back = Снова предложить вам владение сможет только владелец.
step-down-confirm = Стать администратором
settings-memberships = Доступ и членство: { $organisation }
settings-request-level = Уровень для ответа на запрос
settings-request-level-text = Предлагается первым тому, кто решает. Если дать его нельзя, предлагается уровень ниже.
settings-expire = Закрывать членство, срок которого прошёл
settings-expire-on = После последнего дня членство считается истёкшим. Продление снова открывает доступ.
settings-expire-off = После последнего дня доступа нет, а членство остаётся в списке с прошедшим сроком, пока его не продлят или не завершат.
settings-lock = Копия на компьютере без связи закрывается через
settings-lock-text = Кто столько не связывался с сервером, ничего здесь не прочитает, пока сервер не ответит.
settings-grace = Учётная запись последнего владельца ждёт удаления
settings-grace-text = За это время владение предлагают администраторам. Потом организация удаляется. При 0 сразу.
settings-end = Удаление организации
delete-organisation = Удалить: { $organisation }
delete-organisation-text = Навсегда и для всех. Это может только владелец и только пока в организации нет никого, кроме владельцев.
delete-organisation-act = Удалить…
delete-organisation-final = Организация удаляется сразу. Срока на раздумья нет, вернуть ничего нельзя.
delete-organisation-members = Членство владельцев завершится, каждому придёт сообщение.
delete-organisation-open = Открытые запросы и приглашения перестанут действовать, ссылки и QR-коды тоже.
delete-organisation-managed = Сообщества под её управлением станут самостоятельными.
delete-organisation-remains = Записи останутся на сервере, но прав на них больше не будет ни у кого.
delete-organisation-type = Для подтверждения введите «{ $organisation }»
delete-organisation-type-first = Сначала введите название.
delete-organisation-confirm = Удалить навсегда
organisation-deleted = Удалено: { $organisation }.
stepped-down = Теперь вы администратор.
settings-public = Публичная страница
public-application = Запрос на вступление
public-application-text = По этому адресу любой может попросить о вступлении. Разместите его на сайте или отправьте людям.
public-application-none = Адреса нет: запросы от тех, кого не приглашали, выключены.
public-page = Публичная страница
public-page-text = Страница организации с участниками, которые решили быть в списке.
public-page-none = Страницы пока нет: в списке никого нет, и запросы не принимаются.
public-widget = Список для сайта
public-widget-text = Две строки, которые показывают список участников на вашей странице.
public-id = Идентификатор
public-id-text = По нему организацию находят другие: та, которой будут управлять отсюда, и программы.
public-copy = Копировать
public-copy-of = Копировать: { $what }
public-copied = Скопировано.

settings-management = Управление
management-ask = Пусть этой организацией управляет другая
management-ask-text = Её сотрудники ответят на запросы, на которые здесь никто не отвечает. Сначала должен согласиться владелец там.
management-ask-act = Попросить
management-which = Какая организация
management-other = Другая, по адресу её страницы
management-address = Адрес её страницы
management-address-text = Страница организации, например https://doorward.example/o/0190…, или её идентификатор. И то и другое её администраторы найдут в настройках, в разделе «Публичная страница».
management-wrong-address = Это не адрес страницы организации.
management-proposed = Просьба отправлена. Должен согласиться владелец там.
management-waits = Просьба об управлении ждёт ответа: { $manager }
management-asked = Кто попросил: { $name } · { $when }
management-withdraw = Отозвать
management-withdrawn = Просьба отозвана.
managed-by = Управляет { $manager }: { $organisation }
acting-owner = Здесь вы действуете как владелец от управляющей организации.
managed-by-text = Её сотрудники отвечают на запросы, на которые здесь никто не отвечает. Пока здесь нет владельца, действуют её владельцы.
management-end = Закончить управление
management-ended = Организация теперь сама по себе: { $organisation }.
manages = Под управлением: { $organisation }
manages-asked = Просит об управлении: { $organisation }
management-banner = { $by } просит управлять организацией { $organisation }. Управлять будет { $manager }.
management-answer = Управление: { $organisation }
management-answer-by = { $by } просит управлять организацией { $organisation }. Управлять будет { $manager }.
management-means-requests = Кто решает запросы в организации { $manager }, ответит и на те, на которые в организации { $organisation } никто не отвечает.
management-means-owners = Пока в организации { $organisation } нет своего владельца, действуют владельцы организации { $manager }.
management-means-end = Закончить может любая сторона.
management-accept = Управлять
management-accepted = Под управлением вашей организации: { $organisation }.
management-declined = Управление отклонено: { $organisation }.

## Сотрудники по имени

settings-staff = Сотрудники: { $organisation }
settings-staff-text = Кто здесь работает, со своим входом или без него.
staff-no-login = Без входа
staff-add = Добавить…
staff-add-title = Добавить сотрудника
staff-name = Имя
staff-contact = Почта для входа
staff-contact-text = Туда придёт приглашение с кнопкой.
staff-contact-malformed = Это не адрес почты и не номер телефона.
staff-grants = Открывает свои записи; потом можно отметить большее. До сохранения ничего не отправляется.
staff-has-login = Снимите отметку, чтобы отозвать вход. До сохранения ничего не меняется.
staff-withdraws = После сохранения вход сразу закончится, и всё, что с ним было.
staff-signs-in = Разрешить вход
staff-show = Показать доступ
staff-save = Сохранить
staff-saved = Сохранено: { $name }.
staff-remove = Удалить
staff-removed = Удалено: { $name }.
