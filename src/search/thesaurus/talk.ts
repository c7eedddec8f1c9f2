/** Talk, mail and meetings. Written as `readThesaurus` says. */
export const talk = `
access logs: login history, who logged in, from where logged in, sign ins, when logged in, logins,
  log ins
agent: agent, support person, representative
announcement: announcement, news, notice, bulletin
app approve: app approval, approve app, let app be installed, allow app, permit integration
app request: requested app, wants app, apps waiting, pending app
app restrict: forbid app, ban app, block app, not allow app
archive conversation: close channel, shut down channel, retire channel, close room, no longer
  needed room, freeze channel, shut room
article knowledge base: article, help page, faq, knowledge base, documentation
attachment: attachment, attached file, enclosed
availability slot: free time, available, free slot, when free, opening
billable info: billable, billed for, do we pay for, who costs money, paid members, being charged
booking reservation: booking, reservation, reserve, book, table, room
calendar event: calendar, appointment, meeting, event, date, schedule
call: call, phone call, meeting, video call, conference, video meeting, ring
call participants: joined call, people in call, on the call, who is in call
campaign: campaign, mailing, marketing action, advertising, ad
channel conversation: channel, room, chat room, conversation, group chat, space, chatroom, forum,
  place to talk, discussion
complete: complete, done, finished, tick off, check off, over and done, mark done, carried out, get
  done
conversation history: history, what was said, what was written, past messages, read messages,
  earlier messages, latest messages, catch up, last messages, read back, what did i miss, recent
  chat, what people wrote, talked about, discussed
conversation invite: bring into channel, add to channel, pull into room, add to room, get into
  channel
conversation members: who is in, members of channel, who can read, people in room, list people
conversation replies thread: thread, replies, answers to, responses, discussion under, reactions to
  message, answered, side conversation
convert private: make private, close to others, turn private, hide channel, confidential
create channel conversation: open room, start room, new channel, set up room, make channel, create
  room, new room
default channels: standard channel, channels for newcomers, everyone joins, new people land
delete message: delete message, take back message, unsend, remove what i said, erase message, take
  back what
dialog open: dialog, form, ask user for input, popup
direct message open im conversation: direct message, dm, private chat, talk privately, chat with,
  one to one, private conversation, message privately, speak privately
disconnect: disconnect, unlink, separate, stop sharing, unplug, detach, cut connection, split off,
  part ways
discoverability: who can find workspace, discoverable, findable
draft: draft, unfinished mail, not sent
email send: send mail, write mail, mail to, e mail, send email
emoji admin: custom emoji, own emoji, new emoji, add smiley, company emoji
end call: hang up, end call, call is over, finish call, meeting over, conversation over
ephemeral message: only visible to, whisper, only one person sees, private hint, hidden message,
  just for one person, only she sees, only he sees, just they can see, nobody else sees
expiration: expire, end date, until, valid until, when ends, access ends, temporary, deadline
feedback rating review: feedback, rating, review, stars, opinion, satisfaction
file share upload: file, upload, share file, send file, post picture, post document, put file,
  attach, share document, send document
home publish view: home tab, home screen, start page, app home, landing page
icon: icon, logo, symbol, workspace picture, emblem
inbox message: inbox, mailbox, incoming mail
information barrier: barrier, separate groups, may not talk
integration logs: integration history, app changes, when was app added, who installed app
join conversation: join, enter, go into room, hop in
leave conversation: leave, get out of, quit, exit room
lookup email: find by email, who has email, whose address, which account has email, look up by
  mail, belongs to email
mark conversation: mark as read, read up to, cursor, seen up to
meeting: meeting, appointment, conference, get together
message chat post: message, post, say, write, tell, send text, announce, shout, write to, let
  everyone know, drop a line, chat, speak, inform, send, announcement, text, broadcast, put in
  channel, give word, greet, speak up
migration exchange id: old id, new id, changed id, map ids
open conversation: start talking, start conversation, begin chat, open dm, start chat
permalink: permalink, link to message, link to post, url of message, address of message, point to
  message, share link
post message: post, send, write, say, tell, announce, shout, let know, drop a line, inform,
  broadcast, greet, publish, put up
public url share: public link, publicly, anyone can see, outside can see, public url, people
  outside, world can see
push view: next screen, stack, on top of, second window
reaction emoji: reaction, emoji, thumbs up, smile, respond with, react, heart, cheer
reminder: reminder, remind, remember, do not forget, not forget, nudge, wake me, to do, alarm,
  memory jog, note to self
remote file: remote file, external file, file stored elsewhere, google drive, dropbox
response answer submission: answer, response, submission, filled in form
retention: retention, how long kept, keep for, delete after, keep messages
revoke public: stop sharing, no longer public, make private again, take offline
rtm socket connection: live connection, real time, stream of events, websocket, socket
schedule message: later, tomorrow, send later, future message, planned message, delayed, next week,
  at nine, in an hour, monday morning, on monday, time message, queued message, automatically post
scheduled message list: waiting messages, planned messages, messages to be sent, queued
search files: find file, search document, look for document, where is document
search messages: search message, find message, where did we talk about, who mentioned, when did we
  discuss, mention of, somebody wrote, find conversation
session reset: log out everywhere, force sign out, reset session, sign out of all devices, kick off
  devices
shared connect external: shared channel, other company, external company, partner company, with
  another company, connected workspace, share with other company
sms: text message, sms, text someone, texting
star: star, bookmark, save, favourite, favorite, keep for later, saved item
subscriber mailing list: newsletter, mailing list, recipients, audience
survey form: survey, questionnaire, poll, opinion, ask people
team create: new workspace, open workspace
team info: about workspace, workspace details, name of workspace, which workspace
team profile field: profile field, custom field of profile
ticket case: ticket, case, support request, customer question, complaint, help request, problem,
  incident
topic purpose: topic, subject, headline, purpose, theme, what channel is for, what it is about,
  motto, description of channel
transcription speech: transcript, speech to text, what was said, dictate
translation translate: translate, translation, other language, in german, in french
unfurl: unfurl, preview of link, link preview, expand link
update message: edit message, correct message, fix typo, change what i wrote, change text, reword,
  rewrite, fix what i said
user presence: online, away, at desk, available, is she there, is he there, around
user profile set: change my status, out to lunch, status text, status emoji, custom status, set
  status, i am away, on vacation, in meeting
usergroup: group handle, user group, mention group, mailing list, alias, handle
view modal: modal, popup, pop up, dialog, form, window, overlay, prompt, ask with form, input form,
  questionnaire, screen
voice call: ring, phone, dial, voice call
workflow step: workflow step, automation step, step of process, automatic process
`;
