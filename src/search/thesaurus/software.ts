/** Making software. Written as `readThesaurus` says. */
export const software = `
analysis: analysis, scan, scan result, examination, inspection
annotation: annotation, note on line, warning in code, marked lines, highlighted
app installation: app, installed app, integration, plugin, add on, addon, extension, third party
  app, installation, connected app, where installed, bot
approve: approve, accept, okay, ok, green light, say yes, sign off, give blessing, agree, let
  through, let pass, go ahead, allow, wave through, greenlight, permit, thumbs up
archive: archive, read only, freeze, put away, retire, no longer used, mothball, shelve, old, done
  with, close down, not needed any more, dead
artifact: artifact, build output, build result, produced file, result of build, file from build,
  output files, compiled, bundle, what build produced
assignee assign: assignee, assign, responsible, take over, give to, hand over, put on, who works
  on, person for task, in charge of, hand to, make responsible, should do, should handle, take care
  of, look after, delegate, should fix
attestation: attestation, provenance, proof of build, where built, build proof, origin of binary,
  signed build, really built, trustworthy
audit log: audit, audit log, who did what, trail, security log, who changed settings, who deleted,
  history of actions, record of who
author: author, written by, who wrote, blame, creator, writer, who made
autolink: autolink, turn ticket numbers into links, link references, reference to jira, external
  tracker
billing usage: bill, cost, spending, how much do we pay, minutes used, usage, consumption, used up,
  expense, spent, how much have we used
blob: blob, raw file, file object, binary content, raw content
branch: branch, line of development, feature branch, working copy, trunk, main, master, develop,
  side line
branch protection: protect, protected, protection, guard, safe, no direct push, prevent push, force
  push, prevent deletion, shield, secure main, forbid pushing, must be reviewed, nobody can push,
  rules for main, require review
budget: budget, spending limit, cost limit, spend cap, maximum spend
build page: build site, rebuild site, publish site, site build
cache: cache, cached, stored dependencies, speed up build, saved between, stale, stored files,
  temporary storage
cancel: cancel, abort, stop, halt, kill, interrupt, call off, break off, terminate, end, scrap,
  drop, no longer want, stuck, hanging, not going to happen, never mind
check run: check, test result, ci check, automated check, check result, passed, failed test,
  quality check, lint
check suite: check suite, all checks, bundle of checks, group of checks
classroom assignment: classroom, assignment, homework, exercise, class, course work, coursework,
  task for students
clone: clone, cloned, cloning, checked out, copy locally
code of conduct: code of conduct, behaviour rules, rules of behaviour, conduct, manners
code owners: codeowners, owner of file, who owns file, responsible for file, ownership file
code scanning alert: code scan, static analysis, code weakness, security flaw in code, vulnerable
  code, code analysis finding, insecure code, security problem in our code, scanner found, bugs in
  code
codespace: codespace, cloud machine, development environment, dev environment, cloud workspace,
  online editor, dev box, development machine, remote machine, cloud computer, coding environment,
  browser editor
comment: comment, remark, note, reply, say, feedback, annotation, answer, respond, observation,
  write under, what people say, said, leave word, discussion, tell them, opinion
commit: commit, change, revision, changeset, check in, history of changes, who changed, last
  change, code change, what changed, changed, latest changes, edit history, sha
commit status: commit status, build state, green, red, passed, ci status, passed tests, tests pass,
  build badge, checks passed
compare diff: compare, difference, diff, what changed between, differ, changed between, versus,
  contrast, delta, what is new between, differences, ahead, behind, divergence
content: file, files, content, contents, what is in, what does it say, source file, text of,
  folder, directory, look inside, inside of, read file, config file, document in repository, what
  stands in
copilot: copilot, ai assistant, ai, coding assistant, assistant, code completion, ai helper,
  artificial intelligence
custom property: custom property, custom field, metadata, extra attribute, own attribute,
  additional field, own field, characteristic
delivery redeliver: delivery, redeliver, sent event, resend, send again, webhook attempt, did
  arrive, not delivered, missed, arrived, failed call, replay
dependabot alert: vulnerable dependency, outdated dependency, insecure library, vulnerable package,
  dependency alert, dependency warning, insecure package, known hole, dependency problem, library
  hole, outdated library, risky dependency
dependencies blocked blocking: blocked by, waits for, depends on, has to be done first, dependency,
  blocking, prerequisite, hold up, holds up, stands in the way, waiting on
dependency: dependency, library, third party, component, import
dependency graph sbom: sbom, bill of materials, list of libraries, what libraries, third party,
  dependency list, components used, what we depend on, what is inside, ingredients, packages used,
  open source we use, libraries used
deployment: deployment, deploy, rollout, roll out, ship, put live, go live, went live, publish, on
  production, live, delivered, installed version, push live
deployment protection pending: waiting for approval, waiting deployment, held back, gate, approve
  deployment, wait for somebody
deployment status: deployment status, did deployment work, deployment went, rollout progress,
  deployment succeeded, deployment failed, rolled out
dismiss: dismiss, ignore, disregard, wave aside, invalidate, overrule, false alarm, false positive,
  not a problem, not important, brush off, set aside, close alert, discard
domain health dns: own domain, custom domain, dns, domain set up, domain works, points to
download: download, save locally, get file, fetch file, export, get copy, onto my disk, on my
  computer, as a file
environment: environment, staging, production, stage, test environment, live system, deployment
  target, prod
event activity: event, activity, news, feed, happening, going on, recently, what happened, what
  did, recent actions, did lately, been up to
external group scim: directory group, identity provider, sso, single sign on, azure ad, okta, ldap
feed: feed, rss, atom, news feed, stream
fork: fork, copy of project, own copy, copy into my account, derive, spin off, clone into my
  account, copies of, duplicates, copied
gist: gist, snippet, paste, code snippet, note, piece of code, little script, small script, share
  code, text snippet, scrap of code, share script
gitignore: gitignore, ignore file, files to ignore, not checked in, ignored files
grade: grade, mark, score, result of students, school mark, points
history: history, past, earlier, previous, old version, over time, former, back then, timeline,
  before
hovercard: hover, context about user, tooltip
interaction limits: interaction limit, only contributors, calm down, slow down, stop strangers,
  temporarily restrict comments, limit who can comment, newcomers, strangers, cool down
invalidate revoke credential: revoke leaked, kill token, disable credential, invalidate token,
  stolen token, compromised
issue: issue, bug, ticket, problem, defect, task, to do, request, complaint, fault, report, error
  report, trouble, feature request, work item, glitch, broken
job: job, step, task, build step, part of build, stage, work
label: label, tag, category, mark, flag, colour, sticker, classify, sort into, badge
language: language, programming language, written in, which language, technology
large file lfs: large file, big file, lfs, huge file
license: license, licence, legal terms, may use, mit, gpl, terms of use, legally, open source terms
lock: lock, close discussion, stop arguing, freeze, stop comments, no more comments, heated, end
  debate, shut down conversation, fighting, flame war, prevent comments
logs: log, logs, output, print, printed, console, what was printed, trace, text output, stdout,
  messages of program, console output, what happened, why did fail, why failed, reason of failure,
  says, writes
machine: machine, computer, hardware, size of machine, cpu, stronger machine, faster machine,
  memory, bigger machine
mark read: mark as read, seen, read, clear, dismiss, done with, already seen, catch up, clear
  inbox, empty inbox
markdown render: markdown, render, turn into html, html, convert to html, formatted, format text,
  how looks
marketplace plan: marketplace, listing, app store, purchase of app, who bought app
merge: merge, combine, join together, bring together, integrate, bring into, land, fold into,
  unite, accept changes, put into main, get in, consolidate, goes into, gone in
merge upstream sync fork: sync, catch up, bring up to date, up to date, pull in latest, pull
  latest, latest from original, refresh fork, behind original, align with original, original
  project
migration export import: migration, move elsewhere, move away, export everything, take out, import,
  backup, switch provider, bring over, move data, transfer over, take data with
milestone: milestone, sprint, deadline, due date, goal, iteration, target date, release plan, phase
network ip meta: ip address, firewall, addresses to allow, ip range, allowlist, whitelist, which
  addresses
notification thread: notification, inbox, unread, news for me, what needs attention, mention, ping,
  alert for me, what is new for me, waiting for me
outside collaborator: outside collaborator, outsider, external helper, freelancer, contractor, not
  member, non member, not employed
package: package, library, published package, npm, docker image, container image, artifact,
  registry, module
package version: package version, version of package, old package, published version
page site: page, website, site, docs site, documentation site, homepage, web page, hosted site,
  static site, blog
participation contribution statistics: statistics, activity, how active, commit activity, weekly
  commits, work per week, additions, lines added, lines changed, punch card, busy hours, activity
  graph, per week, numbers about
pin: pin, stick to top, keep at top, on top, highlight, keep visible, put on top, fasten, fix to
  top, important message, hang up, always visible
ping test: ping, test call, try out, test message, test event, trial, probe, check connection, see
  if works, does it work, works
project board card column item: board, kanban, planning board, card, column, backlog, swimlane,
  planning, roadmap
pull request: pull request, pr, proposed change, change request, code change proposal, merge
  request, patch, proposal, contribution, suggested change, pending change, change waiting,
  suggested edits, submission, open changes
push protection bypass: bypass, push anyway, get around, override, skip protection
rate limit: rate limit, requests left, calls left, quota, how many more requests, api limit,
  throttled, requests remaining, too many requests, calls remaining, hourly limit
reaction: reaction, thumbs up, thumbs down, heart, like, emoji under, react, upvote, vote up,
  respond with, cheer, applaud, smile at, party popper, hooray, rocket
readme: readme, front page, intro text, introduction, project description, landing text, how to
  start, instructions of project
ref reference: branch, tag, reference, pointer, ref, head, new branch, create branch, delete branch
registry: registry, package source, private registry, package server
reject deny decline: reject, refuse, decline, say no, turn down, deny, not allow, disapprove, veto,
  knock back, send away, not accept, not let
release: release, version, published version, new version, ship, shipped, launch, build to
  download, software version, roll out, newest version, stable version, put out, publish version
release asset: asset, binary, attachment, download, downloadable, installer, executable, compiled,
  build file, package file, zip of release, upload to version
release notes generate: release notes, changelog, change log, what is new, summary of changes,
  news, list of changes
repository repo: repository, repo, project, codebase, code base, code, source, program, software,
  library, app code, source tree, piece of software
requested reviewers: reviewer, ask for review, ask to look at, have a look, get opinion, who should
  review, request review, second pair of eyes, assign reviewer, needs look, take a look
rerun: rerun, run again, retry, repeat, try again, once more, redo, another attempt, start again,
  restart, second try, again
review: review, feedback, look over, look at, sign off, examine, assess, opinion, approve,
  approval, evaluate, check over, verdict, request changes, lgtm, critique, second pair of eyes
review comment: line comment, inline comment, comment on code, remark in code, comment on line,
  remark on line, code remark, code comment
revision: revision, earlier state, past version, previous version, old version, edit history
ruleset rule: rule, ruleset, policy, enforce, regulation, conditions, must, rules
runner: runner, build machine, build server, build agent, own machine, self hosted, agent, worker,
  machine that builds, server for builds, executor
runner registration token: register machine, register runner, hook up machine, connect own machine,
  add build machine, add own machine
sarif: scan result file, upload scan, scanner output, third party scanner
search code: search code, find in code, where is used, text in code, find function, grep, look for
  text, which files contain, where in code, appears in
search issues: search issue, find bug, bugs mentioning, find ticket, search ticket, issues
  mentioning
search repositories: search project, find project, look for library, find library, projects about
search users: search user, find person, look for person, developers in
seat license: seat, license, place, paid user, subscription place, user license
secret: secret, password, credential, encrypted value, hidden value, sensitive value, private
  value, confidential value, api password, key for pipeline, hidden setting
secret scanning alert: leaked, leaked password, leaked key, exposed secret, credential in code,
  password in code, committed password, secret leaked, leak, checked in password, keys in code,
  accidentally committed
security advisory: advisory, vulnerability, cve, security hole, security notice, weakness, security
  bulletin, security flaw, report vulnerability, security problem, exploit, disclose
security manager: security team, security manager, security people
status check required: required check, must pass, tests must pass, mandatory test, need green
sub issues: sub issue, subtask, sub task, child task, smaller piece, break down, split into, parts
  of task, child issue, pieces, broken into, belongs under, underneath
subject contextual: context
tag: tag, version mark, label, marker, mark version
tarball zipball archive: zip, tarball, download source, source as zip, download whole, compressed,
  snapshot of code, download code
template generate: template, boilerplate, starter, skeleton, blueprint, scaffold, starting point,
  same structure, based on
timeline event: timeline, history, what happened, course of events, everything that happened,
  chronology, story, log of
topic: topic, keyword, subject, findable, tags of project, category, theme, find by
traffic popular path: most visited, popular page, most read, most viewed, popular content
traffic referrer: referrer, came from, come from, visitors come from, source of visit, linking
  sites, who links
traffic view: traffic, visitor, visit, view, page view, how many looked, how many people look,
  audience, looked at, hits, interest, how popular
transfer: transfer, hand over, move to other owner, give away, change owner, move to another, new
  owner, pass on, hand to, sign over
tree: tree, folder structure, directory structure, all files, file listing, hierarchy, nested
unarchive: unarchive, bring back, revive, reactivate, unfreeze, restore, wake up, reopen
unassign assignee remove: unassign, take off, no longer responsible, free from, relieve, release
  from
uninstall: uninstall, remove app, get rid of app, disconnect app
unlock: unlock, reopen discussion, allow comments again, open up again
unpin: unpin, take down, no longer on top, remove from top
variable: variable, setting, config value, non secret, environment value, plain value,
  configuration value, parameter
visibility private: private, public, hide, secret, visible, invisible, open source it, close to
  public, who can see, expose, confidential
vulnerability reporting: vulnerability report, report security, report hole, responsible
  disclosure, report privately
webhook hook: webhook, hook, callback, notify our server, call our url, tell our server, call our
  server, http notification, ping our service, post to url, inform our system, automatic
  notification, our endpoint, let our system know, call us, our backend, our own server
workflow: workflow, pipeline, automation, ci, continuous integration, build script, automated
  process, build definition
workflow dispatch: trigger, start, kick off, launch, run by hand, run manually, fire, start
  pipeline, start build, start by hand, set off
workflow run: run, build, ci run, pipeline, execution, last build, build result, nightly build,
  automated run, build went, green, red, build status
`;
