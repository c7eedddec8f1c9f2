/** Further sayings of all trades. Written as `readThesaurus` says. */
export const further = `
account connect: marketplace, seller, vendor, merchant
admin owner: admin, administrator, boss, owner
alert: alert, warning, warn
app application integration installation: app, application, program, plugin, bot
apple pay wallet: wallet, apple
approve accept confirm: agree, accept, say yes, says yes, sign off, green light, consent
approve review: approve, approval
artifact asset: binary, executable, artifact, build output, produced
assignee assign: assign, give to, hand over, responsible
attachment: hang on, mounted, attached
attestation: proof, prove, provenance, where built
authenticated user: my, me, myself, i
authenticated user profile: my bio, my profile, my account
authorization capture hold: reserve, hold, held, reserved, authorise
autoscaler: load rises, automatically, by itself, autoscale
block: troll, spammer, harasser, near me
block restrict protection policy deny: forbid, ban, block, prohibit, keep away
branch reference ref: branch
call meeting: meeting, video meeting, conference
cancel stop terminate abort: cancel, abort, stop, halt, kill
card payment method: card
certificate signing: certificate, cert
change pull: change, changes, modification, pull
channel conversation: channel, room
check status run: pass, passed, test, tests, check
classroom assignment grade: children, students, pupils, marks
clock advance simulate: pretend, time passes, has passed
close: give in, concede
cluster: cluster wide, whole cluster, over all teams
code: function, text in code
code content repository: code, source, source code
codeowners: owner file
codespace: cloud machine, development machine, dev environment, cloud
color label: colour, color, coloured
comment review: remark, comment, review comment
company: studio, production company, producer
compare diff: compare, difference, different, diff
config configuration variable setting: setting, settings, configuration, config, options, non
  secret
content read: file says, says, what is in
contributor author commit: write code, wrote, wrote most, author
conversation discussion thread comment: argument, discussion, talk, thread, chat
copilot agent ai: model, ai, assistant, copilot
coupon discount promotion: discount, percent off, off, voucher, reduction
create add: create
credit balance: credit, grant credit
credit cast crew: actor, actress, actors, cast, star, starring, role, director, directed, writer,
  crew, played
credit note: lower, reduce a bill, lower a bill
currency exchange: currency, euro, dollar, convert
custom resource definition: kind of object, own kind, new kind, own objects
customer buyer: buyer, shopper, client, payer, guest
daemon daemonset: each machine, every machine, per node
delete remove: delete, throw away, wipe, get rid of, erase, remove, take away
dependency package sbom: dependency, library, libraries, third party
deployment: web server, application, workload
deployment deploy release: deploy, deployment, roll out, rollout, go live, went live, live
description content: text, description
disable pause suspend: pause, disable, switch off, turn off, deactivate
dispute: chargeback, complaint, complained, contest
disruption budget: minimum, keep alive, maintenance
dnd snooze: do not disturb, leave me in peace, disturb, mute, quiet
draft: draft
email: mail, email, e mail, mail address, email address
emoji reaction: emoji, smiley, smileys, emoticon
end complete close finish: end, finish, over, complete, done
environment deployment: environment, staging, production, target
ephemeral debug: debug, debugging
event activity log audit history: audit, who did what, what happened, what did, lately, recently,
  activity, history
event calendar: appointment, meeting, calendar
event log status: up, come up, crash, not starting, broken
event webhook: something is paid, happens, whenever
eviction: away politely, move away, push off
evidence file dispute: evidence, proof
exchange rate: exchange rate
exec: run command, inside container
fee: commission, cut, our share
fee balance: fee, fees
file content: file, files
file document: document, scan, picture, photo, attachment
follower: fan, follower, follows
forecast weather: weather, temperature
fork copy clone: copy, duplicate, clone
fraud radar: crook, scam, fraud
genre type category: kind, genre, category
gist: snippet, paste
grade score: score, mark
home publish view: home page, start page
id number: number, identifier
identity verification: identity, passport, id card
ignore gitignore dismiss: ignore, files to ignore
image: look like, looks like, poster, logo, photo, cover, still, backdrop
image container: image
ingress: host names, reachable, internet, from outside
installation install: installed, plugged
invite invitation member membership: invite, ask to join, get into, bring in
invite join: get into, into the channel, bring into
invoice bill billing: bill, bills, billing
issue: bug, ticket, defect, problem, issue
item line: item, line
item line checkout: basket, cart
job batch: migration, one off, one time, run to end, batch
join create register account: join, sign up, enrol, register
key: key, ssh
label tag topic: label, tag
language: language, programming language
latest: newest, most recent, latest
lead: supervise, leader
lease: lead, leader
license: license, licence, terms, under which terms
link permalink url: link, permalink
linked connection: linked, connected
list: exists, are there
location: location, shop, store, branch office, place, where
lock: lock, freeze, stop arguing
lock comment: further, arguing, quarrel
log: echo, output, print, log, logs
login access session auth: log in, logged in, login
membership member: belong, belong to, part of
merge: merge, bring into, gone in
message chat post: message, post, say, write
meta ip: ip, ip address
migration export: export, move elsewhere, take out
milestone: milestone, sprint, deadline, due date, iteration
movie: film, movie, picture
mutating webhook: alter, mutate
namespace workspace: space, own space, workspace, tenant
network air: broadcast, station
network policy: network, traffic between
node: out of service, drain, cordon
node host machine: computer, machine, server, host
notification: notification, notifications, unread, inbox
now playing: now, currently, in theaters, cinema, cinemas, playing
onboarding account link: fill in, onboard, onboarding, sign up a seller
organization company org: company, firm, organisation, business, corporation
outbound payment payout: pay supplier, pay a supplier
package: package, library
page checkout session: page, payment page
page site: docs, documentation, website, site, web page
payment balance amount fund: money
payment charge pay: paid, pay, charge, payment
payout transfer: move money, to the bank, to our bank, cash out, withdraw
pdf: print, printable, as a document
permission access grant allow add: allow, let, permit, grant
permission access role authorization review capability: allowed, may, rights, what may
permission repository: work on
person detail: born, birthday, age, biography
person people: person, director, representative
photo image avatar: picture, avatar, photo
pin: pin, top, hangs
ping test: trial, try, test send, ping
pod container: container, containers, instance
popular top: often, popular, top
portal: manage their own, manage themselves, self service
portforward port: tunnel, port
presence: desk, available, around, reachable person
presence status: away, absent, at desk, online
price cost rate: cost, costs, price, how expensive
priority: important, priority, urgent
private: private, in confidence, only
private hidden visibility: conceal, hide, invisible, secret
product item: goods, article, thing we sell, things we sell, sell
profile user biography: bio, biography, about me
project: plan board, planning board, board, kanban
property field attribute: attribute, field, column, custom attribute
public external outside: outside, outsider, external
public visibility: visible, show
pull request: propose, proposed, proposal, proposed change, change request
purpose: purpose
question: question
quota limit: limit, allowance, quota, at most
quote: offer, estimate, proposal
rate limit: requests, per hour, this hour
rated top: best, highest rated, top rated, top 1, rating
reaction: reaction, thumbs up, thumbs, react
read mark: read, seen, mark as read
recommendation: recommend, suggest, suggestion
redeliver attempt rerun retry: lost, resend, send again, again, retry, repeat
referrer traffic: referrer, visitors, come from
refresh: fresh, newest figures
refund: money back, give back, pay back, reimburse, return money
reject deny decline dismiss: refuse, reject, say no, turn down
release: release
release date: published, came out, air date, premiere
release note: changelog, what is new, release notes
release version: new version, version
reminder: remind, remember, to do
remove assignee: take off, take from, unassign
remove delete kick: kick, kick out, throw out, expel
rename name: name, call, rename, call otherwise, another name
replace: swap, replace
replica scale: copies, replicas, instances, scale
reply comment response replies: answer, respond, reply
report: report
repository project: project, code project, repo, codebase, source
require: demand, demanding, insist, insist on, required
resume enable: resume, go on, continue, unpause, enable, switch on
review reviewer: review, look over, look at, examine
revision version history: revision, earlier, previous
role: role, job
rule ruleset protection: rule, rules, policy
run dispatch trigger exec execute: run, execute, kick off, trigger, by hand, start
runner: build machine, own machine
schedule: schedule, later, tomorrow, in future, planned
schedule cron: backup, back up, nightly, timetable, every night, every day, on schedule
search find lookup: find, search, look for, look up
secret credential token password: credential, password, login, secret, passphrase
secret scanning leak: leaked, leak, exposed
service account: robot, machine identity, technical user, bot
session logout invalidate reset revoke: log out, sign out, log off
share link: share
shipping: shipping, delivery, postage, posting
signature signed: signed, signature
similar recommendation: like, alike, resembles
star favorite bookmark: bookmark, like, favourite, favorite, save for later
stargazer star: people who starred, starred
start: boot, power on, bring up
statefulset: database, stable names
status: status
status health condition: outage, well, healthy, health, alive
stop: shut down, shut, power off
sub child: break down, smaller piece, subtask, child
subscription: informed, up to date about, bother, bothering
subscription follow watch: follow, keep informed, watch, notify me
subscription plan: contract, membership, plan, member
task job: background, async
tax: tax, vat, sales tax
team group usergroup: group, team, circle
team repository: team access, group work
temporary limit interaction: temporarily, for now
terminal: terminal
terminal reader: card machine, card reader, checkout counter, point of sale
timing time duration: time, duration, how long
today airing: today, tonight
token: token, api key
topic: topic, headline, subject, findable
track song: song, songs, music, tune
transaction authorization issuing: spend, spent, spending, purchase, bought
transaction balance: movement, movements, cash flow
transfer: transfer, hand to, give to
travel: trip, travel
tree directory content: directory, folder, tree
trending popular: hot, fashion, trend
tv episode season: series, episode
tv series: show, series, tv show, sitcom
uncollectible: uncollectible, write off, never see
upcoming: coming, coming soon, soon, not yet released
upcoming next: next, upcoming, future
update edit: typo, correct, fix
update sync upstream: catch up, up to date, sync, bring up to date
upload attach asset: attach
url domain host endpoint: address, url, web address, host name
usage record: metered, used, usage, consumption
user: developer, programmer, person
user account profile: account, profile
user member: colleague, employee, staff, worker, team mate, coworker, user, member
user people member person: coworkers, people, persons, everybody, everyone, who, somebody, someone
usergroup: handle, mention
validating webhook: validate, check every
version: release of, which release, software version
view dialog modal: form, popup, pop up, dialog, modal
view traffic: views, looked at, visits, visited
void: voided, annulled
void cancel reverse delete: undo, take back, revert, annul
volume storage persistent: disk, storage, volume, drive
vulnerability security advisory alert: hole, holes, vulnerability, security flaw, weakness
webhook hook endpoint: hook, webhook, callback, call our url, call my url, our url, notify
workflow run job action build: build, pipeline, ci
`;
