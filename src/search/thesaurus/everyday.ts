/** Verbs and things of all trades. Written as `readThesaurus` says. */
export const everyday = `
airing today: on tv today, tonight, airs, broadcast today, today on tv
airport: airport, airfield
album: album, record, cd, lp
alternative title: other title, foreign title, called in, alternative name
approval: approval, okay, sign off, consent
artist: artist, singer, band, musician, performer
assignment: assignment, allocation, mapping
attribute field property: attribute, field, property, column, characteristic, detail, extra
  information
audio: audio, sound, recording, voice
audit: audit, inspection, trail, who did what
author: author, writer, novelist
backup: backup, safety copy, save
birthday biography: born, birthday, how old, age, biography, died, birthplace, where from
block: block, ban, stop
book: book, novel, title, publication
bulk batch: bulk, many at once, several at once, all at once, mass, in one go, together, in one
  step
category genre: category, genre, kind, type, sort, class, style
certification: age rating, certification, suitable for children
child: child, sub, below, part
collection: collection, saga, trilogy, franchise, film series, set, bundle, group
color: color, colour, paint
comment: comment, remark, opinion, reply
configuration setting: configuration, setting, config, options, set up, preferences
connection integration: connection, integration, link, hookup, tie together
content: content, material, text, stuff inside
contract agreement: contract, agreement, deal
copy duplicate: copy, duplicate, clone, replicate, same again, another one like
count: count, how many, number of, amount of, total
country: country, nation, land
course lesson: course, lesson, class, lecture
create add: create, add, make, new, set up, start, open, build, put, establish, found, introduce,
  register, set, enter, compose
credit cast crew: actor, actress, cast, crew, who plays, who played, starring, star, director,
  directed, writer, played in, appeared, role, who made, producer, composer, acted, lead role
currency: currency, money, dollar, euro
current: current, present, now, right now, at the moment, today, currently, active
custom: custom, own, individual, special, tailor made, bespoke, ours
date time: date, time, when, day, hour
default: default, standard, fallback, normal, preset, usual
delete remove: delete, remove, get rid of, throw away, erase, wipe, drop, destroy, trash, clean up,
  discard, purge, tear down, clear out, dump, bin, no longer need, eliminate, take down, nuke,
  scrap
description: description, text, explanation, what is it, about
detail info: details, information, info, facts, more about, everything about, particulars,
  specifics, what do we know
diagnosis condition: diagnosis, illness, disease, condition
disable deactivate: disable, deactivate, turn off, switch off, stop using, shut off, put out of
  action, make inactive
distance: distance, how far, kilometers, miles
document: document, paper, file, letter, contract
duration: duration, how long, length, time spent
enable activate: enable, activate, turn on, switch on, start using, allow, put into effect, make
  work
end close: end, close, finish, over, complete, terminate, done, conclude, shut, wrap up, stop
episode: episode, part, instalment, installment
error: error, failure, mistake, fault, went wrong, problem, bug
event: event, concert, gig, show, happening
exercise workout: exercise, workout, training, sport
experiment variant: experiment, a b test, variant
export: export, download all, take out, dump, save as, as csv, as spreadsheet
external: external, outside, third party, foreign, other company
feature: feature, function, capability, ability
file: file, document
flag: flag, switch, toggle, mark
flight: flight, plane, fly
folder directory: folder, directory, drawer
follow: follow, subscribe, track
form: form, sheet, questionnaire
game match: game, match, fixture
geocode: coordinates, latitude, longitude, address to coordinates
get retrieve: get, show, tell me, read, see, look at, view, open, give me, display, what is,
  details of, pull up, fetch
history: history, past, earlier, log of, over time
hotel: hotel, accommodation, stay, room, lodging
image picture photo: image, picture, photo, poster, cover, artwork, logo, screenshot, illustration,
  drawing, look like, pic, thumbnail
import: import, load in, bring in, bulk load, read in, feed in
ingredient: ingredient, component
internal: internal, inside, in house
job task: job, background task, process, long running
job vacancy: job, vacancy, opening, position
keyword: keyword, theme, about, deals with, subject
language detect: which language, detect language
language locale: language, locale, tongue, translation
latest recent: latest, newest, recent, last, most recent, just, lately, current
law legal: law, legal, act, legislation
layout template: layout, template, design
league standing: league, table, ranking, standings
like favorite: like, favorite, favourite, love, heart
link url: link, url, web address, short link, shortcut
list: list, show all, which, all, overview, what are, everything, enumerate, what do we have, how
  many
location place: place, location, where, spot, site, position
log: log, record, protocol, diary, journal
map: map, chart, plan
media: media, pictures and videos
medication drug: medicine, drug, medication, pill
menu dish: menu, dish, meal, food
move: move, relocate, put elsewhere, shift, drag, transfer
movie: movie, film, picture, flick, motion picture, blockbuster
network: network, station, broadcaster, channel, streaming service
news article: news, article, story, headline
note: note, memo, jotting, remark
notification: notification, alert, message, notice, ping
now playing: in cinemas, in theaters, now showing, playing now, currently running, on screen
nutrition: nutrition, calories, healthy
on the air: currently airing, running on tv, on air
option: option, choice, possibility
order sort: order, sort, sequence, rank, arrange
parent: parent, above, upper, belongs under, container
passenger traveler: passenger, traveller, traveler
pending: pending, waiting, not yet, open, outstanding, still to do, unanswered, undecided
person: actor, actress, director, celebrity, star
person movie credit: filmography, movies of, films of, appeared in, acted in, directed by, played
  in, movies with, films with
plan subscription: plan, subscription, package, tier
playback player: play, pause music, player, volume, skip, next song
playlist: playlist, mix, song list
popular: popular, most liked, famous, well known, top, favourite, loved, hot
position: position, place, rank
prescription: prescription, prescribed
priority: priority, urgent, importance, important
private: private, confidential, secret, hidden, personal, internal, closed
production company: studio, production company, producer, made by, company behind
progress: progress, how far, percent done
project: project, undertaking, initiative, endeavour
property listing: house, flat, apartment, real estate, property
public: public, open, visible to all, for everyone, world
publish: publish, make public, release, go live, put online, announce, post
qr code barcode: qr code, barcode, scan code
rating rated: rating, rated, score, points, best, highest rated, vote, stars
recipe: recipe, cook, how to make
recommendation: recommend, recommendation, suggest, suggestion, tip, what should i, might like,
  advise
relationship: relation, relationship, link, connection, related
release date: release date, came out, come out, when released, premiere, when did, launch date, in
  cinema since, publish date
rent lease: rent, tenancy, lease
reopen open: reopen, open again, not solved, came back, not fixed
replace: replace, swap, exchange, substitute, switch for, overwrite, put instead
report: report, summary, overview, evaluation
report abuse: report, complain, flag, abuse
request: request, ask, demand, application, wish
restaurant: restaurant, eat, food place, diner
retry: retry, try again, once more, repeat
review: review, critic, opinion, what people think, verdict, reception
revision: revision, earlier version, old version, previous state
route direction: route, way, directions, how to get, path, drive
scheduled: scheduled, planned, later, future, upcoming
school university: school, university, college
score result: score, result, who won, final score
search find query: search, find, look for, look up, seek, hunt for, locate, discover, where is,
  track down, dig up, which have
season: season, part of series, year of series
sentiment: mood, sentiment, tone, feeling
share: share, let others see, give others access, pass on, show to others, hand around
signature sign: sign, signature, sign document
similar: similar, alike, like this, comparable, related, same kind
song track: song, track, tune, music, piece
start: start, begin, launch, kick off, commence, initiate, set going, get going
station stop: station, stop, bus stop
statistics stats metrics: statistics, numbers, figures, stats, analytics, how often, how well,
  performance, trend, insight
subscription: subscription, subscribe, notify
summary: summary, overview, brief, short version, recap, in short, sum up
sync: sync, synchronise, synchronize, align, keep the same, refresh
tag keyword: tag, keyword, label, marker
task todo: task, to do, todo, chore, errand, assignment, duty
taxi ride: ride, taxi, cab, lift
team player: player, athlete, squad, footballer
test: test, try, try out, trial, dry run, experiment
text: text, words, writing
theme style: theme, look, appearance, design, style
timezone: time zone, local time
title: title, name, heading
top rated: best, highest rated, top, greatest, best ever, of all time
train: train, railway, rail
transfer: transfer, pass, hand over
translation: translation, translated, other language
trash: trash, bin, recycle bin, deleted things
trending: trending, hot, in fashion, everyone talks about, in vogue, buzz
trip journey: trip, journey, travel, tour
tv credit person: shows of, series of, series with
tv series show: tv, show, series, tv show, sitcom, television, soap
type: type, kind, sort, class, what kinds
unpublish: unpublish, take offline, withdraw, hide
unsubscribe: unsubscribe, no longer receive, stop receiving, opt out, stop mails
upcoming: upcoming, coming, soon, next, future, about to
update edit: update, change, edit, modify, alter, correct, fix, adjust, amend, revise, rewrite,
  typo, tweak, rework, refresh, improve
upload: upload, put file, send file, hand in, submit file, attach
usage: usage, consumption, how much used, use
validate check: validate, check, valid, correct, sanity check, verify, is it right, acceptable
value: value, amount, entry
venue place: venue, place, location, hall, spot
version: version, edition, release, variant
video: video, clip, film, footage, recording, trailer, teaser
vote: vote, ballot, poll
weather forecast: weather, rain, temperature, sunny, forecast, storm
widget dashboard: dashboard, widget, chart, overview screen
`;
