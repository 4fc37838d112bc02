/** The demo portal's own words in Kazakh, Russian and English. */

import { spoken } from "/page/speech.js";

const WORDS = {
  title: ["Үлгі портал", "Демо-портал", "Demo portal"],
  language: ["Бет тілі", "Язык страницы", "Page language"],
  chats: ["Чаттар", "Чаты", "Chats"],
  beneath: [
    "Бұл бет — код сұрайтын порталдың үлгісі. Ол ботпен HTTP API арқылы ғана сөйлеседі.",
    "Эта страница — пример портала, который запрашивает коды. С ботом она говорит только по HTTP API.",
    "This page is an example of a portal that asks for codes. It speaks to the bot over its HTTP API only.",
  ],
  enter: ["Порталға кіру", "Вход на портал", "Sign in to the portal"],
  phone: ["Телефон нөмірі", "Номер телефона", "Phone number"],
  phoneHint: [
    "Код осы нөмір байланған Telegram чатына келеді.",
    "Код придёт в чат Telegram, к которому привязан этот номер.",
    "The code comes to the Telegram chat that this number is linked to.",
  ],
  getCode: ["Код алу", "Получить код", "Get a code"],
  typeCode: ["Чатқа келген код", "Код из чата", "The code from the chat"],
  sent: ["Код чатқа жіберілді: {phone}", "Код отправлен в чат: {phone}", "The code is in the chat: {phone}"],
  signIn: ["Кіру", "Войти", "Sign in"],
  again: ["Кодты қайта жіберу", "Отправить код ещё раз", "Send the code again"],
  againIn: ["Қайта жіберу: {n} с", "Ещё раз через {n} с", "Send again in {n} s"],
  otherPhone: ["Басқа нөмір", "Другой номер", "Another number"],
  link: ["Нөмірді чатпен байлаңыз", "Привяжите номер к чату", "Link the number to a chat"],
  linkWhy: [
    "{phone} нөмірі әлі чатқа байланбаған. Бір рет байласаңыз болғаны: код содан кейін өзі келеді.",
    "Номер {phone} ещё не привязан к чату. Привяжите один раз, и код придёт сам.",
    "The number {phone} is not linked to a chat yet. Link it once, and the code comes by itself.",
  ],
  openChat: ["Telegram чатын ашу", "Открыть чат Telegram", "Open the Telegram chat"],
  qr: ["Сілтеменің QR коды", "QR-код ссылки", "QR code of the link"],
  orScan: ["QR кодты телефонмен сканерлеңіз не ботқа мына нөмірді жазыңыз:", "Сканируйте QR-код телефоном или напишите боту этот номер:", "Scan the QR code with a phone, or type this number to the bot:"],
  waits: ["Чаттың байлануын күтіп тұрмыз…", "Ждём, пока чат привяжется…", "Waiting for the chat to be linked…"],
  arrived: ["Код чатқа келді", "Код пришёл в чат", "The code has come to the chat"],
  inside: ["Сіз порталға кірдіңіз", "Вы вошли на портал", "You are signed in"],
  insideWho: ["Расталған нөмір: {phone}", "Подтверждённый номер: {phone}", "Confirmed number: {phone}"],
  out: ["Шығу", "Выйти", "Sign out"],

  PHONE_NUMBER_INVALID: ["Қазақстанның ұялы нөмірін жазыңыз, мысалы: +7 700 000 00 01", "Введите мобильный номер Казахстана, например: +7 700 000 00 01", "Type a mobile number of Kazakhstan, for example: +7 700 000 00 01"],
  PHONE_NUMBER_NOT_AVAILABLE: ["Бұл чатта порталдың кодтары тоқтатулы. Рұқсат беру үшін ботқа /codes жазыңыз.", "В этом чате коды портала остановлены. Чтобы разрешить, напишите боту /codes", "Codes of this portal are stopped in that chat. To allow them, type /codes to the bot."],
  CODE_INVALID: ["Код тек цифрдан тұрады. Чаттағы кодты жазыңыз.", "В коде только цифры. Введите код из чата.", "A code has only digits. Type the code from the chat."],
  FLOOD_WAIT: ["Тым жиі сұралды. {n} секундтан кейін қайталаңыз.", "Слишком часто. Повторите через {n} с.", "Too often. Try again in {n} seconds."],
  API_UNREACHABLE: ["Код қызметі жауап бермеді. Біраздан соң қайталаңыз.", "Служба кодов не ответила. Повторите чуть позже.", "The code service did not answer. Try again in a moment."],
  OTHER: ["Орындалмады: {why}", "Не получилось: {why}", "That did not work: {why}"],
  code_invalid: ["Код сәйкес емес. Қалған мүмкіндік: {n}", "Код не подошёл. Осталось попыток: {n}", "That is not the code. Tries left: {n}"],
  code_max_attempts_exceeded: ["Код тым көп рет қате терілді. Жаңасын сұраңыз.", "Код слишком много раз введён с ошибкой. Запросите новый.", "The code was typed wrongly too many times. Ask for a new one."],
  expired: ["Кодтың мерзімі өтті. Жаңасын сұраңыз.", "Срок кода истёк. Запросите новый.", "The code has expired. Ask for a new one."],
};

export const { has, language, speak, word } = spoken(WORDS);
