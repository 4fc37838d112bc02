/** The phone's own words in Kazakh, Russian and English. */

import { spoken } from "/page/speech.js";

const WORDS = {
  title: ["eGov Mobile (үлгі телефон)", "eGov Mobile (демо-телефон)", "eGov Mobile (demo phone)"],
  language: ["Бет тілі", "Язык страницы", "Page language"],
  chats: ["Чаттар", "Чаты", "Chats"],
  beneath: [
    "Бұл — eGov Mobile рөліндегі телефон. Кілттерді сынақ орталығы шығарған, олар тек осы жерде жарайды.",
    "Это телефон в роли eGov Mobile. Ключи выпущены учебным центром и годятся только здесь.",
    "This phone plays eGov Mobile. Its keys come from a sandbox authority and are good only here.",
  ],
  enter: ["Қол қою сілтемесі", "Ссылка для подписи", "Link to sign"],
  link: ["Сілтеме немесе QR мәтіні", "Ссылка или текст QR-кода", "The link, or the text of the QR code"],
  open: ["Ашу", "Открыть", "Open"],
  asks: ["{who} қол қоюды сұрайды", "{who} просит подпись", "{who} asks for a signature"],
  until: ["Дейін: {time}", "До {time}", "Until {time}"],
  read: ["Құжатты оқу", "Прочитать документ", "Read the document"],
  iin: ["Кімнің кілті: ЖСН", "Чей ключ: ИИН", "Whose key: IIN"],
  iinHint: [
    "Тізімнен таңдаңыз немесе он екі цифрды теріңіз",
    "Выберите из списка или наберите двенадцать цифр",
    "Choose from the list or type twelve digits",
  ],
  sign: ["Қол қою", "Подписать", "Sign"],
  wrong: ["Басқаша істеп көру", "Попробовать иначе", "Try it another way"],
  signIn: ["Кіруге арналған кілтпен (AUTH) қол қою", "Подписать ключом для входа (AUTH)", "Sign with a key for signing in (AUTH)"],
  revoked: ["Кері қайтарылған кілтпен қол қою", "Подписать отозванным ключом", "Sign with a revoked key"],
  else: ["Басқа құжатқа қол қою", "Подписать другой документ", "Sign another document"],
  wait: ["Он бір минут күтіп, қол қою", "Подождать одиннадцать минут и подписать", "Wait eleven minutes, then sign"],
  refuse: ["Бас тарту", "Отказаться", "Refuse"],
  refused: [
    "Ештеңеге қол қойылмады. Чатқа қайтыңыз.",
    "Ничего не подписано. Вернитесь в чат.",
    "Nothing was signed. Go back to the chat.",
  ],
  done: ["Қол қойылды", "Подписано", "Signed"],
  doneWhy: ["Чатқа қайтыңыз: жауап сонда келді.", "Вернитесь в чат: ответ уже там.", "Go back to the chat: the answer is there."],
  silent: ["Сілтеме жауап бермеді.", "Ссылка не отвечает.", "The link does not answer."],
};

/** People of the sandbox's register (lists/register.csv), all invented. */
export const PEOPLE = {
  "880412490003": "Сапарова Гүлнар Ерланқызы",
  "850903390010": "Сапаров Ерлан Маратұлы",
  "900125490028": "Ахметова Динара",
  "830707390031": "Оспанов Тимур Болатұлы",
  "921119490043": "Ким Елена Викторовна",
};

export const { language, speak, word } = spoken(WORDS);
