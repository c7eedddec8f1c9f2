/** What platforms for code are asked for. Written as `readThesaurus` says. */
export const codeHosting = `
actions billing: spent on builds, cost of builds, minutes left, build minutes left, pay for builds
actions permissions: which actions allowed, forbid foreign actions, who may run, allowed
  automations, restrict automations
advisories: known holes, public vulnerabilities, cve, announce hole, security note, published
  holes, warn users about hole, publish hole
advisories reports: tell maintainers secretly, report hole in confidence, confidentially report,
  found hole
artifacts: build output, produced by build, files of build, compiled result, build left behind, get
  binary of build
assignees: bob should, on it, hand ticket, put bob on, take bob off, who can be assigned, whom can
  i give, who could do, person for ticket, give ticket to, responsible for ticket, look after
  ticket
attestations: really ours, built by us, proof of origin, genuine build, verify binary
audit log: who changed, who deleted, trail, who did, who removed, log of admins, what have admins
  done, suspicious actions
autolinks: ticket numbers, jira, clickable, turn into link, external tickets
blocks: keep away, near me, annoying, harass, ban person, shut out, do not want to see, stay away,
  lock out user, leave me alone, troll
branch rename: call branch, other name for branch, rename branch
branches protection: nobody pushes to main, guard main, protect main, two people must, must be
  checked, forbid force, reviews needed, keep main safe, need approval, lock main, no direct
  pushes, safeguard
caches: build cache, saved dependencies, stale cache, cache size, cached stuff, space used by
  cache, empty cache, faster builds
check runs: test results, report test result, did tests pass, results of checks, which checks
  failed, tests for commit, put result
classrooms: school class, students, homework, exercises, pupils, teacher
code scanning: flaws in code, holes in our code, insecure spots, weak spots, scanner, analyse code,
  dangerous code, security scan
code scanning default setup: turn on code scan, start scanning, regular code scan
codespaces: development in cloud, machine in cloud, code in browser, work in browser, dev machine,
  programming environment, shut machine down, wake machine, cloud desk, ready made environment
collaborators: let into project, give access to project, who can write, who has access, who may
  push, add helper, let write, allowed to push, let work on, take access away, remove from project,
  work with us, people on project
collaborators permission: what may bob do, how much access, access level, what rights has
commit: changes made, who touched, changes to file, when was changed, last change, changed file,
  worked on, edits, saved change, single change
commits search: when did somebody change, find change
compare: between versions, between branches, what is new in, how far behind, ahead of, differs,
  what changed since, distance between
contents: write file, save file, put file, store file, change file, edit file, remove file, add
  file, new file, fix readme, text file, inside file, listing of folder, what files, which files,
  look at file, put text in, script file
contents create update: write file, save file, put file, add file, fix typo in, change a line,
  store file, new file, correct spelling
contents delete: remove file, throw file away, file away, file must go
copilot billing seats: who has ai help, ai help, ai licences, pay for ai, give ai helper, who uses
  ai, ai for team, coding help
copilot metrics: how much ai used, use of ai, ai statistics, ai lines accepted
custom properties: extra attribute, extra field, attribute of projects, mark projects with, cost
  centre, additional field
dependabot: vulnerable libraries, outdated libraries, bad libraries, dependencies with holes,
  insecure dependencies, unsafe libraries, warnings about dependencies
dependabot alerts update: false alarm, not relevant, ignore warning, wave off, do not care about
  warning
dependency graph compare: new libraries in change, added libraries, which dependencies changed,
  changed libraries
dependency graph sbom: list of ingredients, everything we use, all libraries, libraries in project,
  third party parts, inventory of libraries
deployments: put on production, what is live, what runs on production, which version is live, ship
  to staging, live version, when went live, roll out
deployments statuses: report deployment, deployment done, deployment failed, tell that deployment,
  deployment worked, success of deployment
emojis: smileys, available smileys, all emoji
enforce admins: even admins, also for admins, bosses too, no exception
environments: staging, production, live environment, where can deploy, targets, who must approve
  deployment, wait before deployment
events: what happened in, what has been going on, recent happenings, latest activity, what has bob
  done, been up to
followers: who follows me, my fans, my followers, who is interested in me, audience
following: whom do i follow, people i follow, follow somebody, stop following, keep up with person,
  keep track of developer
fork: derivatives, who copied, others copied, own version of, take over abandoned
generate notes: draft changelog, write changelog, list of changes since, what changed since
gists: snippets, little script, paste, share snippet, note publicly, piece of text, few lines of
  code, small file
gists create: share snippet, paste something, put snippet online, share few lines, share small
  script
git tags: annotated tag, signed mark
git trees: all files, every file, file tree, complete listing, full listing
gitignore templates: files to skip, what to ignore in, ignore list for, ignore file for
hooks: call our server, inform our server, tell our chat, notify our system, post to our url,
  whenever somebody pushes, on every push, when code is pushed, our server should know, call when,
  outgoing calls, let server know
hooks deliveries: did call arrive, missed calls, which calls failed, calls made to our, failed
  notifications, sent notifications, resend call, send again, lost notification
hooks pings: try hook, test call to our server, does hook work, sample call
hosted runners: bigger machines, rented build machines, larger build machine
import: bring code from, from subversion, from other host, take over from, from another service
installations: which apps, installed tools, apps connected, which tools have access, bots
  installed, app access
installations access tokens: token for app, act as app, log in as app
interaction limits: strangers, newcomers, calm down, only members, storm, flood of comments, quiet
  for a day, shut out strangers
invitations: not accepted yet, open invitations, invited, pending invitation, who has not accepted,
  take back invitation, accept invitation, asked me to join
issue comment create: reply to ticket, write under ticket, answer in ticket, tell them in, respond
  to ticket, add remark, leave remark
issue create: write up, file bug, report bug, tell developers, note problem, something broken,
  wish, suggestion, raise, log bug, open ticket, complain, new ticket, jot down
issue list: open problems, what is left, work left, known bugs, tickets, what needs fixing, my
  tickets, assigned to me, on my plate, my to do, what should i work on, to do list
issue update: close ticket, solved, fixed bug, mark solved, change title, reword ticket, done with
  ticket, settle ticket, ticket open again, finish ticket, reopen
issues labels: mark ticket, tag ticket, put label, classify ticket, stick label, take label, label
  off, kinds of marks, which labels
jobs: steps of build, parts of build, which step failed, step took, steps
labels create: new label, invent label, new mark, new category of issue
languages: written in, what languages, share of languages, programming languages
license: under which licence, licence of project, may i use this, legal situation
licenses: which licences, terms of project, text of licence, legal text, may i use
lock issue: calm, nobody may write, troll thread, no more talk, endless argument, fight, quarrel,
  silence ticket, end argument
markdown: turn text into html, formatted text, show as web page, render text
marketplace: who bought, customers of app, our app customers, plan of app
merge pull: take over change, finish pull request, bring change in, get it in, put it in, merge
  change, goes into main, land change, accept change, let change in
merges: bring branch into, combine branches, join branches, one branch into another, merge branch
meta: addresses of github, firewall open, which ips, allow list
migrations: move company, take everything along, full copy of projects, leave platform, export all,
  pack up, download everything, copy of all projects
milestones: goal, sprint, deadline, until when, by when, release goal, due, what belongs to release
notifications: what is new for me, my inbox, unread, news for me, mentions, everything read, all
  read, seen everything, waiting for me, needs my attention
oauth applications token: is login valid, check login of user, token still good, log user out of
  app
orgs invitations: invite to company, ask to join company, hire, bring new colleague, who has been
  invited
orgs members: people in company, who works here, who is in company, everybody in company,
  employees, colleagues, throw out of company, remove from company, has left, fired, staff list
orgs memberships: make admin of company, promote to owner, give rank, bring into company, role in
  company, make owner, add to company
outside collaborators: not in company, externals, freelancers, outsiders, outside helpers
packages: published libraries, images we publish, docker images, our packages, container images,
  published packages
packages versions: old package versions, versions of image, delete old image, versions of package,
  bring back package version
pages: website from project, homepage of project, docs website, documentation online, put site
  online, host site, web presence, take site offline, site address
pages builds: site again, rebuild site, when was site built, site rebuilt, website again
pending deployments: let deployment through, green light, waits for approval, hold deployment,
  allow go live, release to production
personal access tokens: developer tokens, who has tokens, personal keys, tokens of employees, token
  requests
pull request create: propose, suggest change, offer change, ask to merge, hand in change, submit my
  work, send my changes, want merged, put my work up, contribute change
pull request files: touched files, files in change, changed files, which files does change touch,
  what does change alter
pull request list: proposals, open proposals, changes waiting, waiting to be merged, what is
  waiting, proposed changes
pull request merged: is it in, already in, has gone in, already merged, made it in, landed yet
pull request reviews: opinions on change, who approved, what reviewers said, reviewers think,
  approve change, request changes, needs more work, reject change, say change is good, not good
  enough
pull request update close: give up change, withdraw proposal, drop change, close proposal, turn
  down change, retitle change
rate limit: how many calls, calls left, am i throttled, quota left, requests left, ask more
reactions: like comment, thumbs, heart, how many like, cheer, agree with emoji, laugh, hooray
readme: front page of project, introduction, how to use, start page of project, manual
refs git create: new branch, start branch, branch off, cut branch, put tag, mark commit, tag
  commit, set tag
release delete: pull version, withdraw version, take back version, unpublish version
releases assets: file for download, attach binary, installers, files of version, downloads of
  version, how often downloaded, add file to version
releases create: publish version, ship version, bring out, put out version, make release, announce
  version, new version for users, release version
releases latest: newest version, current version, most recent version, latest version, latest
  stable
repos keys: server should read, let server pull, server key, key for robot
repository: work, our app, our work, codebase, app, library, tool, new home for code, somewhere to
  keep code, place for code, site source, web shop source, all our code, everything we own, where
  code lives
repository create: start project, new project, home for code, place for code, empty project, fresh
  project, begin project
repository delete: get rid of project, wipe project, erase project, project gone
repository update: close source, open source it, make public, make private, change description of
  project, rename project, turn off wiki, default branch, hide from public, wiki, archive project,
  freeze project
repository update archive: read only, nobody may change, retire project, mothball, no longer
  maintained
requested reviewers: ask for opinion, ask someone to check, ask someone to look, somebody look at,
  have checked by, get looked at, check my change, who was asked
required signatures: signed commits, insist on signatures, only signed
required status checks: tests must be green, tests must pass, before merging, green before merge,
  must succeed
rerun failed jobs: only failed, failed parts, broken parts again, what failed again
review comments: remark on line, point out in line, remark about line, comment at line, notes in
  code, answer remark
rulesets: rules for branches, rules of company, company wide rules, rules for all projects, which
  rules apply
runners: own build machines, build computers, our machine for builds, machines that build, register
  machine, build box, attach machine, idle machines
runners labels: mark machine, label machine, tag build machine
runs cancel: stop build, kill build, build hangs, abort build, build runs too long, stop pipeline
runs delete: remove build, forget build, clean old builds
runs logs: output of build, why did build fail, build log, why is build red, what went wrong in
  build, what did build print
runs rerun: build again, failed build again, one more time, repeat build, flaky, try build again
search code: where do we use, used anywhere, which files mention, find text in files, occurrence,
  all places where
search commits: change that mentions, change with text
search issues pull requests: mentioning, bugs about, find discussions, all over, tickets about
search repositories: popular projects, projects in rust, projects written in, find projects,
  looking for library, biggest projects
search users: developers in, people from, find people, who lives in
secret scanning: leaked passwords, passwords in code, keys leaked, gave away, exposed keys, left
  password, tokens in code
secret scanning locations: where was leaked, where is password, places of leak
secrets: deploy password, token for pipeline, hidden value, password for builds, store key for
  builds, build password, names of passwords, credentials of pipeline
stargazers: who likes, who liked, fans of project, people starred, popularity
starred: my favourites, projects i liked, bookmarks, favourite projects, mark as favourite, like
  project, remember project, starred by me, no longer like, bookmark project
stats code frequency: lines added, growth of code, lines removed, added and deleted
stats commit activity: weekly activity, busy weeks, how active, activity over year, last year
  activity
stats contributors: who does most, who worked most, most active, who wrote how much, lines per
  person, ranking of contributors, hard working
stats punch card: at which hour, time of day, night owls, when do people work
statuses: build state, mark commit green, mark commit red, tests passed for, report result, ci
  state, is commit ok, is commit green
sub issues: part of bigger, bigger task, parent task, split task, pieces of task, child tickets,
  put under
subscription: keep informed, tell me everything, watch project, stop informing me, stop telling me,
  no more mails, stay up to date, mute project, ignore project, get news about, bother me with
tarball zipball: all files at once, whole code, download project, pack of code, as zip, code as
  archive
teams: groups of people, squads, group inside company, department, new group, new squad, found
  group, form group, sub group
teams members: who is in squad, people in group, put in group, add to group, take out of group, put
  into squad, who is on team, part of group
teams repos: let group work on, give group access, what does group work on, projects of group,
  group may write
timing usage: how long build, build minutes, minutes used, build time, how much time
topics: findable under, subjects of project, keywords of project, make findable, tag project, what
  project is about
traffic clones: how often cloned, copied to disk, downloads of code, how many cloned
traffic popular paths: most read pages, which pages are read, popular pages, favourite pages
traffic popular referrers: where do visitors come from, who sends visitors, visitors come, which
  sites send, links to us
traffic views: visitors, how many people looked, looked at project, visits this week, views,
  audience, page views
transfer: give project, new owner, to another company, to another account, hand project, change
  owner, other organisation
update branch pull: bring change up to date, change is behind, newest main into
user emails: my mail addresses, add mail address, second mail address, other mail, private mail,
  hide my mail, new mail address
user keys: key of laptop, new laptop, my ssh keys, push from new machine, add computer, computer
  key, lost laptop
user update: my bio, about me, where i live, change my name, my company, my profile text, profile
users: about person, who is this, public profile, what do we know about developer
variables: build setting, plain setting, value for pipeline, config of pipeline, shared setting
workflow: build definition, automations, pipelines, which automations, scripts that run
workflow disable: stop automation, turn off pipeline, pause automation, do not run any more, switch
  off nightly, no more nightly
workflow dispatches: start build, start pipeline, run pipeline, by hand, manually, push button,
  trigger build, set off build, launch deploy, start automation, start nightly
workflow enable: turn on pipeline, automation back on, run again nightly
workflow runs: builds, last builds, did build pass, failed builds, builds of today, recent builds,
  how did build go, green builds, was the build ok, history of builds
`;
