/**
 * What people say and what descriptions of APIs call it: before the colon words and phrases that are looked for in a
 * query, after it the words that are looked for besides.
 */
const lines = `
account, profile: user account profile
admin, administrator, boss, owner: admin owner
agree, accept, say yes, says yes, sign off, green light, consent: approve accept confirm
refuse, reject, say no, turn down: reject deny decline dismiss
allow, let, permit, grant: permission access grant allow add
allowed, may, rights, what may: permission access role authorization review capability
forbid, ban, block, prohibit, keep away: block restrict protection policy deny
address, url, web address, host name: url domain host endpoint
alert, warning, warn: alert
answer, respond, reply: reply comment response replies
app, application, program, plugin, bot: app application integration installation
approve, approval: approve review
argument, discussion, talk, thread, chat: conversation discussion thread comment
assign, give to, hand over, responsible: assignee assign
attach: upload attach asset
attribute, field, column, custom attribute: property field attribute
audit, who did what, what happened, what did, lately, recently, activity, history: event activity log audit history
away, absent, at desk, online: presence status
background, async: task job
backup, back up, nightly, timetable, every night, every day, on schedule: schedule cron
basket, cart: item line checkout
bill, bills, billing: invoice bill billing
binary, executable, artifact, build output, produced: artifact asset
bookmark, like, favourite, favorite, save for later: star favorite bookmark
branch: branch reference ref
break down, smaller piece, subtask, child: sub child
bug, ticket, defect, problem: issue
build, pipeline, ci: workflow run job action build
build machine, own machine: runner
buyer, shopper, client, payer, guest: customer buyer
cancel, abort, stop, halt, kill: cancel stop terminate abort
card: card payment method
card machine, card reader, checkout counter, point of sale: terminal reader
catch up, up to date, sync, bring up to date: update sync upstream
certificate, cert: certificate signing
change, changes, modification, pull: change pull
changelog, what is new, release notes: release note
channel, room: channel conversation
chargeback, complaint, complained, contest: dispute
children, students, pupils, marks: classroom assignment grade
cloud machine, development machine, dev environment, cloud: codespace
code, source, source code: code content repository
colleague, employee, staff, worker, team mate, coworker: user member
colour, color, coloured: color label
commission, cut, our share: fee
company, firm, organisation, business, corporation: organization company org
compare, difference, different, diff: compare diff
computer, machine, server, host: node host machine
conceal, hide, invisible, secret: private hidden visibility
container, containers, instance: pod container
contract, membership, plan, member: subscription plan
copy, duplicate, clone: fork copy clone
copies, replicas, instances, scale: replica scale
cost, costs, price, how expensive: price cost rate
coworkers, people, persons, everybody, everyone, who, somebody, someone: user people member person
create: create add
credential, password, login, secret, passphrase: secret credential token password
credit, grant credit: credit balance
crook, scam, fraud: fraud radar
currency, euro, dollar, convert: currency exchange
delete, throw away, wipe, get rid of, erase, remove, take away: delete remove
dependency, library, libraries, third party: dependency package sbom
deploy, deployment, roll out, rollout, go live, went live, live: deployment deploy release
developer, programmer, person: user
directory, folder, tree: tree directory content
discount, percent off, off, voucher, reduction: coupon discount promotion
disk, storage, volume, drive: volume storage persistent
do not disturb, leave me in peace, disturb, mute, quiet: dnd snooze
docs, documentation, website, site, web page: page site
document, scan, picture, photo, attachment: file document
draft: draft
echo, output, print, log, logs: log
emoji, smiley, smileys, emoticon: emoji reaction
end, finish, over, complete, done: end complete close finish
environment, staging, production, target: environment deployment
evidence, proof: evidence file dispute
exchange rate: exchange rate
exists, are there: list
export, move elsewhere, take out: migration export
fan, follower, follows: follower
fee, fees: fee balance
file, files: file content
find, search, look for, look up: search find lookup
follow, keep informed, watch, notify me: subscription follow watch
form, popup, pop up, dialog, modal: view dialog modal
function, text in code: code
goods, article, thing we sell, things we sell, sell: product item
group, team, circle: team group usergroup
handle, mention: usergroup
home page, start page: home publish view
hook, webhook, callback, call our url, call my url, our url, notify: webhook hook endpoint
hole, holes, vulnerability, security flaw, weakness: vulnerability security advisory alert
host names, reachable, internet, from outside: ingress
identity, passport, id card: identity verification
image: image container
important, priority, urgent: priority
installed, plugged: installation install
invite, ask to join, get into, bring in: invite invitation member membership
ip, ip address: meta ip
issue: issue
item, line: item line
join, sign up, enrol, register: join create register account
key, ssh: key
kick, kick out, throw out, expel: remove delete kick
kind of object, own kind, new kind, own objects: custom resource definition
label, tag: label tag topic
language, programming language: language
lead, leader: lease
license, licence, terms, under which terms: license
limit, allowance, quota, at most: quota limit
link, permalink: link permalink url
load rises, automatically, by itself, autoscale: autoscaler
location, shop, store, branch office: location
lock, freeze, stop arguing: lock
log in, logged in, login: login access session auth
log out, sign out, log off: session logout invalidate reset revoke
lost, resend, send again, again, retry, repeat: redeliver attempt rerun retry
mail, email, e mail: email
marketplace, seller, vendor, merchant: account connect
meeting, video meeting, conference: call meeting
merge, bring into, gone in: merge
message, post, say, write: message chat post
metered, used, usage, consumption: usage record
milestone, sprint, deadline, due date, iteration: milestone
minimum, keep alive, maintenance: disruption budget
model, ai, assistant, copilot: copilot agent ai
money: payment balance amount fund
money back, give back, pay back, reimburse, return money: refund
move money, to the bank, to our bank, cash out, withdraw: payout transfer
my, me, myself, i: authenticated user
name, call, rename: rename name
network, traffic between: network policy
new version, version: release version
notification, notifications, unread, inbox: notification
number, identifier: id number
offer, estimate, proposal: quote
often, popular, top: popular top
outage, well, healthy, health, alive: status health condition
outside, outsider, external: public external outside
owner file: codeowners
package, library: package
page, payment page: page checkout session
paid, pay, charge, payment: payment charge pay
pass, passed, test, tests, check: check status run
pause, disable, switch off, turn off, deactivate: disable pause suspend
resume, go on, continue, unpause, enable, switch on: resume enable
pay supplier, pay a supplier: outbound payment payout
people who starred, starred: stargazer star
person, director, representative: person people
picture, avatar, photo: photo image avatar
pin, top, hangs: pin
place, where: location
plan board, planning board, board, kanban: project
private, in confidence, only: private
proof, prove, provenance, where built: attestation
propose, proposed, proposal, proposed change, change request: pull request
project, code project, repo, codebase, source: repository project
purpose: purpose
question: question
reaction, thumbs up, thumbs, react: reaction
read, seen, mark as read: read mark
referrer, visitors, come from: referrer traffic
views, looked at, visits, visited: view traffic
release: release
remark, comment, review comment: comment review
remind, remember, to do: reminder
rename, call otherwise, another name: rename name
report: report
reserve, hold, held, reserved, authorise: authorization capture hold
review, look over, look at, examine: review reviewer
revision, earlier, previous: revision version history
role, job: role
rule, rules, policy: rule ruleset protection
run, execute, kick off, trigger, by hand, start: run dispatch trigger exec execute
run command, inside container: exec
schedule, later, tomorrow, in future, planned: schedule
score, mark: grade score
setting, settings, configuration, config, options, non secret: config configuration variable setting
share: share link
shipping, delivery, postage, posting: shipping
signed, signature: signature signed
snippet, paste: gist
space, own space, workspace, tenant: namespace workspace
spend, spent, spending, purchase, bought: transaction authorization issuing
status: status
supervise, leader: lead
swap, replace: replace
tax, vat, sales tax: tax
temporarily, for now: temporary limit interaction
terminal: terminal
text, description: description content
time, duration, how long: timing time duration
token, api key: token
topic, headline, subject, findable: topic
transfer, hand to, give to: transfer
trial, try, test send, ping: ping test
tunnel, port: portforward port
typo, correct, fix: update edit
uncollectible, write off, never see: uncollectible
undo, take back, revert, annul: void cancel reverse delete
voided, annulled: void
user, member: user member
visible, show: public visibility
wallet, apple: apple pay wallet
web server, application, workload: deployment
database, stable names: statefulset
each machine, every machine, per node: daemon daemonset
migration, one off, one time, run to end, batch: job batch
robot, machine identity, technical user, bot: service account
cluster wide, whole cluster, over all teams: cluster
alter, mutate: mutating webhook
validate, check every: validating webhook
debug, debugging: ephemeral debug
actor, actress, actors, cast, star, starring, role, director, directed, writer, crew, played: credit cast crew
film, movie, picture: movie
show, series, tv show, sitcom: tv series
series, episode: tv episode season
look like, looks like, poster, logo, photo, cover, still, backdrop: image
best, highest rated, top rated, top 1, rating: rated top
now, currently, in theaters, cinema, cinemas, playing: now playing
newest, most recent, latest: latest
coming, coming soon, soon, not yet released: upcoming
like, alike, resembles: similar recommendation
recommend, suggest, suggestion: recommendation
kind, genre, category: genre type category
published, came out, air date, premiere: release date
born, birthday, age, biography: person detail
broadcast, station: network air
today, tonight: today airing
hot, fashion, trend: trending popular
studio, production company, producer: company
song, songs, music, tune: track song
appointment, meeting, calendar: event calendar
mail address, email address: email
belong, belong to, part of: membership member
leaked, leak, exposed: secret scanning leak
fresh, newest figures: refresh
print, printable, as a document: pdf
next, upcoming, future: upcoming next
pretend, time passes, has passed: clock advance simulate
linked, connected: linked connection
fill in, onboard, onboarding, sign up a seller: onboarding account link
bio, biography, about me: profile user biography
my bio, my profile, my account: authenticated user profile
ignore, files to ignore: ignore gitignore dismiss
further, arguing, quarrel: lock comment
requests, per hour, this hour: rate limit
informed, up to date about, bother, bothering: subscription
out of service, drain, cordon: node
away politely, move away, push off: eviction
release of, which release, software version: version
hang on, mounted, attached: attachment
lower, reduce a bill, lower a bill: credit note
desk, available, around, reachable person: presence
get into, into the channel, bring into: invite join
take off, take from, unassign: remove assignee
write code, wrote, wrote most, author: contributor author commit
work on: permission repository
demand, demanding, insist, insist on, required: require
troll, spammer, harasser, near me: block
boot, power on, bring up: start
shut down, shut, power off: stop
give in, concede: close
manage their own, manage themselves, self service: portal
movement, movements, cash flow: transaction balance
something is paid, happens, whenever: event webhook
file says, says, what is in: content read
team access, group work: team repository
up, come up, crash, not starting, broken: event log status
trip, travel: travel
weather, temperature: forecast weather
`;

/** A phrase of a query, as stems, with the stems that it stands for. */
export interface Saying {
  readonly words: readonly string[];
  readonly meanings: readonly string[];
}

/** The thesaurus by the first stem of what is said. */
export function readThesaurus(
  stem: (word: string) => string,
): ReadonlyMap<string, readonly Saying[]> {
  const found = new Map<string, Saying[]>();
  for (const line of lines.trim().split('\n')) {
    const [said = '', meant = ''] = line.split(':');
    const meanings = [...new Set(meant.trim().split(' ').map(stem))];
    for (const phrase of said.split(',')) {
      const words = phrase.trim().split(' ').map(stem);
      const first = words[0] ?? '';
      found.set(first, [...(found.get(first) ?? []), { words, meanings }]);
    }
  }
  return found;
}
