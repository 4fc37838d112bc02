/** The page's own words in Kazakh, Russian and English: the one file to open to change a sentence. */

const WORDS = {
  title: ["Otinim сынақ алаңы", "Песочница Otinim", "Otinim sandbox"],
  skip: ["Хабарлама жазуға өту", "Перейти к вводу сообщения", "Skip to the message box"],
  people: ["Адамдар", "Люди", "People"],
  pupil: ["Оқушы", "Ученик", "Pupil"],
  parent: ["Ата-ана", "Родитель", "Parent"],
  teacher: ["Мұғалім", "Учитель", "Teacher"],
  staff: ["Қызметкер", "Сотрудник", "Staff"],
  group: ["Топтық чат", "Групповой чат", "Group chat"],
  speaker: ["Кім жазады", "Кто пишет", "Writing as"],
  chats: ["Чаттар", "Чаты", "Chats"],
  chatOf: ["Чат: {name}", "Чат: {name}", "Chat: {name}"],
  unread: ["оқылмаған: {n}", "непрочитанных: {n}", "unread: {n}"],
  beside: ["Қатар ашу: {name}", "Открыть рядом: {name}", "Open side by side: {name}"],
  closeColumn: ["Чатты жабу: {name}", "Закрыть чат: {name}", "Close chat: {name}"],
  columns: ["Қатар тұратын чат саны", "Сколько чатов рядом", "Chats side by side"],
  columnsN: ["Қатар чат саны: {n}", "Чатов рядом: {n}", "Chats side by side: {n}"],
  language: ["Бет тілі", "Язык страницы", "Page language"],
  toDark: ["Қараңғы түске ауыстыру", "Включить тёмную тему", "Switch to dark"],
  toLight: ["Жарық түске ауыстыру", "Включить светлую тему", "Switch to light"],
  demo: ["Үлгі портал", "Демо-портал", "Demo portal"],
  close: ["Жабу", "Закрыть", "Close"],
  cancel: ["Болдырмау", "Отмена", "Cancel"],
  ok: ["Жарайды", "Хорошо", "OK"],
  reconnecting: ["Байланыс үзілді. Қайта қосылып жатырмыз…", "Связь прервалась. Подключаемся снова…", "Connection lost. Reconnecting…"],
  back: ["Байланыс қалпына келді", "Связь восстановлена", "Connected again"],
  loading: ["Ашылып жатыр…", "Открываем…", "Opening…"],
  refused: ["Орындалмады: {why}", "Не получилось: {why}", "That did not work: {why}"],
  noServer: ["Сервер жауап бермеді. Біраздан соң қайталап көріңіз.", "Сервер не ответил. Повторите чуть позже.", "The server did not answer. Try again in a moment."],

  write: ["Хабарлама", "Сообщение", "Message"],
  send: ["Жіберу", "Отправить", "Send"],
  commands: ["Командалар", "Команды", "Commands"],
  menu: ["Мәзір", "Меню", "Menu"],
  showKeyboard: ["Жауап түймелерін көрсету", "Показать кнопки ответа", "Show answer buttons"],
  hideKeyboard: ["Жауап түймелерін жасыру", "Скрыть кнопки ответа", "Hide answer buttons"],
  answers: ["Жауап түймелері", "Кнопки ответа", "Answer buttons"],
  start: ["Бастау", "Начать", "Start"],
  whatCan: ["Бұл бот не істей алады?", "Что умеет этот бот?", "What can this bot do?"],
  blocked: ["Бот бұғатталған: ол бұл чатқа жаза алмайды", "Бот заблокирован: он не может писать в этот чат", "The bot is blocked: it cannot write here"],
  block: ["Ботты бұғаттау", "Заблокировать бота", "Block the bot"],
  unblock: ["Бұғаттан шығару", "Разблокировать", "Unblock"],

  attach: ["Тіркеме қосу", "Прикрепить", "Attach"],
  photo: ["Сурет", "Фото", "Photo"],
  document: ["Файл", "Файл", "File"],
  video: ["Бейне", "Видео", "Video"],
  audio: ["Аудио", "Аудио", "Audio"],
  contact: ["Байланыс", "Контакт", "Contact"],
  location: ["Орналасқан жер", "Геопозиция", "Location"],
  voice: ["Дауыстық хабарлама", "Голосовое сообщение", "Voice message"],
  sticker: ["Стикер", "Стикер", "Sticker"],
  sendFile: ["Файл жіберу", "Отправить файл", "Send a file"],
  sendFiles: ["Суреттерді жіберу: {n}", "Отправить фото: {n}", "Send photos: {n}"],
  tooLarge: ["Файл тым үлкен: сынақ алаңы 20 МБ-тан кішісін қабылдайды.", "Файл слишком большой: песочница берёт файлы меньше 20 МБ.", "The file is too large: the sandbox takes files under 20 MB."],
  caption: ["Түсініктеме", "Подпись", "Caption"],
  asFile: ["Сығусыз, файл ретінде", "Без сжатия, как файл", "As a file, uncompressed"],
  dropHere: ["Файлды осында тастаңыз", "Отпустите файл здесь", "Drop the file here"],
  contactOf: ["Кімнің нөмірін жібересіз?", "Чей номер отправить?", "Whose number to send?"],
  sharePhone: ["Нөміріңізді бөлісесіз бе?", "Поделиться номером телефона?", "Share your phone number?"],
  sharePhoneText: ["Бот сіздің нөміріңізді көреді: {phone}", "Бот увидит ваш номер: {phone}", "The bot will see your number: {phone}"],
  shareLocation: ["Орналасқан жеріңізді бөлісесіз бе?", "Поделиться геопозицией?", "Share your location?"],
  shareLocationText: ["Бот сіздің қай жерде екеніңізді көреді.", "Бот увидит, где вы находитесь.", "The bot will see where you are."],
  share: ["Бөлісу", "Поделиться", "Share"],
  unsupported: ["Бұл түйме сынақ алаңында жұмыс істемейді", "Эта кнопка в песочнице не работает", "This button does not work in the sandbox"],

  messages: ["Хабарламалар: {name}", "Сообщения: {name}", "Messages: {name}"],
  actions: ["Хабарламамен не істеуге болады", "Действия с сообщением", "Message actions"],
  reply: ["Жауап беру", "Ответить", "Reply"],
  forward: ["Қайта жіберу", "Переслать", "Forward"],
  remove: ["Жою", "Удалить", "Delete"],
  forwardTo: ["Қай чатқа қайта жібересіз?", "В какой чат переслать?", "Forward to which chat?"],
  forwarded: ["Қайта жіберілген · {name}", "Переслано · {name}", "Forwarded · {name}"],
  edit: ["Өзгерту", "Изменить", "Edit"],
  editing: ["Хабарламаны өзгерту", "Изменение сообщения", "Edit message"],
  replyTo: ["Жауап: {name}", "Ответ: {name}", "Reply to {name}"],
  copy: ["Мәтінді көшіру", "Скопировать текст", "Copy text"],
  copied: ["Көшірілді", "Скопировано", "Copied"],
  copyCode: ["Көшіру", "Скопировать", "Copy"],
  cannotCopy: ["Көшірілмеді. Мәтінді қолмен белгілеңіз.", "Не скопировалось. Выделите текст вручную.", "Not copied. Select the text by hand."],
  edited: ["өзгертілді", "изменено", "edited"],
  protected: ["Көшіруге және қайта жіберуге болмайды", "Нельзя копировать и пересылать", "Cannot be copied or forwarded"],
  spoiler: ["Жасырын мәтін, ашу үшін басыңыз", "Скрытый текст, нажмите, чтобы открыть", "Hidden text, press to reveal"],
  showAll: ["Толық көрсету", "Показать полностью", "Show all"],
  showLess: ["Жию", "Свернуть", "Show less"],
  other: ["Хабарлама", "Сообщение", "Message"],
  download: ["Жүктеп алу: {name}", "Скачать: {name}", "Download: {name}"],
  enlarge: ["Суретті үлкейту", "Увеличить фото", "Enlarge the photo"],
  noPicture: ["Сурет ашылмады", "Фото не открылось", "The photo did not open"],
  latest: ["Соңғы хабарламаға өту", "К последнему сообщению", "Go to the latest message"],
  newCount: ["жаңа: {n}", "новых: {n}", "new: {n}"],
  typing: ["жазып жатыр…", "печатает…", "typing…"],
  upload_photo: ["сурет жіберіп жатыр…", "отправляет фото…", "sending a photo…"],
  upload_document: ["файл жіберіп жатыр…", "отправляет файл…", "sending a file…"],
  today: ["Бүгін", "Сегодня", "Today"],
  yesterday: ["Кеше", "Вчера", "Yesterday"],

  mailbox: ["Пошта", "Почта", "Mail"],
  noMail: ["Әзірге хат жоқ. Бот жіберген хаттар осында көрінеді.", "Писем пока нет. Здесь появятся письма от бота.", "No letters yet. Letters from the bot appear here."],
  mailTo: ["Кімге", "Кому", "To"],
  letterPage: ["Хаттың көрінісі", "Вид письма", "The letter as designed"],
  asText: ["Мәтін", "Текст", "Text"],
  asLetter: ["Безендірілген", "Оформленное", "Designed"],
  allLetters: ["Барлық хаттар", "Все письма", "All letters"],

  clock: ["Сағат", "Часы", "Clock"],
  clockHint: ["Сағатты алға жылжытыңыз: бот сол уақыт келгендей жұмыс істейді.", "Переведите часы вперёд: бот будет работать, как будто это время настало.", "Move the clock ahead: the bot acts as if that time had come."],
  zone: ["Астана уақыты", "время Астаны", "Astana time"],
  moved: ["Сағат жылжытылған", "Часы переведены", "The clock is moved"],
  real: ["Нақты уақыт", "Настоящее время", "Real time"],
  hour: ["+1 сағат", "+1 час", "+1 hour"],
  day: ["+1 күн", "+1 день", "+1 day"],
  week: ["+1 апта", "+1 неделя", "+1 week"],
  moment: ["Күні мен уақыты", "Дата и время", "Date and time"],
  set: ["Осы уақытты қою", "Поставить это время", "Set this time"],
  toReal: ["Нақты уақытқа қайту", "Вернуться к настоящему времени", "Back to real time"],

  addPerson: ["Адам қосу", "Добавить человека", "Add a person"],
  name: ["Аты", "Имя", "First name"],
  role: ["Рөлі", "Роль", "Role"],
  phone: ["Телефоны", "Телефон", "Phone"],
  phoneHint: ["Бос қалдырса, нөмір өзі беріледі", "Оставьте пустым, и номер подберётся сам", "Leave empty to be given a number"],
  appLanguage: ["Телефон тілі", "Язык телефона", "Phone language"],
  add: ["Қосу", "Добавить", "Add"],
};

export const LANGUAGES = { kk: "Қазақша", ru: "Русский", en: "English" };

const ORDER = Object.keys(LANGUAGES);
let place = 0;

/** Sets the language of every word said from now on. */
export function speak(language) {
  place = Math.max(0, ORDER.indexOf(language));
  document.documentElement.lang = ORDER[place];
}

/** The word for `key` with {placeholders} filled; an unknown key is a bug and throws. */
export function word(key, values = {}) {
  return WORDS[key][place].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export const ROLES = ["pupil", "parent", "teacher", "staff"];

/** A role's word; a role nobody here knows is shown as it came. */
export const roleWord = (role) => (ROLES.includes(role) ? word(role) : role);

export function language() {
  return ORDER[place];
}

/** Words without all three languages; the tests keep this empty. */
export function unfinished() {
  return Object.keys(WORDS).filter((key) => WORDS[key].filter(Boolean).length !== ORDER.length);
}
