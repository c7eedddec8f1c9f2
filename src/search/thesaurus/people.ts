/** People, accounts and what they may do. Written as `readThesaurus` says. */
export const people = `
access token personal: personal access token, pat, developer token, fine grained token
address: address, street, postal address, where lives, home, location, residence
admin administrator: admin, administrator, boss, manager, superuser, in charge, powers, person in
  charge, sysadmin
alias: alias, nickname, another name, also known as, shortcut, alternative name
block: block, ban, blacklist, shut out, keep away, bar, troll, harass, harasser, spammer, annoying
  person, abusive, shun, bother me, keeps bothering, stalker, blocklist, deny
bot: bot, robot, automated user, machine user, automation account
candidate applicant: candidate, applicant, job seeker, interviewee
collaborator: collaborator, helper, contributor, person who works on, works on, work with me, write
  access, push access, contractor, freelancer, outsider, helping, help out
community: community, forum, public
consent: consent, agreement, agree, permission to, opt in
contact: contact, address book, phone book, acquaintance, lead, person to reach
contributor contribution: contributor, contribution, contributed, helped, author, who wrote, who
  worked, worked most, committed most, who helped
customer: customer, client, buyer, shopper, payer, consumer, purchaser, patron, who buys, person
  who pays, guest, paying user
department: department, division, unit, section
deploy key: deploy key, read only key, server key, key for server, machine access to repository,
  pull code on server
dnd snooze: do not disturb, mute, quiet, silence, peace, leave me alone, no notification, focus
  time, stop bothering, stop pinging, disturb, interruption, undisturbed, snooze, quiet time,
  concentrate, be left alone, not be bothered, notifications off, pause notification
doctor practitioner physician: doctor, physician, practitioner, gp, medic
email: email, mail, e mail, email address, mail address, inbox address, contact address, mailbox
emoji: emoji, smiley, emoticon, icon, custom smiley, funny picture, sticker
employee: employee, staff, worker, personnel, hire, workforce
enterprise: enterprise, corporation, whole company, parent company, group of companies, concern
follower following follow: follow, follower, fan, following, admirer, keep track of person, people
  i follow, stay in touch
gpg key signature: gpg, pgp, signing key, signed commits, verify commits, key to sign, signature
grant add: grant, give access, let in, allow, permit, entitle, empower, give rights, give
  permission, hand out, award
group team: group, team, squad, crew, circle, department, division, bunch of people, set of people,
  unit, staff group
guest: guest, visitor, temporary member, limited member, external person, single channel
identity: identity, who is, who am i, myself, who i am, whoami
invite invitation: invite, invitation, ask to join, bring in, bring on board, get on board, add to,
  welcome, send invitation, let join, have joined, onboard, offered to join, not accepted yet,
  asked to join, come aboard, pull in
join: join, enter, become member, get in, hop in, jump in, participate, sign up for, take part in
key: key, api key, public key, access key
kick remove: kick, kick out, throw out, remove from, expel, boot, eject, fire, let go, get out,
  chuck out, evict, oust, exclude, has left company, left company, left us
lead prospect opportunity deal: lead, prospect, potential customer, sales chance, deal,
  opportunity, pipeline
leave: leave, quit, get out of, exit, step out, walk away, walk out, no longer part of, drop out,
  resign, depart
leave absence timeoff: holiday, vacation, time off, sick day, days off, absence, pto
login: log in, login, sign in, signin, authenticate, get in, dashboard access, access dashboard
logout invalidate session: log out, logout, sign out, sign off, log off, force out, end session,
  kick out of session, signed out, logged out everywhere, stolen laptop, lost phone, stolen phone,
  lost laptop
me authenticated user: me, my, mine, i, myself, i am, own, my own, whoami, logged in as, my
  account, current user, personally
member membership: member, belong, belong to, part of, who is in, who is inside, is in, insider,
  participant, on the list, on board, on the team, roster, attendance, headcount
name rename: name, call, rename, title, what is it called, give another name, called, relabel,
  retitle, new name, different name, known as
organization org company: organization, organisation, company, firm, business, corporation,
  employer, institution, agency, startup, outfit, shop
owner: owner, belongs to, responsible, whose, in charge, proprietor, possession
participants: participant, attendee, taking part, takes part, took part, joined in, on call with
password: password, passphrase, passcode, pin, credentials, secret word, forgot password
patient: patient, sick person, case
permission access: permission, access, right, allowed, may, privilege, clearance, entitled, can
  see, can do, can touch, power, powers, able to, has access, rights, who can, let in, authority,
  level of access
person: person, individual, man, woman, director, representative, owner of company
phone number: phone, telephone, mobile, cell, phone number, call number
photo avatar: photo, avatar, picture, profile picture, headshot, face, portrait, selfie, mugshot,
  my picture, image of me
preference setting: preference, setting, option, choice, customize, customise, personalize, adjust,
  how it is set up, configure
presence: presence, online, offline, away, available, active, at desk, around, busy, there right
  now, here right now, reachable, back at, green dot, awake
profile: profile, personal details, bio, about me, biography, job title, personal info, contact
  details, personal data, phone number, who is, card about person
restrict limit: restrict, limit, narrow, curb, confine, constrain, keep out, cap, only let, only
  allow
revoke remove: revoke, take away access, take away right, withdraw, strip, deprive, lock out, cut
  off, no longer allow, pull access
role: role, job, function, rank, position, title, responsibilities, capacity, powers
scopes: scope, what may app do, permission of app, granted rights
seller vendor merchant supplier: seller, vendor, merchant, supplier, shopkeeper, store owner,
  retailer, dealer
session: session, logged in device, signed in, login, sign in, still logged in, visit
social accounts: social media, twitter, linkedin, facebook, mastodon, social network
ssh key: ssh, ssh key, laptop key, public key, key for pushing, deploy from server, git over ssh,
  key of my machine
stargazer star: star, starred, stargazer, favorite, favourite, bookmark, like, liked, save for
  later, show appreciation, fans, popularity
status: status, state, condition, how is, how goes, progress, situation, shape, health, doing well,
  how far, stage, phase, is it done, finished yet, how did it go
student pupil: student, pupil, learner, kid, child, children, class member
subscriber watcher subscription: watcher, watching, watch, subscriber, keep an eye on, follow,
  following, get updates, keep informed, keep up with, stay informed, stay up to date, hear about,
  notified about, tracked, interested in
suspend: suspend, freeze account, put on hold, temporarily disable, bar
teacher instructor: teacher, instructor, tutor, professor, trainer, lecturer
token: token, api token, access token, api key, access key, bearer, credential, short lived,
  temporary password, machine login
two factor mfa: two factor, second factor, 2fa, mfa, authenticator, one time code, verification
  code
unblock: unblock, unban, forgive, lift ban, let back, allow again
user account: account, login, username, handle, profile, user, people using, registered, sign up,
  nickname
user member people: person, people, colleague, coworker, co worker, teammate, team mate, employee,
  staff, worker, folks, guys, man, woman, guy, somebody, someone, anyone, everybody, everyone,
  nobody, who, human, buddy, friend, peer, fellow, crew, he, she
usergroup: user group, group handle, mention group, mention at once, at mention, ping everyone,
  alias for people, handle for team, mailing list
verify verification: verify, check identity, confirm identity, prove, genuine, real, identity
  check, is who they say, id document, passport, driving licence, really is
workspace team: workspace, space, tenant, work area, slack, whole workspace
`;
