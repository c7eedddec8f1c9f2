/** What is in clusters of machines. Written as `readThesaurus` says. */
export const clusters = `
apis api: groups of api, what can api, what kinds exist, all kinds, which apis, supported kinds,
  object types, what can cluster do, capabilities
apiservice: extra api, plugged in api, additional apis, register api
attach pod: watch live, hook up to, live output of, listen in, connect to console, join running
  process
binding pods: place by hand, put on machine, assign to machine, pick machine for, send to machine
certificatesigningrequest: sign certificate, certificate of new machine, wants certificate, asks
  for certificate, pending certificates, approve certificate, certificates waiting, client
  certificate, certificate
certificatesigningrequest approval: approve certificate, sign certificate, let certificate, accept
  certificate
clusterrole: everywhere, anything everywhere, all namespaces, rights for whole cluster, cluster
  wide permission
clusterrolebinding: admin of everything, make cluster admin, boss of cluster, all powerful,
  everything in cluster, full power, superuser, full rights, root, anything everywhere, do
  anything, ruler
clustertrustbundle: root certificates, trusted authorities, trusted roots, certificate authority,
  trust anchors
componentstatus: brain, control plane, scheduler, etcd, core parts, vital parts, inner parts, own
  parts
configmap: log level, outside of program, config value, settings of app, configuration file, app
  configuration, tunables, feature switch, change setting, values app reads, environment settings,
  plain settings, store settings, non secret, properties file
controllerrevision: history of daemonset, history of statefulset, earlier settings, recorded
  states, older states
cronjob: nightly, night, midnight, every morning, every sunday, sunday, monday, weekly, monthly,
  regular, regularly, timetable, each night, o clock, hourly, each hour, every week, every month,
  timer, clockwork, time plan, daily, timed, repeat, at night
csidriver: storage drivers, storage plugin, drivers for storage
csinode: driver on machine, which drivers, storage drivers
csistoragecapacity: space left, free space, room left, storage left
customresourcedefinition: teach, new kind, additional kind, own kinds, invented, extend, new sort
  of object, which additional kinds, extra object type, custom objects, own object
daemonset: every machine, each machine, all machines, each node, every node, each server, every
  server, per machine, log collector, monitoring agent, on all nodes, one per, machine wide,
  everywhere once
deployment: app, bring app, run image, install app, web app, website, run our, backend, frontend,
  front end, program, server program, put app in cluster, microservice, api server app, shop,
  application, bring in
deployment revision replicaset: earlier generation, previous generation, old generation, go back to
  yesterday, yesterday version, undo update
deployment scale: copies of, run more, bigger crowd, handle load, more power, more of, twice as
  many, fewer copies, down to zero, to zero, turn down to, up to, increase number, rush, prepare
  for traffic, run times, in parallel
deployment status: rollout finished, rolled out completely, rollout done, has come up, fully up,
  how far rollout, all copies up, ready yet, did new version arrive
deployment update patch: new image, switch image, ship version, new version of app, update app,
  bump, upgrade app, roll out new, change image, newer version, go to version, other image, set
  image, exchange image
endpoints endpointslice: receives traffic, gets traffic, real addresses, addresses behind, behind
  service, which instances receive, who answers, which pods answer, serving requests
ephemeralcontainers ephemeral container: debugging tools, no shell, tools inside, helper container,
  extra tools, add tools, look into running, inspect running, sneak in
event: went wrong, lately wrong, news from, recent problems, warnings, what is going on, recently
  happened, what happened, why does not start, not starting, why pending, happening, incidents,
  messages from cluster
eviction pod: kindly ask, leave the machine, politely, gently, make leave, respect budgets, clear
  machine
exec pod: type command, run something inside, prompt inside, log into container, step into, go
  inside, look around inside, poke around inside, hop into, shell into, get inside
finalize namespace: hangs in deletion, stuck deleting, will not go away, does not disappear,
  deletion hangs
flowschema: who gets served first, flood of requests, overloaded api, too many requests, crowding
  out
horizontalpodautoscaler: load rises, load grows, more visitors, busy, peaks, rush hour, adapt, by
  demand, grow by itself, automatically, by itself, grow and shrink, cpu above, traffic spike,
  elastic, self scaling, adjusts itself, between two and ten, own accord
ingress: public, publicly, domain, example com, visitors from internet, from internet, world,
  https, browser, customers reach, people outside, public web address, url to app, hostname, map
  domain, entry from outside, front door, gateway, outside reach, open to public, from the web
ingressclass: who handles ingress, which controller, types of entry
ipaddress clustercidr: address range, ip range, addresses handed out
job: once, one time, run script once, one off, import once, number crunching, calculation,
  computation, runs to end, until done, finish, single run, short task, crunch, one shot, did
  import finish, task that ended
lease: leader, who leads, in charge now, active one, heartbeat, last sign of life, lock between,
  which instance is boss, still alive
limitrange: default memory, each container gets, default cpu, upper bound per container, lower
  bound, biggest container, per container maximum, without own limits, standard memory
log pod: last lines, before it died, died, error output, printed lines, tail, complains, program
  wrote, what app wrote, read output, crash reason, stack trace
mutatingwebhookconfiguration: changes new objects, automatically adds, adds sidecar, on creation
  change, rewritten on creation, alter before saved, modify before saved, touch up
namespace: playground, sandbox, area for team, room for team, fresh area, separate corner, home for
  team, tenant, partition, separate place, own place, everything of team, whole area, environment
  for team, folder for apps, apart from others
networkpolicy: cut off, wall off, fence, isolate, separate, nobody but, only backend, may talk,
  talk to database, allowed to talk, connections between, forbid connections, keep out traffic,
  block network, seal off, shield, reachable only, may reach, who can reach, network separation
node: hardware, servers we have, computers, physical, metal, vms, bare metal, boxes, which
  machines, how many machines, machines in cluster, worker machine, machine
node update patch: not usable, out of service, no new work, mark machine, label machine,
  schedulable, take new work, keep work off, under repair, maintenance, put label on
openid jwks well known: public keys, verify tokens, trust tokens, signing keys, token keys, issuer
persistentvolume: disks exist, disks, which disks, cluster disk, all disks, drives, real disk,
  physical storage, volume of storage, register disk, existing disk, nfs
persistentvolumeclaim: gigabyte, gb, gigabytes, need space, disk for app, ask for space, space for
  data, more disk, reserve disk, claim, request disk, need disk, storage for database, room for
  data, i need storage, enlarge disk, grow disk
pod: what is running, what runs, programs running, apps running, running, stuck instance, dies,
  died, keeps dying, keeps crashing, unit of work, tiny instance, process stuck, kill instance, how
  is app doing, everything running
poddisruptionbudget: never fewer, at least two, at least one, stay up, while machines are replaced,
  during upgrades, during maintenance, keep running during, always alive, minimum alive, survive,
  not all at the same time, upkeep
podtemplate: blueprint, cookie cutter, template of pod, mould
portforward pod: from laptop, local machine, reach from desk, open locally, on localhost, from my
  computer, as if local, local browser
priorityclass: first, more important, important, scarce, short of resources, goes before,
  precedence, who wins, preferred treatment, urgent, matters most, comes first, rank of apps, must
  not starve, less important
prioritylevelconfiguration: shares of api, concurrency of api, served first
proxy: web page of app, through api server, web interface inside, http request to, call app through
replicaset: generations, old generation, identical copies, group of copies, earlier generations
replicationcontroller: old style, legacy copies
resourceclaim: gpu, graphics card, accelerator, special device, fpga
resourceclass deviceclass: kinds of devices
resourcequota: more than cpu, not use more, use more than, at most, cap team, team limit, total
  memory, total cpu, maximum for team, consumption limit, not exceed, greedy team, share of
  cluster, hog, cap, budget of team
role: define what may, set of permissions, what developers may, describe rights, rights in area,
  kinds of rights, bundle of rights, permission bundle
rolebinding: let read, let jane, make admin of area, give jane, give bob, give team rights, give
  access to area, may edit in, connect person with rights, allow user in, give somebody, hand
  rights, may see, take rights from, grant read, read access, write access, who may, who can
runtimeclass: sandbox, untrusted, stronger isolation, other runtime, kind of runtime, gvisor, kata,
  secure runtime
secret: database password, db password, api password, store password, keep password, keys safe,
  login data, hidden, sensitive, tls key, pull credentials, registry password, safe place
selfsubjectaccessreview: may i, am i allowed, can i, would i be allowed, do i have permission, am i
  permitted
selfsubjectreview: who am i, which account am i, as whom am i, how does cluster know me, my
  identity, what does cluster think
selfsubjectrulesreview: what am i allowed, all my rights, my rights, my powers, everything i can
  do, what can i do
service: fixed name, internal name, stable name, find each other, other apps find, other programs
  find, reachable inside, inside cluster reach, common address, one address for, single address,
  load balancing, distribute requests, front of pods, expose port, entry point inside, internal
  entry
serviceaccount: identity for, pipeline identity, identity of program, robot, ci user, non human,
  machine user, account for program, account for app, login for app, technical account, program
  logs in
serviceaccounts token: temporary login, short lived login, login token, pass for robot, ticket for
  robot, time limited token, fresh token, token of robot
statefulset: database, postgres, mysql, mongodb, kafka, redis, keeps data, remember data, fixed
  names, numbered, own disk each, stateful, one after the other, sticky, keeps identity, broker
statefulset scale: more database copies, database copies, another database replica, grow database,
  shrink database
status: ready, doing, condition, how is, healthy, current state, well
storageclass: sorts of disk, kinds of disk, order disk, types of storage, kinds of storage, fast
  storage, ssd, slow and cheap, default storage, storage flavours, which storage
subjectaccessreview: is jane allowed, may jane, may bob, is allowed to, could jane, check whether
  user, has permission to, can somebody, whether allowed, would it be permitted
tokenreview: token genuine, token real, is token good, whose token, check token, token valid,
  belongs token, still valid token
validatingadmissionpolicy: rule that forbids, rule for new objects, forbid images, without own
  server, expression, must have label, house rule, ban latest
validatingwebhookconfiguration: asked before, checks new objects, ask my service, may refuse,
  refuses objects, veto, before anything is created, call my service before, inspects objects
version: how new, which release, how old, release number, software version, version of kubernetes
volumeattachment: plugged into, which disk hangs, disk connected, mounted where, disk attached to,
  connected to which machine
watch: follow, live, as they change, keep watching, observe, stay tuned
`;
