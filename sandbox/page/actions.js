/** What can be done with one message: answer, forward, copy, edit, delete. */
import { act } from "./api.js";
import { copyText } from "./clipboard.js";
import { choose } from "./dialogs.js";
import { icon, logo } from "./dom.js";
import { pointOf, popMenu } from "./menu.js";
import { groups, state } from "./state.js";
import { word } from "./words.js";

export function messageMenu(event, message, column) {
  const open = !message.has_protected_content;
  const text = message.text ?? message.caption;
  const mine = message.out === column.tools.viewer();
  popMenu(word("actions"), [
    { label: word("reply"), picture: "reply", choose: () => later(() => column.composer.reply(message)) },
    open && text && { label: word("copy"), picture: "copy", choose: () => copyText(text) },
    mine && message.text && { label: word("edit"), picture: "edit", choose: () => later(() => column.composer.edit(message)) },
    open && { label: word("forward"), picture: "forward", choose: () => forward(message, column) },
    (mine || column.person) && { label: word("remove"), picture: "remove", choose: () => remove(message, column) },
  ].filter(Boolean), pointOf(event));
}

/** After the menu has closed and given the focus back. */
const later = (go) => setTimeout(go, 0);

const remove = (message, { chat, tools }) => act(
  tools.viewer(), "delete", { chat_id: chat.id, message_id: message.message_id },
);

/** Into any chat this person is in: their own with the bot, or a group. */
async function forward(message, { chat, tools }) {
  const own = { value: tools.viewer(), label: state.bot.name, picture: logo() };
  const shared = groups().filter(({ members }) => members.includes(tools.viewer()));
  const others = shared.map(({ id, title }) => ({ value: id, label: title, picture: icon("people") }));
  const to = Number(await choose(word("forwardTo"), [own, ...others]));
  if (to) act(tools.viewer(), "forward", { message_id: message.message_id, from_chat_id: chat.id, chat_id: to });
}
