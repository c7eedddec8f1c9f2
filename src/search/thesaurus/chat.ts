/** What chat services are asked for. Written as `readThesaurus` says. */
export const chat = `
admin apps approve: allow app, app is fine, let app in, app may be used
admin apps requests list: people want apps, wished apps, apps asked for
admin apps restrict: forbid app, app not allowed, no such app
admin conversations delete: delete channel for ever, wipe channel, erase room
admin conversations search: find channel, look for channel
admin emoji add: new smiley, own smiley, add picture as emoji
admin invite requests approve: let new person, agree to invitation
admin invite requests deny: do not let in, refuse newcomer
admin invite requests list: who wants to join, people waiting to join, asked to come in
admin teams create: new workspace, separate workspace
admin teams settings set icon: workspace logo, picture of workspace
admin teams settings set name: rename workspace, workspace called
admin users invite: bring new colleague, new employee, new hire, onboard person, invite to
  workspace, ask to workspace
admin users remove: has left company, fired, left us, no longer works, throw out of workspace, out
  of workspace
admin users session reset: log out everywhere, lost phone, stolen, throw out of devices, log person
  out
admin users set: make boss, give admin, promote, let manage, in charge of workspace
admin users set expiration: guest until, access until, guest ends, temporary guest, end of guest
admin users set owner: hand over workspace, make owner, top boss
admin users set regular: no longer admin, degrade, normal member, demote, ordinary member
apps uninstall: remove app, app away, get rid of app
auth revoke: throw token away, token invalid, log app out, make token useless
auth test: who am i, am i logged in, whose token, does token work, which workspace am i
bots info: about bot, which bot, who is robot
calls add: new call, tell about meeting, video call started, register call
calls end: call over, meeting finished, hang up, call ended
calls participants add: bob joined call, came to call, in call now
calls participants remove: bob left call, hung up
chat delete: take back, unsend, remove message, what i said away, message away, should not have
  said
chat delete scheduled message: do not send after all, stop planned, call off planned, planned
  message away
chat get permalink: link to message, address of message, point to message, cite message
chat post ephemeral: only bob sees, just for bob, only visible, nobody else, quietly tell, hint for
  one, only for eyes
chat post message: announce, tell everybody, write in channel, say in channel, greet, let team
  know, send word, inform team, broadcast, tell team, hello in
chat schedule message: tomorrow at, at nine, next monday, later today, send at, in the morning, in
  advance, when they wake
chat scheduled messages list: waiting to be sent, what will be sent, planned posts, queued posts
chat unfurl: preview of link, show preview, link look nice
chat update: typo, reword, correct what i wrote, change my message, edit what i said
conversations archive: channel no longer needed, close room, room finished, shut room, project
  over, retire room
conversations close: close private chat, end private chat, shut dm
conversations create: new room, open room, set up room, place to talk about, room for project,
  start room
conversations history: what was said, what was written, last things said, read channel, catch up,
  what did i miss, recent talk, talk of yesterday
conversations info: about channel, details of room, when was channel made, who made channel
conversations invite: bring into room, add bob to, bob should join, pull bob in, get bob in, let
  bob in
conversations join: get me in, let me in, enter room, i want in, put me in
conversations kick: throw out of room, remove from channel, out of channel, kick bob, bob out, take
  out of room
conversations leave: i want out, get me out, leave room, not interested in room, i am done with
  room, step out
conversations list: which rooms, all rooms, rooms there are, what channels, where can i talk
conversations mark: i have read, read everything, seen up to here, mark as read
conversations members: who is in room, people in channel, who reads, who listens, who can read,
  audience of channel
conversations open: talk to privately, private chat with, one to one with, chat with bob, speak
  alone, private talk, small group talk
conversations rename: call channel, other name, room name, new name for room
conversations replies: answers to, what did people answer, discussion under, whole thread, replied
  to
conversations set purpose: what room is for, purpose, describe room, goal of room
conversations set topic: headline, motto, subject of room, header, line at top
conversations unarchive: room back, reopen room, bring channel back, open channel again
convert to private: make channel private, close channel to others, only members, confidential room,
  secret room
dialog open: ask user for, form
dnd end snooze: disturb again, peace over, can be disturbed, notifications again, end quiet
dnd info team: can i disturb, is disturbed, quiet hours, wants quiet, who wants peace
dnd set snooze: leave me in peace, no noise, quiet for, an hour of peace, mute everything, silence
  for, not be disturbed, concentrate, focus
emoji list: own smileys, custom smileys, which smileys, all emoji
files delete: remove file, document away, file away, throw file
files info: about file, details of document, who uploaded
files list: which files, all documents, what did people upload, files shared, documents there are,
  pictures shared
files remote add: file on google drive, file from elsewhere, mention external document, link
  external document
files revoke public url: nobody outside, not public, only inside, file private again, outsiders see
files shared public url: everyone can see file, link for outsiders, outside see document, public
  file, anyone open
files upload: send file, put file in, share picture, send document, attach photo, post pdf, share
  screenshot
oauth access: swap code for token, finish sign in, exchange code
pins add: hang up, stick, keep on top, top of channel, pin to wall, fasten
pins list: hangs at top, on the wall, what is pinned, important messages, stuck at top
pins remove: take down, no longer on top, unpin, off the wall
reactions add: smiley, thumbs up, put heart, react, emoji on, cheer message, like message, applaud,
  agree with thumbs
reactions get list: who reacted, who liked, who put, which smileys
reactions remove: smiley away, take thumbs, thumb back, emoji off, unlike, like back
reminders add: remind me, do not let me forget, nudge me, wake me, tell me at, make sure i remember
reminders complete: done with, i did it, tick off, finished to do, already did
reminders delete: no reminder, forget reminder, do not remind
reminders list: what do i have to do, my to do, still to do, what did i want to be reminded, have
  to do
rtm connect: live connection, everything live, listen live
search files: find document, where is pdf, look for file
search messages: who wrote about, when did we talk, find what was said, where did somebody mention,
  look for words, said about
stars add: save for later, bookmark, remember message, keep message, mark for me, favourite
stars list: what did i save, saved things, my bookmarks, kept messages, what i marked
stars remove: no longer saved, bookmark away, forget saved
team access logs: who logged in, logins, from where, when did people log in
team billable info: pay for, whom do we pay, charged for, cost of members, who costs
team info: name of workspace, about our workspace, our slack, our domain
team integration logs: who added apps, app history, which apps were added
usergroups create: new handle, group to mention, address all designers, mention all, name for group
usergroups disable: nobody uses, handle no longer, retire handle, no longer use group
usergroups enable: handle back, use group again, revive handle
usergroups users list: who is behind, who belongs to handle, who is in, members of handle
usergroups users update: put in handle, change who is in, set members of handle, new people in
  handle
users conversations: rooms bob is in, my rooms, which channels am i in, where is bob, channels of
  person
users delete photo: picture away, remove my picture, without picture
users get presence: at desk, online, there now, available, awake, is around
users info: about person, who is, details of colleague, timezone of, where does colleague live
users list: everybody here, who works here, all people, whole staff, who is in slack, members of
  workspace
users lookup by email: whose mail, mail belongs, find by mail, who has mail, person with address
users profile get: phone number of, title of, what is his status, job of colleague
users profile set: my status, at lunch, on holiday, status text, my title, my phone number, change
  my name, i am in meeting, in a meeting, vacation sign
users set photo: my picture, new picture of me, profile picture, my face
users set presence: appear away, show me as, i am here, mark me away, look absent, be invisible
views open: window, form for user, pop up, ask user, show form, input window
views publish: start page of app, home page of app, app front page, fill home
views push: further window, second window, window on top
views update: change window, refresh window, other content in window
workflows step completed: step done, tell step finished, step went well
workflows step failed: step failed, step went wrong
`;
