/** What a press on a reply keyboard's button does: sends its text, or asks first and shares a phone or a place. */
import { act } from "./api.js";
import { confirmBox } from "./dialogs.js";
import { phone } from "./media.js";
import { notice } from "./notices.js";
import { personOf } from "./state.js";
import { word } from "./words.js";

const ELSEWHERE = ["request_users", "request_chat", "request_poll", "web_app", "request_user", "request_managed_bot"];

/** Whether anything was sent. */
export async function press(button, tools) {
  if (button.request_contact) return shareContact(tools);
  if (button.request_location) return shareLocation(tools);
  if (ELSEWHERE.some((name) => button[name])) return notice(word("unsupported"));
  return tools.say(button.text);
}

/** Asks as Telegram does before a bot learns the number. */
export async function shareContact(tools) {
  const { phone: number } = personOf(tools.viewer());
  const text = word("sharePhoneText", { phone: phone(number) });
  const agreed = await confirmBox({ title: word("sharePhone"), text, yes: word("share") });
  return agreed && act(tools.viewer(), "contact", { chat_id: tools.chat.id });
}

async function shareLocation(tools) {
  const agreed = await confirmBox({ title: word("shareLocation"), text: word("shareLocationText"), yes: word("share") });
  return agreed && act(tools.viewer(), "location", { chat_id: tools.chat.id });
}
