/** What clusters of machines are asked for. Written as `readThesaurus` says. */
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
certificatesigningrequest create: ask for certificate, need certificate
clusterrole: everywhere, anything everywhere, all namespaces, rights for whole cluster, cluster
  wide permission
clusterrolebinding: admin of everything, make cluster admin, boss of cluster, all powerful,
  everything in cluster, full power, superuser, full rights, root, anything everywhere, do
  anything, ruler
clusterrolebinding create: make admin of cluster, give full control
clusterrolebinding list: who is admin, who has power over everything
clustertrustbundle: root certificates, trusted authorities, trusted roots, certificate authority,
  trust anchors
componentstatus: brain, control plane, scheduler, etcd, core parts, vital parts, inner parts, own
  parts
configmap: log level, outside of program, config value, settings of app, configuration file, app
  configuration, tunables, feature switch, change setting, values app reads, environment settings,
  plain settings, store settings, non secret, properties file
configmap create: store settings, put settings, keep settings
configmap patch replace: change setting, change log level, new value, switch feature
controllerrevision: history of daemonset, history of statefulset, earlier settings, recorded
  states, older states
cronjob: nightly, night, midnight, every morning, every sunday, sunday, monday, weekly, monthly,
  regular, regularly, timetable, each night, o clock, hourly, each hour, every week, every month,
  timer, clockwork, time plan, daily, timed, repeat, at night
cronjob delete: no more nightly, end nightly, never again
cronjob list: scheduled things, what runs at night, timetables, which regular
cronjob patch: stop for now, pause nightly, other time, later at night, change timetable, different
  hour, not tonight
csidriver: storage drivers, storage plugin, drivers for storage
csinode: driver on machine, which drivers, storage drivers
csistoragecapacity: space left, free space, room left, storage left
customresourcedefinition: teach, new kind, additional kind, own kinds, invented, extend, new sort
  of object, which additional kinds, extra object type, custom objects, own object
customresourcedefinition delete: kind no longer, unteach
customresourcedefinition list: which own kinds, extra kinds known, installed extensions
daemonset: every machine, each machine, all machines, each node, every node, each server, every
  server, per machine, log collector, monitoring agent, on all nodes, one per, machine wide,
  everywhere once
daemonset create: install agent, put agent on, run on each
daemonset list: what runs on every, agents on machines
deployment: app, bring app, run image, install app, web app, website, run our, backend, frontend,
  front end, program, server program, put app in cluster, microservice, api server app, shop,
  application, bring in
deployment create: start web server, run nginx, three copies, start app, install program, put
  online, get running, launch app
deployment delete: take app down, app away, remove app, retire app, uninstall app, shut app for
  ever
deployment list: which apps, apps there are, what apps do we run, list of apps, everything
  deployed, all applications
deployment patch replace: environment variable, new env, restart all copies, restart app, set
  memory, give app more memory, more cpu, pause rollout, other image
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
event list: why not starting, what went wrong, recent warnings, news
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
horizontalpodautoscaler create: adapt number, adjust copies, add copies when, grow when busy
ingress: public, publicly, domain, example com, visitors from internet, from internet, world,
  https, browser, customers reach, people outside, public web address, url to app, hostname, map
  domain, entry from outside, front door, gateway, outside reach, open to public, from the web
ingress create: publish app on, make available under, connect domain, give web address
ingress list: web addresses, which addresses from outside, which domains
ingressclass: who handles ingress, which controller, types of entry
ipaddress clustercidr: address range, ip range, addresses handed out
job: once, one time, run script once, one off, import once, number crunching, calculation,
  computation, runs to end, until done, finish, single run, short task, crunch, one shot, did
  import finish, task that ended
job create: start calculation, run migration, start import, execute once, kick off one
job delete: clean up finished, remove finished, old jobs
job status: did calculation finish, has import succeeded, is job done, result of job, did it
  succeed
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
namespace create: new team starts, separate area, room for new team, new environment
namespace delete: team is dissolved, everything of team away, clear area, project over
namespace list: which teams, which areas, areas there are, how is cluster divided
networkpolicy: cut off, wall off, fence, isolate, separate, nobody but, only backend, may talk,
  talk to database, allowed to talk, connections between, forbid connections, keep out traffic,
  block network, seal off, shield, reachable only, may reach, who can reach, network separation
networkpolicy create: only frontend may, nobody may, shut off, forbid traffic
networkpolicy list: which traffic is allowed, who may talk to whom
node: hardware, servers we have, computers, physical, metal, vms, bare metal, boxes, which
  machines, how many machines, machines in cluster, worker machine, machine
node delete: machine is gone, take machine out, machine scrapped, remove machine
node get: how much memory has machine, about machine, details of machine
node list: how many machines, which machines, all machines, size of cluster
node patch: mark machine, no new work, keep apps off, close machine for
node update patch: not usable, out of service, no new work, mark machine, label machine,
  schedulable, take new work, keep work off, under repair, maintenance, put label on
openid jwks well known: public keys, verify tokens, trust tokens, signing keys, token keys, issuer
persistentvolume: disks exist, disks, which disks, cluster disk, all disks, drives, real disk,
  physical storage, volume of storage, register disk, existing disk, nfs
persistentvolumeclaim: gigabyte, gb, gigabytes, need space, disk for app, ask for space, space for
  data, more disk, reserve disk, claim, request disk, need disk, storage for database, room for
  data, i need storage, enlarge disk, grow disk
persistentvolumeclaim delete: give disk back, release disk, disk no longer needed
persistentvolumeclaim list: who uses disks, claimed, which app has disk
persistentvolumeclaim patch: bigger disk, disk full, enlarge, running out of space, more gigabytes
pod: what is running, what runs, programs running, apps running, running, stuck instance, dies,
  died, keeps dying, keeps crashing, unit of work, tiny instance, process stuck, kill instance, how
  is app doing, everything running
pod create: start single program, start one container, quick container, throw away container
pod delete: restart app instance, kill, get rid of crashed, throw stuck, fresh start, terminate
pod list: crashing, misbehaving, which copies, what is alive, everything alive
pod status: why is waiting, not ready, in trouble, restarts, how often restarted
poddisruptionbudget: never fewer, at least two, at least one, stay up, while machines are replaced,
  during upgrades, during maintenance, keep running during, always alive, minimum alive, survive,
  not all at the same time, upkeep
podtemplate: blueprint, cookie cutter, template of pod, mould
portforward pod: from laptop, local machine, reach from desk, open locally, on localhost, from my
  computer, as if local, local browser
priorityclass: first, more important, important, scarce, short of resources, goes before,
  precedence, who wins, preferred treatment, urgent, matters most, comes first, rank of apps, must
  not starve, less important
priorityclass create: define importance, level of importance
prioritylevelconfiguration: shares of api, concurrency of api, served first
proxy: web page of app, through api server, web interface inside, http request to, call app through
replicaset: generations, old generation, identical copies, group of copies, earlier generations
replicationcontroller: old style, legacy copies
resourceclaim: gpu, graphics card, accelerator, special device, fpga
resourceclass deviceclass: kinds of devices
resourcequota: more than cpu, not use more, use more than, at most, cap team, team limit, total
  memory, total cpu, maximum for team, consumption limit, not exceed, greedy team, share of
  cluster, hog, cap, budget of team
resourcequota create: limit team, team may use at most, cap what team
resourcequota status: how much has team used, used up, team still have left
role: define what may, set of permissions, what developers may, describe rights, rights in area,
  kinds of rights, bundle of rights, permission bundle
role create: define who may, developers may only read, allow reading
rolebinding: let read, let jane, make admin of area, give jane, give bob, give team rights, give
  access to area, may edit in, connect person with rights, allow user in, give somebody, hand
  rights, may see, take rights from, grant read, read access, write access, who may, who can
rolebinding create: let person, give person, grant person, new colleague may
rolebinding delete: person no longer may, take rights, revoke rights, left team
rolebinding list: who may, who can do what, who has rights
runtimeclass: sandbox, untrusted, stronger isolation, other runtime, kind of runtime, gvisor, kata,
  secure runtime
secret: database password, db password, api password, store password, keep password, keys safe,
  login data, hidden, sensitive, tls key, pull credentials, registry password, safe place
secret create: store password, keep password, put password
secret delete: throw password, password away, forget password
secret list: passwords stored, which passwords, known passwords
secret patch replace: change password, new password, rotate password, password changed, renewed
  password
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
service create: make reachable for others, give address to, expose to other apps
service list: internal addresses, which addresses, names inside
serviceaccount: identity for, pipeline identity, identity of program, robot, ci user, non human,
  machine user, account for program, account for app, login for app, technical account, program
  logs in
serviceaccount create: new robot, pipeline needs identity, identity for build
serviceaccounts token: temporary login, short lived login, login token, pass for robot, ticket for
  robot, time limited token, fresh token, token of robot
statefulset: database, postgres, mysql, mongodb, kafka, redis, keeps data, remember data, fixed
  names, numbered, own disk each, stateful, one after the other, sticky, keeps identity, broker
statefulset create: start database, run database, set up database
statefulset scale: more database copies, database copies, another database replica, grow database,
  shrink database
status: ready, doing, condition, how is, healthy, current state, well
storageclass: sorts of disk, kinds of disk, order disk, types of storage, kinds of storage, fast
  storage, ssd, slow and cheap, default storage, storage flavours, which storage
storageclass patch: make default disk
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
