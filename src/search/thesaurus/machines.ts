/** Machines, networks, storage and devices. Written as `readThesaurus` says. */
export const machines = `
alert alarm: alarm, alert, warning, notify when, warn me, pager
api service: api extension, aggregated api, additional api
attach: attach, connect to running, hook into process, see live output
binding: place on node, schedule on, put on machine, run on particular machine
bucket container: bucket, storage folder, object storage, container
camera video: camera, footage, recording, video
certificate signing request: certificate, cert request, sign certificate, csr, client certificate,
  approve certificate, waiting certificate
certificate ssl tls: certificate, ssl, tls, https, secure connection
cluster: cluster, group of machines, farm
cluster role: cluster wide rights, rights everywhere, global permission, cluster wide, everywhere
cluster role binding: cluster admin, rights over whole cluster, global admin, admin everywhere,
  rights everywhere to
command: command, instruction, order, tell device
component status: control plane, health of components, etcd, scheduler healthy, controllers healthy
config map: config, configuration, settings, non secret settings, config file, environment values,
  app settings, properties, parameters of app
container: container, docker, image, process
cron job: cron, nightly, every night, every hour, every day, scheduled, periodic, recurring job,
  timer, at night, on schedule, regular, timetable, daily, weekly, hourly, repeatedly
csi driver: storage driver, disk driver, storage plugin
csi node: storage driver on node, drivers on machine
csi storage capacity: free storage, storage left, capacity, how much storage
custom resource definition: own kind, custom type, new type, own resource type, custom kind, extend
  api, own objects, crd, new kind of object
daemon set: on every node, each machine, every machine, on all machines, agent on each, per
  machine, on every server, each server
database: database, db, data store, postgres, mysql
dataset: data set, dataset, training data, table of data
deployment: deployment, application, web server, app, service, workload, rollout, program, website,
  roll out, stateless, our app
device: device, gadget, phone, sensor, thing, appliance, unit, hardware
domain zone record dns: domain, dns, host name, name server, web address, record
embedding completion: generate text, ai answer, ask ai, prompt, chat with ai
endpoint: endpoint, address, backend
endpoint slice: endpoint, backends, addresses behind service, what is behind, which instances
  behind
ephemeral container: debug, debugging container, debug tools, troubleshoot, temporary container,
  extra container, diagnose
event: event, what happened, happened, why not starting, warnings, recent happenings, went wrong,
  reason, trouble, goings on
eviction: evict, move away, push off, politely remove, make room, gracefully remove, throw off
  node, shove off, move elsewhere
exec: run command, shell, inside container, execute, terminal, bash, get into container, look
  inside, command in
finalize: cleanup hook, stuck deletion, finalizer, hangs terminating
firewall security group: firewall, open port, close port, allow traffic, network rule
firmware: firmware, device software, update of device
flow schema priority level: api throttling, request priority, fairness, api overload
function lambda: function, serverless, lambda, piece of code
health: health, alive, ok, healthy, up, working, running fine, heartbeat, well, in order
horizontal pod autoscaler: autoscale, scale automatically, by load, cpu based, automatic scaling,
  grow with load, when busy, by itself, under load, traffic rises, automatically more, on demand
image: image, picture, disk image, base system, photo
incident: incident, outage, down, failure, crash, emergency, something broke
index: index, search index, lookup
ingress: ingress, reachable from outside, from internet, route traffic, host name, url route,
  public address, expose to world, domain to service, web address, outside world, external traffic,
  http route
ingress class: ingress controller, kind of ingress, which controller
ip address: ip, ip address, address, elastic ip, fixed address
job batch: job, one off, one time, run to completion, batch, single task, run once, task,
  background work, batch work, finish and exit
lease: leader, lead, lock, leader election, heartbeat, who leads
light: light, lamp, bulb
limit range: default limits, limit per container, max memory, default memory, per container limit,
  maximum per container
load balancer: load balancer, spread traffic, distribute load
lock door: door, lock, unlock, key
log pod: log, output, print, console, what does it print, what did it say, why crash, messages of
  program, says, stdout, writes, complain
metric monitoring: metric, monitoring, measurement, graph, cpu usage, load, how busy
model training: train, model, machine learning, ai, learn
mutating webhook: change objects on create, modify objects automatically, inject sidecar, alter
  objects, add automatically
namespace: namespace, space, area, own area, tenant, separate environment, isolated space, corner,
  section, compartment, project space, own space
network policy: firewall, network rule, who may talk, block traffic, isolate, traffic between,
  allow traffic, may connect, network isolation, talk to each other
node: node, machine, server, computer, host, worker, hardware, vm, box, physical machine, cluster
  machine
node status: machine healthy, state of machine, is machine ready, how is machine
object file: object, file, stored file
persistent volume: disk, volume, storage, hard drive, drive, permanent storage, storage space
persistent volume claim: claim disk, request storage, ask for disk, disk space, request space, need
  storage, reserve space, bigger disk, storage for app, more space
pipeline: pipeline, process, chain of steps, flow
pod: pod, container, instance, running program, process, workload, replica, application instance,
  running copy, running instance, program running, crashed, running app
pod disruption budget: keep at least, minimum available, always running, during maintenance, not
  all at once, at least one, stay up, at least two
pod template: pod blueprint, template
policy: policy, rule, regulation, guideline
portforward: port forward, tunnel, local port, reach from my machine, forward port, from my laptop,
  on my own machine
prediction inference: predict, prediction, guess, forecast, estimate
priority class: priority, importance, more important, who goes first, important workloads, preempt,
  first when scarce
proxy: proxy, pass through, http to service, forward request
query: query, sql, question to database, ask database
queue: queue, waiting line, backlog, line
quota limit: quota, limit, maximum, allowance, how much may, at most, cap
region location: region, data center, location, where hosted, country
replica set: replica set, set of copies, identical copies
resize: resize, bigger, larger, more memory, grow, enlarge, upgrade size, shrink, smaller
resource claim: device, gpu, graphics card, special hardware
resource quota: quota, limit of team, how much may use, cap resources, cpu limit, allowance,
  maximum cpu, use at most, memory cap, fair share
restart reboot: restart, reboot, bounce, start again, reset, power cycle, turn off and on
restore: restore, bring back, recover, undelete, get back, roll back, retrieve deleted, undo
  deletion, deleted by mistake, accidentally deleted, rescue
role: role, set of rights, permission set, what may be done, rights
role binding: give rights, grant role, give someone rights, who has role, bind, permission for
  user, assign rights, connect user with rights, let user
rollback revision controller: rollback, roll back, go back, previous version, earlier version, undo
  rollout, history of rollout
runtime class: container runtime, sandbox, gvisor, runtime, how containers run
scale replica: scale, copies, replicas, instances, how many copies, more copies, grow, shrink, more
  instances, run three, run five, size up, scale up, scale down, number of, how many instances,
  double the number, add more, fewer
schedule: schedule, timetable, plan, regularly, every day, at a certain time, rota, when
secret: secret, password, credential, certificate, api key, token, hidden value, confidential,
  sensitive
self subject access review: may i, am i allowed, can i, my permission, do i have right, i allowed
self subject review: who am i, whoami, which user am i, logged in as, cluster think i am
self subject rules review: what may i do, list my rights, everything i may, what can i do
sensor reading measurement: sensor, reading, temperature, measurement, value
server instance vm: server, virtual machine, vm, machine, instance, computer, box
service: service, internal address, load balance, stable address, network name, virtual ip,
  reachable inside, expose inside, front for, dns name, port inside
service account: service account, robot user, machine identity, technical user, identity for
  program, app identity, program account
service account token: token for robot, token for program, short lived token
snapshot backup: snapshot, backup, back up, safety copy, saved state, copy of disk
start boot: start, boot, turn on, power on, switch on, bring up, fire up, launch, wake up, spin up
stateful set: database, stateful, stable name, ordered, keep identity, persistent app, with own
  disk, keeps its data, data store
stop shutdown: stop, shut down, turn off, power off, switch off, halt, bring down, take down
storage class: kind of storage, storage type, fast disk, disk type, ssd, types of disk, storage
  options
subject access review: may user, is user allowed, check permission, can user do, allowed to,
  authorization check, would be allowed, could user
suspend cron: pause schedule, stop nightly
table: table, sheet, relation
taint cordon node: drain, cordon, out of service, no new work, maintenance, take out, no more work
token review: is token valid, check token, whose token, token belongs
topic: topic, channel, subject, stream
trigger: trigger, start when, on event, fire
validating admission policy: admission rule, rule for objects, policy check, forbid objects
validating webhook: check objects, reject bad, validate on create, gatekeeper, refuse objects
vehicle car: car, vehicle, auto, van, truck
version: version, which release, software version, how old is cluster, release of cluster
volume attachment: attached disk, mounted, mount, which disk is on, disk hangs, plugged in
vpc subnet network: network, private network, subnet, vpn
watch: watch, live, stream changes, follow, keep an eye, observe, as it happens, see changes live
`;
